"""The one pass over a document: verbatim offsets, no seams, nothing that depends on what else is read."""

from __future__ import annotations

import os
from collections import Counter
from itertools import pairwise, product

import numpy as np
import pytest

from rapporteur.read import decode
from rapporteur.read.chains import ABREAST, Field, best_labels, constraints, likeliest, runs
from rapporteur.read.encoder import WINDOW, Encoder, Packed, load_encoder, plan
from rapporteur.read.pieces import quoted_stretches

NEWS = (
    "KYIV — The two delegations will meet again in Geneva on 3 December, the foreign ministry said on Sunday.\n\n"
    "“We have made progress on eighteen of the points,” said Maria Kovalenko, a spokeswoman for the ministry. "
    "“Two remain open.”\n\n"
    "A senior official, who spoke on condition of anonymity, told the agency that Moscow had rejected the "
    "proposal last week."
)
BIO = ("O", "B-Person", "I-Person", "B-Place", "I-Place")
BIOES = ("O", "B-cue", "I-cue", "E-cue", "S-cue")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """The shipped model."""
    loaded = load_encoder()
    if loaded is None:
        pytest.skip("no model is shipped beside the reader")
    return loaded


def paragraphs(*lengths: int) -> np.ndarray:
    """Piece ranges of paragraphs of these lengths, one after another."""
    ends = np.cumsum(lengths)
    return np.stack([ends - lengths, ends], -1).astype(np.int32)


@pytest.mark.parametrize(
    "lengths",
    [(1,), (254,), (255,), (900,), (60,) * 40, (10, 700, 3, 254, 1, 253, 2), (1,) * 600],
)
def test_windows_keep_every_piece_once(lengths: tuple[int, ...]) -> None:
    """Windows meet without gap or overlap, none is too long, and each is read where it is kept."""
    windows = list(plan(paragraphs(*lengths), sum(lengths)))
    assert windows[0].keep_from == 0
    assert windows[-1].keep_to == sum(lengths)
    assert all(a.keep_to == b.keep_from for a, b in pairwise(windows))
    assert all(w.begin <= w.keep_from < w.keep_to <= w.end <= w.begin + WINDOW for w in windows)


def test_short_paragraphs_are_not_cut() -> None:
    """A cut falls between paragraphs where one ends in the second half of the window."""
    bounds = paragraphs(*(60,) * 40)
    assert all(w.keep_to in bounds[:, 1] for w in plan(bounds, 2400))


def test_no_text_has_no_windows() -> None:
    """Nothing to read is read as nothing."""
    assert list(plan(np.zeros((0, 2), np.int32), 0)) == []


def test_labels_make_a_legal_chain() -> None:
    """An inside never begins a span, and a paragraph's end ends it."""
    logits = np.full((4, 5), -5.0, np.float32)
    logits[0, 2] = logits[1, 2] = logits[2, 2] = logits[3, 0] = 5
    logits[2, 1] = -4  # a beginning is likelier than nothing
    labels = best_labels(Field(BIO, logits, np.zeros((5, 5), np.float32)), paragraphs(2, 2))
    assert runs(labels, BIO) == [(0, 2, "Person"), (2, 3, "Person")]


def counted(
    logits: np.ndarray, moves: np.ndarray, names: tuple[str, ...]
) -> dict[tuple[int, int, str], float]:
    """The share of every span among all legal chains of a short paragraph, each chain counted out."""
    begin, end, step = constraints(names)
    weights: Counter[tuple[int, int, str]] = Counter()
    total = 0.0
    for chain in product(range(len(names)), repeat=len(logits)):
        path = begin[chain[0]] + end[chain[-1]] + logits[np.arange(len(logits)), chain].sum()
        path += sum(step[a, b] + moves[a, b] for a, b in pairwise(chain))
        total += np.exp(path)
        for span in runs(np.asarray(chain, np.intp), names):
            weights[span] += np.exp(path)
    return {span: weight / total for span, weight in weights.items()}


