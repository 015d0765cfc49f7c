/* Asks the engine of a built site without a browser: node engine.js SITE < [query, …] > [[kind, [work#id, …]], …] */
"use strict"

const fs = require("node:fs")
const path = require("node:path")
const vm = require("node:vm")

const folder = path.join(process.argv[2], "search")
const context = vm.createContext({ console, performance })
vm.runInContext("self = globalThis", context)
const run = (name) => vm.runInContext(fs.readFileSync(path.join(folder, name), "utf8"), context, { filename: name })
for (const name of fs.readdirSync(folder).filter((name) => name.endsWith(".js")).sort()) run(name)

const { matnSearchFiles, matnEngine, matnSearch, MiniSearch } = context
const { manifest, ...files } = matnSearchFiles
const engine = matnEngine.createEngine({ search: matnSearch, MiniSearch, manifest, files })
const answers = JSON.parse(fs.readFileSync(0, "utf8")).map((query) => {
  const start = performance.now()
  const { kind, hits } = engine.query(query)
  return [kind, hits.map(({ work, id }) => `${work}#${id}`), performance.now() - start]
})
process.stdout.write(JSON.stringify(answers))
