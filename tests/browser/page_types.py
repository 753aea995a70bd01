"""One page of every kind there is: what every kind must withstand is tried on each of these."""

from __future__ import annotations

PAGE_TYPES = {
    "": "portal",
    "data/": "katalog portal",
    "perbandingan/": "daftar perbandingan",
    "perbandingan/ppks/": "perbandingan, hanya tabel",
    "perbandingan/pendamping-pkh/": "perbandingan, sebanding",
    "panduan/": "panduan",
    "panduan/hari-pertama/": "panduan, dengan gambar",
    "panduan/temuan/": "arti temuan",
    "pontianak/": "beranda",
    "pontianak/profil/": "profil, garis waktu",
    "palangka-raya/organisasi/": "organisasi, pohon",
    "palangka-raya/organisasi/lks/": "register",
    "pontianak/layanan/": "daftar centang",
    "palangka-raya/layanan/surat-keterangan-dtks/": "layanan",
    "palangka-raya/layanan/istilah-ppks/": "daftar istilah",
    "pontianak/statistik/": "statistik, peringkat",
    "palangka-raya/anggaran/": "anggaran",
    "pontianak/data/": "katalog",
    "pontianak/data/pkh/": "dataset dengan grafik",
    "palangka-raya/data/ppks-data/": "dataset dengan angka yang ditutup",
    "pontianak/data/bidang/": "dataset kata",
    "pontianak/data/mutu/": "mutu data",
    "pontianak/tentang-buku/": "tentang buku",
    "pontianak/ppid/": "layanan informasi",
    "palangka-raya/ppid/dip/": "daftar informasi publik",
    "pontianak/ppid/kepatuhan/": "kewajiban",
    "pontianak/ppid/monev/": "lembar isian mandiri",
    "palangka-raya/ppid/keberatan/": "keberatan, tenggat",
    "palangka-raya/ppid/dikecualikan/": "yang tidak diterbitkan",
    "palangka-raya/ppid/standar-pelayanan/": "standar pelayanan",
    "pontianak/ppid/formulir-permohonan/": "formulir",
    "pontianak/404.html": "tidak ditemukan",
}
"""Address below site/ -> what it is."""
