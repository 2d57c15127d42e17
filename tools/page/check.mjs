// Looks at a page of ours in Chromium: `node check.mjs PAGE.html [--quick]`, quickly without axe, paper and what no size changes. Says what is wrong, a line each, and ends with 1; or that nothing is.
// Needs Chromium (CHROMIUM names another than `chromium`), pdftotext, and `npm ci` in this folder.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { started } from "./browser.mjs";

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const PHONE = 360;
const wrong = [];
const hold = (is, text) => {
  if (!is) wrong.push(text);
};

const address = pathToFileURL(resolve(process.argv[2])).href;
const { browser, profile, end } = await started(wrong);

async function opened({ script = true, dark = false, width = 1366 } = {}) {
  const page = await browser.newPage();
  page.on("console", (message) => wrong.push(`console, ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error of the page: ${error.message}`));
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => hold(request.url() === address, `request: ${request.url()}`));
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height: 740 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.goto(address, { waitUntil: "load" });
  return page;
}

// What cannot be seen of a table's columns, or moves the page, on a phone.
async function phone() {
  const page = await opened({ width: PHONE });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  hold(width <= PHONE, `the page is ${width} pixels wide on a phone`);
  await page.close();
}

// The keys of a column of the first table, as the reader sees them.
const keys = (page, kind) =>
  page.evaluate((kind) => {
    const table = document.querySelector("table.work");
    const heads = Array.from(table.tHead.rows[0].cells);
    const column = heads.findIndex((head) => head.textContent === kind);
    const mark = document.documentElement.lang === "vi" ? /\./g : /,/g;
    const rows = Array.from(table.tBodies[0].rows).filter((row) => row.checkVisibility());
    const texts = rows.map((row) => row.cells[column].textContent.trim());
    return texts.map((text) => (text === "" ? null : Number(text.replace(mark, "").replace(",", "."))));
  }, kind);

async function sorts() {
  const page = await opened();
  const total = await page.evaluate(() => (document.documentElement.lang === "vi" ? "Tổng điểm" : "Total"));
  const press = () =>
    page.evaluate((total) => {
      const heads = Array.from(document.querySelectorAll("table.work thead button"));
      const button = heads.find((one) => one.textContent === total);
      button.click();
      return button.closest("th").getAttribute("aria-sort");
    }, total);
  const before = await keys(page, total);
  for (const [wanted, way] of [["ascending", 1], ["descending", -1]]) {
    const state = await press();
    hold(state === wanted, `aria-sort is ${state}, not ${wanted}`);
    const after = await keys(page, total);
    const known = after.filter((key) => key !== null);
    hold(known.every((key, at) => at === 0 || way * (key - known[at - 1]) >= 0), `not ${wanted}: ${known}`);
    hold(after.slice(known.length).every((key) => key === null), `what has no total is not last: ${after}`);
    hold(after.length === before.length, "rows were lost");
  }
  await page.close();
}

async function filters() {
  const page = await opened();
  const count = () => page.evaluate(() => {
    const rows = Array.from(document.querySelector("table.work").tBodies[0].rows);
    return rows.filter((row) => row.checkVisibility()).length;
  });
  const all = await count();
  const name = await page.evaluate(() => document.querySelector("table.work").tBodies[0].rows[0].cells[1].textContent);
  const plain = name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toUpperCase();
  await page.type(".tools input", plain);
  const wanted = await page.evaluate((words) => {
    const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toUpperCase();
    const rows = Array.from(document.querySelector("table.work").tBodies[0].rows);
    return rows.filter((row) => words.every((word) => plain(row.textContent).includes(word))).length;
  }, plain.split(/\s+/));
  hold((await count()) === wanted, `${plain} finds ${await count()} rows, not ${wanted}`);
  const told = await page.$eval(".tools output", (output) => output.textContent);
  hold(told.startsWith(String(wanted)) && told.includes(String(all)), `${told} is told of ${wanted} rows`);
  await page.click(".tools button");
  hold((await count()) === all, "clearing brings not all rows back");
  const grade = await page.$eval(".tools select", (select) => {
    select.selectedIndex = 1;
    select.dispatchEvent(new Event("input", { bubbles: true }));
    return select.value;
  });
  const graded = await page.evaluate((grade) => {
    const rows = Array.from(document.querySelector("table.work").tBodies[0].rows);
    const shown = rows.filter((row) => row.checkVisibility());
    return shown.length > 0 && shown.every((row) => Array.from(row.cells).some((cell) => cell.textContent.trim() === grade));
  }, grade);
  hold(graded, `the filter of the grade ${grade} shows others`);
  await page.emulateMediaType("print");
  hold((await count()) === all, "a filter leaves rows off the paper");
  await page.close();
}

