"""A model's stream -> sentences with the numbers of the passages that they cite (the sentence-[n] protocol).

The text is read one character at a time, so that the result cannot depend on how the stream was cut. A sentence ends
where `bot.language.sentences.boundaries` says so, or at a line break, or at marks behind a stop; marks that follow belong
to it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.language.sentences.boundaries import sentences

_LABEL = r"(?:(?:sources?|passages?|documents?|docs?|refs?|nguồn|đoạn(?:\s+văn)?|tài\s+liệu)\s*:?\s*#?)?"
_QUOTED = r"[\"“«](?P<quote>[^\"”»\n]{1,300})[\"”»]"
_NUMBERS = r"\^?(?P<first>\d{1,2})(?:\s*[-–—]\s*(?P<last>\d{1,2}))?(?:†[^\]】]{0,40})?"
_ITEM_RE = re.compile(rf"{_LABEL}{_NUMBERS}(?:\s*[:,]?\s*{_QUOTED})?", re.IGNORECASE)
_ITEM = re.sub(r"\?P<\w+>", "?:", _ITEM_RE.pattern)
_INNER = rf"\s*{_ITEM}(?:\s*[,;&]\s*{_ITEM})*\s*"
_MARK = rf"(?:\[{_INNER}\](?:\([^()\s]{{0,300}}\))?|【{_INNER}】)"
_NEXT = rf"\s*(?:(?:[,;&]|and|và)\s*)?{_MARK}"
_MARKS_RE = re.compile(rf"\s*\(\s*{_MARK}(?:{_NEXT})*\s*\)|\s*{_MARK}(?:{_NEXT})*", re.IGNORECASE)
_GROUP = rf"(?:{_MARK}|\(\s*{_MARK}(?:{_NEXT})*\s*\))"
_TAIL = re.compile(rf"\s*{_GROUP}[.!?…]*(?:\s*(?:(?:[,;&]|and|và)\s*)?{_GROUP}[.!?…]*)*\s*$", re.IGNORECASE)
_LINE_LEAD = re.compile(rf"\n[ \t]*{_MARK}(?:[ \t]*[,;]?[ \t]*{_MARK})*[ \t]*\Z", re.IGNORECASE)
_LEADING = re.compile(rf"\s*{_MARK}", re.IGNORECASE)
_DEFINITION = re.compile(rf"\s*{_MARK}\s*:", re.IGNORECASE)
_DOUBLE_STOP = re.compile(rf"(?<=[.!?…])(\s*{_MARK}(?:{_NEXT})*)\.", re.IGNORECASE)
_BRACKETED = re.compile(r"(?<=\s)[\[【][^\[\]【】\n]*[\]】]\s*$")
_MARKED_STOP = re.compile(r"[\]】)][.!?…]")
_STOPPED = re.compile(r"[.!?…][\"'”’»)*_]*$")
_BULLET = re.compile(r"\s*(?:(?:[-*•–]|\d{1,2}[.)]|#{1,6})\s+)+")
_ORDINAL = re.compile(r"\s*(?:[-*•–]\s+)?\d{1,2}[.)]")
_EMPHASIS = re.compile(r"(\*\*|`)(?=\S)(.+?)(?<=\S)\1")
_DECORATION = frozenset("[【*`")
_DECORATED = re.compile(r"\s*(?:[-•–#]|\d{1,2}[.)])")
_SOURCES = re.compile(
    r"[\s#*_]*(?:sources?|references?|citations?|footnotes?|nguồn|nguồn tham khảo|tài liệu tham khảo|trích dẫn)[\s*_]*(?::|$|[\[【])",
    re.IGNORECASE,
)
_ENDINGS = frozenset(".!?…\"'”’»)*_]】")
_OPENING = frozenset("[【(")
_ATTACHED = frozenset(",;:.!?…)]}”’»")
_QUOTE_CHARS = 400
_BRACKET_CHARS = 320
_TAIL_CHARS = 400


class Sentence(NamedTuple):
    """A sentence without its marks, the numbers that it cites in order, and the words quoted with a number."""

    text: str
    numbers: tuple[int, ...]
    quotes: tuple[tuple[int, str], ...] = ()


class Segmenter:
    """Cuts a stream into sentences.

    >>> cut = Segmenter()
    >>> [s for piece in ("It is in Jak", "arta [1", "][2]. He le", "ft. [3") for s in cut.feed(piece)]
    [Sentence(text='It is in Jakarta.', numbers=(1, 2), quotes=())]
    >>> cut.running, cut.feed("]"), cut.close()
    ('He left.', [], [Sentence(text='He left.', numbers=(3,), quotes=())])
    """

    def __init__(self) -> None:
        self._text = ""
        self._ended = False

    def feed(self, piece: str) -> list[Sentence]:
        """The sentences that this piece of the stream completes."""
        found: list[Sentence] = []
        for character in piece:
            if self._ended:
                break
            if not character.isspace() and (end := _end(self._text, character)):
                found += self._take(end)
            self._text += character
        return found

    def close(self) -> list[Sentence]:
        """The last sentence, at the end of the stream."""
        found: list[Sentence] = []
        while self._text and not self._ended:
            found += self._take(_end(self._text, "X") or len(self._text))
        self._ended = True
        return found

    @property
    def running(self) -> str:
        """The sentence in the making, to be shown as provisional: without its marks or the beginning of one."""
        return parsed(self._text[: _unclosed(self._text)]).text

    @property
    def pending(self) -> int:
        """Characters of the sentence in the making, its marks among them."""
        return len(self._text)

    def _take(self, end: int) -> list[Sentence]:
        text, self._text = self._text[:end], self._text[end:]
        if _SOURCES.match(text):
            self._ended = True
        if self._ended or _DEFINITION.match(text):
            return []
        sentence = parsed(text)
        return [sentence] if any(c.isalnum() for c in sentence.text) else []


def parsed(text: str) -> Sentence:
    """One sentence with its marks, list signs and emphasis taken off.

    >>> parsed("- **Lâm** left Jakarta [2, 4-5]. [1](http://a.b)")
    Sentence(text='Lâm left Jakarta.', numbers=(2, 4, 5, 1), quotes=())
    """
    if not _DECORATED.match(text) and not _DECORATION.intersection(text):
        return Sentence(" ".join(text.split()), ())
    numbers: list[int] = []
    quotes: list[tuple[int, str]] = []
    for mark in _MARKS_RE.finditer(text):
        for item in _ITEM_RE.finditer(re.sub(r"\]\([^()]*\)", "]", mark.group())):
            first, last = int(item["first"]), int(item["last"] or item["first"])
            numbers += range(first, max(first, last) + 1)
            if item["quote"]:
                quotes.append((first, item["quote"].strip()))
    text = _DOUBLE_STOP.sub(r"\1", text)
    listed = _BULLET.match(text)
    bare = _EMPHASIS.sub(r"\2", _MARKS_RE.sub("", text[listed.end() :] if listed else text))
    return Sentence(" ".join(bare.split()), tuple(dict.fromkeys(numbers)), tuple(quotes))


def _end(text: str, following: str) -> int | None:
    """Where the sentence at the beginning of `text` ends, seeing the character that follows; None while it goes on."""
    core = text.rstrip()
    broken = "\n" in text[len(core) :]
    if not core or not (broken or core[-1] in _ENDINGS) or _unclosed(text) is not None:
        return None
    late = max(0, len(text) - _TAIL_CHARS)
    stray = _BRACKETED.search(text, late) if core[-1] in "]】" else None
    if stray and not _LEADING.fullmatch(stray.group().rstrip()):
        return _end(text[: stray.start()], "X")  # a bracket that is no mark begins a sentence as a word does
    lead = _LINE_LEAD.search(text, late)
    if following in _OPENING or (following in _ATTACHED and not _allowed(following, text, core, lead)):
        return None
    if lead and text[: lead.start()].strip():
        return lead.start()  # marks at the beginning of a line lead it
    tail = _TAIL.search(text, late)
    body = text[: tail.start()] if tail else core
    if not body.strip():
        return None  # marks alone lead what follows
    if broken:
        return len(text)
    if not _is_sentence(body, tail, text, following):
        return None
    leads = tail and _LEADING.match(text) and _STOPPED.search(body)
    return len(body) if leads else len(text)


def _unclosed(text: str) -> int | None:
    """Where a bracket was opened that may still become a mark."""
    start = max(text.rfind("["), text.rfind("【"))
    closed = max(text.rfind("]"), text.rfind("】"), text.rfind("\n"), len(text) - _BRACKET_CHARS)
    return start if start > closed else None


def _allowed(following: str, text: str, core: str, lead: re.Match[str] | None) -> bool:
    """Whether a character that mostly closes a sentence begins one: `![` after a blank, `:` behind a leading mark."""
    return (following == "!" and text != core) or (following == ":" and lead is not None)


def _is_sentence(body: str, tail: re.Match[str] | None, text: str, following: str) -> bool:
    if following.islower() or _ORDINAL.fullmatch(body) or _in_quote(body):
        return False
    if tail:
        return bool(_STOPPED.search(body)) or bool(_MARKED_STOP.search(tail.group()))
    if not text[-1].isspace() or not _STOPPED.search(body):
        return False
    spans = sentences(f"{body.strip()} {following}X")
    return len(spans) > 1


def _in_quote(body: str) -> bool:
    """Whether quoted words are still open; a stray quotation mark is forgotten after a while."""
    return len(body) < _QUOTE_CHARS and (body.count('"') % 2 == 1 or body.count("“") > body.count("”"))
