"""The bridge to LlamaIndex, in both directions. The only home of llama_index; import it only when it is used.

LlamaPassageRetriever    our retrieval for any LlamaIndex program
RetrieverFromLlama       any LlamaIndex retriever (a vector store, say) as our Retriever
EmbedderFromLlama        any LlamaIndex embedding as our Embedder
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.schema import MetadataMode, NodeWithScore, QueryBundle, TextNode

from bot.errors import ModelError
from bot.language.words.detect import language_of
from bot.language.words.normalise import clean
from bot.models import Filters, Paragraph, Passage, Source
from bot.protocols import Library, Retriever
from bot.retrieval.storage.rows import passes


class LlamaPassageRetriever(BaseRetriever):
    """Our Retriever as a LlamaIndex retriever.

    A node's id is the paragraph's ref; its metadata (`ref`, `article`, `paragraph`, `kind`, `language`, `title`,
    `outlet`, `published`, `url`, `file`) is left out of what embeddings and models read, so the text is the text.
    """

    def __init__(self, retriever: Retriever, *, limit: int = 8, filters: Filters = Filters()) -> None:
        super().__init__()
        self._retriever, self._limit, self._filters = retriever, limit, filters

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        passages = self._retriever.retrieve(query_bundle.query_str, limit=self._limit, filters=self._filters)
        return [NodeWithScore(node=node_of(p.paragraph), score=p.score) for p in passages]


def node_of(paragraph: Paragraph) -> TextNode:
    """A paragraph as a LlamaIndex node."""
    source = paragraph.source
    metadata: dict[str, Any] = {
        "ref": paragraph.ref,
        "article": source.id,
        "paragraph": paragraph.number,
        "kind": paragraph.kind,
        "language": paragraph.language,
        "title": source.title,
        "outlet": source.outlet,
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
        "file": source.file,
    }
    hidden = [*metadata]
    return TextNode(
        id_=paragraph.ref,
        text=paragraph.text,
        metadata=metadata,
        excluded_embed_metadata_keys=hidden,
        excluded_llm_metadata_keys=hidden,
    )


class RetrieverFromLlama:
    """Any LlamaIndex retriever as our Retriever.

    A node that names a `ref` of the library stands for that paragraph; any other becomes a paragraph of its own,
    under the id of its document. Filters are applied to what it finds.
    """

    def __init__(self, retriever: BaseRetriever, library: Library | None = None) -> None:
        self._retriever, self._library = retriever, library

    def retrieve(self, question: str, *, limit: int, filters: Filters = Filters()) -> Sequence[Passage]:
        """At most `limit` passages, best first, one for each distinct text."""
        found: dict[str, Passage] = {}
        for place, hit in enumerate(self._retriever.retrieve(question)):
            paragraph = self._paragraph(hit)
            if paragraph is not None and passes(paragraph, filters):
                score = hit.score if hit.score is not None else 1 / (1 + place)
                found.setdefault(paragraph.text, Passage(paragraph, float(score)))
        return sorted(found.values(), key=lambda passage: -passage.score)[:limit]

    def _paragraph(self, hit: NodeWithScore) -> Paragraph | None:
        ref = str(hit.node.metadata.get("ref", ""))
        if self._library is not None and "#" in ref:
            article = self._library.article(ref.rpartition("#")[0])
            for paragraph in article.paragraphs if article else ():
                if paragraph.ref == ref:
                    return paragraph
        return _paragraph_of(hit)


def _paragraph_of(hit: NodeWithScore) -> Paragraph | None:
    text = clean(hit.node.get_content(MetadataMode.NONE)).text.strip()
    if not text:
        return None
    metadata = hit.node.metadata
    language = language_of(text)
    name = str(hit.node.ref_doc_id or hit.node.node_id).replace("#", "-")
    source = Source(
        name,
        language,
        title=_known(metadata, "title"),
        outlet=_known(metadata, "outlet"),
        published=_day(_known(metadata, "published")),
        url=_known(metadata, "url"),
        file=_known(metadata, "file") or _known(metadata, "file_name"),
    )
    number = metadata.get("paragraph")
    return Paragraph(source, number if isinstance(number, int) and number > 0 else 1, text, "body", language)


def _known(metadata: dict[str, Any], name: str) -> str | None:
    value = metadata.get(name)
    return value if isinstance(value, str) and value else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


class EmbedderFromLlama:
    """Any LlamaIndex embedding as our Embedder; whatever it raises becomes a ModelError."""

    def __init__(self, embedding: BaseEmbedding) -> None:
        self._embedding = embedding

    @property
    def name(self) -> str:
        """The model's name, with its class where it has none of its own."""
        given = self._embedding.model_name
        return given if given and given != "unknown" else self._embedding.class_name()

    def embed(self, texts: Sequence[str], *, question: bool = False) -> Sequence[Sequence[float]]:
        """One vector for each text; raises ModelError."""
        try:
            if question:
                return [self._embedding.get_query_embedding(text) for text in texts]
            return self._embedding.get_text_embedding_batch(list(texts))
        except Exception as error:  # foreign code may raise anything
            kind = type(error).__name__
            raise ModelError(f"The embedding model {self.name} failed ({kind}).", "server", retryable=True) from error
