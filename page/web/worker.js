// The module in a worker. The page sends the compiled module first, then calls; each is answered with its value, or with a sentence. The
// one who holds a run ("chief") and those who read a file each ("readers") run this same text.
"use strict";
let run = null;
let memory = null;

function called(name, given) {
  switch (name) {
    case "read_file":
      return wasm_bindgen.read_file(...given);
    case "version":
      return wasm_bindgen.version();
    case "begin":
      run = new wasm_bindgen.Run(...given);
      return null;
    default:
      return run[name](...given);
  }
}

self.onmessage = ({ data }) => {
  const { id, module, name, given } = data;
  try {
    if (module) {
      memory = wasm_bindgen.initSync({ module }).memory;
      self.postMessage({ id });
      return;
    }
    const value = called(name, given);
    const bytes = memory ? memory.buffer.byteLength : 0;
    self.postMessage({ id, value, bytes }, value instanceof Uint8Array ? [value.buffer] : []);
  } catch (error) {
    // A trap leaves the module in no known state: this worker ends then. Of its error only what kind it is is told.
    const isTrap = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    const text = typeof error === "string" ? error : String(error?.message ?? "");
    self.postMessage({ id, isTrap, text: isTrap ? "" : text, bytes: memory ? memory.buffer.byteLength : 0 });
  }
};
