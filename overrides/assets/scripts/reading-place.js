/* Where the reader is: the height of the tools, the place in the contents, the address that a printed page carries. */
(() => {
  "use strict"

  const work = document.querySelector(".matn.work")
  if (!work) return

  const tools = work.querySelector(".tools")
  const contents = work.querySelector(".contents")
  const links = contents ? [...contents.querySelectorAll("a")] : []

  if (tools && window.ResizeObserver) {
    new ResizeObserver(() => {
      work.style.setProperty("--tools", `${Math.ceil(tools.getBoundingClientRect().height)}px`)
    }).observe(tools)
  }

  /** Mark the last heading that has been passed. */
  function mark() {
    const edge = tools.getBoundingClientRect().bottom + 24
    const passed = links.filter(link => {
      const heading = document.getElementById(link.hash.slice(1))
      return heading && heading.getBoundingClientRect().top <= edge
    })
    const here = passed[passed.length - 1]
    for (const link of links) {
      if (link === here) link.setAttribute("aria-current", "location")
      else link.removeAttribute("aria-current")
    }
    if (here) here.scrollIntoView({block: "nearest"})
  }

  if (contents) {
    contents.addEventListener("toggle", event => {
      if (event.newState === "open") mark()
    })
    contents.addEventListener("click", event => {
      if (event.target.closest("a") && contents.hidePopover) contents.hidePopover()
    })
  }

  const printed = document.querySelector(".printed-at [data-address]")
  if (printed && !printed.textContent) printed.textContent = location.href.split(/[?#]/)[0]
})()
