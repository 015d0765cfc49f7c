/* The search behind the box. It speaks the messages of Material for MkDocs, in a worker or, in a folder, in the page:
 *
 *   -> {type: 0, data: {config, docs, options}}   SETUP; config may have {language, version}; docs are not used
 *   <- {type: 1, data: {works}}                   READY, with the works that there are
 *   -> {type: 2, data: text, works, open, strict} QUERY; works: those chosen, open: those of which all hits are wanted
 *   <- {type: 3, data: {items, suggest, ...}}     RESULT; items: per work its hits, the best first, then the work itself:
 *                                                 {location, title, text, score, terms} as Material has them, and more
 *
 * The last part of search/engine-*.js (tools/matn/site/search/script.py), beside which the index files lie. As a worker
 * it answers messages by itself. In a page, `matnWorker.create(load, folder)` returns what answers them.
 */
(function (root) {
  "use strict"

  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]
  const FIRST = 4
  const IDLE = 150 // milliseconds until what is not needed at once is prepared

  /** In a page, time for what somebody has typed meanwhile. */
  const breath = () => (root.document ? new Promise((done) => root.setTimeout(done)) : null)

  /** *load* takes addresses of scripts and resolves when they have run; *folder* is that of the index files. */
  function create(load, folder) {
    let engine, marker, manifest
    let language = "ar"

    async function setup({ config = {} }) {
      language = config.language ?? language
      await load([`${folder}manifest.js${config.version ? `?v=${config.version}` : ""}`])
      manifest = root.matnSearchFiles.manifest
      const search = root.matnSearch
      engine = root.matnEngine.createEngine({ search, MiniSearch: { loadJS: (...given) => root.MiniSearch.loadJS(...given) }, manifest })
      marker = root.matnMarks.create(engine.read)
    }

    async function fetch(names) {
      const path = (name) => {
        const [kind, work] = name.split("/")
        return manifest.works.find((one) => one.id === work)[kind]
      }
      const library = names.length && !root.MiniSearch ? [manifest.library] : [] // comes with the first index
      await load([...library, ...names.map(path)].map((name) => folder + name))
      for (const name of names) {
        await breath()
        engine.add(name, root.matnSearchFiles[name])
      }
      if (names.length && root.setTimeout) root.setTimeout(engine.warm, IDLE)
    }

    async function query({ data, works = [], open = [], strict = false }) {
      const answer = await engine.ask(data, { works, strict }, fetch)
      const groups = byWork(answer.hits)
      const shown = new Map([...groups].map(([work, hits]) => [work, open.includes(work) ? hits : hits.slice(0, FIRST)]))
      await fetch(engine.lacking("texts", shown.keys()))
      const items = [...shown].map(([work, hits]) => [...hits.map((hit) => item(hit, answer)), article(work, groups.get(work))])
      const { kind, counts, spelling, words, hint } = answer
      return { hint, items, suggest: engine.suggest(data), query: data, kind, counts, spelling, words, total: answer.hits.length, work: { ...engine.work } }
    }

    function item(hit, { wanted, words }) {
      const record = engine.record(hit.work, hit.id)
      const above = head(hit.work, record)
      const part = marker.best(record, wanted, hit.where()) ?? { where: "none", language, text: "", marks: [] }
      const piece = root.matnMarks.cut(part)
      const only = part.where === "notes" && !hit.fields.some((field) => field === "text" || field === "gist")
      const { escaped, html } = root.matnMarks
      return {
        location: `works/${hit.work}.html#${only ? part.note : hit.id}`,
        title: escaped([`¶ ${hit.id.slice(1)}`, above?.text].filter(Boolean).join(" · ")),
        text: html(piece),
        score: hit.rank + hit.score / (1 + hit.score),
        terms: Object.fromEntries(words.map((word, at) => [word.text, wanted[at].phrase !== null || hit.has.has(at)])),
        work: hit.work, id: hit.id, kind: hit.kind, where: part.where, language: part.language,
        note: part.where === "notes" ? part.label || part.note.slice(1) : "", head: above,
      }
    }

    /** The heading that a record stands under, in the reader's language where it is there. */
    function head(work, { heads }) {
      const above = heads?.length ? engine.record(work, heads.at(-1)) : null
      if (!above) return null
      const english = { text: above.gist, language: "en" }
      const own = { text: above.text, language: above.language }
      return (language === "en" ? [english, own] : [own, english]).find((one) => one.text) ?? null
    }

    function article(id, hits) {
      const { title, author, year } = manifest.works.find((one) => one.id === id)
      const inOne = (texts) => texts[language] ?? Object.values(texts)[0] ?? ""
      const label = { title: inOne(title), author: inOne(author), year }
      return { location: `works/${id}.html`, title: root.matnMarks.escaped(label.title), text: "", score: 0, terms: {}, work: id, label, size: hits.length }
    }

    return async function answer({ type, data, ...more }) {
      if (type === SETUP) {
        await setup(data)
        return { type: READY, data: { works: manifest.works } }
      }
      if (type === QUERY) return { type: RESULT, data: await query({ data, ...more }) }
      throw new TypeError("neither a setup nor a query")
    }
  }

  function byWork(hits) {
    const groups = new Map()
    for (const hit of hits) groups.set(hit.work, [...(groups.get(hit.work) ?? []), hit])
    return groups
  }

  root.matnWorker = { create }
  if (typeof root.importScripts !== "function") return

  const answer = create(async (urls) => urls.length && root.importScripts(...urls), new URL("./", root.location.href).href)
  let last = Promise.resolve()
  root.addEventListener("message", ({ data }) => {
    last = last.then(() => answer(data)).then(root.postMessage.bind(root), (error) => {
      root.console.error(error)
      root.postMessage({ type: RESULT, data: { items: [], suggest: [], kind: "failed", query: data.data } })
    })
  })
})(typeof self === "undefined" ? globalThis : self)
