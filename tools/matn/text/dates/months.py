"""Names of months, of days of the month and of parts of a month or year, folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from matn.text.dates.model import Calendar, Qualifier
from matn.text.fold import folded

_GREGORIAN = (
    "يناير|كانون الثاني|كانون ثاني|جانفي",
    "فبراير|شباط|فيفري",
    "مارس|آذار",
    "أبريل|نيسان|أفريل",
    "مايو|أيار|مايس|ماي",
    "يونيو|يونيه|حزيران|جوان",
    "يوليو|يوليه|تموز|جويلية",
    "أغسطس|آب|غشت|أوت",
    "سبتمبر|أيلول|شتنبر",
    "أكتوبر|تشرين الأول|تشرين أول",
    "نوفمبر|تشرين الثاني|تشرين ثاني|نونبر",
    "ديسمبر|كانون الأول|كانون أول|دجنبر",
)
_HIJRI = (
    "محرم|المحرم",
    "صفر",
    "ربيع الأول|ربيع أول",
    "ربيع الثاني|ربيع الآخر|ربيع ثاني",
    "جمادى الأولى|جمادى الأول",
    "جمادى الآخرة|جمادى الثانية|جمادى الآخر",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة|ذي القعدة",
    "ذو الحجة|ذي الحجة",
)
_JALALI = (
    "فروردین|فروردين",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد|امرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)


def _numbered(calendar: Calendar, names: Iterable[str]) -> dict[str, tuple[Calendar, int]]:
    return {plain(name): (calendar, at) for at, line in enumerate(names, 1) for name in line.split("|")}


def plain(phrase: str) -> str:
    """Fold each word of *phrase*."""
    return " ".join(folded(word) for word in phrase.split())


MONTHS: Mapping[str, tuple[Calendar, int]] = {
    **_numbered(Calendar.JALALI, _JALALI),
    **_numbered(Calendar.HIJRI, _HIJRI),
    **_numbered(Calendar.GREGORIAN, _GREGORIAN),
}
"""Calendar and number of each folded name of a month."""

SURE = frozenset(
    plain(name)
    for number, line in enumerate(_GREGORIAN, 1)
    for name in line.split("|")
    if number != 3 and name not in {"آب", "ماي", "أوت", "جوان", "غشت"}
) | {"اذار"}
"""Names that stand for a month even alone; the others are words too (``مارس`` practised, ``آب`` returned)."""

QUALIFIERS: Mapping[str, Qualifier] = {
    **dict.fromkeys(map(plain, ("بداية", "بدايات", "مطلع", "أوائل", "مستهل")), Qualifier.BEGINNING),
    **dict.fromkeys(map(plain, ("منتصف", "أواسط")), Qualifier.MIDDLE),
    **dict.fromkeys(map(plain, ("نهاية", "نهايات", "أواخر", "ختام")), Qualifier.END),
}
_UNITS = ("الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")


def _days() -> dict[str, int]:
    days = {"الأول": 1, "العاشر": 10, "العشرين": 20, "العشرون": 20, "الثلاثين": 30, "الثلاثون": 30}
    days |= {unit: at for at, unit in enumerate(_UNITS, 1) if at > 1}
    days |= {f"{unit} عشر": 10 + at for at, unit in enumerate(_UNITS, 1)}
    days |= {f"{unit} و{tens}": 20 + at for at, unit in enumerate(_UNITS, 1) for tens in ("العشرين", "العشرون")}
    days |= {f"الحادي و{tens}": 31 for tens in ("الثلاثين", "الثلاثون")}
    return {plain(word): number for word, number in days.items()}


DAYS: Mapping[str, int] = _days()
"""Days of the month as ordinal words."""
