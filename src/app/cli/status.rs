//! `tonghop status`: the round at a glance.
//!
//! In: a folder. Out: how many are expected, returned, late, missing; what is open of whom, the most urgent first; what can still change a
//! grade. Nothing is written. Not for: each question (`check`), and not for counting (`result::status`).

use std::io::{self, Write};

use crate::app::cli::args::StatusArgs;
use crate::app::cli::looked::Looked;
use crate::app::cli::screen::{STRONG, paint};
use crate::app::cli::table::{self, ColumnContent, Layout};
use crate::app::cli::{Context, GOOD, next, summary};
use crate::base::date::Day;
use crate::base::error::Error;
use crate::base::lang::{Lang, Phrase, phrase, plural, say};
use crate::result::report::{HowCertain, Report, ToldLots, together};
use crate::result::status::{LevelStatus, Questions, Returned, Status, UnitStatus};

/// Prints the state of a round.
///
/// # Errors
/// Whatever keeps the folder from being read.
pub fn run(args: &StatusArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let looked = Looked::at(&args.folder, context)?;
    let report = looked.report(&args.folder, context)?;
    let status = Status::new(&report);
    if args.folder.json {
        serde_json::to_writer_pretty(&mut *context.out, &status).map_err(io::Error::from)?;
        writeln!(context.out)?;
        return Ok(GOOD);
    }
    writeln!(context.out, "{}", report.campaign.name)?;
    writeln!(context.out, "{}\n", looked.basis(context.lang))?;
    let page = StatusPage {
        report: &report,
        lang: context.lang,
        width: context.width,
    };
    page.write(context.out, &status)?;
    Ok(GOOD)
}

struct StatusPage<'r> {
    report: &'r Report,
    lang: Lang,
    width: Option<usize>,
}

impl StatusPage<'_> {
    fn write(&self, out: &mut dyn Write, status: &Status<'_>) -> io::Result<()> {
        let lang = self.lang;
        writeln!(out, "{}.", self.report.units_line(lang))?;
        writeln!(out, "{}.", self.report.files_line(lang))?;
        if let Some(line) = self.report.certainty_line(lang) {
            writeln!(out, "{line}.")?;
        }
        writeln!(out, "{}.", self.questions(status))?;
        for level in &status.levels {
            self.level(out, level)?;
        }
        let lots = next::lots(self.report);
        let headings = [
            next::NOT_COUNTED,
            phrase("Có thể đổi xếp loại", "Can change a grade"),
            phrase("Chỉ có thể đổi thứ hạng", "Can change no more than a place"),
        ];
        let told = ToldLots::new(self.report, &lots);
        let told = [together(self.report, &lots.files), told.grade, told.rank];
        let lots = [&lots.files, &lots.grade, &lots.rank];
        for ((heading, lot), told) in headings.into_iter().zip(lots).zip(&told) {
            summary::all(out, self.report, heading, (lot, told), lang)?;
        }
        Ok(())
    }

    /// All open questions in one sentence, without a full stop.
    fn questions(&self, status: &Status<'_>) -> String {
        let lang = self.lang;
        let of = &status.questions;
        let (errors, warnings) = (of.errors, of.warnings);
        let (grades, places) = (of.change_grade, of.change_place);
        let mut line = say!(
            lang,
            "Việc còn phải xử lý: {errors} lỗi, {warnings} cảnh báo; {grades} có thể đổi xếp loại, {places} chỉ có thể đổi thứ hạng",
            (
                "Open questions: {}, {}; {grades} can change a grade, {places} no more than a place",
                plural(errors, "error"),
                plural(warnings, "warning")
            )
        );
        let decided = status.decided;
        if decided > 0 {
            line.push_str(&say!(
                lang,
                "; đã áp dụng {decided} quyết định",
                ("; {} applied", plural(decided, "decision"))
            ));
        }
        let nobody = status.of_nobody.open();
        if nobody > 0 {
            line.push_str(&say!(
                lang,
                "; {nobody} về tệp chưa rõ của đơn vị nào",
                "; {nobody} about files of no known unit"
            ));
        }
        let forms = status.of_forms.open();
        if forms > 0 {
            line.push_str(&say!(
                lang,
                "; {forms} về mẫu phiếu, gần như phiếu nào cũng có",
                "; {forms} about the form itself, alike in nearly all returns"
            ));
        }
        line
    }

    /// The units of a level with something to do, then the names of those without.
    fn level(&self, out: &mut dyn Write, level: &LevelStatus<'_>) -> io::Result<()> {
        let lang = self.lang;
        writeln!(out, "\n{}", paint(STRONG, level.name))?;
        let (settled, open): (Vec<_>, Vec<_>) =
            level.units.iter().partition(|unit| unit.is_settled());
        let mut columns = vec![
            (phrase("Đơn vị", "Unit"), ColumnContent::Words),
            (phrase("Tình trạng", "State"), ColumnContent::Words),
            (phrase("Lỗi", "Errors"), ColumnContent::Number),
            (phrase("Cảnh báo", "Warnings"), ColumnContent::Number),
            (DECIDED, ColumnContent::Number),
            (phrase("Phiếu ngày", "Return of"), ColumnContent::Short),
            (
                phrase("Còn có thể đổi", "Can still change"),
                ColumnContent::Words,
            ),
        ];
        let mut rows: Vec<Vec<String>> = open.iter().map(|unit| self.row(unit)).collect();
        // Where nothing is decided of any of them there is nothing to count.
        if level.units.iter().all(|unit| unit.decided == 0) {
            columns.remove(DECIDED_AT);
            for row in &mut rows {
                row.remove(DECIDED_AT);
            }
        }
        let heads = columns.iter().map(|(head, _)| head.get(lang).to_string());
        rows.insert(0, heads.collect());
        let contents: Vec<ColumnContent> =
            columns.into_iter().map(|(_, content)| content).collect();
        let layout = Layout {
            columns: &contents,
            indent: 2,
            width: self.width,
        };
        if !open.is_empty() {
            table::write(out, &rows, &layout)?;
        }
        let names: Vec<String> = settled.iter().map(|unit| self.settled(unit)).collect();
        if names.is_empty() {
            return Ok(());
        }
        let (count, names) = (names.len(), names.join("; "));
        writeln!(
            out,
            "{}",
            say!(
                lang,
                "  Đã nộp, không còn việc phải xử lý ({count}): {names}",
                "  Returned, nothing open ({count}): {names}"
            )
        )
    }

    /// The name of a unit without open questions, and what is still to be known of it.
    fn settled(&self, unit: &UnitStatus<'_>) -> String {
        let lang = self.lang;
        let mut known = Vec::new();
        if let Returned::Late | Returned::TimeUnknown = unit.returned {
            known.push(state(unit, lang).to_lowercase());
        }
        if unit.decided > 0 {
            let decided = unit.decided;
            known.push(say!(
                lang,
                "{decided} quyết định",
                ("{}", plural(decided, "decision"))
            ));
        }
        if known.is_empty() {
            return unit.name.to_string();
        }
        format!("{} ({})", unit.name, known.join(", "))
    }

    fn row(&self, unit: &UnitStatus<'_>) -> Vec<String> {
        let lang = self.lang;
        let questions = &unit.questions;
        let count = |count: usize| match count {
            0 => "–".to_string(),
            count => count.to_string(),
        };
        vec![
            unit.name.to_string(),
            state(unit, lang),
            count(questions.errors),
            count(questions.warnings),
            count(unit.decided),
            unit.since.map_or_else(String::new, Day::day_first),
            changes(questions, unit.certainty, lang),
        ]
    }
}

