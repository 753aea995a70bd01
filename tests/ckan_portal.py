"""A CKAN portal small enough for a test: its API as CKAN 2.12 acts, with nothing behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from support import QUICK

TOKEN = "token-rekaan"

Json = dict[str, Any]


class Unfit(Exception):
    """An answer other than 200, with its number."""


@dataclass
class FakeCkan:
    """Datasets by name, as `package_show` gives them; `uploads` are files by resource."""

    datasets: dict[str, Json] = field(default_factory=dict)
    uploads: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def package_show(self, values: Json, _: object = None) -> Json:
        return self._dataset(values["id"])

    def package_create(self, values: Json, _: object = None) -> Json:
        if values["name"] in self.datasets:
            raise Unfit(409)
        made = {"id": f"id-{values['name']}", "extras": [], "resources": [], **values}
        self.datasets[values["name"]] = made
        self._number(made)
        return made

    def package_patch(self, values: Json, _: object = None) -> Json:
        """Only what is named changes; a list is replaced whole, which deletes what it lacks."""
        dataset = self._dataset(values["id"])
        dataset |= {key: value for key, value in values.items() if key != "id"}
        self._number(dataset)
        return dataset

    def package_update(self, values: Json, _: object = None) -> Json:
        """What is not named is gone."""
        dataset = self._dataset(values["id"])
        kept = {"id": dataset["id"], "extras": [], "resources": []}
        dataset.clear()
        dataset |= {**kept, **values, "id": kept["id"]}
        self._number(dataset)
        return dataset

    def resource_create(self, values: Json, upload: tuple[str, bytes] | None = None) -> Json:
        dataset = self._dataset(values["package_id"])
        made = {"url": "", **values}
        dataset["resources"].append(made)
        self._number(dataset)
        return self._with_upload(made, upload)

    def resource_patch(self, values: Json, upload: tuple[str, bytes] | None = None) -> Json:
        found = [one for item in self.datasets.values() for one in item["resources"]]
        resource = next((one for one in found if one["id"] == values["id"]), None)
        if resource is None:
            raise Unfit(404)
        resource |= values
        return self._with_upload(resource, upload)

    def _dataset(self, name: str) -> Json:
        for item in self.datasets.values():
            if name in (item["id"], item["name"]):
                return item
        raise Unfit(404)

    def _with_upload(self, resource: Json, upload: tuple[str, bytes] | None) -> Json:
        if upload:
            self.uploads[resource["id"]] = upload
            url = f"{self.address}/dataset/x/resource/{resource['id']}/download/{upload[0]}"
            resource |= {"url_type": "upload", "url": url}
        return resource

    def _number(self, dataset: Json) -> None:
        for number, one in enumerate(dataset["resources"]):
            one.setdefault("id", f"{dataset['id']}-{number}")


class _Handler(BaseHTTPRequestHandler):
    portal: FakeCkan

    def do_POST(self) -> None:
        action = self.path.rpartition("/")[2]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.portal.asked.append(action)
        try:
            if self.headers["Authorization"] != TOKEN:
                raise Unfit(403)
            values, upload = self._values(body)
            self._answer(
                200, {"success": True, "result": getattr(self.portal, action)(values, upload)}
            )
        except Unfit as refusal:
            said = {"success": False, "error": {"message": f"ditolak {refusal}"}}
            self._answer(int(str(refusal)), said)

    def _values(self, body: bytes) -> tuple[Json, tuple[str, bytes] | None]:
        kind = self.headers["Content-Type"]
        if not kind.startswith("multipart/form-data"):
            return json.loads(body or b"{}"), None
        whole = message_from_bytes(
            b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body, policy=HTTP
        )
        values: Json = {}
        upload = None
        for part in whole.iter_parts():  # type: ignore[attr-defined]
            name = part.get_param("name", header="content-disposition")
            data = part.get_payload(decode=True)
            if part.get_filename():
                upload = (part.get_filename(), data)
            else:
                values[name] = data.decode()
        return values, upload

    def _answer(self, status: int, document: Json) -> None:
        data = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def fake_ckan() -> Iterator[FakeCkan]:
    """An empty portal, at its `address` while the context lasts."""
    portal = FakeCkan()
    handler = type("Handler", (_Handler,), {"portal": portal})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    portal.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, args=(QUICK,), daemon=True).start()
    yield portal
    server.shutdown()
    server.server_close()
