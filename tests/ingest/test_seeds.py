from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.ingest import read_collection
from bot.models import Article
from bot.settings import Settings


def _seeds(seeds: Path) -> dict[str, Article]:
    return {a.source.id: a for r in read_collection([seeds], Settings()) for a in r.articles}


def test_the_seeds_have_their_heads_and_the_numbers_of_their_paragraphs(seeds: Path) -> None:
    articles = _seeds(seeds)
    assert sorted(articles) == ["vns-asean", "vtv-asean"]
    vtv, vns = articles["vtv-asean"], articles["vns-asean"]
    assert (vtv.source.outlet, vtv.source.language, vtv.source.published) == ("VTV", "vi", date(2025, 3, 10))
    assert (vns.source.outlet, vns.source.language, vns.source.file) == ("VNS", "en", "004_d425f2db56987bc6.txt")
    assert [p.number for p in vtv.paragraphs] == list(range(1, 20))
    assert [p.number for p in vns.paragraphs] == list(range(1, 19))


def test_the_kinds_of_the_seeds_paragraphs(seeds: Path) -> None:
    articles = _seeds(seeds)
    odd = {p.number: p.kind for p in articles["vtv-asean"].paragraphs if p.kind != "body"}
    assert odd == {1: "title", 3: "caption", 8: "caption", 14: "caption", 19: "promo"}
    assert {p.kind for p in articles["vns-asean"].paragraphs} == {"body"}


def test_the_text_is_verbatim(seeds: Path) -> None:
    for article in _seeds(seeds).values():
        raw = (seeds / str(article.source.file)).read_text(encoding="utf-8")
        assert [p.text for p in article.paragraphs] == [line.strip() for line in raw.split("\n") if line.strip()]
