from collections.abc import Iterable

from bot.language.lexicon.glossary import Entry, Glossary
from bot.models import Language
from bot.retrieval.terms.query import LONGEST_QUESTION, Query, QuestionAnalysis
from bot.retrieval.terms.query_weights import QueryWeights
from bot.retrieval.terms.weighted import BestOf, Part, SumOf, WeightedTerm

WEIGHTS = QueryWeights()
GLOSSARY = Glossary(
    [
        Entry("tổng bí thư", ("general secretary", "party chief")),
        Entry("đón", ("welcome", "receive")),
        Entry("có", ("have",)),
        Entry("trồng cây", ("plant trees",)),
    ]
)


class Known:
    """A collection that holds some terms, each once among ten paragraphs."""

    count = 10

    def __init__(self, *terms: str) -> None:
        self._terms = {*terms}

    def document_frequency(self, _field: str, term: str) -> int:
        return int(term in self._terms)

    def held(self, field: str, terms: Iterable[str]) -> set[str]:
        return {term for term in terms if self.document_frequency(field, term)}


def terms_of(parts: Iterable[Part]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for part in parts:
        if isinstance(part, WeightedTerm):
            found.add((part.field, part.term))
        else:
            found |= terms_of(part.alternatives if isinstance(part, BestOf) else part.parts)
    return found


def analysed(question: str, language: Language = "en", *known: str) -> QuestionAnalysis:
    return QuestionAnalysis(question, language, Known(*known))


def test_stop_words_are_not_searched_alone() -> None:
    query = analysed("Who welcomed the delegation?", "en", "welcom", "deleg").direct(WEIGHTS)
    assert {t for f, t in terms_of(query.words) if f == "terms"} == {"welcom", "deleg"}


def test_a_word_is_searched_with_and_without_its_marks() -> None:
    (part,) = analysed("Lâm", "en", "lâm").direct(WEIGHTS).words
    assert part == BestOf((WeightedTerm("terms", "lâm"), WeightedTerm("folded", "lam", WEIGHTS.folded)))


def test_neighbours_are_searched_as_pairs_without_tones() -> None:
    query = analysed("đón đoàn", "vi", "đón", "đoàn", "don_doan").direct(WEIGHTS)
    assert terms_of(query.pairs) == {("bigrams", "don_doan")}


def test_stop_words_that_make_a_word_together_are_searched_as_a_pair() -> None:
    query = analysed("làm việc với ai", "vi", "lam_viec").direct(WEIGHTS)
    assert terms_of(query.pairs) == {("bigrams", "lam_viec")}


def test_a_repeated_word_is_searched_once() -> None:
    query = analysed("Lâm Lâm Lâm", "en", "lâm").direct(WEIGHTS)
    assert len(query.words) == len(query.pairs) == 1


def test_typing_mistakes_are_mended_from_the_collection() -> None:
    query = analysed("Who welcomd the delegaton?", "en", "welcom", "deleg").direct(WEIGHTS)
    assert {("terms", "welcom"), ("terms", "deleg")} <= terms_of(query.words)


def test_known_words_are_left_as_they_are() -> None:
    assert not any(analysed("Who welcomed the delegation?", "en", "welcom", "deleg", "delet").corrections)


def test_an_unknown_word_close_to_a_stop_word_is_left_as_it_is() -> None:
    assert not any(analysed("whech", "en", "wheel").corrections[0:1])


def test_a_syllable_that_fits_neither_neighbour_is_mended_by_them() -> None:
    analysis = analysed("trụ sơ ban", "vi", "trụ", "sơ", "ban", "tru_so", "so_ban")
    assert not any(analysis.corrections)
    mended = analysed("trụ sp ban", "vi", "trụ", "sp", "so", "ban", "tru_so", "so_ban").corrections
    assert [c.form for c in mended[1]] == ["so"]
    assert mended[1][0].doubtful


def test_across_languages_a_phrase_becomes_the_best_of_its_translations() -> None:
    query = analysed("Tổng Bí thư đón ai?", "vi").across(GLOSSARY, WEIGHTS)
    phrase = query.words[0]
    assert isinstance(phrase, BestOf)
    assert all(isinstance(alternative, SumOf) for alternative in phrase.alternatives)
    assert {("terms", "secretari"), ("terms", "general"), ("bigrams", "general_secretari")} <= terms_of([phrase])
    assert ("terms", "chief") in terms_of([phrase])
    assert {("terms", "welcom"), ("terms", "đón")} <= terms_of(query.words)


def test_a_translation_counts_less_than_the_word_itself() -> None:
    query = analysed("đón", "vi").across(GLOSSARY, WEIGHTS)
    assert weight(query, "đón") > weight(query, "welcom") > 0


def test_names_and_numbers_cross_as_they_are() -> None:
    query = analysed("Kao Kim Hourn 142", "vi").across(GLOSSARY, WEIGHTS)
    assert {("terms", "hourn"), ("terms", "142")} <= terms_of(query.words)


def weight(query: Query, term: str) -> float:
    best = query.words[0]
    assert isinstance(best, BestOf)
    return max((p.weight for p in best.alternatives if isinstance(p, WeightedTerm) and p.term == term), default=0.0)


def test_an_unknown_word_is_also_looked_for_by_its_synonyms() -> None:
    query = analysed("welcome", "en", "receiv").direct(WEIGHTS, lambda: GLOSSARY)
    assert weight(query, "receiv") == WEIGHTS.translation * WEIGHTS.synonym


def test_a_word_is_also_looked_for_by_what_the_thesaurus_gives_where_the_collection_has_it() -> None:
    for known in (("escort",), ("escort", "accompani")):
        query = analysed("accompany", "en", *known).direct(WEIGHTS, lambda: GLOSSARY)
        assert weight(query, "escort") == WEIGHTS.translation * WEIGHTS.alike
        assert weight(query, "travel") == weight(query, "with") == 0.0


def test_a_name_has_no_like() -> None:
    parts = analysed("Who met Rose Hope", "en", "optim").direct(WEIGHTS, lambda: GLOSSARY).words
    assert ("terms", "optim") not in terms_of(parts)


def test_what_a_word_is_like_is_also_looked_for_in_the_other_language() -> None:
    glossary = Glossary([Entry("tháp tùng", ("escort",))])
    query = analysed("accompany", "en", "tháp", "tùng").across(glossary, WEIGHTS)
    assert ("bigrams", "thap_tung") in terms_of(query.words)


def test_a_known_word_needs_no_glossary() -> None:
    def unwanted() -> Glossary:
        raise AssertionError("the glossary was loaded")

    assert analysed("welcome", "en", "welcom").direct(WEIGHTS, unwanted).words


def test_stop_words_are_not_translated() -> None:
    assert analysed("có", "vi").across(GLOSSARY, WEIGHTS).words == ()


def test_english_crosses_into_syllable_pairs() -> None:
    query = analysed("plant trees", "en").across(GLOSSARY, WEIGHTS)
    assert ("bigrams", "trong_cay") in terms_of(query.words)


def test_a_very_long_question_is_cut() -> None:
    analysis = analysed("word " * 5000, "en")
    assert len(analysis.words) == LONGEST_QUESTION


def test_odd_characters_make_an_empty_query() -> None:
    for question in ("", "?!", "\ud800", "\x00\x00", "🙂"):
        analysis = analysed(question, "vi")
        assert analysis.direct(WEIGHTS).parts == ()
        assert analysis.across(GLOSSARY, WEIGHTS).parts == ()


def test_a_mistake_is_mended_before_it_is_translated() -> None:
    english = analysed("who welcomd us", "en", "welcom").across(GLOSSARY, WEIGHTS)
    assert ("terms", "đón") in terms_of(english.words)
    vietnamese = analysed("tổnf bí thư", "vi", "tong", "bí", "thư", "tong_bi").across(GLOSSARY, WEIGHTS)
    assert ("bigrams", "general_secretari") in terms_of(vietnamese.words)


def test_a_word_that_can_be_translated_is_no_mistake() -> None:
    query = analysed("welcome", "en", "welcomes").across(GLOSSARY, WEIGHTS)
    assert ("terms", "đón") in terms_of(query.words)
