//! Tables in the terminal: columns as wide as what is in them, or narrower where the terminal has no room.
//!
//! In: rows of texts, what each column is, the columns that there are. Out: lines. Where a table is too wide, texts are broken under
//! their own column, and a last column of sentences moves below its row where it would be too narrow to read. Without a terminal, each
//! row is one line.

use std::io::{self, Write};

use crate::app::cli::screen::{columns, wrapped};
use crate::base::lang::{Lang, Phrase};

/// Blanks between two columns.
const GAP: usize = 2;
/// No column of words gets narrower than this.
const NARROWEST: usize = 14;
/// A column of sentences that would be narrower than this stands below its row.
const READABLE: usize = 34;

/// What is in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnContent {
    /// Numbers: to the right, never broken.
    Number,
    /// Short texts: to the left, never broken.
    Short,
    /// Words: to the left, broken where there is no room.
    Words,
    /// Sentences, in the last column.
    Sentence,
}

/// How a table stands.
pub struct Layout<'c> {
    /// Its columns.
    pub columns: &'c [ColumnContent],
    /// Blanks before it.
    pub indent: usize,
    /// Columns of the terminal, where there is one.
    pub width: Option<usize>,
}

/// The columns of a table: words, then so many numbers, then so many texts.
pub fn words_then(numbers: usize, texts: usize) -> Vec<ColumnContent> {
    let all = [ColumnContent::Words].into_iter();
    let all = all.chain(vec![ColumnContent::Number; numbers]);
    all.chain(vec![ColumnContent::Words; texts]).collect()
}

/// Heads in a language.
pub fn heads<const N: usize>(heads: [Phrase; N], lang: Lang) -> [String; N] {
    heads.map(|head| head.get(lang).to_string())
}

/// Writes a table with two blanks before it.
///
/// # Errors
/// What the writer says.
pub fn indented<R: AsRef<[String]>>(
    out: &mut dyn Write,
    rows: &[R],
    (columns, width): (&[ColumnContent], Option<usize>),
) -> io::Result<()> {
    let layout = Layout {
        columns,
        indent: 2,
        width,
    };
    write(out, rows, &layout)
}

/// Writes a table.
///
/// # Errors
/// What the writer says.
pub fn write<R: AsRef<[String]>>(
    out: &mut dyn Write,
    rows: &[R],
    layout: &Layout<'_>,
) -> io::Result<()> {
    let rows: Vec<&[String]> = rows.iter().map(AsRef::as_ref).collect();
    let natural: Vec<usize> = (0..layout.columns.len())
        .map(|at| {
            let texts = rows.iter().filter_map(|row| row.get(at));
            texts.map(|text| columns(text)).max().unwrap_or(0)
        })
        .collect();
    let fitted = layout.width.and_then(|width| fit(&natural, layout, width));
    if let Some(widths) = &fitted
        && is_too_narrow(&natural, widths, layout)
    {
        return stacked(out, &rows, &natural, layout);
    }
    let widths = fitted.unwrap_or(natural);
    rows.iter()
        .try_for_each(|row| line(out, row, &widths, layout))
}

/// Widths that fit, where the natural ones do not.
fn fit(natural: &[usize], layout: &Layout<'_>, width: usize) -> Option<Vec<usize>> {
    let around = layout.indent + GAP * natural.len().saturating_sub(1);
    let room = width.saturating_sub(around);
    let mut widths = natural.to_vec();
    if widths.iter().sum::<usize>() <= room {
        return None;
    }
    while widths.iter().sum::<usize>() > room {
        let can_give = |(width, column): &(&mut usize, &ColumnContent)| {
            matches!(column, ColumnContent::Words | ColumnContent::Sentence) && **width > NARROWEST
        };
        let widest = widths.iter_mut().zip(layout.columns).filter(can_give);
        match widest.max_by_key(|(width, _)| **width) {
            Some((width, _)) => *width -= 1,
            None => break,
        }
    }
    Some(widths)
}

fn is_too_narrow(natural: &[usize], widths: &[usize], layout: &Layout<'_>) -> bool {
    let is_sentence = layout.columns.last() == Some(&ColumnContent::Sentence);
    let (wanted, got) = (natural.last(), widths.last());
    is_sentence && got < wanted && got.is_some_and(|got| *got < READABLE)
}

