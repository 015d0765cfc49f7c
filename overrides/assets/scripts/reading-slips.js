/* A slip: a small panel beside the word that it is about, at the foot of a narrow window. One at a time. Escape, its
   button and a press elsewhere close it; the focus goes back to where it came from. */
(() => {
  "use strict"

  const matn = window.matn = window.matn || {}
  const work = document.querySelector(".matn.work")
  const data = document.getElementById("reading-data")
  if (!work) return

  const words = matn.reading = data ? JSON.parse(data.textContent) : {say: {}}
  const NARROW = matchMedia("(max-width: 44.9375em)")
  let slip = null
  let owner = null

  /** Make an element; attributes that are undefined are left out. */
  matn.made = (name, attributes = {}, ...children) => {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value)
    made.append(...children)
    return made
  }

  function panel() {
    if (slip) return slip
    slip = matn.made("div", {class: "slip", role: "dialog", "aria-labelledby": "slip-title", tabindex: "-1", "data-search-exclude": ""})
    if (slip.showPopover) slip.popover = "manual"
    else slip.hidden = true
    work.append(slip)
    slip.addEventListener("keydown", event => {
      if (event.key === "Tab") leave(event)
    })
    return slip
  }

  /** Tab past either end closes the slip and goes on from the word that it belongs to. */
  function leave(event) {
    const stops = [...slip.querySelectorAll("a[href], button")]
    const end = event.shiftKey ? [slip, stops[0]] : [stops[stops.length - 1]]
    if (!end.includes(document.activeElement)) return
    if (event.shiftKey) event.preventDefault()
    matn.closeSlip(true)
  }

  /** Put the slip under its word, above it where there is no room, and inside the window. */
  function place() {
    slip.style.cssText = ""
    if (NARROW.matches) return
    const boxes = [...owner.getClientRects()]
    const box = boxes[boxes.length - 1] || owner.getBoundingClientRect()
    const width = slip.offsetWidth, height = slip.offsetHeight, room = document.documentElement.clientWidth
    const below = box.bottom + 6 + height <= innerHeight
    const middle = (box.left + box.right) / 2 - width / 2
    slip.style.left = `${Math.max(8, Math.min(middle, room - width - 8))}px`
    slip.style.top = `${below ? box.bottom + 6 : Math.max(matn.top() + 4, box.top - height - 6)}px`
  }

  /** On a narrow window the slip covers the foot of the page: bring the word above it. */
  function uncover() {
    if (!NARROW.matches) return
    const over = owner.getBoundingClientRect().bottom + 8 - slip.getBoundingClientRect().top
    if (over > 0) scrollBy({top: over, behavior: "instant"})
  }

  /** Open a slip that belongs to an element; its own again closes it. */
  matn.openSlip = (element, title, ...content) => {
    if (owner === element) return matn.closeSlip(true)
    matn.closeSlip(false)
    owner = element
    const close = matn.made("button", {type: "button", "aria-label": words.say.close || ""}, "×")
    close.addEventListener("click", () => matn.closeSlip(true))
    panel().replaceChildren(
      matn.made("p", {class: "slip-head"}, matn.made("strong", {id: "slip-title"}, title), close), ...content)
    owner.classList.add("open")
    if (owner.tabIndex >= 0) owner.setAttribute("aria-expanded", "true")
    if (slip.showPopover) slip.showPopover()
    else slip.hidden = false
    place()
    uncover()
    slip.focus({preventScroll: true})
    slip.scrollTop = 0
  }

  matn.closeSlip = back => {
    if (!owner) return
    const from = owner
    owner = null
    from.classList.remove("open")
    if (from.hasAttribute("aria-expanded")) from.setAttribute("aria-expanded", "false")
    if (slip.hidePopover) slip.hidePopover()
    else slip.hidden = true
    if (back) from.focus({preventScroll: true})
  }

  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && owner) {
      event.preventDefault()
      event.stopPropagation()
      matn.closeSlip(true)
    }
  }, true)
  document.addEventListener("pointerdown", event => {
    if (owner && !slip.contains(event.target) && !owner.contains(event.target)) matn.closeSlip(false)
  })
  document.addEventListener("matn:view", () => matn.closeSlip(false))
  addEventListener("hashchange", () => matn.closeSlip(false))
  addEventListener("scroll", () => owner && !NARROW.matches && place(), {passive: true})
  addEventListener("resize", () => owner && place())
})()
