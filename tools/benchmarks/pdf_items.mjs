// Prints the text of each page of a PDF as pdf.js' search joins it, as JSON. Usage: PDFJS=… node pdf_items.mjs FILE
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { getDocument, VerbosityLevel } = await import(pathToFileURL(process.env.PDFJS).href);
const data = new Uint8Array(readFileSync(process.argv[2]));
const file = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
const pages = [];
for (let number = 1; number <= file.numPages; number += 1) {
  const page = await file.getPage(number);
  const { items } = await page.getTextContent({ disableNormalization: true });
  pages.push(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
}
process.stdout.write(JSON.stringify(pages));
