/* Search in an index too large to be fetched whole, as tools/matn/site/search/shards.py writes it.
 *
 *   const router = createRouter({search, manifest, load})
 *     search    the exports of arabic.js            manifest  the file "manifest" of the index
 *     load      (names) -> Promise of {name: data}  files by name: "route/1/0", "shard/0/17", "block/0/3", "texts/0/9"
 *
 *   router.ask(text, most = 10) -> Promise of {total, about, hits: [{number, rank, score, record}]}
 *     hits    the best: exact before folded before stemmed, then by weight; every word is there (AND)
 *     total   how many records there are; `about` says that not all places were read, and the number is near it
 *
 * Files. A route is the first keys of its children, in order; child n of route m is file m * fan + n of the level
 * below. A shard has `keys`; `words`, per key (parted by |) its printed words; `posts`, per key and word its places, as
 * steps of base 36 with a weight after * where it is not 4; `more`, for a key with more places than a shard takes:
 * their number, then blocks as last record and file. A block has places per word of its key.
 */
(function (root, make) {
  if (typeof module === "object" && module.exports) module.exports = make()
  else root.matnRouter = make()
})(typeof self === "undefined" ? globalThis : self, function () {
  "use strict"

  const USUAL = 4
  const [EXACT, FOLDED, STEMMED] = [6, 5, 4]
  const MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g
  const base36 = (digits) => parseInt(digits, 36)
  const printed = (text) => text.normalize("NFC").replace(MARKS, "").toLowerCase()
  const path = (kind, number) => `${kind}/${Math.floor(number / 1000)}/${number}`

  function createRouter({ search, manifest, load }) {
    const kept = new Map()

    async function files(names) {
      const missing = [...new Set(names)].filter((name) => !kept.has(name))
      if (missing.length) for (const [name, data] of Object.entries(await load(missing))) kept.set(name, data)
      return names.map((name) => kept.get(name))
    }

    /** The number of the shard that has *key*, if any has. */
    async function shardOf(key) {
      let number = child(manifest.root, key)
      for (let level = manifest.height; level > 0; level--) {
        const [route] = await files([`route/${level}/${number}`])
        number = number * manifest.fan + child(route, key)
      }
      return number
    }

    async function entryOf(key, token) {
      const [shard] = await files([path("shard", await shardOf(key))])
      const at = shard.keys.split(" ").indexOf(key)
      if (at < 0) return null
      const words = shard.words.split("|")[at].split(" ")
      const ranks = words.map((word) => rankOf(word, token))
      const [total, ...blocks] = shard.more[at]?.split(" ") ?? []
      const entry = { ranks, places: new Map(), total: total && base36(total), blocks: blocks.map(block), open: new Set() }
      take(entry, shard.posts.split("|")[at].split(" "))
      return entry
    }

    function rankOf(word, token) {
      if (word === printed(token.surface)) return EXACT
      return search.folded(word) === token.folded ? FOLDED : STEMMED
    }

    async function meant(token) {
      const found = await Promise.all(token.keys.map((key) => entryOf(key, token)))
      const entries = found.filter((entry) => entry)
      return { entries, whole: entries.every((entry) => !entry.blocks.length), places: joined(entries) }
    }

    /** Whether *word* stands in record *at*, for which a block may be needed. */
    async function has(word, at) {
      for (const entry of word.entries) {
        const wanted = entry.blocks.find(([last]) => last >= at)
        if (wanted && !word.places.has(at)) await opened(word, entry, wanted)
      }
      return word.places.has(at)
    }

    async function ask(text, most = 10) {
      const tokens = search.tokens(text).filter((token, _, all) => all.length === 1 || !search.isParticle(token.folded))
      const words = await Promise.all(tokens.map(meant))
      if (!words.length || words.some((word) => !word.entries.length)) return { total: 0, about: false, hits: [] }
      const { found, about } = await together(words, most)
      const hits = best(words, [...found], manifest.size).slice(0, most)
      const total = about && words.length === 1 ? Math.max(found.size, often(words[0])) : found.size
      const records = await files(hits.map(({ number }) => path("texts", Math.floor(number / manifest.chunk))))
      hits.forEach((hit, at) => { hit.record = records[at][hit.number % manifest.chunk] })
      return { total, about, hits }
    }

    /** The records that have all words: those in the shards, and out of blocks as many more as are wanted. */
    async function together(words, most) {
      const [first, ...others] = [...words].sort((a, b) => b.whole - a.whole || a.places.size - b.places.size)
      const found = new Set([...first.places.keys()].filter((at) => others.every((word) => word.places.has(at))))
      if (words.every((word) => word.whole)) return { found, about: false }
      for await (const at of places(first)) {
        if (found.size >= most) return { found, about: true }
        if (!found.has(at) && (await every(others, (word) => has(word, at)))) found.add(at)
      }
      return { found, about: false }
    }

    /** Every record that has *word*: those in its shards, then those in its blocks. */
    async function* places(word) {
      yield* [...word.places.keys()]
      for (const entry of word.entries) {
        for (const one of entry.blocks) yield* [...(await opened(word, entry, one))].filter((at) => word.places.has(at))
      }
    }

    /** Add the places of a block to those of *word*; which records they are. */
    async function opened(word, entry, [last, number]) {
      const [data] = await files([path("block", number)])
      const fresh = { ranks: entry.ranks, places: new Map() }
      take(fresh, data.split(" "))
      if (entry.open.has(last)) return fresh.places.keys()
      entry.open.add(last)
      for (const [at, found] of fresh.places) better(word.places, at, found)
      return fresh.places.keys()
    }

    return { ask }
  }

  async function every(list, test) {
    for (const one of list) if (!(await test(one))) return false
    return true
  }

  function child(keys, key) {
    const list = keys.split(" ")
    let [low, high] = [0, list.length]
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if (list[middle] <= key) low = middle
      else high = middle
    }
    return low
  }

  const block = (text) => text.split(",").map(base36)
  const sum = (numbers) => numbers.reduce((total, one) => total + one, 0)
  const often = (word) => sum(word.entries.map((entry) => entry.total ?? entry.places.size))

  /** Add packed places, one list a word, to those of *entry*. */
  function take(entry, lists) {
    lists.forEach((list, word) => {
      if (list === "-") return
      let at = -1
      for (const part of list.split(",")) {
        const [step, weight] = part.split("*")
        at += base36(step) + 1
        better(entry.places, at, { rank: entry.ranks[word], weight: weight ? Number(weight) : USUAL })
      }
    })
  }

  function better(places, at, found) {
    const known = places.get(at)
    if (!known || found.rank > known.rank) places.set(at, { rank: found.rank, weight: (known?.weight ?? 0) + found.weight })
    else known.weight += found.weight
  }

  function joined(entries) {
    const places = new Map()
    for (const entry of entries) for (const [at, found] of entry.places) better(places, at, { ...found })
    return places
  }

  /** *found* in order: by the mean rank of the words, then by weight, of which a rare word has more. */
  function best(words, found, size) {
    const rarity = words.map((word) => Math.log(1 + size / often(word)))
    return found
      .map((number) => {
        const places = words.map((word) => word.places.get(number))
        const score = sum(places.map(({ weight }, at) => weight * rarity[at]))
        return { number, rank: sum(places.map(({ rank }) => rank)) / words.length, score }
      })
      .sort((a, b) => b.rank - a.rank || b.score - a.score || a.number - b.number)
  }

  return { createRouter }
})
