import importlib.util
import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from bot.answering.evidence.weights import Trees


@pytest.fixture(scope="module")
def boosting() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "training" / "boosting.py"
    spec = importlib.util.spec_from_file_location("training_boosting", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def data() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    features = rng.random((600, 2))
    noise = rng.random(600) < 0.1
    return features, ((features[:, 0] > 0.5) ^ noise).astype(float), np.ones(600)


def test_it_learns_the_feature_that_decides(boosting: ModuleType) -> None:
    features, labels, weights = data()
    trees = Trees.read(boosting.Boosting(trees=20).fit(features, labels, weights, ("a", "b")), ("a", "b"))
    assert trees.of((0.9, 0.5)) > 0 > trees.of((0.1, 0.5))


def test_the_same_data_give_the_same_trees(boosting: ModuleType) -> None:
    rows = [boosting.Boosting(trees=5).fit(*data(), ("a", "b")) for _ in range(2)]
    assert rows[0] == rows[1]


def test_a_sign_is_kept_although_the_data_speak_against_it(boosting: ModuleType) -> None:
    features, labels, weights = data()
    grown = boosting.Boosting(trees=30, signs=(-1, 1)).fit(features, labels, weights, ("a", "b"))
    trees = Trees.read(grown, ("a", "b"))
    for b in (0.1, 0.5, 0.9):
        sums = [trees.of((a, b)) for a in np.linspace(0, 1, 21)]
        assert all(later <= earlier + 1e-9 for earlier, later in pairwise(sums))


def test_calibration_never_falls_and_fits(boosting: ModuleType) -> None:
    rng = np.random.default_rng(5)
    scores = rng.normal(size=4000)
    labels = (rng.random(4000) < 1 / (1 + np.exp(-scores))).astype(float)
    points = boosting.calibration(scores, labels, np.ones(4000))
    chances = [p for _, p in points]
    assert chances == sorted(chances)
    found = np.interp(scores, [s for s, _ in points], chances)
    assert boosting.calibration_error(found, labels, np.ones(4000)) < 0.03


def test_auroc(boosting: ModuleType) -> None:
    assert boosting.auroc(np.array([2.0, 3.0]), np.array([1.0, 2.0])) == 0.875
