/* How far apart two spellings are: letters added, left out, changed, or two changed about, each counts one; a letter
 * for another of the same body (ب ت ث, ح خ ج), a weak one for another and two that change places count a little less, a
 * letter typed twice or once for twice hardly more than half.
 *
 *   distance(one, two, most) -> number; anything above `most` where it is more
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make()
  else root.matnDistance = make()
})(typeof self === "undefined" ? globalThis : self, function () {
  "use strict"

  const BODIES = ["بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "اويىءه", "كل"]
  const BODY = new Uint8Array(0x700)
  BODIES.forEach((letters, at) => { for (const letter of letters) BODY[letter.charCodeAt(0)] = at + 1 })
  const ALIKE = 0.8
  const TWICE = 0.6

  function changed(a, b) {
    if (a === b) return 0
    return BODY[a] && BODY[a] === BODY[b] ? ALIKE : 1
  }

  const rows = [0, 1, 2].map(() => new Float64Array(128))

  function distance(one, two, most) {
    if (Math.max(one.length, two.length) > 127) return most + 1
    let [before, last, row] = rows
    for (let j = 0; j <= two.length; j++) last[j] = j
    for (let i = 1; i <= one.length; i++) {
      const [here, past] = [one.charCodeAt(i - 1), i > 1 ? one.charCodeAt(i - 2) : -1]
      const out = here === past ? TWICE : 1
      let prior = -1
      let least = (row[0] = i)
      for (let j = 1; j <= two.length; j++) {
        const there = two.charCodeAt(j - 1)
        let cost = last[j - 1] + changed(here, there)
        if (last[j] + out < cost) cost = last[j] + out
        const more = row[j - 1] + (there === prior ? TWICE : 1)
        if (more < cost) cost = more
        if (here === prior && past === there && before[j - 2] + ALIKE < cost) cost = before[j - 2] + ALIKE
        prior = there
        row[j] = cost
        if (cost < least) least = cost
      }
      if (least > most + 1) return least
      ;[before, last, row] = [last, row, before]
    }
    return last[two.length]
  }

  return { distance }
})
