//! Which of several columns of points counts, from the file to the result: quarters beside the mean of the year, appraised points alone.

use crate::propose::marks::{UNITS, run};

#[test]
fn the_mean_of_the_year_below_the_self_score_counts_and_no_quarter_does() {
    let form = |unit: usize| {
        let row = |code: usize| {
            let first = 10 * code - unit;
            let of = [first, first - 2, first, first - 2, first - 1];
            let cell = |one: &usize| format!("<td>{one}</td>");
            let cells: String = of.iter().map(cell).collect();
            format!("<tr><td>{code}</td><td>Tiêu chí số {code}</td><td>{code}0</td>{cells}</tr>")
        };
        let rows: String = (1..5).map(row).collect();
        let tall = |one: &str| format!("<td rowspan=2>{one}</td>");
        let tall: String = ["STT", "Tiêu chí", "Điểm tối đa"].map(tall).concat();
        let part = |one: &str| format!("<td>{one}</td>");
        let parts = ["Quý I", "Quý II", "Quý III", "Quý IV", "Bình quân năm"];
        let parts: String = parts.map(part).concat();
        let head = format!("<tr>{tall}<td colspan=5>Điểm tự chấm</td></tr><tr>{parts}</tr>");
        (
            UNITS[unit],
            format!("<table><tr><td>PHIẾU CHẤM ĐIỂM NĂM 2024</td></tr>{head}{rows}</table>"),
        )
    };
    let forms: Vec<(&str, String)> = (0..4).map(form).collect();
    let found = run(&forms);
    assert_eq!(
        found.of("Sở Tài chính"),
        ["9", "19", "29", "39"],
        "{}",
        found.text
    );
    assert_eq!(found.of("Sở Tư pháp"), ["6", "16", "26", "36"]);
    // That they are pages is said of each.
    assert_eq!(found.codes, ["TH910"; 4], "{}", found.text);
    assert!(found.text.contains("Bình quân năm"), "{}", found.text);
    // Where none of them is of the year, none is taken for granted.
    let parts = forms
        .iter()
        .map(|(unit, page)| (*unit, page.replace("Bình quân năm", "Quý V")));
    let found = run(&parts.collect::<Vec<_>>());
    assert!(
        found.text.contains("cũng có thể là điểm tự chấm") || found.text.contains("đã lấy cột này"),
        "{}",
        found.text
    );
    assert!(found.codes.len() > 4, "{:?}", found.counted);
}

#[test]
fn a_form_whose_points_are_all_appraised_is_not_blank() {
    let form = |unit: usize, kind: usize| {
        let row = |code: usize| {
            let points = 10 * code - unit;
            let cells = [format!("{points};"), format!(";{points}"), ";".to_string()];
            format!("{code};Tiêu chí số {code};{code}0;{}\n", cells[kind])
        };
        let rows: String = (1..5).map(row).collect();
        (
            UNITS[unit],
            format!("STT;Tiêu chí;Điểm tối đa;Điểm tự chấm;Điểm thẩm định\n{rows}"),
        )
    };
    let found = run(&[form(0, 0), form(1, 0), form(2, 1), form(3, 2)]);
    let count = |code: &str| found.codes.iter().filter(|one| *one == code).count();
    // The last one is blank, the one before has each point appraised without a claim.
    assert_eq!((count("TH113"), count("TH317")), (1, 4), "{}", found.text);
    assert!(
        found.text.contains("Sở Tư pháp (phiếu chưa điền)"),
        "{}",
        found.text
    );
}
