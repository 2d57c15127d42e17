// What came of a run, as it is shown, and everything that can be taken away.
// @ts-check

function finished({ result, outputs, failures, plan, found }) {
  held.outputs = outputs;
  held.isTaken = false;
  held.good = { folder: held.folder, beside: held.beside, previous: held.previous };
  show("done");
  at("verdict").textContent = result.verdict;
  at("proposed").replaceChildren(...(result.proposed ? [proposed(outputs)] : []));
  at("said").replaceChildren(said(result.lines, result.verdict), accounted(result, failures, plan, found));
  takeable(result.proposed ? "campaign" : "result");
  withList();
  at("reread").hidden = held.folder?.handle == null;
  const page = outputs.find(({ kind }) => kind === "page");
  at("tab-whole").hidden = page === undefined;
  if (page) framed(page);
  view("summary");
  at("verdict").focus();
  scrollTo(0, 0);
  tell(`Đã có kết quả. ${result.verdict}`);
}

/** Found is read, refused and ignored together, each told. */
function accounted(result, failures, plan, found) {
  const ignored = plan.ignored ?? [];
  const counts = result.counts ?? { found, ignored: ignored.length, refused: failures.length, read: found - ignored.length - failures.length };
  const text = `Tìm thấy ${counts.found} tệp: ${counts.read} đọc được, ${counts.refused} từ chối, ${counts.ignored} bỏ qua.`;
  const items = ignored.map(({ path, why }) => element("li", {}, `${path}: ${why}`));
  const parts = element("section", { id: "accounted" }, element("h2", {}, "Các tệp"), element("p", {}, text));
  if (counts.read + counts.refused + counts.ignored !== counts.found || counts.found < found) {
    parts.append(element("p", { class: "proposed" }, `Số tệp không khớp: thư mục có ${found} tệp. Chưa dùng kết quả này; hãy chạy lại, hoặc dùng chương trình tonghop.exe.`));
  }
  if (items.length > 0) parts.append(element("p", {}, "Bỏ qua:"), element("ul", {}, ...items));
  return parts;
}

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
  const entries = folder === null ? [] : [[folder.name, `thư mục phiếu, ${folder.files.length} tệp`, null]];
  entries.push(...held.beside.map((one) => [one.path, BESIDE.get(one.kind ?? "?") ?? "", () => {
    held.beside = held.beside.filter((other) => other !== one);
  }]));
  if (held.previous !== null) entries.push([held.previous.path, "kết quả năm trước", () => {
    held.previous = null;
  }]);
  for (const place of document.querySelectorAll(".with")) {
    place.replaceChildren(...entries.map(([name, kind, remove]) => {
      if (remove === null) return element("span", { class: "fixed" }, `${name} (${kind})`);
      const off = element("button", { type: "button", "aria-label": `Bỏ ${name}` }, "Bỏ");
      off.addEventListener("click", () => {
        remove();
        withList();
        if (document.body.dataset.state === "done") start();
      });
      return element("span", {}, kind === "" ? name : `${name} (${kind})`, off);
    }));
  }
}
