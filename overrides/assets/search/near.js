/* Which of many words are spelt much like a typed one.
 *
 *   const known = create(forms, work)    forms: folded words; work.compared counts the comparisons, for measurements
 *   known.about(typed) -> [[form, distance]]   those with no more wrong letters than a word of its length may have
 *
 * A word is compared letter by letter only where length, script and the letters in it allow it to be near.
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make(require("./distance.js"))
  else root.matnNear = make(root.matnDistance)
})(typeof self === "undefined" ? globalThis : self, function (distances) {
  "use strict"

  const { distance } = distances

  function create(forms, work) {
    const lengths = { arabic: [], latin: [] }
    for (const form of forms) {
      if (!/^\d/.test(form)) (lengths[scriptOf(form)][form.length] ??= []).push({ form, bits: letters(form) })
    }

    function about(typed) {
      const [most, own] = [allowed(typed), letters(typed)]
      if (!most) return []
      const found = []
      for (const { form, bits } of lengths[scriptOf(typed)].slice(Math.max(typed.length - most, 0), typed.length + most + 1).flat()) {
        if (count(own & ~bits) > most || count(bits & ~own) > most) continue // a wrong letter is one more on either side
        work.compared = (work.compared ?? 0) + 1
        const far = distance(typed, form, most)
        if (far <= most) found.push([form, far])
      }
      return found
    }

    return { about }
  }

  /** How many letters may be wrong. */
  function allowed(word) {
    return word.length < 3 || /\d/.test(word) ? 0 : word.length < 7 ? 1 : 2
  }

  const scriptOf = (form) => (form < "\u0250" ? "latin" : "arabic")
  const PLACES = ["ءابتثجحخدذرزسشصضطظعغفقكلمنهوي", "abcdefghijklmnopqrstuvwxyz"]
  const BITS = new Map(PLACES.flatMap((list) => [...list].map((letter, at) => [letter.charCodeAt(0), 1 << at])))

  /** The letters of a word as bits. */
  function letters(word) {
    let bits = 0
    for (let at = 0; at < word.length; at++) bits |= BITS.get(word.charCodeAt(at)) ?? 1 << 31
    return bits
  }

  function count(bits) {
    let ones = 0
    for (; bits !== 0; bits &= bits - 1) ones++
    return ones
  }

  return { create, scriptOf }
})
