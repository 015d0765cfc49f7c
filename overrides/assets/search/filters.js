/* Which works a query is about: `author:`, `work:`, `year:` and the works that a reader has chosen.
 *
 *   works(manifest, filters, tokens) -> Set of ids of works that fit what was typed
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make()
  else root.matnFilters = make()
})(typeof self === "undefined" ? globalThis : self, function () {
  "use strict"

  function works(manifest, filters, tokens) {
    return new Set(manifest.works.filter((work) => fits(work, filters, tokens)).map((work) => work.id))
  }

  function fits(work, filters, tokens) {
    const people = () => tokens(Object.values(work.author).join(" "))
    const all = () => tokens([work.id, ...Object.values(work.title), ...Object.values(work.author)].join(" "))
    return (
      some(filters.author, (value) => says(people(), tokens(value))) &&
      some(filters.work, (value) => work.id === value.toLowerCase() || says(all(), tokens(value))) &&
      some(filters.year, ([first, last]) => first <= Number(work.year) && Number(work.year) <= last)
    )
  }

  const some = (values, test) => !values || values.some(test)

  /** Whether every typed word is one of *known*, or the beginning of one. */
  function says(known, typed) {
    return typed.every((one) => known.some((other) => other.folded.startsWith(one.folded) || shares(one, other)))
  }

  const shares = (one, other) => one.keys.some((key) => other.keys.includes(key))

  return { works }
})
