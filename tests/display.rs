//! What is seen of a number by the code of its format is what `LibreOffice` shows: 170 codes, 16 numbers each.
//!
//! `tests/data/formats` has what it showed, a line for each: code, number, text. The judgement by the code is held against that by the text.
//! Broken on purpose: without the division by a thousand for a comma behind the digits, some 80 lines differ.

use tonghop::base::display::{NumberFormat, shown_as};

/// Codes whose texts are Excel's, which differ: it shows the minus of a format without digits, and in a section after conditions.
const OF_EXCEL: [&str; 4] = ["\"\"", "\" \"", "[=0]\"không\";0", "[>=10]\"10\";0"];

#[test]
fn numbers_are_seen_as_libreoffice_shows_them() {
    let shown = include_str!("data/formats/libreoffice-7.4.tsv");
    let mut wrong = Vec::new();
    for line in shown.lines() {
        let mut parts = line.split('\t');
        let (code, value) = (parts.next().unwrap(), parts.next().unwrap());
        let (value, text): (f64, &str) = (value.parse().unwrap(), parts.next().unwrap_or_default());
        let (by_code, by_text) = (NumberFormat::new(code).look(value), shown_as(text, value));
        // Nobody minds how a zero is blank, and one program has no room for a fraction.
        let is_left_out = value == 0.0 || text == "#FMT" || OF_EXCEL.contains(&code);
        if by_code.0 != by_text.0 && !is_left_out {
            wrong.push(format!(
                "{code} {value}: {text:?} is {by_text:?}, but {by_code:?}"
            ));
        }
    }
    assert_eq!(shown.lines().count(), 2_720);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
