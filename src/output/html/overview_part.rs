//! The first part: how many units returned what, the grades, the headline statistics and the averages, each with its coverage.
//!
//! In: the whole report. Out: cards and small tables. Not for: what single levels and units came to.

use crate::base::seal::own_titles;
use crate::output::html::element_writer::Markup;
use crate::output::html::material::{Material, level_anchor};
use crate::output::html::table::{PageColumn, Use};
use crate::output::html::{level_part, page_words, table, written_numbers};
use crate::output::points_shown::average;
use crate::output::quote::{self, coverage};
use crate::output::words::{self, Phrase};
use crate::result::report::{GapKind, LevelResult, UnitGap, UnitRow};

/// The most decimals of a headline's number.
const DECIMALS: u32 = 2;

/// Writes the part.
pub(super) fn write(page: &mut Markup, all: &Material<'_>) {
    let look = [("id", "tong-quan"), ("aria-labelledby", "tong-quan-h")];
    page.within("section", &look, |page| {
        let title = own_titles::OVERVIEW.get(all.lang);
        page.leaf("h2", &[("id", "tong-quan-h")], title);
        units(page, all);
        headlines(page, all);
        grades(page, all);
        averages(page, all);
        missing(page, all);
    });
}

/// The units as cards: a number, of how many, and what it is.
fn units(page: &mut Markup, all: &Material<'_>) {
    let counts = all.report.unit_counts();
    let rows = || all.report.levels.iter().flat_map(|level| &level.rows);
    let open = rows().filter(|unit| unit.score.open > 0).count();
    let is_timed = all.report.campaign.deadline.is_some();
    let cards = [
        (page_words::CARD_RESULT, counts.received, true),
        (page_words::CARD_IN_TIME, counts.in_time, is_timed),
        (page_words::CARD_LATE, counts.late, is_timed),
        (
            page_words::CARD_TIME_UNKNOWN,
            counts.time_unknown,
            is_timed && counts.time_unknown > 0,
        ),
        (page_words::CARD_MISSING, counts.missing, true),
        (
            page_words::CARD_UNUSABLE,
            counts.unusable,
            counts.unusable > 0,
        ),
        (
            page_words::CARD_UNDECIDED,
            counts.undecided,
            counts.undecided > 0,
        ),
        (page_words::CARD_OPEN, open, true),
    ];
    page.leaf("h3", &[], page_words::CARDS.get(all.lang));
    page.within("dl", &[("class", "cards")], |page| {
        for (phrase, count, _) in cards.into_iter().filter(|(_, _, is_shown)| *is_shown) {
            let of = page_words::CARD_OF.fill(all.lang, &[&counts.expected.to_string()]);
            card(page, phrase.get(all.lang), &count.to_string(), &of);
        }
    });
}

fn card(page: &mut Markup, name: &str, value: &str, coverage: &str) {
    page.within("div", &[], |page| {
        page.leaf("dt", &[], name);
        page.leaf("dd", &[("class", "value")], value);
        page.leaf("dd", &[("class", "of")], coverage);
    });
}

/// The headline statistics with their coverage.
fn headlines(page: &mut Markup, all: &Material<'_>) {
    let lang = all.lang;
    let statistics = all.report.statistics.iter();
    let mut chosen = statistics.filter(|one| one.headline).peekable();
    if chosen.peek().is_none() {
        return;
    }
    page.leaf("h3", &[], page_words::HEADLINES_TABLE.get(lang));
    page.within("dl", &[("class", "cards")], |page| {
        for statistic in chosen {
            let name = match &statistic.unit {
                Some(unit) => format!("{} ({unit})", statistic.name),
                None => statistic.name.clone(),
            };
            let percent = all.report.campaign.percent_decimals;
            let value = quote::value(statistic);
            let value = written_numbers::value(&value, percent, DECIMALS, lang);
            card(page, &name, &value, &coverage(statistic, lang));
        }
    });
}

