"""make bukti-tayang: one page, signed by the real minisign; what is not so is refused or told."""

from __future__ import annotations

import datetime
import io
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

from answering import Answer, answering, as_served
from profil_terbuka import attestation
from profil_terbuka.attestation.signing import VARIABLE
from profil_terbuka.publish.finishing import write_files
from profil_terbuka.publish.manifest import SUMS, seal
from programs import well
from server_uji import found
from support import Run, names, snapshot

PAGE, PAPER = "bukti-tayang.html", "bukti-tayang.pdf"
PARTS = [SUMS, PAGE, PAPER]
SITE = "site/contoh"
DATA = "data/penerima/"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A secret key without a passphrase, its public key beside it."""
    folder = tmp_path_factory.mktemp("kunci")
    return made_key(folder / "bukti.key", folder / "bukti.pub")


def made_key(secret: Path, public: Path) -> Path:
    command = [found("minisign"), "-G", "-W", "-f", "-s", str(secret), "-p", str(public)]
    subprocess.run(command, check=True, capture_output=True)
    return secret


def laid(project: Path) -> Path:
    """The folder of the only proof."""
    (folder,) = (project / "bukti-tayang").iterdir()
    assert folder.name.startswith("contoh-20")
    return folder


def seal_lines(data: bytes) -> Mapping[str, str]:
    lines = (line.split("  ", 1) for line in data.decode().splitlines())
    return {name: seal for seal, name in lines}


@pytest.fixture
def host(published: Path) -> Iterator[str]:
    """The site as somebody serves it, but for one table that is old there."""
    old = Answer(b"tahun,jumlah\n2019,1\n")
    answers = as_served(snapshot(published / SITE))
    with answering({**answers, f"{DATA}penerima.csv": old}) as root:
        yield root


def test_a_proof_is_one_page_with_the_seals(published: Path, run_again: Run) -> None:
    done = well(run_again("bukti_tayang.py", "--halaman", DATA))
    folder = laid(published)
    assert names(folder) == sorted(PARTS)
    sums = (folder / SUMS).read_bytes()
    assert sums == (published / SITE / SUMS).read_bytes()
    paper = PdfReader(folder / PAPER)
    assert len(paper.pages) == 1
    said = paper.pages[0].extract_text()
    assert seal_lines(sums)[f"{DATA}index.html"] in said.replace("\n", "")
    assert "tidak dilihat" in said
    assert "Belum ditandatangani" in said
    assert "Yang dinyatakan hanya situs hasil bangun" in done.stdout
    assert "minisign -S -s JALAN/KE/KUNCI" in done.stdout


def test_all_three_are_signed_and_one_other_byte_is_refused(
    published: Path, run_again: Run, key: Path
) -> None:
    done = well(run_again("bukti_tayang.py", "--kunci", str(key)))
    folder = laid(published)
    assert names(folder) == sorted([*PARTS, *(f"{name}.minisig" for name in PARTS)])
    public = key.with_suffix(".pub").read_text().splitlines()[1]
    assert public in done.stdout
    assert public in (folder / PAGE).read_text()
    for name in PARTS:
        verify = [found("minisign"), "-V", "-P", public, "-m", str(folder / name)]
        said = subprocess.run(verify, capture_output=True, text=True, check=True).stdout
        assert "Trusted comment: Bukti tayang Dinas Contoh, " in said
        data = bytearray((folder / name).read_bytes())
        data[len(data) // 2] ^= 1
        (folder / name).write_bytes(data)
        assert subprocess.run(verify, capture_output=True, check=False).returncode == 1
        assert not attestation.check_signature(folder / name, public)


def test_a_signed_proof_is_never_written_over(published: Path, run_again: Run, key: Path) -> None:
    well(run_again("bukti_tayang.py", "--kunci", str(key)))
    before = snapshot(laid(published))
    done = run_again("bukti_tayang.py")
    assert done.returncode == 1
    assert "sudah ada bukti hari ini yang bertanda tangan" in done.stderr
    assert snapshot(laid(published)) == before


def test_what_is_served_otherwise_stands_on_the_page(
    published: Path, run_again: Run, host: str
) -> None:
    done = run_again("bukti_tayang.py", "--halaman", DATA, "--tayang", host)
    assert done.returncode == 1
    assert f"tidak sama dengan hasil bangun: {DATA}penerima.csv." in done.stdout
    page = (laid(published) / PAGE).read_text()
    assert "Tidak semuanya tayang seperti yang dibangun instansi" in page
    assert "Yang keadaannya “isinya lain”: 1 berkas." in page
    assert page.index(f">{DATA}penerima.csv<") < page.index(f">{DATA}index.html<")


def test_what_is_served_as_built_is_told_so(published: Path, run_again: Run, host: str) -> None:
    done = well(run_again("bukti_tayang.py", "--tayang", host.rstrip("/")))
    assert f"{host} menyajikan 3 berkas, semuanya sama" in done.stdout
    page = (laid(published) / PAGE).read_text()
    assert "<b>Semuanya sama</b>" in page
    assert f"yang dilihat: {host}" in page


def test_a_site_with_an_address_is_looked_at_there(published: Path, run_again: Run) -> None:
    folder, answers = published / SITE, dict[str, Answer]()
    with answering(answers) as root:
        (folder / "robots.txt").write_text(f"Sitemap: {root}sitemap.xml\n")
        write_files(folder, seal(folder, folder, (), datetime.date(2025, 1, 1)))
        answers |= as_served(snapshot(folder))
        done = well(run_again("bukti_tayang.py"))
        assert f"{root} menyajikan 3 berkas, semuanya sama" in done.stdout
        done = well(run_again("bukti_tayang.py", "--tanpa-tayang"))
    assert "yang tayang tidak dilihat" in done.stdout
    page = (laid(published) / PAGE).read_text()
    assert f"<td>{root}</td>" in page
    assert "<b>Yang tayang di internet tidak dilihat</b>" in page


def test_without_a_browser_there_is_no_paper(published: Path, run_again: Run) -> None:
    done = well(run_again("bukti_tayang.py", CHROMIUM="/tidak/ada/chromium"))
    assert "PDF tidak dibuat" in done.stdout
    assert names(laid(published)) == [SUMS, PAGE]
    assert PAPER not in (laid(published) / PAGE).read_text()


def refused(done: subprocess.CompletedProcess[str], published: Path, status: int = 1) -> str:
    """What was said; nothing may lie there."""
    assert done.returncode == status, done.stdout
    assert not list(published.glob("bukti-tayang/*"))
    return done.stderr


def test_a_tampered_site_is_refused(published: Path, run_again: Run) -> None:
    table = published / SITE / DATA / "penerima.csv"
    table.write_bytes(table.read_bytes() + b"9\n")
    said = refused(run_again("bukti_tayang.py"), published)
    assert f"berubah sesudah situs dibangun: {DATA}penerima.csv. Hapus folder `site`" in said


def test_an_address_that_is_not_there_is_refused_with_near_ones(
    published: Path, run_again: Run
) -> None:
    said = refused(run_again("bukti_tayang.py", "--halaman", "data/penerma/"), published)
    assert "Tidak ada `data/penerma/` di situs ini. Yang mirip: `data/penerima/`" in said


def test_no_proof_is_of_another_day(published: Path, run_again: Run) -> None:
    said = refused(run_again("bukti_tayang.py", TANGGAL="2026-11-22"), published, 2)
    assert "TANGGAL tidak dapat dipakai" in said


def test_what_is_no_address_is_refused(published: Path, run_again: Run) -> None:
    said = refused(run_again("bukti_tayang.py", "--tayang", "data.contoh.go.id"), published, 2)
    assert "tidak diawali https://" in said


def test_a_server_that_is_not_there_makes_no_proof(published: Path, run_again: Run) -> None:
    with answering({}) as root:
        pass  # its port is free again
    said = refused(run_again("bukti_tayang.py", "--tayang", root), published)
    assert "tidak dapat dilihat: server tidak menjawab" in said
    assert "--tanpa-tayang" in said


# Keys


def with_key(run_again: Run, file: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return run_again("bukti_tayang.py", "--kunci", str(file), **environment)


def test_without_minisign_it_is_said_how_to_get_it(
    published: Path, run_again: Run, key: Path
) -> None:
    said = refused(with_key(run_again, key, **{VARIABLE: "/tidak/ada/minisign"}), published)
    assert "sudo apt install minisign" in said
    assert "Windows: unduh" in said


def test_a_key_that_is_not_there_is_refused(published: Path, run_again: Run, key: Path) -> None:
    said = refused(with_key(run_again, key.with_name("tiada.key")), published)
    assert "Tidak ada berkas kunci" in said


def test_a_public_key_signs_nothing(published: Path, run_again: Run, key: Path) -> None:
    said = refused(with_key(run_again, key.with_suffix(".pub")), published)
    assert "berisi kunci publik" in said


def test_a_key_without_its_public_one_is_refused(
    published: Path, run_again: Run, tmp_path: Path
) -> None:
    secret = made_key(tmp_path / "bukti.key", tmp_path / "lain.txt")
    said = refused(with_key(run_again, secret), published)
    assert f"minisign -R -s {secret} -p {tmp_path / 'bukti.pub'}" in said


def test_a_public_key_of_another_pair_is_noticed(
    published: Path, run_again: Run, key: Path, tmp_path: Path
) -> None:
    secret = made_key(tmp_path / "bukti.key", tmp_path / "lain.txt")
    (tmp_path / "bukti.pub").write_bytes(key.with_suffix(".pub").read_bytes())
    said = refused(with_key(run_again, secret), published)
    assert "keduanya bukan pasangan" in said


def test_what_is_no_key_signs_nothing(published: Path, run_again: Run, key: Path) -> None:
    broken = key.with_name("rusak.key")
    broken.write_text("bukan kunci\n")
    broken.with_suffix(".pub").write_bytes(key.with_suffix(".pub").read_bytes())
    assert "minisign tidak menandatangani" in refused(with_key(run_again, broken), published)


def test_a_key_within_the_repository_is_refused(published: Path, run_again: Run) -> None:
    secret = made_key(published / "bukti.key", published / "bukti.pub")
    assert "di dalam repositori" in refused(with_key(run_again, secret), published)


# One page, whatever is stated


def test_a_page_stays_one_however_much_is_stated(published: Path, run_again: Run) -> None:
    """Long names, every address of the site: fewer files are listed, the rest is counted."""
    identity = published / "datasets/contoh/instansi.yml"
    long = "Dinas Pemberdayaan Perempuan dan Pelindungan Anak Rekaan " * 3
    identity.write_text(identity.read_text().replace("nama: Dinas Contoh", f"nama: {long}"))
    files = snapshot(published / SITE)
    pages = " ".join(name for name in files if name.endswith("index.html"))
    well(run_again("bukti_tayang.py", "--halaman", pages))
    data = (laid(published) / PAPER).read_bytes()
    assert len(PdfReader(io.BytesIO(data)).pages) == 1
    assert "berkas lain yang dinyatakan tetapi tidak muat" in (laid(published) / PAGE).read_text()
