/* The words of an index, and which of them a typed word means: as it stands, folded, by its keys, by its beginning,
 * by a near spelling.
 *
 *   const vocabulary = create(search, work)   search: the exports of arabic.js; work: counts what near.js counts
 *   vocabulary.add(form)                      {term, folded, keys, gained, packed}
 *   vocabulary.family(token)   -> Map(term -> EXACT | FOLDED | STEMMED)
 *   vocabulary.same(token)     -> the same without STEMMED: what a phrase may hold
 *   vocabulary.beginning(token, most) -> terms of words that begin so
 *   vocabulary.spelt(token)    -> Map(term -> 3): with a long vowel more or less, or a letter that loanwords change about
 *   vocabulary.respelt(token)  -> the same of whole words
 *   vocabulary.near(token)     -> [{key, distance, size}], the nearest first: keys of known words spelt much like it
 *   vocabulary.completions(token, most) -> [folded word], the most frequent first
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make(require("./near.js"))
  else root.matnVocabulary = make(root.matnNear)
})(typeof self === "undefined" ? globalThis : self, function (nears) {
  "use strict"

  const EXACT = 6
  const FOLDED = 5
  const STEMMED = 4
  const SPELT = 3
  const WHOLE = 4.5
  const LOANED = 5
  const VOWELS = "اوي"
  const LOANS = ["غجقك", "تط", "سصز", "ثس", "دذ"]
  const BY_KEY = 0.2 // what a likeness of stems is worth less than one of words
  const ARTICLE = /^(?:[وف]?(?:[بك]?ال|لل))(?=.{2})/u
  const BEFORE = ["ال", "و", "وال", "ب", "بال", "ل", "لل"]
  const OPENING = "وفبكلا"
  const PARTICLES = [ARTICLE, /^[وف](?=.{3})/u, /^[وف]?(?:[بك]|ل(?!ل))(?=.{3})/u]
  const BEGUN = 4 // letters that must be left when a particle is cut from the beginning of a word
  const ENOUGH = 400 // words that begin so: nobody looks for more of them
  const MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd]/g

  /** A word as the index has it, less the capitals that make no difference there. */
  function printed(surface) {
    let form = forms.get(surface)
    if (form === undefined) {
      if (forms.size > 50000) forms.clear()
      form = surface.normalize("NFC").replace(MARKS, "").toLowerCase()
      forms.set(surface, form)
    }
    return form
  }

  const forms = new Map()

  function create(search, work = {}) {
    const [byFolded, byKey] = [new Map(), new Map()]
    let [sorted, parts, known, nearest] = [null, null, null, {}]

    function add(form) {
      if (!form.gained) put(byFolded, form.folded, form)
      for (const key of form.keys) put(byKey, key, form)
      sorted = parts = known = null
      nearest = {}
    }

    function same(token) {
      const wanted = printed(token.surface)
      const found = new Map()
      for (const form of byFolded.get(token.folded) ?? []) {
        found.set(form.term, form.term.toLowerCase() === wanted ? EXACT : FOLDED)
      }
      return found
    }

    function family(token) {
      const found = same(token)
      for (const key of token.keys) {
        for (const form of byKey.get(key) ?? []) if (!found.has(form.term)) found.set(form.term, STEMMED)
      }
      return found
    }

    /** [spelling, words] of the words as they stand, in order. */
    const inOrder = () => (sorted ??= [...byFolded].sort(bySpelling))

    /** [spelling, words, whether it is a word less its particles] of those, of keys, and of words without their beginning. */
    function withParts() {
      return (parts ??= [...byFolded, ...[...byFolded].flatMap(rests), ...byKey].sort(bySpelling))
    }

    /** What is left of a word without the particles that may be written together with it: صواريخ of وصواريخ. */
    function rests([form, words]) {
      if (!OPENING.includes(form[0])) return []
      const left = PARTICLES.map((particle) => form.replace(particle, "")).filter((rest) => rest !== form && rest.length > 2)
      return left.map((rest) => [rest, words, true])
    }

    function* startingWith(beginning, list) {
      let [low, high] = [0, list.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (list[middle][0] < beginning) low = middle + 1
        else high = middle
      }
      for (; low < list.length && list[low][0].startsWith(beginning); low++) yield list[low]
    }

    function beginning(token) {
      const starts = beginnings(token.folded).filter((one, at) => !at || !token.keys || kin(one, token))
      const found = new Set(starts.flatMap(begunBy))
      const rest = token.folded.slice(1)
      return found.size || rest.length < BEGUN || !"وف".includes(token.folded[0]) ? found : beginning({ folded: rest })
    }

    /** Terms of words that begin with *start*, behind particles too unless very many do without. */
    function begunBy(start) {
      const [plain, behind] = [[], []]
      for (const [form, words, rest] of startingWith(start, withParts())) (rest ? behind : plain).push({ form, words })
      const kindred = plain.length > ENOUGH ? [] : behind.filter(({ form, words }) => kin(form, words[0]))
      return [...plain, ...kindred].flatMap(({ words }) => words.map(({ term }) => term))
    }

    /** Whether what is left of a word without its beginning is of its family: وان is not of ألوان. */
    const kin = (rest, { keys }) => keys.includes(rest) || search.stems(rest).some((key) => keys.includes(key))

    function completions(token, most) {
      const best = []
      for (const [whole, forms] of startingWith(token.folded, inOrder())) {
        if (whole !== token.folded) for (const form of forms) keepBest(best, { term: form.term, size: size(form) }, most)
      }
      return best.map(({ term }) => term)
    }

    function near(token) {
      if (nearest.token !== token) nearest = { token, list: sought(token) }
      return nearest.list
    }

    function sought(token) {
      const found = new Map()
      compare(token.folded, 0, found)
      for (const key of token.keys) if (key !== token.folded && key.length > 3) compare(key, BY_KEY, found)
      return [...found.values()]
        .map((one) => ({ ...one, size: total(one.key) }))
        .sort((a, b) => a.distance - b.distance || b.size - a.size || (a.key < b.key ? -1 : 1))
    }

    /** Put into *found* the keys of all that is spelt much like *typed*, with the least distance of each. */
    function compare(typed, more, found) {
      known ??= nears.create(new Set([...byFolded.keys(), ...byKey.keys()]), work)
      for (const [form, far] of known.about(typed)) for (const list of [byFolded, byKey]) note(list.get(form) ?? [], far + more, found)
    }

    function note(words, far, found) {
      for (const { keys, term } of words) {
        for (const key of keys) {
          const before = found.get(key)
          if (!before || far < before.distance) found.set(key, { key, distance: far, form: term })
        }
      }
    }

    const total = (key) => (byKey.get(key) ?? []).reduce((sum, form) => sum + size(form), 0)

    /** Put in order what beginnings and near spellings are looked up in, before somebody waits for it. */
    function warm() {
      inOrder()
      withParts()
      compare("", 0, new Map())
    }

    /** Words of the families that loanwords belong to which are spelt with a long vowel more or less, or ج for غ. */
    function spelt(token) {
      const found = new Map()
      for (const form of new Set([token.folded, ...token.keys])) {
        if (form.length < LOANED) continue
        for (const other of spellings(form)) for (const word of byKey.get(other) ?? []) found.set(word.term, SPELT)
      }
      return found
    }

    /** The whole words that are spelt like the whole of *token*, as `spelt` has it for keys, particles left out. */
    function respelt({ folded }) {
      const form = folded.replace(ARTICLE, "")
      if (nears.scriptOf(form) !== "arabic" || form.length < LOANED) return new Map()
      const words = [...spellings(form)].flatMap((other) => ["", ...BEFORE].flatMap((one) => byFolded.get(one + other) ?? []))
      return new Map(words.map((word) => [word.term, WHOLE]))
    }

    return { add, warm, spelt, respelt, same, family, beginning, completions, near, keyed: (key) => byKey.get(key) ?? [] }
  }

  /** *form* with one long vowel more or less inside it, or one letter for another that loanwords change about. */
  function* spellings(form) {
    for (let at = 1; at < form.length; at++) {
      const [before, letter, after] = [form.slice(0, at), form[at], form.slice(at + 1)]
      for (const vowel of VOWELS) yield before + vowel + letter + after
      if (at < form.length - 1 && VOWELS.includes(letter)) yield before + after
      for (const group of LOANS) if (group.includes(letter)) for (const other of group) if (other !== letter) yield before + other + after
    }
  }

  /** What may stand at the beginning of a word that begins as *typed* does; the article may stand before either. */
  function beginnings(typed) {
    const bare = typed.replace(ARTICLE, "")
    return bare !== typed && bare.length > 1 ? [typed, bare] : [typed]
  }

  /** About how many records have a word: what its packed places tell without being unpacked. */
  function size(word) {
    if (word.counted !== word.packed.length) {
      word.size = word.packed.reduce((sum, [, posts]) => sum + pieces(posts), 0)
      word.counted = word.packed.length
    }
    return word.size
  }

  /** Put *one* into *best*, the largest first, then in order, if it is among the first *most*. */
  function keepBest(best, one, most) {
    const before = (other) => one.size > other.size || (one.size === other.size && one.term < other.term)
    if (best.length === most && !before(best.at(-1))) return
    const at = best.findIndex(before)
    best.splice(at < 0 ? best.length : at, 0, one)
    best.length = Math.min(best.length, most)
  }

  /** In how many pieces commas and bars part *posts*. */
  function pieces(posts) {
    let found = 1
    for (let at = 0, before = false; at < posts.length; at++) {
      const code = posts.charCodeAt(at)
      const parting = code === 0x2c || code === 0x7c
      if (parting && !before) found++
      before = parting
    }
    return found
  }

  const bySpelling = ([one], [two]) => (one < two ? -1 : one > two ? 1 : 0)

  function put(map, key, form) {
    const list = map.get(key)
    if (list) list.push(form)
    else map.set(key, [form])
  }

  return { create, printed, beginnings, EXACT, FOLDED, STEMMED }
})
