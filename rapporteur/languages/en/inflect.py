"""How English verbs and nouns change their endings: enough to look a word up by its lemma."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

Form = Literal["base", "s", "ed", "en", "ing"]
"""ed is the simple past, en the past participle; a regular verb spells both alike and counts as `ed`."""

IRREGULAR: dict[str, tuple[str, str]] = {
    word: (past, participle)
    for word, past, participle in (
        line.split()
        for line in """
        be was been
        become became become
        begin began begun
        bring brought brought
        break broke broken
        build built built
        buy bought bought
        call called called
        cast cast cast
        catch caught caught
        come came come
        cut cut cut
        deal dealt dealt
        bid bid bid
        bear bore borne
        beat beat beaten
        broadcast broadcast broadcast
        dig dug dug
        foresee foresaw foreseen
        outbid outbid outbid
        rebuild rebuilt rebuilt
        rewrite rewrote rewritten
        rise rose risen
        shake shook shaken
        steal stole stolen
        stick stuck stuck
        strive strove striven
        undergo underwent undergone
        undertake undertook undertaken
        undo undid undone
        uphold upheld upheld
        upset upset upset
        do did done
        draw drew drawn
        drive drove driven
        fall fell fallen
        fight fought fought
        fly flew flown
        forbid forbade forbidden
        freeze froze frozen
        get got got
        give gave given
        go went gone
        have had had
        hit hit hit
        hold held held
        keep kept kept
        lay laid laid
        lead led led
        leave left left
        lend lent lent
        let let let
        make made made
        meet met met
        overthrow overthrew overthrown
        override overrode overridden
        oversee oversaw overseen
        pay paid paid
        put put put
        quit quit quit
        say said said
        seek sought sought
        sell sold sold
        send sent sent
        set set set
        shoot shot shot
        sit sat sat
        speak spoke spoken
        split split split
        shut shut shut
        sink sank sunk
        spend spent spent
        stand stood stood
        strike struck struck
        swear swore sworn
        take took taken
        tear tore torn
        tell told told
        think thought thought
        throw threw thrown
        wind wound wound
        win won won
        withhold withheld withheld
        withdraw withdrew withdrawn
        write wrote written
        """.strip().splitlines()
    )
}

DOUBLES = frozenset(
    [
        "admit",
        "allot",
        "annul",
        "bar",
        "cap",
        "compel",
        "control",
        "demur",
        "deter",
        "blur",
        "bog",
        "chat",
        "clip",
        "dispel",
        "drag",
        "equip",
        "flag",
        "log",
        "plot",
        "skip",
        "slog",
        "spur",
        "stir",
        "tag",
        "whip",
        "dub",
        "expel",
        "extol",
        "incur",
        "jet",
        "occur",
        "patrol",
        "propel",
        "rap",
        "rebel",
        "recur",
        "repel",
        "ship",
        "shrug",
        "shun",
        "step",
        "submit",
        "trap",
        "wrap",
        "ban",
        "beg",
        "bar",
        "bid",
        "commit",
        "confer",
        "cut",
        "defer",
        "drop",
        "fit",
        "forbid",
        "get",
        "hit",
        "let",
        "parley",
        "permit",
        "plan",
        "prod",
        "put",
        "quit",
        "refer",
        "regret",
        "rip",
        "run",
        "scrap",
        "set",
        "shut",
        "sit",
        "slam",
        "slap",
        "snub",
        "split",
        "stab",
        "stop",
        "strip",
        "sub",
        "swap",
        "tap",
        "transfer",
        "travel",
        "veto_",
        "nod",
        "begin",
        "omit",
        "concur",
        "rebut",
        "pan",
        "jab",
        "counsel",
        "counsel_",
        "cancel",
        "label_",
        "net",
        "parlay_",
    ]
)
"""Verbs whose last consonant doubles before -ed and -ing (both spellings are made for those that may)."""
BOTH = frozenset(
    [
        "travel",
        "cancel",
        "counsel",
        "label",
        "signal",
        "channel",
        "total",
        "model",
        "benefit",
        "kidnap",
        "focus",
        "initial",
        "target",
    ]
)


def verb_forms(lemma: str) -> Iterator[tuple[str, Form]]:
    """Every spelling of a verb with the form it stands for; an irregular verb's table is `IRREGULAR`."""
    yield lemma, "base"
    if lemma == "have":
        yield "has", "s"
    elif lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield lemma + "es", "s"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield lemma[:-1] + "ies", "s"
    else:
        yield lemma + "s", "s"
    stems = [lemma]
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        stems = [lemma[:-1]]
    elif lemma in DOUBLES or lemma in BOTH:
        stems = [lemma + lemma[-1]] + ([lemma] if lemma in BOTH else [])
    for stem in stems:
        yield stem + "ing", "ing"
    if lemma in IRREGULAR:
        past, participle = IRREGULAR[lemma]
        yield past, "ed"
        if participle != past:
            yield participle, "en"
        return
    for stem in stems:
        if stem.endswith("y") and stem[-2] not in "aeiou":
            yield stem[:-1] + "ied", "ed"
        elif lemma.endswith(("ee", "oe", "ye")):
            yield stem + "d", "ed"
        else:
            yield stem + "ed", "ed"


def noun_forms(lemma: str) -> Iterator[tuple[str, bool]]:
    """Singular and plural of a noun, the plural marked; a lemma written as a plural has only that."""
    if lemma.endswith("s") and not lemma.endswith(("ss", "us")):
        yield lemma, True
        return
    yield lemma, False
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        yield lemma + "es", True
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield lemma[:-1] + "ies", True
    else:
        yield lemma + "s", True
