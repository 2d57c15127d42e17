// Workers: each file is read in one, which is ended and replaced when it takes too long, traps, or has grown. So a hostile file costs itself.
// @ts-check

/** After this much memory a worker is replaced, as the memory of a module never shrinks. */
const LARGE_BYTES = 256 * 1024 * 1024;
/** A trap with this much in use is taken for a want of memory. */
const FULL_BYTES = 1024 * 1024 * 1024;

/** What a worker says, or why it says nothing. */
class Failure extends Error {
  /** @param {"timeout" | "memory" | "trap" | "refused" | "stopped"} kind @param {string} [text] a sentence of the module */
  constructor(kind, text = "") {
    super(text);
    this.kind = kind;
  }
}

class Instance {
  /** @param {string} address of the worker's text @param {WebAssembly.Module} module */
  constructor(address, module) {
    this.worker = new Worker(address);
    this.bytes = 0;
    this.next = 1;
    /** Why it ended, once it has. @type {"timeout" | "memory" | "trap" | "stopped"} */ this.ended = "stopped";
    /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Failure) => void, timer: number}>} */
    this.open = new Map();
    this.worker.onmessage = ({ data }) => this.heard(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.end("trap");
    };
    this.send({ module }, [], 60).catch(() => {});
  }

  /** @param {string} name @param {any[]} given @param {number} seconds 0: no limit @returns {Promise<any>} */
  call(name, given, seconds = 0) {
    const moved = given.filter((one) => one instanceof Uint8Array).map((one) => one.buffer);
    return this.send({ name, given }, moved, seconds);
  }

  /** @param {object} message @param {Transferable[]} moved @param {number} seconds */
  send(message, moved, seconds) {
    return new Promise((resolve, reject) => {
      if (this.worker === null) {
        reject(new Failure(this.ended));
        return;
      }
      const id = this.next;
      this.next += 1;
      const timer = seconds > 0 ? setTimeout(() => this.end("timeout"), seconds * 1000) : 0;
      this.open.set(id, { resolve, reject, timer });
      this.worker.postMessage({ id, ...message }, moved);
    });
  }

  heard({ id, value, isTrap, text, bytes }) {
    const waiting = this.open.get(id);
    if (waiting === undefined) return;
    this.open.delete(id);
    clearTimeout(waiting.timer);
    this.bytes = bytes ?? this.bytes;
    if (isTrap) {
      const kind = this.bytes >= FULL_BYTES ? "memory" : "trap";
      waiting.reject(new Failure(kind));
      this.end(kind);
    } else if (text !== undefined) {
      waiting.reject(new Failure("refused", text));
    } else {
      waiting.resolve(value);
    }
  }

  /** @param {"timeout" | "memory" | "trap" | "stopped"} kind */
  end(kind) {
    if (this.worker !== null) this.ended = kind;
    this.worker?.terminate();
    this.worker = null;
    for (const { reject, timer } of this.open.values()) {
      clearTimeout(timer);
      reject(new Failure(kind));
    }
    this.open.clear();
  }
}

/** Two to four workers, one file each. */
class Readers {
  /** @param {() => Instance} make @param {number} seconds for one file */
  constructor(make, seconds) {
    this.make = make;
    this.seconds = seconds;
    const count = Math.min(4, Math.max(2, (navigator.hardwareConcurrency || 2) - 1));
    /** @type {(Instance | null)[]} */
    this.slots = Array.from({ length: count }, () => null);
    this.isOver = false;
  }

  /**
   * Takes one after the other from `next` until it gives none.
   * @param {() => {path: string} | undefined} next
   * @param {(item: {path: string}, read: (bytes: Uint8Array) => Promise<Uint8Array>) => Promise<void>} each
   */
  async all(next, each) {
    await Promise.all(this.slots.map(async (_, slot) => {
      for (let item = next(); item !== undefined && !this.isOver; item = next()) {
        const { path } = item;
        await each(item, (bytes) => this.read(slot, path, bytes));
      }
    }));
  }

  async read(slot, path, bytes) {
    const instance = this.slots[slot] ?? this.make();
    this.slots[slot] = instance;
    try {
      return await instance.call("read_file", [path, bytes], this.seconds);
    } finally {
      if (instance.worker === null || instance.bytes > LARGE_BYTES) {
        instance.end("stopped");
        this.slots[slot] = null;
      }
    }
  }

  end() {
    this.isOver = true;
    for (const instance of this.slots) instance?.end("stopped");
    this.slots.fill(null);
  }
}

/** The module, from the text in which it stands in this page: base64 of gzip. */
async function unpackedModule() {
  const text = document.getElementById("module-text").textContent;
  const packed = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}
