//! What the terminal shows after a run: the verdict, what was accounted for, what matters first, where the result is.

use std::io::{self, Write};
use std::path::Path;

use crate::app::cli::findings::{self, Others};
use crate::app::cli::next::{self, Gaps};
use crate::app::cli::screen::{QUIET, STRONG, paint};
use crate::app::cli::{edited, what_changes};
use crate::base::finding::Finding;
use crate::base::lang::{Lang, Phrase, phrase, plural, say};
use crate::base::outside;
use crate::base::rules::Severity;
use crate::output::data_file::called;
use crate::output::files::{OtherNameBecause, Written};
use crate::output::outstanding;
use crate::result::report::{Report, ToldFinding, ToldLots, refused, together, unread};

/// Every finding of a section.
const EVERY: ShownCounts = ShownCounts {
    all: usize::MAX,
    each: usize::MAX,
    others: Others::OnSheet,
};

/// Findings about files that do not count.
const FILES: ShownCounts = ShownCounts {
    all: 60,
    each: 10,
    ..EVERY
};

/// Findings of the last kind; the workbook has them all.
const REST: ShownCounts = ShownCounts {
    all: 20,
    each: 3,
    ..EVERY
};

/// Writes the summary. `basis` says what the run rests on.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, report: &Report, basis: &str, lang: Lang) -> io::Result<()> {
    writeln!(out, "{}\n{basis}\n", verdict(report, lang))?;
    let gaps = next::gaps(report, lang);
    accounts(out, report, &gaps, lang)?;
    let lots = next::lots(report);
    next::steps(out, report, &lots, gaps.missing.len(), lang)?;
    let headings = [
        next::NOT_COUNTED,
        phrase("Có thể đổi xếp loại", "Can change a grade"),
        phrase("Chỉ có thể đổi thứ hạng", "Can change no more than a place"),
        phrase("Cảnh báo khác", "Other findings"),
    ];
    let told = ToldLots::new(report, &lots);
    let told = [
        together(report, &lots.files),
        told.grade,
        told.rank,
        told.rest,
    ];
    let lots = [&lots.files, &lots.grade, &lots.rank, &lots.rest];
    let shown = [FILES, EVERY, EVERY, REST];
    let files = Some(refused(report).count());
    let counts = [files, None, None, None];
    let each = headings.into_iter().zip(counts).zip(lots).zip(&told);
    for ((((heading, count), lot), told), shown) in each.zip(shown) {
        let heading = next::counted(heading.get(lang), (count, lot), told, lang);
        section(out, report, &heading, (lot, told), (shown, lang))?;
    }
    writeln!(out)
}

/// Units and findings in one sentence. Every finding that it counts is in one of the lists below.
fn verdict(report: &Report, lang: Lang) -> String {
    let counts = report.unit_counts();
    let (counted, expected) = (counts.received, counts.expected);
    let without = counts.without_score(lang);
    let of = |severity| {
        let findings = report.counted_findings();
        findings.filter(|one| one.severity() == severity).count()
    };
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let infos = match of(Severity::Info) {
        0 => String::new(),
        infos => say!(lang, ", {infos} ghi chú", (", {}", plural(infos, "info"))),
    };
    let effects = || report.findings.iter().filter_map(|finding| finding.effect);
    let grades = effects().filter(|effect| effect.changes_grade).count();
    let places = effects().filter(|effect| effect.changes_rank).count();
    let name = &report.campaign.name;
    let beside = beside(report, lang);
    say!(
        lang,
        "{name}: đã tổng hợp {counted}/{expected} đơn vị{without}; {errors} lỗi, {warnings} cảnh báo{infos}; {grades} việc có thể đổi xếp loại, {places} việc có thể đổi thứ hạng{beside}.",
        (
            "{name}: {counted} of {expected} units consolidated{without}; {}, {}{infos}; {grades} can change a grade, {places} can change a place{beside}.",
            plural(errors, "error"),
            plural(warnings, "warning")
        )
    )
}

/// What may change a grade or a place as well and cannot be counted, because it was not read.
fn beside(report: &Report, lang: Lang) -> String {
    let (files, places) = (refused(report).count(), unread(report).count());
    let files = (files > 0).then(|| {
        say!(
            lang,
            "{files} tệp chưa được tính",
            ("{} that do not count", plural(files, "file"))
        )
    });
    let places = (places > 0).then(|| {
        say!(
            lang,
            "{places} chỗ chưa đọc được",
            ("{} that could not be read", plural(places, "place"))
        )
    });
    let both: Vec<String> = [files, places].into_iter().flatten().collect();
    let both = both.join(phrase(" và ", " and ").get(lang));
    if both.is_empty() {
        both
    } else {
        say!(lang, ", chưa kể {both}", ", leaving aside {both}")
    }
}

