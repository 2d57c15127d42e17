//! Figures that are decided in the workbook that a run wrote, and what follows from them: points, statistics, findings.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::book::{Campaign, edit};

const BOOK: &str = "dot-quyet-dinh.xlsx";
const WHO: &str = "Phòng CNTT";
/// The part of the staff that has a computer, which its unit states to be more than all.
const ASKED: &str = "tinh/STC|số liệu may_tinh|TH309";
const FORM: &str = "dot/phieu-nop/STC 2016.xlsx";

/// A round in which 1.1 counts by its figures, and a unit has 610 computers for 61 people.
fn campaign() -> Campaign {
    let campaign = Campaign::of(&["BDT", "SNV", "STC"]);
    let scheme = campaign.path("dot/scheme.toml");
    let text = fs::read_to_string(&scheme).unwrap();
    let by_figures = "maximum = 30\nby_figures = true\nrule = { type = \"tiers\", value = { ratio = \"may_tinh\"";
    let text = text.replacen(
        "maximum = 30\nrule = { type = \"tiers\", value = { ratio = \"may_tinh\"",
        by_figures,
        1,
    );
    assert!(text.contains(by_figures));
    fs::write(&scheme, text).unwrap();
    edit(&campaign.path(FORM), |form| {
        form.number("Nhom 1", "D11", "610");
    });
    campaign
}

fn json(campaign: &Campaign) -> Value {
    serde_json::from_slice(&fs::read(campaign.path("dot-tong-hop.json")).unwrap()).unwrap()
}

/// Runs, and gives the report with what became of each decision.
pub(super) fn run(campaign: &Campaign) -> (Value, Vec<String>, String) {
    let (text, _) = campaign.run(&["dot", "--json"]);
    let report = json(campaign);
    let rows = report["decisions"].as_array().cloned().unwrap_or_default();
    let statuses = rows.iter().map(|row| row["status"].as_str().unwrap());
    let statuses = statuses.map(str::to_string).collect();
    (report, statuses, text)
}

pub(super) fn unit<'r>(report: &'r Value, code: &str) -> &'r Value {
    let levels = report["levels"].as_array().unwrap().iter();
    let mut rows = levels.flat_map(|one| one["rows"].as_array().unwrap());
    rows.find(|row| row["unit"]["code"] == code).unwrap()
}

pub(super) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::String(text) => text.parse().ok(),
        other => other.as_f64(),
    }
}

/// What counts of 1.1, the numerator of the share of people with a computer, and how many units are in it.
fn follows(report: &Value) -> (Option<f64>, Option<f64>, u64) {
    let counted = &unit(report, "STC")["score"]["criteria"]["1.1"]["counted"];
    let statistics = report["statistics"].as_array().unwrap();
    let share = statistics.iter().find(|one| one["id"] == "pc_rate_tinh");
    let share = share.unwrap();
    (
        number(counted),
        number(&share["outcome"]["numerator"]),
        share["covered"].as_u64().unwrap(),
    )
}

/// The row of a question, and the texts of its cells.
pub(super) fn asked(book: &Path, id: &str) -> (u32, Vec<String>) {
    let grids = crate::template::grids(book);
    let mut rows = grids[0].rows();
    let row = rows.find(|row| row.iter().any(|cell| cell.value.show() == id));
    let row = row.unwrap();
    let texts = row.iter().map(|cell| cell.value.show());
    (row[0].address.row + 1, texts.collect())
}

/// Answers the question about the figure.
fn answer(book: &Path, verdict: &str, value: Option<&str>, who: &str) {
    let (row, _) = asked(book, ASKED);
    edit(book, |book| {
        for (column, text) in [("G", verdict), ("J", "kiểm kê"), ("K", who)] {
            book.text("Câu hỏi", &format!("{column}{row}"), text);
        }
        match value {
            Some(value) => book.number("Câu hỏi", &format!("H{row}"), value),
            None => book.clear("Câu hỏi", &format!("H{row}")),
        }
    });
}

/// Writes a row of the free sheet.
fn free(book: &Path, row: u32, about: &str, value: &str) {
    edit(book, |book| {
        for (column, text) in [
            ("A", "Sở Tài chính"),
            ("B", about),
            ("E", "biên bản"),
            ("F", WHO),
        ] {
            book.text("Thẩm định khác", &format!("{column}{row}"), text);
        }
        book.number("Thẩm định khác", &format!("D{row}"), value);
    });
}

