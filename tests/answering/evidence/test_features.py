from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.evidence.features import LONG, NEAR, SHORT, TOPIC, _leaning, coverage, missing_share, topical
from bot.answering.text.paragraph_view import view_of
from bot.models import Language, Paragraph, Source
from tests.answering.conftest import read

LEAD: dict[Language, str] = {"en": "The Lotus Bridge in Ferrol opened.", "vi": "Cầu Hoa Sen ở Tam Kỳ thông xe."}
FAR: dict[Language, str] = {"en": "Rain fell.", "vi": "Trời mưa."}
SAID: dict[Language, str] = {"en": "It took 40 welders. Many wept.", "vi": "Có 40 thợ hàn. Nhiều người khóc."}
QUESTION: dict[Language, str] = {
    "en": "How many welders built the Lotus Bridge?", "vi": "Cầu Hoa Sen có bao nhiêu thợ hàn?",
}  # fmt: skip
NAMES: dict[Language, tuple[str, ...]] = {"en": ("Lotus", "Bridge"), "vi": ("Hoa", "Sen")}


def worth(language: Language, title: str | None, *texts: str) -> dict[str, list[float]]:
    """What each word counts in the first sentence of the last paragraph: itself, with its topic, and in the paragraph."""
    view, found = read(QUESTION[language], language, *texts, title=title)
    scene = next(s for s in found if s.passage.paragraph.number == len(texts))
    return {t.text: told for t, *told in zip(view.terms, scene.held, scene.within, scene.whole, strict=True)}


@pytest.mark.parametrize("name", ["Vietnam", "Việt Nam"])
def test_a_name_in_another_spelling_is_there_in_full(name: str) -> None:
    view, (scene,) = read(f"When did {name} open the bridge?", "en", "Việt Nam opened the bridge on Monday.")
    assert missing_share(view, scene.held, numbers=False) == 0.0


def test_a_name_that_only_begins_alike_is_missing_in_part() -> None:
    view, (scene,) = read("When did Ferrolia open the bridge?", "en", "Ferrolbank opened the bridge on Monday.")
    assert 0.0 < missing_share(view, scene.held, numbers=False) < 1.0


def test_a_short_paragraph_is_about_what_the_lead_is_about() -> None:
    for language, names in NAMES.items():
        found = worth(language, None, LEAD[language], FAR[language], SAID[language])
        assert all(found[name] == [0.0, TOPIC, TOPIC] for name in names)


def test_or_what_the_title_is_about() -> None:
    for language, names in NAMES.items():
        found = worth(language, LEAD[language], FAR[language], FAR[language], SAID[language])
        assert all(found[name] == [0.0, TOPIC, TOPIC] for name in names)


def test_the_topic_of_a_later_paragraph_is_nobodys() -> None:
    for language, names in NAMES.items():
        found = worth(language, None, FAR[language], FAR[language], LEAD[language], SAID[language])
        assert all(found[name] == [0.0, 0.0, 0.0] for name in names)


def test_a_long_paragraph_says_itself_what_it_is_about() -> None:
    for language, names in NAMES.items():
        text = f"{SAID[language]} {FAR[language]} " * LONG
        found = worth(language, LEAD[language], LEAD[language], FAR[language], text)
        assert all(found[name] == [0.0, 0.0, 0.0] for name in names)


def test_what_is_said_itself_counts_more_than_the_topic() -> None:
    found = worth("en", LEAD["en"], LEAD["en"], FAR["en"], "The Lotus has 40 welders.")
    assert found["Lotus"] == [1.0, 1.0, 1.0]
    assert found["welders"] == [1.0, 1.0, 1.0]


def test_the_neighbour_counts_less_than_the_paragraph() -> None:
    view, found = read("Who built the Lotus?", "en", FAR["en"], FAR["en"], "Kao built it. The Lotus glows. It is old.")
    scenes = [s for s in found if s.passage.paragraph.number == 3]
    lotus = next(i for i, t in enumerate(view.terms) if t.text == "Lotus")
    assert [s.within[lotus] for s in scenes] == [NEAR, 1.0, NEAR]
    assert {s.whole[lotus] for s in scenes} == {1.0}


def test_the_topical_share() -> None:
    view, found = read(QUESTION["en"], "en", FAR["en"], FAR["en"], SAID["en"], title=LEAD["en"])
    told = found[-2]
    assert 0 < topical(view, told) <= coverage(view, told.within) <= 1
    view, found = read(QUESTION["en"], "en", FAR["en"], FAR["en"], SAID["en"])
    assert topical(view, found[-2]) == 0


@given(st.integers(1, 200), st.integers(0, 40))
def test_the_longer_a_paragraph_the_less_it_leaves_to_its_article(count: int, more: int) -> None:
    lengths = (SHORT, count, count + more, LONG)
    found = [_leaning(view_of(Paragraph(Source("a", "en"), 1, " ".join(["rain"] * n), "body", "en"))) for n in lengths]
    assert (found[0], found[-1]) == (1, 0)
    assert all(0 <= later <= earlier <= 1 for earlier, later in pairwise(found[1:3]))
