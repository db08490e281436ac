"""Questions to the inverted index, built from terms and never parsed, and the best of what they find."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from bot.models import Filters
from bot.retrieval.terms.weighted import Field, Part, SumOf, WeightedTerm

if TYPE_CHECKING:
    import tantivy

_SURROGATE = re.compile("[\ud800-\udfff]")
_TIES = 16
_TIES_LIMIT = 10_000


class QueryBuilder:
    """Builds tantivy queries from parts and filters; terms that tantivy cannot hold are left out."""

    def __init__(self, schema: tantivy.Schema) -> None:
        import tantivy

        self._tantivy = tantivy
        self._schema = schema

    def whole(self, query: Sequence[Part], filters: Filters) -> tantivy.Query | None:
        """All parts added up, among the paragraphs that pass; None when no part is left."""
        built = self._sum(query)
        demands = self._demands(filters)
        if built is None or not demands:
            return built
        must = self._tantivy.Occur.Must
        return self._tantivy.Query.boolean_query([(must, built), *((must, demand) for demand in demands)])

    def _sum(self, parts: Sequence[Part]) -> tantivy.Query | None:
        should = self._tantivy.Occur.Should
        built = [query for part in parts if (query := self._part(part)) is not None]
        if len(built) <= 1:
            return built[0] if built else None
        return self._tantivy.Query.boolean_query([(should, query) for query in built])

    def _part(self, part: Part) -> tantivy.Query | None:
        queries = self._tantivy.Query
        if isinstance(part, WeightedTerm):
            if not encodable(part.term):
                return None
            query = queries.term_query(self._schema, part.field, part.term, "freq")
            return query if part.weight == 1 else queries.boost_query(query, part.weight)
        if isinstance(part, SumOf):
            return self._sum(part.parts)
        built = [query for one in part.alternatives if (query := self._part(one)) is not None]
        return queries.disjunction_max_query(built) if built else None

    def _demands(self, filters: Filters) -> list[tantivy.Query]:
        queries = self._tantivy.Query
        named = (("article", filters.articles), ("outlet", filters.outlets), ("language", filters.languages))
        demands = [self._one_of(field, values) for field, values in named if values]
        if filters.since or filters.until:
            integer = self._tantivy.FieldType.Integer
            first = filters.since.toordinal() if filters.since else None
            last = filters.until.toordinal() if filters.until else None
            demands.append(queries.range_query(self._schema, "published", integer, first, last))
        return [queries.const_score_query(demand, 0.0) for demand in demands]

    def _one_of(self, field: str, values: Sequence[str]) -> tantivy.Query:
        """A field holds one of some values; a single one is far quicker as a term than as a set."""
        held = [value for value in values if encodable(value)]
        if len(held) == 1:
            return self._tantivy.Query.term_query(self._schema, field, held[0], "basic")
        return self._tantivy.Query.term_set_query(self._schema, field, held)


class Frequencies:
    """Document frequencies of one state of the index; `count` is its number of paragraphs."""

    def __init__(self, searcher: tantivy.Searcher | None) -> None:
        self._searcher = searcher
        self.count = int(searcher.num_docs) if searcher else 0

    def document_frequency(self, field: Field, term: str) -> int:
        """In how many paragraphs a term occurs, 0..count; deleted ones may still count for a while."""
        if self._searcher is None or not encodable(term):
            return 0
        return min(int(self._searcher.doc_freq(field, term)), self.count)

    def held(self, field: Field, terms: Collection[str]) -> set[str]:
        """Those of the terms that occur in a field at all; in deleted paragraphs for a while, too."""
        if self._searcher is None:
            return set()
        frequency = self._searcher.doc_freq
        return {term for term in terms if encodable(term) and frequency(field, term)}


def best(searcher: tantivy.Searcher, query: tantivy.Query, limit: int) -> list[tuple[int, float]]:
    """The best by score, then rowid; fetches further while the last one fetched ties with the last one wanted."""
    fetched = limit + _TIES
    while True:
        hits = searcher.search(query, fetched, count=False).hits
        tied = len(hits) == fetched and hits[-1][0] == hits[limit - 1][0]
        if not tied or fetched >= _TIES_LIMIT:
            break
        fetched *= 8
    rowids = searcher.fast_field_values("rowid", [address for _, address in hits])
    ranked = sorted(zip(rowids, (float(score) for score, _ in hits), strict=True), key=lambda hit: (-hit[1], hit[0]))
    return ranked[:limit]


def highest_rowid(searcher: tantivy.Searcher | None) -> int:
    """The highest rowid indexed, -1 when there is none."""
    import tantivy

    if searcher is None or not searcher.num_docs:
        return -1
    hits = searcher.search(tantivy.Query.all_query(), 1, count=False, order_by_field="rowid").hits
    return int(hits[0][0])


def encodable(term: str) -> bool:
    """A lone surrogate cannot be written in UTF-8, so it is in no index."""
    return term.isascii() or _SURROGATE.search(term) is None
