"""A small edition of one made-up work, with damage, a heading, a list and notes, for tests of the whole."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

TEXT = """\
مجلة البئر

# بئر القرية

سلمى ناصر

حفر أهل القرية البئر في الصيف الماضي، وكان الماء عذباًً وبارداً<sup>(1)</sup>. ثم جاء الشتاء
فامتلأت البئر حتى فاض ماؤها على الطريق القديم.

## ما بقي من الماء

- يسقي المزارعون منها حقول القمح كل صباح.
- يشرب منها المسافرون الذين يعبرون الوادي<sup>(2)</sup>.

لم يسأل أحدٌٌ عن عمقها قبل ذلك اليوم، ولا عن الذي حفرها أول مرة.

## الهوامش

(1) حديث مع شيخ القرية في بيته.
"""

ABSTRACT = {"ar": " ".join(["يحكي النص عن بئر القرية."] * 26), "en": " ".join(["It tells of the village well."] * 22)}

SUMMARIES = """\
Written for the tests.

## p1
The Village Well

## p2
none: the byline

## p3
The villagers dug the well last summer; winter filled it until it flooded the old road.

## p4
What was left of the water

## p5
Farmers water their wheat from it every morning.

## p6
Travellers drink from it.

## p7
Nobody, the author says, had asked who dug it.
"""

NOTES = """\
- id: n1
  kind: comment
  language: ar
  status: present
  remark: {ar: "كلام سمعته الكاتبة", en: "What the author was told"}
- id: n2
  status: lost
"""

WORK = """\
id: {id}
title: {{ar: بئر القرية, en: The Village Well}}
author: {{ar: سلمى ناصر, en: Salma Nasser}}
date: "2024"
abstract:
  ar: "{ar}"
  en: "{en}"
source:
  sha256: {sha256}
  format: markdown
  characters: {characters}
structure:
  layout: markdown
  title: '^# بئر القرية$'
  byline: ['^سلمى ناصر$']
  furniture:
    - {{line: '^مجلة البئر$', reason: masthead}}
  notes:
    first: '^## الهوامش$'
"""

EDITION = """\
title: {ar: حكايات, en: Tales}
editors: {ar: نحن, en: We}
publisher: {ar: دار الحكاية, en: Tale House}
version: 0.1.0
date: "2026-11"
"""


@dataclass(frozen=True)
class Small:
    """Where the parts of the small edition are."""

    root: Path
    sources: Path
    source: Path
    work: Path

    def write(self, name: str, content: str) -> None:
        """Write a file of the work."""
        (self.work / name).write_text(content, encoding="utf-8")

    def describe(self, **more: str) -> None:
        """Write work.yaml for the source as it stands."""
        data = self.source.read_bytes()
        pin = {"sha256": hashlib.sha256(data).hexdigest(), "characters": str(len(data.decode("utf-8")))}
        self.write("work.yaml", WORK.format(**({"id": self.work.name} | ABSTRACT | pin | more)))

    def fill(self) -> None:
        """Write what editors write for the text as it stands: summaries, not pinned, and notes."""
        self.write("summaries.md", SUMMARIES)
        self.write("notes.yaml", NOTES)


def small(folder: Path, name: str = "well-2024", text: str = TEXT) -> Small:
    """Write the small edition into *folder*, without a ledger."""
    parts = Small(folder, folder / "sources", folder / "sources" / f"{name}.md", folder / "docs/works" / name)
    parts.sources.mkdir(exist_ok=True)
    parts.work.mkdir(parents=True)
    parts.source.write_text(text, encoding="utf-8")
    parts.describe()
    (parts.work.parent / "edition.yaml").write_text(EDITION, encoding="utf-8")
    return parts
