"""Puts the datasets of the folders beside this file into a CKAN portal. Needs nothing but Python 3.

Part of ckan.zip, in which it is called unggah.py; it stands alone there. What a portal holds is
renewed in place: nothing is deleted, neither files nor what people of the portal have added.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import urllib.error
import urllib.request
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

WORDS: Mapping[str, str] = {}  # put in when ckan.zip is made
HERE = Path(__file__).resolve().parent
SECONDS = 120
NOT_FOUND = 404

Json = dict[str, Any]


class PortalRefusal(Exception):
    """What the portal answered instead of doing as it was asked."""


class CkanPortal:
    """The API of a CKAN portal."""

    def __init__(self, address: str, token: str) -> None:
        self._actions = f"{address.rstrip('/')}/api/3/action/"
        self._token = token

    def do(self, action: str, values: Json, file: Path | None = None) -> Any:
        """The result of an action; `file` goes along as `upload`. None for what is not there."""
        if file is None:
            data, kind = json.dumps(values).encode(), "application/json"
        else:
            data, kind = _form(values, file)
        head = {"Authorization": self._token, "Content-Type": kind}
        request = urllib.request.Request(self._actions + action, data, head)  # noqa: S310  as told
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
                return json.load(answer)["result"]
        except urllib.error.HTTPError as refusal:
            if refusal.code == NOT_FOUND:
                return None
            raise PortalRefusal(f"{action}: {refusal.code} {_reason(refusal.read())}") from refusal
        except (urllib.error.URLError, ValueError, KeyError, TypeError) as problem:
            raise PortalRefusal(f"{action}: {problem}") from problem


def upload_asked(arguments: Sequence[str]) -> int:
    """Upload what was asked for; the number of datasets that the portal refused."""
    asked = _arguments(arguments)
    portal = CkanPortal(asked.portal, asked.token or os.environ.get("CKAN_TOKEN", ""))
    refused = 0
    for document in sorted(HERE.glob("*/dataset.json")):
        if asked.dataset and document.parent.name not in asked.dataset:
            continue
        try:
            _dataset(portal, document.parent, asked.organisasi, with_files=asked.berkas)
        except PortalRefusal as problem:
            refused += 1
            print(WORDS["refused"].format(name=document.parent.name, problem=problem))
    return min(refused, 1)


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=WORDS["about"])
    parser.add_argument("dataset", nargs="*", help=WORDS["dataset"])
    parser.add_argument("--portal", required=True, help=WORDS["portal"])
    parser.add_argument("--token", help=WORDS["token"])
    parser.add_argument("--organisasi", help=WORDS["organisation"])
    parser.add_argument("--berkas", action="store_true", help=WORDS["files"])
    return parser.parse_args(arguments)


def _dataset(
    portal: CkanPortal, folder: Path, organisation: str | None, *, with_files: bool
) -> None:
    """A dataset made or renewed, then each of its files."""
    told: Json = json.loads((folder / "dataset.json").read_text("utf-8"))
    told.pop("resources", None)  # a list of them would replace what is there
    if organisation:
        told["owner_org"] = organisation
    there = portal.do("package_show", {"id": told["name"]})
    if there is None:
        there = portal.do("package_create", told)
    else:
        kept = {item["key"]: item for item in there.get("extras", [])}
        kept |= {item["key"]: item for item in told["extras"]}
        renewed = {**told, "id": there["id"], "extras": list(kept.values())}
        there = portal.do("package_patch", renewed)
    print(WORDS["sent"].format(name=folder.name, title=told["title"]))
    for item in json.loads((folder / "resources.json").read_text("utf-8")):
        _resource(portal, there, item, folder / item["description"], with_files=with_files)


def _resource(
    portal: CkanPortal, dataset: Json, told: Json, file: Path, *, with_files: bool
) -> None:
    """A file of a dataset as a link, or sent to the portal where it has no address or is wanted."""
    sent = file if file.is_file() and (with_files or not told.get("url")) else None
    if sent is None and not told.get("url"):
        return
    there = next((one for one in dataset["resources"] if _same(one, told)), None)
    values = {key: value for key, value in told.items() if sent is None or key != "url"}
    if there is None:
        portal.do("resource_create", {**values, "package_id": dataset["id"]}, sent)
        return
    if sent is None and there.get("url_type") == "upload":
        return  # somebody has put the file itself into the portal: a link is no better
    portal.do("resource_patch", {**values, "id": there["id"]}, sent)


def _same(one: Json, told: Json) -> bool:
    """Whether a resource of the portal is this file: by the name at the end of its address."""
    name = str(told["description"])
    return one.get("description") == name or str(one.get("url", "")).rpartition("/")[2] == name


def _form(values: Json, file: Path) -> tuple[bytes, str]:
    """A form with one file, as browsers send it, and its kind."""
    mark = uuid.uuid4().hex
    parts = [f'name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in values.items()]
    about = f'name="upload"; filename="{file.name}"\r\nContent-Type: application/octet-stream'
    parts.append(about.encode() + b"\r\n\r\n" + file.read_bytes() + b"\r\n")
    head = f"--{mark}\r\nContent-Disposition: form-data; ".encode()
    data = b"".join(head + part for part in parts) + f"--{mark}--\r\n".encode()
    return data, f"multipart/form-data; boundary={mark}"


def _reason(answer: bytes) -> str:
    """What CKAN says is wrong, or what else came."""
    try:
        return json.dumps(json.loads(answer)["error"], ensure_ascii=False)
    except (ValueError, KeyError, TypeError):
        return answer.decode("utf-8", "replace")[:300]


if __name__ == "__main__":
    sys.exit(upload_asked(sys.argv[1:]))
