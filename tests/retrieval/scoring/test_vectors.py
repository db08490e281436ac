"""Vectors are kept by paragraph and model, and go with the paragraph."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bot.errors import StoreError
from bot.retrieval.indexing.changes import PutArticle, RemoveArticle
from bot.retrieval.scoring.vectors import load_vectors, put_vectors, remove_vectors, without_vector


def test_vectors_come_back_as_half_floats(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article("a", "One.", "Two.", "Three."))])
    matrix = np.array([[0.5, -1.0], [0.25, 3.0]])
    put_vectors(collection.store, "m", [3, 1], matrix)
    rowids, found = load_vectors(collection.store, "m")
    assert rowids.tolist() == [1, 3]
    assert found.dtype == np.float16
    assert found.tolist() == [[0.25, 3.0], [0.5, -1.0]]
    assert without_vector(collection.store, "m", 10) == (2,)
    assert without_vector(collection.store, "other", 2) == (1, 2)
    assert without_vector(collection.store, "other", 2, after=2) == (3,)


def test_only_what_is_indexed_wants_a_vector(collection: Any, article: Any) -> None:
    kinds = ("body", "promo", "body")
    collection.indexer.apply([PutArticle(article("a", "One.", "Promo.", "one.", kinds=kinds))])
    assert without_vector(collection.store, "m", 10) == (1,)


def test_vectors_go_with_their_paragraph(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article("a", "One."))])
    collection.indexer.apply([RemoveArticle("a")])
    put_vectors(collection.store, "m", [1], np.ones((1, 2)))
    assert load_vectors(collection.store, "m")[0].size == 0


def test_no_vectors_are_an_empty_matrix(collection: Any) -> None:
    rowids, matrix = load_vectors(collection.store, "m")
    assert (rowids.size, matrix.size) == (0, 0)


def test_vectors_of_two_lengths_are_refused(collection: Any, article: Any) -> None:
    collection.indexer.apply([PutArticle(article("a", "One.", "Two."))])
    put_vectors(collection.store, "m", [1], np.ones((1, 2)))
    put_vectors(collection.store, "m", [2], np.ones((1, 3)))
    with pytest.raises(StoreError, match="differ in length"):
        load_vectors(collection.store, "m")
    remove_vectors(collection.store, "m")
    assert load_vectors(collection.store, "m")[0].size == 0
    with pytest.raises(ValueError, match="2 rowids for 1 vectors"):
        put_vectors(collection.store, "m", [1, 2], np.ones((1, 2)))
