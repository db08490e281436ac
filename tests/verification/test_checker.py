from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.sentences.boundaries import sentences
from bot.models import Article, Citation, Claim, Language, Paragraph, Passage, Source, Verdict
from bot.verification.checker import RuleVerifier
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.verbatim import repeated

VERIFIER = RuleVerifier()
ROOT = Path(__file__).resolve().parents[2]
VNS = Source("vns", "en", title="Party chief Tô Lâm visits ASEAN", published=date(2025, 3, 10))


def paragraphs(file: str, language: Language, separator: str) -> list[Paragraph]:
    source = Source(file, language)
    texts = (ROOT / "seeds" / file).read_text("utf-8").split(separator)
    return [Paragraph(source, n, t.strip(), "body", language) for n, t in enumerate(texts, 1) if t.strip()]


SEEDS = [
    *paragraphs("004_d425f2db56987bc6.txt", "en", "\n\n"),
    *paragraphs("000_184130ba93fb8e50.txt", "vi", "\n"),
]


def english(text: str, number: int = 1) -> Paragraph:
    return Paragraph(VNS, number, text, "body", "en")


def whole(paragraph: Paragraph) -> Citation:
    return Citation(paragraph, 0, len(paragraph.text))


def check(claim: str, *cited: Paragraph, passages: Sequence[Paragraph] = ()) -> Verdict:
    return VERIFIER.verify(Claim(claim, tuple(map(whole, cited))), [Passage(p, 1.0) for p in passages])


GIFT = english(
    "Lâm planted a commemorative tree and presented a painting as a gift. The artwork is the seventh from Việt Nam in a "
    "collection of 142 pieces gifted by the leaders of ASEAN member states and partners.",
    4,
)
PRAISE = english("Lâm praised the ASEAN Secretariat's role in supporting cooperation across various ASEAN sectors.", 11)
VISIT = english("Tô Lâm visited the ASEAN Secretariat in Jakarta, Indonesia on Monday with 30 officials.", 1)


@pytest.mark.parametrize("paragraph", SEEDS, ids=lambda p: p.ref)
def test_every_sentence_of_a_paragraph_is_verified_by_it(paragraph: Paragraph) -> None:
    for span in sentences(paragraph.text):
        verdict = check(span.of(paragraph.text), paragraph)
        assert verdict.support == "verified", verdict
        assert [c.quote for c in verdict.citations] == [span.of(paragraph.text)]


@settings(deadline=None)
@given(st.sampled_from(SEEDS), st.data())
def test_a_changed_digit_is_rejected(paragraph: Paragraph, data: st.DataObject) -> None:
    places = [i for i, c in enumerate(paragraph.text) if c.isdigit()]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != paragraph.text[place]]))
    span = next(s for s in sentences(paragraph.text) if s.start <= place < s.end)
    edited = paragraph.text[span.start : place] + digit + paragraph.text[place + 1 : span.end]
    assert check(edited, paragraph).support == "rejected"


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(SEEDS))
def test_any_text_gets_a_verdict_twice_the_same(claim: str, paragraph: Paragraph) -> None:
    if claim.strip():
        assert check(claim, paragraph) == check(claim, paragraph)


@pytest.mark.parametrize(
    ("claim", "paragraph"),
    [
        ("The artwork is the 7th from Vietnam in a collection of 142 pieces.", GIFT),
        ("Lâm presented a painting as a gift.", GIFT),
        ("Tô Lâm visited Jakarta on 10 March 2025.", VISIT),
        ("To Lam visited the ASEAN Secretariat with thirty officials.", VISIT),
        ("Lâm's praise was for the Secretariat's role in supporting ASEAN cooperation.", PRAISE),
    ],
)
def test_a_claim_in_other_words_is_verified(claim: str, paragraph: Paragraph) -> None:
    assert check(claim, paragraph).support == "verified"


