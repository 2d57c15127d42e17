//! What a person typed into a result is still there after the next run.

use std::fs;
use std::path::Path;

use super::book::{Campaign, Parts, cell_of, edit};

const RESULT: &str = "dot-tong-hop.xlsx";
const UNIT: &str = "Sở Giao thông, Vận tải";

fn without(text: &str, words: &[&str]) {
    for word in words {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

fn with(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "{word}: {text}");
    }
}

#[test]
fn the_new_result_goes_beside_an_edited_one() {
    let campaign = Campaign::consolidated(&["xlsx"]);
    let result = campaign.path(RESULT);
    let total = cell_of(&result, "Cấp tỉnh", UNIT, "Tổng điểm");
    edit(&result, |book| book.number("Cấp tỉnh", &total, "1708"));
    let edited = fs::read(&result).unwrap();

    let (text, _) = campaign.run(&["dot"]);
    with(
        &text,
        &[
            "Kết quả: dot-tong-hop_2.xlsx\n",
            "đã được sửa tay nên giữ nguyên",
            &format!("Cấp tỉnh!{total}: trước là 852,8, nay là 1708\n"),
            "sửa ở phiếu của đơn vị",
        ],
    );
    // Once more, with the path named and in English: its own second result, which nobody changed, is replaced.
    let (text, _) = campaign.run(&["dot", "-o", RESULT, "--lang", "en"]);
    with(
        &text,
        &[
            "Result: dot-tong-hop_2.xlsx\n",
            "changed by hand",
            &format!("Cấp tỉnh!{total}: was 852.8, is now 1708\n"),
        ],
    );
    assert_eq!(campaign.files(), [RESULT, "dot-tong-hop_2.xlsx"]);

    let second = campaign.path("dot-tong-hop_2.xlsx");
    edit(&second, |book| {
        book.text("Overview", "A1", "Đã trình lãnh đạo");
    });
    let (text, _) = campaign.run(&["dot"]);
    with(&text, &["Kết quả: dot-tong-hop_3.xlsx\n"]);
    assert!(fs::read(&result).unwrap() == edited);
    assert_eq!(campaign.files().len(), 3);
}

#[test]
fn a_bare_save_is_no_edit() {
    let campaign = Campaign::consolidated(&["xlsx", "json"]);
    let result = campaign.path(RESULT);
    let written = fs::read(&result).unwrap();
    // Other order, no compression, no results of formulas: as some programs save.
    edit(&result, |book| {
        for text in book.0.values_mut() {
            while let Some(at) = text.find("</f><v>") {
                let end = at + text[at..].find("</v>").unwrap();
                text.replace_range(at + 4..end + 4, "");
            }
        }
    });
    assert!(fs::read(&result).unwrap() != written);
    let json = campaign.path("dot-tong-hop.json");
    let text = fs::read_to_string(&json).unwrap();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    fs::write(&json, lines.concat()).unwrap();

    let (text, _) = campaign.run(&["dot", "--json"]);
    without(&text, &["_2", "giữ nguyên"]);
    assert!(
        fs::read(&result).unwrap() == written,
        "the same bytes each time"
    );
    assert_eq!(campaign.files(), ["dot-tong-hop.json", RESULT]);
}

/// Runs once on the result after it was changed, and says what the run printed. The new result has gone beside it, and goes again.
fn beside(campaign: &Campaign, written: &[u8], change: impl FnOnce(&Path)) -> String {
    let result = campaign.path(RESULT);
    fs::write(&result, written).unwrap();
    change(&result);
    let changed = fs::read(&result).unwrap();
    let (text, _) = campaign.run(&["dot"]);
    with(&text, &["Kết quả: dot-tong-hop_2.xlsx\n"]);
    assert!(fs::read(&result).unwrap() == changed);
    assert_eq!(campaign.files(), [RESULT, "dot-tong-hop_2.xlsx"]);
    fs::remove_file(campaign.path("dot-tong-hop_2.xlsx")).unwrap();
    text
}

#[test]
fn a_result_whose_looks_were_changed_is_kept() {
    let campaign = Campaign::consolidated(&["xlsx"]);
    let written = fs::read(campaign.path(RESULT)).unwrap();
    let changed = |change: fn(&mut Parts)| {
        let text = beside(&campaign, &written, |result| edit(result, change));
        with(&text, &["chỉnh hình thức"]);
    };
    changed(|book| {
        let sheet = book.sheet("Cấp tỉnh");
        *sheet = sheet.replacen("<row r=\"12\"", "<row r=\"12\" hidden=\"1\"", 1);
    });
    changed(|book| {
        let styles = book.0.get_mut("xl/styles.xml").unwrap();
        *styles = styles.replace("<b/>", "<i/>");
    });
    changed(|book| {
        let sheet = book.sheet("Cấp tỉnh");
        let at = sheet.find(" width=\"").unwrap() + 8;
        sheet.insert(at, '9');
    });
}

