//! The letter to a unit: what was received, and what to correct where.
//!
//! In: a unit's row of the report and the findings about it. Out: the values of a letter. Not for: findings that ask nothing of the
//! unit.

use std::cmp::Reverse;

use crate::base::finding::Finding;
use crate::base::lang::{Lang, phrase};
use crate::input::receipt::{DateBasis, Fate, FileRow};
use crate::output::docx_template::{FieldSpec, FieldValues, ListValues};
use crate::output::letters::{
    ANSWER_BY, AUTHORITY, CAMPAIGN, DEADLINE, YEAR, campaign_values, field, is_about, quoted,
};
use crate::output::sentence::sentence;
use crate::output::words;
use crate::result::report::{LevelResult, Report, UnitRow};

/// The list of what is to be corrected.
const LIST: &str = "nội dung";

/// The fields of a letter to a unit.
pub(super) static FIELDS: &[FieldSpec] = &[
    AUTHORITY,
    CAMPAIGN,
    YEAR,
    DEADLINE,
    ANSWER_BY,
    field(
        "Tên đơn vị",
        phrase("tên đơn vị nhận công văn", "the unit that the letter is to"),
        None,
        true,
    ),
    field("Cấp", phrase("cấp của đơn vị", "its level"), None, false),
    field(
        "Phiếu đã nhận",
        phrase(
            "tệp được tính, ngày lưu, và các tệp khác của đơn vị",
            "the file that counts, the day it was saved, and the unit's other files",
        ),
        None,
        false,
    ),
    field(
        "Số nội dung",
        phrase("số dòng của bảng", "how many rows the table has"),
        None,
        false,
    ),
    field(
        "STT",
        phrase("số thứ tự của dòng", "the number of the row"),
        Some(LIST),
        false,
    ),
    field(
        "Tệp",
        phrase("tên tệp có chỗ cần sửa", "the file in which to correct"),
        Some(LIST),
        false,
    ),
    field(
        "Trang tính",
        phrase(
            "trang tính; “Cả tệp” nếu cảnh báo không nói đến một trang; kèm tên tệp nếu không phải tệp được tính",
            "the sheet; “Cả tệp” for the whole file; with the file's name where it is not the one that counts",
        ),
        Some(LIST),
        true,
    ),
    field(
        "Ô",
        phrase(
            "ô, như F12; “–” nếu cảnh báo không nói đến một ô",
            "the cell, as F12; “–” where the finding names none",
        ),
        Some(LIST),
        true,
    ),
    field(
        "Nội dung",
        phrase("điều cảnh báo nói", "what the finding says"),
        Some(LIST),
        true,
    ),
    field(
        "Đề nghị",
        phrase("việc đề nghị đơn vị làm", "what the unit is asked to do"),
        Some(LIST),
        true,
    ),
    field(
        "Mức độ",
        phrase("lỗi hoặc cảnh báo", "error or warning"),
        Some(LIST),
        false,
    ),
    field(
        "Mã cảnh báo",
        phrase(
            "mã, như TH301, để đối chiếu với trang Cảnh báo",
            "the code, as TH301, as on the sheet of findings",
        ),
        Some(LIST),
        false,
    ),
];

/// The findings about a unit that a letter tells, the worst first, in the order of the file; and how many others there are. What nearly
/// all forms have because they were sent out so is no unit's to mend.
pub(super) fn findings<'r>(report: &'r Report, row: &UnitRow) -> (Vec<&'r Finding>, usize) {
    let about = report.findings.iter();
    let about = about.filter(|finding| is_about(finding, &row.unit));
    let (mut told, untold): (Vec<&Finding>, Vec<&Finding>) =
        about.partition(|one| one.rule.request().is_some() && !one.is_of_form());
    told.sort_by_key(|finding| {
        let place = &finding.place;
        let is_counted = place.file.as_deref() == Some(row.file.as_str());
        let cell = place.cell.map(|cell| (cell.row, cell.column));
        let at = (!is_counted, &place.file, &place.sheet, cell);
        (Reverse(finding.severity()), at)
    });
    (told, untold.len())
}

/// What fills the letter.
pub(super) fn values(
    report: &Report,
    level: &LevelResult,
    row: &UnitRow,
    told: &[&Finding],
) -> FieldValues {
    let mut single = campaign_values(report);
    single.extend([
        ("Tên đơn vị", row.name.clone()),
        ("Cấp", level.name.clone()),
        ("Phiếu đã nhận", received(report, row)),
        ("Số nội dung", told.len().to_string()),
    ]);
    let lines = (1_usize..).zip(told);
    let list = ListValues {
        list: LIST,
        none: "Không có nội dung nào.",
        rows: lines
            .map(|(number, finding)| line(number, finding, row))
            .collect(),
    };
    FieldValues {
        single,
        lists: vec![list],
    }
}

fn line(number: usize, finding: &Finding, row: &UnitRow) -> Vec<(&'static str, String)> {
    let place = &finding.place;
    let file = finding.file_shown().unwrap_or(&row.file);
    let sheet = place.sheet.as_deref();
    let within = match (file == row.file, sheet) {
        (true, Some(sheet)) => sheet.to_string(),
        (true, None) => "Cả tệp".to_string(),
        (false, Some(sheet)) => format!("Tệp {}, trang {sheet}", quoted(file)),
        (false, None) => format!("Tệp {}", quoted(file)),
    };
    let cell = place
        .cell
        .map_or_else(|| "–".to_string(), |cell| cell.to_string());
    let request = finding.request().unwrap_or_default();
    vec![
        ("STT", number.to_string()),
        ("Tệp", quoted(file)),
        ("Trang tính", within),
        ("Ô", cell),
        ("Nội dung", sentence(&finding.message(Lang::Vi))),
        ("Đề nghị", sentence(&request)),
        ("Mức độ", words::severity(finding.severity(), Lang::Vi)),
        ("Mã cảnh báo", finding.rule.code.to_string()),
    ]
}

/// The file that counts, and the others that came from the unit.
fn received(report: &Report, row: &UnitRow) -> String {
    let files = &report.intake.files;
    let counted = files.iter().find(|file| file.name == row.file);
    let mut text = match counted {
        Some(file) => named(file),
        None => quoted(&row.file),
    };
    let others = files.iter().filter(|file| {
        file.name != row.file && file.unit.as_ref() == Some(&row.unit) && file.fate != Fate::Ignored
    });
    let others: Vec<String> = others
        .map(|file| {
            let fate = words::fate(file.fate).get(Lang::Vi);
            let mut letters = fate.chars();
            let first = letters.next().map(|c| c.to_lowercase().collect::<String>());
            format!(
                "{} ({}{})",
                named(file),
                first.unwrap_or_default(),
                letters.as_str()
            )
        })
        .collect();
    if !others.is_empty() {
        text.push_str(&format!("; ngoài ra đã nhận: {}", others.join("; ")));
    }
    text
}

/// A file with the day that its document bears.
fn named(file: &FileRow) -> String {
    let name = quoted(&file.name);
    let saved = file.saved.as_ref();
    let day = saved.and_then(|(moment, basis)| match basis {
        DateBasis::Document => moment.day(),
        DateBasis::File => None,
    });
    match day {
        Some(day) => format!("{name}, lưu lần cuối ngày {}", day.day_first()),
        None => name,
    }
}
