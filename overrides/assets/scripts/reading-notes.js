/* Notes open beside their marker; with a modifier key, the middle button or without script the marker is a plain link. */
(() => {
  "use strict"

  const matn = window.matn = window.matn || {}
  const work = document.querySelector(".matn.work")
  if (!work || !matn.openSlip) return

  const say = matn.reading.say

  /** The body of a note as its slip shows it: without its ids, its way back and the text as received. */
  function body(note) {
    const copy = note.querySelector(".cell").cloneNode(true)
    for (const part of copy.querySelectorAll(".back, .was")) part.remove()
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id")
    for (const part of copy.querySelectorAll("[data-c]")) part.removeAttribute("data-c")
    return matn.made("div", {class: "note-body"}, ...copy.childNodes)
  }

  function foot(note) {
    const links = [...note.querySelectorAll(".back a:not([role])")].map(link => link.cloneNode(true))
    const end = matn.made("a", {href: `#${note.id}`}, say["note-at-end"] || note.id)
    end.addEventListener("click", () => matn.closeSlip(false))
    return matn.made("p", {class: "slip-foot"}, ...links.flatMap(link => [link, " · "]), end)
  }

  work.addEventListener("click", event => {
    const marker = event.target.closest('a[role="doc-noteref"]')
    if (!marker || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return
    const note = document.getElementById(decodeURIComponent(marker.hash.slice(1)))
    if (!note || !note.querySelector(".cell")) return
    event.preventDefault()
    matn.openSlip(marker, marker.getAttribute("aria-label"), body(note), foot(note))
  })
})()
