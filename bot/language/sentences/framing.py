"""A quote in the other language, framed in the language of the question; and the quote back out of its frame."""

from __future__ import annotations

from bot.models import Language, Source

_FRAMES: dict[Language, str] = {
    "vi": "Theo {outlet} (bản tiếng Anh): {quote}",
    "en": "{outlet} (in Vietnamese): {quote}",
}
_UNNAMED: dict[Language, str] = {"vi": "bài báo", "en": "The article"}
_LANGUAGES: tuple[Language, ...] = ("vi", "en")


def framed(quote: str, source: Source, language: Language) -> str:
    """The statement that shows a quote from text in the other language than `language`.

    >>> framed("Ông đến.", Source("a", "vi", outlet="VTV"), "en")
    'VTV (in Vietnamese): “Ông đến.”'
    """
    marks = "«{}»" if "“" in quote or "”" in quote else "“{}”"
    outlet = source.outlet or _UNNAMED[language]
    return _FRAMES[language].format(outlet=outlet, quote=marks.format(quote))


def unframed(statement: str, source: Source) -> str | None:
    """The quote of a statement that `framed` made for this very source; None for any other statement.

    >>> unframed("VTV (in Vietnamese): “Ông đến.”", Source("a", "vi", outlet="VTV"))
    'Ông đến.'
    """
    for language in _LANGUAGES:
        head = _FRAMES[language].format(outlet=source.outlet or _UNNAMED[language], quote="")
        body = statement.removeprefix(head)
        if body != statement and (body[:1], body[-1:]) in (("“", "”"), ("«", "»")):
            return body[1:-1]
    return None
