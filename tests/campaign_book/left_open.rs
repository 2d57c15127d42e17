//! What a proposal leaves open, and a person fills in.

use toml::Value;

use super::built_in;
use super::mistakes::Book;

/// A proposal writes what it left open as a blank text in a row of its own. Whoever answers the question fills in the row above.
#[test]
fn a_name_that_was_left_open_is_filled_in() {
    let mut documents = built_in();
    documents.settings["name"] = Value::String(String::new());
    let mut book = Book::of(&documents);
    let row = book.row("Đợt", "campaign.name");
    assert!(row > 3);
    book.write("Đợt", "B3", "Chấm điểm năm 2025");
    let read = book.read();
    assert_eq!(read.findings, []);
    let name = read.documents.settings["name"].clone();
    assert_eq!(name.as_str(), Some("Chấm điểm năm 2025"));
}
