/* The dialog that cites a work, a paragraph, or words of a paragraph. */
(() => {
  "use strict"

  const matn = window.matn = window.matn || {}
  const dialog = document.getElementById("cite-dialog")
  if (!dialog || !matn.citing) return

  const PROSE = ["chicago", "mla", "apa"]
  const FILES = {
    "bibtex": ["bib", "application/x-bibtex"],
    "ris": ["ris", "application/x-research-info-systems"],
    "csl-json": ["csl.json", "application/vnd.citationstyles.csl+json"],
  }
  const QUOTES = {ar: ["«", "»"], en: ["“", "”"]}
  const slot = name => dialog.querySelector(`[data-slot="${name}"]`)
  const form = dialog.querySelector("form")
  let data = null
  let cited = null  // {paragraph, words, language of the words, summary: whether they are the editors' English}
  let back = null

  const chosen = name => form.elements[name].value
  const plain = pattern => pattern.replace(/<\/?i>/g, "")
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&amp;/g, "&")

  const PARTS = /(<i>.*?<\/i>|(?:https?:\/\/|(?:en\/)?works\/)[^\s،]*[^\s،.,;)]|~[0-9a-f]{6}\b)/s

  /** Write a pattern's text into a place: its titles marked up, addresses and hashes kept in their own direction. */
  function write(place, pattern, language) {
    place.lang = language
    place.dir = language === "ar" ? "rtl" : "ltr"
    place.replaceChildren(...pattern.split(PARTS).map((part, at) => {
      if (at % 2 === 0) return document.createTextNode(plain(part))
      const own = document.createElement(part.startsWith("<i>") ? "cite" : "bdi")
      own.dir = part.startsWith("<i>") ? "auto" : "ltr"
      if (part.startsWith("<i>")) own.lang = /[\u0600-\u06ff]/.test(part) ? "ar" : "en"
      own.textContent = plain(part)
      return own
    }))
  }

  /** What is chosen now: the patterns filled in, as the command prints them. */
  function current() {
    const of = chosen("cite-of"), language = chosen("cite-language"), style = chosen("cite-style")
    const kind = of === "paper" ? "paper" : cited.paragraph ? "paragraph" : "work"
    const {number = "", hash = ""} = cited.paragraph || {}
    const made = data.cite[language][kind][style]
    const parts = (Array.isArray(made) ? made : [made]).map(each => matn.filled(each, number, hash))
    return {of, language, style, parts, prose: PROSE.includes(style)}
  }

  function name() {
    return data.work + (chosen("cite-of") === "paper" ? "-original" : cited.paragraph ? `-${cited.paragraph.id}` : "")
  }

  /** The words in quotation marks, what they are if not the author's, the reference, the link. */
  function quotation({of, language, style, parts}) {
    const [opening, closing] = QUOTES[cited.language]
    const reference = PROSE.includes(style) ? plain(parts[1]) : plain(matn.filled(
      data.cite[language][of === "paper" ? "paper" : "paragraph"].chicago[1], cited.paragraph.number, cited.paragraph.hash))
    const link = matn.permalink(data, language, cited.paragraph)
    const whose = cited.summary ? ` [${matn.citing.summary[language]}]` : ""
    const lines = [`${opening}${cited.words}${closing}${whose}`, reference]
    return [...lines, ...(of === "paper" || reference.includes(link) ? [] : [link])].join("\n")
  }

  function show() {
    const now = current()
    for (const each of dialog.querySelectorAll("[data-of]")) each.hidden = each.dataset.of !== now.of
    for (const each of dialog.querySelectorAll("[data-fact]")) {
      const value = data.facts[now.language][now.of][each.dataset.fact]
      each.parentElement.hidden = !value
      each.textContent = value
      each.lang = now.language
    }
    slot("prose").hidden = !now.prose
    slot("file").hidden = now.prose
    if (now.prose) {
      write(slot("entry"), now.parts[0], now.language)
      write(slot("pointer"), now.parts[1], now.language)
      slot("pointer-label").textContent = matn.say(now.style === "chicago" ? "pointer-note" : "pointer")
    } else {
      slot("record").textContent = now.parts[0]
      slot("download").querySelector("[data-told]").textContent =
        matn.say("download", {name: `${name()}.${FILES[now.style][0]}`})
    }
    const language = matn.citing.language
    slot("link").value = matn.permalink(data, language, cited.paragraph)
    slot("link-part").hidden = now.of === "paper"
    slot("local").hidden = now.of === "paper" || Boolean(data.address)
    slot("quotation-part").hidden = !cited.words
    if (cited.words) quote(quotation(now), now.language)
  }

  /** Each line of a quotation in its own direction. */
  function quote(text, language) {
    slot("quotation").replaceChildren(...text.split("\n").map(line => {
      const own = document.createElement("p")
      write(own, line.replace(/&/g, "&amp;").replace(/</g, "&lt;"), language)
      own.dir = "auto"
      return own
    }))
  }

  function title() {
    const n = cited.paragraph?.number
    return matn.say(cited.words ? "title-words" : n ? "title-paragraph" : "title-work", {n})
  }

  /**
   * Open the dialog.
   * @param {object|null} paragraph as matn.paragraph makes it; null for the whole work.
   * @param {{words?: string, language?: string, summary?: boolean, back?: Element}} more
   */
  matn.cite = async (paragraph, more = {}) => {
    try {
      data = await matn.citations()
    } catch (_) {
      location.href = matn.citing.page  // the citations as a page; without the script that is what there is
      return
    }
    cited = {paragraph, words: more.words || "", language: more.language || "ar", summary: Boolean(more.summary)}
    back = more.back || document.activeElement
    slot("title").textContent = title()
    show()
    dialog.showModal()
    dialog.scrollTop = 0
    slot("title").focus()
  }

  form.addEventListener("change", show)
  form.addEventListener("submit", event => { event.preventDefault(); dialog.close() })
  dialog.addEventListener("close", () => {
    slot("live").textContent = ""
    if (back && back.isConnected) back.focus({preventScroll: true})
  })
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close() })
  dialog.addEventListener("click", event => {
    const button = event.target.closest("[data-copy], [data-slot=download]")
    if (!button) return
    const now = current()
    if (button.dataset.slot === "download") {
      const [ending, type] = FILES[now.style]
      matn.download(`${name()}.${ending}`, now.parts[0], type)
      return
    }
    const texts = {
      entry: () => plain(now.parts[0]),
      pointer: () => plain(now.parts[1]),
      record: () => now.parts[0],
      link: () => slot("link").value,
      quotation: () => quotation(now),
    }
    matn.copyFrom(button, texts[button.dataset.copy](), dialog)
  })

  for (const link of document.querySelectorAll("a[data-cite-work]")) {
    link.addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
      event.preventDefault()
      matn.cite(null, {back: link})
    })
  }
})()
