// The page: what was dropped, the run, what came of it.
// @ts-check

/** A larger file is not read: what the program allows for one file. */
const MOST_BYTES = 64 * 1024 * 1024;
/** For one file, as in the program; another stands in the address (`?seconds=5`). */
const SECONDS = Math.max(1, Number(new URLSearchParams(location.search).get("seconds")) || 30);
const KINDS = new Map([
  ["result", ["Bảng tổng hợp", "Excel: để lãnh đạo xem và ký"]],
  ["campaign", ["Tệp đợt đánh giá", "Excel: xem, sửa rồi thả lại vào trang này"]],
  ["decisions", ["Tệp quyết định", "Excel: ghi quyết định rồi thả lại vào trang này"]],
  ["annex", ["Phụ lục", "Word: phụ lục kèm quyết định"]],
  ["page", ["Trang kết quả", "HTML: xem trên điện thoại, in"]],
  ["json", ["Dữ liệu", "JSON: cho chương trình khác"]],
]);
const BESIDE = new Map([
  ["campaign", "tệp đợt đánh giá"],
  ["decisions", "tệp quyết định"],
  ["previous", "kết quả năm trước"],
  ["result", "kết quả lần trước"],
  ["", "phiếu"],
]);

const at = (id) => /** @type {any} */ (document.getElementById(id));
const held = {
  /** @type {Folder | null} */ folder: null,
  /** The campaign's place for returns in the folder, with `/` at its end; known after a run. @type {string | null} */ inbox: null,
  /** @type {{path: string, open: () => Promise<File>, kind?: string}[]} */ beside: [],
  /** @type {Found | null} */ previous: null,
  /** What was read, by path; good while the file is the same. @type {Map<string, {mark: string, answer: Uint8Array}>} */
  answers: new Map(),
  /** @type {{name: string, kind: string, bytes: Uint8Array}[]} */ outputs: [],
  /** What the result that is shown came from. @type {any} */ good: null,
  isTaken: false,
};
/** Which run is going on: one that is stopped finds another number here. */
let turn = 0;
let workerAddress = "";
/** @type {Promise<WebAssembly.Module> | null} */
let compiling = null;
/** @type {{end: (kind: any) => void}[]} */
let workers = [];

function show(state) {
  document.body.dataset.state = state;
  document.body.dataset.view = "";
  for (const id of ["start", "busy", "done"]) at(id).hidden = id !== state;
  at("trouble").hidden = true;
}

const tell = (text) => {
  at("live").textContent = text;
};

/** @param {string} text a sentence @param {(Node | string)[]} more */
function trouble(text, ...more) {
  stop();
  back();
  at("trouble-title").textContent = held.good === null ? "Chưa có kết quả" : "Lần này chưa có kết quả";
  if (held.good !== null) more = [...more, element("p", {}, `Bên dưới vẫn là kết quả lần trước, của ${held.good.folder === null ? "các tệp thả riêng" : `thư mục “${held.good.folder.name}”`}.`)];
  at("trouble-text").textContent = text;
  at("trouble-more").replaceChildren(...more);
  at("trouble").hidden = false;
  scrollTo(0, 0);
}

/** To what there was before: the result of the last run, with what it came from, or the beginning. */
function back() {
  show(held.good !== null ? "done" : "start");
  if (held.good !== null) {
    if (held.folder !== held.good.folder) held.answers.clear();
    Object.assign(held, held.good);
    view("summary");
  }
  withList();
}

function stop() {
  turn += 1;
  for (const one of workers) one.end("stopped");
  workers = [];
}

const decimal = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });
const sizeOf = (bytes) =>
  bytes < 1024 * 1024 ? `${decimal.format(Math.max(1, Math.round(bytes / 1024)))} KB` : `${decimal.format(bytes / 1024 / 1024)} MB`;

/** What the module says to the chief of a run, with its own sentence where it has one. */
function sentence(error) {
  if (!(error instanceof Failure)) return `Có lỗi ngoài dự kiến của trang: ${because(error)}.`;
  if (error.kind === "refused") return error.message;
  if (error.kind === "memory") return "Trình duyệt không đủ bộ nhớ cho các phiếu này. Hãy đóng bớt thẻ rồi thử lại, hoặc dùng chương trình tonghop.exe.";
  return "Việc tổng hợp bị dừng giữa chừng do lỗi của chương trình; chưa có kết quả nào. Hãy dùng chương trình tonghop.exe với cùng thư mục này.";
}

