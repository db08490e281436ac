import subprocess
import sys
from typing import Any

import pytest
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.embeddings import MockEmbedding
from llama_index.core.schema import MetadataMode, NodeWithScore, QueryBundle, TextNode

from bot.errors import ModelError
from bot.models import Filters
from bot.retrieval.llama import EmbedderFromLlama, LlamaPassageRetriever, RetrieverFromLlama
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.scoring.embeddings import VectorIndex
from tests.retrieval.bilingual import indexed, news, refs, searchable

QUESTION = "Who welcomed the delegation?"


def test_retrieval_does_not_load_llama_index() -> None:
    code = "import sys, bot.retrieval.retriever, bot.retrieval.scoring.embeddings; print('llama_index' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_passages_come_as_nodes_in_order() -> None:
    retriever = searchable(news())
    nodes = LlamaPassageRetriever(retriever, limit=3).retrieve(QUESTION)
    passages = retriever.retrieve(QUESTION, limit=3)
    assert [n.node_id for n in nodes] == refs(passages)
    assert [n.score for n in nodes] == [p.score for p in passages]


def test_a_node_carries_the_text_and_says_where_it_stands() -> None:
    (node,) = LlamaPassageRetriever(searchable(news()), limit=1).retrieve(QueryBundle(QUESTION))
    assert node.metadata["article"] == "visit-en"
    assert node.metadata["published"] == "2025-03-10"
    assert node.node.get_content(MetadataMode.EMBED) == node.node.get_content(MetadataMode.LLM) == node.text


def test_filters_are_passed_on() -> None:
    nodes = LlamaPassageRetriever(searchable(news()), filters=Filters(outlets=("VTV",))).retrieve(QUESTION)
    assert {n.metadata["outlet"] for n in nodes} == {"VTV"}


class Listed(BaseRetriever):
    """A LlamaIndex retriever that always finds the same nodes."""

    def __init__(self, *nodes: NodeWithScore) -> None:
        super().__init__()
        self.nodes = [*nodes]

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return self.nodes


def found(text: str, score: float | None = None, name: str = "node#1", **metadata: Any) -> NodeWithScore:
    return NodeWithScore(node=TextNode(id_=name, text=text, metadata=metadata), score=score)


def test_our_own_nodes_come_back_as_our_paragraphs() -> None:
    store, indexer = indexed(news())
    ours = LlamaPassageRetriever(PassageRetriever(store, indexer.inverted), limit=3)
    there_and_back = RetrieverFromLlama(ours, store)
    passages = there_and_back.retrieve(QUESTION, limit=2)
    assert refs(passages) == [n.node_id for n in ours.retrieve(QUESTION)][:2]
    assert passages[0].paragraph == store.paragraph("visit-en#2")


def test_foreign_nodes_become_paragraphs_of_their_own() -> None:
    head = {"title": "Rice", "outlet": "VNS", "published": "2025-01-02", "file_name": "rice.txt"}
    (passage,) = RetrieverFromLlama(Listed(found("Giá gạo tăng.", 0.5, **head))).retrieve("gạo", limit=5)
    source = passage.paragraph.source
    assert (source.id, source.title, source.outlet, source.file, source.language) == (
        "node-1",
        "Rice",
        "VNS",
        "rice.txt",
        "vi",
    )
    assert str(source.published) == "2025-01-02"


def test_foreign_results_are_ordered_cut_filtered_and_told_apart() -> None:
    texts = [("one", 0.1), ("two", 0.9), ("two", 0.8), ("ba người", 0.7), ("  \u200b ", 1.0)]
    nodes = [found(text, score, f"n{number}") for number, (text, score) in enumerate(texts)]
    retriever = RetrieverFromLlama(Listed(*nodes))
    assert [p.paragraph.text for p in retriever.retrieve("?", limit=5)] == ["two", "ba người", "one"]
    assert len(retriever.retrieve("?", limit=1)) == 1
    assert [p.paragraph.text for p in retriever.retrieve("?", limit=5, filters=Filters(languages=("vi",)))] == [
        "ba người"
    ]


def test_odd_metadata_is_passed_over() -> None:
    (passage,) = RetrieverFromLlama(Listed(found("text", ref="nowhere#x", published="soon", title=7))).retrieve(
        "?", limit=1
    )
    assert passage.paragraph.source.published is None
    assert passage.paragraph.source.title is None


def test_any_llama_embedding_fills_our_vectors() -> None:
    store, _ = indexed(news())
    embedder = EmbedderFromLlama(MockEmbedding(embed_dim=4))
    vectors = VectorIndex(store, embedder)
    assert vectors.fill() == 10
    assert embedder.name == "MockEmbedding"
    assert vectors.similarities("rice") is not None


class Broken(MockEmbedding):
    """An embedding whose server is gone."""

    def _get_text_embedding(self, text: str) -> list[float]:
        raise ConnectionResetError("gone")


def test_what_a_llama_embedding_raises_is_a_model_error() -> None:
    with pytest.raises(ModelError, match="ConnectionResetError") as caught:
        EmbedderFromLlama(Broken(embed_dim=4)).embed(["text"])
    assert caught.value.retryable
