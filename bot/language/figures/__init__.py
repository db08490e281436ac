"""Numbers, units and dates in every written form of both languages."""