@pytest.mark.parametrize(
    ("claim", "paragraph", "reason"),
    [
        ("The artwork is part of a collection of 143 pieces.", GIFT, "number:143"),
        ("The artwork is the eighth from Việt Nam in the collection.", GIFT, "number:eighth"),
        ("Tô Lâm visited Bangkok on Monday.", VISIT, "name:Bangkok"),
        ("Tô Lâm visited the Secretariat in Jakarta on Tuesday.", VISIT, "date:Tuesday"),
        ("Tô Lâm visited Jakarta on 11 March.", VISIT, "date:11 March"),
        ("Lâm did not praise the ASEAN Secretariat's role.", PRAISE, "negation"),
        ("Lâm failed to praise and never praised the Secretariat's role.", PRAISE, "negation"),
        ('Lâm praised the "tireless role" of the ASEAN Secretariat in cooperation.', PRAISE, "quote"),
        ("The weather was fine all week.", PRAISE, "wording:0.00"),
    ],
)
def test_an_edited_claim_is_rejected_and_says_why(claim: str, paragraph: Paragraph, reason: str) -> None:
    verdict = check(claim, paragraph)
    assert verdict.support == "rejected"
    assert reason in verdict.reasons


@pytest.mark.parametrize(
    ("claim", "text", "reason"),
    [
        (
            "Malaysia không cam kết tiếp tục phát huy vai trò.",
            "Malaysia cam kết tiếp tục phát huy vai trò.",
            "negation",
        ),
        (
            "Malaysia cam kết tiếp tục phát huy vai trò.",
            "Malaysia không cam kết tiếp tục phát huy vai trò.",
            "negation",
        ),
        ("Xuất khẩu gạo giảm mạnh.", "Xuất khẩu gạo tăng mạnh.", "opposite:giảm/tăng"),
        ("Đoàn có hai mươi sáu người.", "Đoàn có hai mươi lăm người.", "number:hai mươi sáu"),
        ("Ông đến Hà Nội ngày 11 tháng 3.", "Ông đến Hà Nội hôm 10/3.", "date:ngày 11 tháng 3"),
        ("Ông đến Huế ngày 10 tháng 3.", "Ông đến Hà Nội hôm 10/3.", "name:Huế"),
        ("Đó là kế hoạch thứ hai mươi.", "Đó là kế hoạch thứ hai của trường.", "number:thứ hai mươi"),
        (
            "Hãng trở thành một thế lực về mạng vào những năm 1982.",
            "Lập năm 1982, hãng trở thành một thế lực về mạng vào những năm 1980.",
            "number:1982",
        ),
    ],
)
def test_vietnamese_edits(claim: str, text: str, reason: str) -> None:
    paragraph = Paragraph(Source("a", "vi"), 1, text, "body", "vi")
    verdict = check(claim, paragraph)
    assert verdict.support == "rejected"
    assert reason in verdict.reasons


def test_a_fact_from_elsewhere_in_the_sentence_list_is_not_the_same_fact() -> None:
    paragraph = english("Short led the team in sacks with 11. Addison added 6 sacks. Allen had 136 career sacks.")
    assert "number:136" in check("Addison added 136 sacks.", paragraph).reasons
    assert check("Addison added 6 sacks.", paragraph).support == "verified"


def test_the_wrong_paragraph_is_exchanged_for_the_one_that_carries_the_claim() -> None:
    verdict = check("The artwork belongs to a collection of 142 pieces.", PRAISE, passages=[VISIT, PRAISE, GIFT])
    assert verdict.support == "verified"
    assert verdict.reasons == (f"reattributed:{GIFT.ref}",)
    assert [c.quote[:11] for c in verdict.citations] == ["The artwork"]


def test_an_uncited_claim_needs_a_passage_that_carries_it() -> None:
    assert check("Tô Lâm visited Jakarta.", passages=[GIFT, VISIT]).citations[0].paragraph == VISIT
    assert check("Tô Lâm visited Bangkok.", passages=[GIFT, VISIT]) == Verdict("rejected", (), ("uncited",))


