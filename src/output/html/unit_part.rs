//! The parts about single units: what each came to, group by group against its level, its findings, decisions and last year.
//!
//! In: a level of the report. Out: an article for each of its units, in the order of the result table. Not for: what is the same for
//! the whole level.

use std::collections::BTreeMap;

use crate::base::finding::Finding;
use crate::base::ids::UnitId;
use crate::base::points::{Points, to_f64};
use crate::campaign::decisions::DecidedValue;
use crate::input::receipt::FileRow;
use crate::output::caveats::remarks;
use crate::output::html::element_writer::Markup;
use crate::output::html::material::{Material, finding_anchor, level_anchor};
use crate::output::html::{
    file_link, heat, page_words, picture, table, unit_years, written_numbers,
};
use crate::output::outstanding;
use crate::output::points_shown::{says_nothing, scores};
use crate::output::sentence::{capital, sentence};
use crate::output::words;
use crate::result::report::{
    DecisionRow, GroupFacts, LevelResult, Standing, UnitGap, UnitRow, table_order,
};

/// What is the same for all units of a level.
struct LevelFacts<'r> {
    level: &'r LevelResult,
    /// The median of each group.
    medians: Vec<Option<Points>>,
    files: BTreeMap<&'r str, &'r FileRow>,
}

/// Writes the articles of a level under its heading.
pub(super) fn write(page: &mut Markup, all: &Material<'_>, position: usize, level: &LevelResult) {
    let files = all.report.intake.files.iter();
    let groups = all.report.groups.iter();
    let facts = LevelFacts {
        level,
        medians: groups.map(|group| median(level, group)).collect(),
        files: files.map(|file| (file.name.as_str(), file)).collect(),
    };
    page.leaf(
        "h3",
        &[("id", &format!("dv-{}", position + 1))],
        &level.name,
    );
    for unit in table_order(level) {
        let anchor = all.anchor(unit.id()).unwrap_or_default();
        let heading = format!("{anchor}-h");
        let look = [
            ("id", &*anchor),
            ("class", "unit"),
            ("aria-labelledby", &*heading),
        ];
        page.within("article", &look, |page| {
            page.leaf("h4", &[("id", &heading)], unit.name());
            let file = match unit {
                Standing::Row(unit) => {
                    with_result(page, all, &facts, (position, unit));
                    Some(unit.file.as_str())
                }
                Standing::Gap(gap) => {
                    without_result(page, all, &facts, gap);
                    None
                }
            };
            findings(page, all, (unit.id(), file));
            decisions(page, all, unit.id());
        });
    }
}

fn median(level: &LevelResult, group: &GroupFacts) -> Option<Points> {
    let mut sums: Vec<Points> = scores(level, group).map(|(_, score)| score.sum).collect();
    sums.sort_unstable();
    picture::median(&sums)
}

fn with_result(
    page: &mut Markup,
    all: &Material<'_>,
    facts: &LevelFacts<'_>,
    (position, unit): (usize, &UnitRow),
) {
    let (report, lang, level) = (all.report, all.lang, facts.level);
    let total = written_numbers::points(unit.score.total, all.decimals, lang).text;
    let whole = lang.number(report.total_at(&level.id).0);
    let grade = match &unit.grading.grade {
        Some(grade) => page_words::GRADED.fill(lang, &[grade]),
        None => words::UNGRADED.get(lang).to_string(),
    };
    let place = (unit.rank.place.to_string(), level.rows.len().to_string());
    let parts = [
        page_words::TOTAL_OF.fill(lang, &[&total, &whole]),
        grade,
        page_words::PLACED.fill(lang, &[&place.0, &place.1]),
    ];
    page.within("p", &[("class", "lead")], |page| {
        page.leaf("strong", &[], &format!("{}.", parts.join(", ")));
        page.text(" ");
        let see = page_words::SEE_TABLE.fill(lang, &[&level.name]);
        page.within("span", &[("class", "screen")], |page| {
            table::link(page, Some(level_anchor(position)), &see);
        });
    });
    let remarks = remarks(unit, report, lang);
    if !remarks.is_empty() {
        page.leaf("p", &[], &remarks);
    }
    file_line(page, all, facts, &unit.file, true);
    unit_years::line(page, all, &unit.unit);
    group_table(page, all, facts, unit);
}

