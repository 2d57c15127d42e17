//! One heading over the scores of two, from the file to the result: whose they are stands below it.

use crate::propose::marks::{UNITS, run};

/// Forms with two columns of points below one heading, the second a point lower.
fn forms(head: &str) -> Vec<(&'static str, String)> {
    let form = |(unit, name): (usize, &&'static str)| {
        let row = |code: usize| {
            let own = 10 * code - unit;
            let other = own - 1;
            format!(
                "<tr><td>{code}</td><td>Tiêu chí số {code}</td><td>{code}0</td>\
                 <td>{own}</td><td>{other}</td><td></td></tr>"
            )
        };
        let rows: String = (1..5).map(row).collect();
        (
            *name,
            format!("<table><tr><td>PHIẾU CHẤM ĐIỂM NĂM 2024</td></tr>{head}{rows}</table>"),
        )
    };
    UNITS.iter().enumerate().map(form).collect()
}

fn parted(heading: &str, parts: [&str; 2]) -> String {
    let tall = |one: &str| format!("<td rowspan=2>{one}</td>");
    let before: String = ["STT", "Nội dung", "Điểm chuẩn"].map(tall).concat();
    let behind = tall("Ghi chú");
    let parts: String = parts.map(|one| format!("<td>{one}</td>")).concat();
    format!("<tr>{before}<td colspan=2>{heading}</td>{behind}</tr><tr>{parts}</tr>")
}

#[test]
fn below_one_heading_each_score_is_whose_it_says() {
    for heading in ["Điểm chấm", "Kết quả chấm điểm", "Điểm", "Kết quả"] {
        for (other, places) in [("Hội đồng", [0, 1]), ("Sở Nội vụ", [1, 0])] {
            let parts = places.map(|place| ["Đơn vị", other][place]);
            let found = run(&forms(&parted(heading, parts)));
            let text = &found.text;
            // What the other gave counts in place of what the unit claims, and is said to differ from it.
            let of = [["9", "19", "29", "39"], ["10", "20", "30", "40"]];
            assert_eq!(
                found.of("Sở Tài chính"),
                of[places[0]],
                "{heading}, {other}: {text}"
            );
            assert!(
                found
                    .codes
                    .iter()
                    .any(|code| code == "TH412" || code == "TH422"),
                "{heading}, {other}: {text}"
            );
            // What the words know by themselves is not asked.
            let is_asked = text.contains(&format!("{heading} {other}"));
            assert!(is_asked || heading == "Điểm", "{text}");
        }
    }
}

/// Nothing tells them apart: the proposal is read, and says so of each form.
#[test]
fn two_columns_of_the_same_words_are_proposed_as_one() {
    let cells = [
        "STT",
        "Nội dung",
        "Điểm chuẩn",
        "Điểm chấm",
        "Điểm chấm",
        "Ghi chú",
    ];
    let cells: String = cells.map(|one| format!("<td>{one}</td>")).concat();
    let found = run(&forms(&format!("<tr>{cells}</tr>")));
    assert!(!found.text.contains("TH721"), "{}", found.text);
    assert!(
        found.codes.contains(&"TH205".to_string()),
        "{:?}",
        found.codes
    );
}

#[test]
fn zeros_of_an_appraiser_are_no_claims() {
    let form = |(unit, name): (usize, &&'static str)| {
        let row = |code: usize| {
            let appraised = if unit == 0 { "0" } else { "" };
            format!("{code};Tiêu chí số {code};10;{};{appraised}\n", 10 - code)
        };
        let rows: String = (1..7).map(row).collect();
        let head = "STT;Nội dung;Điểm chuẩn;Đơn vị tự chấm;Hội đồng thẩm định";
        (*name, format!("{head}\n{rows}"))
    };
    let forms: Vec<(&str, String)> = UNITS.iter().enumerate().map(form).collect();
    let found = run(&forms);
    assert_eq!(found.of("Sở Tài chính"), ["0"; 6], "{}", found.text);
    assert!(
        !found.codes.contains(&"TH415".to_string()),
        "{}",
        found.text
    );
    // Near miss: nobody appraised, and the unit claims nothing.
    let zeros = forms.iter().enumerate().map(|(unit, (name, text))| {
        let text = if unit > 0 {
            text.clone()
        } else {
            let lines = text.lines().map(|line| {
                let of: Vec<&str> = line.split(';').collect();
                match of.as_slice() {
                    [code, name, most, _, "0"] => format!("{code};{name};{most};0;"),
                    _ => line.to_string(),
                }
            });
            lines.collect::<Vec<_>>().join("\n")
        };
        (*name, text)
    });
    let found = run(&zeros.collect::<Vec<_>>());
    assert!(found.codes.contains(&"TH415".to_string()), "{}", found.text);
}
