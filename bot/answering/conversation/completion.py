"""The rule-based stand-alone form of a follow-up: the question and no more of the conversation than it needs."""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile

from bot.answering.conversation.followups import (
    asks,
    folded_words,
    in_place,
    names_nothing,
    points_at_person,
    points_at_thing,
    says_little,
    swapped_in,
    unasked,
)
from bot.answering.question.kind import asked
from bot.language.naming.names import Name, is_syllable, names
from bot.language.naming.titles import OFFICE_SYLLABLES, VIETNAMESE_OFFICES
from bot.language.words.detect import language_of
from bot.language.words.normalise import canonical, words
from bot.language.words.stopwords import is_stop_word
from bot.language.words.terms import content_terms, tokens, word_of
from bot.models import Conversation, Language, Turn

NAMES = 2
"""Names of the conversation that a question about a person is given."""
_THING = 5
"""Words behind a verb among which its object is looked for."""
_CLAUSE = 3
"""Words behind `how many` that are taken for what is counted, as far as the end of the question."""
_NUMBER = re.compile(r"(?:\s(?:in|on|since|by|until|năm|ngày|tháng|vào|đến))*\s\d[\d.,/]*%?", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:then|after (?:that|this)|before (?:that|this)|sau (?:đó|này)|trước đó|tiếp theo)\b", re.IGNORECASE
)
_SAYS = re.compile(
    r"\b(?:say|think|stress|emphasi[sz]e|highlight|argue|state|promise|pledge)\b[^?]{0,40}\?$"
    r"|\b(?:nói|phát biểu|nhấn mạnh|khẳng định|cho biết|cho rằng|nhận định|cam kết|đề nghị|chia sẻ)(?: (?:những )?(?:điều )?gì| thế nào)\b",
    re.IGNORECASE,
)
"""What somebody says, which another says in other words: what is asked of the other is not asked with these."""
_PLACING = words("in at to from near into tại ở đến tới từ tỉnh quận huyện xã phường")
_DATELINE = re.compile(r"^[^,;:!?—–-]{2,40} [—–-] ")
_DESCRIBED = re.compile(r"^who (?:is|was) (?P<en>.+)$|^(?P<vi>.+?) là (?:ai|những ai)$", re.IGNORECASE)
_TITLE = re.compile(
    rf"\b(?:nguyên |cựu )?(?:(?:phó )?(?:{'|'.join(VIETNAMESE_OFFICES)}|tổng bí thư|chủ tịch (?:nước|quốc hội)|tổng giám đốc)"
    r"|thứ trưởng|huấn luyện viên(?: trưởng)?|nghệ (?:nhân|sĩ)|thẩm phán|trưởng bản"
    r"|bác sĩ|giáo sư|tiến sĩ|luật sư|kiến trúc sư|kỹ sư|đại tá|(?:thiếu|trung|thượng|đại) tướng|đội trưởng|tiền (?:đạo|vệ)"
    r"|(?:hậu|trung) vệ|thủ môn|cầu thủ|ca sĩ|nhà văn|đạo diễn|bị cáo|ông|bà|anh|chị|cô|thầy|cháu|bé) $",
    re.IGNORECASE,
)


