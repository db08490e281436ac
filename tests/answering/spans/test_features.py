from collections.abc import Callable

import pytest

from bot.answering.question.gap import gap_of
from bot.answering.question.view import QuestionView
from bot.answering.spans.features import Candidate, SpanScene
from bot.answering.spans.shape import LONGEST, shape_of
from bot.answering.spans.short_answer import decoded, judged, shape_scores, short_answer, span_weights
from bot.answering.text.paragraph_view import SentenceView, view_of
from bot.language.lexicon.glossary import Entry, Glossary
from bot.models import Language, Passage

Make = Callable[..., Passage]
BARE = Glossary([])
BUSY = "On March 10, the ASEAN's “first-ever” host (Kao) gave 6.5 points at 3:08 to Mr. An's (and other) guests: us."


class Flat:
    def idf(self, term: str) -> float:
        return 1.0


def view(question: str, language: Language = "en") -> QuestionView:
    return QuestionView(question, language, Flat(), BARE)


def only(passage: Passage) -> SentenceView:
    (sentence,) = view_of(passage.paragraph).sentences
    return sentence


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("How many pieces are in the collection?", "The collection holds 142 pieces.", "142"),
        ("When did Việt Nam accede to ASEAN?", "Việt Nam acceded to ASEAN in 1995.", "1995"),
        ("Who welcomed the delegation?", "The delegation was welcomed by Kao Kim Hourn.", "Kao Kim Hourn"),
        ("Who welcomed the delegation?", "Kao Kim Hourn welcomed the delegation of Viet Nam.", "Kao Kim Hourn"),
    ],
)
def test_the_short_answer(passage: Make, question: str, text: str, words: str) -> None:
    asked = view(question)
    found = short_answer(asked, judged(asked, view_of(passage(text).paragraph).sentences))
    assert found is not None
    assert found.quote == words


def test_yes_or_no_has_none(passage: Make) -> None:
    asked = view("Did Kao welcome the delegation?")
    assert short_answer(asked, judged(asked, [only(passage("Kao welcomed the delegation."))])) is None
    assert short_answer(asked, []) is None


def test_shares_add_up_and_the_surer_sentence_counts_for_more(passage: Make) -> None:
    asked = view("When was the treaty signed?")
    first, second = view_of(
        passage("The treaty was signed in 1994. The treaty was signed in 1995.").paragraph
    ).sentences
    for shares, year in (((0.99, 0.01), "1994"), ((0.01, 0.99), "1995")):
        ranked = judged(asked, [first, second], shares)
        assert sum(share for share, _ in ranked) == pytest.approx(1)
        best = max((s, c) for s, c in ranked if c.sentence is (first if year == "1994" else second))[0]
        assert best > max(s for s, c in ranked if c.sentence is not (first if year == "1994" else second))


def test_candidates_are_short_verbatim_and_unbroken(passage: Make) -> None:
    sentence = only(passage(BUSY))
    shape = shape_of(sentence, BARE)
    texts = {BUSY[c.start : c.end] for c in (Candidate(sentence, i, j) for i, j in shape.candidates)}
    assert {"March 10", "6.5", "3:08", "6.5 points", "Kao"} <= texts
    assert all(0 < j - i <= LONGEST for i, j in shape.candidates)
    assert not any(
        "(" in text or (text.startswith(("the ASEAN's “first-ever” host (", "to ")) and ":" in text) for text in texts
    )


def test_no_candidate_ends_with_a_possessive(passage: Make) -> None:
    sentence = only(passage("Lâm's visit began."))
    assert Candidate(sentence, 0, 1).end == len("Lâm")


def test_a_vietnamese_word_is_not_torn(passage: Make) -> None:
    glossary = Glossary([Entry("nhà máy điện", ("power plant",))])
    sentence = only(passage("Họ xây nhà máy điện ở Huế.", "vi"))
    shape = shape_of(sentence, glossary)
    assert (2, 5) in shape.candidates
    assert not any(i in (3, 4) or j in (3, 4) for i, j in shape.candidates)


def test_the_partial_sums_are_the_whole_sum(passage: Make) -> None:
    sentence, asked = only(passage(BUSY)), view("How many points did the host give to the guests of Mr. An?")
    weights = span_weights("en", asked.asked.kind)
    scene = SpanScene(asked, sentence, gap_of(asked.words, asked.asked, "en"))
    shape = scene.shape
    for place, score in scene.scores(list(shape_scores(shape, asked.asked.kind)), weights):
        i, j = shape.candidates[place]
        plain = [*shape.starts()[i], *shape.ends()[j], *shape.pair(i, j)]
        named = [*scene.left(i), *scene.right(j), *scene.whole(i, j)]
        whole = sum(weights.get(n, 0.0) for n in plain) + sum(weights.get(n, 0.0) * v for n, v in named)
        assert score == pytest.approx(whole)


def test_a_span_that_shares_words_with_many_is_preferred_to_a_lone_one(passage: Make) -> None:
    sentence = only(passage("The old capital city of Huế lies near Đà Nẵng."))
    lone, *others = (Candidate(sentence, *run) for run in ((8, 10), (1, 4), (1, 3), (2, 4)))
    assert decoded([(0.28, lone), (0.26, others[0]), (0.23, others[1]), (0.23, others[2])]) is others[0]


@pytest.mark.parametrize(
    ("question", "language", "role", "left", "right"),
    [
        ("Who welcomed the delegation?", "en", "subj", set(), {1, 2, 3}),
        ("What did the ambassador promise in Jakarta?", "en", "obj", {1, 2, 3, 4}, {5, 6}),
        ("When was the bridge opened by Lâm?", "en", "bepass", {1, 2, 3, 4}, {5, 6}),
        ("Ai đón đoàn?", "vi", "front", set(), {1, 2}),
        ("Đoàn thăm nước nào?", "vi", "tail", {0, 1}, set()),
    ],
)
def test_where_the_gap_is(question: str, language: Language, role: str, left: set[int], right: set[int]) -> None:
    asked = view(question, language)
    gap = gap_of(asked.words, asked.asked, language)
    assert (gap.role, set(gap.left), set(gap.right)) == (role, left, right)


def test_a_sentence_without_a_word_of_the_question_is_judged(passage: Make) -> None:
    asked = view("Who resigned?")
    assert judged(asked, [only(passage("Kao left for 3 days."))])


def test_the_words_of_names_in_a_run_are_counted(passage: Make) -> None:
    shape = shape_of(only(passage("Guests of the ASEAN Secretariat met Kao Kim Hourn of Laos.")), BARE)
    named = {(i, j): {n for n in shape.pair(i, j) if n.startswith("p:k")} for i, j in shape.candidates}
    assert named[3, 5] == {"p:k2t", "p:kup"}
    assert named[6, 9] == {"p:k3"}
    assert named[6, 11] == {"p:k4+"}
    assert named[0, 1] == set()


def test_vietnamese_gives_the_likeliest_span_itself(passage: Make) -> None:
    sentence = only(passage("Tổng Bí thư Tô Lâm trồng cây ngọc lan.", language="vi"))
    lone, others = Candidate(sentence, 0, 3), [Candidate(sentence, 3, end) for end in (5, 6, 7)]
    assert decoded([(0.28, lone), (0.26, others[0]), (0.23, others[1]), (0.23, others[2])]) is lone
