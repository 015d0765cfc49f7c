// The engine of search with the index files of a built site, as node sees them: `open("SITE/search")`.
"use strict"

const fs = require("node:fs")
const path = require("node:path")

const ASSETS = path.join(__dirname, "..", "..", "overrides", "assets", "search")

/** What the files of *folder* hand over, by name: `manifest`, `index/ID`, `texts/ID`. */
function files(folder) {
  const self = {}
  for (const name of fs.readdirSync(folder).filter((each) => /^(?!engine).*\.js$/.test(each)).sort()) {
    new Function("self", fs.readFileSync(path.join(folder, name), "utf8"))(self)
  }
  return self.matnSearchFiles
}

/** The engine with all files, or with those that `load` of `ask` adds where *whole* is false. */
function open(folder, whole = true) {
  const { manifest, ...rest } = files(folder)
  const search = require(path.join(ASSETS, "arabic.js"))
  const MiniSearch = require(path.join(ASSETS, "minisearch.js"))
  const { createEngine } = require(path.join(ASSETS, "engine.js"))
  return { engine: createEngine({ search, MiniSearch, manifest, files: whole ? rest : {} }), manifest, files: rest }
}

module.exports = { ASSETS, files, open }
