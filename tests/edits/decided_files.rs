//! Whose a file is and which of several counts, decided in the workbook that a run wrote, and what the next runs make of it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::book::{Campaign, edit};

const BOOK: &str = "dot-quyet-dinh.xlsx";
const WHO: &str = "Phòng CNTT";
const NOBODYS: &str = "dot/phieu-nop/phieu.xlsx";

/// A round with a file of which nothing says whose it is, and a second return of a unit.
fn campaign() -> Campaign {
    let campaign = Campaign::of(&["BDT", "SNV", "STC"]);
    let inbox = campaign.path("dot/phieu-nop");
    fs::rename(inbox.join("BDT 2016.xlsx"), campaign.path(NOBODYS)).unwrap();
    edit(&campaign.path(NOBODYS), |form| {
        for (sheet, cell) in [
            ("Thông tin chung", "A2"),
            ("Thông tin chung", "C7"),
            ("Phiếu tự chấm", "A2"),
            ("Tổng hợp", "A2"),
        ] {
            form.clear(sheet, cell);
        }
    });
    let second = inbox.join("STC gửi lại.xlsx");
    fs::copy(inbox.join("STC 2016.xlsx"), &second).unwrap();
    edit(&second, |form| form.text("Tổng hợp", "D16", "900"));
    campaign
}

pub(super) fn json(campaign: &Campaign) -> Value {
    serde_json::from_slice(&fs::read(campaign.path("dot-tong-hop.json")).unwrap()).unwrap()
}

/// The row of a question in the decision workbook, and of its cells those that tell what is asked and rests below.
pub(super) fn asked(book: &Path, id: &str) -> (u32, Vec<String>) {
    let grids = crate::template::grids(book);
    let rows = grids[0].rows();
    let mut rows = rows.filter(|row| row.iter().any(|cell| cell.value.show().starts_with(id)));
    let row = rows.next().unwrap();
    let texts = row.iter().map(|cell| cell.value.show());
    (row[0].address.row + 1, texts.collect())
}

/// Answers a question, with who and why.
pub(super) fn answer(book: &Path, id: &str, verdict: &str, target: &str) {
    let (row, _) = asked(book, id);
    edit(book, |book| {
        for (column, text) in [
            ("G", verdict),
            ("I", target),
            ("J", "công văn 12"),
            ("K", WHO),
        ] {
            book.text("Câu hỏi", &format!("{column}{row}"), text);
        }
    });
}

/// File, unit and fate of what came, and how often it was decided.
fn files(report: &Value) -> Vec<String> {
    let files = report["intake"]["files"].as_array().unwrap().iter();
    let of = |file: &Value| {
        let decided = file["decided"].as_array().map_or(0, Vec::len);
        let [name, code, fate] = [&file["name"], &file["unit"]["code"], &file["fate"]]
            .map(|one| one.as_str().unwrap_or("-"));
        format!("{name}: {code} {fate} {decided}")
    };
    files
        .map(of)
        .filter(|line| {
            !line.contains(" 2016.xlsx") && !line.contains("../") || line.contains("STC")
        })
        .collect()
}

pub(super) fn statuses(report: &Value) -> Vec<&str> {
    let rows = report["decisions"].as_array().unwrap().iter();
    rows.map(|row| row["status"].as_str().unwrap()).collect()
}

