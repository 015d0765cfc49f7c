// Ace by DAISY on every book that is named; prints what it finds as JSON, by the book's path.
// Usage: node ace.js BOOK… with the path of a Chromium in PUPPETEER_EXECUTABLE_PATH
"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

process.env.ACE_TIMEOUT_INITIAL ||= "60000"; // milliseconds; the five seconds it gives a browser are few on a busy machine

const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");

/** Every finding in one report, as a line: file, impact, rule, what is wrong, where. */
function lines(report) {
  return report.assertions.flatMap(({ "earl:testSubject": subject, assertions }) =>
    assertions.map(({ "earl:test": test, "earl:result": result }) =>
      [subject.url, test["earl:impact"], test["dct:title"], result["dct:description"], result.html || ""].join(": ")
    )
  );
}

async function findings(book, folder) {
  await ace(book, { cwd: process.cwd(), outdir: folder, initLogger: true, silent: true, fileName: path.join(folder, "log") }, runner);
  return lines(JSON.parse(fs.readFileSync(path.join(folder, "report.json"), "utf8")));
}

async function main(books) {
  const told = {};
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "ace-"));
  try {
    for (const [number, book] of books.entries()) told[book] = await findings(book, path.join(root, String(number)));
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
  return JSON.stringify(told);
}

// Ace keeps its browser and its log open; the process ends when all is written.
main(process.argv.slice(2)).then(
  (told) => process.stdout.write(`${told}\n`, () => process.exit(0)),
  (error) => process.stderr.write(`${error && error.stack ? error.stack : error}\n`, () => process.exit(1))
);
