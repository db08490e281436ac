"""The OpenAPI description as one page that needs nothing from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from bot.models import Language
from bot.web.page import small


def api_page(spec: Mapping[str, Any], language: Language, nonce: str) -> str:
    """Every path with its parameters, its body's schema, and a line of curl."""
    parts = "".join(_operations(spec))
    body = (
        f'<main class="api"><h1>{escape(spec["info"]["title"])} · API</h1>'
        f"<p>{escape(spec['info'].get('description', ''))}</p>"
        '<p><a href="/openapi.json">openapi.json</a></p>'
        f"{parts}</main>"
    )
    return small(language, nonce, body, "Trích · API")


def _operations(spec: Mapping[str, Any]) -> Iterator[str]:
    for path, methods in spec["paths"].items():
        for method, operation in methods.items():
            title = f"{method.upper()} {path}"
            yield (
                f"<section><h2><code>{escape(title)}</code></h2><p>{escape(operation.get('description', ''))}</p>"
                f"{_parameters(operation)}{_body(spec, operation, method, path)}</section>"
            )


def _parameters(operation: Mapping[str, Any]) -> str:
    rows = "".join(
        f"<li><code>{escape(p['name'])}</code> ({escape(p['in'])}{', required' if p.get('required') else ''})</li>"
        for p in operation.get("parameters", ())
    )
    return f"<ul>{rows}</ul>" if rows else ""


def _body(spec: Mapping[str, Any], operation: Mapping[str, Any], method: str, path: str) -> str:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if content is None:
        return ""
    name = content["schema"].get("$ref", "").rpartition("/")[2]
    schema = spec["components"]["schemas"].get(name, content["schema"])
    example = {key: _example(schema["properties"][key]) for key in schema.get("required", ())}
    command = (
        f"curl -X {method.upper()} http://localhost:7860{path} -H 'Content-Type: application/json' "
        f"-d '{json.dumps(example, ensure_ascii=False)}'"
    )
    pretty = json.dumps(schema, ensure_ascii=False, indent=2)
    return (
        f'<pre tabindex="0">{escape(command)}</pre>'
        f'<details><summary>{escape(name or "schema")}</summary><pre tabindex="0">{escape(pretty)}</pre></details>'
    )


def _example(schema: Mapping[str, Any]) -> Any:
    if schema.get("type") == "array":
        return [{"role": "user", "content": "Who welcomed the delegation?"}]
    return (schema.get("enum") or ["Who welcomed the delegation?"])[0]
