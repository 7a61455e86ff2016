"""The record: what follows from all reports together, derived from the ledger and kept true to it."""

from rapporteur.record.layers import LAYERS
from rapporteur.record.opening import bring_up_to_date, open_record, without
from rapporteur.record.query import NoSuchThing, Record
from rapporteur.record.wanted import Wanted

__all__ = ["LAYERS", "NoSuchThing", "Record", "Wanted", "bring_up_to_date", "open_record", "without"]
