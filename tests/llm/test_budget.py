"""Tokens are counted offline, as tiktoken counts them, and passages are packed whole."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ModelError
from bot.llm import budget
from bot.llm.budget import at_most, count, fits, pack
from bot.models import Paragraph, Passage, Source


def passage(text: str, number: int = 1) -> Passage:
    return Passage(Paragraph(Source("a", "en"), number, text, "body", "en"), 1.0)


def shown(_: Passage, text: str) -> str:
    return text


def test_counts_as_tiktoken_does(monkeypatch: pytest.MonkeyPatch, seeds: Path) -> None:
    tiktoken = pytest.importorskip("tiktoken")
    spec = importlib.util.find_spec("llama_index.core")
    assert spec
    assert spec.submodule_search_locations
    monkeypatch.setenv(
        "TIKTOKEN_CACHE_DIR", str(Path(spec.submodule_search_locations[0]) / "_static" / "tiktoken_cache")
    )
    encoding = tiktoken.get_encoding("o200k_base")
    for text in (p.read_text("utf-8") for p in seeds.glob("*.txt")):
        assert count(text) == len(encoding.encode(text, disallowed_special=())) <= at_most(text)


@given(st.text(max_size=60))
def test_any_text_is_counted(text: str) -> None:
    assert 0 <= count(text.encode("utf-8", "replace").decode()) <= len(text.encode("utf-8", "replace"))


def test_special_tokens_are_plain_text() -> None:
    assert count("<|endoftext|>") > 1


def test_without_a_table_bytes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "_load", lambda: None)
    assert count("Tô Lâm thăm Jakarta") == at_most("Tô Lâm thăm Jakarta") == 7


def test_fits_decides_by_the_bound_where_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden() -> None:
        raise AssertionError("the table was loaded")

    monkeypatch.setattr(budget, "_load", forbidden)
    assert fits("short", 10)
    assert [p.paragraph.number for p, _ in pack([passage("One.", 1), passage("Two.", 2)], shown, 10)] == [1, 2]


def test_packs_best_first_and_skips_what_does_not_fit() -> None:
    passages = [passage("One here. " * 10, 1), passage("Long. " * 200, 2), passage("Three here.", 3)]
    packed = pack(passages, shown, 60)
    assert [(p.paragraph.number, text) for p, text in packed] == [(1, passages[0].paragraph.text), (3, "Three here.")]


def test_only_a_first_paragraph_alone_is_cut_and_after_a_sentence() -> None:
    ((_, text),) = pack([passage("One sentence. " * 100), passage("Another one. " * 100, 2)], shown, 50)
    assert text.endswith("One sentence.")
    assert 5 < text.count("One sentence.") < 50


def test_no_sentence_fits() -> None:
    with pytest.raises(ModelError) as caught:
        pack([passage("word " * 500)], shown, 20)
    assert caught.value.kind == "too_long"


def test_nothing_to_pack() -> None:
    assert pack([], shown, 0) == []
