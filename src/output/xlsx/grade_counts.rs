//! How many units have which grade: the first table of the overview.
//!
//! In: the report, where the levels' tables stand. Out: counts by formulas on the levels' sheets; none is a dash. Not for: the
//! chart over them.

use rust_xlsxwriter::XlsxError;

use crate::output::words;
use crate::output::xlsx::overview::{HEAD, Overview, ROW};
use crate::output::xlsx::page::{StoredResult, WriteResult};
use crate::output::xlsx::plan::LevelPlan;
use crate::output::xlsx::text::{a1, absolute};
use crate::output::xlsx::{links, styles};
use crate::result::report::LevelResult;

/// Numbers of units; none is a dash.
const COUNTS: &str = "#,##0;-#,##0;\"–\"";

impl Overview<'_, '_> {
    /// Units per grade and level, counted by formulas on the levels' sheets. Gives the head's row.
    pub(super) fn grades(&mut self) -> Result<u32, XlsxError> {
        self.section(words::SECTION_GRADES)?;
        let (report, lang) = (self.book.report, self.book.lang);
        let (top, head) = (self.row, styles::header());
        let count = report.grades.len() as u16;
        self.page.text(top, 0, words::LEVEL.get(lang), &head)?;
        let worst = report.grades.len().saturating_sub(1);
        for (index, grade) in report.grades.iter().enumerate() {
            let marked = styles::grade_mark(index, worst).merge(&head);
            let column = index as u16 + 1;
            self.page.text(top, column, &grade.name, &marked)?;
        }
        let rest = [words::UNGRADED_HEAD, words::NO_RESULT, words::ALL_UNITS];
        for (column, phrase) in (1 + count..).zip(rest) {
            self.page.text(top, column, phrase.get(lang), &head)?;
        }
        self.step(HEAD);
        let levels = report.levels.iter().zip(&self.book.levels);
        for ((level, plan), sheet) in levels.zip(&self.book.names.levels) {
            self.grade_row(top, level, plan)?;
            let name = format!("{} ({})", level.name, level.units);
            let place = (self.row, 0);
            let link = styles::link();
            links::to_sheet(&mut self.page, place, sheet, (&name, &link))?;
            self.page.fit(self.row, 0, &name);
            self.step(ROW);
        }
        if report.levels.len() > 1 {
            self.grade_sums(top, count + 3)?;
            self.step(ROW);
        }
        Ok(top)
    }

    fn grade_row(&mut self, top: u32, level: &LevelResult, plan: &LevelPlan) -> WriteResult {
        let (row, report) = (self.row, self.book.report);
        let (whole, sum) = (styles::number(COUNTS), styles::sum(COUNTS));
        let grades = report.grades.iter().map(|grade| Some(&grade.name));
        let mut column = 1;
        for grade in grades.chain([None]) {
            let rows = level.rows.iter();
            let count = rows
                .filter(|unit| unit.grading.grade.as_ref() == grade)
                .count();
            match plan.rows() {
                Some((first, last)) => {
                    let formula = format!(
                        "COUNTIF({}{}:{},{})",
                        plan.prefix,
                        absolute(first, plan.grade()),
                        absolute(last, plan.grade()),
                        a1(top, column)
                    );
                    let stored = StoredResult::Number(count.into());
                    self.page.formula(row, column, &formula, stored, &whole)?;
                }
                None => self.page.count(row, column, count, &whole)?,
            }
            column += 1;
        }
        self.page.count(row, column, level.gaps.len(), &whole)?;
        let formula = format!("SUM({}:{})", a1(row, 1), a1(row, column));
        let all = level.rows.len() + level.gaps.len();
        let stored = StoredResult::Number(all.into());
        self.page.formula(row, column + 1, &formula, stored, &sum)
    }

    /// All levels together.
    fn grade_sums(&mut self, top: u32, columns: u16) -> WriteResult {
        let (row, report) = (self.row, self.book.report);
        let sum = styles::sum(COUNTS);
        let all = words::ALL_LEVELS.get(self.book.lang);
        self.page.text(row, 0, all, &styles::cell().set_bold())?;
        let rows = || report.levels.iter().flat_map(|level| &level.rows);
        let grades = report.grades.iter().map(|grade| Some(&grade.name));
        let mut counts: Vec<usize> = grades
            .chain([None])
            .map(|grade| {
                rows()
                    .filter(|unit| unit.grading.grade.as_ref() == grade)
                    .count()
            })
            .collect();
        counts.push(report.levels.iter().map(|level| level.gaps.len()).sum());
        counts.push(counts.iter().sum());
        for (column, count) in (1..=columns).zip(counts) {
            let (first, last) = (a1(top + 1, column), a1(row - 1, column));
            let formula = format!("SUM({first}:{last})");
            let stored = StoredResult::Number(count.into());
            self.page.formula(row, column, &formula, stored, &sum)?;
        }
        Ok(())
    }
}
