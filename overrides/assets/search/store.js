/* The records of all indexes that have been added, and the words in them, searched with MiniSearch.
 *
 *   const store = create({search, MiniSearch, fields, work})
 *   store.add(work, data)          an index as unpack of shard.js takes it
 *   store.records                  [{work, id, kind}]
 *   store.vocabulary               of vocabulary.js
 *   store.search(query, groups, filter)  MiniSearch's search over numbers of records; `groups` has for every term of the
 *                                  query the words of the index that it stands for
 *   store.places(terms)            -> Set of the records that have one of the terms in words of their own
 *   store.together(lists)          -> Map(record -> fields): those that have one of the terms of every list, and where all
 *                                  of these may stand in one text; of names the index has only words not said elsewhere
 *
 * A query has some dozens of the thousands of words: MiniSearch is given these alone, unpacked when first asked for.
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make(require("./shard.js"), require("./vocabulary.js"))
  else root.matnStore = make(root.matnShard, root.matnVocabulary)
})(typeof self === "undefined" ? globalThis : self, function (shards, vocabularies) {
  "use strict"

  const HEAD = "head"
  const NAMES = "names"
  const SAID = 2 // text and gist: what a heading says
  const BOOST = { text: 3, gist: 2.5, notes: 1, names: 1, head: 1 }

  function create({ search, MiniSearch, fields, work = {} }) {
    const all = [...fields, HEAD]
    const options = { fields: all, tokenize: (text) => [text], processTerm: (term) => term, searchOptions: { boost: BOOST } }
    const [records, lengths, below] = [[], [], []]
    const words = new Map()
    const vocabulary = vocabularies.create(search, work)
    let frame = null

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
        word.fields = word.own = null
      }
      frame = null
    }

    function addWord(form) {
      const word = { ...form, packed: [], fields: null, own: null, size: 0, counted: 0 }
      words.set(form.term, word)
      vocabulary.add(word)
      return word
    }

    /** By number of field the records that have *word*, with counts; the last field is the headings above. */
    function places(word) {
      if (word.fields) return word.fields
      const found = (word.fields = {})
      for (const [first, posts] of word.packed) {
        shards.visit(posts, (field, at, count) => {
          put(found, field, first + at, count)
          if (field < SAID && below[first + at]) for (const under of below[first + at]) put(found, fields.length, under, 1)
        })
      }
      return found
    }

    /** The same of several words as of one; how often, summed up. */
    function united(terms) {
      if (terms.length === 1) return places(words.get(terms[0]))
      const found = {}
      for (const term of terms) {
        const fields = places(words.get(term))
        for (const field in fields) {
          const [list, all] = [fields[field], (found[field] ??= {})]
          for (const at in list) all[at] = (all[at] ?? 0) + list[at]
        }
      }
      return found
    }

    function find(query, groups, filter) {
      work.searched = groups.size
      const index = [...groups].map(([name, terms]) => [name, united(terms)])
      const documentIds = {}
      for (const [, fields] of index) for (const field in fields) for (const at in fields[field]) documentIds[at] = Number(at)
      const fieldLength = {}
      for (const at in documentIds) fieldLength[at] = lengths[at]
      return MiniSearch.loadJS({ ...(frame ??= framed()), index, documentIds, fieldLength }, options)
        .search(query, { filter, prefix: false, fuzzy: false })
    }

    /** What MiniSearch is to know of all records. */
    function framed() {
      return {
        documentCount: records.length,
        nextId: records.length,
        fieldIds: Object.fromEntries(all.map((field, at) => [field, at])),
        averageFieldLength: all.map((_, field) => sum(lengths.map((row) => row[field])) / (lengths.length || 1)),
        storedFields: {},
        dirtCount: 0,
        serializationVersion: 2,
      }
    }

    function having(terms) {
      const found = new Set()
      for (const term of terms) for (const at of own(words.get(term))) found.add(at)
      return found
    }

    /** The records that have one of the terms of every list, and in which fields a phrase of them may stand. */
    function together(lists) {
      const [first, ...others] = lists.map((terms) => having(terms))
      const every = lists.map((terms) => united(terms))
      const within = (at) => fields.filter((name, field) => name === NAMES || every.every((one) => one[field] && at in one[field]))
      return new Map([...first].filter((at) => others.every((other) => other.has(at))).map((at) => [at, within(at)]))
    }

    /** The records that have *word* in words of their own. */
    function own(word) {
      return (word.own ??= Object.entries(places(word))
        .filter(([field]) => field < fields.length)
        .flatMap(([, list]) => Object.keys(list).map(Number)))
    }

    return { add, records, vocabulary, search: find, places: having, together }
  }

  function put(found, field, at, count) {
    (found[field] ??= {})[at] = count
  }

  const sum = (list) => list.reduce((whole, one) => whole + one, 0)

  return { create }
})
