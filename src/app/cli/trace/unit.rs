//! The page of one unit: its files, its total with its parts, what is open.

use std::io::{self, Write};

use crate::app::cli::decimals::{most_shown, range_shown, shown};
use crate::app::cli::trace::TracePage;
use crate::base::date::Day;
use crate::base::ids::GroupId;
use crate::base::lang::{phrase, say};
use crate::base::points::Points;
use crate::campaign::decisions::DecisionKind;
use crate::campaign::decisions::decided_file::DecidedFile;
use crate::input::receipt::{DateBasis, Fate, FileRow};
use crate::output::caveats;
use crate::output::decided_file;
use crate::result::trace::{FileTrace, GroupPart, UnitResult, UnitTrace};

impl TracePage<'_> {
    /// The page of one unit.
    pub(super) fn unit(&self, out: &mut dyn Write, trace: &UnitTrace<'_>) -> io::Result<()> {
        let lang = self.lang;
        writeln!(out, "{} – {} ({})\n", trace.name, trace.level, trace.unit)?;
        let heading = phrase("Tệp", "Files").get(lang);
        writeln!(out, "{heading}: {}", trace.files.len())?;
        for file in &trace.files {
            self.file(out, file, trace.files.len())?;
        }
        if let Some(result) = &trace.result {
            self.result(out, result)?;
        } else {
            let none = phrase(
                "\nChưa có phiếu được tính, nên chưa có điểm.",
                "\nNo return counts, so there is no score.",
            );
            writeln!(out, "{}", none.get(lang))?;
        }
        self.findings(out, &trace.findings)
    }

    fn file(&self, out: &mut dyn Write, trace: &FileTrace<'_>, count: usize) -> io::Result<()> {
        let lang = self.lang;
        let fate = match trace.file.fate {
            Fate::Counted => phrase("được tính", "counts"),
            Fate::CountedLate => phrase("được tính, nộp muộn", "counts, came late"),
            Fate::Superseded => phrase("đã đọc, tệp khác được tính", "read, another file counts"),
            Fate::Refused => phrase("đã đọc, chưa tính", "read, does not count yet"),
            Fate::Unreadable => phrase("không đọc được", "cannot be read"),
            Fate::Ignored => phrase("bỏ qua", "ignored"),
        };
        let is_chosen = |decided: &DecidedFile| decided.kind == DecisionKind::UseFile;
        let is_chosen = trace.file.decided.iter().any(is_chosen);
        let why = match (trace.counts && !is_chosen, count > 1) {
            (true, true) => phrase(
                " – bản lưu sau cùng trong các bản dùng được",
                " – the one saved last of those that can be used",
            ),
            (true, false) => phrase(" – tệp duy nhất của đơn vị", " – the only file of the unit"),
            (false, _) => phrase("", ""),
        };
        writeln!(
            out,
            "  {}: {}{}{}",
            trace.file.name,
            fate.get(lang),
            why.get(lang),
            self.saved(trace.file)
        )?;
        for line in decided_file(trace.file, lang) {
            writeln!(out, "    {line}")?;
        }
        for finding in trace.findings.iter().filter(|_| !trace.counts) {
            writeln!(out, "    {}: {}", finding.rule.code, finding.message(lang))?;
        }
        Ok(())
    }

    fn saved(&self, file: &FileRow) -> String {
        let Some((time, basis)) = &file.saved else {
            return String::new();
        };
        let day = time.day().map_or_else(|| time.to_string(), Day::day_first);
        let by = match basis {
            DateBasis::Document => phrase("theo thuộc tính tệp", "by the document"),
            DateBasis::File => phrase("theo ngày của tệp trên đĩa", "by the disk"),
        };
        say!(
            self.lang,
            ("; lưu ngày {day} {}", by.get(self.lang)),
            ("; saved on {day} {}", by.get(self.lang))
        )
    }

    fn result(&self, out: &mut dyn Write, result: &UnitResult<'_>) -> io::Result<()> {
        let lang = self.lang;
        let number = |points: Points| shown(points.0, lang);
        let heading = phrase("Tổng điểm", "Total").get(lang);
        writeln!(out, "\n{heading}: {}", number(result.total))?;
        result
            .groups
            .iter()
            .try_for_each(|group| self.group(out, group))?;
        if result.total != result.raw_total {
            let (raw, total) = (number(result.raw_total), number(result.total));
            writeln!(
                out,
                "{}",
                say!(
                    lang,
                    "  {raw} quy đổi theo phần điểm áp dụng cho đơn vị: {total}",
                    "  {raw} scaled to what applies to the unit: {total}"
                )
            )?;
        }
        self.standing(out, result)?;
        if result.open.is_empty() {
            return Ok(());
        }
        let heading = phrase("Tiêu chí chưa tính", "Open criteria").get(lang);
        writeln!(out, "\n{heading}: {}", result.open.len())?;
        for one in &result.open {
            let range = range_shown(one.lowest, one.highest, lang);
            writeln!(out, "  {} {}: {range}", one.id, one.name)?;
        }
        Ok(())
    }

    fn group(&self, out: &mut dyn Write, group: &GroupPart<'_>) -> io::Result<()> {
        let lang = self.lang;
        let (sum, most) = (shown(group.sum.0, lang), most_shown(group.maximum, lang));
        write!(out, "  {}. {}: {sum}", group.id, group.name)?;
        let outside = phrase(" (ngoài thang điểm)", " (outside the scale)");
        if group.outside_total {
            write!(out, "{}", outside.get(lang))?;
        } else {
            write!(out, "/{most}")?;
        }
        let open = match group.open {
            0 => String::new(),
            1 => say!(lang, ", 1 tiêu chí chưa tính", ", 1 criterion open"),
            open => say!(
                lang,
                ", {open} tiêu chí chưa tính",
                ", {open} criteria open"
            ),
        };
        let exempt = match group.exempt {
            0 => String::new(),
            1 => say!(
                lang,
                ", 1 tiêu chí không áp dụng",
                ", 1 criterion does not apply"
            ),
            exempt => say!(
                lang,
                ", {exempt} tiêu chí không áp dụng",
                ", {exempt} criteria do not apply"
            ),
        };
        writeln!(out, "{open}{exempt}")
    }

    /// A grade that the total alone would have, with the groups that keep it from the unit.
    fn withheld(&self, out: &mut dyn Write, result: &UnitResult<'_>) -> io::Result<()> {
        let lang = self.lang;
        let Some(withheld) = &result.grading.withheld else {
            return Ok(());
        };
        let name = |id: &GroupId| {
            let group = result.groups.iter().find(|group| *group.id == *id);
            group.map_or_else(|| id.0.to_string(), |group| group.name.to_string())
        };
        let groups = caveats::lacking(withheld, name, lang);
        let grade = &withheld.grade;
        writeln!(
            out,
            "{}",
            say!(
                lang,
                "Tổng điểm đủ xếp {grade}, nhưng {groups}",
                "The total suffices for {grade}, but {groups}"
            )
        )
    }

    /// Place, grade, and what the unit says itself.
    fn standing(&self, out: &mut dyn Write, result: &UnitResult<'_>) -> io::Result<()> {
        let lang = self.lang;
        let rank = result.rank;
        let place = phrase("Thứ hạng", "Place").get(lang);
        write!(out, "{place}: {}/{}", rank.place, result.of)?;
        if rank.best == rank.worst {
            writeln!(out)?;
        } else {
            let (best, worst) = (rank.best, rank.worst);
            writeln!(
                out,
                "{}",
                say!(
                    lang,
                    " (có thể từ {best} đến {worst})",
                    " (may be {best} to {worst})"
                )
            )?;
        }
        let grading = result.grading;
        let none = phrase("chưa xếp được", "not settled").get(lang);
        let word = phrase("Xếp loại", "Grade").get(lang);
        write!(out, "{word}: {}", grading.grade.as_deref().unwrap_or(none))?;
        if grading.best != grading.worst {
            write!(
                out,
                "{}",
                say!(
                    lang,
                    (" (có thể từ {} đến {})", grading.worst, grading.best),
                    (" (may be {} to {})", grading.worst, grading.best)
                )
            )?;
        }
        writeln!(out)?;
        self.withheld(out, result)?;
        if let Some(own) = result.own_total {
            let own = lang.number(own.0);
            let share = result.own_total_share;
            let own = share.map_or(own.clone(), |share| lang.of_share(share, &own));
            let word = phrase("Đơn vị tự ghi tổng", "The unit states a total of").get(lang);
            writeln!(out, "{word}: {own}")?;
        }
        if let Some(own) = result.own_grade {
            let word = phrase("Đơn vị tự xếp loại", "The unit grades itself").get(lang);
            writeln!(out, "{word}: {own}")?;
        }
        Ok(())
    }
}
