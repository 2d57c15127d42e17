//! A result that somebody changed is never believed without a word: by `diff`, with `--previous`, by `audit`.

use std::fs;

use super::book::{Campaign, cell_of, edit};

const RESULT: &str = "dot-tong-hop.xlsx";
const UNIT: &str = "Sở Giao thông, Vận tải";
const TABLE: &str = "dot/ket-qua-cong-bo-2016.csv";

#[test]
fn what_nobody_changed_raises_nothing() {
    let campaign = Campaign::new();
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/");
    let spoiled = format!("{samples}kontum-2017-spoiled");
    for (sample, lang) in [("dot", "vi"), (&*spoiled, "en")] {
        campaign.run(&[sample, "-o", "x.xlsx", "--json", "--lang", lang]);
        let (text, status) = campaign.run(&["diff", "x.json", "x.xlsx"]);
        assert_eq!(status, Some(0), "{text}");
        assert!(!text.contains("TH50"), "{sample}: {text}");
        let file = campaign.path("x.xlsx");
        edit(&file, |_| {});
        let (text, _) = campaign.run(&["diff", "x.xlsx", "x.json"]);
        assert!(!text.contains("TH50"), "{sample}: {text}");
    }
}

#[test]
fn a_changed_total_is_told_with_both_cells() {
    let campaign = Campaign::consolidated(&["xlsx", "json"]);
    let file = campaign.path(RESULT);
    let total = cell_of(&file, "Cấp tỉnh", UNIT, "Tổng điểm");
    edit(&file, |book| book.number("Cấp tỉnh", &total, "1708"));

    let (text, _) = campaign.run(&[
        "diff",
        RESULT,
        TABLE,
        "-o",
        "diff.xlsx",
        "--json",
        "diff.json",
    ]);
    let edited = format!("{RESULT}: Cấp tỉnh!{total}: cảnh báo TH503: ");
    let apart = format!(
        "{RESULT}: Cấp tỉnh!{total}: cảnh báo TH504: {UNIT}, tổng điểm: ở đây là 1708, trang dữ liệu ghi 852,8 (Dữ liệu!G"
    );
    for line in [&edited, &apart] {
        assert!(text.contains(line.as_str()), "{line}: {text}");
    }
    let json: serde_json::Value =
        serde_json::from_slice(&fs::read(campaign.path("diff.json")).unwrap()).unwrap();
    let codes: Vec<&str> = json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        // The table has units that this round does not expect.
        .filter(|code| *code != "TH639")
        .collect();
    assert_eq!(codes, ["TH503", "TH504"]);
    let mut book = calamine::open_workbook_auto(campaign.path("diff.xlsx")).unwrap();
    let range = calamine::Reader::worksheet_range(&mut book, "Cảnh báo").unwrap();
    let cells: Vec<String> = range
        .used_cells()
        .map(|(_, _, cell)| cell.to_string())
        .collect();
    assert!(
        cells.iter().any(|cell| cell.contains("852,8 (Dữ liệu!G")),
        "{cells:?}"
    );

    let (text, _) = campaign.run(&["dot", "--previous", RESULT, "-o", "new.xlsx"]);
    let elsewhere = format!("{RESULT}: Cấp tỉnh!{total}: cảnh báo TH504: ");
    assert!(text.contains(&elsewhere), "{text}");
    let (text, _) = campaign.run(&[
        "audit",
        RESULT,
        "--registry",
        "dot/units.csv",
        "--scheme",
        "dot/scheme.toml",
    ]);
    for code in ["TH503", "TH504"] {
        assert!(text.contains(code), "{text}");
    }
}

#[test]
fn a_change_in_the_list_of_values_is_told() {
    let campaign = Campaign::consolidated(&["xlsx"]);
    let file = campaign.path(RESULT);
    let list: Vec<Vec<String>> = {
        let mut book = calamine::open_workbook_auto(&file).unwrap();
        let range = calamine::Reader::worksheet_range(&mut book, "Dữ liệu").unwrap();
        range
            .rows()
            .map(|row| row.iter().map(ToString::to_string).collect())
            .collect()
    };
    let row = 1 + list
        .iter()
        .position(|row| row[2] == UNIT && row[13] == "tổng điểm")
        .unwrap();
    edit(&file, |book| {
        book.number("Dữ liệu", &format!("G{row}"), "900");
    });
    let (text, _) = campaign.run(&["diff", RESULT, TABLE]);
    let edited = format!("Dữ liệu!G{row}: cảnh báo TH503");
    let apart =
        format!("{UNIT}, tổng điểm: ở đây là 852,8, trang dữ liệu ghi 900 (Dữ liệu!G{row})");
    for line in [edited, apart] {
        assert!(text.contains(&line), "{line}: {text}");
    }
}

#[test]
fn a_result_without_a_seal_is_told() {
    let campaign = Campaign::consolidated(&["xlsx", "json"]);
    let file = campaign.path(RESULT);
    edit(&file, |book| {
        drop(book.0.remove("xl/worksheets/tonghop.xml"));
        for part in [
            "[Content_Types].xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
        ] {
            let text = book.0.get_mut(part).unwrap();
            let at = text
                .find("onghop")
                .map(|at| text[..at].rfind('<').unwrap())
                .unwrap();
            let end = at + text[at..].find("/>").unwrap() + 2;
            text.replace_range(at..end, "");
        }
    });
    let (text, status) = campaign.run(&["diff", RESULT, TABLE]);
    assert_eq!(status, Some(0), "{text}");
    assert!(
        text.contains(&format!("{RESULT}: cảnh báo TH505")),
        "{text}"
    );
    assert!(!text.contains("TH504"), "{text}");

    let json = campaign.path("dot-tong-hop.json");
    let text = fs::read_to_string(&json).unwrap();
    fs::write(&json, text.replacen("852.8", "952.8", 1)).unwrap();
    let (text, _) = campaign.run(&["diff", "dot-tong-hop.json", TABLE, "--lang", "en"]);
    assert!(text.contains("dot-tong-hop.json: warning TH505"), "{text}");
}

/// The name of a file that is compared comes from outside as those of returns do.
#[cfg(unix)]
#[test]
fn the_name_of_a_doubtful_file_is_shown_as_it_is() {
    const ODD: &str = "\u{1b}[31mnăm trước.json";
    let campaign = Campaign::consolidated(&["xlsx", "json"]);
    let json = fs::read_to_string(campaign.path("dot-tong-hop.json")).unwrap();
    fs::write(campaign.path(ODD), json.replacen("852.8", "952.8", 1)).unwrap();
    for arguments in [&["diff", ODD, TABLE][..], &["dot", "--previous", ODD]] {
        let (text, _) = campaign.run(arguments);
        let shown = "␛[31mnăm trước.json: cảnh báo TH505";
        assert!(text.contains(shown), "{text}");
        assert!(!text.contains('\u{1b}'), "{text}");
    }
}