#[test]
#[allow(clippy::too_many_lines)] // One story, each step on those before it.
fn files_are_given_to_units_and_chosen_until_others_come() {
    let campaign = campaign();
    campaign.run(&["dot", "--json"]);
    let before = files(&json(&campaign));
    let book = campaign.path(BOOK);
    let (choice, owner) = ("tinh/STC|các tệp|TH105", "|tệp phieu.xlsx|TH108");
    let (_, cells) = asked(&book, choice);
    let offered =
        "STC 2016.xlsx, lưu ngày 09/01/2017\nSTC gửi lại.xlsx, lưu ngày 09/01/2017, đang tính";
    assert!(cells.iter().any(|text| text == offered), "{cells:?}");
    assert!(
        cells[5].starts_with("“STC 2016.xlsx” (SHA-256 "),
        "{cells:?}"
    );
    assert_eq!(
        asked(&book, owner).1[..2],
        ["(chưa rõ đơn vị)", "phieu.xlsx"]
    );
    // What can be chosen stands in lists: units without a return first, and the files.
    let lists = crate::template::grids(&book);
    let lists = lists
        .iter()
        .find(|grid| grid.name == "tonghop-danh-muc")
        .unwrap();
    let last = lists
        .cells()
        .iter()
        .map(|cell| cell.address.column)
        .max()
        .unwrap();
    let column = |column: u32| -> Vec<String> {
        let cells = lists.cells().iter();
        let cells = cells.filter(|cell| cell.address.column == column);
        cells.map(|cell| cell.value.show()).collect()
    };
    assert_eq!(column(last), ["STC 2016.xlsx", "STC gửi lại.xlsx"]);
    let (units, returned) = (column(last - 1), 2);
    let (missing, here) = units.split_at(units.len() - returned);
    assert!(missing.contains(&"Ban Dân tộc".to_string()), "{units:?}");
    assert!(here.contains(&"Sở Tài chính".to_string()), "{units:?}");

    answer(&book, choice, "tính tệp này", "STC 2016.xlsx");
    answer(&book, owner, "tệp của đơn vị", "Ban Dân tộc");
    let filled = fs::read(&book).unwrap();
    let (text, _) = campaign.run(&["dot", "--json", "--html"]);
    let report = json(&campaign);
    assert_eq!(statuses(&report), ["applied", "applied"], "{text}");
    assert_eq!(
        files(&report),
        [
            "STC 2016.xlsx: STC counted 1",
            "STC gửi lại.xlsx: STC superseded 1",
            "phieu.xlsx: BDT counted 1"
        ]
    );
    let whole = fs::read_to_string(campaign.path("dot-tong-hop.json")).unwrap();
    assert!(!text.contains("900"), "{text}");
    assert!(whole.contains("\"target\": \"Ban Dân tộc\""));
    told(&campaign);
    let result = fs::read(campaign.path("dot-tong-hop.xlsx")).unwrap();
    campaign.run(&["dot"]);
    assert!(fs::read(campaign.path("dot-tong-hop.xlsx")).unwrap() == result);
    // The chosen one by another name, with the other one's name: the choice is of contents.
    let inbox = campaign.path("dot/phieu-nop");
    fs::rename(inbox.join("STC gửi lại.xlsx"), inbox.join("STC cũ.xlsx")).unwrap();
    fs::rename(inbox.join("STC 2016.xlsx"), inbox.join("STC gửi lại.xlsx")).unwrap();
    let (text, _) = campaign.run(&["dot", "--json"]);
    assert_eq!(statuses(&json(&campaign)), ["applied", "applied"], "{text}");
    let second = crate::template::grids(&campaign.path("dot-quyet-dinh_2.xlsx"));
    let mut cells = second[0].cells().iter();
    assert!(!cells.any(|cell| cell.value.show() == choice), "{text}");
    let renamed = files(&json(&campaign));
    assert_eq!(
        renamed[..2],
        [
            "STC cũ.xlsx: STC superseded 1",
            "STC gửi lại.xlsx: STC counted 1"
        ]
    );
    fs::rename(inbox.join("STC gửi lại.xlsx"), inbox.join("STC 2016.xlsx")).unwrap();
    fs::rename(inbox.join("STC cũ.xlsx"), inbox.join("STC gửi lại.xlsx")).unwrap();
    // The same contents by another name are the same file.
    fs::rename(
        campaign.path(NOBODYS),
        campaign.path("dot/phieu-nop/khac.xlsx"),
    )
    .unwrap();
    // A third return: which counts is asked anew, and the workbook stays as it is.
    fs::copy(inbox.join("STC 2016.xlsx"), inbox.join("STC lần ba.xlsx")).unwrap();
    edit(&inbox.join("STC lần ba.xlsx"), |form| {
        form.text("Tổng hợp", "D16", "901");
    });
    let (text, _) = campaign.run(&["dot", "--json"]);
    let report = json(&campaign);
    assert_eq!(statuses(&report), ["stale", "applied"], "{text}");
    assert!(
        text.contains("TH801") && text.contains("câu hỏi mới)"),
        "{text}"
    );
    assert!(files(&report).contains(&"khac.xlsx: BDT counted 1".to_string()));
    assert!(fs::read(&book).unwrap() == filled);
    let second = campaign.path("dot-quyet-dinh_2.xlsx");
    answer(&second, choice, "tính tệp này", "STC gửi lại.xlsx");
    let (text, _) = campaign.run(&["dot", "--json"]);
    assert_eq!(
        statuses(&json(&campaign)),
        ["not_needed", "applied", "applied"],
        "{text}"
    );
    assert!(text.contains("ghi tổng 900"), "{text}");
    // The chosen one is gone, and so is the other: nothing is applied that nobody meant.
    for name in ["STC gửi lại.xlsx", "STC 2016.xlsx"] {
        fs::remove_file(inbox.join(name)).unwrap();
    }
    let (text, _) = campaign.run(&["dot", "--json"]);
    assert_eq!(
        statuses(&json(&campaign)),
        ["stale", "applied", "stale"],
        "{text}"
    );
    assert!(
        before.contains(&"phieu.xlsx: - refused 0".to_string()),
        "{before:?}"
    );
}

