// What people do with the page: drop, pick, choose a tab, stop.
// @ts-check

/** What was dropped or picked, wherever: a folder replaces the one before, single files go with it. */
async function taken(all, isPrevious) {
  if (all.unreadable.length > 0) {
    trouble(`Trình duyệt không cho đọc thư mục “${all.unreadable[0]}” khi thả vào trang.`,
      element("p", {}, "Hãy bấm nút “Chọn thư mục phiếu…” và chọn chính thư mục đó: kết quả như nhau."));
    return;
  }
  if (all.folders.length > 1) {
    const names = all.folders.map(({ name }) => `“${name}”`).join(", ");
    trouble(`Mỗi lần chỉ đọc một thư mục phiếu; vừa thả ${all.folders.length} thư mục: ${names}.`);
    return;
  }
  const [folder] = all.folders;
  if (folder !== undefined && folder.files.length + folder.unreadable.length === 0) {
    trouble(`Thư mục “${folder.name}” không có tệp nào.`);
    return;
  }
  if (folder === undefined && all.loose.length === 0) {
    // Something else than files was dropped: what there was stays.
    back();
    return;
  }
  if (isPrevious && folder === undefined && all.loose.length > 1) {
    trouble(`Kết quả năm trước là một tệp; vừa chọn ${all.loose.length} tệp. Hãy chọn một tệp.`);
    return;
  }
  if (folder !== undefined) {
    if (held.folder === null) {
      // Returns that were counted without a folder are none of this one's; campaign and decisions were waiting for it.
      held.beside = held.beside.filter(({ kind }) => kind !== "");
    } else if (!await isSame(held.folder, folder)) {
      // What went with another folder, its campaign and its decisions first, is none of this one's.
      [held.beside, held.previous] = [[], null];
    }
    [held.folder, held.inbox] = [folder, null];
    held.answers.clear();
  }
  if (isPrevious && folder === undefined) [held.previous] = all.loose;
  else held.beside = withLoose(held.beside, all.loose);
  at("trouble").hidden = true;
  if (held.folder !== null || (all.loose.length > 0 && !isPrevious && wantsRun(all))) {
    await start();
    return;
  }
  show(held.good === null ? "start" : "done");
  if (held.good !== null) view("summary");
  withList();
}

/**
 * Whether two are one folder, read again, and not two of one name: by their handles, else by a file that both have as it is.
 * @param {Folder} one @param {Folder} other
 */
async function isSame(one, other) {
  if (one.name !== other.name) return false;
  if (one.handle && other.handle) return one.handle.isSameEntry(other.handle).catch(() => false);
  const known = new Map(one.files.map((file) => [file.path, file]));
  for (const file of other.files) {
    const before = known.get(file.path);
    if (before === undefined) continue;
    const [here, there] = await Promise.all([file.open(), before.open()]).catch(() => [null, null]);
    if (here !== null && here.size === there.size && here.lastModified === there.lastModified) return true;
  }
  return false;
}

/** A workbook that was taken from this page twice has a number in its name. */
const TAKEN = /(quyet-dinh|dot-danh-gia)( \(\d+\))?\.xlsx$/i;
const plain = (name) => name.replace(TAKEN, "$1.xlsx");

/**
 * What goes with the folder, and single files that came now: a campaign or a decision workbook takes the place of the one before; a return
 * stays beside another of its name, as both may be meant.
 * @param {Found[]} before @param {Found[]} loose
 */
function withLoose(before, loose) {
  const named = new Set(loose.map(({ path }) => path).filter((path) => TAKEN.test(path)).map(plain));
  const all = before.filter(({ path }) => !named.has(plain(path)));
  for (const one of loose) all.push({ ...one, path: free(one.path, (path) => all.some((other) => other.path === path)) });
  return all;
}

/** A name that is not there yet: `phieu.xlsx`, `phieu (2).xlsx` and so on. @param {string} path @param {(path: string) => boolean} isThere */
function free(path, isThere) {
  const [, start, end] = /^(.*?)(\.[^.\/]*)?$/s.exec(path);
  let found = path;
  for (let number = 2; isThere(found); number += 1) found = `${start} (${number})${end ?? ""}`;
  return found;
}

/** Without a folder, single files are run where one of them may be a return; what only goes with a folder waits for it. */
const wantsRun = (all) => all.loose.some(({ path }) => !/(quyet-dinh|dot-danh-gia|tong-hop)[^/]*\.(xlsx|json)$|\.(toml|csv)$/i.test(path));

