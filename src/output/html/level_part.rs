//! The part of a level: its result table, in the workbook's columns, order and words, what is noted below it, and its pictures.
//!
//! In: a level of the report. Out: elements. Not for: single units, which have parts of their own.

use crate::output::caveats::{minima, remarks};
use crate::output::html::element_writer::Markup;
use crate::output::html::material::{Material, level_anchor};
use crate::output::html::table::{PageColumn, Use};
use crate::output::html::{heat, page_words, table, totals_chart, written_numbers};
use crate::output::points_shown::says_nothing;
use crate::output::words;
use crate::result::report::{GradeLimit, GroupFacts, LevelResult, UnitGap, UnitRow, notes};

/// Writes the part.
pub(super) fn write(page: &mut Markup, all: &Material<'_>, position: usize, level: &LevelResult) {
    let anchor = level_anchor(position);
    let title = words::LEVEL_TITLE.fill(all.lang, &[&level.name, &level.units]);
    page.within(
        "section",
        &[
            ("id", &anchor),
            ("class", "wide"),
            ("aria-labelledby", &format!("{anchor}-h")),
        ],
        |page| {
            page.leaf("h2", &[("id", &format!("{anchor}-h"))], &title);
            results(page, all, &anchor, level);
            for note in notes(level, all.lang) {
                page.leaf("p", &[("class", "note")], &note);
            }
            limits(page, all, &anchor, level);
            totals_chart::write(page, all, &anchor, level);
            heat::write(page, all, &anchor, level);
        },
    );
}

fn results(page: &mut Markup, all: &Material<'_>, anchor: &str, level: &LevelResult) {
    let (report, lang) = (all.report, all.lang);
    let caption = page_words::RESULT_TABLE.fill(lang, &[&level.name, &level.units]);
    table::boxed(
        page,
        (&format!("{anchor}-b"), &caption),
        Use::Work,
        |page| {
            page.within("thead", &[], |page| {
                let groups = report.groups.iter();
                let groups = groups.map(|group| (group.name.as_str(), PageColumn::Numbers));
                let first = [
                    (words::NUMBER.get(lang), PageColumn::Numbers),
                    (words::UNIT_NAME.get(lang), PageColumn::Words),
                ];
                let last = [
                    (words::TOTAL.get(lang), PageColumn::Numbers),
                    (words::GRADE.get(lang), PageColumn::Choices),
                    (words::RANK.get(lang), PageColumn::Numbers),
                    (words::REMARKS.get(lang), PageColumn::Words),
                ];
                table::heads(page, first.into_iter().chain(groups).chain(last));
                maxima(page, all, level);
            });
            page.within("tbody", &[], |page| {
                for (number, unit) in (1_usize..).zip(&level.rows) {
                    page.within("tr", &[], |page| unit_row(page, all, number, unit));
                }
                for (number, gap) in (level.rows.len() + 1..).zip(&level.gaps) {
                    page.within("tr", &[("class", "gap")], |page| {
                        gap_row(page, all, number, gap);
                    });
                }
            });
        },
    );
}

fn maxima(page: &mut Markup, all: &Material<'_>, level: &LevelResult) {
    let (report, lang) = (all.report, all.lang);
    page.within("tr", &[("class", "max")], |page| {
        table::cell(page, "");
        table::row_head(page, words::MAXIMUM.get(lang));
        for group in &report.groups {
            match group.maximum.get(&level.id) {
                Some(most) => {
                    let signed = group.outside_total;
                    let written = written_numbers::most(*most, all.decimals, signed, lang);
                    table::aligned(page, &written, "");
                }
                None => table::cell(page, ""),
            }
        }
        let total = written_numbers::points(report.total_at(&level.id), all.decimals, lang);
        table::aligned(page, &total, "");
        for _ in 0..3 {
            table::cell(page, "");
        }
    });
}

fn unit_row(page: &mut Markup, all: &Material<'_>, number: usize, unit: &UnitRow) {
    let lang = all.lang;
    table::middle(page, &number.to_string());
    table::row_link(page, all.anchor(&unit.unit), &unit.name);
    for group in &all.report.groups {
        group_cell(page, all, group, unit);
    }
    let total = written_numbers::points(unit.score.total, all.decimals, lang);
    let more = if unit.score.open > 0 { "t i" } else { "t" };
    table::aligned(page, &total, more);
    grade_cell(page, all, unit);
    table::middle(page, &unit.rank.place.to_string());
    table::cell(page, &remarks(unit, all.report, lang));
}

fn group_cell(page: &mut Markup, all: &Material<'_>, group: &GroupFacts, unit: &UnitRow) {
    let Some(score) = unit.score.groups.get(&group.id) else {
        return table::cell(page, "");
    };
    if says_nothing(group, unit) {
        return table::open(page, page_words::OPEN_SCORE.get(all.lang));
    }
    let written = written_numbers::points(score.sum, all.decimals, all.lang);
    table::aligned(page, &written, "");
}

/// The grade, marked by its weight and its ground as well as by its name.
fn grade_cell(page: &mut Markup, all: &Material<'_>, unit: &UnitRow) {
    match &unit.grading.grade {
        Some(grade) => page.leaf("td", &[("class", grade_class(all, grade))], grade),
        None => page.leaf("td", &[("class", "c i")], words::UNGRADED.get(all.lang)),
    }
}

/// The look of a grade: the best, the next one, the last, and those between.
pub(super) fn grade_class(all: &Material<'_>, grade: &str) -> &'static str {
    let grades = &all.report.grades;
    let position = grades.iter().position(|one| one.name == grade);
    match position {
        Some(0) => "c g0",
        Some(at) if at + 1 == grades.len() => "c g3",
        Some(1) => "c g1",
        Some(_) => "c g2",
        None => "c",
    }
}

/// A unit without a result: its name, and cells left empty.
fn gap_row(page: &mut Markup, all: &Material<'_>, number: usize, gap: &UnitGap) {
    table::middle(page, &number.to_string());
    table::row_link(page, all.anchor(&gap.unit), &gap.name);
    for _ in 0..all.report.groups.len() + 3 {
        table::cell(page, "");
    }
    table::cell(page, &gap.remark(all.lang));
}

/// The limits of the grades here, lowest first as on the level's sheet.
fn limits(page: &mut Markup, all: &Material<'_>, anchor: &str, level: &LevelResult) {
    let (report, lang) = (all.report, all.lang);
    if report.grades.is_empty() {
        return;
    }
    let mut limits: Vec<&GradeLimit> = report.grades.iter().collect();
    limits.sort_by_key(|grade| grade.at(&level.id));
    let caption = page_words::LIMITS_TABLE.fill(lang, &[&level.name]);
    table::boxed(
        page,
        (&format!("{anchor}-n"), &caption),
        Use::Read,
        |page| {
            page.within("thead", &[], |page| {
                page.within("tr", &[], |page| {
                    table::head(page, words::GRADE.get(lang), PageColumn::Words);
                    for limit in &limits {
                        let class = grade_class(all, &limit.name);
                        page.leaf("th", &[("scope", "col"), ("class", class)], &limit.name);
                    }
                });
            });
            page.within("tbody", &[], |page| {
                page.within("tr", &[], |page| {
                    table::row_head(page, words::GRADE_FROM.get(lang));
                    for limit in &limits {
                        let from = lang.number(limit.at(&level.id).0);
                        page.leaf("td", &[("class", "c")], &from);
                    }
                });
            });
        },
    );
    let minima = minima(report, &level.id, lang);
    if !minima.is_empty() {
        page.leaf("p", &[("class", "note")], &minima);
    }
}
