/* Whether the words of a phrase stand one after the other in a text.
 *
 *   runs(words, phrase) -> [[start, end]]   words as `words` of arabic.js gives them; places in the text
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make()
  else root.matnPhrase = make()
})(typeof self === "undefined" ? globalThis : self, function () {
  "use strict"

  function runs(words, phrase) {
    const found = []
    for (let at = 0; at + phrase.length <= words.length; at++) {
      if (phrase.every((one, next) => words[at + next].folded === one.folded)) {
        found.push([words[at].start, words[at + phrase.length - 1].end])
      }
    }
    return found
  }

  return { runs }
})