/// Every place that shows a file says who decided of it.
fn told(campaign: &Campaign) {
    let grids = crate::template::grids(&campaign.path("dot-tong-hop.xlsx"));
    let says = |sheet: &str, text: &str| {
        let grid = grids.iter().find(|grid| grid.name == sheet).unwrap();
        let mut cells = grid.cells().iter();
        assert!(
            cells.any(|cell| cell.value.show().ends_with(text)),
            "{sheet}: {text}"
        );
    };
    says(
        "Tình hình nộp",
        "; được tính theo quyết định của Phòng CNTT (công văn 12)",
    );
    says(
        "Tình hình nộp",
        "; không được tính theo quyết định của Phòng CNTT (công văn 12)",
    );
    says(
        "Tình hình nộp",
        "; đơn vị theo quyết định của Phòng CNTT (công văn 12)",
    );
    says("Quyết định", "tính tệp này: STC 2016.xlsx");
    says("Quyết định", "tệp của đơn vị: Ban Dân tộc");
    let page = fs::read_to_string(campaign.path("dot-tong-hop.html")).unwrap();
    for verdict in ["tính tệp này: STC 2016.xlsx", "tệp của đơn vị: Ban Dân tộc"] {
        // In the table of decisions, and with the unit.
        assert_eq!(page.matches(verdict).count(), 2, "{verdict}");
    }
    assert!(page.contains("dot-quyet-dinh.xlsx, Câu hỏi!G"));
    let (text, _) = campaign.run(&["trace", "dot", "BDT"]);
    assert!(
        text.contains("    đơn vị theo quyết định của Phòng CNTT (công văn 12)\n"),
        "{text}"
    );
    let (text, _) = campaign.run(&["trace", "dot", "STC"]);
    assert!(
        text.contains("    không được tính theo quyết định của Phòng CNTT (công văn 12)\n"),
        "{text}"
    );
    let (text, _) = campaign.run(&["status", "dot", "--json"]);
    let status: Value = serde_json::from_str(&text[text.find('{').unwrap()..]).unwrap();
    let units = status["levels"][0]["units"].as_array().unwrap();
    let of = |code: &str| {
        let mut units = units.iter();
        units.find(|one| one["unit"]["code"] == code).unwrap()["decided"].clone()
    };
    assert_eq!(
        [of("BDT"), of("STC"), of("SNV")],
        [1, 1, 0].map(Value::from)
    );
    assert_eq!(status["decided"], 2);
    let (text, _) = campaign.run(&["status", "dot"]);
    assert!(text.contains("; đã áp dụng 2 quyết định"), "{text}");
    assert!(
        text.contains("(1 quyết định)") || text.contains("Đã quyết định"),
        "{text}"
    );
}
