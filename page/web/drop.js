// From a drop or a button to the files in it. A dropped folder is asked of the browser in three ways, one after the other: handles, which
// work from file://; entries, which older browsers have; plain files.
// @ts-check

/**
 * A file of the folder, or beside it. Opened again for each run, so that what was saved meanwhile is what counts.
 * @typedef {{path: string, open: () => Promise<File>}} Found
 * @typedef {{name: string, files: Found[], unreadable: {path: string, why: string}[], handle: any}} Folder
 * @typedef {{folders: Folder[], loose: Found[], unreadable: string[]}} Dropped
 */

/** How long the browser may take to answer for one file or one folder: for system folders it never does. */
const PATIENCE_MS = 10000;
/** More files than this are no folder of returns, but somebody's whole disk. */
const MOST_FILES = 20000;
const DEEPEST = 32;
/** Stands for what a folder holds that could not be listed: as a workbook that cannot be read, so that it becomes a finding. */
const REST = "/(chưa xem được hết thư mục này).xlsx";

/**
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function inTime(promise) {
  let timer = 0;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("trình duyệt không trả lời")), PATIENCE_MS);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late]).finally(() => clearTimeout(timer)));
}

/** @param {unknown} error */
const because = (error) => {
  const name = error instanceof Error ? error.name : "";
  const known = new Map([
    ["NotFoundError", "tệp không còn ở đó"],
    ["NotReadableError", "hệ điều hành không cho đọc, hoặc tệp vừa được sửa"],
    ["NotAllowedError", "không được phép đọc"],
    ["SecurityError", "không được phép đọc"],
    ["EncodingError", "trình duyệt không cho đọc"],
  ]);
  return known.get(name) ?? (error instanceof Error && error.message !== "" ? error.message : "không đọc được");
};

/**
 * What is asked in the event itself, before anything is awaited: afterwards the browser has forgotten the drop.
 * @param {DataTransfer} transfer
 */
function asked(transfer) {
  const items = Array.from(transfer.items ?? []).filter((item) => item.kind === "file");
  return items.map((item) => {
    const any = /** @type {any} */ (item);
    return {
      handle: any.getAsFileSystemHandle ? any.getAsFileSystemHandle().catch(() => null) : Promise.resolve(null),
      entry: item.webkitGetAsEntry ? item.webkitGetAsEntry() : null,
      file: item.getAsFile(),
    };
  });
}

/**
 * @param {ReturnType<typeof asked>} items
 * @param {(count: number) => void} told how many files were found so far
 * @returns {Promise<Dropped>}
 */
async function dropped(items, told) {
  /** @type {Dropped} */
  const all = { folders: [], loose: [], unreadable: [] };
  const counted = { files: 0, told };
  for (const item of items) {
    const handle = await inTime(item.handle).catch(() => null);
    const name = handle?.name ?? item.entry?.name ?? item.file?.name ?? "";
    const isFolder = handle ? handle.kind === "directory" : Boolean(item.entry?.isDirectory);
    if (!isFolder) {
      const { file } = item;
      if (handle) all.loose.push({ path: name, open: () => inTime(handle.getFile()) });
      else if (file) all.loose.push({ path: name, open: async () => file });
      continue;
    }
    const folder = { name, files: [], unreadable: [], handle };
    try {
      if (handle) await walkHandle(folder, handle, "", 0, counted);
      else await walkEntry(folder, item.entry, "", 0, counted);
      all.folders.push(folder);
    } catch (error) {
      if (error instanceof TooMany) throw error;
      all.unreadable.push(name);
    }
  }
  return all;
}

class TooMany extends Error {}

/** @param {{files: number, told: (count: number) => void}} counted */
function count(counted) {
  counted.files += 1;
  counted.told(counted.files);
  if (counted.files > MOST_FILES) throw new TooMany();
}

/** Reads a folder by its handle; only the folder itself may fail, what lies in it is noted. */
async function walkHandle(folder, handle, under, depth, counted) {
  const names = handle.entries();
  for (;;) {
    const next = await inTime(names.next());
    if (next.done) return;
    const [name, child] = next.value;
    const path = under + name;
    if (child.kind === "file") {
      count(counted);
      folder.files.push({ path, open: () => inTime(child.getFile()) });
    } else if (depth < DEEPEST) {
      await walkHandle(folder, child, `${path}/`, depth + 1, counted).catch((error) => {
        if (error instanceof TooMany) throw error;
        folder.unreadable.push({ path: path + REST, why: because(error) });
      });
    } else {
      folder.unreadable.push({ path: path + REST, why: "thư mục lồng nhau quá sâu" });
    }
  }
}

/** The same by entries. A reader gives a hundred at a time, until it gives none. */
async function walkEntry(folder, entry, under, depth, counted) {
  const reader = entry.createReader();
  for (;;) {
    const some = await inTime(new Promise((resolve, reject) => reader.readEntries(resolve, reject)));
    if (some.length === 0) return;
    for (const child of some) {
      const path = under + child.name;
      if (child.isFile) {
        count(counted);
        folder.files.push({ path, open: () => inTime(new Promise((resolve, reject) => child.file(resolve, reject))) });
      } else if (depth < DEEPEST) {
        await walkEntry(folder, child, `${path}/`, depth + 1, counted).catch((error) => {
          if (error instanceof TooMany) throw error;
          folder.unreadable.push({ path: path + REST, why: because(error) });
        });
      } else {
        folder.unreadable.push({ path: path + REST, why: "thư mục lồng nhau quá sâu" });
      }
    }
  }
}

/**
 * What a folder button gives: files whose paths begin with the folder's name.
 * @param {File[]} files
 * @returns {Folder}
 */
function picked(files) {
  if (files.length > MOST_FILES) throw new TooMany();
  const name = files[0].webkitRelativePath.split("/")[0];
  const found = files.map((file) => ({
    path: file.webkitRelativePath.slice(name.length + 1),
    open: async () => file,
  }));
  return { name, files: found, unreadable: [], handle: null };
}
