#!/usr/bin/env python3
"""Judge the finished site by the field's own measures: make audit

Lighthouse (mobile) on one page of each important kind, and the Nu HTML checker on every page. Both
come from npm into the cache folder; nothing is installed elsewhere. Needs node, npm, Java and a
Chromium, and says which of them is missing. Exit status 1 when a page falls short.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from profil_terbuka.cli import chromium  # noqa: E402
from profil_terbuka.model.messages import message  # noqa: E402
from profil_terbuka.words.catalogues import text  # noqa: E402

SITE = ROOT / "site"
TOOLS = ROOT / ".cache" / "audit"
PACKAGES = ("lighthouse@12.8.2", "vnu-jar@26.9.27")
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3
"""A page that falls short is measured again: one run on a busy machine says little."""
QUIRKS = (
    "CSS: Unrecognized at-rule “@container”",
    "CSS: “container-type”: Property",
    "The “role” attribute must not be used on a “t",
)
"""Beginnings of messages of the Nu checker that are no faults: its CSS is older than container
queries, by which a chart takes its narrow or its wide drawing; and on a narrow screen the list of
public information shows its rows as cards, which in some browsers would be no table any more if
their roles were not written out."""


class Gzipping(http.server.SimpleHTTPRequestHandler):
    """Serves like a real host: compressed where that helps."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        """A file with its type, gzipped."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


def missing() -> list[str]:
    """What this machine lacks, in words."""
    needed = {"node": "Node.js (node)", "npm": "npm", "java": "Java (java)"}
    lacking = [name for program, name in needed.items() if not shutil.which(program)]
    if not chromium.installed():
        lacking.append(text(message("commands.chromium-by-script")))
    return lacking


def install() -> None:
    """The two tools, once."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    wanted = " ".join(PACKAGES)
    stamp = TOOLS / "terpasang"
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        command = ["npm", "install", "--prefix", str(TOOLS), "--no-save", "--ignore-scripts"]
        subprocess.run([*command, "--no-audit", "--no-fund", *PACKAGES], check=True)
        stamp.write_text(wanted, "utf-8")


def pages() -> list[str]:
    """Of every agency: front page, catalogue, the dataset with most charts, a service page."""
    found = [""]
    for home in sorted(SITE.glob("*/ringkasan.json")):
        agency = home.parent
        charts = Counter(path.parent.name for path in agency.glob("data/*/*.svg"))
        found += [f"{agency.name}/", f"{agency.name}/data/"]
        if charts:
            most = max(sorted(charts), key=lambda name: charts[name])
            found.append(f"{agency.name}/data/{most}/")
        services = sorted((agency / "layanan").glob("*/index.html"))
        folder = services[0].parent if services else agency / "layanan"
        if folder.is_dir():
            found.append(f"{folder.relative_to(SITE).as_posix()}/")
    return found


def lighthouse(address: str) -> dict[str, int]:
    """Scores by category, 0 to 100; what lost points is printed."""
    report = TOOLS / "laporan.json"
    command = [
        str(TOOLS / "node_modules" / ".bin" / "lighthouse"),
        address,
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(LEAST)}",
        "--quiet",
        f"--chrome-flags=--headless=new {' '.join(chromium.ARGUMENTS)}",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium.installed() or ""}
    subprocess.run(command, check=True, env=environment)
    found = json.loads(report.read_text("utf-8"))
    scores = {}
    for name, category in found["categories"].items():
        scores[name] = round(100 * category["score"])
        for item in category["auditRefs"]:
            audit = found["audits"][item["id"]]
            if scores[name] < LEAST[name] and item["weight"] and (audit["score"] or 0) < 1:
                print(f"      {audit['title']}: {audit.get('displayValue', '')}")
    if scores["performance"] < LEAST["performance"]:
        # The same page scores less on a slower or busier machine.
        index = round(found["environment"]["benchmarkIndex"])
        speed = message("commands.speed-of-machine", index=index)
        print(f"      {text(speed)}")
    return scores


def measured(address: str) -> dict[str, int]:
    """The scores of one run, or the median of `RUNS` where one run is not good enough."""
    runs = [lighthouse(address)]
    if any(runs[0][name] < least for name, least in LEAST.items()):
        runs += [lighthouse(address) for _ in range(RUNS - 1)]
    return {name: round(statistics.median(run[name] for run in runs)) for name in LEAST}


def judged(address: str) -> int:
    """How many pages fall short."""
    short = 0
    for page in pages():
        scores = measured(f"{address}/{page}")
        fails = [name for name, least in LEAST.items() if scores[name] < least]
        told = ", ".join(f"{name} {score}" for name, score in scores.items())
        verdict = message("commands.page-short") if fails else message("commands.page-good")
        print(f"  {text(verdict)} /{page}: {told}")
        short += bool(fails)
    return short


def html_errors() -> int:
    """Messages of the Nu checker that are no known quirk, each printed once with its count."""
    jar = TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ["--errors-only", "--skip-non-html", "--format", "json"]
    command = ["java", "-Xss4m", "-jar", str(jar), *options, str(SITE)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(result.stderr)["messages"]
    errors = [item for item in messages if not item["message"].startswith(QUIRKS)]
    first = {item["message"]: item.get("url", "").removeprefix(f"file:{SITE}") for item in errors}
    for fault, count in Counter(item["message"] for item in errors).most_common():
        print(f"  {count} x {fault} ({first[fault]})")
    return len(errors)


def main() -> int:
    """Both audits; exit status 1 when something falls short or is missing."""
    if lacking := missing():
        print(text(message("commands.install-first", programs=tuple(lacking))), file=sys.stderr)
        return 1
    if not SITE.is_dir():
        print(text(message("commands.nothing-to-audit")), file=sys.stderr)
        return 1
    install()
    handler = functools.partial(Gzipping, directory=str(SITE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(text(message("commands.audit-of-phones")))
        short = judged(f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
    print(text(message("commands.audit-of-html")))
    wrong = html_errors()
    print(text(message("commands.audited", pages=short, errors=wrong)))
    return 1 if short or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
