from __future__ import annotations

import pytest

from bot.errors import DatasetError
from bot.evaluation.dataset.cases import Case, Evidence
from bot.evaluation.dataset.gold import Shelves, evidence_class
from bot.models import Article, Paragraph, Source


def article(name: str, *texts: str) -> Article:
    source = Source(name, "en", file=f"folder/{name}.txt")
    return Article(source, tuple(Paragraph(source, n, t, "body", "en") for n, t in enumerate(texts, 1)))


SHELVES = Shelves(
    [article("one", "It rained. A lot.", "It rained. A lot!", "Sun came."), article("two", "It  rained a lot.")]
)


def case(*evidence: Evidence) -> Case:
    return Case("c", "Who?", "en", True, answers=("x",), evidence=evidence, place="q.jsonl line 7")


def test_equal_paragraphs_are_one_class() -> None:
    gold = SHELVES.gold_of(case(Evidence("one.txt", "It rained"), Evidence("two", "rained a lot")), strict=True)
    assert [g.ref for g in gold] == ["one#1"]


@pytest.mark.parametrize("name", ["one", "one.txt", "folder/one.txt"])
def test_an_article_goes_by_its_id_and_its_file(name: str) -> None:
    assert [g.ref for g in SHELVES.gold_of(case(Evidence(name, "Sun came")), strict=True)] == ["one#3"]


def test_a_quote_over_several_paragraphs_finds_them() -> None:
    gold = SHELVES.gold_of(case(Evidence("one", "It rained. A lot! Sun came.")), strict=True)
    assert [g.ref for g in gold] == ["one#1", "one#3"]


def test_a_quote_matches_whole_words_only() -> None:
    with pytest.raises(DatasetError, match=r"^q\.jsonl line 7: no paragraph of one holds the quote 'un came'"):
        SHELVES.gold_of(case(Evidence("one", "un came")), strict=True)


def test_a_missing_article_is_named() -> None:
    with pytest.raises(DatasetError, match=r"^q\.jsonl line 7: .*'three', which is not in the collection"):
        SHELVES.gold_of(case(Evidence("three", "Sun")), strict=True)


def test_what_an_import_lost_is_gold_that_nobody_finds() -> None:
    (gold,) = SHELVES.gold_of(case(Evidence("three", "Sun")), strict=False)
    assert (gold.ref, gold.evidence_class) == ("", evidence_class("Sun"))
