"""The attribute that a question asks for (price, height, breed, office) must be in the sentence that answers."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answering.evidence.features import Scene, coverage_of, focus_held
from bot.answering.evidence.fitting import focus_spots, measured
from bot.answering.evidence.matching import SAID, spots
from bot.answering.objections.attribute_words import ATTRIBUTES, Attribute
from bot.answering.objections.counting import UNITS
from bot.answering.question.view import QuestionView
from bot.answering.text.paragraph_view import SentenceView
from bot.answering.text.wording import Wording
from bot.language.grammar.verbs import is_past
from bot.language.words.normalise import words
from bot.language.words.terms import word_of
from bot.models import Language

BOUND = 8
"""Words between a person and the age, height or pay that is said of that person."""
REST = 0.65
"""Share of the question's other words that stands in for the noun asked about."""


def attribute_missing(question: QuestionView, scene: Scene) -> bool:
    """Whether a sentence lacks the price, height, weight, age or area asked for, or says it of somebody else."""
    if question.asked.measure == "office":
        return False
    wanted = _wanted(_without_names(question).lower(), question.language)
    return any(not _said_of(question, scene, a) for a in wanted)


@lru_cache(maxsize=256)
def _wanted(asked: str, language: Language) -> tuple[Attribute, ...]:
    """The attributes that a question asks for; remembered, as many sentences are held against one question."""
    return tuple(a for a in ATTRIBUTES if any(a.asks.within(asked, language)))


def _without_names(question: QuestionView) -> str:
    """The question with a dash for each word of a name: `Lương Minh Khoa` asks for no pay."""
    text = question.text
    for term in reversed(question.terms):
        if term.name:
            _, start, end = question.found[term.index]
            text = f"{text[:start]}–{text[end:]}"
    return text


def _said_of(question: QuestionView, scene: Scene, attribute: Attribute) -> bool:
    """Whether a sentence holds the words of an attribute, near a name of the question where it is bound to persons."""
    sentence, text = scene.sentence, scene.sentence.lower
    found = list(attribute.says.finditer(text)) if len(text) == len(sentence.text) else []
    named = [t for t in question.terms if t.name]
    if not found or not named or not attribute.bound:
        return bool(attribute.says.search(text))
    there, places = spots(question, named, sentence), [sentence.touched(m)[0] for m in found]
    if not there:
        spoken_of = any(t.word.canonical in _BODIES for at in places for t in sentence.tokens[max(0, at - 4) : at])
        return spoken_of or max(scene.within[question.terms.index(t)] for t in named) >= SAID
    return min(abs(a - b) for a in places for b in there) <= BOUND


_BODIES = words("company firm group club school bank university organisation organization agency đoàn ty hãng trường")
"""`The company, founded in 1998`: words for what an article is about."""


_SORT = Wording(
    r"\b(?:what|which) (?:kind|type|species|breed|sort|variety|brand|model|make|colou?r)\b"
    r"(?: of (\w+)| (?:is|are|was|were) (?:the |a |its |their )?(.+))?|\b(?:what|which) (trees?|flowers?|birds?|fish)\b",
    r"^(?:loài|giống|loại) (\w+) .*\blà (?:loài |giống |loại )?(?:gì|nào)\b"
    r"|\b(?:loài|giống|loại|nhãn hiệu|màu) (?:(\w+) )?(?:gì|nào)\b|(?<!tinh )\b(cây|hoa|chim|cá) gì\b",
)
_NATURAL = re.compile(
    r"\b(?:trees?|plants?|flowers?|animals?|birds?|fish|dogs?|cats?|fruits?|wood|grass)\b|\b(?:cây|hoa|con vật|chim|cá|chó|mèo|quả|gỗ)\b"
)
_NO_SORT = re.compile(
    r"(?:ive|ial|al|ful|ous|ed|ing|ary|ent|ant|old|new|big|small|large|tall)$|^(?:lưu|kỷ|kỉ|lâu|to|lớn|nhỏ|non|mới|cao|trồng|xanh)$"
)
_SORTS = words("kind type species breed sort variety brand model make colour color loài giống loại màu")


def sort_missing(question: QuestionView, scene: Scene) -> bool:
    """For `What species of tree`: whether no fresh word says of the noun of what sort it is."""
    match, sentence, natural = _SORT.search(question), scene.sentence, bool(_NATURAL.search(question.lower))
    across = question.language != sentence.language
    if not match or (across and not natural) or not _SORTS.isdisjoint(sentence.canonicals):
        return False
    if across:
        nouns = [p for p in focus_spots(question, sentence) if not is_past(sentence.tokens[p].word.canonical)]
    else:
        noun = next((g for g in match.groups() if g), "").strip("? ").split(" ")[-1]
        if not noun and question.language == "vi" and question.terms:
            noun = question.terms[0].text
        nouns = sentence.places.get(word_of(noun).stem, []) if noun else []
    return bool(nouns) and not any(_qualified(question, sentence, spot, natural=natural) for spot in nouns)


