"""Every kind of finding. The staff guide's page on errors is generated from `ALL`."""

from __future__ import annotations

from .findings import Code

DESCRIPTOR_UNREADABLE = Code(
    "deskriptor-tidak-terbaca",
    cause="Berkas deskriptor (datapackage.json atau instansi.yml) bukan JSON/YAML yang sah.",
    example='`"title": "Penerima PBI",,`',
    remedy="Perbaiki tanda baca pada baris yang disebut; bandingkan dengan paket lain yang lolos.",
)
DESCRIPTOR_INVALID = Code(
    "deskriptor-tidak-sesuai",
    cause="Kunci wajib hilang, kunci tidak dikenal, atau isinya di luar yang diperbolehkan.",
    example='`"tittle"` alih-alih `"title"`',
    remedy="Samakan dengan skema paket data; periksa ejaan kunci.",
)
DESCRIPTOR_INCONSISTENT = Code(
    "deskriptor-tidak-cocok",
    cause="Deskriptor menyebut tabel atau kolom yang tidak ada di paket itu.",
    example='`"sumbu": "kelurahn"` padahal kolomnya `kelurahan`',
    remedy="Tulis nama tabel atau kolom persis seperti di bagian `resources`.",
)
PACKAGE_INCOMPLETE = Code(
    "paket-tidak-lengkap",
    cause="Folder dataset tidak berisi datapackage.json, atau instansi tidak punya instansi.yml.",
    example="`datasets/kota-a/pbi/` hanya berisi pbi.csv",
    remedy="Tambahkan berkas yang hilang, atau pindahkan folder itu dari `datasets/`.",
)
FILE_MISSING = Code(
    "berkas-hilang",
    cause="Deskriptor menyebut berkas yang tidak ada, bukan berkas biasa, atau tidak dapat dibaca.",
    example='`"path": "pbi.csv"` tanpa berkas pbi.csv',
    remedy="Taruh berkasnya di folder dataset, atau perbaiki `path`.",
)
FILE_UNEXPECTED = Code(
    "berkas-tak-terdaftar",
    cause="Ada berkas di folder dataset yang tidak disebut deskriptor.",
    example="`pbi (1).csv` di samping pbi.csv",
    remedy="Daftarkan di `resources`, atau pindahkan dari folder dataset.",
)
CSV_UNREADABLE = Code(
    "csv-tidak-terbaca",
    cause="CSV bukan teks UTF-8, memuat bita nol, atau tanda kutipnya tidak berpasangan.",
    example="berkas XLSX yang diganti namanya menjadi .csv",
    remedy="Simpan ulang dari Excel sebagai “CSV UTF-8 (Comma delimited)”.",
)
CSV_DELIMITER = Code(
    "csv-pemisah-salah",
    cause="Kolom dipisah titik koma atau tab, bukan koma.",
    example="`tahun;kelurahan;jumlah`",
    remedy="Simpan ulang dengan koma sebagai pemisah kolom.",
)
CSV_HEADER = Code(
    "csv-judul-kolom-salah",
    cause="Baris pertama CSV tidak sama dengan daftar kolom di deskriptor.",
    example="`Tahun,kelurahan` alih-alih `tahun,kelurahan`",
    remedy="Samakan nama dan urutan kolom dengan `schema.fields`.",
)
CSV_RAGGED = Code(
    "csv-lebar-baris-salah",
    cause="Sebuah baris punya lebih banyak atau lebih sedikit sel daripada judul kolom.",
    example="koma di dalam teks tanpa tanda kutip",
    remedy="Apit teks yang berisi koma dengan tanda kutip, atau lengkapi sel yang kurang.",
)
CSV_EMPTY = Code(
    "csv-tanpa-baris",
    cause="CSV hanya berisi judul kolom, atau memuat baris kosong.",
    example="baris kosong di akhir tabel",
    remedy="Hapus baris kosong; tabel tanpa data jangan diterbitkan.",
)
CELL_NOT_NUMBER = Code(
    "sel-bukan-bilangan",
    cause="Kolom bilangan berisi teks, titik ribuan, spasi, atau tanda selain angka.",
    example="`3.619`, `1,5`, `-`, `12 orang`",
    remedy="Tulis angka saja, tanpa pemisah ribuan; titik untuk desimal. Kosongkan bila tidak ada.",
)
CELL_BAD_TYPE = Code(
    "sel-salah-jenis",
    cause="Isi sel tidak sesuai jenis kolomnya (tahun, tanggal, ya/tidak).",
    example="`31/12/2024` pada kolom tanggal",
    remedy="Tahun: 2024. Tanggal: 2024-12-31. Ya/tidak: true atau false.",
)
CELL_CONSTRAINT = Code(
    "sel-melanggar-batas",
    cause="Nilai melanggar batas yang dinyatakan deskriptor (wajib isi, pola, daftar, terkecil).",
    example="kode wilayah tanpa titik: `6171031001`",
    remedy="Perbaiki nilainya, atau perbaiki `constraints` bila batasnya yang keliru.",
)
KEY_DUPLICATE = Code(
    "kunci-ganda",
    cause="Dua baris punya kunci utama yang sama.",
    example="dua baris untuk kelurahan dan tahun yang sama",
    remedy="Hapus baris yang terulang, atau lengkapi `primaryKey`.",
)
SCHEMA_OTHER = Code(
    "tidak-sesuai-skema",
    cause="Frictionless menolak paket karena sebab lain.",
    example="bita atau sidik jari berkas tidak cocok",
    remedy="Baca pesan aslinya; samakan data dengan deskriptor.",
)
TOTAL_MISMATCH = Code(
    "total-tidak-cocok",
    cause="Jumlah baris rincian tidak sama dengan total yang tercetak.",
    example="rincian 26 orang, total tercetak 28",
    remedy="Periksa rincian dan total di buku; bila buku memang begitu, tulis `catatan`.",
    answerable=True,
)
TOTAL_UNPAIRED = Code(
    "total-tanpa-pasangan",
    cause="Ada total tercetak tanpa rincian, atau rincian tanpa total yang dituntut aturan.",
    example="total untuk kecamatan yang tidak punya satu kelurahan pun",
    remedy="Lengkapi barisnya, atau persempit aturan dengan `saring`.",
    answerable=True,
)
REFERENCE_MISSING = Code(
    "acuan-tidak-ada",
    cause="Kode atau nama tidak terdapat di tabel acuan, atau kode dan nama tidak berpasangan.",
    example="`61.71.03.1001` dengan nama `Pal Empat`",
    remedy="Salin kode dan nama dari tabel acuan.",
    answerable=True,
)
NOTE_MATCHES_NOTHING = Code(
    "catatan-tanpa-sasaran",
    cause="Pemilih baris atau kolom sebuah catatan tidak mengenai satu sel pun.",
    example='`"baris": {"tahun": 2012}` padahal tabel mulai 2020',
    remedy="Perbaiki `baris`/`kolom`, atau hapus catatan yang sudah usang.",
)
NOTE_STALE = Code(
    "catatan-usang",
    cause="Catatan menjawab temuan yang tidak lagi terjadi.",
    example="total sudah cocok, catatannya masih ada",
    remedy="Hapus catatan itu atau kunci `temuan`-nya.",
)
PAGE_DIRECTIVE = Code(
    "rujukan-halaman-salah",
    cause="Rujukan {{ ... }} tidak dikenal, atau menunjuk data yang tidak ada atau tidak sah.",
    example="`{{ angka: pkh tahun=2012 }}`",
    remedy="Periksa ejaan dataset, kolom, dan nilainya.",
)
CHART_IMPOSSIBLE = Code(
    "grafik-tidak-dapat-digambar",
    cause="Grafik tidak punya satu nilai sah pun, atau kategorinya terlalu banyak untuk dibaca.",
    example="semua baris berstatus tidak sahih",
    remedy="Perbaiki `saring`, atau pilih sumbu dengan kategori lebih sedikit.",
)

ALL: tuple[Code, ...] = tuple(value for value in globals().values() if isinstance(value, Code))