fn without_result(page: &mut Markup, all: &Material<'_>, facts: &LevelFacts<'_>, gap: &UnitGap) {
    page.within("p", &[("class", "lead")], |page| {
        page.leaf("strong", &[], &sentence(&gap.remark(all.lang)));
    });
    for file in &gap.files {
        file_line(page, all, facts, file, false);
    }
    unit_years::line(page, all, &gap.unit);
}

/// A file with what is known of its time.
fn file_line(
    page: &mut Markup,
    all: &Material<'_>,
    facts: &LevelFacts<'_>,
    name: &str,
    counts: bool,
) {
    let lang = all.lang;
    let row = facts.files.get(name).copied();
    page.within("p", &[("class", "file")], |page| {
        page.text(page_words::FILE.get(lang));
        page.text(" ");
        match file_link::address(&all.report.intake.folder, name) {
            Some(address) => page.leaf("a", &[("href", &address)], name),
            None => page.leaf("span", &[], name),
        }
        let mut more = Vec::new();
        if let Some(row) = row {
            if counts {
                let state = words::returned(all.report.timing(row)).get(lang);
                more.push(state.to_lowercase());
            }
            let day = row.saved.as_ref().and_then(|(moment, _)| moment.day());
            more.extend(day.map(|day| page_words::SAVED.fill(lang, &[&day.shown(lang)])));
        }
        if !more.is_empty() {
            page.text(&format!(" ({})", more.join("; ")));
        }
    });
}

fn group_table(page: &mut Markup, all: &Material<'_>, facts: &LevelFacts<'_>, unit: &UnitRow) {
    let lang = all.lang;
    page.within("table", &[("class", "groups")], |page| {
        page.leaf(
            "caption",
            &[("class", "vh")],
            page_words::GROUP_TABLE.get(lang),
        );
        page.within("thead", &[], |page| {
            page.within("tr", &[], |page| {
                for text in [
                    words::CRITERION_GROUP,
                    page_words::POINTS,
                    page_words::MEDIAN,
                    words::MAXIMUM,
                    page_words::SHARE,
                ] {
                    page.leaf("th", &[("scope", "col")], text.get(lang));
                }
                let look = [("scope", "col"), ("class", "bar")];
                page.leaf("th", &look, page_words::PICTURE.get(lang));
            });
        });
        page.within("tbody", &[], |page| {
            for (group, median) in all.report.groups.iter().zip(&facts.medians) {
                page.within("tr", &[], |page| {
                    group_row(page, all, unit, (group, *median));
                });
            }
        });
    });
}

fn group_row(
    page: &mut Markup,
    all: &Material<'_>,
    unit: &UnitRow,
    (group, median): (&GroupFacts, Option<Points>),
) {
    let lang = all.lang;
    table::row_head(page, &format!("{}. {}", group.id, group.name));
    let score = unit.score.groups.get(&group.id);
    let score = score.filter(|_| !says_nothing(group, unit));
    match score {
        Some(score) => {
            let more = if score.lowest == score.highest.limit().unwrap_or_default() {
                "t"
            } else {
                "t i"
            };
            let written = written_numbers::points(score.sum, all.decimals, lang);
            table::aligned(page, &written, more);
        }
        None => table::open(page, page_words::OPEN_SCORE.get(lang)),
    }
    match median {
        Some(median) => {
            let written = written_numbers::points(median, all.decimals, lang);
            table::aligned(page, &written, "");
        }
        None => table::middle(page, "–"),
    }
    match unit.score.groups.get(&group.id) {
        Some(score) => {
            let signed = group.outside_total;
            let written = written_numbers::most(score.maximum, all.decimals, signed, lang);
            table::aligned(page, &written, "");
        }
        None => table::middle(page, "–"),
    }
    let share = heat::share(unit, group).filter(|_| !group.outside_total);
    match share {
        Some(share) => table::number(page, &written_numbers::tenth(share, lang)),
        None => table::middle(page, "–"),
    }
    let maximum = unit.score.groups.get(&group.id);
    let maximum = maximum.and_then(|score| score.maximum.limit());
    let drawn = share.zip(maximum).map(|(share, maximum)| {
        let of = |points: Points| to_f64(points.0) / to_f64(maximum.0);
        (to_f64(share), median.map(of))
    });
    page.within("td", &[("class", "bar")], |page| {
        if let Some((share, median)) = drawn {
            bar(page, share, median);
        }
    });
}

