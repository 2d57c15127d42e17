//! What a person changed in an earlier result, in words.
//!
//! In: [`Edits`]. Out: a line for each place. Not for: what follows from it.

use std::io::{self, Write};

use crate::base::lang::{Lang, phrase, say};
use crate::base::outside;
use crate::base::seal::{Change, SealedSpot};
use crate::result::edits::{Edited, Edits};

/// The places that were changed, the first of them one by one.
///
/// # Errors
/// What the writer says.
pub(super) fn write(out: &mut dyn Write, edits: &Edits, lang: Lang) -> io::Result<()> {
    const MOST: usize = 10;
    for one in edits.edited.iter().take(MOST) {
        writeln!(out, "      {}: {}", one.name(), done_to(one, lang))?;
    }
    let left = edits.edited.len().saturating_sub(MOST);
    if left == 0 {
        return Ok(());
    }
    let more = say!(lang, "      … và {left} ô nữa", "      … and {left} more");
    writeln!(out, "{more}")
}

/// What was done to a place, as far as it is known.
fn done_to(one: &Edited, lang: Lang) -> String {
    let quoted = |text: &str| match text.trim().parse() {
        Ok(number) => lang.number(number),
        Err(_) => format!("“{}”", outside::short(text.trim(), 60)),
    };
    let done = match (one.spot, one.change) {
        (SealedSpot::Sheet, Change::Added) => phrase("trang được thêm vào", "sheet added"),
        (SealedSpot::Sheet, Change::Cleared) => phrase("trang đã bị xóa", "sheet deleted"),
        (SealedSpot::Sheet, Change::Edited) => phrase("trang đã được sửa", "sheet changed"),
        (SealedSpot::Row(_), Change::Added) => phrase("dòng được thêm vào", "row added"),
        (SealedSpot::Row(_), Change::Cleared) => phrase("dòng đã bị xóa", "row deleted"),
        (SealedSpot::Row(_), Change::Edited) => phrase("dòng đã được sửa", "row changed"),
        (SealedSpot::Cell(_), _) => {
            let blank = one.now.trim().is_empty();
            let (now, was) = (quoted(&one.now), one.was.as_deref());
            let was = was.map(|was| match was.trim() {
                "" => phrase("trống", "blank").get(lang).to_string(),
                was => quoted(was),
            });
            let done = match (was, blank) {
                (Some(was), true) => say!(
                    lang,
                    "trước là {was}, nay để trống",
                    "was {was}, is now blank"
                ),
                (Some(was), false) => say!(
                    lang,
                    "trước là {was}, nay là {now}",
                    "was {was}, is now {now}"
                ),
                (None, true) => say!(lang, "nay để trống", "is now blank"),
                (None, false) => say!(lang, "nay là {now}", "is now {now}"),
            };
            // Which of the two was changed cannot be told.
            return match &one.comment {
                None => done,
                Some(text) => say!(
                    lang,
                    (
                        "{done}, có ghi chú {} (ô hoặc ghi chú đã được sửa)",
                        quoted(text)
                    ),
                    (
                        "{done}, with the comment {} (one of the two was changed)",
                        quoted(text)
                    )
                ),
            };
        }
    };
    done.get(lang).to_string()
}
