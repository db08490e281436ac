"""The gate for continuous integration: a run may not fall behind the committed baseline."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.errors import DatasetError

GATED = ("right", "success@1", "recall@5", "cites_gold", "abstained")
TOLERANCE = 0.01
"""How far a mean may lie under the baseline before its interval is asked."""
HARD = 0.03
"""A mean that lies further under the baseline fails whatever its interval says."""


def baseline_of(metrics: Mapping[str, Any], manifest: Mapping[str, Any]) -> dict[str, Any]:
    """What is committed as the baseline of a suite."""
    return {
        "suite": manifest["suite"],
        "figures": {name: metrics["figures"][name] for name in GATED if name in metrics["figures"]},
        "structural_faults": len(metrics["structural_faults"]),
    }


def read_baseline(path: Path) -> dict[str, Any]:
    """The baseline. Raises DatasetError when it is missing or damaged."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return {
            "suite": dict(told["suite"]),
            "figures": dict(told["figures"]),
            "structural_faults": int(told["structural_faults"]),
        }
    except FileNotFoundError:
        raise DatasetError(
            f"There is no baseline {path}; `trich eval gate RUN --baseline {path} --accept` writes one."
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"The baseline {path} cannot be read: {error}.") from None


def failures(metrics: Mapping[str, Any], manifest: Mapping[str, Any], baseline: Mapping[str, Any]) -> list[str]:
    """Why the run does not pass; nothing when it does. Raises DatasetError when the two asked different questions."""
    if manifest["suite"]["questions_sha256"] != baseline["suite"]["questions_sha256"]:
        raise DatasetError("The baseline was made with other questions; accept a new one with --accept.")
    found = [] if metrics["complete"] else ["the run is incomplete"]
    if metrics["structural_faults"]:
        found.append(f"{len(metrics['structural_faults'])} answers have structural faults; the promise is none")
    if metrics["errors"]:
        found.append(f"{len(metrics['errors'])} questions ended in an error")
    for name, before in baseline["figures"].items():
        figure = metrics["figures"].get(name)
        if figure is None:
            found.append(f"{name} is gone")
            continue
        loss = before["mean"] - figure["mean"]
        if loss > HARD or (loss > TOLERANCE and figure["high"] < before["mean"]):
            found.append(f"{name} fell from {before['mean']:.3f} to {figure['mean']:.3f}")
    return found
