/* The packed index of a work, as tools/matn/site/search/index.py writes it.
 *
 *   unpack(data, folded) -> {
 *     ids, kinds: [text], heads: [[number]], lengths: [[number]],
 *     forms: [{term, folded, keys, gained, posts}]       posts still packed, for `places`
 *   }
 *   places(posts) -> [[[record, count]]] by number of field
 *   visit(posts, place)   the same told one by one: place(field, record, count)
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make()
  else root.matnShard = make()
})(typeof self === "undefined" ? globalThis : self, function () {
  "use strict"

  const base36 = (digits) => parseInt(digits, 36)
  const numbers = (list) => (list ? list.split(",").map(base36) : [])

  function unpack(data, folded) {
    return {
      ids: data.ids.split(" "),
      kinds: data.kinds.split(" "),
      heads: data.heads.split(" ").map(numbers),
      lengths: data.lengths.split(" ").map(numbers),
      forms: data.forms ? forms(data, folded) : [],
    }
  }

  function forms(data, folded) {
    const [keys, posts] = [data.keys.split(" "), data.posts.split(" ")]
    let term = ""
    return data.forms.split(" ").map((coded, at) => {
      term = term.slice(0, base36(coded[0])) + coded.slice(1)
      const gained = term[0] === "+"
      const whole = gained ? term.slice(1) : folded(term)
      const own = keys[at] ? keys[at].split("+").map((key) => uncut(key, whole)) : [whole]
      return { term, folded: whole, keys: own, gained, posts: posts[at] }
    })
  }

  function uncut(key, whole) {
    return key[0] === "=" ? key.slice(1) : whole.slice(base36(key[0]), whole.length - base36(key[1]))
  }

  /** Tell *place* every field, record and count of packed *posts*. */
  function visit(posts, place) {
    let [field, record, at] = [0, -1, 0]
    while (at < posts.length) {
      if (posts[at] === "|") [field, record, at] = [field + 1, -1, at + 1]
      else {
        const end = ended(posts, at)
        const [step, count] = posts.slice(at, end).split("*")
        record += base36(step) + 1
        place(field, record, count ? base36(count) : 1)
        at = posts[end] === "," ? end + 1 : end
      }
    }
  }

  function ended(posts, at) {
    while (at < posts.length && posts[at] !== "," && posts[at] !== "|") at++
    return at
  }

  function places(posts) {
    const found = posts.split("|").map(() => [])
    visit(posts, (field, record, count) => found[field].push([record, count]))
    return found
  }

  return { unpack, places, visit }
})
