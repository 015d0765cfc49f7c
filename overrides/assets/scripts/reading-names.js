/* Names and dates: underlined and linked to their entries for those who ask. */
(() => {
  "use strict"

  const matn = window.matn = window.matn || {}
  const root = document.documentElement
  const work = document.querySelector(".matn.work")
  const toggle = work && work.querySelector(".names-toggle")
  if (!toggle) return

  const links = [...work.querySelectorAll("a[data-n], a[data-d]")]
  const address = ({n, d}) => n ? `../names.html#${n}` : `../chronology.html#${d}`

  function show(on) {
    for (const link of links) {
      if (on) link.href = address(link.dataset)
      else link.removeAttribute("href")
      if (on && link.classList.contains("doubtful")) link.title = matn.reading.say.doubtful || ""
    }
    if (on) root.dataset.names = "on"
    else delete root.dataset.names
    toggle.setAttribute("aria-pressed", String(on))
  }

  toggle.addEventListener("click", () => {
    const on = root.dataset.names !== "on"
    show(on)
    matn.keep("matn.names", on ? "on" : "off")
  })
  show(root.dataset.names === "on")
})()
