"""Measure language detection on held-out reviews, beside py3langid where that is installed."""

import gzip
import json
import platform
import sys
import time
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from reviewcli.language import WEIGHTS, detect, main_script, normalise

REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"
TRAIN = ("segmentation/train", "segmentation/more", "sentiment/multilingual_train")
DEV = ("segmentation/dev", "sentiment/multilingual_dev")
SITE_CODES = dict(
    pair.split("=")
    for pair in (
        "arabic=ar brazilian=pt bulgarian=bg chinese=zh czech=cs danish=da dutch=nl english=en finnish=fi "
        "french=fr german=de greek=el hindi=hi hungarian=hu indonesian=id italian=it japanese=ja koreana=ko "
        "malay=ms norwegian=no polish=pl portuguese=pt romanian=ro russian=ru schinese=zh spanish=es "
        "swedish=sv tchinese=zh thai=th turkish=tr ukrainian=uk"
    ).split()
)
SHORT = 200
MOST = 400
ENOUGH = 30
_OWN_SCRIPT = {"ar": "arabic", "bg": "cyrillic", "ru": "cyrillic", "uk": "cyrillic"}
_ENGLISH = frozenset(
    "the and is are was this that it you to of in for with not but have has game good great fun best "
    "very just my i be if so on at as all like more get your can really they from play played time".split()
)
# Varieties that py3langid tells apart and we do not.
_SAME = {"nb": "no", "nn": "no", "yue": "zh", "wuu": "zh", "arz": "ar", "ary": "ar"}
Detector = Callable[[str], str | None]


class Example(NamedTuple):
    """A text with the code of the language that its site says it is in, None where it says nothing."""

    code: str | None
    text: str


class Score(NamedTuple):
    """How a detector did: right answers and abstentions by language, and seconds for all texts."""

    right: Counter[str]
    silent: Counter[str]
    seconds: float


def present(parts: tuple[str, ...]) -> bool:
    """Tell whether the reference data of `parts` is there."""
    return all((REFERENCE / f"{part}.jsonl.gz").exists() for part in parts)


def read(parts: tuple[str, ...]) -> Iterator[Example]:
    """Read the texts of `parts` with their site's language."""
    for part in parts:
        with gzip.open(REFERENCE / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield Example(SITE_CODES.get(row.get("lang") or row.get("language") or ""), row["text"])


def believable(code: str, text: str) -> bool:
    """Tell whether a site's label may be right, by a rule that owes nothing to the model.

    People write English under every label. A label is dropped when its language has a script of its own
    and most letters are of another, or when a text not labelled English has a quarter English words.
    Texts of fewer than 15 letters are dropped too: they are looked at apart, as abstentions.
    """
    script, letters, _ = main_script(normalise(text))
    if script is None or letters < 15:
        return False
    if script != "latin" or code in {"ja", "ko", "zh", "th", "el"} or code in _OWN_SCRIPT:
        return script == _OWN_SCRIPT.get(code, code)
    words = text.lower().split()
    return code == "en" or 4 * sum(word.strip(".,!?") in _ENGLISH for word in words) < len(words)


def held_out() -> tuple[dict[str, list[str]], int]:
    """Choose up to 400 believable short texts of each language, and count the labels not believed."""
    chosen: dict[str, list[str]] = defaultdict(list)
    dropped = 0
    for code, text in read(DEV):
        short = text[:SHORT]
        if code is None:
            continue
        if believable(code, short):
            chosen[code].append(short)
        else:
            dropped += 1
    for code, texts in chosen.items():
        chosen[code] = sorted(texts, key=lambda text: (zlib.crc32(text.encode()), text))[:MOST]
    return dict(sorted(chosen.items())), dropped


def score(detector: Detector, texts: dict[str, list[str]]) -> Score:
    """Run `detector` over all texts; an abstention is not a right answer."""
    right: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    start = time.perf_counter()
    for code, examples in texts.items():
        answers = [detector(text) for text in examples]
        right[code] = answers.count(code)
        silent[code] = answers.count(None)
    return Score(right, silent, time.perf_counter() - start)


def peer(codes: list[str]) -> Detector | None:
    """Load py3langid, held to the languages in the test, which helps it; None where it is absent."""
    try:
        # Optional and without types: it is there only where someone wants the comparison.
        from py3langid import langid  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    known = set(identifier.nb_classes)
    identifier.set_languages([*(code for code in codes if code in known), *(_SAME.keys() & known)])

    def answer(text: str) -> str:
        code = str(identifier.classify(text)[0])
        return _SAME.get(code, code)

    return answer


def table(texts: dict[str, list[str]], ours: Score, theirs: Score | None) -> Iterator[str]:
    """Say the accuracy for each language, and over those with enough texts to mean something."""
    for code, examples in texts.items():
        size = len(examples)
        other = f"  py3langid {theirs.right[code] / size:.3f}" if theirs else ""
        few = "  (few)" if size < ENOUGH else ""
        accuracy = f"{ours.right[code] / size:.3f}  none {ours.silent[code]:2}"
        yield f"{code}  n {size:3}  accuracy {accuracy}{other}{few}"
    many = [code for code in texts if len(texts[code]) >= ENOUGH and code not in {"hi", "ms"}]
    # The Hindi here is written in Latin letters, which py3langid has never seen.
    for name, codes in (
        ("all", [*texts]),
        ("without romanised hi", [code for code in texts if code != "hi"]),
        (f"those with {ENOUGH} texts or more, without hi and ms", many),
    ):
        size = sum(len(texts[code]) for code in codes)
        right, silent = sum(ours.right[code] for code in codes), sum(ours.silent[code] for code in codes)
        other = f"; py3langid {sum(theirs.right[code] for code in codes) / size:.4f}" if theirs else ""
        yield (
            f"{name}: {len(codes)} languages, {size} texts: accuracy {right / size:.4f}, "
            f"abstains {silent / size:.4f}, accuracy of answers {right / (size - silent):.4f}{other}"
        )


def calibration(texts: dict[str, list[str]]) -> Iterator[str]:
    """Say how often an answer is right by the confidence it came with."""
    tally: dict[int, list[bool]] = defaultdict(list)
    for code, examples in texts.items():
        for text in examples:
            answer = detect(text)
            if answer.code is not None:
                tally[min(9, int(answer.confidence * 10))].append(answer.code == code)
    for tenth, hits in sorted(tally.items()):
        right = f"{sum(hits) / len(hits):.3f} right of {len(hits)}"
        yield f"confidence {tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}: {right}"


def main() -> int:
    """Print the figures, with the machine they were measured on."""
    if not present(DEV):
        print("The reference data is not there: nothing measured.")
        return 0
    texts, dropped = held_out()
    ours = score(lambda text: detect(text).code, texts)
    detector = peer([*texts])
    theirs = score(detector, texts) if detector else None
    size = sum(map(len, texts.values()))
    lines = [
        f"{platform.platform()}, Python {platform.python_version()}, Unicode {unicodedata.unidata_version}",
        f"texts cut to {SHORT} characters, at most {MOST} a language; {dropped} site labels not believed",
        *table(texts, ours, theirs),
        *calibration(texts),
        f"texts a second: {size / ours.seconds:.0f}"
        + (f"; py3langid {size / theirs.seconds:.0f}" if theirs else ""),
        f"model size: {WEIGHTS.stat().st_size} bytes",
        "py3langid is not installed: not compared." if theirs is None else "",
    ]
    print("\n".join(filter(None, lines)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
