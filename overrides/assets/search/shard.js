/* The packed index of a work, as tools/matn/site/search/index.py writes it.
 *
 *   unpack(data, folded) -> {
 *     ids, kinds: [text], heads: [[number]], lengths: [[number]],
 *     forms: [{term, folded, keys, gained, posts}]       posts still packed, for `places`
 *   }
 *   places(posts) -> [[[record, count]]] by number of field
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

  function places(posts) {
    return posts.split("|").map((list) => {
      let record = -1
      return (list ? list.split(",") : []).map((step) => {
        const [more, count] = step.split("*")
        record += base36(more) + 1
        return [record, count ? base36(count) : 1]
      })
    })
  }

  return { unpack, places }
})
