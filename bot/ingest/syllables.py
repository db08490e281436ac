"""Could a word be a Vietnamese syllable? Its spelling is regular enough to tell text from mojibake."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    "(?:uyê|uyu|oai|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|uya|"
    "iê|yê|ia|ua|uô|ưa|ươ|oa|oă|oe|uê|uy|uâ|uơ|oo|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|"
    "[aăâeêioôơuưy])"
    "(?:ch|ng|nh|[cmnptiyou])?"
)


@lru_cache(maxsize=16_384)
def is_syllable(word: str) -> bool:
    """True for a word spelled as Vietnamese syllables are (the tone may stand on either vowel; NFC or NFD).

    >>> [is_syllable(w) for w in ("Nguyễn", "hoà", "nghiêng", "Ã¡nh", "café")]
    [True, True, True, False, False]
    """
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = sum(ord(c) in _TONES for c in decomposed)
    bare = unicodedata.normalize("NFC", decomposed.translate(_TONES))
    return tones <= 1 and bool(_SYLLABLE.fullmatch(bare))
