/** Wide tables of the pages that people write scroll sideways, by the theme's wrapping; the keyboard must be able to, too. */
;(() => {
  "use strict"
  const content = document.querySelector(".md-content")
  if (!content) return
  const reach = () => content.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])").forEach((each) => { each.tabIndex = 0 })
  new MutationObserver(reach).observe(content, { childList: true, subtree: true })
  reach()
})()
