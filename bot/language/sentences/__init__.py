"""Where sentences begin and end, and what stands around them: datelines, quotes, courtesies."""
