"""Advice as values: whether a move is strategic, how long the search takes, where applications leak, what to tell."""
