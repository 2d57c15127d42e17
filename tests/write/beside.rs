//! The sheets beside the levels': overview, returns, findings, data.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use tonghop::base::finding::{Finding, Place};
use tonghop::base::ids::UnitId;
use tonghop::base::lang::Lang;
use tonghop::base::rules::{Severity, damaged, units};
use tonghop::input::receipt::Fate;
use tonghop::output::xlsx::workbook;
use tonghop::result::report::{Report, in_order};
use zip::ZipArchive;

use super::fixture::unit_id;
use super::workbook::part;
use super::{kontum, small};

fn written(report: &Report) -> Vec<u8> {
    workbook(report, Lang::Vi).unwrap()
}

/// The cells of a sheet from its first row and column on.
fn cells(bytes: &[u8], sheet: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let end = range.end().unwrap();
    let range = range.range((0, 0), end);
    range.rows().map(<[Data]>::to_vec).collect()
}

fn texts(bytes: &[u8], sheet: &str) -> Vec<String> {
    let cells = cells(bytes, sheet).into_iter().flatten();
    cells
        .filter_map(|cell| cell.get_string_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

trait Owned {
    fn get_string_owned(&self) -> Option<String>;
}

impl Owned for Data {
    fn get_string_owned(&self) -> Option<String> {
        match self {
            Data::String(text) => Some(text.clone()),
            _ => None,
        }
    }
}

/// What a name of the workbook means on a sheet, counted from 0, or in the whole workbook.
fn name_of(bytes: &[u8], name: &str, sheet: Option<usize>) -> Option<String> {
    let text = part(bytes, "xl/workbook.xml");
    let start = match sheet {
        Some(sheet) => format!("<definedName name=\"{name}\" localSheetId=\"{sheet}\">"),
        None => format!("<definedName name=\"{name}\">"),
    };
    let (_, rest) = text.split_once(&start)?;
    Some(rest.split_once('<')?.0.to_string())
}

#[test]
fn of_the_data_only_the_heading_is_printed() {
    let bytes = written(&small::report());
    let area = name_of(&bytes, "_xlnm.Print_Area", Some(8));
    assert_eq!(area.as_deref(), Some("'Dữ liệu'!$A$1:$L$4"));
    let rows = cells(&bytes, "Dữ liệu");
    assert!(rows.len() > 100, "all data stand below: {}", rows.len());
    let note = rows[1][0].get_string_owned().unwrap();
    assert!(note.contains("Xóa Vùng In"), "{note}");
}

#[test]
fn the_data_say_names_and_keep_ids_for_programs() {
    let mut report = small::report();
    report.groups[0].criteria[0].figures = vec![tonghop::result::report::FigureFacts {
        id: "co_lan".into(),
        name: "Có mạng nội bộ".to_string(),
        unit: String::new(),
        is_yes_no: true,
    }];
    let bytes = written(&report);
    let rows = cells(&bytes, "Dữ liệu");
    let text = |row: &[Data], column: usize| row[column].get_string_owned().unwrap_or_default();
    let row = rows.iter().find(|row| text(row, 13) == "số liệu:co_lan");
    let row = row.unwrap();
    assert_eq!(
        (text(row, 0), text(row, 5), text(row, 12)),
        (
            "Cấp tỉnh".to_string(),
            "Số liệu: Có mạng nội bộ".to_string(),
            "tinh".to_string()
        )
    );
    let shown = rows.iter().flat_map(|row| [text(row, 0), text(row, 5)]);
    let ids: Vec<String> = shown
        .filter(|text| text == "tinh" || text.starts_with("số liệu:") || text.starts_with("đợt:"))
        .collect();
    assert!(ids.is_empty(), "{ids:?}");
    let sheet = part(&bytes, "xl/worksheets/sheet9.xml");
    for column in ["13", "14"] {
        let hidden = format!("<col min=\"{column}\"");
        let at = sheet
            .find(&hidden)
            .or(sheet.find("<col min=\"13\" max=\"14\""));
        let column = &sheet[at.unwrap()..];
        let column = column.split_once("/>").unwrap().0;
        assert!(column.contains("hidden=\"1\""), "{column}");
    }
}

/// The small report when everybody has returned and nothing is open.
fn complete() -> Report {
    let mut report = small::report();
    for level in &mut report.levels {
        level.gaps.clear();
        for row in &mut level.rows {
            row.score.open = 0;
        }
    }
    let is_done = |fate| !matches!(fate, Fate::Refused | Fate::Unreadable);
    report.intake.files.retain(|file| is_done(file.fate));
    report
}

fn banner(report: &Report) -> Option<String> {
    let texts = texts(&written(report), "Tổng quan");
    texts.into_iter().find(|text| text.starts_with("TẠM TÍNH"))
}

#[test]
fn a_result_that_is_not_final_says_so_first() {
    assert_eq!(
        banner(&small::report()).as_deref(),
        Some(
            "TẠM TÍNH – còn 2 đơn vị chưa có kết quả, 3 tiêu chí chưa xác định điểm, 1 tệp chưa được tính"
        )
    );
    assert_eq!(banner(&complete()), None);
    let mut one = complete();
    one.levels[0].rows[0].score.open = 1;
    assert_eq!(
        banner(&one).as_deref(),
        Some("TẠM TÍNH – còn 1 tiêu chí chưa xác định điểm")
    );
}

#[test]
fn the_overview_counts_without_zeros_and_names_the_ends() {
    let report = small::report();
    let shown = texts(&written(&report), "Tổng quan");
    let has = |text: &str| shown.iter().any(|one| one == text);
    assert!(
        has(
            "Danh sách 7 đơn vị: 5 đơn vị có kết quả, trong đó 1 nộp muộn, 1 chưa nộp, \
             1 đã gửi nhưng chưa dùng được; hạn nộp 31/01/2018."
        ) || shown
            .iter()
            .any(|one| one.starts_with("Danh sách 7 đơn vị: 5 đơn vị có kết quả")),
        "{shown:#?}"
    );
    let zeros: Vec<&String> = shown
        .iter()
        .filter(|text| text.starts_with("0 ") || text.contains(" 0 nộp") || text.contains(", 0 "))
        .collect();
    assert!(zeros.is_empty(), "{zeros:?}");
    // Two units share the highest total.
    assert!(
        has("Sở Khoa học và Công nghệ (và 1 đơn vị cùng điểm)"),
        "{shown:#?}"
    );
    for (place, count) in [("Cao nhất", 2), ("Thấp nhất", 1)] {
        assert_eq!(shown.iter().filter(|text| *text == place).count(), count);
    }
}

#[test]
fn the_overview_leads_to_every_sheet() {
    let bytes = written(&small::report());
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let names = [
        "Cấp tỉnh",
        "Cấp huyện",
        "Thống kê",
        "Chi tiết",
        "Tình hình nộp",
        "Cảnh báo",
        "Ngưỡng xếp loại",
        "Dữ liệu",
    ];
    for name in names {
        let target = format!("location=\"'{name}'!A1\"");
        assert!(sheet.contains(&target), "no link to {name}");
    }
}

#[test]
fn averages_are_told_once_and_charts_in_words() {
    let bytes = written(&kontum::report());
    let mut archive = ZipArchive::new(Cursor::new(&bytes[..])).unwrap();
    assert!(archive.by_name("xl/charts/chart1.xml").is_ok());
    assert!(archive.by_name("xl/charts/chart2.xml").is_err());
    let drawing = part(&bytes, "xl/drawings/drawing1.xml");
    let alt = "descr=\"Số đơn vị theo xếp loại. Cấp tỉnh: Tốt 4, Khá 14";
    assert!(drawing.contains(alt), "{drawing}");
}

#[test]
fn tables_have_names_and_tabs_colours() {
    let bytes = written(&small::report());
    let wanted = [
        ("TinhHinhNop", "'Tình hình nộp'!$A$6:$O$13"),
        ("CanhBao", "'Cảnh báo'!$A$5:$R$8"),
        ("NguongXepLoai", "'Ngưỡng xếp loại'!$A$6:$R$13"),
    ];
    for (name, area) in wanted {
        assert_eq!(name_of(&bytes, name, None).as_deref(), Some(area));
    }
    assert!(name_of(&bytes, "KetQuaXepLoai", None).is_some());
    for sheet in [1, 6, 7, 8, 9] {
        let text = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(text.contains("<tabColor "), "sheet {sheet}");
    }
}

/// The small report with a file that cannot be read, and what that means for its unit, before it in the report's order.
fn with_a_cause() -> Report {
    let mut report = small::report();
    let place = |file: Option<&str>, unit: Option<UnitId>| Place {
        unit,
        file: file.map(str::to_string),
        ..Place::default()
    };
    let unit = || Some(unit_id("huyen", "G"));
    report
        .findings
        .push(Finding::new(&units::NOTHING_USABLE, place(None, unit())));
    let file = Finding::new(&damaged::NOT_A_WORKBOOK, place(Some("kon ray.pdf"), unit()));
    report.findings.push(file);
    report
}

#[test]
fn files_that_do_not_count_come_first_and_a_cause_once() {
    let report = with_a_cause();
    let codes = |report: &Report| -> Vec<&str> {
        let all = in_order(report);
        all.iter().map(|(finding, _)| finding.rule.code).collect()
    };
    let file = damaged::NOT_A_WORKBOOK.code;
    assert_eq!(codes(&report), [file, "TH102", "TH101", "TH401", "TH301"]);
    let rows = cells(&written(&report), "Cảnh báo");
    let text = |row: usize, column: usize| rows[row][column].get_string_owned().unwrap();
    assert_eq!(text(5, 2), file);
    assert_eq!(text(6, 2), "TH102");
    assert_eq!(
        (text(6, 4), text(6, 5)),
        (
            "Vì lý do ở dòng 1, đơn vị chưa có phiếu nào được tính.".to_string(),
            "Xử lý theo dòng 1.".to_string()
        )
    );
    // Where no finding tells the cause, the unit's own does.
    let mut alone = with_a_cause();
    alone.findings.pop();
    let rows = cells(&written(&alone), "Cảnh báo");
    let row = rows
        .iter()
        .find(|row| row[2].get_string_owned().as_deref() == Some("TH102"));
    let told = row.unwrap()[4].get_string_owned().unwrap();
    assert!(!told.contains("dòng"), "{told}");
}

#[test]
fn every_finding_is_listed_once_and_the_counts_are_these() {
    for report in [small::report(), kontum::report(), with_a_cause()] {
        let rows = cells(&written(&report), "Cảnh báo");
        let listed = rows
            .iter()
            .skip(5)
            .filter(|row| {
                row[2]
                    .get_string_owned()
                    .is_some_and(|code| !code.is_empty())
            })
            .count();
        assert_eq!(listed, report.findings.len());
        assert_eq!(in_order(&report).len(), report.findings.len());
        let of = |severity| {
            let findings = report.findings.iter();
            findings.filter(|one| one.severity() == severity).count()
        };
        let summary = rows[2][0].get_string_owned().unwrap();
        assert!(summary.starts_with(&format!("{listed} mục: ")), "{summary}");
        for (count, word) in [
            (of(Severity::Error), "lỗi"),
            (of(Severity::Warning), "cảnh báo"),
        ] {
            let told = summary.contains(&format!("{count} {word}"));
            assert_eq!(told, count > 0, "{summary}");
        }
    }
}

#[test]
fn texts_of_findings_are_sentences() {
    for report in [kontum::report(), with_a_cause()] {
        for lang in [Lang::Vi, Lang::En] {
            let bytes = workbook(&report, lang).unwrap();
            let sheet = if lang == Lang::Vi {
                "Cảnh báo"
            } else {
                "Findings"
            };
            for row in cells(&bytes, sheet).iter().skip(5) {
                for column in [4, 5, 9] {
                    let Some(text) = row[column].get_string_owned().filter(|one| !one.is_empty())
                    else {
                        assert_eq!(column, 9, "{row:?}");
                        continue;
                    };
                    // What is too long for a cell ends with a word on that.
                    let is_cut = text.ends_with("ký tự]") || text.ends_with("characters]");
                    assert!(is_cut || text.ends_with(['.', '?', '!']), "{text}");
                    assert!(!text.starts_with(char::is_lowercase), "{text}");
                    assert!(!text.contains("(lệch -"), "{text}");
                }
            }
        }
    }
}

#[test]
fn what_to_do_stands_beside_the_finding_and_is_printed() {
    let bytes = written(&kontum::report());
    let rows = cells(&bytes, "Cảnh báo");
    let heads: Vec<String> = rows[4].iter().filter_map(Owned::get_string_owned).collect();
    assert_eq!(heads[4..6], ["Cảnh báo", "Hướng xử lý"]);
    let area = name_of(&bytes, "_xlnm.Print_Area", Some(6)).unwrap();
    assert!(area.starts_with("'Cảnh báo'!$A$1:$J$"), "{area}");
}

#[test]
fn bounds_and_limits_have_a_sheet() {
    let rows = cells(&written(crate::decision::report()), "Ngưỡng xếp loại");
    let name = Some("Sở Khoa học và Công nghệ".to_string());
    let row = rows.iter().find(|row| row[1].get_string_owned() == name);
    let shown: Vec<String> = row.unwrap().iter().map(ToString::to_string).collect();
    let bounds = [
        "849.9", "849.9", "852.4", "Khá", "Khá", "Tốt", "5", "5", "5",
    ];
    assert_eq!(shown[3..12], bounds);
    assert_eq!(
        [&shown[13], &shown[14], &shown[16], &shown[17]],
        ["Tốt", "0.1", "Trung bình", "149.9"]
    );
}

#[test]
fn a_replaced_version_is_not_pending_and_an_empty_file_is_called_so() {
    let mut report = small::report();
    for file in &mut report.intake.files {
        if file.fate == Fate::Unreadable {
            file.kind = "0".to_string();
        }
    }
    let shown = texts(&written(&report), "Tình hình nộp");
    let files = shown.iter().find(|text| text.starts_with("Đã xem"));
    let files = files.unwrap();
    assert!(files.contains("1 đã có phiếu khác thay"), "{files}");
    assert!(!files.contains("chờ"), "{files}");
    assert!(shown.iter().any(|text| text == "Tệp rỗng"));
    assert!(!shown.iter().any(|text| text == "0"));
}
