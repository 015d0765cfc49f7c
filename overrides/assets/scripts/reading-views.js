/* The views of a work: chosen, kept, put into the address, and changed without losing the paragraph that is read. */
(() => {
  "use strict"

  const matn = window.matn = window.matn || {}
  const root = document.documentElement
  const work = document.querySelector(".matn.work")
  const buttons = [...document.querySelectorAll(".work .views [data-view]")]
  if (!work) return

  const tools = work.querySelector(".tools")
  const keep = matn.keep = (key, value) => {
    try {
      localStorage.setItem(key, value)
    } catch (refused) { /* a browser that keeps nothing still reads */ }
  }

  /** The lower edge of what stands fixed above the text. */
  matn.top = () => Math.max(0, (tools || document.querySelector(".md-header")).getBoundingClientRect().bottom)

  /** The first row or note that is read below the tools, and what of it is shown. */
  function place() {
    const edge = matn.top()
    return [...work.querySelectorAll(".row")].find(row => row.getBoundingClientRect().bottom > edge + 8)
  }

  /** Do something that moves the text about, and bring the row that is read back to where it stood. */
  matn.steady = change => {
    const row = place()
    const before = row && row.getBoundingClientRect().top
    const reading = row && before < innerHeight && work.querySelector(".body").getBoundingClientRect().top < matn.top()
    change()
    if (reading) scrollBy({top: row.getBoundingClientRect().top - before, behavior: "instant"})
  }

  /** The view that stands: works without summaries, or read without script before, have fewer. */
  function shown() {
    const there = buttons.map(button => button.dataset.view)
    return there.includes(root.dataset.view) ? root.dataset.view : there[0]
  }

  /** Tell assistive technology what is pressed, and where only English is read which lines are headings. */
  function tell() {
    const view = shown()
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.view === view))
    for (const line of work.querySelectorAll(".row-heading > .gist > p:not(.stale)")) {
      const heading = line.closest(".row").querySelector("h2, h3, h4, h5, h6")
      if (view === "en" && heading) {
        line.setAttribute("role", "heading")
        line.setAttribute("aria-level", heading.localName[1])
      } else {
        line.removeAttribute("role")
        line.removeAttribute("aria-level")
      }
    }
    document.dispatchEvent(new CustomEvent("matn:view", {detail: view}))
  }

  /** Keep the view in the address, so that it can be linked. */
  function write(view) {
    const url = new URL(location.href)
    if (view === "both") url.searchParams.delete("view")
    else url.searchParams.set("view", view)
    try {
      history.replaceState(history.state, "", url)
    } catch (refused) { /* from a folder some browsers let no page change its address */ }
  }

  function choose(view) {
    matn.steady(() => {
      root.dataset.view = view
      tell()
    })
    keep("matn.view", view)
    write(view)
  }

  for (const button of buttons) button.addEventListener("click", () => choose(button.dataset.view))
  tell()
})()
