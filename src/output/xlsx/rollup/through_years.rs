//! `Qua các năm` of a roll-up: totals, grades and groups of the same units, years as columns.
//!
//! In: a [`Rollup`] of several years. Out: a list of units, and one of their groups. Not for: what a change is made of, which a
//! comparison of two years tells.

use rust_xlsxwriter::Worksheet;

use crate::base::lang::Lang;
use crate::base::points::Most;
use crate::output::rollup_words as words;
use crate::output::xlsx::numbers::{most, right};
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::rollup::{
    MOST, begin, dash, decimals_of_totals, end, left_out, percent, points, texts, whose_cells,
};
use crate::output::xlsx::styles;
use crate::result::rollup::{GroupThroughYears, Rollup, UnitThroughYears};

/// Totals and grades.
pub(super) fn totals(sheet: &mut Worksheet, rollup: &Rollup, lang: Lang) -> WriteResult {
    let mut widths = vec![6.0, 40.0, 20.0, 24.0];
    let mut heads = texts(
        &[words::NUMBER, words::UNIT, words::LEVEL, words::LAST_RESULT],
        lang,
    );
    let of_year = [words::TOTAL, words::SHARE, words::GRADE];
    for year in &rollup.years {
        for (head, width) in of_year.iter().zip([10.0, 10.0, 12.0]) {
            heads.push(format!("{} {year}", head.get(lang)));
            widths.push(width);
        }
    }
    let note = words::YEARS_NOTE.get(lang);
    let what = (words::THROUGH_YEARS, words::THROUGH_YEARS_TITLE, note);
    let (mut page, head) = begin(sheet, rollup, what, (&widths, &heads), lang)?;
    let decimals = decimals_of_totals(rollup);
    let mut row = head;
    for (number, unit) in (1_usize..).zip(rollup.through_years.iter().take(MOST)) {
        row += 1;
        let whose = [&*unit.name, &unit.level, &unit.label];
        whose_cells(&mut page, (row, number), whose, &styles::cell())?;
        years(&mut page, rollup, (row, decimals), unit)?;
    }
    let left = rollup.through_years.len().saturating_sub(MOST);
    left_out(&mut page, row + 1, left)?;
    end(&mut page, (head, row), widths.len() as u16 - 1, 2)
}

fn years(
    page: &mut SheetPage,
    rollup: &Rollup,
    (row, decimals): (u32, u32),
    unit: &UnitThroughYears,
) -> WriteResult {
    let middle = styles::centered();
    let mut column = 4;
    for year in &rollup.years {
        let own = unit.years.get(year).and_then(|at| rollup.units.get(*at));
        match own.map(|own| &own.score) {
            Some(Some(score)) => {
                points(page, (row, column), score.total, (decimals, right))?;
                percent(page, (row, column + 1), score.share, right)?;
                let grade = score.grade.as_deref().unwrap_or_default();
                page.text(row, column + 2, grade, &middle)?;
            }
            other => {
                let text = if other.is_some() { dash(page) } else { "" };
                for at in column..column + 3 {
                    page.text(row, at, text, &middle)?;
                }
            }
        }
        column += 3;
    }
    Ok(())
}

/// The groups of each unit.
pub(super) fn groups(sheet: &mut Worksheet, rollup: &Rollup, lang: Lang) -> WriteResult {
    let mut widths = vec![40.0, 20.0, 9.0, 46.0, 14.0];
    let mut heads = texts(
        &[
            words::UNIT,
            words::LEVEL,
            words::GROUP_CODE,
            words::GROUP,
            words::MAXIMUM,
        ],
        lang,
    );
    for year in &rollup.years {
        heads.push(year.to_string());
        widths.push(10.0);
    }
    let note = words::GROUPS_NOTE.get(lang);
    let what = (words::GROUPS, words::GROUPS_TITLE, note);
    let (mut page, head) = begin(sheet, rollup, what, (&widths, &heads), lang)?;
    let each = || {
        let units = rollup.through_years.iter();
        units.flat_map(|unit| unit.groups.iter().map(move |group| (unit, group)))
    };
    let all = each().flat_map(|(_, group)| group.years.values());
    let decimals = most(all.filter_map(|(points, _)| Some((*points)?.0)));
    let mut row = head;
    for (unit, group) in each().take(MOST) {
        row += 1;
        page.text(row, 0, &unit.name, &styles::cell())?;
        page.text(row, 1, &unit.level, &styles::centered())?;
        page.text(row, 2, &group.group.0, &styles::centered())?;
        page.text(row, 3, &group.name, &styles::cell())?;
        page.text(row, 4, &maxima(group, lang), &styles::centered())?;
        for (column, year) in (5_u16..).zip(&rollup.years) {
            match group.years.get(year) {
                Some((own, _)) => points(&mut page, (row, column), *own, (decimals, right))?,
                None => page.text(row, column, "", &styles::centered())?,
            }
        }
    }
    left_out(&mut page, row + 1, each().count().saturating_sub(MOST))?;
    end(&mut page, (head, row), widths.len() as u16 - 1, 1)
}

/// The most points of a group, and how they changed.
fn maxima(group: &GroupThroughYears, lang: Lang) -> String {
    let mut all: Vec<Most> = group.years.values().map(|(_, most)| *most).collect();
    all.dedup();
    let texts: Vec<String> = all.into_iter().map(|most| lang.most(most)).collect();
    texts.join(" → ")
}
