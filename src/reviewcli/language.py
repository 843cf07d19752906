"""Tell the language of a review from its script and a small trained model of its letters."""

import math
import re
import struct
import unicodedata
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

SAMPLE = 2_000
MAGIC = b"RCLANG01"
WEIGHTS = Path(__file__).parent / "weights" / "language.bin"

_FEWEST_LETTERS = 4
_LEAST_CONFIDENCE = 0.5
_SURE = 0.999
_LONGEST_GRAM = 4
_LONGEST_WORD_FEATURE = 12

# Where each script's letters begin and end; marks that are written inside words count as letters.
_RANGES = (
    (0x0041, 0x005B, "latin"),
    (0x0061, 0x007B, "latin"),
    (0x00C0, 0x00D7, "latin"),
    (0x00D8, 0x00F7, "latin"),
    (0x00F8, 0x0250, "latin"),
    (0x0370, 0x0400, "el"),
    (0x0400, 0x0530, "cyrillic"),
    (0x0531, 0x0588, "hy"),
    (0x0590, 0x0600, "he"),
    (0x0620, 0x0660, "arabic"),
    (0x066E, 0x06D4, "arabic"),
    (0x06FA, 0x0700, "arabic"),
    (0x0780, 0x07C0, "dv"),
    (0x0900, 0x0964, "devanagari"),
    (0x0971, 0x0980, "devanagari"),
    (0x0980, 0x0A00, "bn"),
    (0x0A00, 0x0A80, "pa"),
    (0x0A80, 0x0B00, "gu"),
    (0x0B00, 0x0B80, "or"),
    (0x0B80, 0x0C00, "ta"),
    (0x0C00, 0x0C80, "te"),
    (0x0C80, 0x0D00, "kn"),
    (0x0D00, 0x0D80, "ml"),
    (0x0D80, 0x0E00, "si"),
    (0x0E01, 0x0E3B, "th"),
    (0x0E40, 0x0E4F, "th"),
    (0x0E81, 0x0F00, "lo"),
    (0x0F40, 0x0FC0, "bo"),
    (0x1000, 0x10A0, "my"),
    (0x10A0, 0x1100, "ka"),
    (0x1100, 0x1200, "ko"),
    (0x1200, 0x13A0, "am"),
    (0x1780, 0x17D4, "km"),
    (0x1E00, 0x1F00, "latin"),
    (0x1F00, 0x2000, "el"),
    (0x3041, 0x3097, "kana"),
    (0x30A1, 0x30FB, "kana"),
    (0x3400, 0x4DC0, "han"),
    (0x4E00, 0xA000, "han"),
    (0xAC00, 0xD7A4, "ko"),
    (0x20000, 0x323B0, "han"),
)
_STARTS = [start for start, _, _ in _RANGES]
# A syllable or an ideograph says more than a letter of an alphabet.
_DENSE = frozenset({"han", "kana", "ko"})

_NOT_PROSE = re.compile(r"https?:?\S*|www\.\S+|\S+@\S+|@\w+|\S+\.(?:com|org|net)\b\S*", re.IGNORECASE)
# The dot that lower-casing leaves over a Turkish I, and Arabic vowel points and stretching.
_LOOSE_MARKS = re.compile("[\u0307\u0640\u064b-\u065f]")
_LONG_RUN = re.compile(r"(.)\1{2,}", re.DOTALL)
_WORDS = {
    "latin": re.compile("[a-zà-öø-ɏḀ-ỿ]+"),
    "cyrillic": re.compile("[Ѐ-ԯ]+"),
    "arabic": re.compile("[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff]+"),
    "devanagari": re.compile("[\u0900-\u0963\u0971-\u097f]+"),
}

# Letters that only the languages beside them use, the surest first: they leave the model less to choose from.
_TELLING = {
    "cyrillic": (
        ("ѓќѕ", "mk"),
        ("ђћ", "sr"),
        ("јљњџ", "sr mk"),
        ("іїєґ", "uk"),
        ("ыэё", "ru"),
        ("ъ", "bg"),
    ),
    "arabic": (("ٹڈڑںےۓہھ", "ur"), ("پچژگکی", "fa")),
}


class Detection(NamedTuple):
    """A language as an ISO 639-1 code, or None for no answer, with a confidence of 0 to 1."""

    code: str | None
    confidence: float


class Model(NamedTuple):
    """A linear classifier over hashed character n-grams, for the languages of one script.

    `rows` holds, for each of `buckets` buckets, one byte for each language spread over four, so that
    a row read as one integer can be summed without the bytes meeting.
    """

    codes: tuple[str, ...]
    buckets: int
    scale: float
    biases: tuple[float, ...]
    rows: bytes


