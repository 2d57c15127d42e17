// What the module says, line by line as the command prints it, as headings, lists and findings. No text of a workbook becomes markup.
// @ts-check

/**
 * @param {string} kind
 * @param {{[name: string]: string}} [attributes]
 * @param {...(Node | string)} children
 */
function element(kind, attributes = {}, ...children) {
  const made = document.createElement(kind);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const indentOf = (line) => line.length - line.trimStart().length;
const raised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Lines without indentation, each with those below it that have one.
 * @param {string[]} lines
 */
function outline(lines) {
  /** @type {{text: string, below: string[]}[]} */
  const parts = [];
  for (const line of lines) {
    if (line.trim() === "") continue;
    if (indentOf(line) > 0 && parts.length > 0) parts[parts.length - 1].below.push(line);
    else parts.push({ text: line.trim(), below: [] });
  }
  return parts;
}

/** A finding's line: place, how bad, code, text. */
const FINDING = /^(.*): (lỗi|cảnh báo|ghi chú) (TH\d{3}): (.*)$/;

/**
 * Units and their findings.
 * @param {string[]} lines
 */
function findings(lines) {
  const all = document.createDocumentFragment();
  let last = null;
  for (const line of lines) {
    const text = line.trim();
    const found = FINDING.exec(text);
    if (found) {
      const [, where, severity, code, what] = found;
      const isError = severity === "lỗi" ? " is-error" : "";
      last = element("div", { class: `finding${isError}` },
        element("p", {}, element("span", { class: "code" }, `${raised(severity)} ${code}`), ` ${raised(what)}`),
        element("p", { class: "where" }, where));
      all.append(last);
    } else if (last !== null && indentOf(line) > 2) {
      const kind = text.startsWith("⇒") ? "effect" : "advice";
      last.append(element("p", { class: kind }, raised(text.replace(/^[→⇒] /, ""))));
    } else {
      last = null;
      all.append(element(text.startsWith("…") ? "p" : "h3", {}, text));
    }
  }
  return all;
}

/** A section that can be closed; long ones are. */
function section(title, content, isOpen) {
  const details = element("details", {}, element("summary", {}, element("h2", {}, title)), content);
  details.open = isOpen;
  return details;
}

/**
 * @param {{text: string, below: string[]}} part
 * @returns {Node}
 */
function shownPart({ text, below }) {
  const title = text.replace(/:$/, "");
  if (below.length > 0 && below.every((line) => /^\s*\d+\. /.test(line))) {
    const items = below.map((line) => element("li", {}, raised(line.trim().replace(/^\d+\. /, ""))));
    return element("section", {}, element("h2", {}, title), element("ol", {}, ...items));
  }
  if (below.some((line) => FINDING.test(line.trim()))) {
    return section(title.replace(/: (\d+)$/, " ($1)"), findings(below), below.length <= 45);
  }
  if (below.length > 0) {
    const items = below.map((line) => element("li", {}, line.trim()));
    return section(title, element("ul", {}, ...items), below.length <= 15);
  }
  const listed = /^(.+ \(\d+\)): (.+)$/.exec(text);
  if (listed) {
    const names = listed[2].split("; ").map((name) => element("li", {}, name));
    return element("section", {}, element("h2", {}, listed[1]), element("ul", { class: names.length > 6 ? "names" : "" }, ...names));
  }
  return element("p", {}, text);
}

/**
 * @param {string[]} lines
 * @param {string} verdict stands above already
 */
function said(lines, verdict) {
  const all = document.createDocumentFragment();
  const at = lines.findIndex((line) => line.trim() === verdict.trim());
  const before = outline(lines.slice(0, Math.max(at, 0))).map(shownPart);
  // What was written stands among what is to be taken.
  const parts = outline(lines.slice(at + 1)).filter(({ text }) => !text.startsWith("Phụ lục: ")).map(shownPart);
  // Facts are short lines; then what is to be done; then who and where.
  const rank = (part) => (part.nodeName === "P" ? 0 : part.querySelector("ol") ? 1 : 2);
  const of = (wanted) => parts.filter((part) => rank(part) === wanted);
  const isLong = before.length > 2;
  all.append(element("section", { class: "facts" }, ...(isLong ? [] : before), ...of(0)), ...of(1), ...of(2));
  if (isLong) all.append(section("Suy ra như thế nào", element("div", { class: "facts" }, ...before), false));
  return all;
}
