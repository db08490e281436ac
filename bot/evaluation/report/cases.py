"""The cases in the HTML report, failures first: what was asked, said and expected, cited and gold paragraph side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.evaluation.dataset.gold import Gold
from bot.evaluation.metrics.scoring import Score
from bot.evaluation.report.html_text import marked, safe

MOST = 300
"""Cases of each kind that are shown; a report of thousands would not open."""


def failures(scores: Sequence[Score]) -> Iterator[str]:
    """All that is not right, the first ones open."""
    failed = [s for s in scores if not s.right]
    yield f"<h2>{len(failed)} not right</h2>"
    yield from _shown(failed, opened=3)


def successes(scores: Sequence[Score]) -> Iterator[str]:
    """All that is right, folded away."""
    right = [s for s in scores if s.right]
    yield f'<h2>{len(right)} right</h2><details><summary class="soft">show them</summary><br>'
    yield from _shown(right, opened=0)
    yield "</details>"


def _shown(scores: Sequence[Score], opened: int) -> Iterator[str]:
    for place, score in enumerate(scores[:MOST]):
        yield _case(score, opened=place < opened)
    if len(scores) > MOST:
        yield f'<p class="soft">{len(scores) - MOST} more stand in predictions.jsonl.</p>'


def _case(score: Score, *, opened: bool) -> str:
    return (
        f'<details class="case{" right" if score.right else ""}"{" open" if opened else ""}>'
        f'<summary><span class="question" dir="auto">{safe(score.case.question)}</span>{"".join(_tags(score))}</summary>'
        f'<div class="inside">{_history(score)}{_said(score)}{_expected(score)}'
        f'<div class="pair"><div><h3>{_shown_as(score)}</h3>{"".join(_cited(score)) or _NONE}</div>'
        f"<div><h3>Gold{_rank(score)}</h3>{''.join(_gold(score)) or _NONE}</div></div></div></details>"
    )


_NONE = '<p class="soft">none</p>'


def _tags(score: Score) -> Iterator[str]:
    yield f'<span class="tag">{safe(score.case.id)}</span>'
    yield f'<span class="tag">{score.case.language}{safe(f" · {score.case.kind}" if score.case.kind else "")}</span>'
    yield f'<span class="tag {"good" if score.right else "bad"}">{safe(why(score))}</span>'


def why(score: Score) -> str:
    """In a few words, what became of a case."""
    if score.prediction.error:
        return "error"
    if not score.case.answerable:
        return "rightly silent" if score.right else "answered the unanswerable"
    if score.right:
        return "right"
    if not score.answered:
        return "silent"
    if score.figures.get("cites_gold", 1.0) == 0.0:
        return "cites another paragraph"
    return "lacks the answer"


def _history(score: Score) -> str:
    asked = " / ".join(score.case.history)
    return f'<p class="soft" dir="auto">after: {safe(asked)}</p>' if asked else ""


def _said(score: Score) -> str:
    answer = score.prediction.answer
    if answer is None:
        return f'<h3>Error</h3><p class="said">{safe(score.prediction.error)}</p>'
    sure = "" if answer.get("confidence") is None else f", confidence {answer['confidence']:.2f}"
    short = f'<p class="said"><b dir="auto">{safe(answer["short_answer"])}</b></p>' if answer["short_answer"] else ""
    return (
        f'<h3>Said ({safe(answer["outcome"])}{sure})</h3>{short}<p class="said" dir="auto">{safe(answer["answer"])}</p>'
    )


def _expected(score: Score) -> str:
    if not score.case.answerable:
        return '<h3>Expected</h3><p class="said soft">silence: the collection does not say</p>'
    groups = " + ".join(" or ".join(group) for group in score.case.groups)
    return f'<h3>Expected</h3><p class="said" dir="auto">{safe(groups)}</p>'


def _shown_as(score: Score) -> str:
    return "Cited" if score.answered else "Nearest, offered without an answer"


def _cited(score: Score) -> Iterator[str]:
    answer = score.prediction.answer or {"citations": [], "nearest": []}
    gold = {g.ref for g in score.gold}
    for citation in answer["citations"] or answer["nearest"][:1]:
        span = [(citation["start"], citation["end"])] if answer["citations"] else []
        yield _quote(citation["ref"], _named(citation), citation["text"], span, good=citation["ref"] in gold)


def _named(citation: Mapping[str, Any]) -> str:
    return " · ".join(str(citation[key]) for key in ("title", "source", "published") if citation.get(key))


def _gold(score: Score) -> Iterator[str]:
    for gold in score.gold[:3]:
        yield _quote(gold.ref or "not in the collection", "", gold.text, _spans(score, gold), good=True)


def _spans(score: Score, gold: Gold) -> list[tuple[int, int]]:
    """Where the words of the evidence, else the gold answers, stand in a gold paragraph."""
    held = gold.text.lower()
    quotes = [e.quote for e in score.case.evidence if e.quote != gold.text]
    wanted = quotes or [*score.case.answers, *(o for group in score.case.must_contain for o in group)]
    found = [(held.find(words.lower()), len(words)) for words in wanted]
    return [(start, start + length) for start, length in found if start >= 0]


def _rank(score: Score) -> str:
    wanted = {g.evidence_class for g in score.gold}
    ranks = [n for n, ranked in enumerate(score.prediction.ranking, 1) if ranked.evidence_class in wanted]
    if not wanted:
        return ""
    return (
        f" (rank {', '.join(map(str, ranks))})" if ranks else f" (not among the first {len(score.prediction.ranking)})"
    )


def _quote(ref: str, title: str, text: str, spans: Sequence[tuple[int, int]], *, good: bool) -> str:
    tag = f'<span class="tag {"good" if good else "bad"}">{safe(ref)}</span> {safe(title)}'
    return f'<blockquote dir="auto"><cite>{tag}</cite>{marked(text, spans)}</blockquote>'
