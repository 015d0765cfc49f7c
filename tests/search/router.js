/* Asks a sharded index: {folder, search, queries, most} on standard input, the answers on standard output. */
"use strict"

const fs = require("node:fs")
const path = require("node:path")

const { folder, search, queries, most } = JSON.parse(fs.readFileSync(0, "utf8"))
const { createRouter } = require(path.join(search, "router.js"))
const arabic = require(path.join(search, "arabic.js"))

globalThis.self = globalThis
const read = (name) => {
  ;(0, eval)(fs.readFileSync(path.join(folder, `${name}.js`), "utf8"))
  return globalThis.matnSearchFiles[name]
}

const main = async () => {
  const answers = []
  for (const query of queries) {
    const fetched = []
    const load = async (names) => {
      fetched.push(...names)
      return Object.fromEntries(names.map((name) => [name, read(name)]))
    }
    const { total, about, hits } = await createRouter({ search: arabic, manifest: read("manifest"), load }).ask(query, most)
    const told = hits.map(({ number, rank, record }) => ({ number, rank, id: record.id }))
    answers.push({ total, about, hits: told, fetched })
  }
  process.stdout.write(JSON.stringify(answers))
}

main()
