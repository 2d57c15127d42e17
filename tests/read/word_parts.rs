//! Documents of Word: what a style of tables says of some rows, columns or cells alone.

use super::word::{cells, document, run};

const STRUCK: &str = "<w:rPr><w:strike/></w:rPr>";
const HIDDEN: &str = "<w:rPr><w:vanish/></w:rPr>";
const PLAIN: &str = "<w:rPr><w:strike w:val=\"0\"/></w:rPr>";
const WHITE: &str = "<w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>";
const DARK: &str = "<w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"004488\"/></w:tcPr>";

/// What is said of a part of a table.
fn of_part(part: &str, looks: &str) -> String {
    format!("<w:tblStylePr w:type=\"{part}\">{looks}</w:tblStylePr>")
}

fn style(id: &str, inner: &str) -> String {
    format!("<w:style w:type=\"table\" w:styleId=\"{id}\">{inner}</w:style>")
}

fn place(digits: &str) -> String {
    format!("<w:cnfStyle w:val=\"{digits}\"/>")
}

/// A look of a table, by its bits.
fn look(bits: &str) -> String {
    format!("<w:tblLook w:val=\"{bits}\"/>")
}

fn cell([looks, paragraph]: [&str; 2], text: &str) -> String {
    format!(
        "<w:tc><w:tcPr>{looks}</w:tcPr><w:p><w:pPr>{paragraph}</w:pPr>{}</w:p></w:tc>",
        run("", text)
    )
}

fn row(looks: &str, cells: &str) -> String {
    format!("<w:tr><w:trPr>{looks}</w:trPr>{cells}</w:tr>")
}

/// A table of style `S`.
fn table(looks: &str, rows: &str) -> String {
    format!("<w:tbl><w:tblPr><w:tblStyle w:val=\"S\"/>{looks}</w:tblPr>{rows}</w:tbl>")
}

/// A table of three rows and columns in which nothing is said of places, with the numbers 11 to 33.
fn square(looks: &str) -> String {
    let line = |at: u32| {
        let numbers = (1..=3).map(|column| cell(["", ""], &(at * 10 + column).to_string()));
        row("", &numbers.collect::<String>())
    };
    table(looks, &(1..=3).map(line).collect::<String>())
}

/// What is seen of a table whose style says this.
fn seen(inner: &str, table: &str) -> Vec<String> {
    cells(&document(table, &style("S", inner), ""))
}

/// The numbers of a square that look so; all others look plain.
fn only(inner: &str, looks: &str, is_so: fn(&str) -> bool) -> Vec<String> {
    let seen = seen(inner, &square(looks));
    assert_eq!(seen.len(), 9, "{seen:?}");
    let (so, others): (Vec<String>, Vec<String>) = seen.into_iter().partition(|one| is_so(one));
    assert!(others.iter().all(|one| one.len() == 4), "{others:?}");
    let digits = so
        .iter()
        .map(|one| one.chars().filter(char::is_ascii_digit));
    digits.map(Iterator::collect).collect()
}

fn is_struck(seen: &str) -> bool {
    seen.contains("Struck")
}

#[test]
fn a_style_strikes_out_the_first_row() {
    let inner = of_part("firstRow", STRUCK);
    let said = table(
        "",
        &(row(&place("100000000000"), &cell(["", ""], "20")) + &row("", &cell(["", ""], "30"))),
    );
    assert_eq!(seen(&inner, &said), ["\"\" Struck:20", "\"30\""]);
    let by_name = row("<w:cnfStyle w:firstRow=\"1\"/>", &cell(["", ""], "20"));
    assert_eq!(seen(&inner, &table("", &by_name)), ["\"\" Struck:20"]);
    assert_eq!(only(&inner, &look("04A0"), is_struck), ["11", "12", "13"]);
    let named = "<w:tblLook w:val=\"0000\" w:firstRow=\"1\"/>";
    assert_eq!(only(&inner, named, is_struck), ["11", "12", "13"]);
    assert_eq!(only(&inner, &look("0480"), is_struck), [""; 0]);
    // Bits beside names say nothing.
    let both = "<w:tblLook w:val=\"0020\" w:lastRow=\"1\"/>";
    assert_eq!(only(&inner, both, is_struck), [""; 0]);
}

