//! The whole page, dropped into by a browser: what it gives is what the program gives, byte by byte.

use std::path::Path;
use std::process::Command;

#[test]
#[ignore = "needs target/page/tonghop.html (bash tools/page/build.sh), Chromium, node, python3 and the packages of tools/page"]
fn the_page_gives_what_the_program_gives() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = root.join("target/page/tonghop.html");
    assert!(page.exists(), "no page: bash tools/page/build.sh");
    let output = Command::new("node")
        .current_dir(root.join("tools/page"))
        .arg("whole.mjs")
        .arg(&page)
        .arg(env!("CARGO_BIN_EXE_tonghop"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{errors}");
    assert!(said.ends_with("nothing wrong\n"), "{said}");
}
