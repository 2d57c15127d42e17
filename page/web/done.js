// What came of a run, as it is shown, and everything that can be taken away.
// @ts-check

function finished({ result, outputs, found }) {
  // All of it is made before any of it is shown: an old result and a new one never stand together.
  const { parts, alarm } = accounted(result, found);
  const summary = said(result.lines, result.verdict);
  const notes = result.proposed ? [...alarm, proposed(outputs)] : alarm;
  const page = outputs.find(({ kind }) => kind === "page");
  held.outputs = outputs;
  held.isTaken = false;
  held.good = { folder: held.folder, inbox: held.inbox, beside: held.beside, previous: held.previous };
  show("done");
  at("verdict").textContent = result.verdict;
  at("proposed").replaceChildren(...notes);
  at("said").replaceChildren(summary, parts);
  takeable(result.proposed ? "campaign" : "result");
  withList();
  at("reread").hidden = held.folder?.handle == null;
  at("tab-whole").hidden = page === undefined;
  if (page) framed(page);
  view("summary");
  at("verdict").focus();
  scrollTo(0, 0);
  tell(`Đã có kết quả. ${result.verdict}`);
}

/**
 * Found is read, refused and ignored together, each told; what lies outside the campaign's inbox as well. A file of which the report knows
 * nothing is one that was lost.
 */
function accounted(result, found) {
  const { intake } = result.report;
  const inbox = `${intake.folder}/`;
  const known = new Set(intake.files.map(({ name }) => name));
  // What lies in an archive is named below it; of a folder that is passed over, only the folder.
  for (const { name } of intake.files) {
    for (let at = name.indexOf("/"); at > 0; at = name.indexOf("/", at + 1)) known.add(name.slice(0, at));
  }
  const isKnown = (name) => {
    for (let at = name.length; at > 0; at = name.lastIndexOf("/", at - 1)) {
      if (known.has(name.slice(0, at))) return true;
    }
    return false;
  };
  const inFolder = (path) => `${nameOf(held.folder ?? EMPTY)}/${path}`;
  const outside = found.filter((path) => !inFolder(path).startsWith(inbox));
  const lost = found.filter((path) => inFolder(path).startsWith(inbox) && !isKnown(inFolder(path).slice(inbox.length)));
  const { counts } = result;
  const names = (files) => element("ul", {}, ...files.map((name) => element("li", {}, name)));
  const parts = element("section", { id: "accounted" }, element("h2", {}, "Các tệp"), element("p", {},
    `Đã tìm thấy ${found.length} tệp. Đã xem ${counts.found}: ${counts.read} đọc được, ${counts.refused} không đọc được, ${counts.ignored} bỏ qua.`));
  const ignored = intake.files.filter(({ fate }) => fate === "ignored").map(({ name }) => name);
  if (ignored.length > 0) parts.append(section(`Bỏ qua (${ignored.length})`, names(ignored), false));
  if (outside.length > 0) parts.append(section(`Ngoài nơi nhận phiếu, kể cả tệp của đợt (${outside.length})`, names(outside), false));
  const alarm = [];
  if (lost.length > 0 || counts.read + counts.refused + counts.ignored !== counts.found) {
    alarm.push(element("div", { class: "proposed", id: "lost" },
      element("p", {}, "Có tệp không rõ đã được xem hay chưa. Chưa dùng kết quả này; hãy chạy lại, hoặc dùng chương trình tonghop.exe."), names(lost)));
  }
  if (held.folder?.handle) parts.append(element("p", { class: "note" }, HIDDEN));
  return { parts, alarm };
}

/** Measured with Chromium 156: enumerating a handle leaves out what is no "safe" name to it. The button leaves out none of these. */
const HIDDEN = "Khi thả thư mục, trình duyệt không cho trang thấy lối tắt, tệp của hệ thống và tệp có tên bắt đầu hoặc kết thúc bằng dấu cách, dấu “~”, " +
  "hay có ký tự ẩn. Nếu thư mục có nhiều tệp hơn số nêu trên thì dùng nút “Thư mục khác…” và chọn lại: nút ấy thấy cả những tệp đó.";

/** No known scheme: what to do, in three sentences. */
function proposed(outputs) {
  const campaign = outputs.find(({ kind }) => kind === "campaign");
  const box = element("section", { class: "proposed" },
    element("h2", {}, "Kết quả TẠM TÍNH: phiếu theo bộ tiêu chí khác"),
    element("ol", {},
      element("li", {}, "Tải tệp đợt đánh giá về: trong đó là bộ tiêu chí và danh sách đơn vị suy ra từ chính các phiếu này."),
      element("li", {}, "Mở bằng Excel, xem các ô tô vàng và tô cam, sửa ô sai, ghi “không” ở dòng “Tạm tính” của trang đầu, rồi lưu."),
      element("li", {}, "Thả tệp đã sửa vào trang này: kết quả được tính lại với các phiếu vừa đọc.")));
  if (campaign) {
    const button = element("button", { type: "button" }, `Tải tệp đợt đánh giá (${campaign.name})`);
    button.addEventListener("click", () => take([campaign]));
    box.append(button);
  }
  return box;
}