#[test]
fn every_kind_of_edit_is_named() {
    let campaign = Campaign::whole();
    campaign.run(&["dot"]);
    let result = campaign.path(RESULT);
    let level = "Cấp tỉnh";
    let at = |heading| cell_of(&result, level, UNIT, heading);
    let (total, grade, infrastructure) =
        (at("Tổng điểm"), at("Xếp loại"), at("Hạ tầng kỹ thuật CNTT"));
    edit(&result, |book| {
        book.set(level, &total, "><f>SUM(C11:H11)</f><v>1</v>");
        book.clear(level, &infrastructure);
        book.text(level, &grade, "Tốt nhất");
        book.number("Dữ liệu", "G60", "-1");
        book.text("Dữ liệu", "B61", "XYZ");
        book.text("Dữ liệu", "C61", "Sở Mới");
    });
    let (text, _) = campaign.run(&["dot"]);
    with(
        &text,
        &[
            &format!("{level}!{total}: trước là 852,8, nay là “=SUM(C11:H11)”\n"),
            &format!("{level}!{infrastructure}: "),
            "nay để trống\n",
            &format!("{level}!{grade}: trước là "),
            "nay là “Tốt nhất”\n",
            "Dữ liệu!G60: ",
            "Dữ liệu!61:61: dòng đã được sửa\n",
        ],
    );
}

#[test]
fn a_result_without_its_seal_counts_as_edited() {
    let campaign = Campaign::consolidated(&["xlsx"]);
    let written = fs::read(campaign.path(RESULT)).unwrap();
    let without_seal = |book: &mut Parts| {
        let sheet = book.0.get_mut("xl/workbook.xml").unwrap();
        let start = sheet.find("<sheet name=\"tonghop\"").unwrap();
        let end = start + sheet[start..].find("/>").unwrap() + 2;
        sheet.replace_range(start..end, "");
    };
    let text = beside(&campaign, &written, |result| edit(result, without_seal));
    with(&text, &["không có dấu kiểm"]);

    // The same where the seal was tampered with.
    let tampered = |book: &mut Parts| {
        let seal = book.0.get_mut("xl/worksheets/tonghop.xml").unwrap();
        *seal = seal.replacen(">r1<", ">r2<", 1);
    };
    beside(&campaign, &written, |result| edit(result, tampered));

    // What is broken beyond reading is kept as well.
    let broken = |book: &mut Parts| {
        let begun = "<workbook><sheets>".to_string();
        book.0.insert("xl/workbook.xml".to_string(), begun);
    };
    beside(&campaign, &written, |result| edit(result, broken));
    let half = &written[..written.len() / 2];
    beside(&campaign, &written, |result| {
        fs::write(result, half).unwrap();
    });
}

#[test]
fn other_results_are_kept_as_well() {
    let campaign = Campaign::consolidated(&["xlsx", "json"]);
    let table = "dot/ket-qua-cong-bo-2016.csv";
    let audit = ["audit", table, "-o", "audit.xlsx", "--json", "audit.json"];
    let diff = [
        "diff",
        table,
        RESULT,
        "-o",
        "diff.xlsx",
        "--json",
        "diff.json",
    ];
    campaign.run(&audit);
    campaign.run(&diff);
    assert_eq!(campaign.files().len(), 6);
    // Once more changes nothing.
    campaign.run(&audit);
    campaign.run(&diff);
    assert_eq!(campaign.files().len(), 6);

    write_into_other_results(&campaign);
    let kept: Vec<(String, Vec<u8>)> = campaign
        .files()
        .into_iter()
        .map(|name| (name.clone(), fs::read(campaign.path(&name)).unwrap()))
        .collect();
    let (text, _) = campaign.run(&["dot", "--json"]);
    with(
        &text,
        &["Kết quả: dot-tong-hop_2.json\n", "không còn như lúc ghi"],
    );
    let (text, _) = campaign.run(&audit);
    with(
        &text,
        &[
            "Kết quả: audit_2.xlsx\n",
            "A900: nay là 5\n",
            "Kết quả: audit_2.json\n",
        ],
    );
    let (text, _) = campaign.run(&diff);
    with(
        &text,
        &[
            "Kết quả: diff_2.xlsx\n",
            "A900: nay là 5\n",
            "Kết quả: diff_2.json\n",
        ],
    );
    for (name, bytes) in kept {
        assert!(fs::read(campaign.path(&name)).unwrap() == bytes, "{name}");
    }
}

/// What a person notes down in the workbooks and the JSON files.
fn write_into_other_results(campaign: &Campaign) {
    for name in ["audit.xlsx", "diff.xlsx"] {
        let path = campaign.path(name);
        edit(&path, |book| {
            let first = book.0.get_mut("xl/worksheets/sheet1.xml").unwrap();
            let end = first.find("</sheetData>").unwrap();
            first.insert_str(end, "<row r=\"900\"><c r=\"A900\"><v>5</v></c></row>");
        });
    }
    for name in ["audit.json", "diff.json", "dot-tong-hop.json"] {
        let path = campaign.path(name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(
            &path,
            text.replacen("\"format\": 1,", "\"format\": 1, \"note\": \"xem lại\",", 1),
        )
        .unwrap();
    }
}
