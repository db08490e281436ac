from bot.models import Filters
from bot.retrieval.indexing.changes import PutArticle, RemoveArticle
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.terms.spelling import edits
from bot.retrieval.terms.vocabulary import Vocabulary
from bot.retrieval.terms.weighted import Field
from tests.retrieval.bilingual import article, indexed, news

WORDS = ["jakarta", "lâm", "lam", "welcom", "30", "tổng", "nowhere", "\ud800"]


def test_it_counts_what_the_index_counts() -> None:
    wire = "Party General Secretary Tô Lâm visited Jakarta."
    more = [article("a", "en", (wire, "Tags: Jakarta"), ("body", "promo")), article("b", "en", (wire.upper(), wire))]
    store, indexer = indexed([*news(), *more])
    counted, index = Vocabulary(store), indexer.inverted.frequencies()
    assert counted.count == index.count
    asked: dict[Field, list[str]] = {
        "terms": WORDS,
        "folded": WORDS,
        "bigrams": ["tong_bi", "secretari_tô"],
        "grams": WORDS,
    }
    for field, words in asked.items():
        expected = [index.document_frequency(field, word) for word in words]
        assert [counted.document_frequency(field, word) for word in words] == expected
        assert counted.held(field, words) == index.held(field, words)
    near = edits("jakart")
    assert counted.held("terms", near) == index.held("terms", near) == {"jakarta"}


def test_the_retriever_counts_anew_when_the_collection_changes() -> None:
    store, indexer = indexed(news())
    retriever = PassageRetriever(store, indexer.inverted)
    before = retriever.frequencies
    assert retriever.retrieve("Who welcomd the delegaton?", limit=3, filters=Filters())
    assert retriever.frequencies is before
    assert isinstance(before, Vocabulary)
    indexer.apply([PutArticle(article("new", "en", ("Zebras galloped.",)))])
    assert retriever.frequencies.document_frequency("terms", "zebra") == 1
    indexer.apply([RemoveArticle("new")])
    assert retriever.frequencies.document_frequency("terms", "zebra") == 0
