/* Which words of a text answer a query, and the piece of a record that shows it best.
 *
 *   const marker = create(read)     `read` of reading.js
 *   marker.best(record, wanted, fields) -> {where, language, note, text, marks}: the part of a record that matches best,
 *                                  whole, or null; `wanted` is that of a Result of engine.js, `fields` where to look,
 *                                  marks [{start, end, word, rank}] in order
 *   cut(part)                   -> {text, marks, before, after}: the stretch of a part with most of the words,
 *                                  and whether there is more on either side
 *   html(piece)                 -> the piece as HTML, its words in <mark>
 *   finder({search, names, parse, text}) -> function (other) -> [{start, end}]: where *other* has the words of *text*
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make(require("./vocabulary.js"), require("./phrase.js"))
  else root.matnMarks = make(root.matnVocabulary, root.matnPhrase)
})(typeof self === "undefined" ? globalThis : self, function (vocabularies, phrases) {
  "use strict"

  const LENGTH = 220
  const LEAD = 50
  const WHOLE = 6 // what a phrase is worth

  function create(read) {
    function best(record, wanted, fields) {
      const most = wanted.reduce((sum, word) => sum + highest(word), 0)
      const kind = wanted.some(({ terms }) => terms.gained) ? "words" : "spans"
      let found = null
      for (const part of read(record)) {
        if (fields.length && !fields.includes(part.where)) continue
        const list = marks(part[kind](), wanted)
        const worth = wanted.reduce((sum, _, word) => sum + strongestOf(list, word), 0)
        if (!found || worth > found.worth) found = { ...part, marks: list, worth }
        if (worth === most) break
      }
      return found
    }

    return { best }
  }

  /** The rank that no word can surpass in answering *word*. */
  function highest(word) {
    if (word.phrase) return WHOLE
    if (!tops.has(word.terms)) tops.set(word.terms, [...word.terms.values()].reduce((most, rank) => Math.max(most, rank), 0))
    return tops.get(word.terms)
  }

  const tops = new WeakMap()

  /** Where *words* of a text answer: [{start, end, word, rank}] in order. */
  function marks(words, wanted) {
    const found = []
    wanted.forEach((one, word) => {
      if (one.phrase) for (const [start, end] of phrases.runs(words, one.phrase, phrases.printed)) found.push({ start, end, word, rank: WHOLE })
    })
    for (const token of words) {
      const [rank, word] = strongest(token, wanted)
      if (rank) found.push({ start: token.start, end: token.end, word, rank })
    }
    return apart(found)
  }

  /** How surely, and for which of the words, *token* answers. */
  function strongest(token, wanted) {
    let [rank, word] = [0, -1]
    for (let at = 0; at < wanted.length; at++) {
      const { terms } = wanted[at]
      let own = terms.get(token.form) ?? terms.get(token.surface) ?? 0
      for (const key of (terms.gained && token.keys) || []) own = Math.max(own, terms.get(`+${key}`) ?? 0)
      if (own > rank) [rank, word] = [own, at]
    }
    return [rank, word]
  }

  const strongestOf = (marks, word) => marks.reduce((rank, mark) => (mark.word === word ? Math.max(rank, mark.rank) : rank), 0)

  /** Marks in order, without those inside another. */
  function apart(found) {
    let end = 0
    return found
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter((mark) => {
        const free = mark.start >= end
        end = Math.max(end, mark.end)
        return free
      })
  }

  function cut({ text, marks }) {
    if (text.length <= LENGTH + LEAD) return { text, marks, before: false, after: false }
    const start = from(text, marks)
    const last = Math.min(text.length, start + LENGTH + LEAD)
    const end = last === text.length ? last : Math.max(text.lastIndexOf(" ", last), start + LENGTH)
    const inside = marks.filter((mark) => mark.start >= start && mark.end <= end)
    const moved = inside.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }))
    return { text: text.slice(start, end), marks: moved, before: start > 0, after: end < text.length }
  }

  /** Where the stretch begins that has the most of the words, at the beginning of a word. */
  function from(text, marks) {
    let [place, worth] = [0, -1]
    for (const { start } of marks) {
      const inside = marks.filter((mark) => mark.start >= start && mark.end <= start + LENGTH)
      const sum = [...new Set(inside.map((mark) => mark.word))].reduce((all, word) => all + 10 * strongestOf(inside, word), inside.length)
      if (sum > worth) [place, worth] = [start, sum]
    }
    if (place <= LEAD) return 0
    const early = Math.min(place - LEAD, text.length - LENGTH)
    const blank = text.indexOf(" ", early)
    return blank < 0 || blank >= place ? place : blank + 1
  }

  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
  const escaped = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign])

  function html({ text, marks, before, after }) {
    let at = 0
    let done = before ? "… " : ""
    for (const { start, end } of marks) {
      done += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, end))}</mark>`
      at = end
    }
    return done + escaped(text.slice(at)) + (after ? " …" : "")
  }

  /** What finds the words of *text* where there is no index: by their keys; those with a * as beginnings. */
  function finder({ search, names, parse, text }) {
    const asked = parse(text).words.filter((word) => !word.not)
    const plain = asked.filter((word) => !word.phrase).map((word) => word.text)
    const keys = new Set(search.tokens(plain.join(" "), names).flatMap((token) => token.keys))
    const starts = plain.filter((word) => word.endsWith("*")).flatMap((word) => vocabularies.beginnings(search.folded(word)))
    const sought = asked.filter((word) => word.phrase).map((word) => search.words(word.text))
    const begins = (form) => starts.some((start) => form.startsWith(start))
    const answers = ({ keys: own, folded }) => own.some((key) => keys.has(key) || begins(key)) || begins(folded)
    return (other) => {
      const tokens = search.tokens(other, names)
      const together = sought.flatMap((phrase) => phrases.runs(tokens, phrase)).map(([start, end]) => ({ start, end }))
      return apart([...tokens.filter(answers), ...together])
    }
  }

  return { create, finder, cut, html, escaped }
})
