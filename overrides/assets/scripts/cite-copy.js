/* Put a text into the clipboard, also where the page is no secure context and the browser has only the old way. */
(() => {
  "use strict"

  const matn = window.matn = window.matn || {}

  function oldWay(text, within) {
    const area = document.createElement("textarea")
    const back = document.activeElement
    area.value = text
    area.className = "cite-offscreen"
    within.append(area)
    area.select()
    let done = false
    try { done = document.execCommand("copy") } catch (_) { /* told by the result */ }
    area.remove()
    if (back) back.focus()
    return done
  }

  /**
   * @param {string} text
   * @param {Element} within an element that may take focus now: the open dialog, or the page's body.
   * @returns {Promise<boolean>} whether it is in the clipboard.
   */
  matn.copy = async (text, within = document.body) => {
    if (navigator.clipboard && window.isSecureContext) {
      try {
        await navigator.clipboard.writeText(text)
        return true
      } catch (_) { /* not allowed here: the old way may be */ }
    }
    return oldWay(text, within)
  }

  /** Copy, and say on the button, and to screen readers by its live text, how it went. */
  matn.copyFrom = async (button, text, within) => {
    const done = await matn.copy(text, within)
    const told = button.querySelector("[data-told]") || button
    if (!button.dataset.label) button.dataset.label = told.textContent
    told.textContent = matn.say(done ? "copied" : "copy-failed")
    button.classList.toggle("cite-done", done)
    clearTimeout(button.matnTimer)
    button.matnTimer = setTimeout(() => {
      told.textContent = button.dataset.label
      button.classList.remove("cite-done")
    }, 2500)
    const live = within.querySelector?.("[data-live]") || document.querySelector("[data-live]")
    if (live) live.textContent = told.textContent
    return done
  }

  /** Hand out a text as a file. */
  matn.download = (name, text, type) => {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([text], {type}))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }
})()
