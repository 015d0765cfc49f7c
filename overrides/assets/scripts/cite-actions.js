/* By each paragraph's number a small button: copy its link, or cite it. One popover serves them all. */
(() => {
  "use strict"

  const matn = window.matn = window.matn || {}
  const menu = document.getElementById("cite-actions")
  if (!menu || !matn.citing || !menu.showPopover) return

  const copy = menu.querySelector("[data-do=copy]"), cite = menu.querySelector("[data-do=cite]")
  const hash = menu.querySelector("[data-slot=hash]")
  let opener = null

  function place(button) {
    const box = button.getBoundingClientRect()
    const width = menu.offsetWidth, room = document.documentElement.clientWidth
    const wanted = getComputedStyle(button).direction === "rtl" ? box.right - width : box.left
    menu.style.left = `${Math.max(8, Math.min(wanted, room - width - 8)) + scrollX}px`
    menu.style.top = `${box.bottom + 4 + scrollY}px`
  }

  function open(button) {
    const paragraph = matn.paragraph(button.closest(".row"))
    opener = button
    button.after(menu)  // so that the next Tab goes into it
    hash.textContent = paragraph.hash ? `~${paragraph.hash}` : ""
    menu.setAttribute("aria-label", button.getAttribute("aria-label"))
    menu.showPopover()
    place(button)
    copy.focus()
  }

  for (const number of document.querySelectorAll(".work .body .row > a.num")) {
    const paragraph = matn.paragraph(number.parentElement)
    if (!paragraph) continue
    const button = document.createElement("button")
    button.type = "button"
    button.className = "act"
    button.setAttribute("aria-label", matn.say("actions", {n: paragraph.number}))
    button.title = button.getAttribute("aria-label")
    button.setAttribute("aria-expanded", "false")
    number.after(button)
  }

  // A press outside closes the popover before the click comes: who pressed its own button wants it closed.
  let pressed = null
  document.addEventListener("pointerdown", event => {
    const open = menu.matches(":popover-open") && !menu.contains(event.target)
    pressed = open && opener.parentElement.contains(event.target) ? opener : null
  }, true)

  document.addEventListener("click", event => {
    const at = event.target.closest?.(".work .act, .work .body .row > a.num")
    const button = at && at.parentElement.querySelector(":scope > .act")
    if (!button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    if (menu.matches(":popover-open") && opener === button) menu.hidePopover()
    else if (pressed !== button && at === button) open(button)
    else if (pressed !== button) setTimeout(() => open(button))  // after the number's own link has been followed
    pressed = null
  })

  menu.addEventListener("beforetoggle", event => {
    const shown = event.newState === "open"
    opener?.setAttribute("aria-expanded", String(shown))
    if (!shown && (menu.contains(document.activeElement) || document.activeElement === document.body)) opener?.focus({preventScroll: true})
  })
  menu.addEventListener("focusout", event => {
    const to = event.relatedTarget
    if (to && to !== opener && !menu.contains(to)) menu.hidePopover()
  })

  copy.addEventListener("click", async () => {
    const paragraph = matn.paragraph(opener.closest(".row"))
    const data = await matn.citations().catch(() => ({address: "", work: matn.citing.work}))
    matn.copyFrom(copy, matn.permalink(data, matn.citing.language, paragraph), menu)
  })
  cite.addEventListener("click", () => {
    const button = opener
    menu.hidePopover()
    matn.cite(matn.paragraph(button.closest(".row")), {back: button})
  })
})()
