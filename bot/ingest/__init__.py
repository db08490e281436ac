"""A file, page or feed -> Articles with numbered Paragraphs; what is left out is reported, never dropped silently.

Reading order: text, network, html, readers, article, intake; then collection, the way of every file through them.
"""

from bot.ingest.collection import read_collection
from bot.ingest.intake.files import read_bytes, read_file, read_text
from bot.ingest.intake.reading import FileStamp, Reading, Report, Status

__all__ = ["FileStamp", "Reading", "Report", "Status", "read_bytes", "read_collection", "read_file", "read_text"]
