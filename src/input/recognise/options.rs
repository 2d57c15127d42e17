//! Which rows are the options of a criterion: those below its own row whose texts are the scheme's.
//!
//! In: aligned lines. Out: the lines that stand where options do, each with the option it is. The same texts stand below many
//! criteria, so an option is known by its text within its criterion alone; where a text comes again, the options end. Not for: ticks.

use std::ops::Range;

use crate::base::cell::CellValue;
use crate::base::guard;
use crate::base::number::{self, Sort};
use crate::base::points::{Decimal, Points};
use crate::base::text;
use crate::campaign::scheme::{ChoiceOption, option_key, points_at_end};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::align::RowFate;
use crate::input::recognise::lexicon::{ALIKE, Item, Lexicon};
use crate::input::recognise::sheet::{Line, Meaning, OptionRow, item_of};

/// How alike an edited text must be to the option's where the row does not say its points.
const LIKENESS: f64 = 0.75;

/// A line that stands where options do.
pub type OptionLine<'l, 'a, 't> = (&'l Line<'a, 't>, OptionRow);

/// A row below a criterion, as options are compared with it.
struct RowBelow {
    line: usize,
    keys: Vec<String>,
    worth: Option<Points>,
    option: Option<usize>,
    is_edited: bool,
}

/// The lines that are options of a criterion, out of those below its own.
pub fn below<'l, 'a, 't>(
    item: usize,
    lines: &'l [Line<'a, 't>],
    lexicon: &Lexicon<'_>,
) -> Vec<OptionLine<'l, 'a, 't>> {
    let of = |line: &'l Line<'a, 't>| match line.meaning {
        Meaning::Option(row) if row.criterion == item => Some(Some((line, row))),
        // The figures of a criterion stand among its options.
        _ if matches!(item_of(line, lexicon), Some(Item::Figure(..))) => Some(None),
        _ => None,
    };
    lines.iter().map_while(of).flatten().collect()
}

/// Takes lines for options of the criteria above them.
pub fn assign(lines: &mut [Line<'_, '_>], lexicon: &Lexicon<'_>) {
    for index in 0..lines.len() {
        guard::check();
        let Some((criterion, options)) = lines
            .get(index)
            .and_then(|line| with_options(line, lexicon))
        else {
            continue;
        };
        let mut rows = candidates(lines, index + 1, options, lexicon);
        edited(&mut rows, options);
        for row in rows {
            if let Some(line) = lines.get_mut(row.line) {
                line.meaning = Meaning::Option(OptionRow {
                    criterion,
                    option: row.option,
                    is_edited: row.is_edited,
                    worth: row.worth,
                });
            }
        }
    }
}

/// The criterion that a line is, where it has options.
fn with_options<'a>(
    line: &Line<'_, '_>,
    lexicon: &Lexicon<'a>,
) -> Option<(usize, &'a [ChoiceOption])> {
    let Meaning::Row(RowFate::As { item, .. } | RowFate::Again(item)) = line.meaning else {
        return None;
    };
    match lexicon.items.get(item) {
        Some(Item::Criterion(criterion)) => {
            let options = criterion.rule.option_rows();
            (!options.is_empty()).then_some((item, options))
        }
        _ => None,
    }
}

/// The lines from one on that stand where options do: up to the next row of the form, to a row with a number of its own that
/// is no option, to an option that was there already, or until all are there.
fn candidates(
    lines: &[Line<'_, '_>],
    from: usize,
    options: &[ChoiceOption],
    lexicon: &Lexicon<'_>,
) -> Vec<RowBelow> {
    let mut rows: Vec<RowBelow> = Vec::new();
    let mut used = vec![false; options.len()];
    for (index, line) in lines.iter().enumerate().skip(from) {
        let is_below = lines
            .get(from - 1)
            .is_some_and(|above| std::ptr::eq(above.table, line.table));
        if !is_below {
            break;
        }
        let keys = keys(line);
        let option = options.iter().position(|one| is_named(one, &keys));
        let is_open = match line.meaning {
            Meaning::Row(RowFate::Unknown) => true,
            Meaning::Row(RowFate::As { item, .. } | RowFate::Again(item)) => {
                match lexicon.items.get(item) {
                    Some(Item::Figure(..)) => continue,
                    // Another row of the form has the same text and, here, no number.
                    _ => option.is_some() && !line.labels.has_number(),
                }
            }
            _ => false,
        };
        let is_again = option.is_some_and(|option| used.get(option) != Some(&false));
        let is_all = used.iter().all(|used| *used);
        if !is_open || is_again || (option.is_none() && (line.labels.has_number() || is_all)) {
            break;
        }
        if let Some(used) = option.and_then(|option| used.get_mut(option)) {
            *used = true;
        }
        rows.push(RowBelow {
            line: index,
            worth: worth(line),
            keys,
            option,
            is_edited: false,
        });
    }
    rows
}

/// The texts by which a line may be an option: the whole, and without the points at its end.
fn keys(line: &Line<'_, '_>) -> Vec<String> {
    let text = line.labels.text.clean();
    let without = points_at_end(text).map(|(text, _)| text);
    std::iter::once(&**text)
        .chain(without)
        .map(option_key)
        .collect()
}

fn is_named(option: &ChoiceOption, keys: &[String]) -> bool {
    option.names().any(|name| keys.contains(&option_key(name)))
}

/// The points that a row says it is worth.
fn worth(line: &Line<'_, '_>) -> Option<Points> {
    if let Some((_, points)) = points_at_end(line.labels.text.clean()) {
        return Some(Points(points));
    }
    let sort = Sort::Points {
        lowest: -Decimal::READABLE,
        highest: Decimal::READABLE,
    };
    let value: &CellValue = &line.cell(Column::Maximum)?.value;
    let read = number::read(value, sort, "").ok().flatten()?;
    Some(Points(read.value))
}

/// Takes rows for options whose texts were edited: one that stands between its neighbours, is alike and worth the same, or very
/// much alike where the row does not say what it is worth.
fn edited(rows: &mut [RowBelow], options: &[ChoiceOption]) {
    for index in 0..rows.len() {
        guard::check();
        let (before, after) = rows.split_at(index);
        let Some((row, after)) = after.split_first().filter(|(row, _)| row.option.is_none()) else {
            continue;
        };
        let first = before.iter().rev().find_map(|row| row.option);
        let last = after.iter().find_map(|row| row.option);
        let between: Range<usize> =
            first.map_or(0, |first| first + 1)..last.unwrap_or(options.len());
        let is_it = |option: &&usize| {
            options.get(**option).is_some_and(|option| {
                let alike = row
                    .keys
                    .iter()
                    .map(|key| text::likeness_of_keys(key, &option_key(&option.name)));
                let alike = alike.fold(0.0, f64::max);
                match row.worth {
                    Some(worth) => worth.0 == option.points && alike >= ALIKE,
                    None => alike >= LIKENESS,
                }
            })
        };
        let between: Vec<usize> = between.collect();
        let mut found = between.iter().filter(is_it);
        if let (Some(option), None) = (found.next().copied(), found.next())
            && let Some(row) = rows.get_mut(index)
        {
            row.option = Some(option);
            row.is_edited = true;
        }
    }
}