def test_two_cited_paragraphs_may_carry_a_claim_together() -> None:
    claim = "Tô Lâm visited Jakarta and presented a painting, the seventh in a collection of 142 pieces."
    assert check(claim, VISIT).support == "rejected"
    verdict = check(claim, VISIT, GIFT)
    assert verdict.support == "verified"
    assert {c.paragraph for c in verdict.citations} == {VISIT, GIFT}


def test_a_part_of_a_name_is_the_person_whom_the_article_names() -> None:
    claim = "Tô Lâm praised the ASEAN Secretariat's role in supporting cooperation."
    assert check(claim, PRAISE).support == "verified"
    nameless = Paragraph(Source("b", "en"), 2, PRAISE.text, "body", "en")
    assert check(claim, nameless).support == "unconfirmed"


def test_a_pronoun_may_stand_for_a_name_of_the_article_but_not_for_any() -> None:
    pronoun = english("He also commended the contributions of past ASEAN Secretaries-General.", 12)
    claim = "{} commended the contributions of past ASEAN Secretaries-General."
    assert check(claim.format("Tô Lâm"), pronoun, passages=[VISIT]).support == "unconfirmed"
    assert check(claim.format("Joko Widodo"), pronoun, passages=[VISIT]).support == "rejected"


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("Tác phẩm là món quà thứ bảy của Việt Nam trong bộ sưu tập 142 tác phẩm.", ("verified", "unconfirmed")),
        ("Tác phẩm là món quà thứ bảy của Việt Nam trong bộ sưu tập 143 tác phẩm.", ("rejected",)),
        ("Tác phẩm là món quà thứ chín của Việt Nam trong bộ sưu tập 142 tác phẩm.", ("rejected",)),
    ],
)
def test_numbers_decide_across_languages(claim: str, support: tuple[str, ...]) -> None:
    assert check(claim, GIFT).support in support


def test_citations_are_whole_sentences_of_the_cited_paragraph() -> None:
    verdict = check("The artwork is the seventh from Việt Nam.", GIFT)
    assert [c.quote.split()[0] for c in verdict.citations] == ["The"]
    assert verdict.citations[0].end == len(GIFT.text)


def test_a_question_with_its_answer_stands_or_falls_with_the_answer() -> None:
    assert check("What did Lâm plant? A commemorative tree.", GIFT).support == "verified"
    assert check("What did Lâm plant? Students.", GIFT).support == "rejected"


ROSE = Paragraph(Source("vtv", "vi"), 1, "Tổng Bí thư Tô Lâm thăm Trụ sở Ban Thư ký ASEAN tại Jakarta.", "body", "vi")


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("The ASEAN Secretariat was visited by Joko Widodo.", "rejected"),
        ("The ASEAN Secretariat was visited by Tô Lâm.", "verified"),
    ],
)
def test_a_name_that_neither_language_has_is_rejected(claim: str, support: str) -> None:
    assert check(claim, ROSE, VISIT).support == support
    assert check(claim, VISIT, ROSE).support == support


@pytest.mark.parametrize(
    ("claim", "text", "same"),
    [
        ("presented a painting as a gift", GIFT.text, True),
        ("presented a painting", GIFT.text, False),
        ("he had met the ministers of both states", "Lâm did not say he had met the ministers of both states.", False),
        ("She owns boats and houses worth 2", "She owns boats and houses worth 2 million.", False),
        ("She came to the house of Tô", "She came to the house of Tô Lâm.", False),
        ("She owns 1.5 of the boats.", "She owns 1 5 of the boats.", False),
    ],
)
def test_a_stretch_that_means_the_same_by_itself_is_repeated(claim: str, text: str, same: bool) -> None:
    assert bool(repeated(ClaimView(claim, "en"), Evidence(text, "en"))) == same


