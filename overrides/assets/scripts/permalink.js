/* Where a link leads: to a wording that has changed since, to one that never was, to an id that the work never gave. */
(() => {
  "use strict"

  const matn = window.matn = window.matn || {}
  const shape = document.getElementById("link-notice")
  if (!shape || !matn.citing) return

  const HASH = /^[0-9a-f]{6}$/

  function element(name, text, attributes = {}) {
    const made = document.createElement(name)
    made.textContent = text
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    return made
  }

  /** A text of Latin letters, kept apart from the sentence around it. */
  const apart = text => `\u2066${text}\u2069`

  function clear() {
    for (const old of document.querySelectorAll(".notice-item, .notice")) old.remove()
  }

  /** An empty notice, in the direction of the interface. */
  function notice(kind) {
    clear()
    const made = shape.content.firstElementChild.cloneNode(true)
    made.classList.add(`notice-${kind}`)
    made.querySelector("button").addEventListener("click", clear)
    return made
  }

  /** The steps from an older wording to today's: each recorded change, or null where none was recorded. */
  function steps(history, from) {
    const versions = history.versions.slice(history.versions.lastIndexOf(from))
    return versions.slice(1).map((to, at) =>
      history.changes.find(change => change.from === versions[at] && change.to === to) || null)
  }

  function word([before, after], language) {
    const line = element("li", "")
    if (before) line.append(element("del", before, {lang: language}))
    if (before && after) line.append(element("span", language.startsWith("en") ? " → " : " ← ", {"aria-hidden": "true"}))
    if (after) line.append(element("ins", after, {lang: language}))
    return line
  }

  function changed(paragraph, history, from) {
    const made = notice("changed"), body = made.querySelector("[data-slot=body]")
    const language = paragraph.row.querySelector(".cell")?.lang || "ar"
    const told = steps(history, from), known = told.filter(Boolean)
    body.append(element("p", matn.say("changed", {n: paragraph.number, hash: apart(`~${from}`)})))
    const pairs = known.flatMap(change => change.words), more = known.reduce((sum, change) => sum + (change.more || 0), 0)
    if (pairs.length) {
      const list = element("ul", "", {lang: language, dir: language === "ar" ? "rtl" : "ltr"})
      list.append(...pairs.map(pair => word(pair, language)))
      body.append(element("p", matn.say("changed-what")), list)
    }
    if (more) body.append(element("p", matn.say("changed-more", {n: more})))
    if (known.length && !pairs.length && !more) body.append(element("p", matn.say("changed-spaces")))
    if (known.length < told.length) body.append(element("p", matn.say(known.length ? "changed-partly" : "changed-unknown")))
    body.append(element("p", matn.say("changed-now", {hash: apart(`~${paragraph.hash}`)})))
    return made
  }

  function never(paragraph, from) {
    const made = notice("never")
    made.querySelector("[data-slot=body]").append(
      element("p", matn.say("never", {n: paragraph.number, hash: apart(`~${from}`)})), element("p", matn.say("never-why")))
    return made
  }

  /** Put a notice above a paragraph and show both. */
  function put(made, paragraph) {
    let place = made
    if (paragraph.row.localName === "li") {
      place = element("li", "", {class: "notice-item"})
      place.append(made)
    }
    paragraph.row.before(place)
    made.scrollIntoView({block: "start"})
  }

  async function wording(paragraph, from) {
    if (from === paragraph.hash) {
      paragraph.row.classList.add("as-cited")
      const number = paragraph.row.querySelector(":scope > .num")
      if (number) number.title = `${number.title} · ${matn.say("as-cited")}`
      return
    }
    const data = await matn.citations().catch(() => null)
    if (!data) return
    const history = data.history[paragraph.id]
    put(history && history.versions.includes(from) ? changed(paragraph, history, from) : never(paragraph, from), paragraph)
  }

  const digits = text => text.replace(/[٠-٩]/g, digit => "٠١٢٣٤٥٦٧٨٩".indexOf(digit))
    .replace(/[۰-۹]/g, digit => "۰۱۲۳۴۵۶۷۸۹".indexOf(digit))
  const numberOf = id => Number(/\d+/.exec(id)?.[0])

  /** The id that was most likely meant: the same with other digits or case, else the nearest in number. */
  function nearest(asked, ids) {
    const tidy = digits(asked).toLowerCase().replace(/[^a-z0-9]/g, "")
    const same = ids.find(id => [tidy, `p${tidy}`].includes(id))
    if (same) return same
    const kind = tidy.startsWith("n") ? "n" : "p", wanted = numberOf(tidy)
    const peers = ids.filter(id => id.startsWith(kind))
    if (!/^[pn]?\d/.test(tidy)) return ""
    return peers.sort((a, b) => Math.abs(numberOf(a) - wanted) - Math.abs(numberOf(b) - wanted))[0] || ""
  }

  function range(ids, key) {
    return ids.length ? matn.say(key, {first: ids[0].slice(1), last: ids[ids.length - 1].slice(1)}) : ""
  }

  function unknown(asked) {
    const rows = [...document.querySelectorAll(".work .body .row, .work .tombstones .row")]
    const paragraphs = rows.map(row => matn.paragraph(row)?.id).filter(Boolean)
    const notes = [...document.querySelectorAll(".work li.note[id]")].map(note => note.id)
    const live = paragraphs.filter(id => document.getElementById(id).closest(".body"))
    const made = notice("unknown"), body = made.querySelector("[data-slot=body]")
    const sentence = element("p", matn.say("unknown").split("{id}")[0])
    sentence.append(element("bdi", asked, {dir: "ltr"}), matn.say("unknown").split("{id}")[1] || "")
    body.append(sentence, element("p", [range(live, "unknown-paragraphs"), range(notes, "unknown-notes")].filter(Boolean).join(" ")))
    const ways = element("p", ""), near = nearest(asked, [...paragraphs, ...notes])
    if (near) ways.append(element("a", matn.say(near[0] === "n" ? "nearest-note" : "nearest", {n: near.slice(1)}), {href: `#${near}`}), " · ")
    ways.append(element("a", matn.say("to-contents"), {href: document.getElementById("contents")?.offsetParent ? "#contents" : `#${live[0]}`}))
    body.append(ways)
    document.querySelector(".matn.work").prepend(made)
    scrollTo(0, 0)
  }

  /** A fragment as it was typed; as it stands where it is no encoded text. */
  function decoded(text) {
    try { return decodeURIComponent(text) } catch (_) { return text }
  }

  function look() {
    const asked = decoded(location.hash.slice(1))
    if (!asked || asked.startsWith(":~:") || asked.startsWith("__")) return
    const target = document.getElementById(asked)
    if (!target) return unknown(asked)
    const from = new URLSearchParams(location.search).get("v")
    const paragraph = matn.paragraph(target.closest(".work .body .row"))
    if (from && paragraph && target.id === paragraph.id) {
      if (HASH.test(from.toLowerCase())) wording(paragraph, from.toLowerCase())
      else put(never(paragraph, from), paragraph)
    }
  }

  look()
  addEventListener("hashchange", () => {
    clear()
    look()
  })
})()
