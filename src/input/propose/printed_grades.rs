//! Lines of forms that say from how many points a grade begins: "Xuất sắc: từ 90 điểm trở lên".
//!
//! In: what was found. Out: these lines, as the forms of each level have them, for the question that asks for the grades. Not for: taking
//! them for grades.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::base::cell::{CellValue, Grid};
use crate::base::lang::say;
use crate::base::text;
use crate::input::propose::in_sight;
use crate::input::propose::items::ProposedItem;
use crate::input::propose::row_kinds::FormRowKind;
use crate::input::propose::sources::Sources;
use crate::input::propose::value::ending_points;

/// Words of grades.
const GRADES: [&str; 9] = [
    "xuất sắc",
    "tốt",
    "khá",
    "trung bình",
    "yếu",
    "kém",
    "hoàn thành",
    "loại a",
    "loại b",
];
/// Words of limits.
const LIMITS: [&str; 5] = ["từ", "dưới", "trên", "đến", "điểm"];
/// The longest line of a limit, in bytes: what is longer is a sentence.
const LONGEST: usize = 160;
/// Lines that a question quotes of a level.
const MOST_QUOTED: usize = 6;

impl Sources<'_> {
    /// What the forms of each level say of grades, in words; nothing where none does.
    pub(super) fn grades_printed(&self) -> Option<String> {
        let levels = self.found.levels.iter().enumerate();
        let said: Vec<(String, String)> = levels
            .filter_map(|(place, level)| Some((level.name.clone(), self.grades_of(place)?)))
            .collect();
        let (_, first) = said.first()?;
        let is_one =
            said.len() == self.found.levels.len() && said.iter().all(|(_, one)| one == first);
        if is_one {
            return Some(first.clone());
        }
        let of = |(level, lines): &(String, String)| {
            say!(self.lang, "{level}: {lines}", "{level}: {lines}")
        };
        Some(said.iter().map(of).collect::<Vec<_>>().join(". "))
    }

    /// The lines that most forms of a level have, in their order.
    fn grades_of(&self, level: usize) -> Option<String> {
        let forms = self.finder.levels.get(level)?;
        let of_form = |form: &usize| self.own.get(*form).map(|(form, _)| lines(form.grids()));
        let rows = self.found.forms.consensus.rows.iter();
        let rows: BTreeSet<&str> = rows.map(|row| row.key.as_str()).collect();
        let options: BTreeSet<String> = self.found.items.iter().flat_map(options).collect();
        // What an option asks for says nothing of the whole: "Tỷ lệ trả lời tốt từ 80% trở lên", "Tốt: 8 điểm".
        let is_option = |line: &str| {
            let named = ending_points(line);
            let is_row = || line.contains('%') && rows.contains(text::key(line).as_str());
            named.is_some_and(|(name, _)| options.contains(&text::key(&name))) || is_row()
        };
        let all: Vec<Vec<String>> = forms.iter().filter_map(of_form).collect();
        let mut counts: IndexMap<&str, usize> = IndexMap::new();
        for lines in &all {
            // In the order of the form, each once.
            let mut seen = BTreeSet::new();
            for line in lines.iter().filter(|line| seen.insert(line.as_str())) {
                *counts.entry(line).or_default() += 1;
            }
        }
        let much = counts.iter().filter(|(_, count)| **count * 2 > all.len());
        let lines: Vec<&str> = much.map(|(line, _)| *line).collect();
        let mut lines = lines.into_iter().filter(|line| !is_option(line));
        let quoted: Vec<String> = lines
            .by_ref()
            .take(MOST_QUOTED)
            .map(|line| format!("“{line}”"))
            .collect();
        let more = if lines.next().is_some() { "; …" } else { "" };
        (quoted.len() > 1).then(|| quoted.join("; ") + more)
    }
}

/// The names of the options of an item.
fn options(item: &ProposedItem) -> impl Iterator<Item = String> {
    let options = match &item.kind {
        FormRowKind::Leaf(options) => options.as_slice(),
        _ => &[],
    };
    options.iter().map(|(name, _)| text::key(name))
}

/// The lines of a form that name a grade and a limit.
fn lines(grids: &[Grid]) -> Vec<String> {
    let cells = in_sight(grids).flat_map(|(_, grid)| grid.cells());
    let texts = cells.filter_map(|cell| match &cell.value {
        CellValue::Text(written) => Some(written.as_str()),
        _ => None,
    });
    let lines = texts.flat_map(|written| written.split(['\n', ';']));
    let is_limit = |line: &&str| {
        let key = format!(" {} ", text::key(line));
        let has = |words: &[&str]| words.iter().any(|word| key.contains(&format!(" {word} ")));
        let has_number = key.bytes().any(|byte| byte.is_ascii_digit());
        line.len() <= LONGEST && has_number && has(&GRADES) && has(&LIMITS)
    };
    lines
        .filter(is_limit)
        .map(|line| text::clean(line.trim_start_matches(['-', '+', '•', ' '])))
        .collect()
}