def test_a_spans_odds_are_its_share_of_all_chains() -> None:
    """Of two layers of different widths at once, over paragraphs of different lengths."""
    rng = np.random.default_rng(3)
    bounds = paragraphs(4, 1, 3)
    fields = [
        Field(names, rng.normal(size=(8, len(names))).astype(np.float32) * 2,
              rng.normal(size=(len(names), len(names))).astype(np.float32))
        for names in (BIO, BIOES)
    ]  # fmt: skip
    found = likeliest(fields, bounds)
    for field, spans in zip(fields, found, strict=True):
        shares = {
            (a + first, b + first, name): share
            for first, last in bounds.tolist()
            for (a, b, name), share in counted(
                field.logits[first:last], field.transitions, tuple(field.labels)
            ).items()
        }
        assert [span for span, _ in spans] == runs(best_labels(field, bounds), field.labels)
        assert np.allclose([odds for _, odds in spans], [shares[span] for span, _ in spans], atol=1e-5)
        assert spans


def test_many_paragraphs_are_decoded_as_few() -> None:
    """What is swept together changes nothing."""
    rng = np.random.default_rng(2)
    lengths = [int(n) for n in rng.integers(1, 30, 2 * ABREAST + 9)]
    bounds = paragraphs(*lengths)
    field = Field(
        BIO, rng.normal(size=(sum(lengths), 5)).astype(np.float32), rng.normal(size=(5, 5)).astype(np.float32)
    )
    (together,) = likeliest([field], bounds)
    apart = [found for one in bounds for found in likeliest([field], one[None])[0]]
    assert [span for span, _ in together] == [span for span, _ in apart]
    assert np.allclose([odds for _, odds in together], [odds for _, odds in apart], atol=1e-5)


def test_packed_rows_keep_their_mean() -> None:
    """Rows kept in eight bits average to what they were, to a hundredth."""
    rows = np.random.default_rng(1).normal(size=(50, 8)).astype(np.float32)
    scales = np.abs(rows).max(-1) / 127
    packed = Packed(np.rint(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32))
    assert np.allclose(packed.mean(10, 40), rows[10:40].mean(0), atol=0.01)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “no” twice.", ["no"]),
        ('"No," he said, "never."', ["No,", "never."]),
        ("“A quotation that goes on", ["A quotation that goes on"]),  # closed in a later paragraph
        ("It stood 6” tall.", []),
        ("nothing quoted", []),
    ],
)
def test_what_is_quoted(text: str, quoted: list[str]) -> None:
    """The stretches inside double quotation marks, straight or curly."""
    assert [text[a:b] for a, b, _ in quoted_stretches(text, 0, len(text))] == quoted


def test_offsets_are_verbatim(encoder: Encoder) -> None:
    """Every piece, and every span made of pieces, is a stretch of the text; accents and symbols too."""
    text = NEWS + "\n\nZürich, São Tomé — €3bn … “naïve” 北京 ﬁn \u00a0 x\u200by"
    encoded = encoder.encode(text)
    assert (encoded.offsets[:, 0] < encoded.offsets[:, 1]).all()
    assert (encoded.offsets[1:, 0] >= encoded.offsets[:-1, 1]).all()
    assert encoded.offsets[-1, 1] <= len(text)
    names = [text[span.start : span.end] for span in decode.spans(encoded, "mention")]
    assert "Maria Kovalenko" in names
    assert "Geneva" in names


def test_who_said_what(encoder: Encoder) -> None:
    """The parts of an attribution come together, without the quotation marks."""
    found = {
        tuple(
            NEWS[part.start : part.end] if part else None
            for part in (group.source, group.cue, group.content[0])
        )
        for group in decode.attributions(encoder.encode(NEWS))
    }
    content = "The two delegations will meet again in Geneva on 3 December"
    assert ("the foreign ministry", "said", content) in {
        (s, c, t.removeprefix("KYIV — ")) for s, c, t in found
    }


