/* What a query looks for: for every word the words of the index that it may mean, and how surely.
 *
 *   const planner = create({search, names, store})
 *   planner.plan(parsed, strict) -> {wanted: [Word], banned: [Word]}
 *   planner.begun(wanted)        -> the plan with what begins with a last word of few letters, or null
 *   planner.nearly(wanted)       -> the plan with near spellings for words that nothing has, or null where none is near
 *   planner.unsure(word)         -> the same word with near spellings beside relatives that are guessed, or null
 *
 * A Word is {text, terms: Map(term -> rank), phrase: [Map] | null, known, from?, to?}. Ranks fall from exact (6) to
 * near (1); another spelling of a word that is not there has 3; a phrase has for each of its words the terms that may stand there.
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make()
  else root.matnPlan = make()
})(typeof self === "undefined" ? globalThis : self, function () {
  "use strict"

  const [STEMMED, SAID] = [4, 4.5]
  const SAME = 4.25 // the same word but for the particles and the article before it
  const GROWN = 4.5 // what a word that stands nowhere begins comes before its stem's family
  const PREFIX = 2
  const NEAR = 1
  const LETTERS = 4 // that a beginning must have to count as a word found
  const CUT = 3 // letters less than was typed that make a key a slight one
  const SUGGESTED = 5
  const PARTICLES = [/^(?:[وف]?(?:[بك]?ال|لل))(?=.{3})/u, /^[وف](?=.{3})/u, /^[وف]?[بكل](?=.{3})/u]
  const ENDING = /(?<=.ا)ء(?:ه|ها|هم|هما|نا)?$/u
  const FIRST = ["عبد", "ابو", "ابي", "ابا", "حزب", "نور", "سيف", "بيت"] // of names that some write as one word
  const ABOUT = 0.4 // how much farther than the nearest a spelling may be to be tried too
  const ENGLISH = new Set(
    "a an and are as at be by for from in is it its of on or that the their this to was were which with".split(" ")
  )

  /** *form*, and what it is without particles: the shortest last; a plural in ات as its singular. */
  function bares(form) {
    const rests = PARTICLES.map((particle) => form.replace(particle, "")).filter((rest) => rest !== form)
    return [form, ...rests.sort((one, two) => two.length - one.length)].map((rest) => rest.replace(/(?<=...)ات$/u, "ه"))
  }

  /** Whether one of *terms* has the rank *least* or a higher one. */
  const reaches = (terms, least) => [...terms.values()].some((rank) => rank >= least)

  /** A rank for a word of the family: by how many of the typed letters it begins with, in tenths. */
  function alike(typed, other) {
    if (other.some((one) => typed.includes(one))) return SAME
    const [one, two] = [typed.at(-1), other.at(-1)]
    let same = 0
    while (same < two.length && one[same] === two[same]) same++
    return STEMMED + Math.round((10 * same) / one.length) / 50
  }

  function create({ search, names, store }) {
    const { vocabulary } = store

    function plan(parsed, strict) {
      const runs = together(parsed.words)
      const words = runs.flatMap((word, at) => read(word, parsed.open && at === runs.length - 1))
      const wanted = words.filter((word) => !word.not)
      const content = wanted.filter((word) => !word.idle)
      const kept = content.length ? content : wanted
      return {
        wanted: kept.map((word) => (word.tokens ? asPhrase(word) : meant(word, strict))),
        banned: words.filter((word) => word.not).map((word) => (word.tokens ? asPhrase(word) : family(word))),
      }
    }

    /** Plain words that stand together are read together, since two of them may make one name. */
    function together(words) {
      const found = []
      for (const word of words) {
        const last = found.at(-1)
        if (last && ![last, word].some((one) => one.phrase || one.not)) last.text += ` ${word.text}`
        else found.push({ ...word })
      }
      return found
    }

    /** A typed word may be several (2024م, غير-رسمي); a phrase of one word is a word that is not stemmed. */
    function read(word, growing) {
      const parts = search.words(word.text)
      if (word.phrase && parts.length > 1) return [{ ...word, tokens: parts, idle: false }]
      const tokens = joined(search.tokens(word.text, names))
      return tokens
        .filter((token, at) => !at || token.folded.length > 1 || !/\d$/.test(tokens[at - 1].folded))
        .map((token, at, all) => ({
          text: token.surface, token, phrase: word.phrase, not: word.not,
          growing: growing && at === all.length - 1,
          spelt: apart(all[at - 1], token) ?? apart(token, all[at + 1]),
          idle: !word.phrase && (search.isParticle(token.folded) || ENGLISH.has(token.folded)),
        }))
    }

    /** The words of the index that have *one* and *two* written together (نيو يورك), or null. */
    function apart(one, two) {
      if (!one || !two || Math.min(one.folded.length, two.folded.length) < 3) return null
      const terms = vocabulary.same({ surface: one.surface + two.surface, folded: one.folded + two.folded })
      return terms.size ? terms : null
    }

    /** A name typed as one word of which an index has two in a row (عبدالمهدي), as a phrase; else null. */
    function parted({ folded }) {
      const first = FIRST.find((part) => folded.startsWith(part) && folded.length > part.length + 2)
      const tokens = first ? [first, folded.slice(first.length)].map((part) => ({ surface: part, folded: part })) : []
      return tokens.length && tokens.every((token) => vocabulary.same(token).size) ? tokens : null
    }

    /** Two words that make one name (كانون الثاني) are one. */
    function joined(tokens) {
      const found = []
      for (let at = 0; at < tokens.length; at++) {
        const shared = gained(tokens[at]).filter((key) => tokens[at + 1] && gained(tokens[at + 1]).includes(key))
        if (!shared.length) found.push(tokens[at])
        else {
          const surface = `${tokens[at].surface} ${tokens[at + 1].surface}`
          found.push({ surface, folded: search.folded(surface), keys: shared })
          at++
        }
      }
      return found
    }

    const gained = (token) => token.keys.slice(search.stems(token.surface, names).length)

    function asPhrase(word) {
      const phrase = word.tokens.map((token) => vocabulary.same(token))
      return { text: word.text, phrase, terms: new Map(), known: phrase.every((terms) => terms.size), tokens: word.tokens }
    }

    function family(word) {
      const terms = word.phrase ? vocabulary.same(word.token) : nearer(vocabulary.family(word.token), word.token)
      for (const [term, rank] of word.spelt ?? []) terms.set(term, rank)
      return { text: word.text, token: word.token, phrase: null, quoted: word.phrase, terms: told(terms), known: terms.size > 0 }
    }

    /** *terms* of a family: first those that are *token* with other particles, then what is most like it. */
    function nearer(terms, token) {
      const bare = bares(token.folded)
      for (const [term, rank] of terms) if (rank === STEMMED) terms.set(term, alike(bare, bares(search.folded(term))))
      const ending = /ه$/u.test(token.surface) && [...terms].filter(([term, rank]) => rank >= SAME && term.endsWith("ة"))
      if (ending.length) return related(terms, new Set(ending.flatMap(([term]) => search.stems(term, names))))
      const open = token.keys.length > 1 && token.folded.endsWith("ا") && !reaches(terms, SAID)
      const whole = open ? [...terms.keys()].filter((term) => hamza(term, bare)) : []
      for (const term of whole) terms.set(term, SAME)
      return whole.length ? related(terms, new Set(whole.flatMap((term) => search.stems(term, names)))) : terms
    }

    /** Those of *terms* that share one of *keys*: where ه may be meant for ة that is there, it is no possessive. */
    function related(terms, keys) {
      return new Map([...terms].filter(([term, rank]) => rank >= SAME || search.stems(term, names).some((key) => keys.has(key))))
    }

    /** Whether a word is one of *bare* with the last hamza that was not typed: انتهاء of انتها. */
    function hamza(term, bare) {
      return bares(search.folded(term)).some((one) => ENDING.test(one) && bare.includes(one.replace(ENDING, "")))
    }

    /** *terms*, saying of themselves whether keys that two words gained together are among them. */
    function told(terms) {
      terms.gained = [...terms.keys()].some((term) => term[0] === "+")
      return terms
    }

    /** The word's family; where it has none, or not the word itself, which may still grow, also what begins with it. */
    function meant(word, strict) {
      const found = family(word)
      const tokens = found.known || word.phrase ? null : parted(word.token)
      if (tokens) return asPhrase({ ...word, tokens })
      found.growing = word.growing
      if (!found.known && !word.phrase) found.terms = told(otherwise(word.token))
      else if (slight(found)) for (const [term, rank] of vocabulary.respelt(word.token)) if (!found.terms.has(term)) found.terms.set(term, rank)
      found.known = found.terms.size > 0
      return !strict && !word.phrase && mayGrow(found) ? withBeginnings(found) : found
    }

    /** Whether what begins with a word may be meant: it is not there, or is still typed and only relatives are there. */
    function mayGrow({ token: { folded }, terms, known, growing }) {
      if (!known) return folded.length >= LETTERS && (growing || !/^\d/.test(folded))
      const bare = bares(folded).at(-1)
      return growing && bare.length >= LETTERS && !reaches(terms, SAME)
    }

    /** Whether a word has no more than stems in common with what is found, and hardly half of it (برزاني, برز). */
    function slight({ phrase, quoted, token, terms }) {
      if (phrase || quoted || reaches(terms, SAME)) return false
      return Boolean(token.keys[0]) && token.keys[0].length <= bares(token.folded).at(-1).length - CUT
    }

    /** Another spelling of an unknown word, where no third word is as near to it. */
    function otherwise(token) {
      const found = vocabulary.spelt(token)
      const near = found.size ? nearest(vocabulary.near(token)) : []
      return near.every(({ key }) => vocabulary.keyed(key).some((word) => found.has(word.term))) ? found : new Map()
    }

    const nearest = (list) => list.filter((one) => one.distance <= list[0].distance + ABOUT).slice(0, SUGGESTED)

    function withBeginnings(word) {
      const terms = new Map(word.terms)
      const rank = word.growing && word.terms.size && word.token.folded.length > LETTERS && !reaches(terms, SAID) ? GROWN : PREFIX
      for (const term of vocabulary.beginning(word.token)) if ((terms.get(term) ?? 0) < rank) terms.set(term, rank)
      const beginning = [...terms.values()].includes(rank)
      return { ...word, terms: told(terms), beginning, known: terms.size > 0 }
    }

    /** The plan with the beginnings of a short word that may still grow, or null where it has none. */
    function begun(wanted) {
      const words = wanted.map((word) => (word.known || !word.growing || word.quoted ? word : withBeginnings(word)))
      return words.some((word) => word.beginning) && words.every((word) => word.known) ? words : null
    }

    function nearly(wanted) {
      const words = wanted.map((word) => (word.known || word.phrase || word.quoted ? word : near(word)))
      return words.some((word) => word.to) && words.every((word) => word.known) ? words : null
    }

    function near(word) {
      const found = vocabulary.near(word.token).filter(({ key }) => !word.token.keys.includes(key))
      const best = nearest(found)
      const terms = new Map()
      for (const { key, distance } of best) {
        for (const { term } of vocabulary.keyed(key)) terms.set(term, Math.max(terms.get(term) ?? 0, NEAR - distance / 4))
      }
      return { ...word, terms: told(terms), known: terms.size > 0, from: word.text, to: best.map((one) => one.form)[0] }
    }

    /** *word* with near spellings beside what a guessed Arabic stem finds; null where it is no guess, or stands there. */
    function unsure(word) {
      const { folded, keys } = word.token
      const guessed = folded > "\u0600" && !word.beginning && !word.terms.gained && !keys.every(search.isListed)
      const stands = (term) => bares(search.folded(term)).some((one) => keys.includes(one))
      const sure = !guessed || [...word.terms].some(([term, rank]) => rank >= SAME || stands(term))
      const other = sure ? null : near(word)
      return other && { ...other, terms: told(new Map([...other.terms, ...word.terms])) }
    }

    return { plan, begun, nearly, near, unsure }
  }

  return { create }
})
