"""The web chat and the HTTP API: the home of fastapi and gradio, which are loaded when a server is built."""