/// A bar as long as a share of all, with a mark at another share.
fn bar(page: &mut Markup, share: f64, median: Option<f64>) {
    let look = [
        ("viewBox", "0 0 100 10"),
        ("preserveAspectRatio", "none"),
        ("aria-hidden", "true"),
    ];
    page.within("svg", &look, |page| {
        let length = picture::tenth(share.clamp(0.0, 1.0) * 100.0);
        page.void("path", &[("class", "all"), ("d", "M0 2h100v6H0z")]);
        page.void(
            "path",
            &[("class", "own"), ("d", &format!("M0 2h{length}v6H0z"))],
        );
        if let Some(median) = median {
            let at = picture::tenth(median.clamp(0.0, 1.0) * 100.0);
            page.void("path", &[("class", "mid"), ("d", &format!("M{at} 0v10"))]);
        }
    });
}

/// The findings of a unit in a line each; the whole of them stands in the list that they lead to.
fn findings(page: &mut Markup, all: &Material<'_>, (unit, file): (&UnitId, Option<&str>)) {
    let positions = all.findings_of(unit);
    if positions.is_empty() {
        return page.leaf(
            "p",
            &[("class", "note")],
            page_words::NO_FINDING.get(all.lang),
        );
    }
    let lang = all.lang;
    let count = positions.len().to_string();
    page.leaf("h5", &[], &page_words::ITS_FINDINGS.fill(lang, &[&count]));
    page.within("ul", &[], |page| {
        for position in positions {
            let Some(row) = all.findings.get(*position) else {
                continue;
            };
            let finding = row.told.first;
            page.within("li", &[], |page| {
                table::link(page, Some(finding_anchor(*position)), finding.rule.code);
                let severity = words::severity(finding.severity(), lang).to_lowercase();
                let (message, _) = outstanding::told(row, lang);
                page.text(&format!(" ({severity}) {message}"));
                let place = place(finding, file);
                if !place.is_empty() {
                    page.text(" ");
                    page.leaf("span", &[("class", "at")], &place);
                }
            });
        }
    });
}

/// Where a finding is: sheet and cell, and the file where it is not that of the unit's result, which is named above.
fn place(finding: &Finding, own: Option<&str>) -> String {
    let place = &finding.place;
    let file = place.file.as_deref();
    let file = file.filter(|file| Some(*file) != own);
    let file = file.and_then(|_| finding.file_shown()).map(str::to_string);
    let cell = place.cell.map(|cell| format!("!{cell}"));
    let sheet = place.sheet.as_ref();
    let sheet = sheet.map(|sheet| format!("{sheet}{}", cell.unwrap_or_default()));
    let parts: Vec<String> = file.into_iter().chain(sheet).collect();
    parts.join(": ")
}

/// What was decided of a unit, in a line each.
fn decisions(page: &mut Markup, all: &Material<'_>, unit: &UnitId) {
    let rows = all.decisions_of(unit);
    if rows.is_empty() {
        return;
    }
    let count = rows.len().to_string();
    page.leaf(
        "h5",
        &[],
        &page_words::ITS_DECISIONS.fill(all.lang, &[&count]),
    );
    page.within("ul", &[], |page| {
        for row in rows {
            page.leaf("li", &[], &decision(all, row));
        }
    });
}

/// A decision in one line: `Đã áp dụng: 1.1 Máy tính; chấp nhận điểm …; từ 5 thành 7; căn cứ …`.
fn decision(all: &Material<'_>, row: &DecisionRow) -> String {
    let lang = all.lang;
    let shown = |value: Option<DecidedValue>| {
        value.map_or_else(|| "–".to_string(), |value| value.show(lang))
    };
    let mut parts = vec![row.about.clone()];
    parts.push(row.verdict(lang));
    let [before, after] = row.values();
    if before.is_some() || after.is_some() {
        parts.push(words::FROM_TO.fill(lang, &[&shown(before), &shown(after)]));
    }
    parts.extend([&row.reason, &row.by].into_iter().cloned());
    parts.extend(row.on.map(|day| day.shown(lang)));
    parts.retain(|part| !part.is_empty());
    let status = capital(row.status.name().get(lang));
    format!("{status}: {}", parts.join("; "))
}