pub(super) fn texts(campaign: &Campaign, sheet: &str) -> Vec<Vec<String>> {
    let grids = crate::template::grids(&campaign.path("dot-tong-hop.xlsx"));
    let grid = grids.iter().find(|grid| grid.name == sheet).unwrap();
    let rows = grid.rows().map(|row| {
        let cells = row.iter().map(|cell| cell.value.show());
        cells.collect()
    });
    rows.collect()
}

/// The settled findings of a report that are about the figure.
pub(super) fn settled(report: &Value, code: &str) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    let of = findings.filter(|one| one["code"] == code && !one["settled"].is_null());
    of.map(|one| one["settled"]["by"].as_str().unwrap().to_string())
        .collect()
}

#[test]
#[allow(clippy::too_many_lines)] // One story, each step on those before it.
fn points_and_statistics_follow_a_decided_figure() {
    let campaign = campaign();
    let (report, _, _) = run(&campaign);
    let (counted, without, covered) = follows(&report);
    assert_eq!(counted, None);
    let book = campaign.path(BOOK);
    let (_, cells) = asked(&book, ASKED);
    let effect = cells.iter().find(|text| text.contains("Chỉ tiêu thống kê"));
    // The whole may be what is wrong: nothing asks about it.
    assert!(
        effect.unwrap().contains("\nNếu sai là “1.1 – "),
        "{effect:?}"
    );
    let effect = effect.unwrap();
    assert!(
        effect.contains("Điểm 1.1 tính theo số liệu: từ 0 đến 30, chưa tính được")
            && effect.contains("Xếp loại đang là"),
        "{effect}"
    );

    // The points that the figure gives, the statistic, and who decided it.
    answer(&book, "số liệu thẩm định", Some("50"), WHO);
    let filled = fs::read(&book).unwrap();
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["applied"], "{text}");
    assert_eq!(
        follows(&report),
        (Some(20.0), without.map(|sum| sum + 50.0), covered + 1)
    );
    let cell = &unit(&report, "STC")["figures"]["may_tinh"];
    assert_eq!(cell["decided"]["by"], WHO);
    assert_eq!(cell["source"]["text"], "610");
    assert_eq!(settled(&report, "TH309"), [WHO]);
    told(&campaign);
    let result = fs::read(campaign.path("dot-tong-hop.xlsx")).unwrap();
    campaign.run(&["dot"]);
    assert!(fs::read(campaign.path("dot-tong-hop.xlsx")).unwrap() == result);

    // Points that are decided go before those that a decided figure gives.
    free(&book, 5, "1.1", "25");
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["applied", "applied"], "{text}");
    assert_eq!(
        follows(&report),
        (Some(25.0), without.map(|sum| sum + 50.0), covered + 1)
    );
    let (trace, _) = campaign.run(&["trace", "dot", "STC", "1.1"]);
    assert!(
        trace.contains("Điểm tính từ số liệu: 20")
            && trace
                .contains("điểm đã quyết định được tính trước điểm tính từ số liệu đã quyết định"),
        "{trace}"
    );

    // Another row says another figure: neither holds, and the points do.
    free(&book, 6, "1.1 – Số CBCC được trang bị máy tính", "55");
    let (report, statuses, text) = run(&campaign);
    assert_eq!(
        statuses,
        ["contradictory", "applied", "contradictory"],
        "{text}"
    );
    assert_eq!(follows(&report), (Some(25.0), without, covered));
    assert!(settled(&report, "TH309").is_empty());

    // Other words in the cell: what was decided is about others.
    fs::write(&book, filled).unwrap();
    edit(&campaign.path(FORM), |form| {
        form.number("Nhom 1", "D11", "611");
    });
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["stale"], "{text}");
    assert_eq!(follows(&report), (None, without, covered));
    assert!(
        text.contains("TH801") && text.contains("(2 câu hỏi mới)"),
        "{text}"
    );
}

