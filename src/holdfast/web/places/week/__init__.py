"""Week: one page about a week, for whoever wants one; to be read on a sofa, or printed."""
