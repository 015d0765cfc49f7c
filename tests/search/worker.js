// The script of search as a browser's worker runs it: messages in, messages out, files by importScripts.
"use strict"

const fs = require("node:fs")
const path = require("node:path")
const vm = require("node:vm")
const { fileURLToPath, pathToFileURL } = require("node:url")

/** Start the worker of the files in *folder* (search/ of a site). `send` resolves with the answer; `loaded` are names. */
function start(folder) {
  const script = path.join(folder, fs.readdirSync(folder).find((name) => /^engine-.*\.js$/.test(name)))
  const waiting = []
  const loaded = []
  let listener = null
  const self = {
    URL,
    console,
    performance,
    location: { href: pathToFileURL(script).href },
    addEventListener: (_, to) => { listener = to },
    postMessage: (message) => waiting.shift()(message),
    importScripts: (...urls) => urls.forEach((url) => {
      loaded.push(path.basename(fileURLToPath(url)))
      vm.runInContext(fs.readFileSync(fileURLToPath(url.split("?")[0]), "utf8"), self)
    }),
  }
  self.self = self.globalThis = self
  vm.createContext(self)
  vm.runInContext(fs.readFileSync(script, "utf8"), self)
  const send = (data) => new Promise((done) => {
    waiting.push((message) => done(JSON.parse(JSON.stringify(message))))
    listener({ data })
  })
  return { send, loaded }
}

module.exports = { start }
