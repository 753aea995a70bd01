"""What values of the domain are called in Indonesian."""

from __future__ import annotations

import errno

from ...model import CellStatus, ChangeKind, MeasureKind, NoteStatus, PeriodKind, Role

CELL_STATUS = {
    CellStatus.NORMAL: "nilai apa adanya",
    CellStatus.REVISED: "diperbaiki atau dibaca ulang",
    CellStatus.DOUBTFUL: "diragukan",
    CellStatus.INVALID: "tidak sahih",
    CellStatus.MISSING: "tidak tersedia",
    CellStatus.WITHHELD: "dirahasiakan",
    CellStatus.NOT_APPLICABLE: "tidak berlaku",
    CellStatus.PROVISIONAL: "sementara",
}
NOTE_STATUS = {
    NoteStatus.MENDED: "diperbaiki",
    NoteStatus.KEPT: "dipertahankan",
    NoteStatus.WITHHELD: "ditahan",
    NoteStatus.INVALID: "tidak sahih",
    NoteStatus.DOUBTFUL: "diragukan",
    NoteStatus.AWAITING: "menunggu jawaban",
}
CHANGE = {
    ChangeKind.DATA: "Perubahan data",
    ChangeKind.STRUCTURE: "Perubahan susunan tabel",
    ChangeKind.WORDS: "Perubahan keterangan",
}
SUBJECT = {
    "statistik": "Statistik",
    "anggaran": "Anggaran",
    "layanan": "Layanan",
    "organisasi": "Organisasi",
    "sarana": "Sarana dan prasarana",
    "profil": "Profil",
    "ppid": "Informasi publik",
    "acuan": "Acuan",
}
FREQUENCY = {
    "harian": "setiap hari",
    "mingguan": "setiap minggu",
    "bulanan": "setiap bulan",
    "triwulanan": "setiap triwulan",
    "semesteran": "setiap semester",
    "tahunan": "setiap tahun",
    "dua-tahunan": "setiap dua tahun",
    "tiga-tahunan": "setiap tiga tahun",
    "lima-tahunan": "setiap lima tahun",
    "sepuluh-tahunan": "setiap sepuluh tahun",
    "sekali": "satu kali",
    "sewaktu-waktu": "sewaktu-waktu",
    "tidak-tentu": "tidak tentu",
}
TYPE = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan",
    "boolean": "ya/tidak",
    "year": "tahun",
    "yearmonth": "bulan",
    "date": "tanggal",
}
ROLE = {
    Role.DIMENSION: "pembeda baris",
    Role.CODE: "kode",
    Role.MEASURE: "ukuran",
    Role.UNIT: "satuan",
    Role.STATUS: "status nilai",
    Role.PRINTED: "tercetak di buku",
    Role.ORIGIN: "asal di buku",
    Role.REMARK: "keterangan",
}
MEASURE_KIND = {
    MeasureKind.COUNT: "jumlah",
    MeasureKind.MONEY: "nilai rupiah",
    MeasureKind.PERCENTAGE: "persentase",
    MeasureKind.RATIO: "rasio",
    MeasureKind.MEAN: "rata-rata",
    MeasureKind.INDEX: "indeks",
    MeasureKind.RANK: "peringkat",
    MeasureKind.AREA: "luas",
    MeasureKind.LENGTH: "panjang",
    MeasureKind.VOLUME: "volume",
    MeasureKind.WEIGHT: "berat",
}
PERIOD_KIND = {
    PeriodKind.YEAR: "tahun",
    PeriodKind.FISCAL_YEAR: "tahun anggaran",
    PeriodKind.SCHOOL_YEAR: "tahun ajaran",
    PeriodKind.YEARS: "rentang tahun",
    PeriodKind.SEMESTER: "semester",
    PeriodKind.QUARTER: "triwulan",
    PeriodKind.MONTH: "bulan",
    PeriodKind.DAY: "tanggal",
}
TROUBLE = {
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "jatah disk habis",
    errno.EFBIG: "berkas melampaui ukuran yang diizinkan",
    errno.EACCES: "tidak punya izin",
    errno.EPERM: "tidak diizinkan",
    errno.EROFS: "disk hanya dapat dibaca",
    errno.ENOENT: "tidak ada",
    errno.EEXIST: "sudah ada",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOTDIR: "itu berkas, bukan folder",
    errno.EBUSY: "sedang dipakai, atau tempat disk lain terpasang",
    errno.EXDEV: "tempatnya di disk lain",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.EIO: "disk rusak atau terlepas",
    errno.ENAMETOOLONG: "nama terlalu panjang",
    errno.ELOOP: "tautan simbolis berputar",
}
YES, NO = "ya", "tidak"
UNIT_READ = "satuan bacaan kami"
