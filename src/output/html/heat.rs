//! The groups of each unit as share of the maximum: a table whose cells are the darker the higher the share that they name.
//!
//! In: a level. Out: the table, with the averages that the workbook has on its first sheet. Not for: groups outside the total, which have
//! no share.

use crate::base::points::{Decimal, round_half_away};
use crate::output::html::element_writer::Markup;
use crate::output::html::material::Material;
use crate::output::html::table::{PageColumn, Use};
use crate::output::html::{page_words, table, written_numbers};
use crate::output::points_shown::{average, says_nothing};
use crate::output::words;
use crate::result::report::{GroupFacts, LevelResult, UnitRow};

/// Steps of the ground's darkness.
const STEPS: u32 = 8;

/// Writes the table; nothing where nobody has a result.
pub(super) fn write(page: &mut Markup, all: &Material<'_>, anchor: &str, level: &LevelResult) {
    let lang = all.lang;
    let groups = all.report.groups.iter();
    let groups: Vec<&GroupFacts> = groups.filter(|group| !group.outside_total).collect();
    if level.rows.is_empty() || groups.is_empty() {
        return;
    }
    let caption = page_words::HEAT_TABLE.fill(lang, &[&level.name]);
    table::boxed(
        page,
        (&format!("{anchor}-m"), &caption),
        Use::Work,
        |page| {
            page.within("thead", &[], |page| {
                let names = groups.iter().map(|group| group.name.as_str());
                let names = names.map(|name| (name, PageColumn::Numbers));
                let unit = (words::UNIT_NAME.get(lang), PageColumn::Words);
                table::heads(page, [unit].into_iter().chain(names));
            });
            page.within("tbody", &[], |page| {
                for unit in &level.rows {
                    page.within("tr", &[], |page| {
                        table::row_link(page, all.anchor(&unit.unit), &unit.name);
                        for group in &groups {
                            cell(page, all, share(unit, group));
                        }
                    });
                }
            });
            page.within("tfoot", &[], |page| {
                page.within("tr", &[], |page| {
                    table::row_head(page, page_words::AVERAGE_ROW.get(lang));
                    for group in &groups {
                        cell(page, all, average(level, group));
                    }
                });
            });
        },
    );
    page.leaf("p", &[("class", "note")], page_words::HEAT_READ.get(lang));
}

/// What a unit has of what it can reach in a group, 1 for all, to four decimals. `None` where nothing counts yet or nothing limits it.
pub(super) fn share(unit: &UnitRow, group: &GroupFacts) -> Option<Decimal> {
    let score = unit.score.groups.get(&group.id)?;
    let is_said = !says_nothing(group, unit);
    let share = score.sum.0.checked_div(score.maximum.limit()?.0);
    share
        .filter(|_| is_said)
        .map(|share| round_half_away(share, 4))
}

fn cell(page: &mut Markup, all: &Material<'_>, share: Option<Decimal>) {
    let Some(share) = share else {
        return table::middle(page, "–");
    };
    let class = format!("n h{}", step(share));
    page.leaf(
        "td",
        &[("class", &class)],
        &written_numbers::tenth(share, all.lang),
    );
}

/// The step of the ground, from 0 to one less than all.
fn step(share: Decimal) -> u32 {
    let steps = share.checked_mul(Decimal::from(STEPS));
    let step = steps.and_then(|steps| steps.floor().to_i64()).unwrap_or(0);
    let last = i64::from(STEPS) - 1;
    u32::try_from(step.clamp(0, last)).unwrap_or_default()
}
