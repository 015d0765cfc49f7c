/* Selecting words of one paragraph offers to cite them: by mouse, by touch, and by keyboard (Tab leads to the offer).
   What is cited is the text that is read: no numbers, no markers of notes, nothing of the apparatus. */
(() => {
  "use strict"

  const matn = window.matn = window.matn || {}
  const offer = document.getElementById("cite-words")
  if (!offer || !matn.citing) return

  /** Parts of a paragraph's cell that are not its text. */
  const FOREIGN = ".call, .label, .act, .num, .why, .apparatus, .stale, .notice, [popover], [aria-hidden='true'], " +
    "[hidden], [data-not-text], .aside, .sr-only, del, button"
  let found = null

  function selected() {
    const selection = getSelection()
    return selection.rangeCount && !selection.isCollapsed ? matn.quoted(selection.getRangeAt(0)) : null
  }

  /**
   * The words of a range as they are cited, and where they stand.
   * @param {Range} range
   * @returns {object|null} null if it goes over more than one paragraph, or has no words of one.
   */
  matn.quoted = range => {
    const cells = [...document.querySelectorAll(".work .body .row > .cell, .work .body .row > .gist")]
      .filter(cell => range.intersectsNode(cell) && text(range, cell))
    if (cells.length !== 1 || cells[0].querySelector(".absent")) return null
    const [cell] = cells
    const paragraph = matn.paragraph(cell.closest(".row"))
    const summary = cell.classList.contains("gist")
    const language = cell.lang && !cell.lang.startsWith("en") ? "ar" : "en"
    return paragraph && {words: text(range, cell), paragraph, language, summary, range}
  }

  /** What of a range lies in a cell and is its text, as one line. */
  function text(range, cell) {
    const inside = document.createRange()
    inside.selectNodeContents(cell)
    if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0) inside.setStart(range.startContainer, range.startOffset)
    if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0) inside.setEnd(range.endContainer, range.endOffset)
    const whole = inside.commonAncestorContainer
    if ((whole.nodeType === Node.ELEMENT_NODE ? whole : whole.parentElement).closest(FOREIGN)) return ""
    const copy = inside.cloneContents()
    for (const part of copy.querySelectorAll(FOREIGN)) part.remove()
    return copy.textContent.replace(/\s+/g, " ").trim()
  }

  function show() {
    found = selected()
    offer.hidden = !found
    if (!found) return
    const boxes = found.range.getClientRects()
    const box = boxes[boxes.length - 1] || found.range.getBoundingClientRect()
    const room = document.documentElement.clientWidth
    offer.style.left = `${Math.max(8, Math.min(box.left, room - offer.offsetWidth - 8)) + scrollX}px`
    offer.style.top = `${box.bottom + 6 + scrollY}px`
  }

  let waiting = 0
  document.addEventListener("selectionchange", () => {
    if (document.activeElement === offer) return
    clearTimeout(waiting)
    waiting = setTimeout(show, 120)
  })
  document.addEventListener("keydown", event => {
    if (offer.hidden) return
    if (event.key === "Escape") {
      offer.hidden = true
    } else if (event.key === "Tab" && !event.shiftKey && document.activeElement !== offer) {
      event.preventDefault()
      offer.focus()
    }
  })
  // A press on the offer must not take the selection away before the click.
  offer.addEventListener("pointerdown", event => event.preventDefault())
  offer.addEventListener("blur", () => { offer.hidden = true })
  offer.addEventListener("click", () => {
    const {paragraph, words, language, summary} = found
    offer.hidden = true
    matn.cite(paragraph, {words, language, summary, back: paragraph.row.querySelector(":scope > .num")})
  })
})()
