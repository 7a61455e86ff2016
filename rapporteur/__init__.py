"""Rapporteur keeps the record of a negotiation from what is reported about it."""