def detect(text: str) -> Detection:
    """Name the language that most of `text` is written in, or none where there is too little to tell.

    Only a bounded sample from the start is read. Where a script serves one language, the script
    answers; elsewhere a softmax regression over hashed character n-grams of words does, a method in
    the line of Cavnar and Trenkle (1994) and Joulin et al. (2017). Sums are of integers, so the answer
    is the same everywhere.
    """
    sample = normalise(text)
    script, letters, share = main_script(sample)
    if script is None or letters < _FEWEST_LETTERS:
        return Detection(None, 0.0)
    code, confidence = _classify(sample, script) if script in _WORDS else (script, _SURE)
    confidence = round(confidence * min(1.0, 0.4 + share), 4)
    return Detection(code if confidence >= _LEAST_CONFIDENCE else None, confidence)


def normalise(text: str) -> str:
    """Prepare the start of `text` for reading: lower case, no addresses, no drawn-out letters."""
    sample = unicodedata.normalize("NFKC", text[:SAMPLE])[:SAMPLE]
    sample = _LOOSE_MARKS.sub("", _NOT_PROSE.sub(" ", sample).lower())
    return _LONG_RUN.sub(r"\1\1", sample)


def main_script(sample: str) -> tuple[str | None, int, float]:
    """Find the script, or the one language it serves, with its count of letters and its share of all."""
    counts: Counter[str] = Counter()
    for character, count in Counter(sample).items():
        script = _script(character)
        if script is not None:
            counts[script] += 3 * count if script in _DENSE else count
    total = counts.total()
    if not total:
        return None, 0, 0.0
    kana, han = counts.pop("kana", 0), counts.pop("han", 0)
    if kana or han:
        counts["ja" if kana * 8 >= kana + han else "zh"] = kana + han
    script, letters = max(counts.items(), key=lambda item: (item[1], item[0]))
    return script, letters, letters / total


def words(sample: str, script: str) -> list[str]:
    """Cut a normalised sample into the words that are written in `script`."""
    return _WORDS[script].findall(sample)


@lru_cache(maxsize=8_192)
def features(word: str) -> tuple[int, ...]:
    """Hash the n-grams of one to four letters of a word with its edges, and a short word as a whole."""
    return tuple(zlib.crc32(gram.encode()) for gram in _grams(f" {word} "))


@cache
def models() -> dict[str, Model]:
    """Read the shipped weights: one model for each script that several languages share."""
    return dict(parse(WEIGHTS.read_bytes()))


def parse(data: bytes) -> Iterator[tuple[str, Model]]:
    """Read the models of a weights file with their scripts; raise ValueError where it is not whole."""
    if not data.startswith(MAGIC) or zlib.crc32(data[:-4]) != int.from_bytes(data[-4:], "little"):
        raise ValueError("the language weights are damaged or of another version")
    place = len(MAGIC)
    while place < len(data) - 4:
        name, count, buckets, scale = struct.unpack_from("<12sHIf", data, place)
        place += struct.calcsize("<12sHIf")
        codes = data[place : place + 2 * count].decode("ascii")
        place += 2 * count
        biases = struct.unpack_from(f"<{count}f", data, place)
        place += 4 * count
        rows = bytearray(4 * count * buckets)
        rows[::4] = data[place : place + count * buckets]
        place += count * buckets
        pairs = tuple(codes[i : i + 2] for i in range(0, 2 * count, 2))
        yield name.rstrip(b"\0").decode("ascii"), Model(pairs, buckets, scale, biases, bytes(rows))


def _script(character: str) -> str | None:
    place = bisect_right(_STARTS, ord(character)) - 1
    if place < 0 or ord(character) >= _RANGES[place][1]:
        return None
    return _RANGES[place][2]


def _grams(edged: str) -> Iterator[str]:
    for size in range(1, _LONGEST_GRAM + 1):
        for start in range(len(edged) - size + 1):
            yield edged[start : start + size]
    if _LONGEST_GRAM < len(edged) <= _LONGEST_WORD_FEATURE:
        yield edged


@lru_cache(maxsize=8_192)
def _word_sum(word: str, script: str) -> int:
    model = models()[script]
    width = 4 * len(model.codes)
    offsets = (hashed % model.buckets * width for hashed in features(word))
    return sum(int.from_bytes(model.rows[at : at + width], "little") for at in offsets)


def _classify(sample: str, script: str) -> tuple[str, float]:
    model = models()[script]
    found = words(sample, script)
    size = sum(len(features(word)) for word in found)
    total = sum(_word_sum(word, script) for word in found)
    sums = struct.unpack(f"<{len(model.codes)}I", total.to_bytes(4 * len(model.codes), "little"))
    step = model.scale / math.sqrt(size)
    possible = _possible(sample, script) or model.codes
    logits = {
        code: (each - 128 * size) * step + bias
        for code, each, bias in zip(model.codes, sums, model.biases, strict=True)
        if code in possible
    }
    best = max(logits, key=lambda code: (logits[code], code))
    return best, min(_SURE, 1.0 / math.fsum(math.exp(logit - logits[best]) for logit in logits.values()))


def _possible(sample: str, script: str) -> list[str]:
    """List the languages that telling letters leave: those of the first set that is 1 % of the sample."""
    for letters, codes in _TELLING.get(script, ()):
        if 100 * sum(map(sample.count, letters)) >= max(1, len(sample)):
            return codes.split()
    return []
