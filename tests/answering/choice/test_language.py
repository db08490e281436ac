from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.choice.language import LIKELIER, LanguageWeights, between, settles
from bot.answering.choice.sentence import Choice, Weights, choose
from bot.answering.objections.plain import Objection
from bot.answering.question.view import QuestionView
from bot.language.lexicon.glossary import Glossary
from bot.models import Language, Paragraph, Passage, Source
from tests.answering.conftest import Flat

LEAST = 0.5
CHANCES = st.floats(0.001, 0.999)
SHARES = st.floats(-1, 1)


def chosen(text: str, language: Language, confidence: float, objected: Objection = "") -> Choice:
    """What is chosen of a paragraph, as sure as is said."""
    passage = Passage(Paragraph(Source(f"made-{language}", language), 1, text, "body", language), 1.0)
    view = QuestionView("Who mended the ferry?", "en", Flat(), Glossary.load(), [passage])
    choice = choose(view, [passage], Weights.load(language == "vi"))
    assert choice is not None
    return replace(choice, confidence=confidence, objected=objected)


def own(confidence: float, text: str = "Orla mended the ferry.") -> Choice:
    return chosen(text, "en", confidence)


def other(confidence: float, objected: Objection = "") -> Choice:
    return chosen("Orla đã sửa phà.", "vi", confidence, objected)


def language(choice: Choice | None) -> Language:
    assert choice is not None
    return choice.best.sentence.paragraph.language


def test_one_language_alone_is_what_it_is() -> None:
    one = own(0.2)
    assert between(one, None, LEAST) is one
    assert between(None, one, LEAST) is one
    assert between(None, None, LEAST) is None


def test_a_sure_own_language_is_quoted() -> None:
    for confidence in (0.5, 0.8, 0.95):
        one = own(confidence)
        assert between(one, other(confidence), LEAST) is one


def test_the_other_language_is_quoted_where_it_is_far_likelier() -> None:
    one, two = own(0.5, "The ferry was green."), other(0.999)
    assert LanguageWeights.load("preferred").chance(0.5, 0.999, two.plain - one.plain) >= LIKELIER
    assert between(one, two, LEAST) is two
    assert between(one, replace(two, confidence=0.4), LEAST) is one


@given(CHANCES, CHANCES, st.floats(0, 1), st.sampled_from(["", "premise"]))
def test_what_settles_is_taken_whatever_the_other_language_says(
    sure: float, likely: float, said: float, objected: Objection
) -> None:
    one, two = own(sure), other(likely, objected)
    two = replace(two, evidence=(said, *two.evidence[1:]))
    if settles(one, LEAST):
        assert between(one, two, LEAST) is one
    assert settles(replace(one, confidence=0.9, measured=True), LEAST)
    assert not settles(replace(one, confidence=0.4, measured=True), LEAST)


def test_the_other_language_alone_is_as_sure_as_both_together() -> None:
    one, two = own(0.2, "The ferry was green."), other(0.98)
    found = between(one, two, LEAST)
    assert language(found) == "vi"
    assert found is not None
    assert found.confidence == LanguageWeights.load("alone").chance(0.2, 0.98, two.cover - one.cover)


def test_what_is_objected_to_is_no_surer_than_it_was() -> None:
    one, two = own(0.2, "The ferry was green."), other(0.3, "premise")
    capped, free = between(one, two, LEAST), between(one, replace(two, objected=""), LEAST)
    assert capped is not None
    assert free is not None
    assert capped.confidence == 0.3 < free.confidence


@pytest.mark.parametrize(("first", "second"), [(0.1, 0.2), (0.3, 0.1), (0.05, 0.05)])
def test_the_nearest_of_two_unsure_ones(first: float, second: float) -> None:
    found = between(own(first), other(second), LEAST)
    assert found is not None
    assert language(found) == ("en" if first >= second else "vi")
    assert first <= found.confidence < LEAST