/// Files and units, each sum with its parts.
fn accounts(out: &mut dyn Write, report: &Report, gaps: &Gaps, lang: Lang) -> io::Result<()> {
    writeln!(out, "{}", report.files_line(lang))?;
    if let Some(certain) = report.certainty_line(lang) {
        writeln!(out, "{certain}")?;
    }
    if let Some(line) = report.decisions_line(lang) {
        writeln!(out, "{line}")?;
    }
    let headings = [
        phrase("Đơn vị chưa nộp phiếu", "Units without a return"),
        phrase(
            "Đơn vị đã gửi phiếu nhưng phiếu chưa dùng được",
            "Units whose return cannot be used yet",
        ),
        phrase(
            "Đơn vị có tệp chưa rõ là của ai",
            "Units with a file that may be theirs",
        ),
    ];
    let lists = [&gaps.missing, &gaps.unusable, &gaps.undecided];
    headings
        .into_iter()
        .zip(lists)
        .try_for_each(|(heading, names)| list(out, heading.get(lang), names))
}

fn list(out: &mut dyn Write, heading: &str, names: &[String]) -> io::Result<()> {
    if names.is_empty() {
        Ok(())
    } else {
        writeln!(out, "{heading} ({}): {}", names.len(), names.join("; "))
    }
}

/// How many findings of a section are shown: in all, and of each unit.
#[derive(Clone, Copy)]
struct ShownCounts {
    all: usize,
    each: usize,
    others: Others,
}

