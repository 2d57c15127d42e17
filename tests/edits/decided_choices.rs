//! Figures that are one of several options: decided as other figures are, by the words of the scheme.

use std::fs;

use serde_json::Value;

use super::book::{Campaign, Parts, edit};
use super::decided_figures::{asked, number, run, settled, texts, unit};

const BOOK: &str = "dot-quyet-dinh.xlsx";
const FORM: &str = "dot/phieu-nop/STC 2016.xlsx";
const WHO: &str = "Phòng CNTT";
/// Which software an office has, which its unit answers with none of the options.
const ASKED: &str = "tinh/STC|số liệu mot_cua|TH304";

/// A round in which 3.7 counts by its figure, and a unit answers with what is no option.
fn campaign() -> Campaign {
    let campaign = Campaign::of(&["BDT", "STC"]);
    let scheme = campaign.path("dot/scheme.toml");
    let text = fs::read_to_string(&scheme).unwrap();
    let plain = "maximum = 40\nrule = { type = \"choice\"";
    let by_figures = "maximum = 40\nby_figures = true\nrule = { type = \"choice\"";
    assert!(text.contains(plain));
    fs::write(&scheme, text.replacen(plain, by_figures, 1)).unwrap();
    edit(&campaign.path(FORM), |form| {
        form.text("Nhom 3", "D20", "Có phần mềm");
    });
    campaign
}

fn counted(report: &Value) -> Option<f64> {
    number(&unit(report, "STC")["score"]["criteria"]["3.7"]["counted"])
}

/// Answers the question about the figure, with a text as its value.
fn answer(campaign: &Campaign, verdict: &str, value: &str) {
    let book = campaign.path(BOOK);
    let (row, _) = asked(&book, ASKED);
    edit(&book, |book| {
        for (column, text) in [("G", verdict), ("H", value), ("J", "biên bản"), ("K", WHO)] {
            book.text("Câu hỏi", &format!("{column}{row}"), text);
        }
    });
}

/// Writes a row of the free sheet.
fn free(campaign: &Campaign, row: u32, value: &str) {
    let about = "3.7 – Phần mềm một cửa điện tử";
    let cells = [
        ("A", "Sở Tài chính"),
        ("B", about),
        ("D", value),
        ("E", "biên bản"),
        ("F", WHO),
    ];
    edit(&campaign.path(BOOK), |book| {
        for (column, text) in cells {
            book.text("Thẩm định khác", &format!("{column}{row}"), text);
        }
    });
}

#[test]
fn a_choice_is_decided_by_the_words_of_the_scheme() {
    let campaign = campaign();
    let (report, _, _) = run(&campaign);
    let before = counted(&report);
    // The appraiser sees what can be typed.
    let (_, cells) = asked(&campaign.path(BOOK), ASKED);
    let options = "Các lựa chọn: Liên thông; Nội bộ; Chưa có";
    assert!(cells.iter().any(|text| text.contains(options)), "{cells:?}");

    answer(&campaign, "số liệu thẩm định", "mức 2");
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["mistyped"], "{text}");
    let said = "“mức 2”, không phải là một lựa chọn: Liên thông; Nội bộ; Chưa có";
    assert!(text.contains(said), "{text}");
    assert_eq!(counted(&report), before);

    answer(&campaign, "số liệu thẩm định", "nội bộ");
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["applied"], "{text}");
    assert_eq!(counted(&report), Some(20.0));
    let cell = &unit(&report, "STC")["figures"]["mot_cua"];
    assert_eq!(cell["value"]["choice"], "Nội bộ");
    assert_eq!(cell["decided"]["value"]["option"], "Nội bộ");
    assert_eq!(cell["source"]["text"], "Có phần mềm");
    assert_eq!(settled(&report, "TH304"), [WHO]);
    told(&campaign);

    answer(&campaign, "không tính số liệu này", "");
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["applied"], "{text}");
    assert_eq!(counted(&report), before);
    answer(&campaign, "đơn vị giải trình", "");
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["applied"], "{text}");
    assert!(settled(&report, "TH304").is_empty());
}

/// The result says who decided it, from what and to what.
fn told(campaign: &Campaign) {
    let of = |sheet: &str, words: &str| {
        let rows = texts(campaign, sheet);
        let row = rows.iter().find(|row| row.iter().any(|text| text == words));
        row.unwrap_or_else(|| panic!("{sheet}: {words}: {rows:?}"))
            .clone()
    };
    for (kind, said) in [
        ("số liệu:mot_cua", "Nội bộ"),
        ("số liệu trong phiếu:mot_cua", "Có phần mềm"),
    ] {
        let rows = texts(campaign, "Dữ liệu");
        let mut rows = rows.iter().filter(|row| row.contains(&"STC".to_string()));
        let row = rows.find(|row| row.contains(&kind.to_string())).unwrap();
        assert!(row.contains(&said.to_string()), "{row:?}");
    }
    assert!(of("Quyết định", "số liệu thẩm định").contains(&"Nội bộ".to_string()));
    let parts = Parts::open(&campaign.path("dot-tong-hop.xlsx")).0;
    let note = "Phần mềm một cửa điện tử: Nội bộ (phiếu ghi Có phần mềm; Phòng CNTT quyết định";
    assert!(parts.values().any(|text| text.contains(note)));
    let (trace, _) = campaign.run(&["trace", "dot", "STC", "3.7"]);
    assert!(
        trace.contains("Nội bộ") && trace.contains("theo quyết định “số liệu thẩm định”"),
        "{trace}"
    );
}

#[test]
fn two_rows_that_choose_otherwise_contradict_each_other() {
    let campaign = campaign();
    edit(&campaign.path(FORM), |form| {
        form.text("Nhom 3", "D20", "Liên thông");
    });
    let (report, _, _) = run(&campaign);
    assert_eq!(counted(&report), Some(40.0));
    free(&campaign, 5, "Nội bộ");
    free(&campaign, 6, "Chưa có");
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["contradictory", "contradictory"], "{text}");
    assert!(text.contains("số liệu thẩm định Chưa có"), "{text}");
    assert_eq!(counted(&report), Some(40.0));
    // The option that stands there already is none that changes it.
    free(&campaign, 6, "Nội bộ");
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["applied", "not_needed"], "{text}");
    assert_eq!(counted(&report), Some(20.0));
}
