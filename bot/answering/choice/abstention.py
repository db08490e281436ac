"""How sure the answerer may be of a sentence, and why it says nothing when it is not."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from bot.answering.evidence.features import LEAD, Scene, coverage, focus_held, missing_share
from bot.answering.evidence.fitting import counted, counts_another, far_off, fit, fresh, measured
from bot.answering.evidence.matching import NOUNISH
from bot.answering.question.view import QuestionView
from bot.language.grammar.verbs import is_light as says_little
from bot.language.grammar.verbs import is_past
from bot.language.words.normalise import words
from bot.models import AbstentionReason

SURE = (
    "cover", "around", "paragraph", "pairs", "window", "density", "names_sentence", "names_paragraph", "names_article",
    "figures_paragraph", "figures_article", "rival_figure", "rival_name", "lost_names", "lost_figures", "unknown", "lightest", "misfit_person", "misfit_place",
    "misfit_date", "misfit_number", "misfit_name", "misfit_measure", "focus", "focus_paragraph", "counted", "gap",
    "second", "share", "plain", "plain_paragraph", "strict", "terms", "vietnamese", "reason", "manner", "heading",
    "searched", "lead", "asked", "rarest",
)  # fmt: skip
ASKED = 10
"""Words as rare as can be that a long question weighs."""
RISING = words("cover paragraph focus focus_paragraph counted searched")
"""Features of which more never makes an answer less sure."""
FALLING = words(
    "names_paragraph names_article lost_names lost_figures misfit_person misfit_place misfit_date "
    "misfit_number misfit_name misfit_measure"
)  # fmt: skip
"""Features of which more never makes an answer surer."""


def sureness(question: QuestionView, found: Sequence[Scene], shares: Sequence[float], best: int) -> tuple[float, ...]:
    """The features of the chosen sentence among all, in the order of SURE; `shares` are those of sentence choice."""
    scene = found[best]
    new = fresh(question, scene.sentence)
    kind = question.asked.kind
    misfit = 1.0 - fit(question, scene.sentence, new)
    covers = _paragraph_covers(question, found)
    first = covers[scene.rank]
    second = max((c for rank, c in covers.items() if rank != scene.rank), default=0.0)
    article = _article_held(question, found, scene)
    everywhere = [max(s.whole[k] for s in found) for k in range(len(question.terms))]
    whole_names = missing_share(question, scene.whole, numbers=False)
    figures = missing_share(question, scene.whole, numbers=True)
    sentence_cover = coverage(question, scene.held)
    searched = _searched(found)
    return (
        sentence_cover,
        coverage(question, scene.around) - sentence_cover,
        coverage(question, scene.whole),
        sum(p in scene.sentence.pairs for p in question.pairs) / max(len(question.pairs), 1),
        _nearness(scene),
        sum(scene.held) / (scene.sentence.content or 1),
        missing_share(question, scene.held, numbers=False),
        whole_names,
        missing_share(question, article, numbers=False),
        figures,
        missing_share(question, article, numbers=True),
        _rival_figure(question, scene, new),
        missing_share(question, article, numbers=False) * any(scene.sentence.tokens[i].capital for i in new),
        _lost(question, numbers=False),
        _lost(question, numbers=True),
        1 - coverage(question, everywhere),
        _heaviest_missing(question, scene),
        misfit * (kind == "person"),
        misfit * (kind == "place"),
        misfit * (kind == "date"),
        misfit * (kind == "number"),
        misfit * (kind == "name"),
        1.0 - measured(question, scene.sentence),
        focus_held(question, scene.held),
        focus_held(question, scene.whole),
        counted(question, scene.sentence, new),
        first - second,
        second,
        shares[best],
        sum(scene.held) / len(scene.held) if scene.held else 0.0,
        sum(scene.whole) / len(scene.whole) if scene.whole else 0.0,
        coverage(question, scene.whole) ** 4,
        math.log(1 + len(question.terms)) / 3,
        float(question.language == "vi"),
        float(kind == "reason"),
        float(kind == "manner"),
        float(scene.passage.paragraph.kind in ("caption", "title")),
        searched[0],
        searched[0] - searched[1],
        question.total / question.highest / ASKED,
        max((t.weight for t in question.terms), default=0.0) / question.highest,
    )


def _searched(found: Sequence[Scene]) -> tuple[float, float]:
    """The scores of the two best passages, 0 for one that is missing."""
    scores = {s.passage.paragraph.ref: s.passage.score for s in found}
    first, second, *_ = (*sorted(scores.values(), reverse=True), 0.0, 0.0)
    return first, second


def _paragraph_covers(question: QuestionView, found: Sequence[Scene]) -> dict[int, float]:
    covers: dict[int, float] = {}
    for scene in found:
        if scene.rank not in covers:
            covers[scene.rank] = coverage(question, scene.whole)
    return covers


def _article_held(question: QuestionView, found: Sequence[Scene], scene: Scene) -> list[float]:
    article = scene.passage.paragraph.source.id
    same = [s.whole for s in found if s.passage.paragraph.source.id == article]
    return [max(column) for column in zip(*same, strict=True)]


def _heaviest_missing(question: QuestionView, scene: Scene) -> float:
    """The weight of the heaviest word that the paragraph lacks, against the rarest possible."""
    gone = [t.weight * (1 - h) for t, h in zip(question.terms, scene.whole, strict=True)]
    return max(gone, default=0.0) / question.highest


def _rival_figure(question: QuestionView, scene: Scene, new: Sequence[int]) -> float:
    """Whether the sentence has another number where the question's own is missing from the paragraph."""
    gone = any(t.number and h < 0.5 for t, h in zip(question.terms, scene.whole, strict=True))
    return float(gone and any(scene.sentence.tokens[i].text[0].isdigit() for i in new))


