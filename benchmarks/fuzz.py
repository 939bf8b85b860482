"""Every text of an archive, dressed as drafts come, read for claims: nothing may break, and every
span must be exact.

    python -m benchmarks.fuzz ARCHIVE.jsonl.gz ... [--every N] [--seed N]

Paragraphs become headlines, captions, bullets, table rows, quotes inside quotes, dialogue and
live-blog entries, with addresses and code between them, in plain text, Markdown or HTML.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import html
import itertools
import json
import random
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from verify.claims import each_claim
from verify.drafts import Format, draft_from_bytes
from verify.records import Claim, Draft, Span
from verify.sentences import split_paragraphs

AS_OF = dt.date(2025, 6, 26)
ADDRESS = "https://www.example.org/2025/06/26/a_b?id=7&page=2#top"

Dress = Callable[[str], str]
PLAIN: tuple[Dress, ...] = (
    str,
    str.upper,
    lambda s: f"- {s}",
    lambda s: f"3. {s}",
    lambda s: f"14:05 BST – {s}",
    lambda s: f"[09.30] UPDATE: {s}",
    lambda s: f"“{s} ‘He said: “{s[:40]}”’, she said.”",
    lambda s: f"— {s}\n— No.\n— {s[:60]}?",
    lambda s: f"{s} ({ADDRESS})",
    lambda s: f"PHOTO: {s} Picture: A. Holt/Agency",
    lambda s: f"{s}\tx = [1, 2]; print(f'{{x!r}}')\t{s[:30]}",
    lambda s: s.replace(" ", "  \t", 3).replace(",", " , ", 2),
)
MARKDOWN: tuple[Dress, ...] = (
    *PLAIN,
    lambda s: f"## {s[:90]}",
    lambda s: f"> {s}\n>\n> > {s[:70]}",
    lambda s: f"![{s[:80]}](a.png)",
    lambda s: f"| what | how many |\n| --- | ---: |\n| {s.replace('|', '/')[:120]} | 1,200 |\n",
    lambda s: f"```python\n{s}\n```",
    lambda s: f"**{s[:30]}**{s[30:]} `code 22nd` [link]({ADDRESS})",
)
HTML: tuple[Dress, ...] = tuple(
    partial(lambda form, s: form.format(html.escape(s)), form)
    for form in (
        "<p>{}</p>",
        "<h2>{}</h2>",
        "<ul><li>{}<li>22nd edition</ul>",
        "<table><tr><th>what<th>how many<tr><td>{}<td>1,200</table>",
        "<figure><img alt='x'><figcaption>{}</figcaption></figure>",
        "<blockquote><p>{}</p></blockquote>",
        "<pre><code>{}</code></pre>",
        "<p><b>14:05</b> <a href='/x?a=1&amp;b=2'>{}</a><br>and&nbsp;so on</p>",
    )
)


def dressed(paragraphs: list[str], chance: random.Random) -> tuple[bytes, Format]:
    """A file of the paragraphs, each in a dress of its own, in one of the formats."""
    form = chance.choice(list(Format))
    dresses = {Format.PLAIN: PLAIN, Format.MARKDOWN: MARKDOWN, Format.HTML: HTML}[form]
    text = "\n\n".join(chance.choice(dresses)(paragraph) for paragraph in paragraphs)
    if form is Format.HTML:
        text = f"<html><body><article>{text}</article></body></html>"
    return text.encode(), form


def faults(draft: Draft) -> Iterator[str]:
    """What is wrong with what is found in a draft; nothing for a sound one."""
    last = 0
    for one in each_claim(draft):
        sentence = one.sentence
        if sentence.span.of(draft.text) != sentence.text:
            yield f"a sentence is not its text: {sentence.text!r}"
        if sentence.span.start < last:
            yield f"a sentence is out of order: {sentence.text!r}"
        last = sentence.span.start
        if not draft.blocks[sentence.block].span.covers(sentence.span):
            yield f"a sentence crosses its block: {sentence.text!r}"
        if isinstance(one, Claim):
            yield from _claim_faults(draft, one)


def _claim_faults(draft: Draft, claim: Claim) -> Iterator[str]:
    spans: list[tuple[Span, str]] = [(claim.span, claim.text)]
    # Where the draft leaves a word out, what is put in stands for nothing.
    spans += [(replacement.span, replacement.text) for replacement in claim.replacements]
    for span, text in spans:
        if span.of(draft.text) != text:
            yield f"{text!r} is not what stands in the draft"
        if not claim.sentence.span.covers(span):
            yield f"{text!r} stands outside its sentence"
    if not claim.text.strip() or not claim.resolved.strip():
        yield f"{claim.text!r} has no words or no wording"
    last = claim.sentence.span.start
    for part in claim.assertion.parts if claim.assertion else ():
        if not last <= part.start < part.end <= claim.sentence.span.end:
            yield f"a part of {claim.text!r} is out of order or outside its sentence"
        last = part.end


def read(text: str, seed: str) -> tuple[str, list[str]]:
    """Read one text; the format it was dressed in, and what was wrong."""
    paragraphs = [span.of(text) for span in split_paragraphs(text)][:40]
    data, form = dressed(paragraphs, random.Random(seed))  # noqa: S311
    try:
        draft = draft_from_bytes(data, form, source=seed, as_of=AS_OF)
        return form.value, list(itertools.islice(faults(draft), 5))
    except Exception:  # whatever it is, it is a finding and is shown
        return form.value, [traceback.format_exc()]


def texts(paths: list[Path], every: int) -> Iterator[str]:
    """Each N-th text of the files."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in itertools.islice(lines, 0, None, every):
                row = json.loads(line)
                if text := "\n\n".join(row[key] for key in ("title", "text") if row.get(key)):
                    yield text


def main() -> int:
    """Read them all and show what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archives", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1, help="read each N-th text only")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    wrong = 0
    with ProcessPoolExecutor() as pool:
        some = list(texts(options.archives, options.every))
        seeds = [f"{options.seed}-{number}" for number in range(len(some))]
        for seed, (form, found) in zip(
            seeds, pool.map(read, some, seeds, chunksize=20), strict=True
        ):
            counts[form] += 1
            wrong += bool(found)
            if found and wrong <= 20:
                print(f"{seed} ({form})", *found, sep="\n  ", flush=True)
            if counts.total() % 1_000 == 0:
                print(f"{counts.total():,} read, {wrong} wrong", flush=True)
    print(f"{counts.total():,} texts ({dict(sorted(counts.items()))}): {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
