/* What the search box shows: the works to choose from, suggestions, how many were found, and the paragraphs. */
(() => {
  "use strict"

  const matn = (window.matn = window.matn || {})

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value)
    made.append(...children.filter((child) => child !== null && child !== ""))
    return made
  }

  /** The functions that fill *box*. */
  matn.results = (box) => {
    const words = JSON.parse(box.querySelector(".matn-search-words").textContent)
    const language = document.documentElement.lang || "ar"
    const base = new URL(`${box.dataset.base}/`, document.baseURI)
    const [worksRow, suggestionsRow] = [box.querySelector(".matn-works"), box.querySelector(".matn-suggestions")]
    const [meta, spoken] = [box.querySelector(".md-search-result__meta"), box.querySelector(".matn-spoken")]
    const [list, help] = [box.querySelector(".md-search-result__list"), box.querySelector(".matn-search-help")]
    const plural = new Intl.PluralRules(language)
    const figures = new Intl.NumberFormat(`${language}-u-nu-latn`)
    let known = []
    let speaking = 0

    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "")
    const count = (key, n) => fill(words[key][plural.select(n)] ?? words[key].other, { n: figures.format(n) })

    /** Show *text* at once, and have it spoken when the reader pauses. */
    const tell = (text) => {
      meta.replaceChildren(...(text ? [element("span", { class: "digits" }, text)] : []))
      window.clearTimeout(speaking)
      speaking = window.setTimeout(() => { spoken.textContent = text }, 500)
    }

    // ---- one paragraph, one work

    const address = (item, terms) => {
      const url = new URL(item.location, base)
      if (terms) url.searchParams.set("h", terms)
      return url.href
    }

    const where = ({ where: part, note }) =>
      part === "notes" ? fill(words["in-note"], { n: note }) : part === "names" ? words["in-names"] : ""

    const hit = (item, terms) => {
      const place = where(item)
      const excerpt = element("p", { class: "matn-excerpt", lang: item.language, dir: item.language === "en" ? "ltr" : "rtl" })
      excerpt.innerHTML = item.text // escaped by the engine, but for <mark>
      const title = element("p", { class: "matn-place" },
        element("span", { class: "matn-number digits", dir: "ltr" }, `¶ ${item.id.slice(1)}`),
        item.head ? element("bdi", { lang: item.head.language }, item.head.text) : "",
        place ? element("span", { class: "matn-where digits" }, place) : "")
      const article = element("article", { class: "md-search-result__article", "data-md-score": item.score.toFixed(2) }, title, excerpt)
      const link = element("a", { class: "md-search-result__link", href: address(item, terms) }, article)
      return element("li", { "data-work": item.work, "data-id": item.id }, link)
    }

    const group = (items, terms, more) => {
      const article = items.at(-1)
      const hits = items.slice(0, -1)
      const heading = element("p", { class: "matn-work" },
        element("a", { class: "matn-work-link", href: address(article) },
          element("bdi", {}, article.label.author || article.work), " ", element("bdi", { class: "matn-year digits" }, article.label.year)),
        element("bdi", { class: "matn-work-title" }, article.label.title),
        element("bdi", { class: "matn-count digits" }, figures.format(article.size)))
      const inner = element("ol", { role: "list" }, ...hits.map((item) => hit(item, terms)))
      const rest = article.size - hits.length
      const button = rest > 0 ? element("button", { type: "button", class: "matn-more digits" }, count("more", rest)) : ""
      if (button) button.addEventListener("click", () => unfold(article.work, hits.length, more))
      return element("li", { class: "md-search-result__item" }, heading, inner, button)
    }

    /** Show all of a work and go to the first that was not there. */
    const unfold = async (work, from, more) => {
      await more(work)
      list.querySelectorAll(`li[data-work="${CSS.escape(work)}"] > a`)[from]?.focus()
    }

    // ---- the rows above

    const chip = (label, action, attributes = {}) => {
      const made = element("button", { type: "button", class: "matn-chip", ...attributes }, ...label)
      made.addEventListener("click", action)
      return made
    }

    const works = (all, chosen, choose) => {
      known = all
      worksRow.replaceChildren(...all.map((work) => {
        const name = work.author[language] || Object.values(work.author)[0] || work.id
        const title = work.title[language] || Object.values(work.title)[0]
        const label = [element("bdi", {}, name), " ", element("bdi", { class: "digits" }, work.year), element("bdi", { class: "matn-count digits" })]
        return chip(label, () => choose(work.id), { "aria-pressed": chosen.has(work.id), title, "data-work": work.id })
      }))
      worksRow.hidden = all.length < 2
    }

    const counted = (counts, chosen) => {
      for (const button of worksRow.children) {
        const { work } = button.dataset
        button.setAttribute("aria-pressed", chosen.has(work))
        button.classList.toggle("matn-chip-none", !counts[work] && !chosen.has(work))
        button.querySelector(".matn-count").textContent = counts[work] ? figures.format(counts[work]) : ""
      }
    }

    const suggestions = (texts, complete, hint) => {
      const meant = hint ? [chip([fill(words.hint, { to: hint.to })], () => complete(hint.text), { class: "matn-chip matn-hint" })] : []
      suggestionsRow.replaceChildren(...meant, ...texts.map((text) => chip([element("bdi", {}, text)], () => complete(text))))
      suggestionsRow.hidden = !suggestionsRow.children.length
    }

    // ---- what was found

    const summary = ({ kind, total, items, spelling, query }) => {
      const found = fill(words.found, { paragraphs: count("paragraphs", total), papers: count("papers", items.length) })
      const values = { q: query.trim(), from: spelling.map((one) => one.from).join(" "), to: spelling.map((one) => one.to).join(" ") }
      if (kind === "near") return `${fill(words.near, values)} ${found}`
      if (kind === "nearest") return words.nearest
      if (kind === "beginning") return `${fill(words.beginning, values)} ${found}`
      return total ? found : fill(words.nothing, values)
    }

    const results = (data, { chosen, more, complete }) => {
      if (data.kind === "failed") return failed()
      if (data.kind === "empty") return nothing()
      const terms = data.words.map(({ text, phrase, beginning }) => (phrase ? `"${text}"` : beginning ? `${text}*` : text)).join(" ")
      box.dataset.kind = data.kind
      list.replaceChildren(...data.items.map((items) => group(items, terms, more)))
      counted(data.counts, chosen)
      suggestions(data.suggest, complete, data.hint)
      help.hidden = data.items.length > 0
      tell(summary(data))
    }

    const clear = (text) => {
      box.dataset.kind = ""
      list.replaceChildren()
      suggestions([])
      counted({}, new Set([...worksRow.querySelectorAll("[aria-pressed=true]")].map((each) => each.dataset.work)))
      help.hidden = false
      tell(text)
    }

    const nothing = () => clear("")
    const failed = () => clear(words.failed)
    const waiting = () => { if (!list.children.length) tell(words.loading) }
    const copied = () => tell(words.copied)
    const links = () => [...list.querySelectorAll(".md-search-result__link")]
    const stops = () => [...list.querySelectorAll(".md-search-result__link, .matn-more")]

    return { language, works, results, nothing, failed, waiting, copied, links, stops, known: () => known }
  }
})()