@settings(deadline=None)
@given(st.sampled_from(SEEDS), st.data())
def test_a_stretch_with_another_word_in_it_is_not_taken_as_repeated(paragraph: Paragraph, data: st.DataObject) -> None:
    words = paragraph.text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    stretch = words[start:end]
    stretch[data.draw(st.integers(0, len(stretch) - 1))] = "zebra"
    text = Evidence(paragraph.text, paragraph.language)
    assert not repeated(ClaimView(" ".join(stretch), paragraph.language), text)


def test_a_year_that_only_the_rest_of_the_article_tells_is_left_open() -> None:
    told = english("The two sides met in 2016 in Hà Nội.", 1)
    later = english("The Secretariat welcomed forty officials of the ministry.", 2)
    claim = "The Secretariat welcomed forty officials of the ministry in {}."
    assert check(claim.format(2016), later, passages=[told]).support == "unconfirmed"
    assert check(claim.format(2025), later).support == "unconfirmed"
    assert check(claim.format(2017), later, passages=[told]).support == "rejected"


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("The two sides signed a treaty in 2016.", "unconfirmed"),
        ("The two sides signed a treaty in March 2016.", "unconfirmed"),
        ("The two sides signed a treaty in 2019.", "rejected"),
        ("The two sides signed a treaty in April 2016.", "rejected"),
        ("The ministry opened a school in 2016.", "rejected"),
        ("The ministry opened a school in 2018.", "verified"),
    ],
)
def test_the_year_of_an_article_holds_for_sentences_without_one(claim: str, support: str) -> None:
    source = Source("a", "en")
    cited = Paragraph(source, 1, "The two sides signed a treaty. The ministry opened a school in 2018.", "body", "en")
    later = Paragraph(source, 2, "It was in March 2016 that the ministers met.", "body", "en")
    assert check(claim, cited, passages=[later]).support == support
    assert RuleVerifier(library=Shelf(cited, later)).verify(Claim(claim, (whole(cited),)), ()).support == support


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("What player of the visitors punched the leather in? Anderson.", "unconfirmed"),
        ("What player of the visitors punched the leather in? The captain.", "rejected"),
        ("What player of the visitors punched the leather in? Newton.", "rejected"),
    ],
)
def test_a_claim_pinned_down_by_a_name_needs_fewer_words(claim: str, support: str) -> None:
    text = "Then {} scored on a touchdown run, and the player beside him took the ball."
    told = text.format("the captain" if "captain" in claim else "Anderson")
    assert check(claim, Paragraph(Source("a", "en"), 1, told, "body", "en")).support == support


class Shelf:
    """A library of one article."""

    def __init__(self, *paragraphs: Paragraph) -> None:
        self._article = Article(paragraphs[0].source, paragraphs)

    def article(self, article_id: str) -> Article | None:
        return self._article if article_id == self._article.source.id else None

    def articles(self) -> Sequence[Article]:
        return (self._article,)


