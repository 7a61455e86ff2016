"""Words too common to tell one statement from another, and words that turn one round."""

from __future__ import annotations

from rapporteur.languages.words import words

COMMON = words(
    """a about above after again all also am an and any are as at be because been before being below between both
    but by can could did do does doing down during each even ever every few for from further get gets getting go
    goes going got had has have having he her here hers him his how i if in into is it its itself just like ll
    made make makes many may me might more most much must my no nor not now of off on once one only or other our
    out over own re s said same say says see she should so some still such t than that the their them then there
    these they thing things think this those through to too under until up upon us ve very want wants was way we
    well were what when where which while who whom whose why will with within without would yet you your also
    really told according added later earlier m d don didn doesn isn wasn aren won wouldn couldn cannot let lot
    today yesterday tomorrow sunday monday tuesday wednesday thursday friday saturday"""
)
#: Articles, demonstratives, possessives and their like: what opens a noun phrase. Whoever needs more adds to it.
DETERMINERS = words(
    """the a an this that these those any no some each every another its his her their our my your such both
    either"""
)
NEGATIONS = words("no not never none nothing neither nor without cannot n't nobody")
ENDINGS = (
    "ations", "ation", "ements", "ement", "ingly", "iness", "ings", "ions", "edly", "ies", "ied", "ing", "ion",
    "ers", "ed", "es", "er", "ly", "s",
)  # fmt: skip
