"""Every kind of finding. The staff guide's page on errors is generated from `ALL`."""

from __future__ import annotations

from .findings import Code, Severity

DESCRIPTOR_UNREADABLE = Code(
    "deskriptor-tidak-terbaca",
    cause="Berkas deskriptor (datapackage.json atau instansi.yml) bukan JSON/YAML yang sah.",
    example='`"title": "Penerima PBI",,`',
    remedy=(
        "Perbaiki tanda baca pada baris yang disebut; bandingkan dengan berkas sejenis yang lolos."
    ),
)
DESCRIPTOR_INVALID = Code(
    "deskriptor-tidak-sesuai",
    cause="Kunci wajib hilang, kunci tidak dikenal, atau isinya di luar yang diperbolehkan.",
    example='`"tittle"` alih-alih `"title"`',
    remedy="Perbaiki yang disebut; bandingkan dengan berkas sejenis yang lolos.",
)
DESCRIPTOR_INCONSISTENT = Code(
    "deskriptor-tidak-cocok",
    cause="Deskriptor menyebut tabel atau kolom yang tidak ada, atau bertentangan dengan dirinya.",
    example='`"sumbu": "kelurahn"` padahal kolomnya `kelurahan`',
    remedy="Perbaiki yang disebut; nama tabel dan kolom ditulis persis seperti di `resources`.",
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
    cause="CSV bukan teks, bukan UTF-8, terlalu besar, atau tanda kutipnya tidak berpasangan.",
    example="berkas XLSX yang diganti namanya menjadi .csv",
    remedy="Simpan ulang dari Excel sebagai “CSV UTF-8 (Comma delimited)”.",
)
CSV_DELIMITER = Code(
    "csv-pemisah-salah",
    cause="Kolom dipisah titik koma atau tab, bukan koma.",
    example="`tahun;kelurahan;jumlah`",
    remedy=(
        "Excel berbahasa Indonesia menulis titik koma. Di Excel: Berkas, Opsi, Tingkat Lanjut, "
        "hapus centang “Gunakan pemisah sistem”, isi titik sebagai pemisah desimal, lalu simpan "
        "ulang sebagai “CSV UTF-8”."
    ),
)
CSV_HEADER = Code(
    "csv-judul-kolom-salah",
    cause="Baris pertama CSV tidak sama dengan daftar kolom di deskriptor.",
    example="`Tahun,kelurahan` alih-alih `tahun,kelurahan`",
    remedy="Samakan nama dan urutan kolom dengan `schema.fields` di datapackage.json.",
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
    remedy="Perbaiki nilainya, atau `constraints` di datapackage.json bila batasnya yang keliru.",
)
KEY_DUPLICATE = Code(
    "kunci-ganda",
    cause="Dua baris sama isinya di semua kolom pembeda (kunci utama, `primaryKey`).",
    example="dua baris untuk kelurahan dan tahun yang sama",
    remedy=(
        "Hapus baris yang terulang. Bila memang dua hal, tambahkan kolom yang membedakannya ke "
        "`primaryKey` di datapackage.json."
    ),
)
SCHEMA_OTHER = Code(
    "tidak-sesuai-skema",
    cause="Deskriptor atau berkasnya menyalahi standar paket data dengan sebab lain.",
    example="bita atau sidik jari berkas tidak cocok",
    remedy=(
        "Perbaiki yang disebut di datapackage.json; bandingkan dengan berkas sejenis yang lolos. "
        "Bila tidak jelas, kirim pesan ini kepada pengelola program."
    ),
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
COMPARISON_FAILED = Code(
    "banding-tidak-cocok",
    cause="Dua tabel yang harus sama (atau yang satu tidak melebihi yang lain) tidak demikian.",
    example="realisasi 110 juta dari anggaran 100 juta",
    remedy="Periksa kedua tabel di buku; bila buku memang begitu, tulis `catatan`.",
    answerable=True,
)
FORMULA_FAILED = Code(
    "rumus-tidak-cocok",
    cause="Kolom-kolom sebuah baris tidak berjumlah sama dengan kolom hasilnya.",
    example="laki-laki 3 + perempuan 6, jumlah tertulis 10",
    remedy="Periksa baris itu di buku; bila buku memang begitu, tulis `catatan`.",
    answerable=True,
)
ORDER_REVERSED = Code(
    "urutan-terbalik",
    cause="Nilai yang harus berurutan berjalan mundur, misalnya selesai sebelum mulai.",
    example="mulai 2021-01-19, selesai 2020-07-01",
    remedy="Periksa kedua nilai; mungkin tertukar.",
    answerable=True,
)
PRINTED_DIFFERS = Code(
    "tercetak-berbeda",
    cause="Nilai yang diterbitkan bukan bacaan dari `nilai_tercetak`, padahal statusnya A.",
    example="tercetak `20.84`, diterbitkan 20840",
    remedy="Perbaiki nilainya; bila memang diperbaiki, beri status `r` dan tulis `catatan`.",
    answerable=True,
)
STATUS_UNEXPLAINED = Code(
    "status-tanpa-catatan",
    cause="Baris berstatus r, u, i, atau c, tetapi tidak ada catatan yang menjelaskannya.",
    example="status `i` pada seluruh tahun 2021 tanpa catatan",
    remedy="Tulis `catatan` untuk baris itu, atau kembalikan statusnya ke A.",
)
CELL_NOT_EMPTY = Code(
    "sel-harus-kosong",
    cause="Baris berstatus i (tidak sahih), x, atau z masih berisi nilai, sehingga ikut terjumlah.",
    example="status `i`, kolom `jumlah` berisi 12263",
    remedy="Kosongkan nilainya; yang tercetak di buku disimpan di kolom `nilai_tercetak`.",
)
TABLE_COPIED = Code(
    "salinan-tabel",
    cause="Kolom sebuah tabel sama dengan kolom tabel lain untuk hal yang sama.",
    example="penerima PKH 2021 sama dengan penerima PBI 2021 di semua kelurahan",
    remedy="Cari mana yang benar di sumber; kosongkan yang salah (status `i`) dan tulis `catatan`.",
    answerable=True,
)
TABLE_REPEATED = Code(
    "tabel-kembar",
    cause="Dua tabel yang mengukur hal sama (nama ukuran dan satuannya sama) hampir berisi sama.",
    example="tabel tahun terkini dan deretnya berbeda pada 2 dari 10 nilai",
    remedy="Samakan dengan sumbernya, atau terbitkan satu saja; tulis `catatan` bila memang sama.",
    severity=Severity.SUSPICION,
    answerable=True,
)
YEAR_COPIED = Code(
    "tahun-kembar",
    cause="Dua tahun dalam satu tabel berisi nilai yang sama pada sebagian besar baris.",
    example="2024 sama dengan 2023 pada 4 dari 6 jenis",
    remedy="Tanyakan apakah datanya diperbarui; tulis `catatan` dengan jawabannya.",
    severity=Severity.SUSPICION,
    answerable=True,
)
VALUE_COPIED = Code(
    "nilai-kembar",
    cause="Bilangan panjang yang sama muncul di dua baris.",
    example="dua kegiatan beranggaran 1.181.602.600 pada tahun yang sama",
    remedy="Periksa kedua baris di sumber; tulis `catatan` bila memang sama.",
    severity=Severity.SUSPICION,
    answerable=True,
)
VALUE_CARRIED = Code(
    "nilai-terbawa",
    cause="Jumlah orang atau keluarga persis sama dengan tahun sebelumnya; yang lain berubah.",
    example="602 orang pada 2019 dan 602 orang pada 2020",
    remedy="Periksa apakah angka tahun lalu tersalin; tulis `catatan` bila memang sama.",
    severity=Severity.SUSPICION,
    answerable=True,
)
SERIES_CONSTANT = Code(
    "deret-tetap",
    cause="Nilai sebuah hal tidak pernah berubah selama empat tahun atau lebih.",
    example="120 orang setiap tahun sejak 2019",
    remedy="Tanyakan apakah datanya diperbarui; tulis `catatan` dengan jawabannya.",
    severity=Severity.SUSPICION,
    answerable=True,
)
JUMP = Code(
    "lonjakan",
    cause="Nilai berubah melebihi batas (umumnya tiga kali) dibanding tahun sebelumnya.",
    example="172.191 pada 2021, lalu 29.383 pada 2022",
    remedy="Periksa di sumber; jelaskan dengan `catatan`, atau nyatakan batas lain (`lonjakan`).",
    severity=Severity.SUSPICION,
    answerable=True,
)
SWING = Code(
    "naik-turun",
    cause="Nilai turun lalu naik lagi (atau sebaliknya) dalam tiga tahun; yang lain tidak begitu.",
    example="2.150, lalu 310, lalu 1.470",
    remedy="Periksa nilai tahun yang di tengah di sumber; jelaskan dengan `catatan`.",
    severity=Severity.SUSPICION,
    answerable=True,
)
PART_LARGER = Code(
    "bagian-melebihi-keseluruhan",
    cause="Sebuah bagian lebih besar daripada jumlah tabel lain yang seharusnya mencakupnya.",
    example="158 lansia telantar, padahal seluruh lansia 153",
    remedy="Periksa kedua tabel di sumber; tulis `catatan` bila yang dihitung memang berbeda.",
    severity=Severity.SUSPICION,
    answerable=True,
)
HOUSEHOLD_ODD = Code(
    "orang-per-keluarga-janggal",
    cause="Orang lebih sedikit daripada keluarganya, atau lebih dari enam orang tiap keluarga.",
    example="468 jiwa dalam 77 KK",
    remedy="Periksa kedua angka di sumber; tulis `catatan` bila buku memang begitu.",
    severity=Severity.SUSPICION,
    answerable=True,
)
RANK_SCRAMBLED = Code(
    "urutan-teracak",
    cause="Peringkat dalam satu kelompok berubah total, padahal sebelumnya tetap.",
    example="kelurahan terbesar menjadi terkecil, jumlah kecamatannya wajar",
    remedy="Mungkin nilainya tertukar antarbaris; tanyakan, lalu tulis `catatan`.",
    severity=Severity.SUSPICION,
    answerable=True,
)
TOTAL_AMONG_PARTS = Code(
    "total-di-antara-rincian",
    cause="Baris total berdiri di antara rinciannya, sehingga terhitung dua kali.",
    example="baris `JUMLAH` di bawah daftar kelurahan",
    remedy="Pindahkan total ke tabel tersendiri dan bandingkan dengan aturan `jumlah`.",
    severity=Severity.SUSPICION,
    answerable=True,
)
UNITS_MIXED = Code(
    "satuan-bercampur",
    cause="Baris dengan satuan berbeda dijumlahkan menjadi satu total.",
    example="orang dan lembaga dalam satu jumlah",
    remedy="Pisahkan tabelnya, atau tulis `catatan` bila buku memang menjumlahkannya.",
    severity=Severity.SUSPICION,
    answerable=True,
)
SPELT_TWO_WAYS = Code(
    "dua-ejaan",
    cause="Dua nama dalam satu kolom hanya berbeda satu huruf, huruf besar, atau spasi.",
    example="`Bukit Tunggal` dan `Bukit Tunggul`",
    remedy="Samakan ejaannya; tulis `catatan` bila keduanya memang berbeda.",
    severity=Severity.SUSPICION,
    answerable=True,
)
ROW_REPEATED = Code(
    "baris-terulang",
    cause="Dua baris berisi sama, kecuali nomor urut atau baris naskahnya.",
    example="satu lembaga terdaftar dua kali",
    remedy="Hapus salah satunya, atau tulis `catatan` bila buku memang mengulanginya.",
    severity=Severity.SUSPICION,
    answerable=True,
)
TEXT_COPIED = Code(
    "teks-tersalin",
    cause="Uraian panjang dua hal yang berbeda sama kata demi kata.",
    example="definisi karang taruna sama dengan definisi lembaga di atasnya",
    remedy="Tulis uraian yang benar; bila sumbernya memang begitu, tulis `catatan`.",
    severity=Severity.SUSPICION,
    answerable=True,
)
NUMBERING_BROKEN = Code(
    "nomor-tidak-urut",
    cause="Nomor baris yang tercetak terulang atau terlewat: mungkin ada baris ganda atau hilang.",
    example="nomor 17 dua kali, atau huruf a lalu c",
    remedy="Periksa di sumber apakah barisnya lengkap; tulis `catatan` bila buku memang begitu.",
    severity=Severity.SUSPICION,
    answerable=True,
)
REGION_MISSPELT = Code(
    "nama-wilayah-salah-eja",
    cause="Nama kelurahan, kecamatan, atau kota hampir sama dengan nama di tabel acuan wilayah.",
    example="`Kelurahan Bukit Tunggul`, padahal `Bukit Tunggal`",
    remedy="Tulis nama menurut tabel acuan; tulis `catatan` bila memang nama lain.",
    severity=Severity.SUSPICION,
    answerable=True,
)
ABBREVIATION_WRONG = Code(
    "singkatan-tidak-cocok",
    cause="Huruf singkatan dalam kurung hampir, tetapi tidak tepat, huruf awal kata-katanya.",
    example="`Rencana Kerja Sama Daerah (RKDS)`",
    remedy="Perbaiki singkatan atau kepanjangannya; tulis `catatan` bila buku memang begitu.",
    severity=Severity.SUSPICION,
    answerable=True,
)
THOUSANDS_AS_DECIMALS = Code(
    "ribuan-terbaca-desimal",
    cause="`1.234` di kolom bilangan: titik ribuan terbaca sebagai koma desimal.",
    example="`3.619` yang maksudnya 3619",
    remedy="Tulis tanpa titik bila ribuan; tulis `catatan` bila memang pecahan.",
    severity=Severity.SUSPICION,
    answerable=True,
)
DATE_IMPOSSIBLE = Code(
    "tanggal-mustahil",
    cause="Tanggal tertulis tidak ada di kalender.",
    example="`31 Juni 2023`",
    remedy="Periksa di sumber; bila buku memang begitu, tulis `catatan`.",
    answerable=True,
)
ANNOUNCEMENT_TIME = Code(
    "waktu-pengumuman-salah",
    cause="Jam pengumuman serta merta tidak dapat dibaca, atau pengumumannya tidak pernah berlaku.",
    example="`jam_mulai` berisi `sore`; berakhir pukul 08.00 pada hari ia mulai pukul 14.00",
    remedy="Tulis jam seperti `14:30`, dengan hari dan jam berakhir sesudah mulainya.",
)
PLACEHOLDER = Code(
    "teks-pengganti",
    cause="Teks contoh atau sisa rumus yang seharusnya diganti masih tertinggal.",
    example="`Lorem ipsum`, `#REF!`",
    remedy="Ganti dengan isi yang sebenarnya, atau kosongkan.",
)
PLACE_OPEN = Code(
    "belum-diisi",
    cause="Naskah awal dari `make new` atau `make tabel` masih memuat tempat yang belum diisi.",
    example='`"satuan": "ISI: satuan (misalnya orang)"`',
    remedy=(
        "Buka berkasnya, cari `ISI:`, dan ganti tiap teks itu seluruhnya dengan isi yang "
        "sebenarnya. Yang tidak diketahui, tanyakan dulu; jangan menebak."
    ),
)
MEASURE_IDENTIFIES = Code(
    "pengenal-menjadi-ukuran",
    cause="Kolom nomor urut, kode, atau waktu berperan `ukuran`, sehingga akan dijumlahkan.",
    example='`"name": "kode_kecamatan", "peran": "ukuran"`',
    remedy=(
        'Ganti `peran`-nya: kode menjadi `"kode"` dengan `"untuk"`, waktu menjadi `"dimensi"`, '
        'nomor menjadi `"keterangan"`; hapus `satuan`-nya.'
    ),
)
NOTE_DIFFERS = Code(
    "catatan-tidak-cocok",
    cause="Catatan menyebut nilai atau status yang berbeda dari tabelnya.",
    example="`terbit` 20840, tabel berisi 20480",
    remedy="Samakan catatan dan tabel.",
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
    cause="Rujukan `{{ ... }}` tidak dikenal, atau menunjuk data yang tidak ada atau tidak sah.",
    example="`{{ angka: pkh tahun=2012 }}`",
    remedy="Perbaiki yang disebut; periksa juga ejaan dataset, kolom, dan nilainya.",
)
PAGE_UNREADABLE = Code(
    "halaman-tidak-terbaca",
    cause="Halaman bukan teks UTF-8, atau kepala halamannya (di antara ---) bukan YAML yang sah.",
    example="`title: Layanan: syarat` tanpa tanda kutip",
    remedy="Simpan sebagai UTF-8; apit judul yang memuat titik dua dengan tanda kutip.",
)
PROSE_NUMBER = Code(
    "angka-diketik",
    cause="Halaman memuat angka yang diketik, bukan diambil dari data; lama-lama keduanya berbeda.",
    example="`Ada 11.341 keluarga penerima`",
    remedy="Tulis rujukan, misalnya `{{ angka: pkh tahun=2024 }}`, agar sama dengan datanya.",
)
PAGE_ACTIVE = Code(
    "isi-halaman-berbahaya",
    cause=(
        "Halaman memuat tag atau atribut di luar yang boleh (skrip, bingkai, formulir, media, "
        "`on...`, `style`), komentar HTML, atau tautan yang menjalankan sesuatu."
    ),
    example="`<script>`, `{: onclick=... }`, atau tautan yang diawali `javascript:`",
    remedy="Hapus; cukup Markdown, dengan tautan ke alamat https atau ke halaman lain.",
)
CELL_FORMULA = Code(
    "sel-mirip-rumus",
    cause=(
        "Teks sel, judul, atau keterangan diawali =, @, tab, atau + dan - sebelum huruf atau "
        "hitungan: Excel menjalankannya."
    ),
    example="`=HYPERLINK(...)`, `+1+1`",
    remedy="Awali dengan huruf atau kata lain; isi sel ini akan dibuka orang di Excel.",
)
CELL_UNREADABLE = Code(
    "sel-tidak-wajar",
    cause="Sel terlalu panjang, atau diapit spasi.",
    example="` Saigon` dengan spasi di depan",
    remedy="Hapus spasi di tepi sel; pindahkan teks panjang ke halaman.",
)
CHARACTER_FORBIDDEN = Code(
    "huruf-terlarang",
    cause=(
        "Ada huruf yang tidak terlihat, membalik arah baca, rusak, atau hanya tampak di komputer "
        "asalnya; pencarian dan program lain akan keliru membacanya."
    ),
    example="spasi tak putus (U+00A0) dari Word atau halaman web",
    remedy="Hapus huruf yang disebut, lalu ketik ulang bagian itu.",
)
TEXT_GARBLED = Code(
    "teks-rusak",
    cause="Tanda baca atau huruf beraksen rusak karena berkas dibuka dengan sandi yang keliru.",
    example="`sÃ©ance` alih-alih `séance`",
    remedy="Ganti dengan huruf yang dimaksud; simpan berkas sebagai UTF-8.",
    severity=Severity.SUSPICION,
    answerable=True,
)
SNAPSHOT_UNUSABLE = Code(
    "ringkasan-tidak-terpakai",
    cause="Situs jadi sebuah instansi ditulis program versi lain, terpotong, atau diubah orang.",
    example="ringkasan.json tanpa kunci `format`",
    remedy=(
        "Perbaiki dulu kesalahan instansi itu, lalu bangun ulang dengan `make site`; berkas di "
        "situs jadi jangan diubah dengan tangan."
    ),
)
PROGRAM_FAILED = Code(
    "kesalahan-program",
    cause="Program berhenti karena kesalahannya sendiri; instansi lain tetap diperbarui.",
    example="isi yang belum pernah dijumpai program",
    remedy=(
        "Kirim berkas yang disebut kepada pengelola program. Bila baru saja ada berkas yang "
        "diubah, kembalikan dulu perubahannya supaya situs dapat diperbarui."
    ),
)
LINK_OUTSIDE = Code(
    "tautan-simbolis",
    cause="Ada tautan simbolis di folder data atau halaman; isinya bisa berasal dari luar folder.",
    example="`pbi.csv` yang menunjuk `/etc/passwd`",
    remedy="Ganti dengan salinan berkasnya.",
)
CHART_IMPOSSIBLE = Code(
    "grafik-tidak-dapat-digambar",
    cause="Grafik tidak punya satu nilai sah pun, atau kategorinya terlalu banyak untuk dibaca.",
    example="semua baris berstatus tidak sahih",
    remedy="Perbaiki yang disebut; baris dipilih dengan `saring`, kategori dengan `sumbu`.",
)
MAP_IMPOSSIBLE = Code(
    "peta-tidak-dapat-digambar",
    cause=(
        "Kolom `sumbu` sebuah peta bukan kode wilayah, kodenya tidak punya batas, tingkatnya "
        "bercampur, satu wilayah punya lebih dari satu baris, atau `penyebut`-nya tidak lengkap."
    ),
    example="dua tahun untuk kelurahan yang sama dalam satu peta",
    remedy=(
        "Perbaiki yang disebut. Satu peta memuat satu tahun dan satu tingkat wilayah (`saring`); "
        "batas wilayah ditaruh di datasets/acuan/batas-<kode kota>/."
    ),
)
SITE_PAGE_MISSING = Code(
    "situs-halaman-hilang",
    cause="Sebuah halaman tidak ada di situs yang baru dibangun.",
    example="`data/pbi/index.html` tidak tertulis",
    remedy="Bangun sekali lagi; bila tetap hilang, laporkan kepada pengelola program.",
)
SITE_FILE_DIFFERS = Code(
    "situs-berkas-berbeda",
    cause="Berkas unduhan hilang, atau isinya bukan yang dihasilkan atau dinyatakan deskriptor.",
    example="`data/pbi/pbi.csv` terpotong karena disk penuh",
    remedy="Periksa sisa ruang disk, lalu bangun sekali lagi.",
)
SITE_LINK_BROKEN = Code(
    "situs-tautan-putus",
    cause="Tautan di sebuah halaman tidak menuju berkas atau bagian halaman yang ada.",
    example="`[Layanan](layanan.md)` padahal halamannya bernama layanan/index.md",
    remedy="Samakan tautan dengan nama berkas tujuannya, atau hapus tautan itu.",
)
SITE_LINK_FORBIDDEN = Code(
    "situs-tautan-terlarang",
    cause=(
        "Tautan tidak aman, atau tidak berlaku di mana pun situs ditaruh: `javascript:`, `data:`, "
        "`ftp:`, diawali garis miring, keluar dari folder situs, atau isi dari situs lain."
    ),
    example="`[Profil](/tentang/)`, `[Berkas](ftp://kemensos.go.id/)`",
    remedy=(
        "Halaman sendiri: tulis nama berkas .md tujuannya. Situs lain: alamat lengkapnya, diawali "
        "`https://` (atau `http://`). "
        "Gambar: simpan di samping halaman."
    ),
)
SITE_MARKUP_FORBIDDEN = Code(
    "situs-isi-terlarang",
    cause=(
        "Halaman jadi memuat tag, atribut, atau nilai yang tidak termasuk yang boleh: yang "
        "menjalankan skrip, mengambil sesuatu dari situs lain, atau mengubah rupa halaman."
    ),
    example='`<details ontoggle="...">`, `{: style="background: url(...)" }`',
    remedy="Hapus; cukup Markdown, dengan tautan ke alamat https atau ke halaman lain.",
)
SITE_UNFILLED = Code(
    "situs-belum-terisi",
    cause="Halaman jadi masih memuat rujukan atau penanda yang seharusnya sudah diganti.",
    example="`{{ angka: pkh tahun=2024 }}` di `description` sebuah halaman",
    remedy="Tulis rujukan hanya di isi halaman; di judul dan `description` pakai teks biasa.",
)
SITE_ID_REPEATED = Code(
    "situs-id-ganda",
    cause="Dua bagian sebuah halaman punya `id` yang sama, sehingga tautan ke situ tidak tentu.",
    example='`<div id="kontak">` dua kali di satu halaman',
    remedy="Beri tiap bagian `id` sendiri.",
)
CATALOGUE_INVALID = Code(
    "katalog-tidak-sahih",
    cause="Katalog untuk mesin (DCAT, data.json, CSVW, schema.org) salah atau bukan isi berkas.",
    example="`catalog.jsonld` menyebut ukuran yang bukan ukuran `data/pbi/pbi.csv`",
    remedy="Periksa keterangan dataset itu; bila wajar, laporkan kepada pengelola program.",
)

EDITION_WRONG = Code(
    "edisi-lama-salah",
    cause="Folder di `v/` bukan edisi lama yang sah: namanya, nomor versinya, atau urutannya.",
    example='`v/1.0.0/datapackage.json` yang `version`-nya "1.1.0"',
    remedy="Buat edisi lama dengan `make edisi`; foldernya tidak disalin atau diubah sendiri.",
)
HISTORY_MISMATCH = Code(
    "riwayat-tidak-cocok",
    cause="`riwayat` tidak ada, atau edisi terbarunya bukan `version` dan `created` deskriptor.",
    example='`"version": "1.1.0"` tanpa `riwayat`',
    remedy="Tulis `riwayat` edisi ini: versi, tanggal, jenis, perubahan, alasan.",
)
EDITION_CHANGED = Code(
    "edisi-berubah",
    cause="Isi edisi yang sudah terbit berubah, atau hilang, sedangkan versinya tidak naik.",
    example="satu angka di pbi.csv diganti, `version` tetap 1.0.0",
    remedy='Jalankan `make edisi INSTANSI=... DATASET=... VERSI=... ALASAN="..."`.',
    severity=Severity.SUSPICION,
)
ADDRESS_GONE = Code(
    "alamat-hilang",
    cause="Alamat yang pernah terbit tidak ada lagi, padahal sudah ditautkan dan dikutip orang.",
    example="folder dataset dihapus atau diganti namanya",
    remedy="Kembalikan, atau tulis di pensiun.csv ke mana alamat itu pindah dan mengapa.",
)
RETIREMENT_WRONG = Code(
    "pensiun-salah",
    cause="Baris pensiun.csv menyebut alamat yang masih ada, atau menuju alamat yang tidak ada.",
    example="`data/pbi/,data/pbii/,diganti nama,2026-11-22`",
    remedy="Perbaiki alamatnya, atau hapus baris itu.",
)
LEDGER_DAMAGED = Code(
    "buku-alamat-rusak",
    cause="alamat.txt atau edisi.csv berisi baris yang tidak ditulis `make catat`.",
    example="sisa penggabungan git: `<<<<<<< HEAD`",
    remedy="Kembalikan berkas itu dari git; isinya hanya ditulis oleh `make catat`.",
)
EXEMPT_DISCLOSED = Code(
    "informasi-dikecualikan-terbit",
    cause="Dataset atau kolom yang terdaftar sebagai informasi dikecualikan ada di antara data.",
    example="kolom `telepon` di `petugas`, padahal terdaftar di informasi-dikecualikan.csv",
    remedy=(
        "Hapus kolom atau dataset itu. Bila PPID memutuskan membukanya, hapus barisnya dari "
        "informasi-dikecualikan.csv."
    ),
)
EXEMPTION_EXPIRED = Code(
    "pengecualian-berakhir",
    cause="Jangka waktu sebuah pengecualian di informasi-dikecualikan.csv sudah lewat.",
    example="`berlaku_sampai` 2025-12-31 pada situs yang dibangun tahun 2026",
    remedy=(
        "PPID menguji ulang dan menulis tanggal baru, atau membuka informasinya dan menghapus "
        "barisnya."
    ),
    severity=Severity.SUSPICION,
)
OBLIGATION_UNKNOWN = Code(
    "kewajiban-tidak-dikenal",
    cause="Halaman, data, dokumen, atau pernyataan menyebut kewajiban yang tidak dapat dipenuhi.",
    example="`kewajiban: [perki-berkala-profil-alamt]`, atau butir induk `kip-9-2c-keuangan`",
    remedy="Salin pengenalnya dari datasets/acuan/kewajiban/kewajiban.csv; pilih butir terbawah.",
)
STATEMENT_INCOMPLETE = Code(
    "pernyataan-tidak-lengkap",
    cause="Pernyataan nihil atau tidak berlaku tanpa tanggal, tanpa alasan, atau tidak mungkin.",
    example="`nihil` tanpa tahun, atau `nihil` untuk alamat dinas",
    remedy=(
        "Isi tanggal, oleh, alasan, dan untuk nihil tahunnya di pernyataan-ppid.csv; atau hapus "
        "barisnya dan terbitkan informasinya."
    ),
)
COLOUR_UNREADABLE = Code(
    "warna-kurang-kontras",
    cause="Tulisan putih di atas warna instansi, atau tautan berwarna itu, sukar dibaca.",
    example='`warna: "#7fc4e8"`',
    remedy="Pilih warna yang lebih gelap di `warna` instansi.yml.",
)
COMPARABLE_UNFIT = Code(
    "perbandingan-tidak-cocok",
    cause="Angka dinyatakan sebanding dengan konsep yang tidak ada, atau satuannya lain.",
    example='`"konsep": "anggaran-dinas"` untuk kolom bersatuan orang',
    remedy="Pilih konsep dan kode kategori dari datasets/acuan/konsep; samakan satuannya.",
)

COVERAGE_WRONG = Code(
    "cakupan-tidak-cocok",
    cause="`cakupan` menyebut tahun lain daripada yang ada di baris tabel.",
    example="baris tahun 2025, padahal `cakupan` selesai 2024",
    remedy="Samakan `mulai` dan `selesai` di `cakupan` dengan tahun pertama dan terakhir datanya.",
)
SOURCE_MISSING = Code(
    "tahun-tanpa-sumber",
    cause="Ada tahun data yang tidak mungkin berasal dari sumber yang disebut.",
    example="baris tahun 2025, padahal sumbernya hanya buku tahun 2024",
    remedy="Tambahkan sumber tahun itu ke `sources`, dengan `version` dan `bagian`-nya.",
)
TITLE_WRONG = Code(
    "judul-tidak-cocok",
    cause="Judul atau uraian menyebut tahun lain daripada baris yang dijelaskannya.",
    example="judul “Penerima 2020\u20132024” di atas baris sampai 2025",
    remedy="Perbarui tahun di judul atau uraian itu.",
)
MEMBER_MISSING = Code(
    "anggota-hilang",
    cause="Sesuatu yang ada pada periode sebelumnya tidak punya baris pada periode terbaru.",
    example="29 kelurahan pada 2024, 28 pada 2025",
    remedy=(
        "Tambahkan barisnya (bila angkanya tidak ada, kosongkan dengan status x), atau tulis "
        "`catatan` mengapa tidak ada lagi."
    ),
    severity=Severity.SUSPICION,
    answerable=True,
)
REGION_MISSING = Code(
    "wilayah-kurang",
    cause="Tabel memuat hampir semua wilayah di tabel acuan, tetapi ada yang tidak disebut.",
    example="28 dari 29 kelurahan",
    remedy=(
        "Tambahkan barisnya (bila angkanya tidak ada, kosongkan dengan status x), atau tulis "
        "`catatan` mengapa tidak disebut."
    ),
    severity=Severity.SUSPICION,
    answerable=True,
)
NOT_NEWEST = Code(
    "bukan-yang-terbaru",
    cause="Kartu, angka utama, atau grafik masih menunjukkan tahun lama; datanya sudah lebih baru.",
    example="`{{ kartu: pkh tahun=2024 ... }}` padahal angka 2025 sudah ada",
    remedy="Ganti tahunnya, beserta tahun di label atau judulnya.",
    severity=Severity.SUSPICION,
)

_OFFICIAL = "Hapus. Bila milik kantor, daftarkan di `kontak_resmi` instansi.yml dengan `peran`-nya."
PRIVATE_NIK = Code(
    "data-pribadi-nik",
    cause="Ada 16 angka yang tersusun seperti NIK atau nomor KK.",
    example="`61••••••••••••••`",
    remedy="Hapus; NIK dan nomor KK tidak pernah boleh terbit.",
)
PRIVATE_NPWP = Code(
    "data-pribadi-npwp",
    cause="Ada angka yang tersusun seperti NPWP.",
    example="`12.•••.•••.•-•••.•••`",
    remedy=_OFFICIAL,
)
PRIVATE_PHONE = Code(
    "data-pribadi-telepon",
    cause="Ada nomor telepon yang tidak terdaftar sebagai nomor kantor.",
    example="`08••-••••-••••`",
    remedy=_OFFICIAL,
)
PRIVATE_EMAIL = Code(
    "data-pribadi-surel",
    cause="Ada alamat surel yang tidak terdaftar sebagai alamat kantor.",
    example="`na••@••••••.••`",
    remedy=_OFFICIAL,
)
PRIVATE_ADDRESS = Code(
    "data-pribadi-alamat",
    cause="Ada alamat sampai nomor rumah atau RT/RW yang tidak terdaftar sebagai alamat kantor.",
    example="`Jl. ••••• ••. ••`, `RT ••/•• ••`",
    remedy=_OFFICIAL,
)
PRIVATE_ACCOUNT = Code(
    "data-pribadi-rekening",
    cause="Ada nomor rekening bank.",
    example="rekening `00••••••••`",
    remedy=_OFFICIAL,
)
PRIVATE_NIP = Code(
    "data-pribadi-nip",
    cause="Ada 18 angka yang tersusun seperti NIP (nomor induk pegawai).",
    example="`19•••••• •••••• • •••`",
    remedy=(
        "Hapus. NIP pejabat yang memang diumumkan didaftarkan di `kontak_resmi` instansi.yml "
        "dengan `peran` berisi jabatannya."
    ),
)
PRIVATE_CARD = Code(
    "data-pribadi-kartu",
    cause="Ada nomor kartu atau nomor induk seseorang: BPJS, KIS, KKS, JKN, NISN, atau paspor.",
    example="`No. KIS 00•••••••••••`",
    remedy="Hapus; nomor kartu dan nomor induk orang tidak boleh terbit.",
)
PRIVATE_PLATE = Code(
    "data-pribadi-kendaraan",
    cause="Ada nomor polisi kendaraan, yang menunjuk kepada pemiliknya.",
    example="`KB •••• ••`",
    remedy=_OFFICIAL,
)
PRIVATE_POSITION = Code(
    "data-pribadi-koordinat",
    cause="Ada koordinat sebuah rumah atau tempat tinggal.",
    example="`-0.0•••••, •••.••••••`",
    remedy="Hapus, atau sebut kelurahannya saja.",
)
PRIVATE_CHILD = Code(
    "data-pribadi-anak",
    cause="Nama seorang anak berdiri di dekat jenis kasus, seperti kekerasan atau HIV.",
    example="kekerasan terhadap `An• (•• •••••)`",
    remedy="Hapus namanya, juga inisial dan umurnya; tulis jumlah kasusnya saja.",
)
FILE_METADATA = Code(
    "metadata-berkas",
    cause="Foto, PDF, atau dokumen menyimpan keterangan tersembunyi: lokasi, kamera, nama pembuat.",
    example="foto JPEG langsung dari telepon genggam",
    remedy=(
        "Buang keterangannya, lalu ganti berkasnya. Windows: klik kanan, Properti, Detail, "
        "“Hapus Properti dan Informasi Pribadi”."
    ),
)
FILE_UNREAD = Code(
    "berkas-tidak-terperiksa",
    cause=(
        "Isi berkas tidak dapat dibaca program, sehingga data pribadi di dalamnya tidak akan "
        "terlihat: PDF atau arsip bersandi, rusak, atau terlalu besar; PDF hasil pindaian."
    ),
    example="surat keputusan yang dipindai, tanpa teks yang dapat dicari",
    remedy=(
        "Terbitkan PDF dari berkas aslinya, tanpa sandi. Pindaian yang tidak ada aslinya dibaca "
        "pegawai seluruhnya, lalu dicatat di `dokumen_diperiksa` instansi.yml."
    ),
)
SMALL_COUNT = Code(
    "angka-kecil-sensitif",
    cause=(
        "Angka kecil tentang orang dalam hal peka (kesehatan, disabilitas, anak, perkara pidana, "
        "korban kekerasan) terbaca, atau dapat dihitung dari angka lain."
    ),
    example="2 orang dengan HIV di satu kelurahan",
    remedy=(
        "Jalankan `make tutup INSTANSI=...`: angka kecil ditutup, angka aslinya disimpan di folder "
        "rahasia/. Bila instansi memilih menampilkannya, tulis di `privasi` pada datapackage.json: "
        '`{"tabel": ..., "tampilkan": true, "alasan": ...}`; alasannya dibaca semua orang.'
    ),
)
FEW_IN_PROSE = Code(
    "hal-peka-di-kalimat",
    cause="Sebuah kalimat menyebut satu sampai empat orang bersama hal yang peka.",
    example="“Tahun 2023 ada dua korban kekerasan di kelurahan itu.”",
    remedy="Tulis kalimatnya tanpa angka, atau tanpa tempat dan jenis yang menunjuk orangnya.",
    severity=Severity.SUSPICION,
    answerable=True,
)

ALL: tuple[Code, ...] = tuple(value for value in globals().values() if isinstance(value, Code))