async function keyboard() {
  const page = await opened();
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.className);
  hold(first === "skip", `the first stop of the keyboard is ${first}`);
  await page.keyboard.press("Enter");
  const at = await page.evaluate(() => document.activeElement.id);
  hold(at === "noi-dung", `skipping leads to ${at}`);
  await page.close();
}

// Chromium keeps what holds text although no script of the page runs.
async function scriptless() {
  const [without, scripted] = [await opened({ script: false }), await opened()];
  const state = (page) => page.evaluate(() => ({
    rows: document.querySelectorAll("tbody tr").length,
    hidden: Array.from(document.querySelectorAll("tbody tr")).filter((row) => row.hidden).length,
    tools: document.querySelectorAll(".tools, button").length,
  }));
  const [bare, equipped] = [await state(without), await state(scripted)];
  hold(bare.rows === equipped.rows && bare.hidden === 0, "rows are missing without the script");
  hold(bare.tools === 0, "dead controls without the script");
  hold(equipped.tools > 0, "no controls with the script");
  await Promise.all([without.close(), scripted.close()]);
}

async function everybody(dark) {
  const page = await opened({ dark });
  const found = await page.evaluate(async (axe) => {
    (0, eval)(axe);
    // Parts that are off the screen are not painted, and so not looked at.
    for (const sheet of document.styleSheets) {
      sheet.insertRule(".unit { content-visibility: visible !important; }", sheet.cssRules.length);
    }
    const result = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return result.violations.map((one) => [one.impact, one.id, one.nodes.length, one.nodes[0].html.slice(0, 160)]);
  }, AXE);
  for (const [impact, id, count, html] of found) {
    wrong.push(`axe, ${dark ? "dark" : "light"}, ${impact}, ${id}, ${count} times: ${html}`);
  }
  await page.close();
}

// Every head of a column and every last cell is on the paper, and nothing beyond its edge.
async function paper() {
  const page = await opened();
  const file = join(profile, "page.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  const wanted = await page.evaluate(() => {
    const heads = Array.from(document.querySelectorAll(".work thead tr:first-child th"));
    const lasts = Array.from(document.querySelectorAll(".work tbody tr td:last-child"));
    return heads.concat(lasts).map((cell) => cell.textContent);
  });
  await page.close();
  const words = [];
  const layout = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  let [width, tallest] = [0, 0];
  for (const line of layout.split("\n")) {
    const size = line.match(/<page width="([\d.]+)"/);
    if (size) width = Number(size[1]);
    const word = line.match(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)<\/word>/);
    if (!word) continue;
    const [left, top, right, bottom] = word.slice(1, 5).map(Number);
    hold(left >= 0 && right <= width, `beyond the edge of the paper: ${word[5]}`);
    tallest = Math.max(tallest, bottom - top);
    words.push(word[5]);
  }
  // Chromium draws all of it smaller where something is wider than the paper: then the title has less than its 15 points.
  hold(tallest > 1.15 * 15, `drawn smaller to fit the paper: the largest letters are ${tallest} points high`);
  const decoded = (text) =>
    text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;|&apos;/g, "'").replace(/&amp;/g, "&");
  const letters = (text) => text.normalize("NFC").replace(/\s+/g, "");
  const printed = new Set(words.map((word) => letters(decoded(word))));
  const joined = letters(decoded(words.join("")));
  for (const text of wanted) {
    const parts = text.split(/\s+/).map(letters).filter((part) => part !== "");
    const missing = parts.filter((part) => !printed.has(part) && !joined.includes(part));
    hold(missing.length === 0, `not on paper: ${missing.slice(0, 5).join(" ")}`);
  }
}

try {
  await phone();
  await sorts();
  await filters();
  if (!process.argv.includes("--quick")) {
    await keyboard();
    await scriptless();
    await everybody(false);
    await everybody(true);
    await paper();
  }
} finally {
  await end();
}
for (const line of new Set(wrong)) console.log(line);
if (wrong.length > 0) process.exit(1);
console.log("nothing wrong");
