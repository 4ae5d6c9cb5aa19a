"""The OpenAPI document, made from what the handlers say of themselves and from the wire's structs.

Bodies are decoded by hand, so that limits and errors are ours; a framework would not know them.
"""

from __future__ import annotations

import functools
import re
from typing import Any

import msgspec
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from models.commands import Mutation
from sync.protocol import schema
from sync.protocol.product import product_version
from sync.server.told import BYTES, EVENTS, KEY, Told

REFERENCE = "#/components/schemas/{name}"
Json = dict[str, Any]
WHY = {
    401: "Nobody is signed in, or the session has ended.",
    403: "This person may not, or this device was signed out for good.",
    413: "Too large.",
    422: "The body or a part of it can't be understood, or a rule says no.",
    429: "Too often.",
    503: "Busy; the answer says when to come again.",
}


@functools.cache
def document(app: Litestar) -> bytes:
    """The whole document as JSON."""
    paths: dict[str, dict[str, Any]] = {}
    kinds: list[Any] = [schema.Problem, schema.MutationHead]
    for route in app.routes:
        if not isinstance(route, HTTPRoute):
            continue
        for handler in route.route_handlers:
            said = handler.opt.get(KEY)
            if said is None:
                continue
            kinds += [
                kind for kind in (said.takes, said.gives) if kind not in (None, BYTES, EVENTS)
            ]
            for method in handler.http_methods:
                if method != "OPTIONS":
                    path = _path(route)
                    operation = _operation(handler, said, path)
                    paths.setdefault(path, {})[method.lower()] = operation
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {"title": "Deskside", "version": product_version()},
            "paths": paths,
            "components": {
                "schemas": _components(kinds),
                "securitySchemes": {"session": {"type": "http", "scheme": "bearer"}},
            },
        }
    )


def _path(route: HTTPRoute) -> str:
    return "".join(
        f"/{part}" if isinstance(part, str) else f"/{{{part.name}}}"
        for part in route.path_components
    )


def _operation(handler: HTTPRouteHandler, said: Told, path: str) -> Json:
    named = [("path", name) for name in re.findall(r"{(\w+)}", path)]
    named += [("query", name) for name in said.query]
    named += [("header", name) for name in said.headers]
    found: Json = {
        "operationId": handler.handler_name,
        "summary": (handler.fn.__doc__ or "").partition("\n")[0],
        "parameters": [
            {"name": name, "in": place, "required": place == "path", "schema": {"type": "string"}}
            for place, name in named
        ],
        "responses": _responses(handler, said),
        "security": [] if said.open else [{"session": []}],
    }
    if said.takes is not None:
        found["requestBody"] = {"required": True, "content": _content(said.takes)}
    return found


def _responses(handler: HTTPRouteHandler, said: Told) -> Json:
    trouble = {"application/problem+json": {"schema": _reference(schema.Problem)}}
    good: Json = {"description": "Done."}
    if said.gives is not None:
        good["content"] = _content(said.gives)
    elif handler.media_type == "text/plain":
        good["content"] = {"text/plain": {"schema": {"type": "string"}}}
    found = {str(handler.status_code): good}
    if said.later:
        found["202"] = {"description": "It is being made; ask again."}
    for status, why in WHY.items():
        if said.open and status in (401, 403) and said.takes is None:
            continue
        found[str(status)] = {"description": why, "content": trouble}
    found["default"] = {"description": "Any other trouble.", "content": trouble}
    return found


def _content(kind: Any) -> Json:
    if kind in (BYTES, EVENTS):
        return {kind: {"schema": {"type": "string", "format": "binary"}}}
    return {"application/json": {"schema": _reference(kind)}}


def _reference(kind: Any) -> Json:
    return {"$ref": REFERENCE.format(name=kind.__name__)}


def _components(kinds: list[Any]) -> Json:
    """All structs by name. A change of a push is kept as bytes: here it is said what is in them."""
    (*_, change), found = msgspec.json.schema_components([*kinds, Mutation], ref_template=REFERENCE)
    muts = found["PushRequest"]["properties"]["muts"]
    muts["items"] = {"allOf": [_reference(schema.MutationHead), change]}
    muts["maxItems"] = schema.PUSH_LIMIT
    return found