/** @param {string} main the kind that most people want */
function takeable(main) {
  const kinds = Array.from(KINDS.keys());
  const rank = ({ kind }) => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length);
  const items = [...held.outputs].sort((one, other) => rank(one) - rank(other)).map((output) => {
    const [title, purpose] = KINDS.get(output.kind) ?? [output.name, ""];
    return button(title, purpose, output.bytes.length, () => take([output]), output.kind === main, output.name);
  });
  if (held.outputs.length > 1) {
    const sum = held.outputs.reduce((total, { bytes }) => total + bytes.length, 0);
    items.push(button("Tải tất cả", "một tệp nén (.zip)", sum, () => take(held.outputs), false, "zip"));
  }
  at("take").replaceChildren(...items);
}

function button(title, purpose, size, act, isMain, name) {
  const made = element("button", { type: "button", class: isMain ? "main" : "", "data-name": name },
    element("span", {}, title), element("span", { class: "size" }, sizeOf(size)), element("span", { class: "for" }, purpose));
  made.addEventListener("click", () => {
    act();
    made.classList.add("is-taken");
    tell(`Đã tải ${title}.`);
  });
  return element("li", {}, made);
}

/** @param {{name: string, kind: string, bytes: Uint8Array}[]} outputs */
function take(outputs) {
  const [first] = outputs;
  const isOne = outputs.length === 1;
  const main = held.outputs.find(({ kind }) => kind === "result") ?? first;
  const content = isOne ? new Blob([first.bytes], { type: "application/octet-stream" }) : zip(outputs, new Date());
  const address = URL.createObjectURL(content);
  const link = element("a", { href: address, download: isOne ? first.name : main.name.replace(/\.[^.]*$/, ".zip") });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  if (!isOne || first === main) held.isTaken = true;
}

/** The program's own page, in a frame: it has its own style, script and policy. */
function framed({ bytes }) {
  const frame = at("frame");
  frame.onload = () => {
    const inner = frame.contentDocument;
    if (inner === null) return;
    // The returns lie in the folder, which a page in the browser cannot open.
    for (const link of inner.querySelectorAll('a[href^="./"]')) {
      const name = inner.createElement("span");
      name.append(...link.childNodes);
      link.replaceWith(name);
    }
    // A link within the page would lead the frame to this page's own address, as a frame of this kind has none.
    inner.addEventListener("click", (event) => {
      const link = event.target.closest?.('a[href^="#"]');
      if (!link) return;
      event.preventDefault();
      inner.location.hash = link.getAttribute("href");
    });
    draggable(inner);
    printable(inner);
  };
  frame.srcdoc = new TextDecoder().decode(bytes);
}

const printed = () => at("frame").contentWindow.print();

/** What prints is the page in the frame, with its own paper, and not the frame with what is seen of it. @param {Document} whole */
function printable(whole) {
  whole.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "p" || document.body.dataset.view !== "whole") return;
    event.preventDefault();
    printed();
  });
}

/** @param {"summary" | "whole"} shown */
function view(shown) {
  document.body.dataset.view = shown;
  for (const id of ["summary", "whole"]) {
    at(id).hidden = id !== shown;
    at(`tab-${id}`).setAttribute("aria-selected", String(id === shown));
    at(`tab-${id}`).tabIndex = id === shown ? 0 : -1;
  }
  at("print").hidden = shown !== "whole";
}

function withList() {
  const { folder } = held;
  const isShown = document.body.dataset.state === "done";
  const off = (name, remove) => {
    const made = element("button", { type: "button", "aria-label": `Bỏ ${name}` }, "Bỏ");
    made.addEventListener("click", () => {
      remove();
      withList();
      if (isShown) start();
    });
    return made;
  };
  const entries = () => {
    const all = held.beside.map((one) => {
      const kind = BESIDE.get(one.kind ?? "?");
      return element("span", {}, kind === undefined ? one.path : `${one.path} (${kind})`, off(one.path, () => {
        held.beside = held.beside.filter((other) => other !== one);
      }));
    });
    if (held.previous !== null) {
      const name = held.previous.path;
      all.push(element("span", {}, `${name} (kết quả năm trước)`, off(name, () => {
        held.previous = null;
      })));
    }
    if (folder === null) {
      if (all.length > 0 && !isShown) all.push(element("p", { class: "note" }, "Hãy thả hoặc chọn thư mục phiếu: các tệp này được dùng cùng thư mục đó."));
      return all;
    }
    const words = `${folder.name} (thư mục phiếu, ${folder.files.length} tệp)`;
    if (isShown) return [element("span", { class: "fixed" }, words), ...all];
    // A run that was stopped or failed: the folder can be read once more, or left.
    const again = element("button", { type: "button" }, "Đọc");
    again.addEventListener("click", () => start());
    return [element("span", {}, words, again, off(folder.name, () => {
      [held.folder, held.inbox] = [null, null];
      held.answers.clear();
    })), ...all];
  };
  for (const place of document.querySelectorAll(".with")) place.replaceChildren(...entries());
}