def test_times_and_sentences(encoder: Encoder) -> None:
    """Time expressions and sentences of a plain report."""
    encoded = encoder.encode(NEWS)
    times = [NEWS[span.start : span.end] for span in decode.spans(encoded, "timex")]
    assert {"3 December", "Sunday", "last week"} <= set(times)
    sentences = [NEWS[start:end] for start, end in decode.sentences(encoded)]
    assert "“Two remain open.”" in sentences


def test_a_reading_does_not_depend_on_what_else_is_read(encoder: Encoder) -> None:
    """The same document gives the same numbers alone, after others, and with more threads."""
    alone = encoder.encode(NEWS)
    encoder.encode(NEWS.upper() * 5)
    again = encoder.encode(NEWS)
    threaded = load_encoder(threads=2)
    assert threaded is not None
    other = threaded.encode(NEWS)
    for layer, logits in alone.logits.items():
        assert np.array_equal(logits, again.logits[layer])
        assert np.array_equal(logits, other.logits[layer])
    assert np.array_equal(alone.hidden.values, other.hidden.values)


def test_long_documents_have_no_seams(encoder: Encoder) -> None:
    """What is found in a paragraph far down a document is what is found where it stands early."""
    filler = "The committee discussed the budget for the coming year. " * 12
    text = "\n\n".join([NEWS, *[filler] * 12, NEWS])
    encoded = encoder.encode(text)
    late = text.rindex("KYIV")
    names = [text[s.start : s.end] for s in decode.spans(encoded, "mention") if s.start >= late]
    assert {"Geneva", "Maria Kovalenko", "Moscow"} <= set(names)


def test_only_the_paragraphs_given_are_read(encoder: Encoder) -> None:
    """Chrome that is left out has no pieces, and offsets stay those of the whole text."""
    text = "Menu Home News\n\n" + NEWS
    start = len("Menu Home News\n\n")
    encoded = encoder.encode(text, [(start, len(text))])
    assert int(encoded.offsets[0, 0]) == start


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t",
        '“”\n""\n‘’',
        "“" * 3000,
        "\x00\x01",
        "a" * 5000,
        "🙂" * 400,
        "\u200b\ufeff",
        "北京" * 300,
    ],
    ids=[
        "empty",
        "blank",
        "quotation marks",
        "many marks",
        "control",
        "one word",
        "emoji",
        "invisible",
        "Chinese",
    ],
)
def test_odd_text_is_read_without_a_crash(encoder: Encoder, text: str) -> None:
    """Every layer answers, with spans that are in the text."""
    encoded = encoder.encode(text)
    spans = [
        span
        for layer in ("mention", "timex", "event", "attribution")
        for span in decode.spans(encoded, layer)
    ]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(0 <= start < end <= len(text) for start, end in decode.sentences(encoded))
    decode.attributions(encoded)
    assert decode.vector(encoded, 0, len(text)).shape == (384,)


def test_meaning_is_near_for_near_sentences(encoder: Encoder) -> None:
    """A rendering of the same thing is nearer than another thing."""
    text = (
        "Russia rejected the ceasefire proposal.\n\nMoscow turned down the plan for a truce.\n\n"
        "Heavy rain is expected in the north."
    )
    encoded = encoder.encode(text)
    one, same, other = (decode.vector(encoded, *sentence) for sentence in decode.sentences(encoded))
    assert float(one @ same) > float(one @ other) + 0.1


def test_the_class_of_an_event_given_its_actors(encoder: Encoder) -> None:
    """A root is chosen from the sentence and the places of its actors."""
    text = "Iran condemned the United States for the new sanctions."
    encoded = encoder.encode(text)
    odds = decode.event_root(encoded, (0, len(text)), [(0, 4)], [(15, 32)])
    assert abs(sum(odds.values()) - 1) < 0.01
    assert max(odds, key=lambda root: odds[root]) in {"ACCUSE", "REJECT"}


def test_the_model_fits_the_package(encoder: Encoder) -> None:
    """The model file stays within what the package may weigh."""
    from rapporteur.read.encoder import SHIPPED

    assert os.path.getsize(SHIPPED / "reader.onnx") <= 25 * 2**20
    assert encoder.card.layers["mention"][0] == "O"
