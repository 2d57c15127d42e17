//! What to do next after a run, and the findings in the order in which to deal with them.
//!
//! In: a report. Out: a few numbered steps, and whose a finding is. Not for: how a finding is written, nor for the order, which is
//! that of [`crate::result::report::lots()`].

use std::collections::HashSet;
use std::io::{self, Write};

use crate::base::finding::Finding;
use crate::base::lang::{Lang, Phrase, phrase, plural, say};
use crate::base::rules::{Bearing, Severity, edits};
use crate::input::receipt::FileRow;
pub(super) use crate::result::report::lots;
use crate::result::report::{GapKind, Lots, Report, ToldFinding, of_result, refused};

/// Whose findings about decisions are.
pub(super) const DECISIONS: Phrase = phrase("Tệp quyết định", "Decision workbooks");

/// What heads findings about files that do not count.
pub(super) const NOT_COUNTED: Phrase = phrase("Tệp chưa được tính", "Files that do not count");

/// Whose findings are that nearly all forms have alike.
const NEARLY_ALL: Phrase = phrase("Gần như mọi đơn vị", "Nearly all units");

/// Whose findings are that say the same of several files that do not count.
pub(super) const OF_FILES: Phrase = phrase("Nhiều tệp cùng lý do", "Several files for one reason");

/// The same for the campaign and its levels together.
pub(super) const OF_NEARLY_ALL: Phrase = phrase(
    "Gần như mọi đơn vị của cả đợt hoặc của một cấp",
    "Nearly all units of the campaign or of a level",
);

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

/// Whether somebody has to look at a finding of the round.
fn is_telling(one: &Finding) -> bool {
    one.severity() > Severity::Info && !of_result(one)
}

/// How many traits of the form there are that nearly all returns have.
fn of_form(report: &Report, lots: &Lots<'_>) -> usize {
    let all = [&lots.grade, &lots.rank, &lots.rest].into_iter().flatten();
    let all = all
        .copied()
        .filter(|one| is_telling(one) && one.is_of_form());
    let all: Vec<&Finding> = all.collect();
    report.traits(&all)
}

/// How many units have something to mend that changes neither a grade nor a place.
fn of_units(lots: &Lots<'_>) -> usize {
    let own = lots.rest.iter();
    let own = own.filter(|one| is_telling(one) && !one.is_of_form());
    let units: HashSet<_> = own.filter_map(|one| one.place.unit.as_ref()).collect();
    units.len()
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
    let (of_form, units) = (of_form(report, lots), of_units(lots));
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
            of_form,
            phrase(
                "xem mẫu phiếu và tệp đợt đánh giá: {} điều mà gần như mọi phiếu của cả đợt hoặc của một cấp đều có",
                "look at the form and the campaign's definition: traits that nearly all forms of the campaign or of a level have: {}",
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
            units,
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

/// Whose findings are that are told as one, as a heading: one unit's, or those of nearly all.
pub(super) fn owner_of(report: &Report, told: &ToldFinding<'_>, lang: Lang) -> String {
    if !told.is_several() {
        return owner(report, told.first, lang);
    }
    if told.is_of_files() {
        return OF_FILES.get(lang).to_string();
    }
    format!("{}{}", NEARLY_ALL.get(lang), told.in_level())
}

/// Whose a finding is, as a heading: its unit, or the units that its file may be from.
fn owner(report: &Report, finding: &Finding, lang: Lang) -> String {
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

/// A heading with how many things it is of, how many findings where that is another number, and in how many entries they are told here:
/// what is told together may stand under an earlier heading.
pub(super) fn counted(
    heading: &str,
    (count, lot): (Option<usize>, &[&Finding]),
    told: &[ToldFinding<'_>],
    lang: Lang,
) -> String {
    // What is the campaign's is counted once.
    let of_units = lot.iter().filter(|one| !one.is_of_campaign()).count();
    let of_campaign = told.iter().filter(|one| one.first.is_of_campaign()).count();
    let (findings, entries) = (of_units + of_campaign, told.len());
    match count {
        Some(count) if count != findings => say!(
            lang,
            "{heading}: {count} ({findings} mục)",
            ("{heading}: {count} ({})", plural(findings, "finding"))
        ),
        _ if entries == findings => format!("{heading}: {findings}"),
        _ if entries == 0 => say!(
            lang,
            "{heading}: {findings} (đều đã nêu gộp ở trên)",
            "{heading}: {findings} (all told together above)"
        ),
        _ => say!(
            lang,
            "{heading}: {findings} (gộp lại, ở đây nêu {entries})",
            "{heading}: {findings} (put together, {entries} told here)"
        ),
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