async function instance() {
  compiling ??= unpackedModule();
  const module = await compiling;
  workerAddress ||= URL.createObjectURL(new Blob([at("worker-text").textContent], { type: "text/javascript" }));
  return () => {
    const made = new Instance(workerAddress, module);
    workers.push(made);
    return made;
  };
}

/** One run over what is held. */
async function start() {
  stop();
  const mine = turn;
  const isMine = () => mine === turn;
  show("busy");
  at("busy-title").textContent = "Đang chuẩn bị…";
  at("busy-title").focus();
  at("busy-slow").hidden = true;
  progress(0, 0, "", "");
  tell("Đang đọc thư mục.");
  try {
    if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") {
      trouble("Trình duyệt này không chạy được trang tổng hợp (thiếu hoặc đã tắt WebAssembly). Hãy mở bằng Edge hay Chrome bản mới, hoặc dùng chương trình tonghop.exe.");
      return;
    }
    const make = await instance();
    if (!isMine()) return;
    const result = await ran(make, isMine);
    if (!isMine()) return;
    finished(result);
    stop();
  } catch (error) {
    if (!isMine()) return;
    if (error instanceof WebAssembly.CompileError || error instanceof EvalError) {
      trouble("Trình duyệt không cho chạy phần tính toán của trang (WebAssembly bị tắt theo chính sách của cơ quan). Hãy dùng chương trình tonghop.exe.");
    } else {
      trouble(sentence(error));
    }
  }
}

/** @param {number} done @param {number} all 0: nobody knows yet @param {string} count @param {string} now */
function progress(done, all, count, now) {
  const bar = at("progress");
  if (all > 0) [bar.max, bar.value] = [all, done];
  else bar.removeAttribute("value");
  at("busy-count").textContent = count;
  at("busy-now").textContent = now;
}

/**
 * Hands a file to the run. What cannot be read is told as such, and never left out. Gives what tells this state of the file from another.
 * @param {Instance} chief @param {Found} found
 */
async function handed(chief, found) {
  try {
    const file = await found.open();
    if (file.size <= MOST_BYTES) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await chief.call("add", [found.path, bytes, file.lastModified]);
      return `${file.size} ${file.lastModified}`;
    }
    await chief.call("add_too_large", [found.path, file.size, file.lastModified]);
  } catch (error) {
    if (error instanceof Failure) throw error;
    // A picked file is as it was when it was picked: changed since, it has to be picked again.
    const again = held.folder?.handle ? "" : "; nếu tệp vừa được lưu lại thì chọn lại thư mục bằng nút “Thư mục khác…”";
    await chief.call("add_unreadable", [found.path, because(error) + again]);
  }
  return "";
}

/** The bytes of a file on which the whole run depends. @param {Found} found */
async function wholly({ path, open }) {
  const file = await open().catch((error) => {
    throw new Failure("refused", `Không đọc được tệp “${path}”: ${because(error)}.`);
  });
  if (file.size > MOST_BYTES) throw new Failure("refused", `Tệp “${path}” có ${sizeOf(file.size)}: quá lớn để dùng kèm (tối đa ${sizeOf(MOST_BYTES)}).`);
  return new Uint8Array(await file.arrayBuffer());
}

/** Files given beside the folder: what each is taken for; what is none of these is a return. @param {Instance} chief */
async function besides(chief) {
  const returns = [];
  if (held.previous !== null) {
    await chief.call("add_previous", [held.previous.path, await wholly(held.previous)]);
  }
  for (const one of [...held.beside]) {
    one.kind = await chief.call("add_beside", [one.path, await wholly(one)]);
    if (one.kind === "") returns.push(one);
    // Of these one counts, the last.
    if (one.kind === "previous") held.previous = null;
    if (one.kind === "previous" || one.kind === "campaign") {
      held.beside = held.beside.filter((other) => other === one || other.kind !== one.kind);
    }
  }
  return returns;
}

/** Hands over files, and notes what tells them from later ones. */
async function handedAll(chief, files, marks, isMine) {
  for (const [position, found] of files.entries()) {
    const mark = await handed(chief, found);
    if (!isMine()) throw new Failure("stopped");
    if (mark !== "") marks.set(found.path, mark);
    progress(position + 1, files.length, `${position + 1}/${files.length} tệp`, found.path);
  }
}

const EMPTY = { name: "phieu", files: [], unreadable: [], handle: null };

