/* What somebody has typed into the box, taken apart.
 *
 *   parse(text) -> {
 *     words:   [{text, phrase, not}]   in order; a phrase is what stood between quotation marks, `not` after a `-`
 *     filters: {author: [text], work: [text], year: [[first, last]]}   a record must fit one of each kind that is there
 *     open:    whether the last word may still be growing (nothing stands after it)
 *   }
 *
 * Filters may be typed in English or Arabic (author: مؤلف: كاتب:, work: ورقة: عمل:, year: سنة: عام:), their values
 * between quotation marks where they have blanks. Years are read in three scripts: `year:2024`, `year:2020-2024`.
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make()
  else root.matnParse = make()
})(typeof self === "undefined" ? globalThis : self, function () {
  "use strict"

  const FILTERS = new Map([
    ["author", "author"], ["مؤلف", "author"], ["المؤلف", "author"], ["كاتب", "author"], ["الكاتب", "author"],
    ["work", "work"], ["ورقة", "work"], ["الورقة", "work"], ["عمل", "work"], ["العمل", "work"],
    ["year", "year"], ["سنة", "year"], ["السنة", "year"], ["عام", "year"], ["العام", "year"],
  ])
  const QUOTED = "\"([^\"]*)(?:\"|$)|“([^”]*)(?:”|$)|«([^»]*)(?:»|$)|„([^“”]*)(?:[“”]|$)"
  const PART = new RegExp(
    `(?<=^|\\s)([-−–‐])?(?:([\\p{L}]+):)?(?:${QUOTED}|([^\\s"“«„]+))|["“«„]([^"”»]*)["”»]?|(\\S)`, "gu"
  )
  const UNSEEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

  function parse(raw) {
    const text = raw.replace(UNSEEN, "")
    const found = { words: [], filters: {}, open: false }
    for (const hit of text.matchAll(PART)) add(found, part(hit))
    const last = found.words.at(-1)
    found.open = Boolean(last && !last.phrase && !last.not && text.endsWith(last.text))
    return found
  }

  function part(hit) {
    const quoted = [hit[3], hit[4], hit[5], hit[6], hit[8]].find((one) => one !== undefined)
    return {
      not: hit[1] !== undefined,
      filter: FILTERS.get((hit[2] ?? "").toLowerCase()),
      before: hit[2],
      phrase: quoted !== undefined,
      text: (quoted ?? hit[7] ?? hit[9] ?? "").trim(),
    }
  }

  function add(found, { not, filter, before, phrase, text }) {
    if (filter && !not) {
      const value = filter === "year" ? years(text) : text
      if (value && value.length) (found.filters[filter] ??= []).push(value)
      return
    }
    if (before && !filter) add(found, { not, phrase: false, text: before })
    if (text) found.words.push({ text, phrase, not })
  }

  /** The first and last year of `2020`, `2020-2024`, `2020-` or `-2024`; null of anything else. */
  function years(text) {
    const plain = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    const hit = /^(\d{4})?(?:([-–−‐])(\d{4})?)?$/u.exec(plain)
    if (!hit || !(hit[1] || hit[3])) return null
    const first = hit[1] ? Number(hit[1]) : 0
    return [first, hit[2] ? Number(hit[3] ?? 9999) : first]
  }

  return { parse }
})
