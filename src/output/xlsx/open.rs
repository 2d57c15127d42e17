//! What the overview says about what is missing and what is open.
//!
//! In: gaps and findings. Out: a few lines, with a word on how many more there are. Not for: the full lists, which have
//! their sheets.

use crate::base::finding::Effect;
use crate::output::outstanding::summary;
use crate::output::sentence::glued;
use crate::output::words::{self, Phrase};
use crate::output::xlsx::plan::Book;
use crate::result::report::{GapKind, ToldFinding, UnitGap};

/// Findings named one by one.
const FINDINGS: usize = 8;
/// Units named one by one.
const UNITS: usize = 25;

/// Who is missing, who sent something that cannot be used, and why, and who may have sent a file.
pub(super) fn missing(book: &Book) -> Vec<String> {
    let gaps = || book.report.levels.iter().flat_map(|level| &level.gaps);
    let lists = [
        (words::MISSING_LIST, GapKind::Missing),
        (words::UNUSABLE_LIST, GapKind::Unusable),
        (words::UNDECIDED_LIST, GapKind::Undecided),
    ];
    let lines: Vec<String> = lists
        .into_iter()
        .filter_map(|(phrase, kind)| {
            let of_kind: Vec<&UnitGap> = gaps().filter(|gap| gap.kind() == kind).collect();
            (!of_kind.is_empty()).then(|| list(book, phrase, &of_kind))
        })
        .collect();
    if lines.is_empty() {
        vec![words::NOBODY_MISSING.get(book.lang).to_string()]
    } else {
        lines
    }
}

fn list(book: &Book, phrase: Phrase, gaps: &[&UnitGap]) -> String {
    let names: Vec<String> = gaps
        .iter()
        .take(UNITS)
        .map(|gap| gap.name_with_reason(book.lang))
        .collect();
    let mut text = names.join("; ");
    if gaps.len() > UNITS {
        let rest = (gaps.len() - UNITS).to_string();
        let more = words::MORE_UNITS;
        text.push_str(&more.fill(book.lang, &[&rest, &book.names.intake]));
    }
    phrase.fill(book.lang, &[&gaps.len().to_string(), &text])
}

/// How many findings there are, and those that can change a grade or a place.
pub(super) fn findings(book: &Book) -> Vec<String> {
    let rows = &book.findings;
    let mut lines = vec![summary(book.report, rows, book.lang)];
    let matters = |effect: &Effect| effect.changes_grade || effect.changes_rank;
    let rows = rows.iter().filter(|row| row.within.is_none());
    let told = rows.map(|row| &row.told);
    let open: Vec<&ToldFinding<'_>> = told
        .filter(|told| told.first.effect.as_ref().is_some_and(matters))
        .collect();
    lines.extend(open.iter().take(FINDINGS).map(|told| line(book, told)));
    if open.len() > FINDINGS {
        let rest = (open.len() - FINDINGS).to_string();
        let more = words::MORE_OPEN;
        lines.push(more.fill(book.lang, &[&rest, &book.names.findings]));
    }
    lines
}

/// One finding in one line, or several that are told together.
fn line(book: &Book, told: &ToldFinding<'_>) -> String {
    let (lang, finding) = (book.lang, told.first);
    let unit = finding.place.unit.as_ref();
    let mut parts: Vec<String> = Vec::new();
    if told.is_several() {
        parts.push(told.whose(lang));
    } else if let Some(unit) = unit {
        parts.push(book.name_of(unit).to_string());
    } else if let Some(file) = finding.file_shown() {
        parts.push(file.to_string());
    }
    parts.push(told.message(lang));
    let effect = finding.effect.as_ref();
    let consequence = match effect.map(|effect| (effect.changes_grade, effect.changes_rank)) {
        Some((true, true)) => words::CHANGES_BOTH,
        Some((true, false)) => words::CHANGES_GRADE,
        _ => words::CHANGES_RANK,
    };
    glued(&format!(
        "• {} – {} ({}).",
        consequence.get(lang),
        parts.join(": "),
        finding.rule.code
    ))
}
