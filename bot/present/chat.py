"""An answer as a chat message: Markdown in which only our own marks are live and all else is `inert`.

Citations are reference links (`[1][1]` and `[1]: #s:article:paragraph:span "title"`), so a chip works in every partial
message while the text is still growing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.models import Answer, Citation, Language, Removed, Statement, marked
from bot.present.escape import inert, inert_lines, target
from bot.present.progress import Progress
from bot.present.words import Word, reason, word

_SNIPPET = 160


def question(text: str) -> str:
    """The reader's own words.

    >>> question("who?")
    'who&#63;'
    """
    return inert_lines(text)


def progress(state: Progress, language: Language) -> str:
    """The message while the answer grows; unchecked text stands in a span of class `provisional`."""
    if state.question is None:
        return f'<span class="searching">{inert(word("searching", language))}</span>'
    said = state.question.language
    blocks = [_searched(state.question.text, state.question.standalone, said), *_notices(state.notices, said)]
    blocks += _statements(state.statements, state.citations, said)
    if state.provisional.strip():
        title = inert(word("writing", said))
        blocks.append(f'<span class="provisional" title="{title}">{inert(state.provisional)}</span>')
    elif not state.statements:
        blocks.append(f'<span class="searching">{inert(word("writing", said))}</span>')
    return _message(blocks, [_definition(str(n), c) for n, c in enumerate(state.citations, 1)])


def answer(done: Answer, key: str) -> str:
    """The finished message; `key` (letters, digits, - and _) becomes the class `a-KEY` by which the page knows it."""
    said, asked = done.question.language, done.question
    blocks = [_searched(asked.text, asked.standalone, said), *_notices(done.notices, said)]
    if done.statements:
        blocks += _statements(done.statements, done.citations, said)
    else:
        blocks += [f'<span class="abstained">{inert(done.message)}</span>', *_nearest(done)]
    blocks += [_removed(done.removed, said), _about(done, key)]
    definitions = [_definition(str(n), c) for n, c in enumerate(done.citations, 1)]
    definitions += [_definition(f"n{n}", c) for n, c in enumerate(done.nearest, 1)]
    return _message(blocks, definitions)


def label(citation: Citation, language: Language) -> str:
    """What a chip says when it is read out or hovered over: outlet, day, paragraph."""
    source = citation.paragraph.source
    day = source.published.isoformat() if source.published else None
    place = f"{word('paragraph', language)} {citation.paragraph.number}"
    return " · ".join(part for part in (source.outlet or source.title or source.id, day, place) if part)


def _message(blocks: Iterable[str], definitions: Sequence[str]) -> str:
    return "\n\n".join([*(b for b in blocks if b), *(["\n".join(definitions)] if definitions else [])])


def _definition(mark: str, citation: Citation) -> str:
    said = citation.paragraph.language
    return f'[{mark}]: {target(citation)} "{inert(label(citation, said))}"'


def _searched(asked: str, standalone: str, language: Language) -> str:
    if asked == standalone:
        return ""
    return f'<span class="searched">{inert(word("searched", language))}: {inert(standalone)}</span>'


def _notices(notices: Iterable[str], language: Language) -> list[str]:
    return [f'<span class="notice" lang="{language}">{inert(notice)}</span>' for notice in notices]


def _statements(statements: Sequence[Statement], citations: Sequence[Citation], language: Language) -> list[str]:
    numbers = {c: n for n, c in enumerate(citations, 1)}
    if not statements:
        return []
    return [" ".join(_statement(s, [numbers[c] for c in s.citations], language) for s in statements)]


def _statement(statement: Statement, numbers: Sequence[int], language: Language) -> str:
    """The sentence with its live marks where `models.marked` puts the printed ones."""
    whole, marks = marked(statement.text, numbers), "".join(f"[{n}]" for n in numbers)
    before, _, after = whole.rpartition(marks)
    # A no-break space keeps the first chip with its word; `[2][1]` alone would read as the link "2" to source 1.
    text = f"{inert(before)}&nbsp;{''.join(f'[{n}][{n}]' for n in numbers)}{inert(after)}"
    if statement.support != "unconfirmed":
        return text
    note = inert(word("unconfirmed", language))
    return f'<span class="unconfirmed" title="{note}">{text}</span> <span class="doubt">{note}</span>'


def _nearest(done: Answer) -> list[str]:
    if not done.nearest:
        return []
    heading = f'<span class="heading">{inert(word("nearest", done.question.language))}</span>'
    chips = (f"[{inert(label(c, done.question.language))}][n{n}]" for n, c in enumerate(done.nearest, 1))
    rows = (f"- {chip} {inert(_snippet(c))}" for chip, c in zip(chips, done.nearest, strict=True))
    return [heading, "\n".join(rows)]


def _snippet(citation: Citation) -> str:
    text = citation.quote
    return text if len(text) <= _SNIPPET else f"{text[:_SNIPPET].rsplit(' ', 1)[0]}…"


def _removed(removed: Sequence[Removed], language: Language) -> str:
    if not removed:
        return ""
    key: Word = "removed_one" if len(removed) == 1 else "removed_many"
    rows = "".join(f"<li><s>{inert(r.text)}</s> {_reasons(r, language)}</li>" for r in removed)
    summary = inert(word(key, language, n=len(removed)))
    return f'<details class="removed"><summary>{summary}</summary><ul>{rows}</ul></details>'


def _reasons(removed: Removed, language: Language) -> str:
    told = dict.fromkeys(reason(code, language) for code in removed.reasons)
    return inert(f"({'; '.join(told)})") if told else ""


def _about(done: Answer, key: str) -> str:
    """Who answered, in what time, for how many tokens: one line, the rest on demand."""
    said = done.question.language
    by = done.answered_by
    if by == "extractive":
        by = word("verbatim" if done.statements else "no_model", said)
    brief = f"{by} · {_duration(done.timings_ms['total'])}" if "total" in done.timings_ms else by
    rows = "".join(f"<li>{inert(name)}: {inert(value)}</li>" for name, value in facts(done))
    return f'<details class="about a-{key}"><summary>{inert(brief)}</summary><ul>{rows}</ul></details>'


def facts(done: Answer) -> list[tuple[str, str]]:
    """How an answer came about, as rows of label and value."""
    said = done.question.language
    by = word("extractive", said) if done.answered_by == "extractive" else f"{word('model', said)} {done.answered_by}"
    rows = [(word("answered_by", said), by)]
    if done.timings_ms:
        stages: tuple[Word, ...] = ("retrieve", "answer", "verify", "total")
        spent = [f"{word(s, said)} {_duration(done.timings_ms[s])}" for s in stages if s in done.timings_ms]
        rows.append((word("time", said), ", ".join(spent)))
    if done.usage:
        estimated = f" ({word('estimated', said)})" if done.usage.estimated else ""
        rows.append((word("tokens", said), f"{done.usage.prompt_tokens} + {done.usage.completion_tokens}{estimated}"))
        if done.usage.cost is not None:
            rows.append((word("cost", said), f"${done.usage.cost:.5f}"))
    if done.confidence is not None:
        rows.append((word("confidence", said), f"{100 * done.confidence:.0f} %"))
    if done.prompt:
        rows.append((word("prompt", said), done.prompt))
    return rows


def _duration(milliseconds: float) -> str:
    return f"{milliseconds:.0f} ms" if milliseconds < 1000 else f"{milliseconds / 1000:.1f} s"