def _lost(question: QuestionView, *, numbers: bool) -> float:
    """The share of the question's names (or numbers) that stands nowhere in the passages of either language."""
    wanted = [t for t in question.terms if (t.number if numbers else t.name)]
    total = sum(t.weight for t in wanted)
    return sum(t.weight for t in wanted if question.lost(t)) / total if total else 0.0


def _nearness(scene: Scene) -> float:
    return sum(h >= 0.9 for h in scene.held) / (len(scene.held) or 1)


GUARD = 0.33
"""What is left of the confidence when a plain reason speaks against the answer."""
UNHEARD = 0.44
"""What is left when the collection never uses the central word of the question, nor one like it."""
SAID = 0.6
"""Strength from which on a word of the question counts as said in a lead."""
VOUCHED = 0.85
"""What is left of the doubt when the unit, the year or the day that is asked for is there."""
TOLD = 0.6
"""The same when a lead tells where or when, or a place stands beside the thing that is asked for."""
UNSAID = 0.37
"""What is left when the paragraph does not say what `who` or `ai` did."""
OFF_TOPIC_ACROSS = 0.3
OFF_TOPIC = 0.4
"""Share of the question's words in the best paragraph under which the passages are about something else."""


STRANGE = 0.45
"""Share of the question's weight in words other than names that stand nowhere, under which it is about something else."""


def guarded(question: QuestionView, scene: Scene, confidence: float, *, told: bool) -> float:
    """The confidence after the plain reasons against an answer, and for one.

    Against: there is no number, or not in the unit asked for; the name asked for is not beside the kin that bears it; a
    name of the question stands nowhere in the passages; hardly a word of the question is there; the number is far from
    all of it. In doubt: what is asked about, or what was done, is a word that the collection never uses; the number
    counts something else. For: the unit, the year or the day that is asked for is there; the scene tells
    where or when of all that a bare question names (`told`).
    """
    new = fresh(question, scene.sentence)
    fits = fit(question, scene.sentence, new)
    if _against(question, scene, new, fits):
        confidence *= GUARD
    else:
        measured_so = question.asked.measure and fits == 1
        confidence = 1 - (TOLD if told else 1.0) * (VOUCHED if measured_so else 1.0) * (1 - confidence)
    return confidence * _doubt(question, scene, new)


def leads(question: QuestionView, scene: Scene, fits: float) -> bool:
    """Whether a sentence is of an article's lead, holds a place or date, and all that the question says of its event."""
    paragraph = scene.passage.paragraph
    return paragraph.kind == "body" and paragraph.number <= LEAD and fits > 0.5 and says_all(question, scene)


def says_all(question: QuestionView, scene: Scene) -> bool:
    """Whether the paragraph says every word of the question that means something."""
    wanted = [h for t, h in zip(question.terms, scene.whole, strict=True) if not t.light]
    return bool(wanted) and min(wanted) >= SAID


