//! What a stated total is off by, given to a criterion whose points are not those of the total.

use std::fs;

use super::book::{Campaign, edit};
use super::decided_figures::{asked, number, run, unit};

const BOOK: &str = "dot-quyet-dinh.xlsx";
const FORM: &str = "dot/phieu-nop/STC 2016.xlsx";
const TOTAL: &str = "tinh/STC|tổng|TH401";

/// Gives the difference of the total to criterion 2.3, with or without points. Gives what the total and the criterion then
/// are, with what became of the decision and what was printed.
fn given(
    (old, new): (&str, &str),
    most: Option<&str>,
    points: Option<&str>,
) -> (f64, f64, Vec<String>, String) {
    let campaign = Campaign::of(&["BDT", "STC"]);
    let scheme = campaign.path("dot/scheme.toml");
    let text = fs::read_to_string(&scheme).unwrap();
    assert_eq!(text.matches(old).count(), 1);
    fs::write(&scheme, text.replacen(old, new, 1)).unwrap();
    // The form says what the most points are.
    if let Some(most) = most {
        edit(&campaign.path(FORM), |form| {
            form.number("Nhom 2", "E11", most);
        });
    }
    run(&campaign);
    let book = campaign.path(BOOK);
    let (row, _) = asked(&book, TOTAL);
    edit(&book, |book| {
        for (column, text) in [
            ("G", "điểm thẩm định"),
            ("I", "2.3"),
            ("J", "biên bản"),
            ("K", "Phòng CNTT"),
        ] {
            book.text("Câu hỏi", &format!("{column}{row}"), text);
        }
        if let Some(points) = points {
            book.number("Câu hỏi", &format!("H{row}"), points);
        }
    });
    let (report, statuses, text) = run(&campaign);
    let score = &unit(&report, "STC")["score"];
    let (total, own) = (&score["total"], &score["criteria"]["2.3"]["own"]);
    let own = number(own).or(number(&score["criteria"]["2.3"]["counted"]));
    (number(total).unwrap(), own.unwrap(), statuses, text)
}

const PLAIN: &str = "maximum = 40\nrule = { type = \"per_item\", items = [\n";

#[test]
fn a_difference_of_the_total_is_divided_by_the_weight() {
    let weighted = PLAIN.replace("maximum = 40", "maximum = 80\nweight = 0.5");
    let (total, _, statuses, text) = given((PLAIN, &weighted), Some("80"), None);
    assert_eq!(statuses, ["applied"], "{text}");
    assert!((total - 879.7).abs() < 1e-9, "{total}: {text}");
    // Points that do not come to it are told.
    let (total, _, statuses, text) = given((PLAIN, &weighted), Some("80"), Some("41"));
    assert_eq!(statuses, ["applied"], "{text}");
    assert!((total - 880.2).abs() < 1e-9, "{total}: {text}");
    assert!(text.contains("TH809"), "{text}");
}

#[test]
fn a_difference_of_the_total_is_not_given_where_not_all_points_count() {
    let group = "maximum = 220\n";
    let (_, own, statuses, text) = given((group, "maximum = 220\ncap = true\n"), None, None);
    assert_eq!(statuses, ["mistyped"], "{text}");
    assert!(text.contains("có mức khống chế"), "{text}");
    assert!((own - 10.0).abs() < 1e-9);
    let (_, own, statuses, text) =
        given((group, "maximum = 220\ncap = true\n"), None, Some("12.5"));
    assert_eq!(statuses, ["applied"], "{text}");
    assert!((own - 12.5).abs() < 1e-9);
}
