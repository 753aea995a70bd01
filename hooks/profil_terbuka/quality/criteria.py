"""The criteria that every dataset is held against, by name; `ALL` is their order on pages.

Dimensions are those of the Linked Data Quality vocabulary, which W3C's DQV recommends.
"""

from __future__ import annotations

from ..model.products import Criterion

SHORTEST = 50
"""Characters of a description that says something; search engines for data ask for as many."""

DESCRIPTION = Criterion(
    "uraian",
    "Panjang uraian",
    f"Banyaknya huruf uraian kumpulan data. Cukup bila paling sedikit {SHORTEST}.",
    "understandability",
)
UNITS = Criterion(
    "satuan",
    "Ukuran bersatuan",
    "Bagian kolom ukuran yang satuannya disebut. Cukup bila semuanya.",
    "interpretability",
)
SOURCE = Criterion(
    "sumber",
    "Sumber disebut",
    "Buku asal, edisi, dan bagiannya disebut.",
    "trustworthiness",
)
LICENCE = Criterion(
    "lisensi",
    "Lisensi terbuka",
    "Boleh dipakai ulang siapa pun: lisensinya memenuhi Open Definition.",
    "licensing",
)
KEYS = Criterion(
    "kunci",
    "Tabel berkunci",
    "Bagian tabel yang setiap barisnya dikenali oleh kolom kunci. Cukup bila semuanya.",
    "consistency",
)
RAN = Criterion(
    "pemeriksaan",
    "Pemeriksaan dijalankan",
    "Banyaknya pemeriksaan atas kumpulan data ini: aturan yang dinyatakan di deskriptornya dan "
    "pencarian kejanggalan yang otomatis, dihitung per tabel.",
    "semanticAccuracy",
)
PASSED = Criterion(
    "pemeriksaan-beres",
    "Pemeriksaan beres",
    "Bagian pemeriksaan yang tidak menemukan apa-apa, atau yang temuannya sudah dijawab catatan "
    "mutu data. Cukup bila semuanya.",
    "semanticAccuracy",
)
ACKNOWLEDGED = Criterion(
    "pemeriksaan-bercatatan",
    "Pemeriksaan bercatatan",
    "Banyaknya pemeriksaan yang temuannya dijawab catatan mutu data, bukan dengan mengubah angka.",
    "trustworthiness",
)
UNTOLD = Criterion(
    "pemeriksaan-terhalang",
    "Pemeriksaan terhalang",
    "Banyaknya aturan yang tidak dapat diperiksa sepenuhnya, karena sebagian angkanya ditutup dan "
    "angka aslinya hanya disimpan instansi.",
    "semanticAccuracy",
)
OPEN_NOTES = Criterion(
    "catatan-terbuka",
    "Catatan belum selesai",
    "Banyaknya catatan mutu data yang masih diragukan atau menunggu jawaban. Cukup bila tidak ada.",
    "trustworthiness",
)
REGIONS = Criterion(
    "kode-wilayah",
    "Baris wilayah berkode",
    "Bagian baris tentang suatu wilayah yang memuat kode Kementerian Dalam Negeri. Cukup bila "
    "semuanya.",
    "interoperability",
)
MISSING = Criterion(
    "angka-kosong",
    "Angka kosong",
    "Bagian sel angka yang tidak tersedia di buku.",
    "completeness",
)
WITHHELD = Criterion(
    "angka-ditutup",
    "Angka ditutup",
    "Bagian sel angka yang tidak diterbitkan untuk melindungi orang.",
    "completeness",
)
DOUBTFUL = Criterion(
    "angka-diragukan",
    "Angka diragukan",
    "Bagian sel angka yang bertanda diragukan, atau tidak sahih sehingga dikosongkan.",
    "semanticAccuracy",
)
MENDED = Criterion(
    "angka-diperbaiki",
    "Angka diperbaiki",
    "Bagian sel angka yang diperbaiki atau dibaca ulang; yang tercetak tetap disimpan.",
    "semanticAccuracy",
)
AGE = Criterion(
    "umur",
    "Umur edisi",
    "Banyaknya hari sejak edisi ini terbit sampai situs dibangun, di samping jadwal terbitnya.",
    "timeliness",
)

ALL = (
    DESCRIPTION,
    UNITS,
    SOURCE,
    LICENCE,
    KEYS,
    RAN,
    PASSED,
    ACKNOWLEDGED,
    UNTOLD,
    OPEN_NOTES,
    REGIONS,
    MISSING,
    WITHHELD,
    DOUBTFUL,
    MENDED,
    AGE,
)
