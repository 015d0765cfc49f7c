/* Before anything is painted: the view that the address asks for, or that this reader chose last. */
(() => {
  "use strict"

  const VIEWS = ["ar", "both", "en", "received"]
  const root = document.documentElement

  /** What the reader chose before; nothing where the browser keeps nothing. */
  function kept(key) {
    try {
      return localStorage.getItem(key)
    } catch (refused) {
      return null
    }
  }

  const asked = new URLSearchParams(location.search).get("view")
  root.dataset.view = [asked, kept("matn.view")].find(view => VIEWS.includes(view)) || "both"
  if (kept("matn.names") === "on") root.dataset.names = "on"
})()
