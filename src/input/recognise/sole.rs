//! Groups without parts: the row of the group is the row of its only criterion.
//!
//! In: aligned lines. Out: the same, with such a row taken for the criterion, where the sheet has no other row of it. A scheme
//! gives the group one criterion of the group's own name, because points belong to criteria; the form prints them on one row. Not
//! for: groups whose criterion has a name or a row of its own.

use crate::base::guard;
use crate::base::text;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::align::RowFate;
use crate::input::recognise::lexicon::Lexicon;
use crate::input::recognise::sheet::{Line, Meaning};

/// Takes heads of groups for their only criteria: those with a score, or else the first one.
pub fn assign(lines: &mut [Line<'_, '_>], lexicon: &Lexicon<'_>) {
    let heads: Vec<(usize, usize)> = lexicon.heads_alone().collect();
    for (head, criterion) in heads {
        guard::check();
        let is_of = |line: &Line<'_, '_>, wanted: usize| match line.meaning {
            Meaning::Row(RowFate::As { item, .. } | RowFate::Again(item)) => item == wanted,
            _ => false,
        };
        if lines.iter().any(|line| is_of(line, criterion)) {
            continue;
        }
        let heads = lines.iter().enumerate();
        let heads = heads.filter(|(_, line)| line.has_scores() && is_of(line, head));
        let heads: Vec<usize> = heads.map(|(place, _)| place).collect();
        let has_score = |place: &usize| {
            let cell = lines.get(*place).and_then(|one| one.cell(Column::Claimed));
            cell.is_some_and(|cell| !text::clean(&cell.value.show()).is_empty())
        };
        let mut with_score: Vec<usize> = heads.iter().copied().filter(has_score).collect();
        if with_score.is_empty() {
            with_score.extend(heads.first());
        }
        for place in with_score {
            if let Some(line) = lines.get_mut(place)
                && let Meaning::Row(fate) = line.meaning
            {
                line.meaning = Meaning::Row(match fate {
                    RowFate::As { ground, .. } => RowFate::As {
                        item: criterion,
                        ground,
                    },
                    _ => RowFate::Again(criterion),
                });
            }
        }
    }
}
