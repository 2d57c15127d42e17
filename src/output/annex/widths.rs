//! How wide the columns of a table are, and whether they fit a page that stands.
//!
//! In: the cells of a table. Out: widths in twentieths of a point, the size of the letters, and which way the page lies. No word is
//! broken inside. Not for: drawing it.

use crate::base::text;
use crate::output::annex::content::AnnexTable;

/// The width of the text on a page that stands, in twentieths of a point: 165 mm.
pub(super) const STANDING: usize = 9355;
/// The same on a page that lies: 257 mm.
pub(super) const LYING: usize = 14570;
/// Sizes of letters that are tried, in half points: 11 to 10 points while the page stands.
const SIZES: [usize; 3] = [22, 21, 20];
/// The least width of the column of names: 30 mm.
const NAMES: usize = 1700;
/// What stands left and right of a text in its cell, and a little for what is only estimated.
const AROUND: usize = 2 * 45 + 40;

/// Lines of a heading that is not tall.
const TALL: usize = 4;
/// By how much a column is widened at a time.
const STEP: usize = 20;

/// The measures of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TableMeasures {
    /// The widths of the columns.
    pub(super) columns: Vec<usize>,
    /// The size of letters in half points.
    pub(super) size: usize,
    /// Whether the page lies.
    pub(super) lies: bool,
}

/// The measures of a table.
pub(super) fn measures(table: &AnnexTable) -> TableMeasures {
    let standing = SIZES.into_iter().map(|size| (size, false, STANDING));
    let lying = SIZES.into_iter().map(|size| (size, true, LYING));
    for (size, lies, room) in standing.chain(lying) {
        let least = least(table, size);
        if least.iter().sum::<usize>() <= room {
            let columns = spread(least, table, (size, room));
            return TableMeasures {
                columns,
                size,
                lies,
            };
        }
    }
    // More columns than any page holds without breaking words: evenly, in small letters.
    let count = table.heads.len().max(1);
    TableMeasures {
        columns: vec![LYING / count; count],
        size: 16,
        lies: true,
    }
}

/// The least width of each column: that of its longest word.
fn least(table: &AnnexTable, size: usize) -> Vec<usize> {
    let of = |(column, head): (usize, &String)| {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        let is_bold = column + 2 == table.heads.len();
        let body = cells.flat_map(|cell| cell.split_whitespace());
        let body = body.map(|word| width(word, size, is_bold)).max();
        let heads = breakable(head);
        let heads = heads.split_whitespace();
        let heads = heads.map(|word| width(word, size, true)).max();
        let own = body.max(heads).unwrap_or(0) + AROUND;
        if column == 1 { own.max(NAMES) } else { own }
    };
    table.heads.iter().enumerate().map(of).collect()
}

/// What is left goes to the names, as far as these need it, and evenly to the others.
fn spread(mut columns: Vec<usize>, table: &AnnexTable, (size, room): (usize, usize)) -> Vec<usize> {
    let used: usize = columns.iter().sum();
    let mut left = room.saturating_sub(used);
    // First the tallest heading, until none is tall.
    while left >= STEP {
        let heads = table.heads.iter().zip(&columns);
        let lines = heads.map(|(head, width)| lines(head, *width, size));
        let tallest = lines
            .enumerate()
            .max_by_key(|(column, lines)| (*lines, usize::MAX - column));
        let Some((column, _)) = tallest.filter(|(_, lines)| *lines > TALL) else {
            break;
        };
        if let Some(own) = columns.get_mut(column) {
            *own += STEP;
            left -= STEP;
        }
    }
    let names = table.rows.iter().filter_map(|row| row.get(1));
    let wanted = names.map(|name| width(name, size, false) + AROUND).max();
    if let Some(own) = columns.get_mut(1) {
        let more = wanted.unwrap_or(0).saturating_sub(*own).min(left);
        *own += more;
        left -= more;
    }
    let count = columns.len().max(1);
    for column in &mut columns {
        *column += left / count;
    }
    columns
}

/// How many lines a heading takes in a column.
fn lines(head: &str, room: usize, size: usize) -> usize {
    let room = room.saturating_sub(AROUND);
    let blank = width(" ", size, true);
    let (mut lines, mut used) = (1, 0);
    for word in breakable(head).split_whitespace() {
        let own = width(word, size, true);
        if used > 0 && used + blank + own > room {
            lines += 1;
            used = own;
        } else {
            used += if used > 0 { blank + own } else { own };
        }
    }
    lines
}

/// A heading in which a line may end behind a stroke.
pub(super) fn breakable(head: &str) -> String {
    let mut shown = String::new();
    let mut chars = head.chars().peekable();
    while let Some(c) = chars.next() {
        shown.push(c);
        if c == '/' && chars.peek().is_some_and(|next| !next.is_whitespace()) {
            shown.push(' ');
        }
    }
    shown
}

/// About the width of a text in Times New Roman, in twentieths of a point.
fn width(text: &str, size: usize, is_bold: bool) -> usize {
    let plain = text::strip_marks(text);
    let thousandths: usize = plain.chars().map(letter).sum();
    let width = thousandths * size * 10 / 1000;
    if is_bold { width * 107 / 100 } else { width }
}

/// The width of a letter in thousandths of its size.
fn letter(c: char) -> usize {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | '\'' | ' ' | '.' | ',' | ';' | ':' | '/' | '(' | ')'
        | '-' | '|' | '!' => 300,
        'I' | 'J' | 'r' | 's' => 390,
        'a' | 'c' | 'e' | 'z' => 444,
        'm' => 778,
        'w' => 722,
        'M' | 'W' => 920,
        'S' | 'P' | 'F' => 560,
        'E' | 'L' | 'T' | 'Z' | 'B' => 640,
        '0'..='9' | 'a'..='z' | '*' | '–' => 500,
        c if c.is_uppercase() => 722,
        c if c.is_alphabetic() => 556,
        _ => 600,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(groups: usize) -> AnnexTable {
        let text = |text: &str| text.to_string();
        let mut heads = vec![text("STT"), text("Tên đơn vị")];
        heads.extend((0..groups).map(|_| text("Chính sách và đầu tư cho ƯDCNTT")));
        heads.extend([text("Tổng điểm"), text("Xếp loại")]);
        let mut row = vec![text("1"), text("Sở Kế hoạch và Đầu tư")];
        row.extend((0..groups).map(|_| text("162,37")));
        row.extend([text("803,5"), text("Trung bình")]);
        AnnexTable {
            heads,
            rows: vec![row],
        }
    }

    #[test]
    fn the_page_lies_only_where_it_has_to() {
        for (groups, lies) in [(1, false), (5, false), (9, true), (40, true)] {
            let found = measures(&table(groups));
            assert_eq!(found.lies, lies, "{groups}: {found:?}");
            let room = if found.lies { LYING } else { STANDING };
            assert!(found.columns.iter().sum::<usize>() <= room);
            assert_eq!(found.columns.len(), groups + 4);
        }
        assert_eq!(measures(&table(1)).size, 22);
    }

    #[test]
    fn a_heading_may_break_behind_a_stroke() {
        assert_eq!(breakable("Điểm cộng/trừ"), "Điểm cộng/ trừ");
        assert_eq!(breakable("Trang/ Cổng"), "Trang/ Cổng");
    }
}
