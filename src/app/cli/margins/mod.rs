//! `tonghop margins`: how far each unit is from the next grade, and what would carry it over.
//!
//! In: a folder. Out: per level a table of distances, then for each unit the criteria that would carry it over, those nearest to a limit
//! first; what hangs on single units' values. Not for: computing any of it (`result::margins`).

mod climb;
mod yardstick;

use std::io::{self, Write};

use crate::app::cli::args::MarginsArgs;
use crate::app::cli::decimals::shown;
use crate::app::cli::looked::Looked;
use crate::app::cli::screen::{STRONG, paint};
use crate::app::cli::table::{self, ColumnContent, Layout};
use crate::app::cli::{Context, GOOD, grades, next, summary, trace};
use crate::base::error::Error;
use crate::base::ids::GroupId;
use crate::base::lang::{Lang, phrase, say};
use crate::base::points::Points;
use crate::campaign::scheme::Scheme;
use crate::output::outlook;
use crate::result::margins::{Climb, LevelMargins, Margins, Reserve, UnitMargins};
use crate::result::report::{Report, together};

pub(super) use crate::app::cli::margins::yardstick::without;

/// Prints the margins of a folder, or of one unit of it.
///
/// # Errors
/// Whatever keeps the folder from being read; [`Error::UnknownUnit`].
pub fn run(args: &MarginsArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let looked = Looked::at(&args.folder, context)?;
    let name = args.unit.as_deref();
    let unit = name.map(|name| trace::unit(&looked.plan.registry, name));
    let unit = unit.transpose()?;
    let report = looked.report(&args.folder, context)?;
    let mut margins = Margins::new(&report);
    if let Some(unit) = &unit {
        margins.keep(unit);
    }
    if args.folder.json {
        serde_json::to_writer_pretty(&mut *context.out, &margins).map_err(io::Error::from)?;
        writeln!(context.out)?;
        return Ok(GOOD);
    }
    writeln!(context.out, "{}", report.campaign.name)?;
    writeln!(context.out, "{}\n", looked.basis(context.lang))?;
    let page = MarginsPage {
        report: &report,
        scheme: &looked.plan.scheme,
        lang: context.lang,
        width: context.width,
        is_whole: unit.is_some(),
    };
    page.write(context.out, &margins)?;
    Ok(GOOD)
}

/// What the parts of the page share.
struct MarginsPage<'r> {
    report: &'r Report,
    scheme: &'r Scheme,
    lang: Lang,
    width: Option<usize>,
    /// Whether all criteria are shown, and not the first few.
    is_whole: bool,
}

