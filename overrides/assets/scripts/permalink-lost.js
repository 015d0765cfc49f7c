/* The page for addresses that do not exist: which work was meant, and the same place in it. */
(() => {
  "use strict"

  const block = document.getElementById("matn-lost")
  if (!block) return
  const {root, works} = JSON.parse(block.textContent)

  const decoded = text => { try { return decodeURIComponent(text) } catch (_) { return text } }
  const digits = text => text.replace(/[٠-٩]/g, digit => "٠١٢٣٤٥٦٧٨٩".indexOf(digit))

  /** What was asked for: the parts of the path below the site's root, the anchor, the interface. */
  function asked() {
    const path = decoded(location.pathname).slice(root.length).toLowerCase()
    const [before, inside] = path.split("#")  // an address that was encoded twice has its anchor in the path
    const parts = before.split("/").filter(part => part && !["works", "index.html"].includes(part))
    const english = parts[0] === "en"
    const names = (english ? parts.slice(1) : parts).map(part => digits(part).replace(/\.(html?|md|pdf|epub|xml)$/, ""))
    const last = names.length > 1 && /^[pn]\d+[a-z]*$/.test(names[names.length - 1]) ? names.pop() : ""
    const anchor = location.hash.slice(1) || inside || last
    return {names, english, anchor: /^[\w.:-]+$/.test(anchor) ? anchor : ""}
  }

  /** How many letters must be put in, left out or changed. */
  function distance(one, two) {
    let row = Array.from({length: two.length + 1}, (_, at) => at)
    for (let i = 1; i <= one.length; i++) {
      const next = [i]
      for (let j = 1; j <= two.length; j++) {
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (one[i - 1] === two[j - 1] ? 0 : 1))
      }
      row = next
    }
    return row[two.length]
  }

  /** How near a name is to a work's id, 0 to 1; the id without its year counts too. */
  function nearness(name, id) {
    const forms = [id, id.replace(/-\d{4}$/, "")]
    if (forms.includes(name)) return 1
    if (name.length > 2 && (id.startsWith(name) || name.startsWith(forms[1]))) return 0.9
    return Math.max(...forms.map(form => 1 - distance(name, form) / Math.max(name.length, form.length)))
  }

  const {names, english, anchor} = asked()
  const ranked = works
    .map(work => ({work, score: Math.max(0, ...names.map(name => nearness(name, work.id)))}))
    .filter(each => each.score >= 0.5)
    .sort((a, b) => b.score - a.score)
  const alone = ranked.length && ranked[0].score >= 0.6 && (ranked.length < 2 || ranked[0].score - ranked[1].score >= 0.15)

  for (const place of document.querySelectorAll("[data-lost]")) {
    const language = place.dataset.lost
    const folder = language === "ar" ? "" : `${language}/`
    for (const {work} of ranked.slice(0, alone ? 1 : 3)) {
      const line = document.createElement("li"), link = document.createElement("a")
      link.href = `${root}/${folder}works/${work.id}.html${location.search}${anchor ? `#${anchor}` : ""}`
      link.textContent = work.title[language]
      line.append(link)
      if (anchor) {
        const mark = document.createElement("bdi")
        mark.dir = "ltr"
        mark.textContent = `#${anchor}`
        line.append(" ", mark)
      }
      place.querySelector("ul").append(line)
    }
    place.hidden = !ranked.length
    place.querySelector("[data-one]").hidden = !alone
    place.querySelector("[data-more]").hidden = Boolean(alone)
  }
  if (english) {
    const part = document.querySelector("[data-tongue=en]")
    part.parentElement.prepend(part)
  }
})()