/// The result says of the figure who decided it: in the list of all values, below statistics, beside the points, in the trace.
fn told(campaign: &Campaign) {
    let data = texts(campaign, "Dữ liệu");
    let of = |kind: &str| {
        let mut rows = data.iter();
        let row =
            rows.find(|row| row.contains(&"STC".to_string()) && row.contains(&kind.to_string()));
        row.unwrap().clone()
    };
    let counts = of("số liệu:may_tinh");
    for said in [
        "50",
        "số liệu thẩm định; Phòng CNTT; kiểm kê",
        BOOK,
        "Câu hỏi",
    ] {
        assert!(counts.contains(&said.to_string()), "{said}: {counts:?}");
    }
    let in_form = of("số liệu trong phiếu:may_tinh");
    for said in ["610", "STC 2016.xlsx", "D11"] {
        assert!(in_form.contains(&said.to_string()), "{said}: {in_form:?}");
    }
    let figure = "1.1 – Số CBCC được trang bị máy tính: 50 (phiếu ghi 610; Phòng CNTT quyết định, căn cứ: kiểm kê)";
    let statistics = texts(campaign, "Thống kê").concat();
    let line = format!("Số liệu theo quyết định: Sở Tài chính, {figure}.");
    assert!(statistics.contains(&line), "{statistics:?}");
    let comments = super::book::Parts::open(&campaign.path("dot-tong-hop.xlsx")).0;
    let mut comments = comments
        .iter()
        .filter(|(name, _)| name.contains("comments"));
    let note = format!("Tính theo số liệu đã quyết định: {figure}.");
    assert!(comments.any(|(_, text)| text.contains(&note)));
    for id in ["1.1", "may_tinh", "pc_rate_tinh"] {
        let (trace, _) = campaign.run(&["trace", "dot", "STC", id]);
        let who = "theo quyết định “số liệu thẩm định”, Phòng CNTT quyết định; căn cứ: kiểm kê";
        assert!(trace.contains(who), "{id}: {trace}");
    }
}

#[test]
fn a_figure_is_kept_left_out_or_mistyped() {
    let campaign = campaign();
    let (report, _, _) = run(&campaign);
    let before = follows(&report);
    let book = campaign.path(BOOK);
    // Not signed, or no number that can be.
    answer(&book, "số liệu thẩm định", Some("50"), "");
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["mistyped"]);
    assert!(text.contains("thiếu người quyết định"), "{text}");
    assert_eq!(follows(&report), before);
    answer(&book, "số liệu thẩm định", Some("50.5"), WHO);
    let (_, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["mistyped"]);
    assert!(text.contains("phải là số nguyên"), "{text}");
    // A number that is still more than the whole answers nothing.
    answer(&book, "số liệu thẩm định", Some("70"), WHO);
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["applied"]);
    assert!(settled(&report, "TH309").is_empty());
    assert_eq!(follows(&report), before);
    // The cell has another: the unit is not told that it wrote this one.
    let told = "70 lớn hơn tổng 61 (D10) – theo số liệu đã quyết định, không phải số trong phiếu";
    assert!(text.contains(told), "{text}");
    // What is left out is asked no more, and in nothing.
    answer(&book, "không tính số liệu này", None, WHO);
    let (report, statuses, _) = run(&campaign);
    assert_eq!(statuses, ["applied"]);
    assert_eq!(settled(&report, "TH309"), [WHO]);
    assert_eq!(follows(&report), before);
    let (trace, _) = campaign.run(&["trace", "dot", "STC", "pc_rate_tinh"]);
    assert!(trace.contains("không tính, theo quyết định"), "{trace}");
    // As it was asked about points, in the words for these.
    answer(&book, "giữ điểm đơn vị", None, WHO);
    let (report, statuses, _) = run(&campaign);
    assert_eq!(statuses, ["applied"]);
    assert_eq!(settled(&report, "TH309"), [WHO]);
    assert!(unit(&report, "STC")["figures"]["may_tinh"]["decided"].is_null());
    // Yes and no, of any unit.
    answer(&book, "", None, "");
    free(&book, 5, "1.2 – Mạng nội bộ (LAN)", "0");
    let (report, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["applied"], "{text}");
    let cell = &unit(&report, "STC")["figures"]["co_lan"];
    assert_eq!(cell["value"]["yes"], false);
    let said = "1.2 – Mạng nội bộ (LAN): không (phiếu ghi ";
    let statistics = texts(&campaign, "Thống kê").concat().join(" ");
    assert!(statistics.contains(said), "{statistics}");
    // What is neither is no answer.
    free(&book, 5, "1.2 – Mạng nội bộ (LAN)", "-1");
    let (_, statuses, text) = run(&campaign);
    assert_eq!(statuses, ["mistyped"], "{text}");
}