async function drop(event) {
  event.preventDefault();
  const zone = event.target instanceof Element ? event.target.closest("[data-drop]") : null;
  undrag();
  if (event.dataTransfer === null) return;
  const items = asked(event.dataTransfer);
  if (items.length === 0) return;
  const isPrevious = zone?.dataset.drop === "previous";
  await found(() => dropped(items, counting), isPrevious);
}

const counting = (count) => {
  if (count % 50 === 0) at("busy-count").textContent = `Đã thấy ${count} tệp`;
};

/** Looks for the files, then goes on with them. */
async function found(look, isPrevious) {
  stop();
  const mine = turn;
  show("busy");
  at("busy-title").textContent = "Đang xem thư mục…";
  progress(0, 0, "", "");
  try {
    const all = await look();
    if (mine !== turn) return;
    // What was held may be a folder that was being read, whose decisions these are: not yet the one of the last result.
    await taken(all, isPrevious);
  } catch (error) {
    if (mine !== turn) return;
    trouble(error instanceof TooMany
      ? `Thư mục có hơn ${MOST_FILES} tệp: đây hẳn không phải thư mục phiếu. Hãy chọn thư mục chỉ chứa phiếu.`
      : `Không đọc được những gì vừa thả: ${because(error)}. Hãy bấm nút “Chọn thư mục phiếu…”.`);
  }
}

let leaving = 0;

function undrag() {
  clearTimeout(leaving);
  document.body.classList.remove("is-dragging");
  at("veil").hidden = true;
  for (const zone of document.querySelectorAll(".is-over")) zone.classList.remove("is-over");
}

function dragged(event) {
  if (!event.dataTransfer || !Array.from(event.dataTransfer.types).includes("Files")) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
  // A browser says not when a drag has left the window; it says all the time that it goes on.
  clearTimeout(leaving);
  leaving = setTimeout(undrag, 400);
  document.body.classList.add("is-dragging");
  at("veil").hidden = document.body.dataset.state === "start";
  const over = event.target instanceof Element ? event.target.closest(".drop") : null;
  for (const zone of document.querySelectorAll(".drop")) {
    zone.classList.toggle("is-over", zone === (over ?? document.querySelector(".drop")));
  }
}

/** @param {Document} whole */
function draggable(whole) {
  whole.addEventListener("dragenter", dragged);
  whole.addEventListener("dragover", dragged);
  whole.addEventListener("drop", drop);
}

function picking(kind) {
  const input = at(`pick-${kind}`);
  input.value = "";
  input.click();
}

function wire() {
  draggable(document);
  printable(document);
  at("print").addEventListener("click", printed);
  for (const one of document.querySelectorAll("[data-pick]")) one.addEventListener("click", () => picking(one.dataset.pick));
  at("pick-folder").addEventListener("change", ({ target }) => {
    const files = Array.from(target.files);
    if (files.length === 0) {
      trouble("Thư mục vừa chọn không có tệp nào.");
      return;
    }
    found(async () => ({ folders: [picked(files)], loose: [], unreadable: [] }), false);
  });
  for (const kind of ["previous", "beside"]) {
    at(`pick-${kind}`).addEventListener("change", ({ target }) => {
      const loose = Array.from(target.files).map((file) => ({ path: file.name, open: async () => file }));
      if (loose.length > 0) taken({ folders: [], loose, unreadable: [] }, kind === "previous");
    });
  }
  at("stop").addEventListener("click", () => {
    stop();
    back();
    tell("Đã dừng.");
  });
  at("reread").addEventListener("click", () => {
    const { handle } = held.folder;
    const item = { handle: Promise.resolve(handle), entry: null, file: null };
    found(() => dropped([item], counting), false);
  });
  const tabs = ["summary", "whole"];
  for (const [position, id] of tabs.entries()) {
    at(`tab-${id}`).addEventListener("click", () => view(id));
    at(`tab-${id}`).addEventListener("keydown", (event) => {
      if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
      const other = tabs[1 - position];
      if (at(`tab-${other}`).hidden) return;
      view(other);
      at(`tab-${other}`).focus();
    });
  }
  addEventListener("beforeunload", (event) => {
    if (held.outputs.length > 0 && !held.isTaken) event.preventDefault();
  });
}

wire();
