/* The search box: it opens, asks the search behind it (search/engine-*.js) and shows what comes back. The engine is
   fetched when the box is first used. From a folder it runs in the page, since a browser lets no worker read files there;
   the messages are the same, those of the theme's own search. */
(() => {
  "use strict"

  const [SETUP, READY, QUERY] = [0, 1, 2]
  const box = document.querySelector(".matn-search")
  const toggle = document.querySelector("[data-md-toggle=search]")
  if (!box || !toggle) return

  const matn = (window.matn = window.matn || {})
  const input = box.querySelector(".md-search__input")
  const engine = new URL(JSON.parse(document.getElementById("__config").textContent).search, document.baseURI)
  const chosen = new Set(new URLSearchParams(location.search).getAll("work"))
  const open = new Set()
  const shown = matn.results(box)
  let [link, latest, timer] = [null, null, 0]

  // ---- the search behind the box

  /** Run scripts in their order, fetched at once; resolves when all have run. */
  const load = (urls) => Promise.all(urls.map((url) => new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src: url, async: false, onload: done })
    script.onerror = () => failed(new Error(`cannot load ${url}`))
    document.head.append(script)
  })))

  const inPage = async () => {
    await load([engine.href])
    return window.matnWorker.create(load, new URL("./", engine).href)
  }

  const inWorker = () => {
    const worker = new Worker(engine)
    const waiting = []
    worker.onmessage = ({ data }) => waiting.shift().done(data)
    worker.onerror = () => { for (const { failed } of waiting.splice(0)) failed(new Error(`cannot run ${engine}`)) }
    return (message) => new Promise((done, failed) => { waiting.push({ done, failed }); worker.postMessage(message) })
  }

  /** Start the engine, once; a failure may be tried again. */
  const connect = () => {
    link = link || (async () => {
      const answer = await (location.protocol === "file:" ? inPage() : inWorker())
      const config = { language: shown.language, version: box.dataset.version }
      const { type, data } = await answer({ type: SETUP, data: { config, docs: [], options: { suggest: true } } })
      if (type !== READY) throw new Error("the files of search cannot be loaded")
      shown.works(data.works, chosen, choose)
      return answer
    })().catch((error) => { link = null; throw error })
    return link
  }

  /** Ask for what stands in the box; of questions that overtake each other only the last is shown. */
  const ask = async () => {
    const text = input.value
    if (!text.trim()) { latest = null; return shown.nothing() }
    const question = { type: QUERY, data: text, works: [...chosen], open: [...open] }
    latest = question
    timer = window.setTimeout(shown.waiting, 300)
    try {
      const answer = await connect()
      if (latest !== question) return
      const { data } = await answer(question)
      if (latest === question) shown.results(data, { chosen, more, complete })
    } catch (error) {
      shown.failed()
      throw error
    } finally {
      window.clearTimeout(timer)
    }
  }

  const choose = (work) => {
    if (!chosen.delete(work)) chosen.add(work)
    ask()
  }
  const more = async (work) => { open.add(work); await ask() }
  const complete = (text) => { input.value = `${text} `; input.focus(); ask() }

  // ---- the box

  const isOpen = () => toggle.checked
  const setOpen = (value) => { if (isOpen() !== value) toggle.click() }

  const opened = () => {
    input.focus()
    connect().catch(shown.failed)
    if (input.value) ask()
  }

  const closed = () => {
    input.blur()
    const url = new URL(location)
    if (!url.searchParams.has("q")) return
    for (const name of ["q", "work"]) url.searchParams.delete(name)
    try {
      history.replaceState(history.state, "", url)
    } catch (refused) { /* from a folder some browsers let no page change its address */ }
  }

  const share = async () => {
    const url = new URL(location)
    url.hash = url.search = ""
    url.searchParams.set("q", input.value)
    for (const work of chosen) url.searchParams.append("work", work)
    await navigator.clipboard.writeText(url.href)
    shown.copied()
  }

  toggle.addEventListener("change", () => (isOpen() ? opened() : closed()))
  input.addEventListener("focus", () => setOpen(true))
  input.addEventListener("input", () => { open.clear(); ask() })
  input.form.addEventListener("reset", () => window.setTimeout(() => { input.focus(); open.clear(); ask() }))
  input.form.addEventListener("submit", (event) => { event.preventDefault(); shown.links()[0]?.click() })
  box.querySelector(".matn-search-share").addEventListener("click", share)
  box.addEventListener("click", ({ target }) => { if (target.closest("a")) setOpen(false) })
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && isOpen() && !box.contains(relatedTarget)) setOpen(false)
  })

  // ---- keys: / s f open, arrows move, Enter follows, Escape closes; by place too, for keyboards of other letters

  const OPENING = new Set(["/", "s", "f", "Slash", "KeyS", "KeyF"])
  const typing = (element) => element?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element?.tagName)

  const move = (step) => {
    const stops = [input, ...shown.stops()]
    const at = stops.indexOf(document.activeElement)
    stops[(Math.max(at, 0) + step + stops.length) % stops.length].focus()
  }

  const onKey = (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (!isOpen()) {
      if (typing(document.activeElement) || event.shiftKey || document.querySelector("dialog[open], :popover-open")) return
      if (!OPENING.has(event.key) && !OPENING.has(event.code)) return
      input.focus()
      input.select()
    } else if (event.key === "Escape") setOpen(false)
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1)
    else {
      if (event.key.length === 1 && event.key !== " " && !typing(document.activeElement)) input.focus()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  window.addEventListener("keydown", onKey, { capture: true })

  // ---- a link to a search: ?q=words&work=ID

  const asked = new URLSearchParams(location.search).get("q")
  if (asked !== null) {
    input.value = asked
    setOpen(true)
  }
})()
