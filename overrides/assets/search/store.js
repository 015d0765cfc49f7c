/* The records of all indexes that have been added, and the words in them, searched with MiniSearch.
 *
 *   const store = create({search, MiniSearch, fields})
 *   store.add(work, data)          an index as unpack of shard.js takes it
 *   store.records                  [{work, id, kind}]
 *   store.vocabulary               of vocabulary.js
 *   store.search(query, terms, filter)   MiniSearch's search over numbers of records; `terms` are those of the query
 *   store.places(terms)            -> Set of the records that have one of the terms in words of their own
 *
 * A query has some dozens of the thousands of words: MiniSearch is given these alone, unpacked when first asked for.
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make(require("./shard.js"), require("./vocabulary.js"))
  else root.matnStore = make(root.matnShard, root.matnVocabulary)
})(typeof self === "undefined" ? globalThis : self, function (shards, vocabularies) {
  "use strict"

  const HEAD = "head"
  const SAID = 2 // text and gist: what a heading says
  const BOOST = { text: 3, gist: 2.5, notes: 1, names: 1, head: 1 }

  function create({ search, MiniSearch, fields }) {
    const all = [...fields, HEAD]
    const options = { fields: all, tokenize: (text) => [text], processTerm: (term) => term, searchOptions: { boost: BOOST } }
    const [records, lengths, below] = [[], [], []]
    const words = new Map()
    const vocabulary = vocabularies.create(search)
    let mean = null

    function add(work, data) {
      const shard = shards.unpack(data, search.folded)
      const first = records.length
      shard.ids.forEach((id, at) => {
        records.push({ work, id, kind: shard.kinds[at] })
        lengths.push([...shard.lengths[at], sum(shard.heads[at].map((head) => shard.lengths[head][0]))])
        for (const head of shard.heads[at]) (below[first + head] ??= []).push(first + at)
      })
      for (const { posts, ...form } of shard.forms) {
        const word = words.get(form.term) ?? addWord(form)
        word.packed.push([first, posts])
        word.fields = null
      }
      mean = null
    }

    function addWord(form) {
      const word = { ...form, packed: [], fields: null, size: 0 }
      words.set(form.term, word)
      vocabulary.add(word)
      return word
    }

    /** Of every field the records that have *word*, with counts; the last is the headings above. */
    function places(word) {
      word.fields ??= word.packed.reduce((found, [first, posts]) => {
        shards.places(posts).forEach((list, field) => {
          for (const [at, count] of list) {
            found[field][first + at] = count
            if (field < SAID) for (const under of below[first + at] ?? []) found[fields.length][under] = 1
          }
        })
        return found
      }, all.map(() => ({})))
      return word.fields
    }

    function find(query, terms, filter) {
      const index = [...terms].map((term) => [term, filled(places(words.get(term)))])
      const there = [...new Set(index.flatMap(([, found]) => Object.values(found).flatMap(Object.keys)))]
      mean ??= all.map((_, field) => sum(lengths.map((row) => row[field])) / (lengths.length || 1))
      const some = MiniSearch.loadJS(
        {
          documentCount: records.length,
          nextId: records.length,
          documentIds: Object.fromEntries(there.map((at) => [at, Number(at)])),
          fieldIds: Object.fromEntries(all.map((field, at) => [field, at])),
          fieldLength: Object.fromEntries(there.map((at) => [at, lengths[at]])),
          averageFieldLength: mean,
          storedFields: {},
          dirtCount: 0,
          index,
          serializationVersion: 2,
        },
        options
      )
      return some.search(query, { filter, prefix: false, fuzzy: false })
    }

    function having(terms) {
      const found = new Set()
      for (const term of terms) {
        for (const field of places(words.get(term)).slice(0, fields.length)) {
          for (const at in field) found.add(Number(at))
        }
      }
      return found
    }

    return { add, records, vocabulary, search: find, places: having }
  }

  /** Number of field to places, of the fields that have some. */
  function filled(found) {
    return Object.fromEntries(Object.entries(found).filter(([, places]) => Object.keys(places).length))
  }

  const sum = (list) => list.reduce((whole, one) => whole + one, 0)

  return { create }
})