def completed(text: str, history: Conversation) -> str:
    """A question that leans on the conversation, completed from it; `history` holds at least one turn.

    A question about a person ("who welcomed him?") is given the names that were talked about, any other ("and where?",
    "how big are they?") what the question before was about; one that only swaps a thing ("and Malaysia?") takes its place
    in the question before, or follows it.

    >>> from bot.models import Answer, Question
    >>> before = Question("When did Tô Lâm visit Jakarta?", "When did Tô Lâm visit Jakarta?", "en")
    >>> told = Conversation().then(Answer(before, "nothing_found", "extractive", message="Nothing."))
    >>> completed("And who welcomed him?", told), completed("And why?", told)
    ('And who welcomed him? (Tô Lâm, Jakarta)', 'And why? (Tô Lâm visit Jakarta)')
    >>> completed("And Obama?", told)
    'When did Tô Lâm visit Jakarta? And Obama?'
    """
    assert history.last is not None
    before, language = history.last.question.standalone, history.last.question.language
    if thing := swapped_in(text, before):
        if _SAYS.search(before) and not names_nothing(thing, language):
            return text
        return _swapped(thing, before, language) or f"{before} {text}"
    if not asks(text):
        return f"{before} {text}"
    spoken = language_of(text)
    person = points_at_person(text, spoken)
    topic = (
        ""
        if person and not (says_little(text, spoken) or _THEN.search(text))
        else _apart(_topic(before, language, text), text)
    )
    meant = _referents(history, folded_words(f"{text} {topic}")) if person else _filling(history.last, text, topic)
    if not topic and len(meant) == 1:
        stands = meant[0]
    else:
        stands = topic if _is_thing(topic, language) and points_at_thing(text, spoken) else ""
    placed = in_place(text, stands, spoken) if stands else text
    if placed != text:
        return placed
    return f"{text} ({', '.join(filter(None, (topic, *meant))) or unasked(before)})"


def _swapped(thing: str, before: str, language: Language) -> str | None:
    """The question before with `thing` in the place of what it asked about; None where that place cannot be told.

    >>> _swapped("đội á quân", "Đội vô địch nhận bao nhiêu tiền?", "vi")
    'đội á quân nhận bao nhiêu tiền?'
    >>> _swapped("nurses", "How many doctors does it have?", "en")
    'How many nurses does it have?'
    """
    spots, new = list(tokens(before)), [canonical(t) for t, _, _ in tokens(thing)]
    forms = [canonical(t) for t, _, _ in spots]
    wanted = asked(before, language)
    if not spots or not new:
        return None
    place = next((i for i, form in enumerate(forms) if form == new[0] and i not in wanted.asking), None)
    if place is not None and len(new) > 1 and not wanted.asking & set(range(place, place + len(new))):
        first, last = place, min(place + len(new), len(spots)) - 1
    elif wanted.kind == "number" and wanted.focus and wanted.focus[0] == max(wanted.asking, default=-2) + 1:
        first = wanted.focus[0]
        last = len(spots) - 1 if len(spots) - first <= _CLAUSE else wanted.focus[-1]
    else:
        return None
    return before[: spots[first][1]] + thing + before[spots[last][2] :]


def _topic(standalone: str, language: Language, text: str) -> str:
    """What a question was about; of one completed by rule, what completed it, where the question itself says little."""
    question, _, context = standalone.rstrip(")").partition(" (")
    if context and says_little(question, language):
        return context
    topic = unasked(question)
    if points_at_thing(text, language_of(text)) and not says_little(text, language):
        topic = _subject(topic, language)
    return ", ".join(filter(None, (topic, context))) or question


def _is_thing(topic: str, language: Language) -> bool:
    """Whether a topic is made of names and nothing else that has a meaning."""
    rest = topic
    for name in reversed(found := names(topic, language)):
        rest = rest[: name.start] + rest[name.end :]
    return bool(found) and not content_terms(rest, language)


def _subject(topic: str, language: Language) -> str:
    """The thing itself where a topic is a name and a word said of it (`the Children's Hospital cost`)."""
    found = names(topic, language)
    if not found or len(content_terms(topic[: found[0].start], language)) > 1:
        return topic
    end = found[0].end
    for name in found[1:]:
        end = end if topic[end : name.start].strip() else name.end
    return topic[:end] if len(content_terms(topic[end:], language)) == 1 else topic


def _apart(topic: str, text: str) -> str:
    """A topic without its numbers and years where the question brings its own ("and by 2030?")."""
    return _NUMBER.sub("", topic) if any(c.isdigit() for c in text) else topic


def _referents(history: Conversation, known: str) -> list[str]:
    """Whom the conversation is about: those who were asked for, else those named in a question, the latest turn first.

    A turn that only leans on the one before it says nothing of its own.
    """
    for turn in reversed(history.turns):
        question = turn.question
        if question.text != question.standalone and names_nothing(question.text, question.language):
            continue
        if found := _asked_for(turn, known) or names_in(question.standalone, known):
            return found
    last = history.turns[-1]
    return names_in(_cited(last), known)


