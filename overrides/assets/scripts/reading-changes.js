/* What is known of a change, at the very word: what stood in the source, what is read, which rule or editor, why, how sure.
   In the text as received every mark can be reached: one stop of Tab a paragraph, arrow keys from mark to mark. */
(() => {
  "use strict"

  const matn = window.matn = window.matn || {}
  const work = document.querySelector(".matn.work")
  if (!work || !matn.openSlip || !matn.reading.changes) return

  const {say, rules, whys, sure, emendations, changes, asked} = matn.reading
  const KINDS = ["gap", "emended", "changed", "moved", "stroke", "query"]
  const MARKS = "[data-c], [data-q]"
  const made = matn.made

  const anchor = row => row.id || row.querySelector("[id]").id
  const kind = mark => KINDS.find(name => mark.classList.contains(name))

  /** A text in its own direction; spaces alone are named. */
  function own(text, style) {
    const shown = text.trim() ? text : text ? say.space : say["in-source-nothing"]
    const arabic = /^[^A-Za-z]*[\u0600-\u06ff]/.test(shown) // its first letter tells
    return made("bdi", {dir: arabic ? "rtl" : "ltr", lang: arabic ? "ar" : "en", class: text.trim() ? style : undefined}, shown)
  }

  function line(list, name, ...values) {
    const told = values.filter(Boolean)
    if (told.length) list.append(made("dt", {}, name), made("dd", {}, ...told))
  }

  /** The parts of one change as a list of names and values. */
  function parts(list, [, by = [], why, certain, decided = []]) {
    for (const [what, reason, evidence, , who] of decided.map(at => emendations[at])) {
      line(list, say.why, own(reason), made("span", {class: "quiet"}, `(${what})`))
      line(list, say.evidence, evidence && own(evidence))
      line(list, say.by, who && own(who))
    }
    line(list, say.rule, ...by.map(at => made("p", {}, made("strong", {}, rules[at][0]), ` ${rules[at][1]}`)))
    if (whys[why]) line(list, say.evidence, own(whys[why]))
    line(list, say.certainty, sure[certain] && made("span", {class: "digits"}, sure[certain]))
  }

  function ofChange(row, mark) {
    const told = changes[anchor(row)], at = Number(mark.dataset.c), list = made("dl")
    const was = [...row.querySelectorAll(`.was-text [data-c="${at}"]`)].map(part => part.textContent).join("")
    if (kind(mark) === "gap") line(list, say.why, own(whys[told[at][2]] || mark.title))
    else {
      line(list, say["in-source"], own(was, "wording"))
      line(list, say.reading, told[at][0].trim() ? own(told[at][0], "wording") : say["taken-out"])
      parts(list, told[at])
    }
    for (let next = at + 1; told[next] && told[next][5]; next += 1) {
      line(list, say["mark-gap"], own(whys[told[next][2]] || say["mark-gap"]))
    }
    return list
  }

  function ofQuestion(row, mark) {
    const [suggestion, rule, why] = asked[anchor(row)][Number(mark.dataset.q)], list = made("dl")
    line(list, say.perhaps, suggestion && own(suggestion, "wording"))
    line(list, say.why, whys[why] && own(whys[why]))
    line(list, say.rule, rules[rule][0])
    return list
  }

  function open(mark) {
    const row = mark.closest(".row")
    const list = mark.dataset.c === undefined ? ofQuestion(row, mark) : ofChange(row, mark)
    const sign = made("span", {class: kind(mark)}, say[`mark-${kind(mark)}`])
    matn.openSlip(mark, sign, list)
  }

  work.addEventListener("click", event => {
    const mark = event.target.closest(MARKS)
    if (mark && !event.target.closest("a[href]") && getSelection().isCollapsed) open(mark)
  })

  /** Marks of the received text are buttons; their row of them is one stop, moved about with the arrow keys. */
  function equip(text) {
    const marks = [...text.querySelectorAll(MARKS)], row = text.closest(".row"), number = anchor(row).slice(1)
    text.setAttribute("role", "group")
    text.setAttribute("aria-label", say[row.matches(".note") ? "was-of-note" : "was-of"].replace("{n}", number))
    marks.forEach((mark, at) => {
      const name = mark.textContent.replace(/\s+/g, " ").trim() || mark.dataset.say || ""
      mark.tabIndex = at ? -1 : 0
      mark.setAttribute("role", "button")
      mark.setAttribute("aria-haspopup", "dialog")
      mark.setAttribute("aria-label", name ? `${name} (${say[`mark-${kind(mark)}`]})` : say[`mark-${kind(mark)}`])
      mark.removeAttribute("title")
    })
  }

  function step(event, mark) {
    const marks = [...mark.closest(".was-text").querySelectorAll(MARKS)], at = marks.indexOf(mark)
    const ahead = getComputedStyle(mark).direction === "rtl" ? "ArrowLeft" : "ArrowRight"
    const to = {[ahead]: at + 1, ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1,
      [ahead === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"]: at - 1}[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = marks[Math.max(0, Math.min(to, marks.length - 1))]
    mark.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  }

  work.addEventListener("keydown", event => {
    const mark = event.target.closest(`.was-text :is(${MARKS})`)
    if (!mark) return
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault()
      open(mark)
    } else step(event, mark)
  })

  let equipped = false

  function ready() {
    if (equipped || document.documentElement.dataset.view !== "received") return
    equipped = true
    for (const text of work.querySelectorAll(".was-text")) equip(text)
  }

  document.addEventListener("matn:view", ready)
  ready()
})()
