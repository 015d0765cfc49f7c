"""Arabic documents composed from a word list, and what can happen to them, with the truth kept.

The words and templates were written for these tests. Sentences are grammatical enough to have the letter
statistics of Arabic prose; boilerplate sentences, template paragraphs and short headings recur, so that
twins and near twins happen as often as in reports.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from matn.edition.anchors import BlockText


def _words(text: str) -> list[str]:
    return text.split()


ROOTS = _words("""
كتب درس علم عمل حكم جمع فتح قطع صنع زرع حصد نقل سكن بحث نشر طبع رسم حفظ سجل قرر نظم شرك دخل خرج رجع وصل
بلغ سمع نظر شهد فهم ذكر شكر صبر قدر كسب خسر ربح باع شرب طبخ غسل لبس ركب نزل صعد هبط جلس وقف سبق لحق طلب عرض رفض قبل
منع سمح أمر وعد عهد نذر صدق كذب حلم عدل ظلم نصر هزم حرب سلم أمن خطر حذر ضمن كفل دعم هدم عمر بعد قرب طول قصر وسع ضيق
كبر صغر كثر قلل زيد نقص""")
PATTERNS = _words("""
1ا23 م12و3 12ي3 ت12ي3 است12ا3 م1ا23ة ان12ا3 12ا3ة ا1ت2ا3 م123ة 1و23 ي123ون ت1ا23 أ12ا3 123 1ا23ون م1ت23
12ا3 م12ا3 12و3""")
BEFORE = ["", "", "", "ال", "ال", "ال", "وال", "بال", "لل", "و", "ف", "ب"]
AFTER = ["", "", "", "", "ة", "ات", "ين", "ه", "ها", "هم", "ية", "ي"]
PARTICLES = _words("""
في من على إلى عن أن إن التي الذي هذا هذه ذلك كما بين قد لم لن لا ما كان كانت بعد قبل حيث أو ثم مع
كل بعض غير عند أكثر خلال منذ حتى إذ بل لكن وفي ومن وعلى""")


def _vocabulary(size: int) -> list[str]:
    """Plausible Arabic words: roots in patterns, with what may stand before and after."""
    rng = Random("vocabulary")
    words: dict[str, None] = {}
    while len(words) < size:
        letters = rng.choice(ROOTS)
        stem = "".join(letters[int(c) - 1] if c in "123" else c for c in rng.choice(PATTERNS))
        words[rng.choice(BEFORE) + stem + rng.choice(AFTER)] = None
    return list(words)


WORDS = _vocabulary(2500)
_HEAVY = [0.0]
for _rank in range(1, len(WORDS) + 1):
    _HEAVY.append(_HEAVY[-1] + 1 / (_rank + 20))
PLACES = """سهل الزيتون|وادي السنط|جبل النحل|ساحل المرجان|واحة الرمان|هضبة الصنوبر|تل الغزال|عين الحمام
رأس النورس|مرج الخيل""".replace("\n", "|").split("|")
BOILERPLATE = [
    "ولا يعبر هذا الرأي بالضرورة عن موقف الجهة الناشرة، وتبقى المسؤولية على صاحبه وحده.",
    "وتستند هذه الأرقام إلى السجلات الرسمية المتاحة حتى تاريخ إعداد الدراسة.",
    "وقد جرى التحقق من هذه المعلومات بالرجوع إلى أكثر من مصدر مستقل.",
    "ويوضح الجدول التالي تفصيل ذلك بحسب السنوات والمناطق.",
]
TEMPLATES = [
    "بلغ عدد الزوار في {0} خلال {1} نحو {2} زائر، وفق ما سجلته دائرة الإحصاء في نشرتها الدورية، وهو ما يقارب المعدل.",
    "اجتمعت لجنة {0} في {1} وأقرت البند {2} من جدول أعمالها، ثم رفعت محضرها إلى الأمانة العامة للمصادقة عليه.",
    "للاطلاع على نص قرار {0} الصادر في {1} ينظر الملحق رقم {2} في آخر هذا المجلد.",
]
MONTHS = ["المحرم", "صفر", "رجب", "شعبان", "رمضان", "شوال"]
HEADINGS = [
    "مقدمة",
    "خاتمة",
    "تمهيد",
    "النتائج",
    "التوصيات",
    "المراجع",
    "أولا",
    "ثانيا",
    "المطلب الأول",
    "المطلب الثاني",
]
LABELS = ["أ", "ب", "ج", "1", "2", "* * *"]
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةىأ"


def word(rng: Random) -> str:
    """A word, frequent ones oftener (Zipf's law with an offset)."""
    return rng.choices(WORDS, cum_weights=_HEAVY[1:])[0]


def sentence(rng: Random) -> str:
    """A sentence of about twelve words, a third of them particles."""
    words = [rng.choice(PARTICLES) if rng.random() < 0.33 else word(rng) for _ in range(rng.randint(5, 20))]
    if len(words) > 10 and rng.random() < 0.7:
        words[len(words) // 2] += "،"
    return " ".join(words) + "."


def prose(rng: Random) -> BlockText:
    """A paragraph of two to six sentences, at times with a sentence that others have too."""
    parts = [sentence(rng) for _ in range(rng.randint(2, 6))]
    if rng.random() < 0.25:
        parts.insert(rng.randrange(len(parts) + 1), rng.choice(BOILERPLATE))
    return BlockText("paragraph", 0, " ".join(parts))


def templated(rng: Random) -> BlockText:
    """A paragraph that differs from others by a few words."""
    place, month = f"{rng.choice(PLACES)} {rng.choice(PLACES)}", rng.choice(MONTHS)
    return BlockText("paragraph", 0, rng.choice(TEMPLATES).format(place, month, rng.randint(2, 99)))


def short(rng: Random) -> BlockText:
    """A heading or a label."""
    if rng.random() < 0.3:
        return BlockText("list-item", 1, rng.choice(LABELS))
    if rng.random() < 0.6:
        return BlockText("heading", 1, rng.choice(HEADINGS))
    return BlockText("heading", 2, " ".join(word(rng) for _ in range(rng.randint(1, 5))))


def block(rng: Random) -> BlockText:
    """Any paragraph."""
    chance = rng.random()
    return prose(rng) if chance < 0.6 else templated(rng) if chance < 0.75 else short(rng)


@dataclass(frozen=True)
class Part:
    """A paragraph under way.

    Attributes:
        text: What stands there now.
        origins: Places of the first paragraphs that it comes from.
        copies: Places of those that it was copied from, with a word changed, when it came in.
    """

    text: BlockText
    origins: frozenset[int] = frozenset()
    copies: frozenset[int] = frozenset()


Document = list[Part]
Change = Callable[[Document, Random], Document]


def document(rng: Random, size: int) -> Document:
    """A document of *size* paragraphs, as first published."""
    return [Part(block(rng), frozenset({at})) for at in range(size)]


def blocks(parts: Document) -> list[BlockText]:
    """The texts alone."""
    return [part.text for part in parts]


def insert(parts: Document, rng: Random) -> Document:
    """A new paragraph comes in, at times a near twin of one that is there."""
    at = rng.randint(0, len(parts))
    part = Part(block(rng))
    if parts and rng.random() < 0.3:
        model = rng.choice(parts)
        part = Part(_reworded(model.text, rng), copies=model.origins | model.copies)
    return [*parts[:at], part, *parts[at:]]


def delete(parts: Document, rng: Random) -> Document:
    """A paragraph is taken out."""
    if not parts:
        return parts
    at = rng.randrange(len(parts))
    return parts[:at] + parts[at + 1 :]


def split(parts: Document, rng: Random) -> Document:
    """A paragraph becomes two, at any word."""
    long = [at for at, part in enumerate(parts) if len(part.text.text.split()) > 12]
    if not long:
        return parts
    at = rng.choice(long)
    part, words = parts[at], parts[at].text.text.split()
    cut = rng.randint(4, len(words) - 4)
    halves = [_with(part, " ".join(words[:cut])), _with(part, " ".join(words[cut:]))]
    return [*parts[:at], *halves, *parts[at + 1 :]]


def merge(parts: Document, rng: Random) -> Document:
    """Two neighbours become one."""
    if len(parts) < 2:
        return parts
    at = rng.randrange(len(parts) - 1)
    one, two = parts[at], parts[at + 1]
    both = replace(
        _with(one, f"{one.text.text} {two.text.text}"),
        origins=one.origins | two.origins,
        copies=one.copies | two.copies,
    )
    return [*parts[:at], both, *parts[at + 2 :]]


def move(parts: Document, rng: Random) -> Document:
    """A paragraph goes elsewhere."""
    if not parts:
        return parts
    rest = list(parts)
    part = rest.pop(rng.randrange(len(rest)))
    rest.insert(rng.randint(0, len(rest)), part)
    return rest


def move_section(parts: Document, rng: Random) -> Document:
    """A run of paragraphs goes elsewhere."""
    start, end = sorted((rng.randint(0, len(parts)), rng.randint(0, len(parts))))
    rest, at = parts[:start] + parts[end:], rng.randint(0, len(parts) - (end - start))
    return rest[:at] + parts[start:end] + rest[at:]


def emend(parts: Document, rng: Random) -> Document:
    """One word of one paragraph is corrected."""
    if not parts:
        return parts
    at = rng.randrange(len(parts))
    return [*parts[:at], _with(parts[at], _reworded(parts[at].text, rng).text), *parts[at + 1 :]]


def damage(rate: float, share: float = 1.0) -> Change:
    """Return the change of *rate* of the letters in *share* of the paragraphs."""

    def change(parts: Document, rng: Random) -> Document:
        return [_with(p, garbled(p.text.text, rate, rng)) if rng.random() < share else p for p in parts]

    return change


def garbled(text: str, rate: float, rng: Random) -> str:
    """Return *text* with *rate* of its letters replaced, lost or followed by another."""
    done: list[str] = []
    for char in text:
        if char.isalpha() and rng.random() < rate:
            done.append(rng.choice((rng.choice(LETTERS),) * 3 + ("", char + rng.choice(LETTERS))))
        else:
            done.append(char)
    return "".join(done)


def combined(changes: Sequence[Change]) -> Change:
    """Return the change that makes all *changes* in turn."""

    def change(parts: Document, rng: Random) -> Document:
        for one in changes:
            parts = one(parts, rng)
        return parts

    return change


def _with(part: Part, text: str) -> Part:
    return replace(part, text=replace(part.text, text=text))


def _reworded(text: BlockText, rng: Random) -> BlockText:
    words = text.text.split() or [""]
    words[rng.randrange(len(words))] = word(rng)
    return replace(text, text=" ".join(words))
