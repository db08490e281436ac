from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.errors import ArticleError
from bot.ingest import read_collection
from bot.ingest.article.catalogue import Entry, read_catalogue
from tests.ingest.conftest import Put
from tests.ingest.reading_texts import LONG, SETTINGS

GOOD = '[[article]]\nid = "a-1"\nfile = "sub/a.txt"\ntitle = "T"\noutlet = "O"\nlanguage = "vi"\npublished = 2025-03-10\nurl = "https://a.b/"\n'


def test_a_full_entry(put: Put, tmp_path: Path) -> None:
    put("catalogue.toml", GOOD)
    assert read_catalogue(tmp_path) == {
        "sub/a.txt": Entry("a-1", "sub/a.txt", "T", "O", "vi", date(2025, 3, 10), "https://a.b/")
    }


def test_what_the_catalogue_says_wins_over_the_text(put: Put, tmp_path: Path) -> None:
    put("catalogue.toml", GOOD)
    put("sub/a.txt", f"Another title\nVNS\nMarch 1, 2020\n{LONG}")
    source = next(r for r in read_collection([tmp_path], SETTINGS) if r.articles).articles[0].source
    assert (source.id, source.title, source.outlet, source.language, source.published) == (
        "a-1",
        "T",
        "O",
        "vi",
        date(2025, 3, 10),
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[[article]\n", "line 1"),
        ('[[article]]\nid = "a"\n', "lacks the key 'file'"),
        ('[[article]]\nid = "a"\nfile = "a"\nauthor = "x"\n', "unknown key 'author'"),
        ('[[article]]\nid = "a#1"\nfile = "a"\n', "is not an id"),
        ('[[article]]\nid = "a"\nfile = "../a"\n', "inside the folder"),
        ('[[article]]\nid = "a"\nfile = "/a"\n', "inside the folder"),
        ('[[article]]\nid = "a"\nfile = "a"\nlanguage = "fr"\n', "'vi' or 'en'"),
        ('[[article]]\nid = "a"\nfile = "a"\npublished = "10/3"\n', "2025-03-10"),
        ('[[article]]\nid = "a"\nfile = "a"\npublished = 2025-03-10T10:00:00\n', "2025-03-10"),
        ('[[article]]\nid = 5\nfile = "a"\n', "must be a text"),
        ('[[article]]\nid = "a"\nfile = "a"\n[[article]]\nid = "a"\nfile = "b"\n', "article 2"),
        ("article = 3\n", "tables and nothing else"),
        ('x = 1\n[[article]]\nid = "a"\nfile = "a"\n', "nothing else"),
        (b"\xff\xfe", "not valid TOML"),
    ],
)
def test_a_wrong_catalogue_is_one_sentence_with_file_and_place(
    put: Put, tmp_path: Path, content: str, says: str
) -> None:
    put("catalogue.toml", content)
    put("a.txt", LONG)
    with pytest.raises(ArticleError) as caught:
        list(read_collection([tmp_path], SETTINGS))
    assert says in str(caught.value)
    assert "catalogue.toml" in str(caught.value)


def test_an_entry_without_its_file_is_reported(put: Put, tmp_path: Path) -> None:
    put("catalogue.toml", GOOD)
    put("b.txt", LONG)
    reading = next(r for r in read_collection([tmp_path], SETTINGS) if r.file == "catalogue.toml")
    assert "sub/a.txt" in reading.reason


def test_an_id_of_the_catalogue_is_kept_for_its_file(put: Put, tmp_path: Path) -> None:
    put("catalogue.toml", '[[article]]\nid = "b"\nfile = "z.txt"\n')
    put("b.txt", LONG)
    put("z.txt", LONG + " Two.")
    ids = {r.file: r.articles[0].source.id for r in read_collection([tmp_path], SETTINGS) if r.articles}
    assert ids["z.txt"] == "b"
    assert ids["b.txt"].startswith("b-")
