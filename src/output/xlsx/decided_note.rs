//! The comment of a score that somebody has decided: who, why, and what else was said of it.
//!
//! In: a score. Out: a comment of its cell. Not for: what counts.

use rust_xlsxwriter::Note;

use crate::base::points::Points;
use crate::judge::score::CriterionScore;
use crate::output::words;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::text::{clean, clip};

/// The most characters of a comment: Excel takes 32,767.
const LONGEST: usize = 32_000;

/// Who decided what counts, and what else was said of it, as a comment.
pub(super) fn write(page: &mut SheetPage, at: (u32, u16), score: &CriterionScore) -> WriteResult {
    let Some(decided) = score.decided.as_deref() else {
        return Ok(());
    };
    let lang = page.lang();
    let number = |points: Points| lang.number(points.0);
    let of = |points: Option<Points>| points.map_or_else(|| "–".to_string(), number);
    let day = decided.on.map(|day| day.shown(lang));
    let said = words::DECIDED_NOTE.fill(
        lang,
        &[
            decided.kind.name().get(lang),
            &number(decided.points),
            &decided.by,
            day.as_deref().unwrap_or("–"),
            &decided.reason,
            &of(score.claimed.value().copied()),
            &of(score.computed),
            &of(score.appraised),
        ],
    );
    let note = Note::new(clip(&clean(&said, lang), LONGEST))
        .set_author("tonghop")
        .add_author_prefix(false)
        .set_width(320)
        .set_height(130);
    page.sheet.insert_note(at.0, at.1, &note)?;
    Ok(())
}
