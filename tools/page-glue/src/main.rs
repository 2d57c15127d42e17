//! `page_glue MODULE.wasm FOLDER [no-modules|nodejs]`: writes the module and its glue into a folder, as `tonghop_page.js` and
//! `tonghop_page_bg.wasm`.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder, rest @ ..] = arguments.as_slice() else {
        return ExitCode::FAILURE;
    };
    let is_node = rest.first().is_some_and(|target| target == "nodejs");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name("tonghop_page");
    bindgen.typescript(false);
    let chosen = if is_node {
        bindgen.nodejs(true).map(drop)
    } else {
        bindgen.no_modules(true).map(drop)
    };
    match chosen.and_then(|()| bindgen.generate(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(clippy::print_stderr, reason = "a tool says what is wrong")]
            {
                eprintln!("{error:?}");
            }
            ExitCode::FAILURE
        }
    }
}
