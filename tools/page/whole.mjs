// Uses the whole page as people do, in Chromium, from the disk, and holds what it gives against the program: `node whole.mjs PAGE.html PROGRAM [PART…]`.
// Says what is wrong, a line each, and ends with 1; or that nothing is. Needs what check.mjs needs, and python3.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync, crc32 } from "node:zlib";
import { chosen, started } from "./browser.mjs";
import { later } from "./later.mjs";

const [file, program, ...parts] = process.argv.slice(2);
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wrong = [];
const hold = (is, text) => {
  if (!is) wrong.push(text);
};
const work = mkdtempSync(join(tmpdir(), "whole-"));
const chromium = await started(wrong);

/** A folder of its own below `work`, with a copy of what is given. */
function copied(name, from) {
  const to = join(work, name);
  cpSync(from, to, { recursive: true });
  return to;
}

const FORMATS = ["--json", "--html", "--docx"];

/** What the program makes of a folder: its outputs by name, and the first line that it says. */
function native(folder, more = []) {
  const [at, name] = [dirname(folder), basename(folder)];
  const isFile = (one) => statSync(join(at, one)).isFile();
  const before = new Map(readdirSync(at).filter(isFile).map((one) => [one, readFileSync(join(at, one))]));
  const args = [name, ...FORMATS, "--fail-on", "never", ...more];
  const said = execFileSync(resolve(program), args, { cwd: at, encoding: "utf8", maxBuffer: 1 << 28 });
  const made = new Map();
  for (const one of readdirSync(at).filter((one) => isFile(one) && !one.startsWith("."))) {
    const bytes = readFileSync(join(at, one));
    if (before.get(one)?.equals(bytes)) continue;
    made.set(one, bytes);
    if (before.has(one)) writeFileSync(join(at, one), before.get(one));
    else rmSync(join(at, one));
  }
  return { said, made };
}

async function drag(page, type, files, [x, y] = [640, 330]) {
  page.devtools ??= await page.createCDPSession();
  const data = { items: [], files, dragOperationsMask: 1 };
  await page.devtools.send("Input.dispatchDragEvent", { type, x, y, data });
}

async function drop(page, files, place) {
  for (const type of ["dragEnter", "dragOver", "drop"]) await drag(page, type, files, place);
}

/** Waits until the page has a result, or says why not. */
async function settled(page, timeout = 120000) {
  await page.waitForFunction(() => {
    const { state } = document.body.dataset;
    return state === "done" || !document.getElementById("trouble").hidden;
  }, { timeout, polling: 100 });
  return page.evaluate(() => {
    const trouble = document.getElementById("trouble");
    return trouble.hidden ? "" : trouble.innerText;
  });
}

const text = (page, id) => page.$eval(`#${id}`, (one) => one.innerText);

/** All outputs of the result that is shown, by the button that takes them all. */
async function taken(page) {
  const into = mkdtempSync(join(work, "taken-"));
  page.devtools ??= await page.createCDPSession();
  await page.devtools.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: into, eventsEnabled: true });
  const ended = new Promise((done) => {
    page.devtools.on("Browser.downloadProgress", ({ state }) => state === "completed" && done());
  });
  await page.click('#take [data-name="zip"]');
  await ended;
  const [archive] = readdirSync(into);
  execFileSync("python3", ["-m", "zipfile", "-e", join(into, archive), join(into, "all")]);
  return new Map(readdirSync(join(into, "all")).map((name) => [name, readFileSync(join(into, "all", name))]));
}

/** The page's outputs are the program's, byte by byte. */
function same(what, page, program) {
  const names = (outputs) => Array.from(outputs.keys()).sort().join(", ");
  hold(names(page) === names(program), `${what}: the page gives ${names(page)}; the program ${names(program)}`);
  for (const [name, bytes] of program) {
    const other = page.get(name);
    if (other === undefined || bytes.equals(other)) continue;
    writeFileSync(join(tmpdir(), `of-page-${name}`), other);
    writeFileSync(join(tmpdir(), `of-program-${name}`), bytes);
    wrong.push(`${what}: ${name} differs (${other.length} and ${bytes.length} bytes; both are kept in ${tmpdir()})`);
  }
}