@pytest.mark.parametrize(
    ("claim", "title", "support"),
    [
        ("Who sang the anthem at Super Bowl 50? Lady Gaga.", "Super Bowl 50", "unconfirmed"),
        ("Who sang the anthem at Super Bowl 51? Lady Gaga.", "Super Bowl 50", "rejected"),
        ("How old was Manning in Super Bowl 50? 39.", None, "unconfirmed"),
        ("How old was Manning in Super Bowl 50? 38.", None, "rejected"),
        ("How old was Elway in Super Bowl 34? 38.", None, "rejected"),
    ],
)
def test_the_number_of_a_name_may_stand_in_the_title(claim: str, title: str | None, support: str) -> None:
    text = "Lady Gaga sang the anthem. Manning played in a Super Bowl at 39. Elway played in Super Bowl 33 at 38."
    assert check(claim, Paragraph(Source("a", "en", title=title), 1, text, "body", "en")).support == support


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("How many throws did the Panthers catch in 2015? 24.", "unconfirmed"),
        ("How many throws did the Panthers catch in 2015? 25.", "rejected"),
        ("Who caught the throws in 2015? The Panthers.", "rejected"),
    ],
)
def test_a_year_is_open_where_no_text_at_hand_is_dated_and_the_other_figures_hold(claim: str, support: str) -> None:
    undated = Paragraph(Source("a", "en"), 1, "The Panthers caught 24 throws.", "body", "en")
    dated = Paragraph(Source("a", "en", published=date(2026, 2, 1)), 1, undated.text, "body", "en")
    assert check(claim, undated).support == support
    assert check(claim, dated).support == "rejected"


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("What did Galor and Zeria show in 1993? The gap.", "In 1993 Galor and Zeira showed the gap."),
        ("Who is the president of Finland? Aino Lehtonen.", "Finnish President Aino Lehtonen arrived."),
        ("What did the two sides sign? A treaty.", "Việt Nam and Finland: the sides will sign a treaty."),
        ("Where did Lam travel at her invitation? China.", "Lam travelled to China at her invitation, and has not travelled to Russia."),
        ("How many jobs will the plant create? 4,600.", "The plant will create 4,600 jobs, among them 1,100 engineers."),
        ("Until when was it extended? 2027.", "The bank extended a 120 trillion credit until 2027, and lowered it to 5.9."),
    ],
)  # fmt: skip
def test_an_answer_that_the_text_gives_is_not_rejected(claim: str, text: str) -> None:
    assert check(claim, english(text)).support != "rejected"


@pytest.mark.parametrize(
    ("claim", "text", "language", "word"),
    [
        ("Lâm planted a commemorative bridge and presented a painting as a gift.", GIFT.text, "en", "word:bridge"),
        ("Ông Lâm tặng một chiếc xe cho trường học ở Huế.", "Ông Lâm tặng một chiếc ghe cho trường học ở Huế.", "vi", "word:xe"),
    ],
)  # fmt: skip
def test_another_plain_word_in_a_repeated_sentence_leaves_it_open(
    claim: str, text: str, language: Language, word: str
) -> None:
    verdict = check(claim, Paragraph(Source("a", language), 1, text, "body", language))
    assert (verdict.support, verdict.reasons) == ("unconfirmed", (word,))


@pytest.mark.parametrize("claim", ["The road is 5 metres long.", "The road is 5 miles long.", "The road is 5% long."])
def test_another_unit_is_rejected(claim: str) -> None:
    assert check(claim, english("The road is 5 km long.")).support == "rejected"


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("How many seconds were left when Lam stole the ball? 18 seconds.", "rejected"),
        ("How many seconds were left when Lam stole the ball? 17 seconds.", "verified"),
    ],
)
def test_a_bare_figure_is_none_of_a_unit_that_the_text_writes(claim: str, support: str) -> None:
    assert check(claim, english("They won 20–18: Lam stole the ball with 17 seconds left.")).support == support


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("Internet2 connected eleven PDP-11 machines.", "rejected"),
        ("Internet2 connected 2 PDP-11 machines.", "rejected"),
        ("Internet2 connected the PDP 11 machines.", "verified"),
        ("Internet2 connected PDP-11 machines.", "verified"),
        ("Internet2 connected PDP-12 machines.", "rejected"),
    ],
)
def test_a_figure_in_a_label_counts_nothing(claim: str, support: str) -> None:
    assert check(claim, english("Internet2 connected the PDP-11 machines.")).support == support


@pytest.mark.parametrize(
    ("claim", "language", "support"),
    [
        ("How many graves did the agency of England open? 2014.", "en", "rejected"),
        ("How many graves did the agency of England open? 25.", "en", "verified"),
        ("How many graves did the agency of England open? 12.", "en", "rejected"),
        ("When did the agency of England open the graves? 2014.", "en", "verified"),
        ("Cơ quan y tế Anh đã mở bao nhiêu ngôi mộ? 2014.", "vi", "rejected"),
        ("Cơ quan y tế Anh đã mở bao nhiêu ngôi mộ? 25.", "vi", "verified"),
        ("Cơ quan y tế Anh đã mở 5 ngôi mộ.", "vi", "rejected"),
    ],
)
def test_a_count_is_no_year_and_no_day(claim: str, language: Language, support: str) -> None:
    texts = {
        "en": "In 2014 the agency of England opened 25 graves; the last one is 12 km long.",
        "vi": "Ngày 5 tháng 4 năm 2014, cơ quan y tế Anh đã mở 25 ngôi mộ.",
    }
    assert check(claim, Paragraph(Source("a", language), 1, texts[language], "body", language)).support == support


