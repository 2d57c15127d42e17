//! `docs/cong-van.md` tells every field of every template.

use std::fs;

use tonghop::output::letters::templates::LetterKind;

const PAGE: &str = "docs/cong-van.md";

/// The page with the fields in its tables. `UPDATE_EXPECTED=1 cargo test letters` writes it anew.
fn with_fields(page: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut all = page.lines().peekable();
    let mut told = 0;
    while let Some(line) = all.next() {
        lines.push(line.to_string());
        let kind = LetterKind::ALL
            .into_iter()
            .find(|kind| line == format!("## Các trường của `{}`", kind.file_name()));
        let Some(kind) = kind else { continue };
        told += 1;
        while all.next_if(|line| !line.starts_with('#')).is_some() {}
        lines.extend(
            ["", "| Trường | Được thay bằng | Nơi đặt |", "|---|---|---|"].map(str::to_string),
        );
        for field in kind.fields() {
            let place = if field.list.is_some() {
                "dòng lặp của bảng"
            } else {
                "bất kỳ"
            };
            let needed = if field.is_needed { ", phải có" } else { "" };
            lines.push(format!(
                "| `{{{{{}}}}}` | {} | {place}{needed} |",
                field.name, field.about.vi
            ));
        }
        if all.peek().is_some() {
            lines.push(String::new());
        }
    }
    assert_eq!(told, LetterKind::ALL.len());
    lines.join("\n") + "\n"
}

#[test]
fn the_page_tells_every_field() {
    let stored = fs::read_to_string(PAGE).unwrap().replace("\r\n", "\n");
    let right = with_fields(&stored);
    if std::env::var_os("UPDATE_EXPECTED").is_some_and(|value| value == "1") {
        fs::write(PAGE, &right).unwrap();
        return;
    }
    assert!(stored == right, "run UPDATE_EXPECTED=1 cargo test letters");
}
