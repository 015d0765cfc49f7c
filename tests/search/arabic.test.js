// The JavaScript of search agrees with Python's: run by tests/search/test_javascript.py, or `node --test tests/search`.
"use strict"

const assert = require("node:assert/strict")
const fs = require("node:fs")
const path = require("node:path")
const test = require("node:test")
const vm = require("node:vm")

const SCRIPT = path.join(__dirname, "..", "..", "overrides", "assets", "search", "arabic.js")
const search = require(SCRIPT)
const read = (name) => fs.readFileSync(path.join(__dirname, name), "utf8")

test("every vector has Python's fold and keys", () => {
  const rows = read("vectors.tsv").replace(/\n$/, "").split("\n").slice(1).map((row) => row.split("\t"))
  assert.ok(rows.length >= 2000)
  const made = rows.map(([word]) => [word, search.folded(word), search.stems(word).join(" ")])
  assert.deepEqual(made.filter((row, at) => row.join("\t") !== rows[at].join("\t")), [])
})

test("every text has Python's fold, tokens and places", () => {
  const known = search.names(JSON.parse(read("names.json")))
  for (const one of JSON.parse(read("texts.json"))) {
    const units = [...one.text].reduce((starts, char) => [...starts, starts.at(-1) + char.length], [0])
    const fold = search.fold(one.text)
    assert.equal(fold.text, one.folded, one.text)
    assert.deepEqual(fold.offsets, one.offsets.map((at) => units[at]), one.text)
    const tokens = search.tokens(one.text, known).map((t) => [t.start, t.end, t.surface, t.folded, t.keys])
    assert.deepEqual(tokens, one.tokens.map(([start, end, ...rest]) => [units[start], units[end], ...rest]))
  }
})

test("loads as a script without require, as in a worker or from a folder", () => {
  const page = { self: {} }
  vm.runInNewContext(fs.readFileSync(SCRIPT, "utf8"), page)
  assert.deepEqual([...page.self.matnSearch.stems("وللقوات")], ["قوه"])
})

test("folds every character of the scripts it reads as Python does", { skip: !process.env.FOLDS }, () => {
  const wanted = JSON.parse(fs.readFileSync(process.env.FOLDS, "utf8"))
  const wrong = Object.entries(wanted).filter(([char, form]) => search.folded(char) !== form)
  assert.deepEqual(wrong.map(([char]) => char.codePointAt(0).toString(16)), [])
})

test("reads random strings as Python does", { skip: !process.env.RANDOM }, () => {
  for (const [word, folded, keys] of JSON.parse(fs.readFileSync(process.env.RANDOM, "utf8"))) {
    assert.deepEqual([search.folded(word), search.stems(word)], [folded, keys], JSON.stringify(word))
  }
})