/// Findings under a heading, those of one unit together.
fn section(
    out: &mut dyn Write,
    report: &Report,
    heading: &str,
    (lot, told): (&[&Finding], &[ToldFinding<'_>]),
    (shown, lang): (ShownCounts, Lang),
) -> io::Result<()> {
    if lot.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", paint(STRONG, heading))?;
    let mut owners: Vec<(String, Vec<&ToldFinding<'_>>)> = Vec::new();
    for told in told.iter().take(shown.all) {
        let owner = next::owner_of(report, told, lang);
        match owners.last_mut().filter(|(last, _)| *last == owner) {
            Some((_, own)) => own.push(told),
            None => owners.push((owner, vec![told])),
        }
    }
    for (owner, own) in owners {
        writeln!(out, "  {}", paint(STRONG, &owner))?;
        // What concerns nearly all units is of none alone.
        let is_of_all = own.iter().all(|told| told.is_several());
        let each = if is_of_all { shown.all } else { shown.each };
        for finding in own.iter().take(each) {
            one(out, report, finding, (shown.others, lang))?;
        }
        let left = own.len().saturating_sub(each);
        if left > 0 {
            writeln!(
                out,
                "{}",
                say!(
                    lang,
                    "      … và {left} cảnh báo nữa của đơn vị này",
                    "      … and {left} more of this unit"
                )
            )?;
        }
    }
    let left = told.len().saturating_sub(shown.all);
    if left > 0 {
        writeln!(
            out,
            "{}",
            say!(
                lang,
                "  … còn {left} cảnh báo nữa, xem trang “Cảnh báo” của bảng tổng hợp",
                "  … {left} more, see the findings sheet of the workbook"
            )
        )?;
    }
    Ok(())
}

/// All findings of a lot, as they are told, under a heading with their number; nothing where there are none.
///
/// # Errors
/// What the writer says.
pub(super) fn all(
    out: &mut dyn Write,
    report: &Report,
    heading: Phrase,
    (lot, told): (&[&Finding], &[ToldFinding<'_>]),
    lang: Lang,
) -> io::Result<()> {
    let heading = next::counted(heading.get(lang), (None, lot), told, lang);
    let shown = ShownCounts {
        others: Others::Named,
        ..EVERY
    };
    section(out, report, &heading, (lot, told), (shown, lang))
}

/// What is told as one, and what deciding it could change; of several of how many units.
fn one(
    out: &mut dyn Write,
    report: &Report,
    told: &ToldFinding<'_>,
    (others, lang): (Others, Lang),
) -> io::Result<()> {
    findings::told(out, told, others, lang)?;
    let single = (!told.is_several()).then_some(told.first);
    let change = single.and_then(|finding| report.change(finding));
    let outlook = match change {
        Some(change) => what_changes::shown(&change, lang),
        None => outstanding::changes(told, lang),
    };
    if outlook.is_empty() {
        return Ok(());
    }
    writeln!(out, "      {} {outlook}", paint(QUIET, "⇒"))
}

/// Says where a result was written.
///
/// # Errors
/// What the writer says.
pub(super) fn result(out: &mut dyn Write, written: &Written, lang: Lang) -> io::Result<()> {
    let path = outside::Shown::path(&written.path);
    writeln!(out, "{}: {path}", called(&written.path).get(lang))?;
    if cfg!(windows) && is_long(&written.path) {
        let too_long = phrase(
            "đường dẫn dài hơn 218 ký tự, Excel không mở được: hãy chép tệp này ra thư mục có đường dẫn ngắn hơn",
            "the path has more than 218 characters, and Excel does not open it: copy the file to a folder with a shorter path",
        );
        writeln!(out, "  ({})", too_long.get(lang))?;
    }
    if written.is_unsealed {
        let unsealed = phrase(
            "tệp quá lớn nên không có dấu kiểm: nếu sửa tay thì lần sau không chỉ ra được ô nào đã sửa; tệp vẫn được giữ nguyên",
            "the file is too large for a seal: if it is changed by hand, the cells cannot be named later; it will be kept all the same",
        );
        writeln!(out, "  ({})", unsealed.get(lang))?;
    }
    let Some(reason) = &written.instead_of else {
        return Ok(());
    };
    writeln!(out, "  ({})", why(reason).get(lang))?;
    if let OtherNameBecause::Edited(edits) = reason {
        edited::write(out, edits, lang)?;
    }
    for (path, also) in &written.also {
        let name = outside::Shown::file_name(path);
        writeln!(out, "  ({name}: {})", why(also).get(lang))?;
        if let OtherNameBecause::Edited(edits) = also {
            edited::write(out, edits, lang)?;
        }
    }
    let is_work = |reason: &OtherNameBecause| {
        matches!(
            reason,
            OtherNameBecause::Edited(_) | OtherNameBecause::Unsealed | OtherNameBecause::Changed
        )
    };
    if is_work(reason) || written.also.iter().any(|(_, reason)| is_work(reason)) {
        let advice = phrase(
            "điểm thì sửa ở phiếu của đơn vị rồi chạy lại; ghi chú riêng thì chép sang tệp mới; không cần nữa thì xóa tệp cũ",
            "correct scores in the units' returns and run again; copy notes to the new file; if nothing is needed, delete the old file",
        );
        writeln!(out, "      → {}", advice.get(lang))?;
    }
    Ok(())
}

/// Whether Excel does not open the file for the length of its path: 218 characters, says Microsoft's page of its limits.
fn is_long(path: &Path) -> bool {
    const MOST: usize = 218;
    let is_workbook = path.extension().is_some_and(|end| end == "xlsx");
    let full = std::path::absolute(path);
    is_workbook
        && full.is_ok_and(|full| {
            outside::unmarked(&full)
                .to_string_lossy()
                .encode_utf16()
                .count()
                > MOST
        })
}

/// Why a result has another name than was asked for.
fn why(reason: &OtherNameBecause) -> Phrase {
    match reason {
        OtherNameBecause::NotOurs => phrase(
            "tên mặc định đã có tệp khác, không phải do tonghop tạo ra",
            "the usual name is taken by a file that tonghop did not make",
        ),
        OtherNameBecause::Locked => phrase(
            "tệp cũ đang mở ở chương trình khác nên giữ nguyên",
            "the old file is open in another program and stays as it is",
        ),
        OtherNameBecause::OwnerFile => phrase(
            "tệp cũ đang mở ở chương trình khác nên giữ nguyên; bên cạnh có tệp khóa tạm ~$… hoặc .~lock.…#, nếu không ai mở thì xóa tệp khóa tạm",
            "the old file is open in another program and stays as it is; an owner file, ~$… or .~lock.…#, stands beside it: if nobody has it open, delete that",
        ),
        OtherNameBecause::NotAllowed => phrase(
            "không có quyền đọc hoặc thay tệp cũ nên giữ nguyên",
            "there is no permission to read or replace the old file, which stays as it is",
        ),
        OtherNameBecause::ReadOnly => phrase(
            "tệp cũ chỉ cho phép đọc nên giữ nguyên",
            "the old file may only be read and stays as it is",
        ),
        OtherNameBecause::Edited(_) => phrase(
            "tệp cũ đã được sửa tay nên giữ nguyên",
            "the old file was changed by hand and stays as it is",
        ),
        OtherNameBecause::Unsealed => phrase(
            "tệp cũ không có dấu kiểm nên không biết đã được sửa tay hay chưa; tệp cũ được giữ nguyên",
            "the old file has no seal, so whether it was changed by hand cannot be told; it stays as it is",
        ),
        OtherNameBecause::Changed => phrase(
            "nội dung tệp cũ không còn như lúc ghi nên giữ nguyên",
            "the old file is not what was written and stays as it is",
        ),
        OtherNameBecause::Looks => phrase(
            "tệp cũ đã được chỉnh hình thức (độ rộng cột, phông chữ, màu …) nên giữ nguyên",
            "the looks of the old file were changed (widths, fonts, colours …), so it stays as it is",
        ),
    }
}
