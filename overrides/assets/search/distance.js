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
  const BODY = new Map(BODIES.flatMap((letters, at) => [...letters].map((letter) => [letter, at])))
  const ALIKE = 0.8
  const TWICE = 0.6

  function changed(a, b) {
    if (a === b) return 0
    const body = BODY.get(a)
    return body !== undefined && body === BODY.get(b) ? ALIKE : 1
  }

  const rows = [0, 1, 2].map(() => new Float64Array(128))

  function distance(one, two, most) {
    if (Math.max(one.length, two.length) > 127) return most + 1
    let [before, last, row] = rows
    for (let j = 0; j <= two.length; j++) last[j] = j
    for (let i = 1; i <= one.length; i++) {
      row[0] = i
      let least = i
      for (let j = 1; j <= two.length; j++) {
        const out = i > 1 && one[i - 1] === one[i - 2] ? TWICE : 1
        const more = j > 1 && two[j - 1] === two[j - 2] ? TWICE : 1
        let cost = Math.min(last[j] + out, row[j - 1] + more, last[j - 1] + changed(one[i - 1], two[j - 1]))
        if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) {
          cost = Math.min(cost, before[j - 2] + ALIKE)
        }
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
