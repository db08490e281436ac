"""What a run takes of the machine: a fixed calibration loop to compare machines by, and the peak of memory."""

from __future__ import annotations

import sys
from hashlib import sha256
from time import perf_counter

_ROUNDS, _TRIES = 60_000, 3


def calibration_ms() -> float:
    """Milliseconds of a fixed piece of Python work (the best of three): times divided by it compare across machines."""
    return 1000 * min(_loop() for _ in range(_TRIES))


def _loop() -> float:
    since = perf_counter()
    digest, words = b"", {}
    for number in range(_ROUNDS):
        digest = sha256(digest + b"%d" % number).digest()
        words[digest[:2]] = number
    sorted(words.items())
    return perf_counter() - since


def peak_memory_mb() -> float | None:
    """The largest resident memory of this process so far, MB; None where the system does not tell (Windows)."""
    try:
        import resource  # not on Windows
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
