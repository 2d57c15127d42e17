// A browser for the checks of pages: Chromium, each page opened from the disk, with everything noted that a page of ours must not do.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

/** Starts Chromium (CHROMIUM names another than `chromium`). `wrong` gathers what must not be, a line each. */
export async function started(wrong) {
  const chromium = process.env.CHROMIUM ?? execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
  const profile = mkdtempSync(join(tmpdir(), "page-"));
  const browser = await puppeteer.launch({
    executablePath: chromium,
    userDataDir: profile,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
    protocolTimeout: 600000,
  });
  const end = async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { browser, profile, end, opened: (file, options) => opened(browser, wrong, file, options) };
}

async function opened(browser, wrong, file, { dark = false, width = 1366, height = 768, search = "", before } = {}) {
  const address = pathToFileURL(resolve(file)).href + search;
  const page = await browser.newPage();
  page.on("console", (message) => wrong.push(`console, ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error of the page: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith("blob:") && !url.startsWith("data:")) wrong.push(`request: ${url}`);
  });
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  if (before) await page.evaluateOnNewDocument(before);
  await page.goto(address, { waitUntil: "load" });
  return page;
}

/** Gives files to the chooser that an act of the user opens. */
export async function chosen(page, act, files) {
  const chooser = page.waitForFileChooser();
  // A busy page takes keys and clicks before it is told that choosers are ours: it answers once before the act.
  await page.evaluate(() => document.readyState);
  await act();
  await (await chooser).accept(files);
}
