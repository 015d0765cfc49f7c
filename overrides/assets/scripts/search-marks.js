/* The words that a search was for, marked on the page it led to (?h=words), in both languages and the notes, by the
   engine's own rules; and a bar to go from one to the next and to take the marks away. */
(() => {
  "use strict"

  const box = document.querySelector(".matn-search")
  const terms = new URLSearchParams(location.search).get("h")
  const page = document.querySelector(".matn.work")
  if (!terms || !box || !page) return

  const words = JSON.parse(box.querySelector(".matn-search-words").textContent)
  const TEXTS = ".cell, .gist p, .note .text, li.note"
  const LEFT_OUT = ".call, .apparatus, .label, .absent, .back, .stale, button, [popover], mark"

  const load = (url) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: url, onload: done, onerror: failed }))
  })

  /** The texts below *element* that are read, as one string, and where in it each begins. */
  const gathered = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
    const nodes = []
    let text = ""
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, start: text.length })
      text += walker.currentNode.data
    }
    return { text, nodes }
  }

  /** Put what stands from *start* to *end* of the gathered text into <mark>s: one, or one a piece of markup. */
  const wrap = (nodes, start, end) => {
    for (const { node, start: first } of [...nodes].reverse()) {
      const [from, to] = [Math.max(start - first, 0), Math.min(end - first, node.data.length)]
      if (from >= to) continue
      const inner = node.splitText(from)
      inner.splitText(to - from)
      const mark = Object.assign(document.createElement("mark"), { className: "matn-hit" })
      inner.replaceWith(mark)
      mark.append(inner)
    }
  }

  const markIn = (element, find) => {
    const { text, nodes } = gathered(element)
    for (const { start, end } of find(text).reverse()) wrap(nodes, start, end)
  }

  // ---- what is looked for

  const finder = async () => {
    const engine = new URL(JSON.parse(document.getElementById("__config").textContent).search, document.baseURI)
    await load(engine.href)
    await load(new URL(`manifest.js?v=${box.dataset.version}`, engine).href)
    const { matnSearch: search, matnParse, matnMarks, matnSearchFiles } = window
    return matnMarks.finder({ search, names: search.names(matnSearchFiles.manifest.names), parse: matnParse.parse, text: terms })
  }

  // ---- the bar

  const bar = () => {
    const made = Object.assign(document.createElement("div"), { className: "matn-marks" })
    const button = (label, action) => {
      const one = Object.assign(document.createElement("button"), { type: "button", textContent: label })
      one.addEventListener("click", action)
      return one
    }
    const told = document.createElement("span")
    const [before, after] = words.marked.split("{q}")
    const named = Object.assign(document.createElement("bdi"), { textContent: terms })
    told.append(before, named, after ?? "")
    made.setAttribute("role", "group")
    made.setAttribute("aria-label", words.marked.replace("{q}", terms))
    made.append(told, button(words["next-mark"], next), button(words.unmark, () => remove(made)))
    return made
  }

  const next = () => {
    const marks = [...page.querySelectorAll("mark.matn-hit")].filter((mark) => mark.getClientRects().length)
    const current = marks.findIndex((mark) => mark.classList.contains("matn-hit-now"))
    marks[current]?.classList.remove("matn-hit-now")
    const mark = marks[(current + 1) % marks.length]
    mark?.classList.add("matn-hit-now")
    mark?.scrollIntoView({ block: "center" })
  }

  const remove = (made) => {
    for (const mark of page.querySelectorAll("mark.matn-hit")) {
      const parent = mark.parentNode
      mark.replaceWith(...mark.childNodes)
      parent.normalize()
    }
    made.remove()
    const url = new URL(location)
    url.searchParams.delete("h")
    try {
      history.replaceState(history.state, "", url)
    } catch (refused) { /* from a folder some browsers let no page change its address */ }
  }

  // ---- a view of the page may hide the language that has the words

  const unseen = (elements) => {
    const marks = elements.flatMap((element) => [...element.querySelectorAll("mark.matn-hit")])
    return marks.length > 0 && marks.every((mark) => !mark.getClientRects().length)
      && !new URLSearchParams(location.search).has("view")
  }

  const show = () => {
    const url = new URL(location)
    url.searchParams.set("view", "both")
    location.replace(url)
  }

  // ---- the place that was opened first, the rest while the reader has it before the eyes

  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const here = target?.closest(".row, li.note")

  finder().then((find) => {
    const all = [...page.querySelectorAll(TEXTS)].filter((element) => !element.parentElement.closest(TEXTS))
    const near = all.filter((element) => here?.contains(element))
    for (const element of near) markIn(element, find)
    if (unseen(near)) return show()
    const rest = all.filter((element) => !near.includes(element))
    const later = window.requestIdleCallback ?? ((work) => window.setTimeout(work, 20))
    const some = () => {
      for (const element of rest.splice(0, 12)) markIn(element, find)
      if (rest.length) later(some)
      else page.dataset.marked = page.querySelectorAll("mark.matn-hit").length
    }
    document.body.append(bar())
    later(some)
  })
})()
