//! The reminder to units from which nothing came, or nothing that can be used.
//!
//! In: units without a result. Out: the values of the reminder. Not for: units of which a file may be, which has to be decided first.

use crate::base::lang::{Lang, phrase};
use crate::base::rules::units;
use crate::output::docx_template::{FieldSpec, FieldValues, ListValues};
use crate::output::letters::{
    ANSWER_BY, AUTHORITY, CAMPAIGN, DEADLINE, YEAR, campaign_values, field, files_of,
};
use crate::output::sentence::{capital, sentence};
use crate::result::report::{LevelResult, Report, UnitGap};

/// The list of units from which nothing came.
const MISSING: &str = "chưa nộp";
/// The list of units whose files cannot be used.
const UNUSABLE: &str = "chưa dùng được";
/// What stands for a list without units.
const NONE: &str = "Không có đơn vị nào.";

/// The fields of a reminder.
pub(super) static FIELDS: &[FieldSpec] = &[
    AUTHORITY,
    CAMPAIGN,
    YEAR,
    DEADLINE,
    ANSWER_BY,
    field(
        "Số đơn vị",
        phrase("số đơn vị phải nộp phiếu", "how many units have to return"),
        None,
        false,
    ),
    field(
        "Số đơn vị chưa nộp",
        phrase(
            "số dòng của bảng đơn vị chưa nộp",
            "how many rows the table of those missing has",
        ),
        None,
        false,
    ),
    field(
        "Số đơn vị chưa dùng được",
        phrase(
            "số dòng của bảng đơn vị có phiếu chưa dùng được",
            "how many rows the table of those not usable has",
        ),
        None,
        false,
    ),
    field(
        "Tình hình nộp",
        phrase(
            "bao nhiêu đơn vị chưa nộp phiếu, bao nhiêu đơn vị có phiếu chưa dùng được; không nêu số 0",
            "how many units are missing and how many not usable, without a count of none",
        ),
        None,
        false,
    ),
    field(
        "STT chưa nộp",
        phrase("số thứ tự của dòng", "the number of the row"),
        Some(MISSING),
        false,
    ),
    field(
        "Đơn vị chưa nộp",
        phrase(
            "tên đơn vị chưa nộp phiếu",
            "a unit from which nothing came",
        ),
        Some(MISSING),
        true,
    ),
    field(
        "Cấp chưa nộp",
        phrase("cấp của đơn vị đó", "its level"),
        Some(MISSING),
        false,
    ),
    field(
        "STT chưa dùng được",
        phrase("số thứ tự của dòng", "the number of the row"),
        Some(UNUSABLE),
        false,
    ),
    field(
        "Đơn vị chưa dùng được",
        phrase(
            "tên đơn vị đã gửi tệp nhưng chưa có phiếu dùng được",
            "a unit whose files cannot be used",
        ),
        Some(UNUSABLE),
        true,
    ),
    field(
        "Cấp chưa dùng được",
        phrase("cấp của đơn vị đó", "its level"),
        Some(UNUSABLE),
        false,
    ),
    field(
        "Tệp đã nhận",
        phrase(
            "các tệp đã nhận của đơn vị đó",
            "the files that came from it",
        ),
        Some(UNUSABLE),
        false,
    ),
    field(
        "Lý do",
        phrase("vì sao chưa dùng được", "why they cannot be used"),
        Some(UNUSABLE),
        true,
    ),
    field(
        "Đề nghị",
        phrase("việc đề nghị đơn vị làm", "what the unit is asked to do"),
        Some(UNUSABLE),
        false,
    ),
];

/// What is asked of a unit whose files cannot be used. `None`: the findings about them ask nothing of it, so that the office has to
/// look at them first.
pub(super) fn requests(report: &Report, gap: &UnitGap) -> Option<Vec<String>> {
    let about = report.findings.iter().filter(|finding| {
        let file = finding.place.file.as_ref();
        file.is_some_and(|file| gap.files.contains(file))
    });
    let mut is_any = false;
    let mut requests: Vec<String> = Vec::new();
    for finding in about {
        is_any = true;
        let request = finding.request().map(|request| sentence(&request));
        requests.extend(request.filter(|one| !requests.contains(one)));
    }
    if requests.is_empty() && !is_any {
        let request = units::NOTHING_USABLE.request().unwrap_or_default();
        requests.push(sentence(request));
    }
    (!requests.is_empty()).then_some(requests)
}

/// What fills the reminder.
pub(super) fn values(
    report: &Report,
    missing: &[(&LevelResult, &UnitGap)],
    unusable: &[(&LevelResult, &UnitGap, Vec<String>)],
) -> FieldValues {
    let mut single = campaign_values(report);
    single.extend([
        ("Số đơn vị", report.unit_counts().expected.to_string()),
        ("Số đơn vị chưa nộp", missing.len().to_string()),
        ("Số đơn vị chưa dùng được", unusable.len().to_string()),
        ("Tình hình nộp", state(missing.len(), unusable.len())),
    ]);
    let missing = (1_usize..).zip(missing).map(|(number, (level, gap))| {
        vec![
            ("STT chưa nộp", number.to_string()),
            ("Đơn vị chưa nộp", gap.name.clone()),
            ("Cấp chưa nộp", level.name.clone()),
        ]
    });
    let unusable = (1_usize..).zip(unusable);
    let unusable = unusable.map(|(number, (level, gap, requests))| {
        vec![
            ("STT chưa dùng được", number.to_string()),
            ("Đơn vị chưa dùng được", gap.name.clone()),
            ("Cấp chưa dùng được", level.name.clone()),
            ("Tệp đã nhận", files_of(gap)),
            ("Lý do", reason(gap)),
            ("Đề nghị", requests.join(" ")),
        ]
    });
    FieldValues {
        single,
        lists: vec![
            ListValues {
                list: MISSING,
                none: NONE,
                rows: missing.collect(),
            },
            ListValues {
                list: UNUSABLE,
                none: NONE,
                rows: unusable.collect(),
            },
        ],
    }
}

/// How many units are without a result, in words.
fn state(missing: usize, unusable: usize) -> String {
    let missing =
        (missing > 0 || unusable == 0).then(|| format!("{missing} đơn vị chưa nộp phiếu"));
    let unusable = (unusable > 0)
        .then(|| format!("{unusable} đơn vị đã gửi tệp nhưng chưa có phiếu dùng được"));
    let all: Vec<String> = [missing, unusable].into_iter().flatten().collect();
    all.join(" và ")
}

fn reason(gap: &UnitGap) -> String {
    let reasons = gap.reasons.iter();
    let words: Vec<&str> = reasons.map(|reason| reason.words().get(Lang::Vi)).collect();
    if words.is_empty() {
        return capital("chưa dùng được.");
    }
    sentence(&words.join("; "))
}
