// Send the messages that stand on stdin (JSON) to the worker of the folder named, and print its answers with the files
// that each made it load.
"use strict"

const fs = require("node:fs")
const { start } = require("./worker.js")

async function main(folder) {
  const { send, loaded } = start(folder)
  const answers = []
  for (const message of JSON.parse(fs.readFileSync(0, "utf8"))) {
    const before = loaded.length
    const answer = await send(message)
    answers.push({ ...answer, loaded: loaded.slice(before) })
  }
  console.log(JSON.stringify(answers))
}

main(process.argv[2])
