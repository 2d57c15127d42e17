// What people do with the page: drop, pick, choose a tab, stop.
// @ts-check

/** What was dropped or picked, wherever: a folder replaces the one before, single files go with it. */
async function taken(all, isPrevious) {
  if (all.unreadable.length > 0 && all.folders.length === 0) {
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
  if (folder === undefined && all.loose.length === 0) return;
  // What went with another folder, its campaign and its decisions first, is none of this one's.
  if (folder !== undefined && held.folder !== null && held.folder.name !== folder.name) [held.beside, held.previous] = [[], null];
  if (isPrevious && folder === undefined) {
    [held.previous] = all.loose;
  } else {
    const names = new Set(all.loose.map(({ path }) => same(path)));
    held.beside = [...held.beside.filter(({ path }) => !names.has(same(path))), ...all.loose];
  }
  if (folder !== undefined) {
    held.folder = folder;
    held.answers.clear();
  }
  at("trouble").hidden = true;
  withList();
  if (held.folder !== null || (all.loose.length > 0 && !isPrevious && wantsRun(all))) await start();
}

/** A workbook that was taken from this page twice has a number in its name, and takes the place of the first. @param {string} name */
const same = (name) => name.replace(/(quyet-dinh|dot-danh-gia)( \(\d+\))?\.xlsx$/i, "$1.xlsx");

/** Without a folder, single files are run where one of them may be a return; what only goes with a folder waits for it. */
const wantsRun = (all) => all.loose.some(({ path }) => !/(quyet-dinh|dot-danh-gia|tong-hop)[^/]*\.xlsx$|\.(toml|csv)$/i.test(path));

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
    back();
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
