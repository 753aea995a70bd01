# Everything happens in .venv; nothing is installed globally. `make` alone lists the commands.
PYTHON ?= python3
VENV   := .venv/bin
export NO_MKDOCS_2_WARNING := 1

# What people give reaches a script as it is: no shell and no make reads a file's name as a command.
as_is = '$(subst ','\'',$(value $(1)))'
unexport INSTANSI NAMA WILAYAH BERKAS DATASET JUDUL SATUAN SUBJEK LEMBAR JAWAB ALASAN KUNCI NILAI OLEH \
  UKURAN FORMAT SEJAK TABEL TAHUN TENGGAT VERSI JENIS PERUBAHAN PINTU SUMBER URAIAN FOLDER NOMOR N BARIS UNIT SEMESTER HALAMAN TAYANG
option = $(if $(value $(2)),--$(1) $(call as_is,$(2)))

.DEFAULT_GOAL := help
.PHONY: help site pratayang check serve new meja impor tahun templat register laporan surat semester koreksi tutup edisi \
  catat paket beda kepatuhan bukti bukti-tayang lisensi kata test test-cepat cakupan bench audit lint lock clean SELALU

help: ## Tampilkan daftar perintah
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

site: .venv/.ok ## Bangun semua instansi dan portal ke site/ [STRICT=1] [TANGGAL=2026-11-22]
	@$(VENV)/python scripts/bangun.py $(if $(STRICT),--strict)

pratayang: .venv/.ok ## Bangun dengan yang masih menunggu hari terbitnya ke pratayang/; tidak untuk diterbitkan [STRICT=1]
	@$(VENV)/python scripts/bangun.py --pratayang $(if $(STRICT),--strict)

check: .venv/.ok ## Periksa data dan halaman tanpa membangun [STRICT=1] [RINCI=1] [FORMAT=github] [TANGGAL=2026-11-22]
	@$(VENV)/python scripts/periksa.py $(if $(STRICT),--strict) $(if $(RINCI),--rinci) $(call option,format,FORMAT)

serve: .venv/.ok ## Pratinjau satu instansi: make serve INSTANSI=dinkes-kota-x [PINTU=8000]
	@$(VENV)/python scripts/pratinjau.py $(call as_is,INSTANSI) $(call option,pintu,PINTU)

new: .venv/.ok ## Mulai instansi: make new INSTANSI=dinkes-kota-x NAMA="Dinas ..." [WILAYAH=61.71]
	@$(VENV)/python scripts/baru.py $(call as_is,INSTANSI) $(call option,nama,NAMA) $(call option,wilayah,WILAYAH)

impor: .venv/.ok ## Impor tabel: make impor INSTANSI=... BERKAS=data.xlsx [JUDUL="..."] [SATUAN=orang] [URAIAN="..."] [SUMBER="..."] [JAWAB="..."] [KEMBALIKAN=1] [TULIS=1]
	@$(VENV)/python scripts/impor.py $(call as_is,INSTANSI) --berkas $(call as_is,BERKAS) $(call option,dataset,DATASET) $(call option,judul,JUDUL) $(call option,satuan,SATUAN) $(call option,subjek,SUBJEK) $(call option,uraian,URAIAN) $(call option,sumber,SUMBER) $(call option,lembar,LEMBAR) $(call option,jawab,JAWAB) $(call option,alasan,ALASAN) $(if $(KEMBALIKAN),--kembalikan) $(if $(TULIS),--tulis) $(if $(JSON),--json)

tahun: .venv/.ok ## Isian tahunan untuk setiap bidang: make tahun TAHUN=2025 [INSTANSI=...] [TENGGAT=2026-03-31] [ULANG=1]
	@$(VENV)/python scripts/tahun.py $(call as_is,INSTANSI) --tahun $(call as_is,TAHUN) $(call option,tenggat,TENGGAT) $(if $(ULANG),--ulang)

