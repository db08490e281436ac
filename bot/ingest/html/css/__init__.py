"""What style sheets and inline styles say of the elements of a page."""
