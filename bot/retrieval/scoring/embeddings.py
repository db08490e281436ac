"""Vectors beside the words: paragraphs embedded once, compared with the question by cosine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from bot.errors import ModelError
from bot.models import Question
from bot.phrases import say
from bot.retrieval.scoring.vectors import load_vectors, put_vectors, without_vector
from bot.retrieval.storage.store import Store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BATCH = 64
"""Paragraphs that are embedded in one call."""

_ROWS = 65_536
_REMEMBERED_FAULTS = 100


class Embedder(Protocol):
    """Turns texts into vectors: an OpenAI-compatible endpoint, or any LlamaIndex embedding (llama.py).

    `name` tells the model; vectors of different names are never compared. `embed` gives one vector a text, all of one
    length, and raises ModelError when the model cannot be reached or answers nonsense; `question` is True for a
    question, which some models embed differently from the text that answers it.
    """

    @property
    def name(self) -> str:
        """The model's name."""
        ...

    def embed(self, texts: Sequence[str], *, question: bool = False) -> Sequence[Sequence[float]]:
        """One vector for each text."""
        ...


class Similarities:
    """How near every paragraph is to one question, 0..1: 1 the nearest, 0 the middle of the collection and below."""

    def __init__(self, rowids: NDArray[np.int64], cosines: NDArray[np.float32]) -> None:
        import numpy as np

        low, high = float(np.median(cosines)), float(cosines.max())
        self._scaled = np.clip((cosines - low) / max(high - low, 1e-6), 0.0, 1.0)
        self._rowids = rowids

    def nearest(self, limit: int) -> list[int]:
        """The rowids of the nearest paragraphs, ties by rowid."""
        import numpy as np

        order = np.lexsort((self._rowids, -self._scaled))[:limit]
        return [int(rowid) for rowid in self._rowids[order]]

    def of(self, rowid: int) -> float:
        """The nearness of one paragraph; 0 for one without a vector."""
        import numpy as np

        place = int(np.searchsorted(self._rowids, rowid))
        found = place < len(self._rowids) and int(self._rowids[place]) == rowid
        return float(self._scaled[place]) if found else 0.0


class VectorIndex:
    """The vectors of a store for one embedding model, filled by `fill`; safe to ask from many threads.

    When the embedder fails, a question is searched by words alone and `notices` says so.
    """

    def __init__(self, store: Store, embedder: Embedder) -> None:
        self._store, self._embedder = store, embedder
        self._guard = threading.Lock()
        self._loaded: tuple[int, NDArray[np.int64], NDArray[np.float16]] | None = None
        self._faults: dict[str, None] = {}

    def fill(self, progress: Callable[[int], None] | None = None) -> int:
        """Embed the paragraphs that have no vector; returns their number. What is done stays when ModelError rises."""
        import numpy as np

        done = last = 0
        while rowids := without_vector(self._store, self._embedder.name, BATCH, after=last):
            paragraphs = self._store.paragraphs(rowids)
            vectors = self._embedder.embed([p.text for p in paragraphs.values()])
            matrix = _unit_rows(np.asarray(_even(vectors, len(paragraphs)), dtype=np.float32))
            put_vectors(self._store, self._embedder.name, [*paragraphs], matrix)
            done, last = done + len(paragraphs), rowids[-1]
            if progress:
                progress(done)
        with self._guard:
            self._loaded = None
        return done

    def similarities(self, question: str) -> Similarities | None:
        """How near the paragraphs are to a question; None without vectors, or when the embedder fails."""
        import numpy as np

        rowids, matrix = self._vectors()
        if not len(rowids):
            return None
        try:
            asked = np.asarray(_even(self._embedder.embed([question], question=True), 1)[0], dtype=np.float32)
            if len(asked) != matrix.shape[1]:
                raise ModelError(f"{self._embedder.name} gave vectors of another length than before.", "bad_response")
        except ModelError:
            self._note(question)
            return None
        unit = _unit_rows(asked[None, :])[0]
        parts = [matrix[i : i + _ROWS].astype(np.float32) @ unit for i in range(0, len(matrix), _ROWS)]
        return Similarities(rowids, np.concatenate(parts))

    def notices(self, question: Question) -> Sequence[str]:
        """A sentence for the user when the embedder failed on this question."""
        with self._guard:
            failed = question.standalone in self._faults
            self._faults.pop(question.standalone, None)
        return (say("embedding_failed", question.language),) if failed else ()

    def _note(self, question: str) -> None:
        with self._guard:
            self._faults[question] = None
            while len(self._faults) > _REMEMBERED_FAULTS:
                self._faults.pop(next(iter(self._faults)))

    def _vectors(self) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
        """All vectors, read once for each generation of the store."""
        generation = self._store.generation
        with self._guard:
            if self._loaded is None or self._loaded[0] != generation:
                self._loaded = (generation, *load_vectors(self._store, self._embedder.name))
            return self._loaded[1:]


def _even(vectors: Iterable[Sequence[float]], wanted: int) -> list[Sequence[float]]:
    """The vectors as a list; ModelError unless there are as many as wanted, of one length."""
    rows = list(vectors)
    if len(rows) != wanted or len({len(row) for row in rows}) != 1 or not len(rows[0]):
        raise ModelError("The embedding model did not give one vector for each text.", "bad_response")
    return rows


def _unit_rows(matrix: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    unit: NDArray[np.float32] = matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-12)
    return unit
