"""What the words beside a word say about it, where its frequency says nothing."""

from __future__ import annotations

from collections.abc import Sequence

GIVEN_NAMES = frozenset(
    [
        "محمد",
        "أحمد",
        "علي",
        "حسن",
        "حسين",
        "عمر",
        "عثمان",
        "خالد",
        "سعد",
        "سعيد",
        "سلمان",
        "فيصل",
        "فهد",
        "نايف",
        "سلطان",
        "طلال",
        "تركي",
        "عبدالله",
        "عبدالعزيز",
        "الله",
        "العزيز",
        "الرحمن",
        "الملك",
        "عيسى",
        "موسى",
        "إبراهيم",
        "إسماعيل",
        "يوسف",
        "يعقوب",
        "سليمان",
        "داود",
        "زيد",
        "طارق",
        "أسامة",
        "معاوية",
        "يزيد",
        "الوليد",
        "الحسن",
        "الحسين",
        "العباس",
        "جعفر",
        "حمد",
        "خليفة",
        "راشد",
        "زايد",
        "مبارك",
        "صباح",
        "جابر",
        "تميم",
        "قابوس",
        "هيثم",
        "بندر",
        "مقرن",
        "نصر",
        "الدين",
        "منصور",
        "عقبة",
        "عمرو",
        "ياسر",
        "أنس",
        "مالك",
        "بلال",
        "سفيان",
        "الخطاب",
        "طالب",
        "مروان",
        "هشام",
        "قاسم",
        "مصعب",
        "ناصر",
        "بدر",
        "ماجد",
        "وليد",
        "زياد",
        "كعب",
        "معاذ",
    ]
)
"""Names that commonly stand before بن, and second halves of such names."""

_PAIRS = ("ين", "ات", "نا", "هم", "هما", "هن", "كم")
"""Ends of duals and plurals in the genitive, which بين governs, and of pronouns."""


def sides(after: Sequence[str]) -> bool:
    """Tell whether *after*, the next words in reading order, can be what بين stands between.

    That is two things joined by و among the next four words, or one word that is dual, plural or a
    pronoun (letters only, no marks). A name right after it speaks for بن instead.
    """
    if not after or after[0] in GIVEN_NAMES:
        return False
    joined = any(len(word) > 2 and word.startswith("و") for word in after[1:4])
    return joined or after[0].endswith(_PAIRS)
