"""A question with its answer, however the two are put together, in one form: the question, its mark, the answer."""

from __future__ import annotations

import re

_LONGEST = 2000
"""Characters; the patterns take quadratic time on a long run of blanks."""
_LABELLED = re.compile(
    r"\s*(?:question|q|câu hỏi|hỏi|ch)\s*[:.]\s*(?P<asked>.+?)\s*"
    r"(?:\b(?:the )?answer|\ba|\b(?:câu )?trả lời|\bđáp(?: án)?|\btl)\s*:\s*(?P<told>.+)",
    re.IGNORECASE | re.DOTALL,
)
_FRAMED = re.compile(
    r"\s*(?:the answer (?:to|for) (?:the )?(?:question )?|(?:câu trả lời|đáp án) (?:cho|của) (?:câu hỏi )?)"
    r"[\"“‘'«](?P<asked>.+?)[\"”’'»],? (?:is|was|are|were|là):? (?P<told>.+)",
    re.IGNORECASE | re.DOTALL,
)
_MARKED = re.compile(
    r"\s*[\"“«]?(?P<asked>[^?]+)\?[\"”»]?\s*(?:[-–—:=>→]+\s*)?(?P<told>.*\w.*)", re.IGNORECASE | re.DOTALL
)
_PARTED = re.compile(
    r"\s*(?P<asked>(?:[^?:\n]|(?<=\d):(?=\d))+?)\s*(?:: | [-–—=]+>? |\n|→)\s*(?P<told>.*\w.*)", re.DOTALL
)
_ASKS = re.compile(
    r"(?:(?:in|on|at|from|to|for|by|with|of|about|under|after|during|since|into|through|along with|besides) )?"
    r"(?:what|which|who|whom|whose|when|where|why|how)\b|"
    r".*\b(?:bao nhiêu|bao lâu|khi nào|lúc nào|ở đâu|nơi nào|(?:như )?thế nào|tại sao|vì sao|do đâu|là ai|là gì|(?:điều|cái) gì|"
    r"ai|gì|nào|đâu|mấy)\b",
    re.IGNORECASE | re.DOTALL,
)


def plainly(claim: str) -> str:
    """A claim that is a question with its answer as `QUESTION? ANSWER`; any other claim as it is.

    >>> plainly("Q: Who came? A: Lâm."), plainly("Who came - Lâm"), plainly("The answer to “Who came?” is Lâm.")
    ('Who came? Lâm.', 'Who came? Lâm', 'Who came? Lâm.')
    >>> plainly("Ông nói: tốt."), plainly("Lâm came.")
    ('Ông nói: tốt.', 'Lâm came.')
    """
    if len(claim) > _LONGEST:
        return claim
    for form in (_LABELLED, _FRAMED, _MARKED):
        if match := form.fullmatch(claim):
            return _joined(match)
    parted = _PARTED.fullmatch(claim)
    return _joined(parted) if parted and _ASKS.match(parted["asked"].strip(' "“')) else claim


def _joined(match: re.Match[str]) -> str:
    return f"{match['asked'].strip().rstrip('?').strip()}? {match['told'].strip()}"