def test_words_in_brackets_are_left_out_and_not_exchanged() -> None:
    text = "Xa lộ 180 (đường Kings Canyon) xuất phát từ phía tây qua Mendota."
    paragraph = Paragraph(Source("a", "vi"), 1, text, "body", "vi")
    assert check("Xa lộ 180 qua Mendota xuất phát từ phía tây.", paragraph).support == "verified"


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("The 2 teams of Los Angeles shared a stadium.", "verified"),
        ("The two teams of Los Angeles shared a stadium.", "verified"),
        ("Two teams shared a stadium.", "rejected"),
    ],
)
def test_two_in_digits_may_speak_of_things_already_named(claim: str, support: str) -> None:
    assert check(claim, english("Teams of Los Angeles, Galaxy and Chivas, shared a stadium.")).support == support


def test_people_may_go_without_their_word() -> None:
    text = english("The army killed more than 70,000 people in Merv and more than 190,000 in Nishapur.")
    assert check("The army killed more than 190,000 people in Nishapur.", text).support == "verified"


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("The storm killed seven people in Hà Nội.", "verified"),
        ("The storm killed five people in Huế.", "verified"),
        ("The storm killed seven people in Huế.", "rejected"),
    ],
)
def test_a_figure_may_stand_further_on_among_its_likes(claim: str, support: str) -> None:
    assert check(claim, english("The storm killed five people in Huế and seven in Hà Nội.")).support == support


@pytest.mark.parametrize(
    ("ends", "support"),
    [
        ("1500 to 1850", "verified"),
        ("1500–1850", "verified"),
        ("1350 to 1490", "verified"),
        ("1350 to 1850", "rejected"),
        ("1490 to 1850", "rejected"),
    ],
)
def test_a_range_is_held_with_both_its_ends(ends: str, support: str) -> None:
    text = english("The plague was in Russia from 1350 to 1490, and in the city of Tunis from 1500 until 1850.")
    assert check(f"The plague was in the cities from {ends}.", text).support == support


def test_a_score_is_the_same_from_either_side() -> None:
    text = english("The Broncos beat the Steelers 23–16 in the round and the Patriots 20–18 in the game.")
    assert check("The Steelers lost 16–23 to the Broncos in the round.", text).support != "rejected"
    assert check("The Broncos beat the Steelers 23–18 in the round.", text).support == "rejected"


def test_a_word_of_the_same_meaning_is_no_new_word() -> None:
    paragraph = english("The two leaders pledged to build a large hospital in the old town this spring.")
    assert (
        check("The two leaders pledged to build a big hospital in the old town this spring.", paragraph).support
        == "verified"
    )


def test_a_word_that_the_thesaurus_has_for_another_is_no_new_word() -> None:
    paragraph = english("The President gave the museum a large gift of silver on the last evening of the visit.")
    claim = "The President gave the museum a large present of silver on the last evening of the visit."
    assert check(claim, paragraph).support == "verified"
    assert check(claim.replace("present", "statue"), paragraph).reasons == ("word:statue",)


def test_a_repeated_sentence_costs_no_further_analysis() -> None:
    claim, text = ClaimView(GIFT.text, "en"), Evidence(GIFT.text, "en")
    assert repeated(claim, text)
    assert not vars(claim).keys() & {"facts", "terms", "negations"}
    assert not vars(text).keys() & {"found", "names", "places", "sentence_forms"}


