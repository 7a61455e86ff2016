"""The ledger: what one report says and what one person judged, added and never changed."""

from rapporteur.ledger.book import Appended, Held, Ledger, Withdrawal
from rapporteur.ledger.store import Busy, CannotOpen, Store
from rapporteur.ledger.verify import FACTS, NotVerbatim

__all__ = ["FACTS", "Appended", "Busy", "CannotOpen", "Held", "Ledger", "NotVerbatim", "Store", "Withdrawal"]
