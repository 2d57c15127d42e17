//! The page in a browser: it asks for nothing, sorts, filters, fits a phone and paper, and can be used by everybody.

use std::path::Path;
use std::process::Command;

use super::{many, run, written};
use crate::write::small;
use tonghop::base::lang::Lang;

/// Looks at a page with `tools/page/check.mjs`, which says what is wrong.
fn check(page: &Path, more: &[&str]) {
    let output = Command::new("node")
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/page"))
        .arg("check.mjs")
        .arg(page)
        .args(more)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{}: {said}{}",
        page.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(said.ends_with("nothing wrong\n"), "{said}");
}

#[test]
#[ignore = "needs Chromium, node, pdftotext and the packages of tools/page"]
fn a_browser_shows_the_page_to_everybody() {
    let folder = tempfile::tempdir().unwrap();
    let then = ["--previous", "samples/kontum-2016-tong-hop.xlsx"];
    let (_, page) = run(&folder, "samples/kontum-2017-spoiled", &then);
    check(&page, &[]);
    let hostile = folder.path().join("hostile.html");
    std::fs::write(&hostile, written(&small::report(), Lang::En)).unwrap();
    check(&hostile, &[]);
}

#[test]
#[ignore = "needs Chromium, node, pdftotext and the packages of tools/page"]
fn a_browser_shows_a_thousand_units() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("many.html");
    std::fs::write(&page, written(&many(500), Lang::Vi)).unwrap();
    check(&page, &["--quick"]);
}
