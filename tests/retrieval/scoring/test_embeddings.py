from collections.abc import Sequence

import pytest

from bot.errors import ModelError
from bot.models import Question
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.scoring.embeddings import BATCH, Similarities, VectorIndex
from bot.retrieval.storage.store import Store
from tests.retrieval.bilingual import article, indexed, news, refs

Stored = tuple[Store, Indexer]
TOPICS = (
    ("tree", "arbor", "cây", "plant"),
    ("rice", "gạo", "lương"),
    ("flood", "lũ", "rain", "weather"),
    ("asean", "jakarta"),
)


class TopicEmbedder:
    """A model whose vectors count words of four topics; `question` texts are counted alike."""

    name = "topics"

    def __init__(self) -> None:
        self.calls: list[int] = []
        self.broken = False
        self.width = len(TOPICS)

    def embed(self, texts: Sequence[str], *, question: bool = False) -> list[list[float]]:
        if self.broken:
            raise ModelError("The endpoint is gone.", "unreachable")
        self.calls.append(len(texts))
        vectors = [[0.1 + sum(text.lower().count(w) for w in topic) for topic in TOPICS] for text in texts]
        return [vector[: self.width] for vector in vectors]


@pytest.fixture
def embedder() -> TopicEmbedder:
    return TopicEmbedder()


@pytest.fixture
def collection() -> Stored:
    return indexed(news())


def test_paragraphs_are_embedded_once(collection: Stored, embedder: TopicEmbedder) -> None:
    vectors = VectorIndex(collection[0], embedder)
    assert vectors.fill() == 10
    assert vectors.fill() == 0
    assert embedder.calls == [10]


def test_filling_goes_in_batches_and_reports(embedder: TopicEmbedder) -> None:
    store, _ = indexed([article("long", "en", tuple(f"Paragraph number {n}." for n in range(BATCH + 5)))])
    seen: list[int] = []
    assert VectorIndex(store, embedder).fill(seen.append) == BATCH + 5
    assert embedder.calls == [BATCH, 5]
    assert seen == [BATCH, BATCH + 5]


def similar(vectors: VectorIndex, question: str) -> Similarities:
    found = vectors.similarities(question)
    assert found is not None
    return found


def test_the_nearest_paragraphs_come_first(collection: Stored, embedder: TopicEmbedder) -> None:
    store, _ = collection
    vectors = VectorIndex(store, embedder)
    vectors.fill()
    near = similar(vectors, "gạo")
    best = store.paragraphs(near.nearest(2))
    assert {p.ref for p in best.values()} == {"rice-vi#1", "rice-vi#2"}
    assert near.of(near.nearest(1)[0]) == 1
    assert near.of(10_000) == 0


def test_vectors_find_what_words_do_not(collection: Stored, embedder: TopicEmbedder) -> None:
    store, indexer = collection
    vectors = VectorIndex(store, embedder)
    vectors.fill()
    alone = PassageRetriever(store, indexer.inverted)
    fused = PassageRetriever(store, indexer.inverted, vectors=vectors)
    assert alone.retrieve("arboretum", limit=3) == ()
    assert "visit-en#3" in refs(fused.retrieve("arboretum", limit=3))


def test_without_vectors_words_decide(collection: Stored, embedder: TopicEmbedder) -> None:
    store, indexer = collection
    plain = PassageRetriever(store, indexer.inverted).retrieve("Who welcomed the delegation?", limit=4)
    empty = PassageRetriever(store, indexer.inverted, vectors=VectorIndex(store, embedder))
    assert empty.retrieve("Who welcomed the delegation?", limit=4) == plain
    assert embedder.calls == []


def test_a_failing_embedder_is_told_once_and_words_decide(collection: Stored, embedder: TopicEmbedder) -> None:
    store, indexer = collection
    vectors = VectorIndex(store, embedder)
    vectors.fill()
    embedder.broken = True
    asked = Question("Who welcomed the delegation?", "Who welcomed the delegation?", "en")
    passages = PassageRetriever(store, indexer.inverted, vectors=vectors).retrieve(asked.standalone, limit=1)
    assert refs(passages) == ["visit-en#2"]
    (notice,) = vectors.notices(asked)
    assert "words alone" in notice
    assert vectors.notices(asked) == ()


def test_vectors_of_another_length_are_a_fault_not_a_crash(collection: Stored, embedder: TopicEmbedder) -> None:
    vectors = VectorIndex(collection[0], embedder)
    vectors.fill()
    embedder.width = 2
    assert vectors.similarities("rice") is None


def test_a_model_that_loses_a_text_is_a_fault(
    collection: Stored, embedder: TopicEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedder, "embed", lambda texts, question=False: [[1.0, 2.0]])
    with pytest.raises(ModelError, match="one vector for each text"):
        VectorIndex(collection[0], embedder).fill()


def test_added_paragraphs_are_embedded_and_seen(collection: Stored, embedder: TopicEmbedder) -> None:
    store, indexer = collection
    vectors = VectorIndex(store, embedder)
    vectors.fill()
    vectors.similarities("rice")
    with store.writing() as writer:
        writer.put(article("more", "en", ("Rice and more rice, rice, rice and rice.",)))
    indexer.catch_up()
    assert vectors.fill() == 1
    (best,) = store.paragraphs(similar(vectors, "rice rice rice").nearest(1)).values()
    assert best.ref == "more#1"