def _qualified(question: QuestionView, sentence: SentenceView, spot: int, *, natural: bool) -> bool:
    """Whether a fresh plain word stands right before an English noun, or right behind a Vietnamese one.

    Of what grows or lives an adjective names no sort: `a commemorative tree`, `cây lưu niệm`.
    """
    beside = spot - 1 if sentence.language == "en" else spot + 1
    if not 0 <= beside < len(sentence.tokens):
        return False
    token = sentence.tokens[beside]
    if natural and _NO_SORT.search(token.text.lower()):
        return False
    return (
        sentence.gap(min(spot, beside)) == " "
        and not token.stop
        and not token.number
        and token.word.stem not in question.stems
    )


_POSSESSED = Wording(
    r"['’]s (?!(?:own )?(?:words?|views?|opinion|eyes|statement)\b)(\w+(?: \w+)?)\?*$",
    r"^(?!tên\b)([\w ]{2,24}?) của .* là (?:gì|ai)\b",
)


def noun_missing(question: QuestionView, scene: Scene) -> bool:
    """Whether the noun asked about is neither in the sentence nor next to it, nor made up for by all other words."""
    if question.asked.measure == "office":
        return False
    across, kind = question.language != scene.sentence.language, question.asked.kind
    owned = _POSSESSED.search(question)
    if owned:
        stems = {word_of(w).stem for w in owned.group(1).split()}
        wanted = [p for p, t in enumerate(question.terms) if t.word.stem in stems and (t.translations or not across)]
        held = [scene.around[p] for p in wanted if not question.terms[p].name]
        return bool(held) and max(held) < SAID
    focus = [question.terms[p] for p in question.focus if question.terms[p].translations or not across]
    if kind not in ("thing", "number") or question.lower.rstrip("?! ").endswith((" gì", " gi")) or not focus:
        return False
    asked = {question.terms[p].word.canonical for p in question.focus}
    if asked <= UNITS and any(t.number for t in scene.sentence.tokens):
        return False
    if kind == "number" and (not asked.isdisjoint(_PEOPLE) or _measured_instead(question, scene)):
        return False
    if _focus_said(question, scene):
        return False
    unmatched = _rest(question, scene) < REST and not _named_instead(question, scene)
    return unmatched or (kind == "thing" and bool(_OF.search(question.lower)))


def _focus_said(question: QuestionView, scene: Scene) -> bool:
    """Whether the noun asked about is there; of a Vietnamese word of two syllables both."""
    held = [scene.around[p] for p in question.focus]
    if question.language == "vi" and question.asked.kind == "thing" and len(held) == 2:
        return min(held) >= SAID
    return focus_held(question, scene.around) >= SAID


def _named_instead(question: QuestionView, scene: Scene) -> bool:
    """`Which team`: a fresh name may stand for the noun where the sentence says all that is said of it."""
    others = (p for p in range(len(question.terms)) if p not in (*question.names, *question.numbers, *question.focus))
    plain = [scene.held[p] for p in others]
    named = any(t.capital and t.word.folded not in question.folded for t in scene.sentence.tokens)
    said = DEED if question.language == scene.sentence.language else DEED_ACROSS
    return question.asked.kind == "thing" and named and bool(plain) and sum(plain) >= said * len(plain)


def _measured_instead(question: QuestionView, scene: Scene) -> bool:
    """`How much prize money did the runner-up get?`: a sum stands for the noun where all else that is plain is said."""
    if not question.asked.measure or not measured(question, scene.sentence):
        return False
    plain = [h for t, h in zip(question.terms, scene.held, strict=True) if not (t.name or t.number or t.light)]
    focus = [scene.held[p] for p in question.focus]
    return sum(h >= DEED for h in plain) >= max(1, len(plain) - len(focus)) > sum(h >= DEED for h in focus)


DEED = 0.7
"""Share of the plain words of the question that say what was done."""
DEED_ACROSS = 0.51
"""The same in text of the other language, where the glossary misses some."""
_OF = re.compile(r"^what (?:is|was|are|were) the \w+ of ")
_PEOPLE = words("people persons person men người dân nguoi thời gian thoi lần lan times")


def _rest(question: QuestionView, scene: Scene) -> float:
    """The share of the question's words besides the noun asked about that is in the sentence."""
    rest = (p for p in range(len(question.terms)) if p not in question.focus)
    return coverage_of(question, scene.held, rest)
