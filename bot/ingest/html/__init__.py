"""The mark-up of a page or a feed -> a draft of what a reader sees of its articles."""
