/* The search of the edition, without a page: the worker, tests and measurements all ask this one.
 *
 *   const {createEngine} = require(".../overrides/assets/search/engine.js")
 *   const engine = createEngine({search, MiniSearch, manifest, files})
 *
 *     search      the exports of arabic.js                    MiniSearch   the class of the package minisearch
 *     manifest    what search/manifest-*.js hands over        files        {"index/ID": data, "texts/ID": data}, if at hand
 *
 *   engine.add(name, data)          more files, in any order; `name` is the key that a file of search/ registers
 *   engine.query(text, options) ->  Result, or {missing: [names]} where files are needed that have not been added
 *   engine.ask(text, options, load) -> Promise of a Result; `load(names)` is called until nothing is missing, and
 *                                   calls `add` for each
 *   engine.suggest(text, most = 6) -> texts: what was typed with its last word completed, the most frequent first
 *   engine.warm()                   does beforehand what the first query for a beginning or near spelling would wait for
 *   engine.work                     for measurements: {texts, compared, searched}, how many texts have been read and spellings
 *                                   compared since the beginning, and how many terms MiniSearch was asked for last
 *   engine.read(record)             as reading.js has it
 *   engine.record(work, id)     ->  {id, language, text, gist, notes: [[id, label, language, text]], names: [[ar, en, others]]}
 *
 *   options  works: [ids] that a reader has chosen (none or empty: all); strict: true, no beginnings of words, no
 *            near spellings, no nearest paragraphs: a word that no paragraph has gives 0 hits
 *
 *   Result   kind      "found"    ordinary hits: every word is there, exact, folded, stemmed or as a beginning
 *                      "beginning" no ordinary hit, and the last word has three letters at most: what begins with it
 *                      "near"     no ordinary hit: hits for near spellings; `spelling` has [{from, to}]
 *                      "nearest"  neither: paragraphs with some of the words, the most first
 *                      "none"     nothing; "empty" nothing was asked; "all" filters alone, every record in order
 *            hits      [{work, id, kind, rank, score, has: Set of numbers of `words`, fields: [where],
 *                       where: () => those of them that show it best}], best first.
 *                      work and id are the address: works/WORK.html#ID. An ordinary search counts `hits` of kind "found".
 *            counts    {work: hits} before `options.works`
 *            hint      {from, to, text} where little is found and far more have a near spelling, else null or absent
 *            spelling  [{from, to}], `words` what was looked for, `wanted` the same as marks.js takes it
 *
 * What a record is, and so what can be matched: the Arabic reading text ("text"), its English summary ("gist"), the
 * notes that it calls ("notes"), names in it in all their spellings ("names"), and the headings above it ("head"): a record
 * is no hit for words of its headings alone, nor a summary for another language's word, but by names and months.
 * Particles (من، في, the, of) are not asked for where other words are. All words must be there (AND).
 */