/// Where neither a table nor its rows say which parts look otherwise, these are the first row, the first column and every second row,
/// as Word has it.
#[test]
fn tables_that_say_nothing_of_their_parts_look_as_in_word() {
    let struck = |part: &str| only(&of_part(part, STRUCK), "", is_struck);
    assert_eq!(struck("firstRow"), ["11", "12", "13"]);
    assert_eq!(struck("firstCol"), ["11", "21", "31"]);
    assert_eq!(struck("nwCell"), ["11"]);
    assert_eq!(struck("band1Horz"), ["21", "22", "23"]);
    assert_eq!(struck("band2Horz"), ["31", "32", "33"]);
    for part in ["lastRow", "lastCol", "band1Vert", "band2Vert", "seCell"] {
        assert_eq!(struck(part), [""; 0], "{part}");
    }
    // What is stored of the rows goes before that.
    let stored = row(
        &place("000000000000"),
        &cell([&place("000000000000"), ""], "20"),
    );
    let first = of_part("firstRow", STRUCK);
    assert_eq!(seen(&first, &table("", &stored)), ["\"20\""]);
}

/// Where a place stands counts, and not what was stored of it, unless the table does not say what looks otherwise.
#[test]
fn a_style_strikes_out_the_last_row() {
    let inner = of_part("lastRow", STRUCK);
    let rows = row(&place("010000000000"), &cell(["", ""], "20"))
        + &row(&place("000000000000"), &cell(["", ""], "30"));
    let said = seen(&inner, &table("", &rows));
    assert_eq!(said, ["\"\" Struck:20", "\"30\""]);
    let stale = seen(&inner, &table(&look("0040"), &rows));
    assert_eq!(stale, ["\"20\"", "\"\" Struck:30"]);
    assert_eq!(only(&inner, &look("0040"), is_struck), ["31", "32", "33"]);
}

#[test]
fn a_style_hides_a_column() {
    let inner = of_part("firstCol", HIDDEN);
    let said = row(
        "",
        &(cell([&place("001000000000"), ""], "20") + &cell(["", ""], "30")),
    );
    assert_eq!(seen(&inner, &table("", &said)), ["\"30\""]);
    let in_paragraph = row("", &cell(["", &place("001000000000")], "20"));
    assert_eq!(seen(&inner, &table("", &in_paragraph)), [""; 0]);
    let left = ["\"12\"", "\"13\"", "\"22\"", "\"23\"", "\"32\"", "\"33\""];
    assert_eq!(seen(&inner, &square(&look("0080"))), left);
    let last = of_part("lastCol", STRUCK);
    assert_eq!(only(&last, &look("0100"), is_struck), ["13", "23", "33"]);
}

/// White letters on a dark row of the same style are seen; those of a row that is not dark are not.
#[test]
fn letters_are_seen_on_what_their_style_has_behind_them() {
    let dark = of_part("firstRow", &format!("{WHITE}{DARK}"));
    let pale = of_part("firstRow", WHITE);
    let rows = row(&place("100000000000"), &cell(["", ""], "20"));
    assert_eq!(seen(&dark, &table("", &rows)), ["\"20\""]);
    assert_eq!(seen(&pale, &table("", &rows)), ["\"20\" unseen"]);
    assert_eq!(
        only(&dark, &look("0020"), |one| one.contains("unseen")),
        [""; 0]
    );
    let shaded = "<w:shd w:val=\"clear\" w:fill=\"auto\"/>";
    let own = row(&place("100000000000"), &cell([shaded, ""], "20"));
    assert_eq!(seen(&dark, &table("", &own)), ["\"20\" unseen"]);
    let no_longer = DARK.replace("004488", "auto");
    let inner = format!("{WHITE}{DARK}{}", of_part("firstRow", &no_longer));
    assert_eq!(seen(&inner, &table("", &rows)), ["\"20\" unseen"]);
}

