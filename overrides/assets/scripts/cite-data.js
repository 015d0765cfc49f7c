/* The citations of a page's work: loaded when they are first asked for, from a script beside the page, so that they
   are there in a folder too. In the patterns NUMBER stands for a paragraph's number and WORDING for its content hash. */
(() => {
  "use strict"

  const matn = window.matn = window.matn || {}
  const block = document.getElementById("matn-citing")

  /** What the page tells its scripts: the words of the interface, its language, where the work's citations lie. */
  matn.citing = block ? JSON.parse(block.textContent) : null

  let loading = null

  /** @returns {Promise<object>} the work's citations (tools/matn/site/cite_data.py). */
  matn.citations = () => {
    const {work, data} = matn.citing
    loading = loading || new Promise((done, failed) => {
      const script = document.createElement("script")
      script.src = data
      script.onload = () => done(window.matnCitations[work])
      script.onerror = () => { loading = null; failed(new Error(`cannot load ${data}`)) }
      document.head.append(script)
    })
    return loading
  }

  /** Fill a pattern in for a paragraph. */
  matn.filled = (pattern, number, hash) =>
    pattern.replace(/NUMBER|WORDING/g, mark => mark === "NUMBER" ? number : hash)

  /** The words for a key, with what stands in braces filled in; of words in number the right form. */
  matn.say = (key, values = {}) => {
    const entry = matn.citing.words[key] || key
    const form = typeof entry === "string"
      ? entry : entry[new Intl.PluralRules(matn.citing.language).select(values.n)] || entry.other
    return form.replace(/\{(\w+)\}/g, (whole, name) => name in values ? values[name] : whole)
  }

  /** The permanent address of a paragraph, or of the work if it is null: on the site if it has an address, else here. */
  matn.permalink = (data, language, paragraph) => {
    const place = (paragraph && paragraph.hash ? `?v=${paragraph.hash}` : "") + (paragraph ? `#${paragraph.id}` : "")
    if (data.address) return `${data.address}${data.folders[language]}works/${data.work}.html${place}`
    return location.href.replace(/[?#].*$/s, "") + place
  }

  /** The paragraph of a row: its id, number, hash and row; null if it is no paragraph's. */
  matn.paragraph = row => {
    const id = row && (row.id || row.querySelector(":scope > [id].cell, :scope > .gist > [id]")?.id)
    return id && /^p/.test(id) ? {id, number: id.slice(1), hash: row.dataset.hash || "", row} : null
  }
})()