def _asked_for(turn: Turn, known: str) -> list[str]:
    """Who answers a question for a person: the first names of the answer that the question does not hold."""
    question = turn.question
    if asked(question.standalone, question.language).kind not in ("person", "name"):
        return []
    if described := _DESCRIBED.search(question.standalone.strip(" ?.!")):
        return [_named(described.group("en") or described.group("vi"), _cited(turn))]
    return names_in(_cited(turn), f"{known} {folded_words(question.standalone)}")


def _named(office: str, text: str) -> str:
    """An office with the name that a text writes behind it, if it does.

    >>> _named("the ASEAN Secretary-General", "ASEAN Secretary-General Kao Kim Hourn was there.")
    'ASEAN Secretary-General Kao Kim Hourn'
    """
    bare = re.sub(r"^(?:the|an?) ", "", office, flags=re.IGNORECASE)
    place = text.casefold().find(bare.casefold())
    behind = place + len(bare)
    bearer = next((n for n in names(text, language_of(text)) if n.start <= behind + 1 < n.end), None)
    return text[place : bearer.end] if place >= 0 and bearer and text[behind : behind + 1] == " " else office


def _filling(turn: Turn, text: str, topic: str) -> list[str]:
    """What answered the question before, where a follow-up says too little to tell what it is about: a name or a thing."""
    question = turn.question
    if not says_little(text, language_of(text)):
        return []
    if asked(question.standalone, question.language).kind == "thing":
        return _behind(unasked(question.standalone), _cited(turn))
    return _asked_for(turn, folded_words(f"{text} {topic}"))[:1]


def _behind(topic: str, text: str) -> list[str]:
    """The words of a text right behind the last word of a topic, as far as they have a meaning of their own.

    >>> _behind("Lâm plant", "Lâm planted a commemorative tree in the grounds.")
    ['commemorative tree']
    """
    language = language_of(text)
    last = [word_of(t).stem for t, _, _ in tokens(topic)][-1:]
    spots = list(tokens(text))
    place = next((i for i, (t, _, _) in enumerate(spots) if [word_of(t).stem] == last), len(spots))
    telling = dropwhile(lambda s: is_stop_word(s[0].lower(), language), spots[place + 1 : place + 1 + _THING])
    thing = list(takewhile(lambda s: not is_stop_word(s[0].lower(), language), telling))
    return [text[thing[0][1] : thing[-1][2]]] if thing else []


def _cited(turn: Turn) -> str:
    return " ".join(_DATELINE.sub("", citation.quote) for citation in turn.answer.citations)


def names_in(text: str, known: str) -> list[str]:
    """The first names of a text of which not all words are `known` (folded); with their titles, where some have any.

    >>> names_in("Hôm nay Tổng thống Phần Lan Aino Lehtonen thăm Huế.", "")
    ['Tổng thống Phần Lan Aino Lehtonen']
    """
    found: list[str] = []
    titled: list[str] = []
    language = language_of(text)
    for name in names(text, language):
        start, said = _titled(text, name), {w.folded for w in name.words}
        seen = {*known.split(), *folded_words(" ".join(found)).split()}
        if said <= seen or not (start < name.start or _is_apt(text, name, language)):
            continue
        found.append(text[start : name.end].removesuffix("'s").removesuffix("’s"))
        titled += [found[-1]] * (start < name.start)
    return (titled or found)[:NAMES]


def _is_apt(text: str, name: Name, language: Language) -> bool:
    """Whether a name may be somebody's: no mere office, no place by the word before it, no plain Vietnamese word."""
    beside = text[: name.start].rstrip().rpartition(" ")[2].lower()
    office = {w.canonical for w in name.words} <= OFFICE_SYLLABLES
    plain = language == "vi" and len(name.words) == 1 and is_syllable(name.words[0].canonical)
    return any(w.certain for w in name.words) and beside not in _PLACING and not office and not plain


def _titled(text: str, name: Name) -> int:
    """Where the title begins that stands before a name, else where the name does."""
    title = _TITLE.search(text, 0, name.start)
    return title.start() if title else name.start
