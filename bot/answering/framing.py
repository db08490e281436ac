"""A quote in the other language, framed in the language of the question."""

from __future__ import annotations

from bot.models import Language, Source

_FRAMES: dict[Language, str] = {
    "vi": "Theo {outlet} (bản tiếng Anh): {quote}",
    "en": "{outlet} (in Vietnamese): {quote}",
}
_UNNAMED: dict[Language, str] = {"vi": "bài báo", "en": "The article"}


def framed(quote: str, source: Source, language: Language) -> str:
    """The statement that shows a quote from text in the other language than `language`.

    >>> framed("Ông đến.", Source("a", "vi", outlet="VTV"), "en")
    'VTV (in Vietnamese): “Ông đến.”'
    """
    marks = "«{}»" if "“" in quote or "”" in quote else "“{}”"
    outlet = source.outlet or _UNNAMED[language]
    return _FRAMES[language].format(outlet=outlet, quote=marks.format(quote))
