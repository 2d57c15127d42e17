//! What the page's script calls: `tonghop::app::browser`, with the types of JavaScript.
//!
//! Errors are thrown as sentences in Vietnamese.

use std::path::Path;

use tonghop::app::browser;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn error(text: &str);
}

/// Has a panic told on the console before the module ends by it. Called by the browser when the module is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| error(&info.to_string())));
}

/// The version of the program.
#[wasm_bindgen]
pub fn version() -> String {
    browser::VERSION.to_string()
}

/// Reads one workbook; see [`browser::read_file`].
#[wasm_bindgen]
pub fn read_file(path: &str, bytes: &[u8]) -> Vec<u8> {
    browser::read_file(path, bytes, Path::new(""))
}

/// A run on what was dropped; see [`browser::Run`].
#[wasm_bindgen]
pub struct Run(browser::Run);

fn thrown<T>(done: Result<T, String>) -> Result<T, JsValue> {
    done.map_err(|said| JsValue::from_str(&said))
}

#[wasm_bindgen]
impl Run {
    /// A run on a folder of this name.
    #[wasm_bindgen(constructor)]
    pub fn new(folder_name: &str) -> Run {
        Run(browser::Run::new(folder_name))
    }

    /// Adds a file of the folder.
    ///
    /// # Errors
    /// The path is none.
    pub fn add(&mut self, path: &str, bytes: &[u8], modified_ms: f64) -> Result<(), JsValue> {
        thrown(self.0.add(path, bytes, modified_ms))
    }

    /// Adds a file that is too large to be read.
    ///
    /// # Errors
    /// The path is none.
    pub fn add_too_large(
        &mut self,
        path: &str,
        size: f64,
        modified_ms: f64,
    ) -> Result<(), JsValue> {
        thrown(self.0.add_too_large(path, size, modified_ms))
    }

    /// Adds a file that the browser could not read.
    ///
    /// # Errors
    /// The path is none.
    pub fn add_unreadable(&mut self, path: &str, why: &str) -> Result<(), JsValue> {
        thrown(self.0.add_unreadable(path, why))
    }

    /// Adds a file that was dropped beside the folder; gives what it is.
    pub fn add_beside(&mut self, name: &str, bytes: &[u8]) -> String {
        self.0.add_beside(name, bytes).to_string()
    }

    /// Adds last year's result.
    pub fn add_previous(&mut self, name: &str, bytes: &[u8]) {
        self.0.add_previous(name, bytes);
    }

    /// What is to be read, as JSON.
    ///
    /// # Errors
    /// Nothing was added.
    pub fn to_read(&self) -> Result<String, JsValue> {
        thrown(self.0.to_read())
    }

    /// The bytes of a file that is to be read.
    ///
    /// # Errors
    /// There is no such file.
    pub fn bytes_of(&self, path: &str) -> Result<Vec<u8>, JsValue> {
        thrown(self.0.bytes_of(path).map(|bytes| bytes.to_vec()))
    }

    /// Takes what reading a file gave.
    ///
    /// # Errors
    /// It is nothing that `read_file` gave.
    pub fn answer(&mut self, path: &str, answer: &[u8]) -> Result<(), JsValue> {
        thrown(self.0.answer(path, answer))
    }

    /// Takes that the reading of a file was ended: by `timeout`, `memory` or `trap`.
    ///
    /// # Errors
    /// There is no such file.
    pub fn failed(&mut self, path: &str, why: &str) -> Result<(), JsValue> {
        thrown(self.0.failed(path, why))
    }

    /// Runs the command; gives its outcome as JSON.
    ///
    /// # Errors
    /// What the command says where there is no result.
    pub fn finish(&mut self, options: &str) -> Result<String, JsValue> {
        thrown(self.0.finish(options))
    }

    /// The bytes of a file that the run wrote.
    ///
    /// # Errors
    /// There is no such file.
    pub fn output(&self, name: &str) -> Result<Vec<u8>, JsValue> {
        thrown(self.0.output(name).map(|bytes| bytes.to_vec()))
    }
}