templat: .venv/.ok ## Buku kerja register PPID untuk diisi di Excel: make templat [INSTANSI=...]
	@$(VENV)/python scripts/templat.py $(call as_is,INSTANSI)

register: .venv/.ok ## Register permohonan dan keberatan di komputer kantor: make register INSTANSI=... [FOLDER=D:/PPID]
	@$(VENV)/python scripts/register.py $(call as_is,INSTANSI) $(call option,folder,FOLDER)

laporan: .venv/.ok ## Hitung setahun dari register: make laporan INSTANSI=... BERKAS=register-permohonan.xlsx TAHUN=2025 [TULIS=1]
	@$(VENV)/python scripts/laporan.py $(call as_is,INSTANSI) --berkas $(call as_is,BERKAS) --tahun $(call as_is,TAHUN) $(if $(TULIS),--tulis)

surat: .venv/.ok ## Surat dan keputusan PPID sebagai DOCX: make surat INSTANSI=... JENIS=penolakan BERKAS=register-permohonan.xlsx NOMOR=12, atau JENIS=permintaan-dokumen UNIT="Subbagian keuangan" [TENGGAT=2026-12-15] [FOLDER=D:/PPID]
	@$(VENV)/python scripts/surat.py $(call as_is,INSTANSI) --jenis $(call as_is,JENIS) --berkas $(call as_is,BERKAS) --nomor $(call as_is,NOMOR) $(call option,unit,UNIT) $(call option,tenggat,TENGGAT) $(call option,folder,FOLDER)

semester: .venv/.ok ## Laporan semester kepada PPID Utama: make semester INSTANSI=... [SEMESTER=2026-1] [BERKAS=register-permohonan.xlsx] [FOLDER=D:/PPID]
	@$(VENV)/python scripts/semester.py $(call as_is,INSTANSI) $(call option,semester,SEMESTER) $(call option,berkas,BERKAS) $(call option,folder,FOLDER)

meja: .venv/.ok ## Buka meja kerja di peramban: tanpa perintah, tanpa terminal lagi
	@$(VENV)/python scripts/meja.py $(call option,pintu,PINTU) $(if $(TANPA_PERAMBAN),--tanpa-peramban)

koreksi: .venv/.ok ## Koreksi satu angka: make koreksi DATASET=pbi KUNCI="2024 Mariana" NILAI=919 ALASAN="..." [TULIS=1]
	@$(VENV)/python scripts/koreksi.py $(call as_is,INSTANSI) --dataset $(call as_is,DATASET) --kunci $(call as_is,KUNCI) --nilai $(call as_is,NILAI) --alasan $(call as_is,ALASAN) $(call option,oleh,OLEH) $(call option,ukuran,UKURAN) $(call option,tabel,TABEL) $(if $(TULIS),--tulis)

tutup: .venv/.ok ## Tutup angka kecil tentang hal peka: make tutup [INSTANSI=...]
	@$(VENV)/python scripts/tutup.py $(if $(value INSTANSI),$(call as_is,INSTANSI))

edisi: .venv/.ok ## Mulai edisi baru: make edisi INSTANSI=... DATASET=pbi VERSI=1.1.0 ALASAN="..." [JENIS=data] [PERUBAHAN="..."]
	@$(VENV)/python scripts/edisi.py $(call as_is,INSTANSI) $(call as_is,DATASET) $(call as_is,VERSI) --alasan $(call as_is,ALASAN) $(call option,jenis,JENIS) $(call option,perubahan,PERUBAHAN)

catat: site ## Bangun, lalu catat alamat dan edisi yang terbit
	@$(VENV)/python scripts/catat.py

kepatuhan: .venv/.ok ## Kewajiban informasi publik: make kepatuhan [TANGGAL=2027-11-22] [STRICT=1]
	@$(VENV)/python scripts/kepatuhan.py $(if $(value INSTANSI),$(call as_is,INSTANSI)) $(if $(STRICT),--strict)

