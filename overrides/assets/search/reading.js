/* The texts of a record part by part, with their words, which are read when they are first needed, and once.
 *
 *   const {read} = create({search, names, work})     work.texts counts the texts whose words have been read
 *   read(record) -> [{where, language, text, note?, label?, spans(), words()}]   `where` is a field of the index
 *     spans()  -> [{start, end, surface, form}]: `form` as the index prints it
 *     words()  -> the same with `folded` and the keys that two words have together
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make(require("./vocabulary.js"))
  else root.matnReading = make(root.matnVocabulary)
})(typeof self === "undefined" ? globalThis : self, function (vocabularies) {
  "use strict"

  const { printed } = vocabularies

  function create({ search, names, work }) {
    const known = new WeakMap()

    function read(record) {
      if (!known.has(record)) known.set(record, [...parts(record)].map(legible))
      return known.get(record)
    }

    const legible = (part) => ({
      ...part,
      spans: once(() => formed(counted(search.spans(part.text)))),
      words: once(() => formed(counted(search.joined(part.text, names)))),
    })

    function counted(words) {
      work.texts = (work.texts ?? 0) + 1
      return words
    }

    return { read }
  }

  const formed = (words) => words.map((word) => Object.assign(word, { form: printed(word.surface) }))

  function once(make) {
    let made = null
    return () => (made ??= make())
  }

  function* parts(record) {
    if (record.text) yield { where: "text", language: record.language, text: record.text }
    if (record.gist) yield { where: "gist", language: "en", text: record.gist }
    for (const [note, label, language, text] of record.notes ?? []) if (text) yield { where: "notes", language, note, label, text }
    for (const text of (record.names ?? []).flat()) if (text) yield { where: "names", language: text < "\u0250" ? "en" : "ar", text }
  }

  return { create }
})
