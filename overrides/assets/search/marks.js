/* Which words of a text answer a query, and the piece of a record that shows it best.
 *
 *   const marker = create({search, names})
 *   marker.best(record, wanted, fields) -> {where, language, note, text, marks}: the part of a record that matches best,
 *                                  whole, or null; `wanted` and `fields` are those of a Result and a hit of engine.js,
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
  const { printed } = vocabularies

  function create({ search, names }) {
    const seen = new WeakMap()

    /** The parts of a record with their words, read once. */
    function read(record) {
      if (!seen.has(record)) seen.set(record, [...parts(record)].map((part) => ({ ...part, words: lazily(search.words, part.text) })))
      return seen.get(record)
    }

    function best(record, wanted, fields) {
      const inside = read(record).filter((part) => !fields.length || fields.includes(part.where))
      const keyed = wanted.some(({ terms }) => terms.gained)
      const marked = inside.map((part) => ({ ...part, marks: marks(keyed ? search.tokens(part.text, names) : part.words(), wanted) }))
      const worth = ({ marks: list }) => wanted.reduce((sum, _, word) => sum + most(list, word), 0)
      return marked.reduce((one, other) => (!one || worth(other) > worth(one) ? other : one), null)
    }

    return { best }
  }

  function lazily(make, text) {
    let made = null
    return () => (made ??= make(text))
  }

  /** Where *words* (or tokens) of a text answer: [{start, end, word, rank}] in order. */
  function marks(words, wanted) {
    const found = []
    wanted.forEach((one, word) => {
      if (one.phrase) for (const [start, end] of phrases.runs(words, one.tokens)) found.push({ start, end, word, rank: 6 })
    })
    for (const token of words) {
      const [rank, word] = strongest(token, wanted)
      if (rank) found.push({ start: token.start, end: token.end, word, rank })
    }
    return apart(found)
  }

  /** How surely, and for which of the words, *token* answers. */
  function strongest(token, wanted) {
    const form = printed(token.surface)
    let [rank, word] = [0, -1]
    for (let at = 0; at < wanted.length; at++) {
      const { terms } = wanted[at]
      let own = terms.get(form) ?? terms.get(token.surface) ?? 0
      for (const key of (terms.gained && token.keys) || []) own = Math.max(own, terms.get(`+${key}`) ?? 0)
      if (own > rank) [rank, word] = [own, at]
    }
    return [rank, word]
  }

  function* parts(record) {
    if (record.text) yield { where: "text", language: record.language, text: record.text }
    if (record.gist) yield { where: "gist", language: "en", text: record.gist }
    for (const [note, label, language, text] of record.notes ?? []) yield { where: "notes", language, note, label, text }
    for (const text of (record.names ?? []).flat()) yield { where: "names", language: text < "\u0250" ? "en" : "ar", text }
  }

  const most = (marks, word) => marks.reduce((rank, mark) => (mark.word === word ? Math.max(rank, mark.rank) : rank), 0)

  /** Marks in order, without those inside another. */
  function apart(found) {
    const ordered = found.sort((a, b) => a.start - b.start || b.end - a.end)
    return ordered.filter((mark, at) => !ordered.slice(0, at).some((before) => before.end > mark.start))
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
      const sum = [...new Set(inside.map((mark) => mark.word))].reduce((all, word) => all + 10 * most(inside, word), inside.length)
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
