"""The fields of the inverted index and the documents in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.retrieval.terms.weighted import FIELDS, Filterable

if TYPE_CHECKING:
    import tantivy

LAYOUT = 1
"""Grows with the fields below; an index of another layout is rebuilt."""


def schema() -> tantivy.Schema:
    """The terms of each analysed field, the rowid, and what filters ask for."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    for name in ("article", "outlet", "language"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    # Signed: in tantivy-py 0.27 deleting by term finds nothing in an unsigned field.
    for name in ("rowid", "published"):
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


def document(rowid: int, filterable: Filterable, fields: Mapping[str, str]) -> dict[str, list[Any]]:
    """One paragraph as values by field; terms are joined by the space that the tokenizer splits at."""
    return {
        **{field: [terms] for field, terms in fields.items() if terms},
        "rowid": [rowid],
        "article": list(filterable.articles),
        "outlet": list(filterable.outlets),
        "language": list(filterable.languages),
        "published": [day.toordinal() for day in filterable.published],
    }