(function (root, make) {
  const parts = ["parse", "store", "plan", "phrase", "filters", "reading"]
  if (typeof module === "object" && module.exports) module.exports = make(...parts.map((part) => require(`./${part}.js`)))
  else root.matnEngine = make(root.matnParse, root.matnStore, root.matnPlan, root.matnPhrase, root.matnFilters, root.matnReading)
})(typeof self === "undefined" ? globalThis : self, function (parsing, stores, plans, phrases, filters, readings) {
  "use strict"

  const { parse } = parsing
  const { runs, printed } = phrases

  const HEAD = "head"
  const LIMIT = { text: 9, gist: 9, notes: 9, names: 3, head: 2.5 } // the best rank that a word has there
  const NEAREST = 20
  const SAID = 4.5 // a rank from which on it is the very word
  const CLOSE = 0.75 // a letter wrong
  const [LITTLE, MUCH] = [3, 4]
  const MANY = 24 // words of one rank that are searched as if they were one

  function createEngine({ search, MiniSearch, manifest, files = {} }) {
    const names = search.names(manifest.names)
    const work = { texts: 0, compared: 0, searched: 0 }
    const store = stores.create({ search, MiniSearch, fields: manifest.fields, work })
    const { read } = readings.create({ search, names, work })
    const planner = plans.create({ search, names, store })
    const texts = new Map()
    const present = new Set()
    const tokens = (text) => search.tokens(text, names)

    function add(name, data) {
      if (present.has(name)) return
      present.add(name)
      const [kind, work] = name.split("/")
      if (kind === "index") store.add(work, data)
      else texts.set(work, new Map(data.records.map((record) => [record.id, record])))
    }

    const lacking = (kind, works) => [...works].map((work) => `${kind}/${work}`).filter((name) => !present.has(name))

    function query(text, { works = [], strict = false } = {}) {
      const parsed = parse(text)
      const fitting = filters.works(manifest, parsed.filters, tokens)
      if (!parsed.words.length && !Object.keys(parsed.filters).length) return result("empty")
      const missing = lacking("index", manifest.works.map((work) => work.id))
      if (missing.length) return { missing }
      const chosen = new Set(works)
      const { wanted, banned } = planner.plan(parsed, strict)
      try {
        const within = allowed(fitting, banned)
        if (!wanted.length) return parsed.words.some((word) => !word.not) ? result("none") : everything(within, chosen)
        return found(wanted, within, chosen, strict)
      } catch (thrown) {
        if (thrown instanceof Missing) return { missing: thrown.names }
        throw thrown
      }
    }

    function found(wanted, within, chosen, strict) {
      const ordinary = wanted.every((word) => word.known) ? all(wanted, within) : []
      if (ordinary.length || strict) {
        const hint = strict || !ordinary.length ? null : meant(wanted, ordinary)
        const unsure = hint && planner.unsure(wanted[0])
        if (unsure) return result("near", all([unsure], within), [unsure], chosen)
        return { ...result(ordinary.length ? "found" : "none", ordinary, wanted, chosen), hint }
      }
      const begun = planner.begun(wanted)
      const beginnings = begun ? all(begun, within) : []
      if (beginnings.length) return result("beginning", beginnings, begun, chosen)
      const near = planner.nearly(wanted)
      const hits = near ? all(near, within) : []
      if (hits.length) return result("near", hits, near, chosen)
      const some = any(near ?? wanted, within)
      return result(some.length ? "nearest" : "none", some, near ?? wanted, chosen)
    }

    /** The near spelling that a reader may have meant who finds little, and not the very word: far more have it. */
    function meant(wanted, hits) {
      if (wanted.length > 1 || hits.length > LITTLE || hits[0].rank >= SAID || !wanted[0].token) return null
      const near = planner.near(wanted[0])
      const more = [...near.terms].filter(([, rank]) => rank >= CLOSE).map(([term]) => term)
      return store.places(more).size > MUCH * hits.length ? { from: near.from, to: near.to, text: near.to } : null
    }

    /** Which records may be hits at all: of the works that fit, without the words that are not wanted. */
    function allowed(fitting, banned) {
      const out = new Set(banned.flatMap((word) => [...(word.phrase ? phrased(word) : store.places(word.terms.keys()))]))
      return (at) => fitting.has(store.records[at].work) && !out.has(at)
    }

    /** The records that have a phrase; reads those of their texts that have all its words. */
    function phrased({ phrase }, within = () => true) {
      const both = [...store.together(phrase.map((terms) => [...terms.keys()]))].filter(([at]) => within(at))
      const missing = lacking("texts", new Set(both.map(([at]) => store.records[at].work)))
      if (missing.length) throw new Missing(missing)
      return new Set(both.filter(([at, fields]) => says(store.records[at], fields, phrase)).map(([at]) => at))
    }

    const says = ({ work, id }, fields, phrase) =>
      read(texts.get(work).get(id)).some((part) => fields.includes(part.where) && runs(part.spans(), phrase, printed).length)

    function all(wanted, within) {
      const sets = wanted.filter((word) => word.phrase).map((word) => phrased(word, within))
      const fits = (hit) => within(hit.id) && sets.every((places) => places.has(hit.id))
      return hits(wanted, "AND", fits).filter((hit) => hit.own)
    }

    function any(wanted, within) {
      const known = wanted.filter((word) => word.known)
      return known.length ? hits(known, "OR", (hit) => within(hit.id)).filter((hit) => hit.own).slice(0, NEAREST) : []
    }

    function hits(wanted, combineWith, filter) {
      const asked = wanted.flatMap((word, of) => (word.phrase ?? [word.terms]).map((terms, at) => ({ of, phrase: word.phrase, groups: grouped(terms, `${of} ${at}`) })))
      const queries = asked.map(({ groups }) => ({ combineWith: "OR", queries: [...groups.keys()] }))
      const groups = new Map(asked.flatMap((one) => [...one.groups].map(([name, { terms }]) => [name, terms])))
      return store
        .search({ combineWith, queries }, groups, filter)
        .map((hit) => ranked(hit, asked))
        .sort((a, b) => b.rank - a.rank || b.score - a.score || a.at - b.at)
    }

    /** How well a record matches: the mean over the words of the best that each has. */
    function ranked(hit, asked) {
      const ranks = asked.map(({ groups }) => best(hit.match, groups))
      const rank = ranks.reduce((sum, one) => sum + one, 0) / asked.length
      const { work, id, kind } = store.records[hit.id]
      const fields = [...new Set(Object.values(hit.match).flat())]
      const own = fields.some((field) => field !== HEAD)
      const has = new Set(asked.filter((_, at) => ranks[at]).map(({ of }) => of))
      const where = () => showing(hit.match, fields.filter((field) => field !== HEAD), asked)
      return { work, id, kind, rank, score: hit.score, has, fields, where, own, at: hit.id }
    }

    const best = (match, groups) => Object.keys(match).reduce((most, name) => Math.max(most, rankIn(match[name], groups.get(name))), 0)

    const rankIn = (fields, group) => (group ? Math.min(group.rank, Math.max(...fields.map((field) => LIMIT[field]))) : 0)

    /** Of *fields* those that show the words best; all where a phrase is asked, which only the text tells. */
    function showing(match, fields, asked) {
      if (asked.some(({ phrase }) => phrase)) return fields
      const worths = fields.map((field) => asked.reduce((sum, { groups }) => sum + highest(match, groups, field), 0))
      const most = Math.max(...worths)
      return fields.filter((_, at) => worths[at] === most)
    }

    const highest = (match, groups, field) =>
      Object.keys(match).reduce((most, name) => (match[name].includes(field) ? Math.max(most, rankIn([field], groups.get(name))) : most), 0)

    function everything(within, chosen) {
      const hits = store.records
        .map(({ work, id, kind }, at) => ({ work, id, kind, rank: 0, score: 0, has: new Set(), fields: [], where: () => [], at }))
        .filter((hit) => within(hit.at))
      return result("all", hits, [], chosen)
    }

    function result(kind, hits = [], wanted = [], chosen = new Set()) {
      const counts = {}
      for (const { work } of hits) counts[work] = (counts[work] ?? 0) + 1
      const spelling = wanted.filter((word) => word.to).map(({ from, to }) => ({ from, to }))
      const words = wanted.map((word) => ({
        text: word.to ?? word.text, phrase: Boolean(word.phrase || word.quoted), beginning: Boolean(word.beginning),
      }))
      const shown = chosen.size ? hits.filter((hit) => chosen.has(hit.work)) : hits
      return { kind, hits: shown, counts, spelling, words, wanted }
    }

    async function ask(text, options, load) {
      for (let turn = 0; turn < 4; turn++) {
        const answer = query(text, options)
        if (!answer.missing) return answer
        await load(answer.missing)
      }
      throw new Error("files of search do not arrive")
    }

    function suggest(text, most = 6) {
      const parsed = parse(text)
      const last = parsed.open ? tokens(parsed.words.at(-1).text).at(-1) : null
      if (!last || last.folded.length < 2) return []
      const before = text.slice(0, text.lastIndexOf(last.surface))
      return store.vocabulary.completions(last, most).map((word) => before + word)
    }

    for (const [name, data] of Object.entries(files)) add(name, data)
    return { add, query, ask, suggest, lacking, names, read, work, warm: store.vocabulary.warm, record: (work, id) => texts.get(work)?.get(id) }
  }

  /** The words that a typed one may be: each alone, those of a rank that has many (all that begin with ال) together. */
  function grouped(terms, name) {
    const byRank = new Map()
    for (const [term, rank] of terms) byRank.has(rank) ? byRank.get(rank).push(term) : byRank.set(rank, [term])
    const groups = new Map()
    for (const [rank, list] of byRank) {
      if (list.length > MANY) groups.set(`${name} ${rank}`, { rank, terms: list })
      else for (const term of list) groups.set(term, { rank, terms: [term] })
    }
    return groups
  }

  class Missing extends Error {
    constructor(names) {
      super("files are missing")
      this.names = names
    }
  }

  return { createEngine }
})
