"""A follow-up as a question that stands alone, and what the conversation has shown already."""