/// The column of decisions that hold, and its place.
const DECIDED: Phrase = phrase("Đã quyết định", "Decided");
const DECIDED_AT: usize = 4;

/// What came from a unit, and why it cannot be used.
fn state(unit: &UnitStatus<'_>, lang: Lang) -> String {
    let state = match unit.returned {
        Returned::Received => phrase("Đã nộp", "Returned"),
        Returned::Late => phrase("Nộp muộn", "Late"),
        Returned::TimeUnknown => phrase("Đã nộp, chưa rõ thời điểm", "Returned, time not known"),
        Returned::Missing => phrase("Chưa nộp", "Missing"),
        Returned::Undecided => phrase("Có tệp chưa rõ của ai", "A file may be theirs"),
        Returned::Unusable => phrase("Đã gửi, chưa dùng được", "Sent, not usable"),
    };
    let reasons = unit.reasons.iter();
    let reasons: Vec<&str> = reasons.map(|reason| reason.words().get(lang)).collect();
    let state = state.get(lang);
    if reasons.is_empty() || unit.returned == Returned::Undecided {
        state.to_string()
    } else {
        format!("{state}: {}", reasons.join("; "))
    }
}

/// What the open questions of a unit can still change.
fn changes(questions: &Questions, certainty: Option<HowCertain>, lang: Lang) -> String {
    let mut parts = Vec::new();
    let (grade, place) = (questions.change_grade, questions.change_place);
    if grade > 0 || certainty == Some(HowCertain::Open) {
        parts.push(phrase("xếp loại", "grade").get(lang));
    }
    if place > 0 {
        parts.push(phrase("thứ hạng", "place").get(lang));
    }
    if certainty == Some(HowCertain::Unread) {
        parts.push(phrase("có phần chưa đọc được", "something was not read").get(lang));
    }
    parts.join(", ")
}
