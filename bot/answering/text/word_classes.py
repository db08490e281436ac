"""A class for each word of a sentence, one letter each, by closed lists, word shape and the glossary's sections.

N noun, V verb, X verb or noun, G -ing, E past form, J adjective, K name, # number, % date, D determiner, P preposition,
C conjunction, S subordinator or relative, M modal, B to be, H to have or do, T to, R pronoun, A adverb, F set phrase,
L classifier
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.answering.text.tokens import Token
from bot.language.lexicon.open_classes import classes
from bot.language.words.normalise import words
from bot.models import Language

ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ful", "ic", "able", "ible", "ary", "ish", "less", "ian", "ese")
NOUN_ENDINGS = (
    "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "age", "dom", "ure", "ers", "ors", "er", "or",
    "ist", "ists", "logy", "cy", "tions",
)  # fmt: skip

_ENGLISH = {
    "D": "a an the this these those his her its their our my your each every some any no another all both many several "
    "few most more other such",
    "P": "of in on at by for from with into onto through during between among against under over after before within "
    "without across along about around near toward towards upon until since per via despite like throughout beyond "
    "behind below above inside outside amid except than as off up out down",
    "C": "and or but nor",
    "S": "that which who whom whose where when while because although though if whether whereas unless once how why "
    "what so",
    "M": "will would can could may might must shall should cannot",
    "B": "is are was were be been being am",
    "H": "has have had having do does did",
    "T": "to",
    "R": "he she it they we i you him them us me himself itself themselves there one",
    "A": "not also very often only then however even now still just never always almost later ever too well soon "
    "already again further thus therefore instead usually generally sometimes",
}
_VIETNAMESE = {
    "D": "các những một mọi mỗi cái con chiếc này đó ấy kia nhiều vài hầu tất cả toàn bộ",
    "P": "của ở tại trong trên dưới từ đến tới vào cho với về bằng theo giữa qua trước sau ngoài như gần hơn cùng nhờ "
    "bởi đối",
    "C": "và hoặc hay nhưng cũng",
    "S": "mà khi nếu vì do rằng để nên tuy dù mặc thì nơi",
    "M": "đã sẽ đang được bị phải có cần chưa không vẫn còn",
    "B": "là",
    "R": "ông bà họ nó anh cô chúng ta tôi mình",
    "A": "rất đều chỉ luôn thường lại nữa ngay",
    "L": "người sự việc cuộc bức quyển cuốn tòa ngôi vị nền niềm nỗi cơn trận loại kiểu nhóm đội",
}
CLOSED: Mapping[Language, Mapping[str, str]] = {
    "en": {word: tag for tag, text in _ENGLISH.items() for word in text.split()},
    "vi": {word: tag for tag, text in _VIETNAMESE.items() for word in text.split()},
}
"""The class of each function word."""
_NOMINAL, _SUBJECTS, _OPENING = frozenset("DJ#"), frozenset("RNKSA"), frozenset("RSK")
_LETTERS = {"vi_function": "F", "vi_adjective": "J", "vi_verb": "V", "vi_mixed": "X"}


@lru_cache(maxsize=1)
def _heads() -> Mapping[str, str]:
    return {head: letter for name, letter in _LETTERS.items() for head in classes()[name]}


def is_verb(stem: str) -> bool:
    """Whether an English stem is that of a verb, among other things."""
    return stem in classes()["en_verb"]


def is_past(word: str) -> bool:
    """Whether an English word looks like a past form or participle."""
    return (word.endswith("ed") and len(word) > 3) or word in classes()["en_past"]


def english(tokens: Sequence[Token]) -> str:
    """The classes of the words of an English sentence, a letter a word."""
    found = ""
    for token in tokens:
        found += _plain(token) or _open(token, found[-1:] or "^")
    return found


def vietnamese(tokens: Sequence[Token], entries: Sequence[tuple[int, int]]) -> str:
    """The classes of the words of a Vietnamese sentence whose words of several syllables are `entries`."""
    keys = [t.word.canonical for t in tokens]
    found, inside, heads = ["N"] * len(tokens), set[int](), _heads()
    for start, end in entries:
        named = end - start > 1 and tokens[start].capital and tokens[end - 1].capital
        tag = "K" if named else heads.get(" ".join(keys[start:end]), "N")
        found[start:end] = [tag] * (end - start)
        inside.update(range(start, end) if end - start > 1 else ())
    for i, token in enumerate(tokens):
        closed = "" if i in inside else CLOSED["vi"].get(keys[i], "")
        found[i] = _marked(token) or closed or found[i]
    return "".join(found)


def _marked(token: Token) -> str:
    return "%" if token.date else "#" if token.number else "K" if token.capital else ""


def _plain(token: Token) -> str:
    """The class that a word has wherever it stands."""
    word = token.word.canonical
    return _marked(token) or CLOSED["en"].get(word, "") or ("A" if word.endswith("ly") and len(word) > 4 else "")


def _open(token: Token, before: str) -> str:
    """The class of a noun, verb or adjective, from its shape and the class of the word before."""
    word, stem, known = token.word.canonical, token.word.stem, classes()
    verb = stem in known["en_verb"]
    if verb and word.endswith("ing") and len(word) > 4:
        return "G"
    if is_past(word):
        return "E"
    if verb and before in ("M", "T"):
        return "V"
    if word in known["en_adjective"] or (
        len(word) > 4 and word.endswith(ADJECTIVE_ENDINGS) and word not in known["en_noun"]
    ):
        return "J"
    if before in _NOMINAL or not verb or word.endswith(NOUN_ENDINGS):
        return "N"
    return "V" if before in _OPENING or (before in _SUBJECTS and stem in known["en_mostly_verb"]) else "N"


CUES = words(
    "called named known entitled titled nicknamed termed dubbed including include includes included such because due "
    "caused means meaning until since like become became gọi tên là gồm như nhằm thành mang"
)
"""Words before what they name."""
