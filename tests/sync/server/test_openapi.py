"""The OpenAPI document says what the server takes, and the server keeps to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from sync.server.app import create_app
from sync.server.told import KEY
from tests.helpers.desk import ServerDesk
from tests.helpers.http_desk import bearer, cheap_desk, person
from tests.helpers.live import hosted
from tests.helpers.live import signed_in as token_of

SECRET = "The vault opens at noon"
EXAMPLES = 25
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerDesk]:
    made = cheap_desk(sqlite_url, tmp_path / "files", monkeypatch)
    person(made, "boris", "Network")
    made.ticket("Vault", SECRET)
    yield made
    made.store.close()


@pytest.fixture
def url(desk: ServerDesk) -> Iterator[str]:
    with hosted(desk) as server:
        yield server.url


def signed_in(url: str) -> dict[str, str]:
    return bearer(token_of(url, "boris"))


def test_every_call_says_what_it_takes_and_gives(desk: ServerDesk) -> None:
    app = create_app(desk.store, desk.folder)
    silent = {
        route.path
        for route in app.routes
        for handler in getattr(route, "route_handlers", ())
        if handler.http_methods != {"OPTIONS"} and KEY not in handler.opt
    }
    assert silent == {"/metrics"}, "Prometheus's own"


def test_the_document_names_bodies_answers_and_errors(url: str) -> None:
    said = requests.get(f"{url}/schema/openapi.json", timeout=10).json()
    push = said["paths"]["/v1/push"]["post"]
    body = push["requestBody"]["content"]["application/json"]["schema"]
    assert body == {"$ref": "#/components/schemas/PushRequest"}
    change = said["components"]["schemas"]["PushRequest"]["properties"]["muts"]["items"]
    assert "create_ticket" in str(change)
    for path, methods in said["paths"].items():
        for method, call in methods.items():
            problem = call["responses"]["default"]["content"]
            assert problem == {
                "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
            }
            assert call["summary"], (path, method)


def test_the_server_keeps_to_its_document(url: str) -> None:
    document = schemathesis.openapi.from_url(f"{url}/schema/openapi.json")
    del document.raw_schema["paths"]["/v1/live"]  # it never ends
    operations = [found.ok() for found in document.get_all_operations()]  # type: ignore[union-attr]
    assert sum(_keeps(operation, signed_in(url)) for operation in operations) > 200


def _keeps(operation: Any, headers: dict[str, str]) -> int:
    """How many requests were answered as the document says."""
    tried = 0

    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def keeps(case: Any) -> None:
        nonlocal tried
        tried += 1
        answer = case.call_and_validate(headers=headers, checks=CHECKS)
        assert SECRET.encode() not in answer.content

    keeps()
    return tried