/// Sentences below their rows; the others have the whole width. The heading of the sentences is left out.
fn stacked(
    out: &mut dyn Write,
    rows: &[&[String]],
    natural: &[usize],
    layout: &Layout<'_>,
) -> io::Result<()> {
    let others = layout.columns.len().saturating_sub(1);
    let above = Layout {
        columns: layout.columns.get(..others).unwrap_or_default(),
        ..*layout
    };
    let natural = natural.get(..others).unwrap_or_default();
    let fitted = layout.width.and_then(|width| fit(natural, &above, width));
    let widths = fitted.unwrap_or_else(|| natural.to_vec());
    for (at, row) in rows.iter().enumerate() {
        line(out, row.get(..others).unwrap_or_default(), &widths, &above)?;
        let Some(sentence) = row.get(others).filter(|one| at > 0 && !one.is_empty()) else {
            continue;
        };
        let indent = layout.indent + 4;
        let text = format!("{}{sentence}", " ".repeat(indent));
        for text in wrapped(&text, layout.width.unwrap_or(usize::MAX), indent) {
            writeln!(out, "{text}")?;
        }
    }
    Ok(())
}

/// One row, in as many lines as its tallest cell needs.
fn line(
    out: &mut dyn Write,
    row: &[String],
    widths: &[usize],
    layout: &Layout<'_>,
) -> io::Result<()> {
    let cells: Vec<Vec<String>> = row
        .iter()
        .zip(widths)
        .zip(layout.columns)
        .map(|((text, width), column)| match column {
            ColumnContent::Words | ColumnContent::Sentence if columns(text) > *width => {
                wrapped_cell(text, *width)
            }
            _ => vec![text.clone()],
        })
        .collect();
    let tall = cells.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..tall {
        let mut text = " ".repeat(layout.indent);
        for ((cell, width), column) in cells.iter().zip(widths).zip(layout.columns) {
            let cell = cell.get(at).map_or("", String::as_str);
            let pad = " ".repeat(width.saturating_sub(columns(cell)));
            if *column == ColumnContent::Number {
                text.push_str(&pad);
                text.push_str(cell);
            } else {
                text.push_str(cell);
                text.push_str(&pad);
            }
            text.push_str(&" ".repeat(GAP));
        }
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}

/// A text in lines of a cell's width.
fn wrapped_cell(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn shown(width: Option<usize>, columns: &[ColumnContent]) -> String {
        let rows = [
            ["Đơn vị", "Điểm", "Nội dung"],
            [
                "Sở Tài nguyên và Môi trường",
                "889,2",
                "tổng ghi 889,2, các cột cộng lại được 889,3",
            ],
        ]
        .map(|row| row.map(str::to_string).to_vec());
        let layout = Layout {
            columns,
            indent: 2,
            width,
        };
        let mut out = Vec::new();
        write(&mut out, &rows, &layout).unwrap();
        String::from_utf8(out).unwrap()
    }

    const COLUMNS: [ColumnContent; 3] = [
        ColumnContent::Words,
        ColumnContent::Number,
        ColumnContent::Sentence,
    ];

    #[test]
    fn without_a_terminal_a_row_is_a_line() {
        assert_eq!(
            shown(None, &COLUMNS),
            "  Đơn vị                        Điểm  Nội dung\n\
             \x20 Sở Tài nguyên và Môi trường  889,2  tổng ghi 889,2, các cột cộng lại được 889,3\n"
        );
    }

    #[test]
    fn texts_are_broken_under_their_columns() {
        assert_eq!(
            shown(Some(75), &COLUMNS),
            "  Đơn vị                        Điểm  Nội dung\n\
             \x20 Sở Tài nguyên và Môi trường  889,2  tổng ghi 889,2, các cột cộng lại được\n\
             \x20                                     889,3\n"
        );
    }

    #[test]
    fn sentences_without_room_stand_below() {
        assert_eq!(
            shown(Some(50), &COLUMNS),
            "  Đơn vị                        Điểm\n\
             \x20 Sở Tài nguyên và Môi trường  889,2\n\
             \x20     tổng ghi 889,2, các cột cộng lại được 889,3\n"
        );
    }

    #[test]
    fn where_there_is_no_sentence_there_is_no_line() {
        let rows = [["Đơn vị", "Nội dung"], ["Sở Tài nguyên và Môi trường", ""]];
        let rows = rows.map(|row| row.map(str::to_string).to_vec());
        let long = ["Sở Y tế", "tổng ghi 889,2, các cột cộng lại được 889,3"];
        let rows = [rows.to_vec(), vec![long.map(str::to_string).to_vec()]].concat();
        let layout = Layout {
            columns: &[ColumnContent::Words, ColumnContent::Sentence],
            indent: 2,
            width: Some(40),
        };
        let mut out = Vec::new();
        write(&mut out, &rows, &layout).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("\n      tổng ghi"), "{text}");
        assert!(text.lines().all(|line| !line.trim().is_empty()), "{text}");
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in 40..120 {
            let text = shown(Some(width), &COLUMNS);
            assert!(text.lines().all(|line| columns(line) <= width), "{text}");
        }
    }
}
