//! What has to be said beside a unit's result: its own total, what is open, what was rescaled.
//!
//! In: a unit's row of the report. Out: one short line. Not for: the findings themselves, which have a sheet.

use crate::base::finding::{About, Finding};
use crate::base::ids::{GroupId, LevelId};
use crate::base::lang::{Lang, Phrase, say};
use crate::base::points::{Decimal, Most, Points, percent_of};
use crate::judge::rank::WithheldGrade;
use crate::output::sentence::{capital, clip, glued};
use crate::output::words;
use crate::result::report::{GradeLimit, Report, UnitRow};

/// Characters of the grade that a unit gives itself.
const OWN_GRADE: usize = 60;

/// The remarks of a unit in one line, each a sentence. Empty: nothing to say.
pub(super) fn remarks(row: &UnitRow, report: &Report, lang: Lang) -> String {
    let parts: Vec<String> = [
        provisional(row, &report.grades, lang),
        withheld(row, report, lang),
        capped(row, report, lang),
        exempt(row, lang),
        own_total(row, report, lang),
        own_grade(row, lang),
    ]
    .into_iter()
    .flatten()
    .collect();
    parts.join(" ")
}

/// What has to be said of a result itself, whoever states another: what is open, what keeps a grade from it, what does not apply.
/// Empty: nothing to say.
pub(super) fn of_result(row: &UnitRow, report: &Report, lang: Lang) -> String {
    let is_certain = row.score.open == 0 && row.grading.best == row.grading.worst;
    // Places are no part of what is said with it.
    let open = (!is_certain).then(|| provisional(row, &report.grades, lang));
    let parts = [
        open.flatten(),
        withheld(row, report, lang),
        exempt(row, lang),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Bounds of the total while criteria are open, and the places and grades that open criteria and findings leave possible.
fn provisional(row: &UnitRow, grades: &[GradeLimit], lang: Lang) -> Option<String> {
    let (score, rank, grading) = (&row.score, &row.rank, &row.grading);
    let mut parts = Vec::new();
    let is_open = score.open > 0;
    if is_open {
        let numbers = [
            &score.open.to_string(),
            &range(score.lowest, score.highest, lang),
        ];
        let text = words::TOTAL_BETWEEN.fill(lang, &numbers.map(String::as_str));
        parts.push(glued(&text));
    }
    if grading.best != grading.worst {
        let (worst, best) = (&grading.worst, &grading.best);
        let place = |name: &String| grades.iter().position(|grade| grade.name == *name);
        let next = match (place(best), place(worst)) {
            (Some(best), Some(worst)) => worst == best + 1,
            _ => false,
        };
        let phrase = if next {
            words::GRADE_EITHER
        } else {
            words::GRADE_BETWEEN
        };
        parts.push(phrase.fill(lang, &[worst, best]));
    }
    if rank.best != rank.worst {
        let (best, worst) = (rank.best.to_string(), rank.worst.to_string());
        parts.push(words::PLACE_BETWEEN.fill(lang, &[&best, &worst]));
    }
    if parts.is_empty() {
        return None;
    }
    let all = parts.join(", ");
    Some(if is_open {
        words::PROVISIONAL.fill(lang, &[&all])
    } else {
        capital(&words::DEPENDS.fill(lang, &[&all]))
    })
}

/// A grade that the total alone would have, with the groups that keep it from the unit.
fn withheld(row: &UnitRow, report: &Report, lang: Lang) -> Option<String> {
    let withheld = row.grading.withheld.as_ref()?;
    row.grading.grade.as_ref()?;
    let groups = lacking(withheld, |id| short(report, id).to_string(), lang);
    Some(glued(
        &words::WITHHELD.fill(lang, &[&withheld.grade, &groups]),
    ))
}

/// The groups that keep a grade from a unit: `nhóm 3 đạt 4,5/10 điểm (45%), cần 6`.
pub(crate) fn lacking(
    withheld: &WithheldGrade,
    name: impl Fn(&GroupId) -> String,
    lang: Lang,
) -> String {
    let groups = withheld.lacking.iter().map(|one| {
        let Some(maximum) = one.maximum.limit() else {
            let numbers = [
                name(&one.group),
                points(one.points, lang),
                points(one.needed, lang),
            ];
            let words = words::LACKING_OF_UNLIMITED;
            return words.fill(lang, &numbers.each_ref().map(String::as_str));
        };
        let percent = percent_of(one.points.0, maximum.0).unwrap_or_default();
        let numbers = [
            name(&one.group),
            points(one.points, lang),
            points(maximum, lang),
            points(Points(percent), lang),
            points(one.needed, lang),
        ];
        words::LACKING.fill(lang, &numbers.each_ref().map(String::as_str))
    });
    groups.collect::<Vec<_>>().join("; ")
}

fn short<'r>(report: &'r Report, id: &'r GroupId) -> &'r str {
    let group = report.groups.iter().find(|group| group.id == *id);
    group.map_or(&id.0, |group| &group.short)
}

/// What grades of a level ask for in groups, in a line; empty where none does.
pub(super) fn minima(report: &Report, level: &LevelId, lang: Lang) -> String {
    let grades = report.grades.iter().filter_map(|grade| {
        let minima = grade.minima.get(level)?.iter();
        let all = minima.map(|(id, minimum)| {
            let numbers = [short(report, id), &points(*minimum, lang)];
            words::GROUP_FROM.fill(lang, &numbers)
        });
        let all = all.collect::<Vec<_>>().join(", ");
        Some(words::GRADE_ASKS.fill(lang, &[&grade.name, &all]))
    });
    grades.collect::<Vec<_>>().join("; ")
}

/// What comes to more than its maximum and counts no further: `2.1 (7 → 5)`.
fn capped(row: &UnitRow, report: &Report, lang: Lang) -> Option<String> {
    let says = |phrase: Phrase, id: &str, from: Points, to: Points| {
        phrase.fill(lang, &[id, &points(from, lang), &points(to, lang)])
    };
    let criteria = row.score.subtotals.iter().filter_map(|(id, one)| {
        let (from, to) = (one.working.uncapped?, one.working.points?);
        Some(says(words::CAPPED_CRITERION, &id.0, from, to))
    });
    let groups = row.score.groups.iter().filter_map(|(id, one)| {
        let from = one.uncapped?;
        Some(says(words::CAPPED_GROUP, short(report, id), from, one.sum))
    });
    let all: Vec<String> = criteria.chain(groups).collect();
    (!all.is_empty()).then(|| glued(&words::CAPPED.fill(lang, &[&all.join(", ")])))
}

fn exempt(row: &UnitRow, lang: Lang) -> Option<String> {
    let ids: Vec<&str> = row
        .score
        .criteria
        .iter()
        .filter(|(_, criterion)| criterion.exempt)
        .map(|(id, _)| id.0.as_str())
        .collect();
    if ids.is_empty() {
        return None;
    }
    let list = ids.join(", ");
    if row.score.raw_total == row.score.total {
        return Some(words::EXEMPT.fill(lang, &[&list]));
    }
    let raw = points(row.score.raw_total, lang);
    Some(glued(&words::EXEMPT_RESCALED.fill(lang, &[&list, &raw])))
}

/// A total of the unit's own that is not what its own scores come to. What was appraised since is not the unit's doing, and
/// while its own scores are open, a total that they can still come to is not wrong. One that is these rounded is no other total, where
/// nothing was found in it.
fn own_total(row: &UnitRow, report: &Report, lang: Lang) -> Option<String> {
    let own = row.own_total?;
    let (lowest, highest) = row
        .own_sum
        .unwrap_or((row.score.raw_total, row.score.raw_total.into()));
    let is_result = own == row.score.total || own == row.score.raw_total;
    if is_result || own >= lowest && own <= highest {
        return None;
    }
    let is_total = |one: &&Finding| {
        one.about == Some(About::Total) && one.place.unit.as_ref() == Some(&row.unit)
    };
    let last = Points(Decimal::new(5, own.0.normalize().scale().saturating_add(1)));
    let is_rounded = own + last >= lowest && own - last <= highest;
    if is_rounded && !report.findings.iter().any(|one| is_total(&one)) {
        return None;
    }
    let shown = |low: String, high: String| {
        if low == high {
            low
        } else {
            words::FROM_TO.fill(lang, &[&low, &high])
        }
    };
    let (sums, off) = match highest.limit() {
        Some(highest) => (
            shown(points(lowest, lang), points(highest, lang)),
            shown(points(own - highest, lang), points(own - lowest, lang)),
        ),
        // Without an end it is below the fewest.
        None => (range(lowest, highest, lang), points(own - lowest, lang)),
    };
    let own = points(own, lang);
    let share = row.own_total_share.as_deref();
    let own = share.map_or(own.clone(), |share| lang.of_share(share, &own));
    let numbers = [&own, &sums, &off];
    let text = words::OWN_TOTAL.fill(lang, &numbers.map(String::as_str));
    Some(glued(&text))
}

fn own_grade(row: &UnitRow, lang: Lang) -> Option<String> {
    let own = row.own_grade.as_deref()?;
    if row.grading.grade.as_deref() == Some(own) {
        return None;
    }
    // Any text of the unit's cell may stand there.
    let shown = clip(own, OWN_GRADE);
    let more = if shown.len() < own.len() { "…" } else { "" };
    let shown = format!("{shown}{more}");
    Some(words::OWN_GRADE.fill(lang, &[&shown]))
}

/// What lies between two ends, at most three decimals each.
fn range(lowest: Points, highest: Most, lang: Lang) -> String {
    if highest.is_unlimited() {
        let least = points(lowest, lang);
        return say!(lang, "từ {least} điểm trở lên", "{least} points or more");
    }
    lang.range(lowest.rounded(3), highest.rounded(3))
}

/// Points as people write them, at most three decimals.
pub(super) fn points(points: Points, lang: Lang) -> String {
    lang.number(points.rounded(3).0)
}
