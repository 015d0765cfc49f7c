/* The words of an index, and which of them a typed word means: as it stands, folded, by its keys, by its beginning,
 * by a near spelling.
 *
 *   const vocabulary = create(search)         search: the exports of arabic.js
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
  if (typeof module === "object" && module.exports) module.exports = make(require("./distance.js"))
  else root.matnVocabulary = make(root.matnDistance)
})(typeof self === "undefined" ? globalThis : self, function (distances) {
  "use strict"

  const { distance } = distances

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
  const PARTICLES = [ARTICLE, /^[وف](?=.{3})/u, /^[وف]?(?:[بك]|ل(?!ل))(?=.{3})/u]
  const BEGUN = 4 // letters that must be left when a particle is cut from the beginning of a word
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

  function create(search) {
    const [byFolded, byKey] = [new Map(), new Map()]
    let [sorted, lengths] = [null, null]

    function add(form) {
      if (!form.gained) put(byFolded, form.folded, form)
      for (const key of form.keys) put(byKey, key, form)
      sorted = lengths = null
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

    /** [spelling, words] of everything that is known, in order: words as they stand, less particles, and keys. */
    function inOrder() {
      if (!sorted) {
        const bare = [...byFolded].flatMap(([form, words]) => without(form, words).map((rest) => [rest, words]))
        sorted = [...byFolded, ...bare, ...byKey].sort(([one], [two]) => (one < two ? -1 : one > two ? 1 : 0))
      }
      return sorted
    }

    /** *form* without the particles written together with it, where the rest is of the same family: صواريخ of وصواريخ. */
    function without(form, [word]) {
      const rests = PARTICLES.map((particle) => form.replace(particle, "")).filter((rest) => rest !== form && rest.length > 2)
      return rests.filter((rest) => kin(rest, word))
    }

    /** The same by script and length, with the letters of each. */
    function byLength(script) {
      if (!lengths) {
        lengths = { arabic: [], latin: [] }
        for (const part of [byFolded, byKey]) {
          for (const [form, words] of part) {
            if (!/^\d/.test(form)) (lengths[scriptOf(form)][form.length] ??= []).push({ form, words, bits: letters(form) })
          }
        }
      }
      return lengths[script]
    }

    function* startingWith(beginning) {
      const list = inOrder()
      let [low, high] = [0, list.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (list[middle][0] < beginning) low = middle + 1
        else high = middle
      }
      for (; low < list.length && list[low][0].startsWith(beginning); low++) yield list[low]
    }

    function beginning(token) {
      const found = new Set()
      for (const start of beginnings(token.folded).filter((one, at) => !at || !token.keys || kin(one, token))) {
        for (const [, forms] of startingWith(start)) for (const form of forms) found.add(form.term)
      }
      const rest = token.folded.slice(1)
      return found.size || rest.length < BEGUN || !"وف".includes(token.folded[0]) ? found : beginning({ folded: rest })
    }

    /** Whether what is left of a word without its beginning is of its family: وان is not of ألوان. */
    const kin = (rest, { keys }) => search.stems(rest).some((key) => keys.includes(key))

    function completions(token, most) {
      const sizes = new Map()
      for (const [whole, forms] of startingWith(token.folded)) {
        if (whole === token.folded) continue
        for (const form of forms) {
          if (form.gained || !form.folded.startsWith(token.folded)) continue
          sizes.set(form.term, size(form))
        }
      }
      return [...sizes].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1)).slice(0, most).map(([term]) => term)
    }

    function near(token) {
      const found = new Map()
      compare(token.folded, 0, found)
      for (const key of token.keys) if (key !== token.folded && key.length > 3) compare(key, BY_KEY, found)
      return [...found.values()]
        .map((one) => ({ ...one, size: total(one.key) }))
        .sort((a, b) => a.distance - b.distance || b.size - a.size || (a.key < b.key ? -1 : 1))
    }

    /** Put into *found* the keys of all that is spelt much like *typed*, with the least distance of each. */
    function compare(typed, more, found) {
      const [most, own] = [allowed(typed), letters(typed)]
      for (const list of most ? byLength(scriptOf(typed)).slice(Math.max(typed.length - most, 0), typed.length + most + 1) : []) {
        for (const { form, words, bits } of list ?? []) {
          if (count(own ^ bits) > 2 * most) continue
          const far = distance(typed, form, most)
          if (far <= most) note(words, far + more, found)
        }
      }
    }

    function note(words, far, found) {
      for (const { keys, term } of words) {
        for (const key of keys) {
          const known = found.get(key)
          if (!known || far < known.distance) found.set(key, { key, distance: far, form: term })
        }
      }
    }

    const total = (key) => (byKey.get(key) ?? []).reduce((sum, form) => sum + size(form), 0)

    /** Put in order what beginnings and near spellings are looked up in, before somebody waits for it. */
    function warm() {
      inOrder()
      byLength("arabic")
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
      if (scriptOf(form) !== "arabic" || form.length < LOANED) return new Map()
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

  /** How many letters may be wrong. */
  function allowed(word) {
    return word.length < 3 || /\d/.test(word) ? 0 : word.length < 7 ? 1 : 2
  }

  /** About how many records have a word: what its packed places tell without being unpacked. */
  function size(form) {
    return form.packed.reduce((sum, [, posts]) => sum + posts.split(/[,|]+/).length, 0)
  }

  const scriptOf = (form) => (form < "\u0250" ? "latin" : "arabic")
  const PLACES = ["ءابتثجحخدذرزسشصضطظعغفقكلمنهوي", "abcdefghijklmnopqrstuvwxyz"]
  const BITS = new Map(PLACES.flatMap((list) => [...list].map((letter, at) => [letter.charCodeAt(0), 1 << at])))

  /** The letters of a word as bits: a letter more or less changes one, another letter two. */
  function letters(word) {
    let bits = 0
    for (let at = 0; at < word.length; at++) bits |= BITS.get(word.charCodeAt(at)) ?? 1 << 31
    return bits
  }

  function count(bits) {
    let ones = 0
    for (; bits !== 0; bits &= bits - 1) ones++
    return ones
  }

  function put(map, key, form) {
    const list = map.get(key)
    if (list) list.push(form)
    else map.set(key, [form])
  }

  return { create, printed, beginnings, EXACT, FOLDED, STEMMED }
})