@given(CHANCES, CHANCES, SHARES, CHANCES)
def test_the_chance_follows_each_side(first: float, second: float, more: float, third: float) -> None:
    low, high = sorted((second, third))
    for table in ("preferred", "alone"):
        weights = LanguageWeights.load(table)
        assert 0 <= weights.chance(first, low, more) <= weights.chance(first, high, more) <= 1
        assert weights.chance(first, second, more) <= weights.chance(first, second, 1) + 1e-12


@given(CHANCES, CHANCES)
def test_an_own_language_that_nearly_answers_speaks_against_the_other(first: float, second: float) -> None:
    low, high = sorted((first, second))
    weights = LanguageWeights.load("preferred")
    assert weights.chance(low, 0.9, 0) >= weights.chance(high, 0.9, 0)


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        LanguageWeights.load("neither")


def as_twins(one: Choice, two: Choice) -> tuple[Choice, Choice]:
    """Both choices, the first one's passage with that of the second as its twin."""
    best = one.found[one.order[0]]
    twin = replace(best, passage=replace(best.passage, twin=two.best.passage.paragraph))
    return replace(one, found=tuple(twin if s is best else s for s in one.found)), two


def test_what_speaks_against_one_twin_speaks_against_the_other() -> None:
    one, two = replace(own(0.2, "The ferry was green."), objected="premise"), other(0.98)
    apart = between(one, two, LEAST)
    assert language(apart) == "vi"
    for first, second in (as_twins(one, two), as_twins(two, one)[::-1]):
        found = between(first, second, LEAST)
        assert found is not None
        assert found.confidence < LEAST


@pytest.mark.parametrize("objected", ["", "attribute", "holder", "reason"])
def test_a_twin_may_say_what_the_other_leaves_out(objected: Objection) -> None:
    one, two = as_twins(replace(own(0.2, "The ferry was green."), objected=objected), other(0.98))
    assert language(between(one, two, LEAST)) == "vi"


def test_an_other_language_that_is_objected_to_is_not_preferred() -> None:
    one, two = own(0.5, "The ferry was green."), other(0.999)
    for objected in ("premise", "attribute", "reason", "holder"):
        assert between(one, replace(two, objected=objected), LEAST) is one
        against_both = replace(two, objected=objected)
        assert between(replace(one, objected=objected), against_both, LEAST) is against_both


def test_a_twin_that_holds_every_name_may_do_so_against_a_premise() -> None:
    one, two = as_twins(replace(own(0.2, "The ferry was green."), objected="premise"), other(0.98))
    for named, answers in ((True, True), (False, False)):
        found = between(one, replace(two, named=named), LEAST)
        assert found is not None
        assert (found.confidence >= LEAST) is answers


@pytest.mark.parametrize(
    ("first", "second", "raised"),
    [(False, True, True), (None, True, False), (True, True, False), (False, False, False), (True, False, False)],
)
def test_the_other_language_is_as_sure_as_it_was_where_it_alone_has_the_day(
    first: bool | None, second: bool, raised: bool
) -> None:
    one, two = own(0.45), other(0.7)
    plain = between(one, two, LEAST)
    found = between(replace(one, measured=first), replace(two, measured=second), LEAST)
    assert found is not None
    assert plain is not None
    assert plain.confidence < two.confidence
    assert found.confidence == (two.confidence if raised else plain.confidence)
    assert language(found) == ("vi" if raised else language(plain))


def test_an_objection_holds_although_the_other_language_has_the_day() -> None:
    one, two = replace(own(0.2), measured=False), replace(other(0.3, "attribute"), measured=True)
    found = between(one, two, LEAST)
    assert found is not None
    assert found.confidence == 0.3


@pytest.mark.parametrize(
    ("first", "second", "preferred"),
    [
        (None, None, True),
        (False, True, True),
        (False, False, True),
        (True, True, False),
        (True, False, False),
    ],
)
def test_no_language_is_preferred_to_the_own_one_that_has_the_day(
    first: bool | None, second: bool | None, preferred: bool
) -> None:
    one, two = replace(own(0.5, "The ferry was green."), measured=first), replace(other(0.999), measured=second)
    assert between(one, two, LEAST) is (two if preferred else one)
