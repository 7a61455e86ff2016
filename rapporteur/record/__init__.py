"""The record: what follows from all reports together, derived from the ledger and kept true to it."""

from rapporteur.record.layers import LAYERS
from rapporteur.record.query import NoSuchThing, Record, bring_up_to_date, open_record

__all__ = ["LAYERS", "NoSuchThing", "Record", "bring_up_to_date", "open_record"]
