/* Whether the words of a phrase stand one after the other in a text.
 *
 *   runs(words, phrase, same?) -> [[start, end]]   words as arabic.js gives them; places in the text. `same` tells whether
 *                                 a word is that of the phrase; by default where they fold alike
 *   printed(word, terms)       -> whether a word is one of *terms*, words of the index as they are printed
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make()
  else root.matnPhrase = make()
})(typeof self === "undefined" ? globalThis : self, function () {
  "use strict"

  const alike = (word, one) => word.folded === one.folded
  const printed = (word, terms) => terms.has(word.form) || terms.has(word.surface)

  function runs(words, phrase, same = alike) {
    const found = []
    for (let at = 0; at + phrase.length <= words.length; at++) {
      if (phrase.every((one, next) => same(words[at + next], one))) {
        found.push([words[at].start, words[at + phrase.length - 1].end])
      }
    }
    return found
  }

  return { runs, printed }
})