bukti: .venv/.ok-dev ## Buku kerja Monev dengan tangkapan layar halaman yang ditautnya: make bukti INSTANSI=... (butuh Chromium)
	@$(VENV)/python scripts/bukti.py $(call as_is,INSTANSI)

bukti-tayang: .venv/.ok-dev ## Bukti satu halaman tentang yang tayang: make bukti-tayang INSTANSI=... [HALAMAN="data/pkh/ ppid/"] [TAYANG=https://...] [TANPA_TAYANG=1] [KUNCI=bukti.key]
	@$(VENV)/python scripts/bukti_tayang.py $(call as_is,INSTANSI) $(call option,halaman,HALAMAN) $(call option,tayang,TAYANG) $(if $(TANPA_TAYANG),--tanpa-tayang) $(call option,kunci,KUNCI)

paket: .venv/.ok ## ZIP situs untuk server, dengan aturan dan berkas yang sudah dimampatkan: make paket [INSTANSI=...] [LURING=1] [POHON=1]
	@$(VENV)/python scripts/paket.py $(if $(value INSTANSI),$(call as_is,INSTANSI)) $(if $(LURING),--luring) $(if $(POHON),--pohon)

beda: .venv/.ok ## Data yang berubah sejak suatu komit, sebagai Markdown: make beda SEJAK=origin/main
	@$(VENV)/python scripts/beda.py $(call as_is,SEJAK)

lisensi: .venv/.ok ## Lisensi semua pustaka yang dipakai, sebagai CSV
	@$(VENV)/python scripts/lisensi.py

kata: .venv/.ok ## Kumpulkan kalimat templat halaman untuk penerjemah
	@$(VENV)/python scripts/kata.py

test: .venv/.ok-dev lint ## Jalankan semua yang dijalankan CI
	$(VENV)/python scripts/peramban.py
	$(VENV)/python scripts/server_uji.py
	$(VENV)/python -m pytest

test-cepat: .venv/.ok-dev ## Jalankan uji mesin saja: tanpa membangun situs, tanpa peramban
	$(VENV)/python -m pytest tests/engine

cakupan: .venv/.ok-dev ## Uji mesin, lalu sebutkan baris program yang tidak tersentuh
	$(VENV)/python -m pytest tests/engine --cov=profil_terbuka --cov-branch --cov-report=term-missing:skip-covered

bench: .venv/.ok ## Ukur beban membangun dan memeriksa, di samping lantainya: make bench [N="50 200 1000"] [BARIS=1000000]
	@cd tests && ../$(VENV)/python -m bench $(call as_is,N) $(call option,rows,BARIS)

audit: .venv/.ok-dev site ## Lighthouse dan pemeriksa HTML Nu (butuh Node, Java, Chromium)
	$(VENV)/python scripts/audit.py

ISSUE_FORMS = $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

lint: .venv/.ok-dev
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy
	$(VENV)/djlint --quiet --lint hooks
	$(VENV)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(VENV)/check-jsonschema --builtin-schema vendor.github-issue-forms $(ISSUE_FORMS)
	$(VENV)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(VENV)/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff
	$(VENV)/zizmor --quiet --offline --persona pedantic .github

lock: .venv/.ok-dev ## Kunci ulang versi pustaka (butuh uv)
	uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --python-version 3.11 pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --python-version 3.11 pyproject.toml requirements-dev.in -o requirements-dev.txt

clean: ## Hapus hasil bangun dan singgahan
	rm -rf site pratayang .cache .site.* .pratayang.*

# Both run each time: the script itself knows whether anything is to be done.
.venv/.ok: SELALU
	@$(PYTHON) scripts/siapkan.py requirements.txt

.venv/.ok-dev: .venv/.ok SELALU
	@$(PYTHON) scripts/siapkan.py requirements-dev.txt
