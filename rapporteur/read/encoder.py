"""The one pass: a small transformer reads a document once, and every layer is decoded from what it saw.

How the other readers use it (this and `rapporteur/read/decode.py` are the whole interface):

    encoder = load_encoder()                     # the model shipped beside this file; None if there is none
    encoded = encoder.encode(text, paragraphs)   # paragraphs: [(start, end), …] ascending, not overlapping:
                                                 # the blocks to read; None: the lines of the text
    decode.sentences(encoded)                    # ((start, end), …) code points, trimmed of white space
    decode.spans(encoded, "mention")             # (Labelled(start, end, label, score), …)
    decode.spans(encoded, "timex")               #   labels of each layer are in card.json, see below
    decode.spans(encoded, "event")
    decode.spans(encoded, "attribution")         # the loose pieces: "source", "cue", "content"
    decode.attributions(encoded)                 # (Grouped(source, cue, content, score), …) who said what
    decode.vector(encoded, start, end)           # float32 [384], length 1: the meaning of any stretch
    decode.event_root(encoded, sentence, sources, targets)   # {"AGREE": 0.8, …} PLOVER root, actors given

Offsets are code points into `text`, half-open, and `text[start:end]` is verbatim. Nothing here decides
more than where a span begins and ends, what it is called and which spans belong together; attribution
spans are trimmed of quotation marks and punctuation at both ends, as the corpus is scored.

`Encoded` holds, for N word pieces of the paragraphs read:
    offsets     int32 [N, 2]           code points of each piece in the text
    paragraphs  int32 [P, 2]           which pieces stand in each paragraph, half-open
    logits      {layer: float32 [N, labels]}   layers "attribution", "mention", "timex", "event", "sentence"
    hidden, link, root                 `Packed`: int8 [N, width] with one float32 scale a piece (bounded
                                       memory for long documents); `.mean(first, last)` gives float32 [width]

Labels (card.json, "layers"): mention Person Organization Location Facility NORP Date Money Product Misc;
timex DATE TIME DURATION SET; event EVENT STATE SPEECH; attribution source cue content.
"""
