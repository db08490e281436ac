"""Near copies at the paragraph: found beside one another, one voice unless a number, a name or a denial differs."""

from __future__ import annotations

import pytest

from bot.ingest.article.duplicates import near_copies, signature
from bot.models import Article
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.inverted import Inverted
from bot.retrieval.relations.copies import COMPARED, near_copies_of, one_voice, overlap, says_the_same
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.storage.store import Store
from tests.retrieval.bilingual import article, indexed, refs

STORY = (
    "The mayor of Huế opened the new bridge over the Perfume River on Friday after three years of building work.",
    "The bridge is 420 metres long, has four lanes for cars and two for bicycles, and cost 850 billion đồng in all.",
    "Residents of the southern districts said that their way to work would be shorter by half an hour a day.",
)


def edited(place: int, old: str, new: str) -> tuple[str, ...]:
    assert old in STORY[place]
    return tuple(text.replace(old, new) if n == place else text for n, text in enumerate(STORY))


def searchable(*articles: Article) -> PassageRetriever:
    return PassageRetriever(*linked(*articles))


def linked(*articles: Article) -> tuple[Store, Inverted]:
    store, indexer = indexed([])
    indexer.find_near = near_copies
    signs = [signature(" ".join(p.text for p in a.paragraphs)) for a in articles]
    indexer.apply([PutArticle(a, None, s.tobytes()) for a, s in zip(articles, signs, strict=True) if s is not None])
    return store, indexer.inverted


def test_a_page_with_small_edits_is_one_voice_and_named() -> None:
    again = article("again", "en", edited(0, "after three years of building work", "after three years of works"))
    passages = searchable(article("first", "en", STORY), again).retrieve("Who opened the bridge?", limit=8)
    assert refs(passages).count("first#1") + refs(passages).count("again#1") == 1
    told = passages[0]
    assert {told.paragraph.ref, *told.nearly_in} == {"first#1", "again#1"}
    assert not told.also_in
    assert told.to_dict()["nearly_in"] == list(told.nearly_in)


@pytest.mark.parametrize(
    ("old", "new"), [("420", "480"), ("four lanes", "five lanes"), ("and cost", "and never cost"), ("đồng", "Lào kip")]
)
def test_a_copy_that_says_otherwise_is_heard_too(old: str, new: str) -> None:
    other = article("other", "en", edited(1, old, new))
    passages = searchable(article("first", "en", STORY), other).retrieve("How long is the new bridge?", limit=8)
    found = {p.paragraph.ref: p.nearly_in for p in passages}
    assert (found["first#2"], found["other#2"]) == (("other#2",), ("first#2",))


def test_many_copies_leave_room_for_others() -> None:
    copies = [article(f"copy-{n}", "en", edited(0, "Friday", f"Friday{' indeed' * (n + 1)}")) for n in range(12)]
    alone = article("alone", "en", ("The mayor opened a school by the bridge.", "It has room for many children."))
    passages = searchable(*copies, alone).retrieve("Who opened the new bridge on Friday?", limit=4)
    assert "alone#1" in refs(passages)
    assert sum(ref.startswith("copy-") and ref.endswith("#1") for ref in refs(passages)) == 1


def test_words_are_compared_paragraph_by_paragraph() -> None:
    store, _ = linked(article("first", "en", STORY), article("again", "en", edited(2, "half an hour", "30 minutes")))
    assert near_copies_of(store, [3]) == {3: ("again#3",)}
    assert one_voice(store, [1, 2, 3, 4, 5, 6]) == {}
    assert near_copies_of(store, [1]) == {}
    assert near_copies_of(store, []) == {}


def test_of_many_copies_the_closest_are_named() -> None:
    copies = [article(f"copy-{n}", "en", edited(0, "Friday", f"Friday{' indeed' * n}")) for n in range(1, COMPARED + 5)]
    store, _ = linked(article("first", "en", STORY), *copies)
    (named,) = near_copies_of(store, [1]).values()
    assert len(named) == COMPARED
    assert one_voice(store, [1, 4, 7]) == {1: {4, 7}, 4: {1, 7}, 7: {1, 4}}


def test_overlap_and_facts() -> None:
    assert overlap("", "") == 0.0
    assert overlap("Hoà bình, ổn định", "Hòa bình ổn định.") == 1.0
    assert says_the_same("Ông Lâm đã tới Huế.", "Ông Lâm vừa tới Huế.", "vi")
    assert not says_the_same("Ông Lâm đã tới Huế.", "Ông Lâm chưa tới Huế.", "vi")
    assert not says_the_same("Mr Brown came.", "Mr Green came.", "en")
