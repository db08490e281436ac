"""Runs the server until it is stopped."""

from __future__ import annotations

import logging
import os
import signal
import socket
from tempfile import TemporaryDirectory
from typing import NoReturn

from bot.errors import SettingsError
from bot.settings import Settings
from bot.web.workspace import Workspace


def serve(workspace: Workspace, settings: Settings) -> None:
    """Listens on `settings.host` and `settings.port` (0: any free port) until SIGINT or SIGTERM.

    Raises SettingsError when the address cannot be used.
    """
    import uvicorn

    from bot.web.app import create_app

    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    listening = _listen(settings.host, settings.port)
    host, port = listening.getsockname()[:2]
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("trich.web").setLevel(logging.INFO)
    shown = f"[{host}]" if ":" in host else host
    logging.getLogger("trich.web").info("listening on http://%s:%s/ (Ctrl-C stops)", shown, port)
    config = uvicorn.Config(
        create_app(workspace, settings), log_level="warning", server_header=False, timeout_graceful_shutdown=5,
        timeout_keep_alive=75,
    )  # fmt: skip
    signal.signal(
        signal.SIGTERM, _leave
    )  # uvicorn raises it anew when it is done; by default nothing would be cleaned up
    with TemporaryDirectory(prefix="trich-web-") as private:  # its owner's alone, unlike gradio's own choice
        os.environ["GRADIO_TEMP_DIR"] = private
        uvicorn.Server(config).run(sockets=[listening])


def _leave(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise SettingsError(f"The address {host}:{port} cannot be used: {error.strerror}.") from error
    listening.listen(2048)
    return listening