/** Number of files by what became of them, from "Đã xem …". */
async function counts(page) {
  const said = await text(page, "accounted");
  const found = /Đã xem (\d+): (\d+) đọc được, (\d+) không đọc được, (\d+) bỏ qua/.exec(said);
  hold(found !== null, `no account of the files: ${said}`);
  const [all, read, refused, ignored] = (found ?? [0, 0, 0, 0, 0]).slice(1).map(Number);
  hold(all === read + refused + ignored, `files do not add up: ${said}`);
  hold((await page.$("#lost")) === null, `files that were lost: ${said}`);
  return { all, read, refused, ignored };
}

async function everybody(page, state) {
  const found = await page.evaluate(async (axe) => {
    (0, eval)(axe);
    const result = await globalThis.axe.run(document, { resultTypes: ["violations"], iframes: false });
    return result.violations.map((one) => [one.impact, one.id, one.nodes.length, one.nodes[0].html.slice(0, 160)]);
  }, AXE);
  for (const [impact, id, count, html] of found) wrong.push(`axe, ${state}, ${impact}, ${id}, ${count} times: ${html}`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  hold(width <= 0, `${state}: the page is ${width} pixels wider than the window`);
}

/** What the reader's workers are made to do in a test: nothing of it stands in the page. */
const plant = (page, body) =>
  page.evaluate((body) => {
    document.getElementById("worker-text").textContent += `
      { const read = wasm_bindgen.read_file; wasm_bindgen.read_file = (path, bytes) => { ${body} return read(path, bytes); }; }`;
  }, body);

/** A zip archive of one part, deflated. */
function archived(name, content) {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(crc32(content), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt16LE(name.length, 22);
  const sign = (bytes, number) => {
    const mark = Buffer.alloc(bytes);
    mark.writeUInt32LE(number, 0);
    return mark;
  };
  const local = Buffer.concat([sign(4, 0x04034b50), head, Buffer.from(name), packed]);
  const central = Buffer.concat([sign(6, 0x02014b50).fill(20, 4, 5), head, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

/** Memory of the largest process that shows a page, with all its workers, in MB, at its most while `act` runs. */
async function measured(page, act) {
  let most = 0;
  const look = () => {
    const rows = execFileSync("ps", ["-e", "-o", "rss=,args=", "-ww"], { encoding: "utf8", maxBuffer: 1 << 26 }).split("\n");
    const own = rows.filter((row) => row.includes("--type=renderer") && row.includes(chromium.profile));
    most = Math.max(most, own.reduce((largest, row) => Math.max(largest, Number(row.trim().split(/\s+/)[0])), 0) / 1024);
  };
  const timer = setInterval(look, 200);
  const begun = performance.now();
  await act();
  clearInterval(timer);
  return { seconds: (performance.now() - begun) / 1000, most };
}

const PARTS = {
  // The sample by drop and by button, the same bytes as the program's; the page within the page; the keyboard.
  async sample() {
    const folder = copied("kontum-2017", join(ROOT, "samples/kontum-2017"));
    const wanted = native(folder);
    const page = await chromium.opened(file);
    await everybody(page, "start");
    await drop(page, [folder]);
    hold(await settled(page) === "", "the sample has no result");
    hold(wanted.said.includes(await text(page, "verdict")), `another verdict: ${await text(page, "verdict")}`);
    await counts(page);
    await everybody(page, "done");
    const first = await taken(page);
    same("the sample", first, wanted.made);
    await page.click("#tab-whole");
    const frame = await (await page.$("#frame")).contentFrame();
    await frame.waitForSelector(".tools input");
    const links = await frame.$$eval('a[href^="./"]', (all) => all.length);
    hold(links === 0, `${links} links that lead nowhere`);
    await frame.click('nav a[href="#canh-bao"]');
    await page.waitForFunction(() => document.getElementById("frame").contentWindow.scrollY > 500, { timeout: 5000 })
      .catch(() => wrong.push("a link within the page in the frame leads nowhere"));
    await page.evaluate(() => {
      document.getElementById("frame").contentWindow.print = () => document.body.setAttribute("data-printed", "");
    });
    await page.keyboard.down("Control");
    await page.keyboard.press("p");
    await page.keyboard.up("Control");
    hold((await page.$("[data-printed]")) !== null, "printing prints not the page in the frame");
    await page.close();

    const other = await chromium.opened(file, { dark: true });
    // By the keyboard alone: past the link that skips, the button; then the tabs.
    await other.bringToFront();
    await other.keyboard.press("Tab");
    await other.keyboard.press("Tab");
    const stop = await other.evaluate(() => document.activeElement.dataset.pick);
    hold(stop === "folder", `the keyboard's second stop is ${stop}`);
    await chosen(other, () => other.keyboard.press("Enter"), [folder]);
    hold(await settled(other) === "", "the folder button gives no result");
    await other.keyboard.press("Tab");
    await other.keyboard.press("ArrowRight");
    hold(await other.$eval("#whole", (one) => !one.hidden), "the arrow leads not to the other tab");
    await other.keyboard.press("ArrowLeft");
    await everybody(other, "done, dark");
    same("the folder button", await taken(other), wanted.made);
    await other.close();
  },

  // Everything that goes wrong in returns, with last year's result.
  async spoiled() {
    const folder = copied("kontum-2017-spoiled", join(ROOT, "samples/kontum-2017-spoiled"));
    const last = copied("kontum-2016-tong-hop.xlsx", join(ROOT, "samples/kontum-2016-tong-hop.xlsx"));
    const wanted = native(folder, ["--previous", basename(last)]);
    const page = await chromium.opened(file, { width: 390 });
    await chosen(page, () => page.click('#start [data-pick="previous"]'), [last]);
    // By the button, as a browser hides some names of a folder that is dropped.
    await chosen(page, () => page.click('#start [data-pick="folder"]'), [folder]);
    hold(await settled(page) === "", "the spoiled sample has no result");
    await counts(page);
    await everybody(page, "spoiled, on a phone");
    same("the spoiled sample", await taken(page), wanted.made);
    await drop(page, [folder], [200, 300]);
    await page.waitForFunction(() => document.body.dataset.state !== "done");
    hold(await settled(page) === "", "the spoiled sample has no result when dropped");
    hold((await text(page, "accounted")).includes("không cho trang thấy"), "what a browser hides is not told");
    await page.close();
  },

  // A file that hangs, one that traps, one that inflates, one that is too large, one that the system gives not: each costs itself.
  async hostile() {
    const folder = copied("thu", join(ROOT, "samples/kontum-2017/phieu-nop"));
    // Of another year, as of two files of one content both would be refused.
    const other = join(ROOT, "samples/kontum-2016/phieu-nop");
    const some = readdirSync(other).filter((name) => name.endsWith(".xlsx"));
    cpSync(join(other, some[0]), join(folder, "treo.xlsx"));
    cpSync(join(other, some[1]), join(folder, "sap.xlsx"));
    writeFileSync(join(folder, "phinh.xlsx"), archived("xl/workbook.xml", Buffer.alloc(300 * 1024 * 1024, 32)));
    writeFileSync(join(folder, "lon.xlsx"), Buffer.alloc(65 * 1024 * 1024));
    cpSync(join(other, some[2]), join(folder, "khoa.xlsx"));
    const before = `{
      const { getFile } = FileSystemFileHandle.prototype;
      FileSystemFileHandle.prototype.getFile = function () {
        return this.name === "khoa.xlsx" ? Promise.reject(new DOMException("locked", "NotReadableError")) : getFile.call(this);
      };
    }`;
    const page = await chromium.opened(file, { search: "?seconds=5", before });
    await plant(page, `if (path.includes("treo")) for (;;); if (path.includes("sap")) throw new WebAssembly.RuntimeError("unreachable");`);
    await drop(page, [folder]);
    const trouble = await settled(page);
    hold(trouble === "", `hostile files cost the whole run: ${trouble}`);
    const { refused } = await counts(page);
    const names = ["treo.xlsx", "sap.xlsx", "phinh.xlsx", "lon.xlsx", "khoa.xlsx"];
    hold(refused === names.length, `${refused} files are refused, not ${names.length}`);
    const said = await text(page, "said");
    for (const name of names) hold(said.includes(name), `${name} is not told`);
    hold((await text(page, "verdict")).includes("28/30"), `others are lost: ${await text(page, "verdict")}`);
    await page.close();
  },

  // More files than a browser gives at once, in subfolders; a folder with single files beside it.
  async many() {
    const returns = readdirSync(join(ROOT, "samples/kontum-2017/phieu-nop")).filter((name) => /\.(xlsx|xls|ods)$/.test(name));
    const page = await chromium.opened(file);
    for (const count of [101, 250, 1000]) {
      const folder = join(work, `nhieu-${count}`);
      for (let at = 0; at < count; at += 1) {
        const name = returns[at % returns.length];
        const under = join(folder, `dot ${at % 7}`, at % 2 === 0 ? "" : "sâu/hơn nữa");
        mkdirSync(under, { recursive: true });
        cpSync(join(ROOT, "samples/kontum-2017/phieu-nop", name), join(under, `${at} ${name}`));
      }
      const { seconds, most } = await measured(page, async () => {
        await drop(page, [folder]);
        await page.waitForFunction((count) => document.getElementById("accounted")?.innerText.includes(`tìm thấy ${count} tệp`)
          || !document.getElementById("trouble").hidden, { timeout: 500000, polling: 200 }, count).catch(() => {});
      });
      const { all } = await counts(page);
      hold(all === count, `${all} files of ${count}`);
      console.log(`${count} files: ${seconds.toFixed(1)} s, ${most.toFixed(0)} MB in the browser's page`);
    }
    const beside = copied(returns[0], join(ROOT, "samples/kontum-2017/phieu-nop", returns[0]));
    await drop(page, [join(work, "nhieu-101"), beside]);
    await page.waitForFunction(() => document.getElementById("accounted").innerText.includes("tìm thấy 102 tệp"), { timeout: 100000, polling: 200 })
      .catch(() => wrong.push("a return beside the folder is lost"));
    await page.close();
  },

  // Another form: the proposed campaign is taken, dropped again, and the folder that was read is kept. So are decisions.
  async again() {
    const folder = copied("cchc-2013", join(ROOT, "tests/forms/camau-cchc/phieu-nop"));
    const wanted = native(folder);
    const page = await chromium.opened(file);
    await drop(page, [folder]);
    hold(await settled(page) === "", "another form has no result");
    const proposal = await text(page, "proposed");
    hold(proposal.includes("TẠM TÍNH"), `no proposal is told: ${proposal}`);
    await everybody(page, "proposed");
    const first = await taken(page);
    same("another form", first, wanted.made);
    const name = Array.from(first.keys()).find((one) => one.includes("dot-danh-gia"));
    hold(name !== undefined, "no campaign workbook is proposed");
    if (name === undefined) return;
    const campaign = join(work, name);
    writeFileSync(campaign, first.get(name));
    const confirmed = native(folder);
    await drop(page, [campaign]);
    await page.waitForFunction(() => document.body.dataset.state !== "done");
    hold(await settled(page) === "", `the campaign workbook is not taken: ${await text(page, "trouble")}`);
    hold(confirmed.said.includes(await text(page, "verdict")), `another verdict with the campaign workbook: ${await text(page, "verdict")}`);
    hold((await page.$$eval("#again-title ~ .with span", (all) => all.map((one) => one.textContent).join(" "))).includes("tệp đợt đánh giá"), "what was dropped is not told");
    await page.close();
  },

  // Questions are taken, decided in a workbook program, and dropped again.
  async decided() {
    const folder = copied("quyet", join(ROOT, "samples/kontum-2017"));
    const page = await chromium.opened(file);
    await drop(page, [folder]);
    hold(await settled(page) === "", "no result to decide on");
    const name = "quyet-quyet-dinh.xlsx";
    const book = join(work, name);
    writeFileSync(book, (await taken(page)).get(name));
    execFileSync("python3", ["-c", `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book["Câu hỏi"]
sheet["G5"], sheet["J5"], sheet["K5"] = "lấy điểm tính lại", "biên bản thẩm định", "Tổ thẩm định"
book.save(sys.argv[1])`, book]);
    const wanted = native(folder);
    hold(wanted.said.includes("1 đã áp dụng"), "the decision settles nothing, in the program");
    await drop(page, [book]);
    await page.waitForFunction(() => document.body.dataset.state !== "done");
    hold(await settled(page) === "", "the decision workbook is not taken");
    hold(wanted.said.includes(await text(page, "verdict")), `another verdict with the decision: ${await text(page, "verdict")}`);
    same("decided", await taken(page), wanted.made);
    await drop(page, [copied("khac", join(ROOT, "samples/kontum-2016"))]);
    await page.waitForFunction(() => document.body.dataset.state !== "done");
    hold(await settled(page) === "", "another folder has no result");
    hold(!(await text(page, "again-title")).includes(name) && (await page.$$(".panel .with button")).length === 0, "another folder's decisions are kept");
    await page.close();
  },

  // What people do wrong, and what browsers cannot do: a sentence each.
  async sentences() {
    const page = await chromium.opened(file);
    const [one, two, none] = ["mot", "hai", "trong"].map((name) => join(work, name));
    for (const folder of [one, two, none]) mkdirSync(folder);
    writeFileSync(join(one, "a.txt"), "a");
    writeFileSync(join(two, "a.txt"), "a");
    await drop(page, [one, two]);
    hold((await settled(page)).includes("một thư mục"), "two folders at once are not told");
    await everybody(page, "trouble");
    await drop(page, [none]);
    await page.waitForFunction(() => document.getElementById("trouble").innerText.includes("không có tệp nào"), { timeout: 5000 })
      .catch(() => wrong.push("an empty folder is not told"));
    await page.close();
    const old = await chromium.opened(file, { before: "delete DataTransferItem.prototype.getAsFileSystemHandle;" });
    await drop(old, [one]);
    hold((await settled(old)).includes("Chọn thư mục phiếu"), "a folder that cannot be read is not told");
    await old.close();
    const without = await chromium.opened(file, { before: "delete globalThis.WebAssembly;" });
    await drop(without, [one]);
    hold((await settled(without)).includes("tonghop.exe"), "without WebAssembly nothing is said");
    await without.close();
  },
};

const LATER = later({ file, root: ROOT, work, chromium, hold, copied, native, drop, settled, text, taken, same, counts });

try {
  for (const [name, part] of Object.entries({ ...PARTS, ...LATER })) {
    if (parts.length > 0 && !parts.includes(name)) continue;
    try {
      await part();
    } catch (error) {
      wrong.push(`${name}: ${error.message}`);
    }
  }
} finally {
  await chromium.end();
  if (existsSync(work)) rmSync(work, { recursive: true, force: true });
}
for (const line of new Set(wrong)) console.log(line);
if (wrong.length > 0) process.exit(1);
console.log("nothing wrong");
