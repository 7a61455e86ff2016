"""The words of an utterance as compared: stems, runs of words, quoted phrases, bits of a vector.

All keys are exact strings made from one utterance alone, so that which partners are found does not
depend on what else is in the record, nor on the order in which it came.
"""

from __future__ import annotations

import re
from base64 import b85decode, b85encode
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rapporteur.languages.en.common import COMMON, ENDINGS, NEGATIONS
from rapporteur.record.passages import grams, hash32, quoted

TOKEN = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:[’'][^\W\d_]+)?")
SINGLE = re.compile(
    r"(?<![^\s(\[—–-])[‘']([^‘’'\n]*\s[^‘'\n]*?)[’'](?![^\W_])"
)  # ‘not built on trust’; no apostrophe
RUN = 5  # words
PLANES, BITS, SEED = 6, 14, 20251118
WIDTH = 384


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending; enough for "agreed" and "agree" to meet."""
    if word[:1].isdigit() or len(word) <= 4:
        return word.removesuffix("s") if len(word) == 4 and not word.endswith("ss") else word
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            bare = word[: -len(ending)]
            return bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "ls" else bare.rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, lower-cased, possessives and commas in numbers taken off."""
    found = []
    for match in TOKEN.finditer(text.replace("’", "'").lower()):
        token = match[0]
        token = token.replace(",", "") if token[0].isdigit() else token.removesuffix("'s")
        found.append(token)
    return found


def stems(text: str) -> list[str]:
    """The stems of the words that carry content, in order."""
    return [
        stem(token) for token in tokens(text) if token not in COMMON and token.split("'")[0] not in COMMON
    ]


def numbers(text: str) -> frozenset[str]:
    """The numbers in a text, as digits."""
    return frozenset(token for token in tokens(text) if token[0].isdigit())


def negated(text: str) -> bool:
    """Whether an odd number of words turn the text round."""
    found = tokens(text)
    return sum(t in NEGATIONS or t.endswith("n't") for t in found) % 2 == 1


def runs(words: Sequence[str], size: int = RUN) -> list[int]:
    """The hashes of every `size` words, in order; of a shorter list, of the whole."""
    if 0 < len(words) < size:
        return [hash32(" ".join(words))]
    return grams(words, size)


def phrases(text: str, *, direct: bool) -> list[str]:
    """What stands inside quotation marks; all of the text where the whole is direct speech."""
    found = [text[a:b].strip("“”\"' ") for a, b in quoted(text, 0, len(text))]
    found = found or [match[1].strip() for match in SINGLE.finditer(text)]
    return found or ([text] if direct else [])


def sampled(hashes: Iterable[int], most: int) -> list[int]:
    """The least of some hashes: what two utterances share is likely among the least of both."""
    return sorted(set(hashes))[:most]


def pairs(words: Sequence[str]) -> Iterator[str]:
    """Every unordered pair of different words."""
    for left, right in combinations(sorted(set(words)), 2):
        yield f"{left} {right}"


def pack(values: Iterable[int]) -> str:
    """Hashes as text, least first."""
    return b85encode(np.asarray(sorted(set(values)), dtype="<u4").tobytes()).decode()


@lru_cache(maxsize=16384)
def unpack(packed: str) -> frozenset[int]:
    """The hashes that `pack` wrote."""
    return frozenset(int(value) for value in np.frombuffer(b85decode(packed), dtype="<u4"))


@lru_cache(maxsize=1)
def _planes() -> NDArray[np.float32]:
    return np.random.default_rng(SEED).standard_normal((PLANES * BITS, WIDTH)).astype(np.float32)


def vector_keys(vector: bytes) -> list[str]:
    """The signs of a vector on fixed random planes, BITS at a time (Charikar, STOC 2002)."""
    values = np.frombuffer(vector, dtype=np.int8).astype(np.float32)
    if values.shape != (WIDTH,):
        return []
    signs = (_planes() @ values) > 0
    return [
        f"{band}:{''.join('1' if bit else '0' for bit in signs[band * BITS : (band + 1) * BITS])}"
        for band in range(PLANES)
    ]


def cosine(left: str | None, right: str | None) -> float:
    """The cosine of two packed int8 vectors; 0 where one is missing."""
    if not left or not right:
        return 0.0
    a, b = _floats(left), _floats(right)
    norm = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float(a @ b) / norm if norm else 0.0


@lru_cache(maxsize=4096)
def _floats(packed: str) -> NDArray[np.float32]:
    return np.frombuffer(b85decode(packed), dtype=np.int8).astype(np.float32)
