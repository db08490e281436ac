from collections.abc import Sequence

from bot.models import Filters, Paragraph, Passage, Source
from bot.verification.attribution import check_collection, check_text

TEXT = "He owns two boats.\n\nIn 2019 she sold 3 houses in Huế.\nThey moved to Jakarta."


class Shelf:
    """A retriever that returns what it holds, in order."""

    def __init__(self, *texts: str) -> None:
        source = Source("shelf", "en")
        self.passages = [Passage(Paragraph(source, n, t, "body", "en"), 1 / n) for n, t in enumerate(texts, 1)]
        self.asked: list[str] = []

    def retrieve(self, question: str, *, limit: int, filters: Filters = Filters()) -> Sequence[Passage]:
        self.asked.append(question)
        return self.passages[:limit]


def test_the_paragraph_that_carries_the_claim_is_found() -> None:
    verdict = check_text("She sold three houses in Huế in 2019.", TEXT)
    assert verdict.support == "verified"
    assert [c.quote for c in verdict.citations] == ["In 2019 she sold 3 houses in Huế."]


def test_a_wrong_claim_is_rejected_with_the_reason_of_the_nearest_paragraph() -> None:
    assert check_text("She sold four houses in Huế in 2019.", TEXT).reasons == ("number:four",)


def test_a_wrong_year_is_not_excused_by_a_paragraph_without_years() -> None:
    verdict = check_text("She sold 3 houses in Huế in 2018.", f"{TEXT}\nShe sold houses.")
    assert verdict.support == "rejected"
    assert verdict.reasons == ("number:2018",)


def test_a_text_about_something_else_rejects() -> None:
    assert check_text("The bank raised its rates.", TEXT).support == "rejected"


def test_an_empty_text_carries_nothing() -> None:
    assert check_text("She sold houses.", " \n ").reasons == ("uncited",)


def test_decomposed_and_invisible_characters_do_not_matter() -> None:
    assert check_text("Tô Lâm visited.", "To\u0302 La\u0302m\u200b visited.").support == "verified"


def test_languages_may_be_given() -> None:
    verdict = check_text("ASEAN 2045", "ASEAN 2045", language="vi", text_language="vi")
    assert [c.paragraph.language for c in verdict.citations] == ["vi"]


def test_the_collection_is_asked_with_the_claim() -> None:
    shelf = Shelf("He owns two boats.", "They moved to Jakarta.")
    verdict = check_collection("They moved to Jakarta.", shelf)
    assert shelf.asked == ["They moved to Jakarta."]
    assert [c.paragraph.number for c in verdict.citations] == [2]
    assert check_collection("They moved to Jakarta.", Shelf()).support == "rejected"
