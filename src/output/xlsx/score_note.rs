//! The comment of a score that somebody has decided, that is computed by figures that were, or that was appraised in the form: who or where, why, and what else was said of it.
//!
//! In: a score. Out: a comment of its cell. Not for: what counts.

use rust_xlsxwriter::Note;

use crate::base::points::Points;
use crate::campaign::decisions::DecidedScore;
use crate::judge::score::{CountedBy, CriterionScore};
use crate::output::words;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::text::{clean, clip};
use crate::result::report::{FigureCell, ValueSource};

/// The most characters of a comment: Excel takes 32,767.
const LONGEST: usize = 32_000;

/// Whether the appraised score in the form is another than the claim.
pub(super) fn is_otherwise(score: &CriterionScore) -> bool {
    score.claimed.value() != score.appraised.as_ref()
}

/// Who decided what counts, or where it was appraised, and what else was said of it, as a comment.
pub(super) fn write(
    page: &mut SheetPage,
    at: (u32, u16),
    score: &CriterionScore,
    (source, figures): (Option<&ValueSource>, &[(String, &FigureCell)]),
) -> WriteResult {
    match score.counted_by() {
        CountedBy::Figures if !figures.is_empty() => {
            put(page, at, &said_of_figures(page, figures), 130)
        }
        CountedBy::Decided => match score.decided.as_deref() {
            Some(decided) => put(page, at, &said_of_decided(page, score, decided), 130),
            None => Ok(()),
        },
        CountedBy::Appraised if is_otherwise(score) => {
            put(page, at, &said_of_appraised(page, score, source), 80)
        }
        _ => Ok(()),
    }
}

/// Points, or a dash where there are none.
fn shown(page: &SheetPage, points: Option<Points>) -> String {
    let number = |points: Points| page.lang().number(points.0);
    points.map_or_else(|| "–".to_string(), number)
}

fn said_of_decided(page: &SheetPage, score: &CriterionScore, decided: &DecidedScore) -> String {
    let lang = page.lang();
    let day = decided.on.map(|day| day.shown(lang));
    words::DECIDED_NOTE.fill(
        lang,
        &[
            decided.kind.name().get(lang),
            &shown(page, Some(decided.points)),
            &decided.by,
            day.as_deref().unwrap_or("–"),
            &decided.reason,
            &shown(page, score.claimed.value().copied()),
            &shown(page, score.computed),
            &shown(page, score.appraised),
        ],
    )
}

/// The figures that what counts is computed by, as far as somebody decided on them.
fn said_of_figures(page: &SheetPage, figures: &[(String, &FigureCell)]) -> String {
    let lang = page.lang();
    let told = figures
        .iter()
        .filter_map(|(name, cell)| words::decided_figure(name, cell, lang));
    let told: Vec<String> = told.collect();
    words::BY_FIGURES_NOTE.fill(lang, &[&told.join("; ")])
}

fn said_of_appraised(
    page: &SheetPage,
    score: &CriterionScore,
    source: Option<&ValueSource>,
) -> String {
    let place = source.and_then(|source| source.appraised.as_ref());
    let place = place.map_or_else(|| "–".to_string(), |source| source.origin.to_string());
    words::APPRAISED_NOTE.fill(
        page.lang(),
        &[
            &shown(page, score.appraised),
            &place,
            &shown(page, score.claimed.value().copied()),
            &shown(page, score.computed),
        ],
    )
}

fn put(page: &mut SheetPage, at: (u32, u16), said: &str, height: u32) -> WriteResult {
    let note = Note::new(clip(&clean(said, page.lang()), LONGEST))
        .set_author("tonghop")
        .add_author_prefix(false)
        .set_width(320)
        .set_height(height);
    page.sheet.insert_note(at.0, at.1, &note)?;
    Ok(())
}
