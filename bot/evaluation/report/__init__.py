"""The figures for people and for other tools: metrics.json, Markdown, HTML, exports."""