/// Units per grade and level.
fn grades(page: &mut Markup, all: &Material<'_>) {
    let (report, lang) = (all.report, all.lang);
    if report.grades.is_empty() || report.levels.is_empty() {
        return;
    }
    let caption = page_words::GRADES_TABLE.get(lang);
    table::boxed(page, ("xep-loai", caption), Use::Read, |page| {
        page.within("thead", &[], |page| {
            page.within("tr", &[], |page| {
                table::head(page, words::LEVEL.get(lang), PageColumn::Words);
                for grade in &report.grades {
                    let class = level_part::grade_class(all, &grade.name);
                    page.leaf("th", &[("scope", "col"), ("class", class)], &grade.name);
                }
                for phrase in [words::UNGRADED_HEAD, words::NO_RESULT, words::ALL_UNITS] {
                    table::head(page, phrase.get(lang), PageColumn::Numbers);
                }
            });
        });
        page.within("tbody", &[], |page| {
            for (position, level) in report.levels.iter().enumerate() {
                let name = format!("{} ({})", level.name, level.units);
                let counts = counts(all, std::slice::from_ref(level));
                count_row(page, all, (Some(level_anchor(position)), &name), &counts);
            }
        });
        if report.levels.len() > 1 {
            page.within("tfoot", &[], |page| {
                let name = words::ALL_LEVELS.get(lang);
                count_row(page, all, (None, name), &counts(all, &report.levels));
            });
        }
    });
}

/// Units by grade, without a grade, without a result, and all.
fn counts(all: &Material<'_>, levels: &[LevelResult]) -> Vec<usize> {
    let rows = || levels.iter().flat_map(|level| &level.rows);
    let grades = all.report.grades.iter().map(|grade| Some(&grade.name));
    let has = |grade: Option<&String>| {
        let of = |unit: &&UnitRow| unit.grading.grade.as_ref() == grade;
        rows().filter(of).count()
    };
    let mut counts: Vec<usize> = grades.chain([None]).map(has).collect();
    counts.push(levels.iter().map(|level| level.gaps.len()).sum());
    counts.push(counts.iter().sum());
    counts
}

fn count_row(
    page: &mut Markup,
    all: &Material<'_>,
    (anchor, name): (Option<String>, &str),
    counts: &[usize],
) {
    page.within("tr", &[], |page| {
        table::row_link(page, anchor, name);
        for (position, count) in counts.iter().enumerate() {
            let class = if position + 1 == counts.len() {
                "c t"
            } else {
                "c"
            };
            let text = written_numbers::count(*count, all.lang);
            page.leaf("td", &[("class", class)], &text);
        }
    });
}

/// The average of each group against its maximum.
fn averages(page: &mut Markup, all: &Material<'_>) {
    let (report, lang) = (all.report, all.lang);
    let groups = report.groups.iter().filter(|group| !group.outside_total);
    let caption = page_words::AVERAGES_TABLE.get(lang);
    table::boxed(page, ("binh-quan", caption), Use::Read, |page| {
        page.within("thead", &[], |page| {
            let levels = report.levels.iter().map(|level| level.name.as_str());
            let first = words::CRITERION_GROUP.get(lang);
            let heads = [first].into_iter().chain(levels);
            table::heads(page, heads.map(|text| (text, PageColumn::Words)));
        });
        page.within("tbody", &[], |page| {
            for group in groups {
                page.within("tr", &[], |page| {
                    table::row_head(page, &format!("{}. {}", group.id, group.name));
                    for level in &report.levels {
                        let share = average(level, group);
                        let text = share.map(|share| written_numbers::tenth(share, lang));
                        table::middle(page, &text.unwrap_or_else(|| "–".to_string()));
                    }
                });
            }
        });
    });
}

/// Who is missing, who sent something that cannot be used, and why, and who may have sent a file.
fn missing(page: &mut Markup, all: &Material<'_>) {
    let lang = all.lang;
    let gaps = || all.report.levels.iter().flat_map(|level| &level.gaps);
    page.leaf("h3", &[], words::SECTION_MISSING.get(lang));
    if gaps().next().is_none() {
        return page.leaf("p", &[], words::NOBODY_MISSING.get(lang));
    }
    let lists: [(Phrase, GapKind); 3] = [
        (words::MISSING_LIST, GapKind::Missing),
        (words::UNUSABLE_LIST, GapKind::Unusable),
        (words::UNDECIDED_LIST, GapKind::Undecided),
    ];
    for (phrase, kind) in lists {
        let of_kind = gaps().filter(|gap| gap.kind() == kind);
        let names: Vec<String> = of_kind
            .map(|gap: &UnitGap| gap.name_with_reason(lang))
            .collect();
        if !names.is_empty() {
            let text = phrase.fill(lang, &[&names.len().to_string(), &names.join("; ")]);
            page.leaf("p", &[], &text);
        }
    }
}
