//! Paragraphs that stand behind a place for the author and belong to it.
//!
//! In: what stands in an annex, and what the annex noted of itself. Out: the same, with such paragraphs in their places. `LibreOffice`
//! keeps the first paragraph of a place in its control and puts the others behind it, and an author may do so, too. Not for: judging
//! whether all else is as it was: only then do they belong there.

use crate::output::annex::by_hand::HandWritten;
use crate::output::annex::tags::REFERENCE;

/// What an annex noted of a place when it was written.
pub(super) struct NotedPlace<'a> {
    pub(super) tag: &'a str,
    /// By which its prompt is known.
    pub(super) prompt: &'a str,
    /// Behind how many lines it stood.
    pub(super) behind: Option<usize>,
}

/// The places that an annex noted, in order.
pub(super) fn noted_places(property: &str) -> Vec<NotedPlace<'_>> {
    let places = property.split_whitespace().filter_map(|one| {
        let (rest, behind) = one.rsplit_once(':')?;
        let (tag, prompt) = rest.rsplit_once(':')?;
        let behind = behind.parse().ok();
        Some(NotedPlace {
            tag,
            prompt,
            behind,
        })
    });
    places.collect()
}

/// What stands in an annex when the lines behind each place that are too many belong to that place. `lines`: how many lines the annex
/// had. `None`: there are none, or the places are not those that the annex noted.
pub(super) fn gathered(
    written: &HandWritten,
    noted: &[NotedPlace<'_>],
    lines: &str,
) -> Option<HandWritten> {
    let lines: usize = lines.parse().ok()?;
    let last = (lines, written.lines.len());
    if written.lines.len() <= lines || !written.twice.is_empty() {
        return None;
    }
    // Where each place stood and stands, and at last the end of the text.
    let mut at: Vec<(usize, usize)> = Vec::new();
    for one in noted {
        let found = written.places.get(one.tag)?;
        at.push((one.behind?, found.behind?));
    }
    at.push(last);
    let mut all = written.clone();
    let mut own = Vec::new();
    let (mut line, mut extra) = (0, 0);
    for (number, (then, now)) in at.iter().enumerate() {
        if then + extra != *now {
            return None;
        }
        own.extend(written.lines.get(line..*now)?.iter().cloned());
        line = *now;
        let (Some(place), Some((next_then, next_now))) = (noted.get(number), at.get(number + 1))
        else {
            break;
        };
        let more = next_now
            .checked_sub(*now)?
            .checked_sub(next_then.checked_sub(*then)?)?;
        let found = all.places.get_mut(place.tag)?;
        found.behind = Some(*then);
        // The line that names the decision is one line, and a rule of ours follows it.
        if more > 0 && place.tag == REFERENCE {
            return None;
        }
        if more > 0 {
            let end = written.lines.get(now + more - 1)?.end;
            let range = found.end..end;
            if written.notes.iter().any(|note| range.contains(&note.end)) {
                return None;
            }
            found.more = Some(range);
        }
        line += more;
        extra += more;
    }
    all.lines = own;
    Some(all)
}
