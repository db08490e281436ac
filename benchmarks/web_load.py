"""How the running web server bears load and how fast its page is there; prints one JSON object.

    python app.py --port 7870 &
    python benchmarks/web_load.py http://127.0.0.1:7870 --users 50 200 1000 --pid $! --cold
    python benchmarks/web_load.py http://127.0.0.1:7870 --page      # Chromium, beside a bare gr.ChatInterface

Each user is a raw client of gradio's queue with a question of its own: `first` is the time from sending it to the first
text of an answer, as the page would show it. With `--cold` the first crowd comes as soon as the server is ready. `idle` is
the server's CPU share over 10 s with a page open before.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import secrets
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

QUESTIONS = (
    "Who welcomed the delegation?", "What did Lâm plant?", "Where is the ASEAN Secretariat?",
    "Tổng Bí thư Tô Lâm đã tặng gì?", "Ai đã đón Tổng Bí thư Tô Lâm?", "Who won the match?",
)  # fmt: skip
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


async def one(client: httpx.AsyncClient, number: int) -> tuple[str, float, float]:
    """One user's question: (`ok`, `busy` or a fault, seconds to the first text, seconds in all)."""
    session, begun = secrets.token_hex(6), time.perf_counter()
    order = {"data": [QUESTIONS[number % len(QUESTIONS)], None], "fn_index": 0, "session_hash": session}
    joined = await client.post("/en/gradio_api/queue/join", json=order)
    if joined.status_code == 503:
        return "busy", 0.0, time.perf_counter() - begun
    if joined.status_code != 200:
        return f"status {joined.status_code}", 0.0, 0.0
    first = 0.0
    async with client.stream("GET", "/en/gradio_api/queue/data", params={"session_hash": session}) as stream:
        async for line in stream.aiter_lines():
            if not line.startswith("data:"):
                continue
            event = json.loads(line[5:])
            if not first and "about a-" in line:
                first = time.perf_counter() - begun
            if event["msg"] == "process_completed":
                return ("ok" if event["success"] and first else "failed"), first, time.perf_counter() - begun
    return "cut", first, 0.0


async def crowd(url: str, users: int) -> dict[str, Any]:
    """All users at once."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(base_url=url, timeout=300, limits=limits) as client:
        done = await asyncio.gather(*(one(client, n) for n in range(users)), return_exceptions=True)
    results = [d if isinstance(d, tuple) else (type(d).__name__, 0.0, 0.0) for d in done]
    first = sorted(f for kind, f, _ in results if kind == "ok")
    kinds = {kind: sum(r[0] == kind for r in results) for kind in sorted({r[0] for r in results})}
    return {"users": users, "outcomes": kinds, "first_p50_s": _at(first, 0.5), "first_p95_s": _at(first, 0.95)}


def _at(ordered: list[float], share: float) -> float | None:
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3) if ordered else None


def cpu_seconds(pid: int) -> float:
    """User and system time of a process (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle(pid: int, seconds: float = 10.0) -> float:
    """The share of one core that the server takes while nobody asks."""
    before = cpu_seconds(pid)
    time.sleep(seconds)
    return round((cpu_seconds(pid) - before) / seconds, 4)


BARE = (
    "import gradio as gr\n"
    "gr.ChatInterface(lambda message, history: message, analytics_enabled=False).launch("
    "server_port=%d, quiet=True)\n"
)


def page(url: str, rounds: int) -> dict[str, Any]:
    """Seconds until a question can be typed, ours and a bare ChatInterface's in turn, and our bytes of a first load."""
    from playwright.sync_api import sync_playwright

    bare = subprocess.Popen([sys.executable, "-c", BARE % 7990], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for("http://127.0.0.1:7990/")
        with sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=os.environ.get("TRICH_CHROMIUM", "/usr/bin/chromium"), args=FLAGS
            )
            _load(browser, f"{url}/en/")
            ours, theirs = [], []
            for _ in range(rounds):
                ours.append(_load(browser, f"{url}/en/"))
                theirs.append(_load(browser, "http://127.0.0.1:7990/"))
            browser.close()
    finally:
        bare.terminate()
        bare.wait()
    mine, bares = (statistics.median(r[0] for r in rows) for rows in (ours, theirs))
    return {
        "usable_s": round(mine, 2), "bare_chat_interface_s": round(bares, 2), "ratio": round(mine / bares, 2),
        "first_load_kb": round(ours[0][1] / 1000), "requests": ours[0][2], "bare_kb": round(theirs[0][1] / 1000),
        "n": rounds,
    }  # fmt: skip


def _load(browser: Any, url: str) -> tuple[float, int, int]:
    context = browser.new_context()
    tab, sizes = context.new_page(), []
    tab.on("requestfinished", lambda r: sizes.append(r.sizes()["responseBodySize"]))
    begun = time.perf_counter()
    tab.goto(url, wait_until="commit")
    tab.wait_for_selector("textarea:visible")
    spent = time.perf_counter() - begun
    tab.wait_for_timeout(1500)  # a heartbeat keeps the network busy for ever
    context.close()
    return spent, sum(sizes), len(sizes)


def _wait_for(url: str) -> None:
    for _ in range(600):
        try:
            httpx.get(url)
            return
        except httpx.HTTPError:
            time.sleep(0.1)


def main() -> None:
    """Reads the arguments, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("--users", type=int, nargs="*", default=[])
    parser.add_argument("--pid", type=int, help="the server's process id, for its CPU share")
    parser.add_argument("--page", action="store_true")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--cold", action="store_true", help="no users before the first crowd")
    args = parser.parse_args()
    _wait_for(f"{args.url}/healthz")
    while not httpx.get(f"{args.url}/healthz").json()["ready"]:
        time.sleep(0.2)
    report: dict[str, Any] = {"load_average": os.getloadavg()[0]}
    if args.page:
        report["page"] = page(args.url, args.rounds)
    if not args.cold:
        asyncio.run(crowd(args.url, 3))
    report["crowds"] = []
    for users in args.users:
        before = cpu_seconds(args.pid) if args.pid else 0.0
        row = asyncio.run(crowd(args.url, users))
        if args.pid:
            row["server_cpu_ms_per_user"] = round(1000 * (cpu_seconds(args.pid) - before) / users, 1)
        report["crowds"].append(row)
    if args.pid:
        report["idle_share_of_a_core"] = idle(args.pid)
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
