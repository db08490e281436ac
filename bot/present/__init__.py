"""An Answer in every form that people and programs read: terminal text, chat message, export. No gradio."""
