
//<![CDATA[
// Sorts and filters the tables of class "work". Without it the page is whole, only in the workbook's order.
"use strict";
(() => {
  const words = document.body.dataset;
  const locale = document.documentElement.lang;
  const mark = locale === "vi" ? "," : ".";

  // Letters without their marks, so that "dak to" finds "Đăk Tô".
  const plain = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

  // The number of a cell; nothing where it holds none, as a blank is not 0.
  const number = (cell) => {
    const text = cell.textContent.trim().replace("\u2212", "-").replace(/[+%\s]/g, "");
    const separator = mark === "," ? /\./g : /,/g;
    const usual = text.replace(separator, "").replace(mark, ".");
    return /^-?\d+(\.\d+)?$/.test(usual) ? Number(usual) : null;
  };

  const rowsOf = (table) => Array.from(table.tBodies[0].rows);

  function sort(table, head, column) {
    const isUp = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", isUp ? "descending" : "ascending");
    const way = isUp ? -1 : 1;
    const isNumber = head.dataset.k === "n";
    const keyed = rowsOf(table).map((row, position) => {
      const cell = row.cells[column];
      const text = cell.textContent.trim();
      return { row, position, key: isNumber ? number(cell) : text === "" || text === "–" ? null : text };
    });
    const compare = new Intl.Collator(locale, { numeric: true }).compare;
    keyed.sort((one, other) => {
      // What has none comes last, whichever way.
      if (one.key === null || other.key === null) {
        return (one.key === null) - (other.key === null) || one.position - other.position;
      }
      const order = isNumber ? one.key - other.key : compare(one.key, other.key);
      return way * order || one.position - other.position;
    });
    table.tBodies[0].append(...keyed.map((one) => one.row));
  }

  function control(kind, label, tools) {
    const field = document.createElement(kind);
    const named = document.createElement("label");
    named.append(label, field);
    tools.append(named);
    return field;
  }

  function choice(table, column, label, tools) {
    const select = control("select", label, tools);
    const texts = new Set(rowsOf(table).map((row) => row.cells[column].textContent.trim()));
    texts.delete("");
    select.append(new Option(words.all, ""));
    for (const text of Array.from(texts).sort(new Intl.Collator(locale, { numeric: true }).compare)) {
      select.append(new Option(text, text));
    }
    return select;
  }

  function equip(table) {
    const rows = rowsOf(table);
    if (rows.length === 0) return;
    const tools = document.createElement("div");
    tools.className = "tools";
    const search = control("input", words.search, tools);
    search.type = "search";
    const heads = Array.from(table.tHead.rows[0].cells);
    const choices = [];
    heads.forEach((head, column) => {
      const text = head.textContent;
      if (head.dataset.k === "c") choices.push([column, choice(table, column, text, tools)]);
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", () => sort(table, head, column));
      head.replaceChildren(button);
    });
    const clear = document.createElement("button");
    clear.type = "button";
    clear.textContent = words.clear;
    const shown = document.createElement("output");
    tools.append(clear, shown);
    const texts = new Map();
    const textOf = (row) => {
      if (!texts.has(row)) texts.set(row, plain(row.textContent));
      return texts.get(row);
    };
    const filter = () => {
      const wanted = plain(search.value).split(/\s+/).filter((word) => word !== "");
      let count = 0;
      for (const row of rows) {
        const fits = wanted.every((word) => textOf(row).includes(word)) &&
          choices.every(([column, select]) => select.value === "" || row.cells[column].textContent.trim() === select.value);
        row.hidden = !fits;
        if (fits) count += 1;
      }
      shown.textContent = words.rows.replace("{0}", count).replace("{1}", rows.length);
    };
    tools.addEventListener("input", filter);
    clear.addEventListener("click", () => {
      search.value = "";
      for (const [, select] of choices) select.value = "";
      filter();
      search.focus();
    });
    filter();
    table.parentElement.before(tools);
  }

  for (const table of document.querySelectorAll("table.work")) equip(table);

  // What a link leads to must be seen: a filter that hides it is cleared.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target === null || !target.hidden) return;
    target.closest(".box").previousElementSibling.querySelector("button").click();
    target.scrollIntoView();
  });
})();
//]]>
