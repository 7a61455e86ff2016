"""Abbreviations after which a full stop does not end a sentence, or only sometimes does."""

from __future__ import annotations

from rapporteur.languages.words import words

#: Always followed by more of the same sentence.
LEADING = words(
    """mr mrs ms dr prof rev hon sen sens rep reps gov govs gen col maj capt lt sgt cpl adm cmdr brig pres
    amb atty supt fr st ste mt messrs mmes vs v fig figs no nos op cit viz cf approx est e.g i.e art
    arts sec secs para paras vol pp ed eds ft det insp del dist"""
)
#: May end a sentence; whether they do shows in the next word.
TRAILING = words(
    """u.s u.n u.k e.u u.a.e u.s.s.r u.s.a d.c a.m p.m a.d b.c etc inc corp co ltd bros jr sr ph.d m.d b.a
    m.a et.al al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    sat sun calif conn fla ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex
    va vt wash wis wyo ariz ark colo del ga n.y n.j n.h n.c s.c n.d s.d n.m w.va r.i s.p.a plc dept univ
    assn bldg ave blvd"""
)