/** The name of a folder as the run has it: the last part of a path. */
const nameOf = (folder) => folder.name.split(/[\/\\]/).filter((name) => !["", ".", ".."].includes(name)).pop() ?? "thu-muc";

/** @param {() => Instance} make @param {() => boolean} isMine */
async function ran(make, isMine) {
  const chief = make();
  const folder = held.folder ?? EMPTY;
  await chief.call("begin", [folder.name]);
  const loose = await besides(chief);
  if (folder === EMPTY && loose.length === 0) {
    throw new Failure("refused", "Chưa có phiếu nào. Hãy thả hoặc chọn thư mục phiếu: các tệp vừa thả được dùng cùng thư mục đó.");
  }
  at("busy-title").textContent = "Đang mở các tệp…";
  const marks = new Map();
  await handedAll(chief, folder.files, marks, isMine);
  for (const { path, why } of folder.unreadable) await chief.call("add_unreadable", [path, why]);
  // Single returns belong where the campaign has its returns, which a run without them says.
  if (folder !== EMPTY && loose.length > 0 && held.inbox === null) {
    held.inbox = await inboxOf(chief, make, marks, folder).catch((error) => {
      if (error instanceof Failure && error.kind === "refused") return "";
      throw error;
    });
  }
  const isThere = (path) => folder.files.some((file) => file.path === path);
  const returns = loose.map((one) => ({ ...one, path: free((held.inbox ?? "") + one.path, isThere) }));
  await handedAll(chief, returns, marks, isMine);
  const plan = JSON.parse(await chief.call("to_read", []));
  await readAll(chief, make, plan.read, marks);
  if (!isMine()) throw new Failure("stopped");
  at("busy-title").textContent = "Đang tổng hợp…";
  progress(0, 0, `Đã đọc ${plan.read.length} tệp`, "");
  tell("Đã đọc xong, đang tổng hợp.");
  const result = JSON.parse(await chief.call("finish", ['{"html":true,"json":true,"docx":true}']));
  held.inbox = inboxIn(result, folder);
  const outputs = [];
  for (const { name, kind } of result.outputs) {
    outputs.push({ name, kind, bytes: await chief.call("output", [name]) });
  }
  return { result, outputs, found: [...folder.files, ...returns, ...folder.unreadable].map(({ path }) => path) };
}

/** Where the campaign of what was added has its returns, in the folder. */
async function inboxOf(chief, make, marks, folder) {
  const plan = JSON.parse(await chief.call("to_read", []));
  await readAll(chief, make, plan.read, marks);
  return inboxIn(JSON.parse(await chief.call("finish", ['{"json":true}'])), folder);
}

const inboxIn = (result, folder) => `${result.report.intake.folder}/`.slice(nameOf(folder).length + 1);

/** Reads what the run wants read, several at once. */
async function readAll(chief, make, wanted, marks) {
  const readers = new Readers(make, SECONDS);
  workers.push(readers);
  at("busy-title").textContent = "Đang đọc phiếu…";
  const now = new Set();
  const [begun, total] = [performance.now(), wanted.length];
  let [next, done, said] = [0, 0, 0];
  const step = () => {
    progress(done, total, `${done}/${total} tệp`, now.size > 0 ? `Đang đọc: ${Array.from(now).join("; ")}` : "");
    at("busy-slow").hidden = !(done > 1 && (performance.now() - begun) / done > 3000);
    if (performance.now() - said > 4000) {
      said = performance.now();
      tell(`Đã đọc ${done} trên ${total} tệp.`);
    }
  };
  await readers.all(() => wanted[next++], async ({ path }, read) => {
    now.add(path);
    step();
    try {
      const answer = await answered(chief, path, marks.get(path), read);
      await chief.call("answer", [path, answer]);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind === "stopped") throw error;
      await chief.call("failed", [path, error.kind === "refused" ? "trap" : error.kind]);
    }
    now.delete(path);
    done += 1;
    step();
  });
  readers.end();
}

/** The answer for a file: the one kept from the run before, where the file is the same. */
async function answered(chief, path, mark, read) {
  const kept = held.answers.get(path);
  if (mark !== undefined && kept?.mark === mark) return kept.answer.slice();
  // Those that the run holds, and not the file once more, which may be another by now.
  const bytes = await chief.call("bytes_of", [path]);
  const answer = await read(bytes);
  if (mark !== undefined) held.answers.set(path, { mark, answer: answer.slice() });
  return answer;
}
