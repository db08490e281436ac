"""Distractor articles: made-up news in both languages that answers no question of a data set, in any number.

They share the words of diplomacy and daily news (visits, delegations, ministries) but none of the names.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

_PEOPLE = (
    "Mira Castellan",
    "Jonas Ahlberg",
    "Devika Rao",
    "Petr Novotny",
    "Amina Diallo",
    "Lucas Ferreira",
    "Ingrid Solheim",
)
_PLACES = ("Lisbon", "Nairobi", "Oslo", "Montevideo", "Riga", "Accra", "Ottawa", "Tbilisi", "Suva", "Quito", "Dublin")
_BODIES = (
    ("Fisheries Board", "Cục Nghề cá"), ("Harbour Authority", "Cảng vụ"), ("Rail Agency", "Công ty Đường sắt"),
    ("Weather Office", "Đài Khí tượng"), ("Textile Union", "Liên đoàn Dệt may"), ("Botanic Garden", "Vườn Bách thảo"),
    ("Chess Federation", "Liên đoàn Cờ vua"), ("Water Company", "Công ty Cấp nước"), ("Film Archive", "Viện Lưu trữ Phim"),
)  # fmt: skip
_DEEDS = (
    ("visited the new building of", "đã tới thăm trụ sở mới của"),
    ("chaired the yearly meeting of", "đã chủ trì cuộc họp thường niên của"),
    ("thanked the staff of", "đã cảm ơn đội ngũ cán bộ của"),
)
_ENGLISH = (
    "{person} {deed} the {body} in {place} on day {day} of the month, with a delegation of {count} people.",
    "The {body} has {count} members and was founded {day} decades ago, the director said in {place}.",
    "Guests were shown {count} photographs and planted {day} trees in the yard.",
)
_VIETNAMESE = (
    "{person} {deed} {body} tại {place} vào ngày {day} trong tháng, cùng đoàn gồm {count} người.",
    "{body} có {count} thành viên và được thành lập cách đây {day} thập niên, giám đốc cho biết tại {place}.",
    "Các vị khách đã xem {count} bức ảnh và trồng {day} cây trong sân.",
)


def distractors(count: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The first `count` distractors (file name, paragraphs), English and Vietnamese in turn; at most 4,158.

    >>> dict(distractors(1))["distractor-00000.txt"][2]
    'Guests were shown 13 photographs and planted 2 trees in the yard.'
    """
    combinations = product(_DEEDS, _BODIES, _PEOPLE, _PLACES, (0, 1))
    # Neighbours in the product differ in one word only; a stride that is coprime to its length mixes them.
    mixed = _strided(list(combinations), 1009)
    for number, (deed, body, person, place, language) in enumerate(islice(mixed, count)):
        words = {
            "person": person, "place": place, "deed": deed[language], "body": body[language],
            "day": 2 + number % 26, "count": 13 + number % 977,
        }  # fmt: skip
        lines = _VIETNAMESE if language else _ENGLISH
        yield f"distractor-{number:05}.txt", tuple(line.format(**words) for line in lines)


def _strided(items: list[tuple[tuple[str, str], tuple[str, str], str, str, int]], stride: int) -> Iterator[
    tuple[tuple[str, str], tuple[str, str], str, str, int]
]:  # fmt: skip
    return (items[place * stride % len(items)] for place in range(len(items)))