def _against(question: QuestionView, scene: Scene, new: Sequence[int], fits: float) -> bool:
    kind = question.asked.kind
    of_kin = any(question.words[i].canonical in _KIN for i in question.asked.focus)
    demanding = kind == "number" or bool(question.asked.measure) or (kind == "name" and of_kin)
    across = question.language != scene.sentence.language
    return (
        (demanding and fits == 0)
        or coverage(question, scene.whole) < (OFF_TOPIC_ACROSS if across else OFF_TOPIC)
        or far_off(question, scene.sentence, new, scene.held)
        or bool(lost_names(question))
    )


def _doubt(question: QuestionView, scene: Scene, new: Sequence[int]) -> float:
    unheard = any(question.unheard(t) for t in question.terms if t.index in _central(question) and not t.light)
    if question.asked.kind == "person" and _unsaid(question, scene):
        return UNSAID
    if _undone(question, scene):
        return UNDONE
    return UNHEARD if unheard or counts_another(question, scene.sentence, new) else 1.0


def _unsaid(question: QuestionView, scene: Scene) -> bool:
    """Whether the paragraph lacks what the person that is asked for did or is, in a word that the collection lacks."""
    central = _central(question)
    return any(
        t.index in central and not t.name and not t.light and h < 0.45 and (h == NOUNISH or question.is_unknown(t))
        for t, h in zip(question.terms, scene.whole, strict=True)
    )


def _undone(question: QuestionView, scene: Scene) -> bool:
    """Whether neither the sentence nor its neighbours say what the person did that stands for `who` or `ai`."""
    by_whom = _BY_WHOM.search(question.lower)
    if question.asked.kind != "person" or (min(question.asked.asking, default=0) > 0 and not by_whom):
        return False
    across = question.language != scene.sentence.language
    central = _done_to(question) if by_whom else _central(question)
    told = [
        h
        for t, h in zip(question.terms, scene.around, strict=True)
        if t.index in central
        and not (t.name or t.number or t.light)
        and (t.translations or not across)
        and not says_little(t.text.lower(), question.language)
    ]
    return bool(told) and max(told) < UNTOLD


def _done_to(question: QuestionView) -> set[int]:
    """The indexes of what is done, in `By whom was it painted?`, `do ai vẽ`."""
    last = max(question.asked.asking, default=0)
    if question.language == "vi":
        return {t.index for t in question.terms if last < t.index <= last + 2}
    return {t.index for t in question.terms if is_past(question.words[t.index].canonical)}


_BY_WHOM = re.compile(r"^by who(?:m)?\b|\b(?:do|bởi) ai\b")
UNDONE = 0.37
"""What is left when what the person did that is asked for is not told."""
UNTOLD = 0.4
"""Strength under which a word counts as not told."""


def _central(question: QuestionView) -> set[int]:
    """The indexes of the noun asked about, and of the verb right behind `who` or `ai` (mostly two syllables)."""
    asking = question.asked.asking
    central = set(question.asked.focus)
    if question.asked.kind == "person" and asking:
        behind = [t.index for t in question.terms if t.index > max(asking) and not t.light]
        central.update(behind[: 2 if question.language == "vi" else 1])
    return central


_KIN = words(
    "wife husband spouse son daughter child children father mother brother sister parent partner "
    "vợ chồng phu nhân con trai gái bố mẹ cha anh chị em"
)


def lost_names(question: QuestionView) -> list[str]:
    """The names of the question of which at least half the words stand nowhere in the passages (titles may).

    Where no passage is in the question's language only names with Vietnamese marks count: others may be translated.
    """
    lost = {place for place, term in enumerate(question.terms) if term.name and question.lost(term)}
    if not question.own_text:
        lost = {p for p in lost if question.language == "en" and not question.terms[p].text.isascii()}
    runs = {p: question.runs.get(p, (p,)) for p in lost}
    whole = [p for p, run in runs.items() if 2 * sum(other in lost for other in run) >= len(run)]
    return [question.terms[p].text for p in sorted(whole)]


def reason(question: QuestionView, scene: Scene, objected: str = "") -> AbstentionReason:
    """Why there is no answer: nothing on the topic, something that the question takes for granted, or the fact."""
    kept = [(t.weight, h) for t, h in zip(question.terms, scene.whole, strict=True) if not question.lost(t)]
    known = sum(w for w, _ in kept)
    if sum(w * h for w, h in kept) < OFF_TOPIC * (known or 1.0) or known < STRANGE * question.total:
        return "off_topic"
    if len(kept) < len(question.terms) or missing_share(question, scene.whole, numbers=True) > 0.5:
        return "premise_contradicted"
    return "premise_contradicted" if objected == "premise" else "fact_missing"