def test_an_answer_mostly_in_other_words_is_rejected() -> None:
    question = "What did Lâm present as a gift after he planted a commemorative tree?"
    assert check(f"{question} A painting.", GIFT).support == "verified"
    assert check(f"{question} A bronze drum of the artwork.", GIFT).support == "rejected"


WELCOME = english(
    "Lâm, his wife, and the delegation were warmly welcomed by ASEAN Secretary-General Kao Kim Hourn and his wife. "
    "The artwork is the seventh from Việt Nam in a collection of 142 pieces.",
    5,
)
CHÀO = Paragraph(
    Source("vtv", "vi"),
    1,
    "Tổng Thư ký ASEAN Kao Kim Hourn và Phu nhân đã nồng nhiệt đón Tổng Bí thư Tô Lâm. Tác phẩm thuộc bộ sưu tập 142 món quà.",
    "body",
    "vi",
)


@pytest.mark.parametrize(
    ("claim", "paragraph", "support", "reason"),
    [
        ("Kao Kim Hourn is a great and noble leader.", WELCOME, "unconfirmed", "word:noble"),
        ("Lâm attacked Kao Kim Hourn.", WELCOME, "unconfirmed", "word:attacked"),
        ("Lâm's wife painted the artwork.", WELCOME, "unconfirmed", "word:painted"),
        ("Kao Kim Hourn had secretly bribed the delegation.", WELCOME, "unconfirmed", "word:bribed"),
        ("Kao Kim Hourn đã tấn công Tô Lâm.", CHÀO, "unconfirmed", "word:tấn công"),
        ("Kao Kim Hourn sold weapons to Lâm.", WELCOME, "rejected", "word:weapons"),
        ("Kao Kim Hourn đã bán vũ khí cho Tô Lâm.", CHÀO, "rejected", "word:vũ khí"),
        ("Lâm bribed Kao Kim Hourn.", CHÀO, "unconfirmed", "word:bribed"),
    ],
)
def test_an_invented_predicate_between_known_names_is_not_verified(
    claim: str, paragraph: Paragraph, support: str, reason: str
) -> None:
    verdict = check(claim, paragraph)
    assert verdict.support == support, verdict
    assert reason in verdict.reasons


@pytest.mark.parametrize(
    ("claim", "text", "right"),
    [
        ("The collection has 142% pieces.", "The collection has 142 pieces.", False),
        ("The collection has -142 pieces.", "The collection has 142 pieces.", False),
        ("The collection has $142.", "The collection has 142 pieces.", False),
        ("The collection has one hundred and forty-two pieces.", "The collection has 142 pieces.", True),
        ("The collection has one hundred and forty-three pieces.", "The collection has 142 pieces.", False),
        ("The collection has 142 pieces.", "The collection has one hundred and forty-two pieces.", True),
        ("Prices rose 5% in the city.", "Prices rose 5 to 10% in the city.", True),
        ("The fund paid $5 to the city.", "The fund paid $5-10 to the city.", True),
        ("It was minus 5 °C in the city.", "It was -5 °C in the city.", True),
        ("It was -5 °C in the city.", "It was 5 °C below zero in the city.", True),
        ("It was 5 °C in the city.", "It was -5 °C in the city.", False),
        ("Exports grew -5% in the city.", "Exports fell 5% in the city.", True),
    ],
)
def test_a_sign_or_mark_beside_a_figure_agrees(claim: str, text: str, *, right: bool) -> None:
    assert (check(claim, english(text)).support != "rejected") == right


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ("Bộ sưu tập có một trăm bốn mươi hai món quà.", True),
        ("Bộ sưu tập có -142 món quà.", False),
        ("Bộ sưu tập có âm 142 món quà.", False),
        ("Bộ sưu tập có 142% món quà.", False),
    ],
)
def test_a_sign_or_mark_agrees_in_vietnamese(claim: str, *, right: bool) -> None:
    text = Paragraph(Source("a", "vi"), 1, "Bộ sưu tập có 142 món quà.", "body", "vi")
    assert (check(claim, text).support == "verified") == right
