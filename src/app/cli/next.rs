//! What to do next after a run, and the findings in the order in which to deal with them.
//!
//! In: a report. Out: a few numbered steps, and whose a finding is. Not for: how a finding is written, nor for the order, which is
//! that of [`crate::result::report::lots()`].

use std::collections::HashSet;
use std::io::{self, Write};

use crate::base::finding::Finding;
use crate::base::lang::{Lang, Phrase, phrase};
use crate::base::rules::{Bearing, Severity, edits};
use crate::input::receipt::FileRow;
pub(super) use crate::result::report::lots;
use crate::result::report::{GapKind, Lots, Report, of_result, refused};

/// Whose findings about decisions are.
pub(super) const DECISIONS: Phrase = phrase("Tệp quyết định", "Decision workbooks");

/// What heads findings about files that do not count.
pub(super) const NOT_COUNTED: Phrase = phrase("Tệp chưa được tính", "Files that do not count");

/// Units without a result, by name.
#[derive(Default)]
pub(super) struct Gaps {
    /// From which nothing came.
    pub(super) missing: Vec<String>,
    /// Whose files cannot be used, each with the reason.
    pub(super) unusable: Vec<String>,
    /// From which a file may be that has to be decided on.
    pub(super) undecided: Vec<String>,
}

/// Sorts the units without a result.
pub(super) fn gaps(report: &Report, lang: Lang) -> Gaps {
    let mut gaps = Gaps::default();
    for gap in report.levels.iter().flat_map(|level| &level.gaps) {
        let list = match gap.kind() {
            GapKind::Missing => &mut gaps.missing,
            GapKind::Unusable => &mut gaps.unusable,
            GapKind::Undecided => &mut gaps.undecided,
        };
        list.push(gap.name_with_reason(lang));
    }
    gaps
}

/// Writes the steps to take, those that stop everything else first; nothing where there is nothing to do.
///
/// # Errors
/// What the writer says.
pub(super) fn steps(
    out: &mut dyn Write,
    report: &Report,
    lots: &Lots<'_>,
    missing: usize,
    lang: Lang,
) -> io::Result<()> {
    let telling = |one: &&&Finding| one.severity() > Severity::Info && !of_result(one);
    let units = lots.rest.iter().filter(telling);
    let units: HashSet<_> = units.filter_map(|one| one.place.unit.as_ref()).collect();
    let (files, changes) = (refused(report).count(), lots.grade.len() + lots.rank.len());
    let steps = [
        (
            files,
            phrase(
                "xử lý {} tệp chưa được tính (nêu ngay dưới đây)",
                "settle the files that do not count, listed first below: {}",
            ),
        ),
        (
            missing,
            phrase(
                "đôn đốc {} đơn vị chưa nộp",
                "remind the units without a return: {}",
            ),
        ),
        (
            changes,
            phrase(
                "quyết định {} việc có thể đổi xếp loại hoặc thứ hạng",
                "decide what can change a grade or a place: {}",
            ),
        ),
        (
            units.len(),
            phrase(
                "báo {} đơn vị sửa hoặc giải thích các cảnh báo khác",
                "tell the units with other findings: {}",
            ),
        ),
    ];
    let steps = steps.iter().filter(|(count, _)| *count > 0);
    for (number, (count, step)) in (1..).zip(steps) {
        if number == 1 {
            writeln!(
                out,
                "\n{}:",
                phrase("Việc tiếp theo", "What to do next").get(lang)
            )?;
        }
        let step = step.get(lang).replace("{}", &count.to_string());
        writeln!(out, "  {number}. {step}")?;
    }
    Ok(())
}

/// Whose a finding is, as a heading: its unit, or the units that its file may be from.
pub(super) fn owner(report: &Report, finding: &Finding, lang: Lang) -> String {
    let name = |unit| report.unit_name(unit);
    if let Some(name) = finding.place.unit.as_ref().and_then(name) {
        return name.to_string();
    }
    if finding.rule == &edits::RESULT_TABLE {
        let heading = phrase(
            "Bảng kết quả, không phải phiếu",
            "Tables of results, not returns",
        );
        return heading.get(lang).to_string();
    }
    if finding.rule.bearing == Bearing::OfDecision {
        return DECISIONS.get(lang).to_string();
    }
    if of_result(finding) {
        let heading = phrase("Kết quả do tonghop ghi ra", "Results that tonghop wrote");
        return heading.get(lang).to_string();
    }
    let row = |row: &&FileRow| finding.place.file.as_ref() == Some(&row.name);
    let row = report.intake.files.iter().find(row);
    let candidates = row.map_or(&[][..], |row| row.candidates.as_slice());
    let names: Vec<&str> = candidates.iter().filter_map(name).collect();
    let unknown = phrase("Chưa rõ đơn vị", "Unit not known").get(lang);
    let or = phrase(" hay ", " or ").get(lang);
    if names.is_empty() {
        unknown.to_string()
    } else {
        format!("{unknown}: {}?", names.join(or))
    }
}

/// Where the steps from a folder to a confirmed result are told.
pub(super) fn guide(is_own_window: bool) -> Phrase {
    if is_own_window {
        phrase(
            "Hướng dẫn từng bước: mở trang docs\\huong-dan-bo-tieu-chi.html trong thư mục đã giải nén",
            "Step by step (in Vietnamese): docs\\huong-dan-bo-tieu-chi.html in the unpacked folder",
        )
    } else {
        phrase(
            "Hướng dẫn từng bước: docs/huong-dan-bo-tieu-chi",
            "Step by step (in Vietnamese): docs/huong-dan-bo-tieu-chi",
        )
    }
}