impl MarginsPage<'_> {
    fn write(&self, out: &mut dyn Write, margins: &Margins<'_>) -> io::Result<()> {
        let lang = self.lang;
        let none = phrase(
            "Bộ tiêu chí không xếp loại nên không có ngưỡng nào",
            "The scheme grades nothing, so there are no limits",
        );
        let certain = self.report.certainty_line(lang);
        let certain = certain.unwrap_or_else(|| none.get(lang).to_string());
        writeln!(out, "{certain}.")?;
        for level in &margins.levels {
            self.level(out, level)?;
        }
        let files = next::lots(self.report).files;
        let told = together(self.report, &files);
        summary::all(out, self.report, next::NOT_COUNTED, (&files, &told), lang)?;
        if margins.grades.is_some() {
            self.climbs(out, margins)?;
        }
        self.yardsticks(out, &margins.yardsticks)
    }

    fn points(&self, points: Points) -> String {
        shown(points.0, self.lang)
    }

    /// The distances of a level's units; units without a result are named and nothing else is said of them.
    fn level(&self, out: &mut dyn Write, level: &LevelMargins<'_>) -> io::Result<()> {
        let lang = self.lang;
        writeln!(out, "\n{}", paint(STRONG, level.name))?;
        let limits = grades::lines(self.scheme, &[level.level], lang);
        for line in limits.iter().filter(|_| !self.report.grades.is_empty()) {
            writeln!(out, "  {line}")?;
        }
        let heads = [
            phrase("Hạng", "Place"),
            phrase("Đơn vị", "Unit"),
            phrase("Tổng điểm", "Total"),
            phrase("Xếp loại", "Grade"),
            phrase("Thiếu để lên", "To next grade"),
            phrase("Dư so với ngưỡng", "Above own limit"),
            phrase("Còn có thể đổi", "Still open"),
        ];
        let heads = heads.map(|head| head.get(lang).to_string()).to_vec();
        let rows = level.units.iter().map(|unit| self.row(unit));
        let rows: Vec<Vec<String>> = [heads].into_iter().chain(rows).collect();
        let layout = Layout {
            columns: &[
                ColumnContent::Number,
                ColumnContent::Words,
                ColumnContent::Number,
                ColumnContent::Words,
                ColumnContent::Words,
                ColumnContent::Words,
                ColumnContent::Sentence,
            ],
            indent: 2,
            width: self.width,
        };
        if rows.len() > 1 {
            table::write(out, &rows, &layout)?;
        }
        if level.without.is_empty() {
            return Ok(());
        }
        let names = level.without.iter();
        let names: Vec<String> = names.map(|one| one.gap.name_with_reason(lang)).collect();
        let (count, names) = (names.len(), names.join("; "));
        writeln!(
            out,
            "{}",
            say!(
                lang,
                "  Chưa có kết quả nên chưa có trong bảng ({count}): {names}. Thứ hạng trên chưa kể các đơn vị này.",
                "  Without a result, and so not in the table ({count}): {names}. The places above do not reckon with them."
            )
        )
    }

    fn row(&self, unit: &UnitMargins<'_>) -> Vec<String> {
        let lang = self.lang;
        let none = || "–".to_string();
        if unit.without_score {
            let text = phrase("chưa có điểm nào", "no score yet").get(lang);
            let cells = [
                none(),
                unit.name.to_string(),
                none(),
                none(),
                none(),
                none(),
            ];
            return cells.into_iter().chain([text.to_string()]).collect();
        }
        let ungraded = phrase("chưa xếp được", "not settled").get(lang);
        // Where nothing is graded, all have the grade without a name.
        let grade = unit.grading.grade.as_deref();
        let grade = grade.filter(|_| unit.grade_now.is_some());
        let grade = grade.map_or_else(
            || unit.grade_now.map_or_else(none, |_| ungraded.to_string()),
            str::to_string,
        );
        vec![
            unit.rank.place.to_string(),
            unit.name.to_string(),
            self.points(unit.total),
            grade,
            unit.above
                .as_ref()
                .map_or_else(none, |one| self.missing(one)),
            unit.below.as_ref().map_or_else(none, |one| self.spare(one)),
            outlook::open(unit, self.report, lang),
        ]
    }

    /// What a unit lacks to the grade above.
    fn missing(&self, above: &Climb<'_>) -> String {
        let lang = self.lang;

        let groups = above.lacking.len();
        let missing = self.points(above.missing);
        let grade = above.grade;
        match (above.missing.is_zero(), groups) {
            (_, 0) => say!(lang, "{missing} → {grade}", "{missing} → {grade}"),
            (true, _) => say!(
                lang,
                "đủ tổng, thiếu ở {groups} nhóm → {grade}",
                "total suffices, {groups} groups lack → {grade}"
            ),
            (false, _) => say!(
                lang,
                "{missing} và thiếu ở {groups} nhóm → {grade}",
                "{missing}, and {groups} groups lack → {grade}"
            ),
        }
    }

    /// What a unit has above the limit of its grade.
    fn spare(&self, below: &Reserve<'_>) -> String {
        let lang = self.lang;

        let (spare, grade) = (self.points(below.spare), below.grade);
        let tied = phrase("0, đúng ngưỡng", "0, at the limit").get(lang);
        let spare = if below.spare.is_zero() { tied } else { &spare };
        let group = below.groups.first().map(|group| {
            let (name, spare) = (self.group(group.group), self.points(group.spare));
            say!(
                lang,
                "; ở nhóm {name} dư {spare}",
                "; {spare} above in group {name}"
            )
        });
        format!("{spare} → {grade}{}", group.unwrap_or_default())
    }

    /// The name of a group for people.
    fn group(&self, id: &GroupId) -> String {
        let group = self.report.groups.iter().find(|group| group.id == *id);
        group.map_or_else(
            || id.0.to_string(),
            |group| format!("{} ({})", id, group.short),
        )
    }
}