#[test]
fn a_style_strikes_out_every_second_row_or_column() {
    let rows = of_part("band1Horz", STRUCK);
    let columns = of_part("band2Vert", STRUCK);
    let said = row(&place("000000100000"), &cell(["", ""], "20"))
        + &row(&place("000000010000"), &cell(["", ""], "30"));
    assert_eq!(seen(&rows, &table("", &said)), ["\"\" Struck:20", "\"30\""]);
    assert_eq!(
        only(&rows, &look("0000"), is_struck),
        ["11", "12", "13", "31", "32", "33"]
    );
    assert_eq!(only(&rows, &look("0420"), is_struck), ["21", "22", "23"]);
    assert_eq!(only(&rows, &look("0600"), is_struck), [""; 0]);
    assert_eq!(only(&columns, &look("0000"), is_struck), ["12", "22", "32"]);
    assert_eq!(only(&columns, &look("0080"), is_struck), ["13", "23", "33"]);
    assert_eq!(only(&columns, &look("0400"), is_struck), [""; 0]);
    let two = "<w:tblPr><w:tblStyleRowBandSize w:val=\"2\"/></w:tblPr>";
    let evens = format!("{two}{}", of_part("band2Horz", STRUCK));
    assert_eq!(only(&evens, &look("0000"), is_struck), ["31", "32", "33"]);
    let none = format!("{}{rows}", two.replace("\"2\"", "\"0\""));
    assert_eq!(only(&none, &look("0000"), is_struck), [""; 0]);
}

/// The whole table, bands, columns, rows, corners: each stands over those before it, and a run over all.
#[test]
fn the_nearest_part_decides() {
    let parts = [
        of_part("nwCell", PLAIN),
        of_part(
            "firstRow",
            "<w:rPr><w:strike/><w:vanish w:val=\"0\"/></w:rPr>",
        ),
        of_part("firstCol", HIDDEN),
        of_part("band1Horz", PLAIN),
        of_part("wholeTable", STRUCK),
    ];
    let inner = parts.concat();
    let first_row = |bits: &str| {
        let seen = seen(&inner, &square(&look(bits)));
        let of_row = seen.into_iter().filter(|one| one.contains('1'));
        of_row.take(2).collect::<Vec<String>>()
    };
    assert_eq!(first_row("0600"), ["\"\" Struck:11", "\"\" Struck:12"]);
    assert_eq!(first_row("0400"), ["\"11\"", "\"12\""]);
    assert_eq!(first_row("0480"), ["\"12\"", "\"13\""]);
    assert_eq!(first_row("04A0"), ["\"11\"", "\"\" Struck:12"]);
    let own = run("<w:strike w:val=\"0\"/>", "20");
    let own = row("", &format!("<w:tc><w:p>{own}</w:p></w:tc>"));
    assert_eq!(seen(&inner, &table(&look("0600"), &own)), ["\"20\""]);
}

/// Rows that are repeated on each page from the first on are first rows too.
#[test]
fn rows_of_headings_are_first_rows() {
    let inner = of_part("firstRow", STRUCK);
    let head = row("<w:tblHeader/>", &cell(["", ""], "20"));
    let rows = head.repeat(2) + &row("", &cell(["", ""], "30")) + &head;
    assert_eq!(
        seen(&inner, &table(&look("0020"), &rows)),
        ["\"\" Struck:20", "\"\" Struck:20", "\"30\"", "\"20\""]
    );
}

/// A style takes parts from the one that it is based on; a table that names no style has the one of all tables.
#[test]
fn parts_come_from_other_styles() {
    let base = style("B", &of_part("firstRow", &format!("{WHITE}{DARK}")));
    let own = style(
        "S",
        &format!(
            "<w:basedOn w:val=\"B\"/>{}",
            of_part("firstRow", "<w:rPr><w:strike/></w:rPr>")
        ),
    );
    let rows = row(&place("100000000000"), &cell(["", ""], "20"));
    let read = |body: &str, styles: &str| cells(&document(body, styles, ""));
    assert_eq!(
        read(&table("", &rows), &format!("{base}{own}")),
        ["\"\" Struck:20"]
    );
    let default = base
        .replace("<w:style ", "<w:style w:default=\"1\" ")
        .replace(DARK, "");
    let unnamed = format!("<w:tbl>{rows}</w:tbl>");
    assert_eq!(read(&unnamed, &default), ["\"20\" unseen"]);
}
