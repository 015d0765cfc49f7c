/* Where the reader is: the height of the tools, the place in the contents, the address that a printed page carries. */
(() => {
  "use strict"

  const work = document.querySelector(".matn.work")
  if (!work) return

  const tools = work.querySelector(".tools")
  const contents = work.querySelector(".contents")
  const beside = [...document.querySelectorAll(".md-sidebar--secondary .md-nav__link")]
  const links = [...(contents ? contents.querySelectorAll("a") : []), ...beside]

  if (tools && window.ResizeObserver) {
    new ResizeObserver(() => {
      work.style.setProperty("--tools", `${Math.ceil(tools.getBoundingClientRect().height)}px`)
    }).observe(tools)
  }

  const places = [...new Set(links.map(link => link.hash))].map(hash => document.getElementById(hash.slice(1))).filter(Boolean)
  let here = null

  /** Mark the last heading that has been passed, in both lists. */
  function mark() {
    const edge = (tools || document.querySelector(".md-header")).getBoundingClientRect().bottom + 24
    const passed = places.filter(place => place.getBoundingClientRect().top <= edge)
    const last = passed[passed.length - 1]
    if (last === here) return
    here = last
    for (const link of links) {
      if (here && link.hash === `#${here.id}`) link.setAttribute("aria-current", "location")
      else link.removeAttribute("aria-current")
    }
  }

  let waiting = false
  addEventListener("scroll", () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      mark()
    })
  }, {passive: true})
  mark()

  if (contents) {
    contents.addEventListener("toggle", event => {
      const current = contents.querySelector("[aria-current]")
      if (event.newState === "open" && current) current.scrollIntoView({block: "nearest"})
    })
    contents.addEventListener("click", event => {
      if (event.target.closest("a") && contents.hidePopover) contents.hidePopover()
    })
  }

  const printed = document.querySelector(".printed-at [data-address]")
  if (printed && !printed.textContent) printed.textContent = location.href.split(/[?#]/)[0]
})()
