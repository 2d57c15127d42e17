//! The page as tables: whatever stands below a heading with a name in backticks is about what has that name.

/// The page.
pub const PAGE: &str = "docs/huong-dan-bo-tieu-chi.md";

/// The heading of the part that the program writes.
const WRITTEN: &str = "## Từng trang của tệp đợt đánh giá";

/// A row of a table that is about a key.
pub struct Row {
    pub table: String,
    pub key: String,
    pub cells: Vec<String>,
}

/// What stands in backticks.
pub fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The name in backticks of a heading; nothing for a heading without one, `None` for what is no heading.
fn heading(line: &str) -> Option<&str> {
    let is_heading = line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
    is_heading.then(|| quoted(line).last().copied().unwrap_or_default())
}

/// The cells of a row of a table.
fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.strip_prefix('|')?.strip_suffix('|')?;
    let inner = inner.replace("\\|", "\u{1}");
    let cells = inner.split('|');
    Some(
        cells
            .map(|one| one.trim().replace('\u{1}', "\\|"))
            .collect(),
    )
}

fn key(cell: &str) -> Option<&str> {
    cell.strip_prefix('`')?.strip_suffix('`')
}

/// The lines of a page outside its blocks of code, each with the table that it is about.
fn with_tables(page: &str) -> impl Iterator<Item = (String, bool, &str)> {
    let (mut table, mut is_code) = (String::new(), false);
    page.lines().map(move |line| {
        let is_fence = line.starts_with("```");
        is_code ^= is_fence;
        if !is_code && let Some(name) = heading(line) {
            table = name.to_string();
        }
        (table.clone(), is_code || is_fence, line)
    })
}

/// All rows that are about keys.
pub fn rows(page: &str) -> Vec<Row> {
    let of_keys = with_tables(page).filter_map(|(table, is_code, line)| {
        let cells = cells(line).filter(|_| !is_code && !table.is_empty())?;
        let key = key(&cells[0])?.to_string();
        Some(Row { table, key, cells })
    });
    // Mistakes stand below the names of the same files.
    let is_key = |row: &Row| is_word(&row.key);
    of_keys.filter(is_key).collect()
}

/// The files of which mistakes are told as well, below headings of their own.
pub const MISTAKES: [&str; 3] = ["campaign.toml", "scheme.toml", "units.csv"];

fn is_word(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_lowercase() || c == '_' || c == '-')
}

/// The rows of mistakes: the file, what is written, what is said, what to write.
pub fn mistakes(page: &str) -> Vec<(String, [String; 3])> {
    let (_, part) = page.split_once("\n## Lỗi hay gặp\n").unwrap();
    let row = |(table, _, line): (String, bool, &str)| {
        let cells = cells(line).filter(|_| MISTAKES.contains(&&*table))?;
        let [wrong, said, right] = <[String; 3]>::try_from(cells).ok()?;
        let file = |code: &str| Some(key(code)?.replace('⏎', "\n"));
        Some((table, [file(&wrong)?, said, file(&right)?]))
    };
    with_tables(part).filter_map(row).collect()
}

/// The blocks of code in a language, each whole.
pub fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let blocks = page.split(&fence).skip(1);
    blocks
        .map(|rest| rest.split("```").next().unwrap().to_string())
        .collect()
}

/// The page with what the program writes into it: the second cell of each row about a key, and its sheets.
pub fn with_places(
    page: &str,
    place: impl Fn(&str, &str) -> Option<String>,
    sheets: &str,
) -> String {
    let known = rows(page);
    let line = |(table, is_code, line): (String, bool, &str)| {
        let written = cells(line).filter(|_| !is_code).and_then(|mut cells| {
            let key = key(&cells[0])?.to_string();
            let is_known = known.iter().any(|row| row.table == table && row.key == key);
            cells[1] = place(&table, &key).filter(|_| is_known)?;
            Some(format!("| {} |", cells.join(" | ")))
        });
        written.unwrap_or_else(|| line.to_string()) + "\n"
    };
    let page: String = with_tables(page).map(line).collect();
    let (before, rest) = page.split_once(&format!("{WRITTEN}\n")).unwrap();
    let (_, after) = rest.split_once("\n## ").unwrap();
    format!("{before}{WRITTEN}\n\n{sheets}\n## {after}")
}
