//! Links to the returned files and to cells in them.
//!
//! In: the folder, a file's name, a sheet and a cell. Out: a link within Excel's limits, or plain text where Excel cannot
//! have one. Not for: whether the file is still there.

use rust_xlsxwriter::{Format, Url};

use crate::base::cell::CellAddress;
use crate::base::outside::has_signs;
use crate::input::receipt::on_disk;
use crate::output::words;
use crate::output::xlsx::page::{INDENT, SheetPage, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::text::{CELL_TEXT, length, lines, sheet_prefix};

/// The longest target, and the longest place within it, in UTF-16 units: Excel's 2,080 less `file:///`.
const TARGET: usize = 2_072;

/// Sizes of letters, from that of all cells to the smallest that is read with ease.
const SIZES: [f64; 4] = [11.0, 10.0, 9.0, 8.0];

/// The links of one sheet.
pub(super) struct Links<'r> {
    folder: &'r str,
    most: usize,
    used: usize,
    /// Places that would have one, had Excel more of them.
    left: usize,
}

impl<'r> Links<'r> {
    /// Links into a folder, relative to the workbook; `most` is how many the sheet can have.
    pub(super) fn new(folder: &'r str, most: usize) -> Self {
        Links {
            folder,
            most,
            used: 0,
            left: 0,
        }
    }

    /// Says in a free row above the heads that some places have no link because a sheet can have no more; nothing where all have.
    pub(super) fn tell(&self, page: &mut SheetPage, row: u32, last: u16) -> WriteResult {
        if self.left == 0 {
            return Ok(());
        }
        let lang = page.lang();
        let [most, left] = [self.most, self.left].map(|count| lang.number(count.into()));
        let text = words::LINKS_LEFT.fill(lang, &[&most, &left]);
        page.line(row, (0, last), &text, &styles::note())
    }

    /// Text that leads to a file, and to a cell of it where there is one; plain text where Excel cannot have the link.
    pub(super) fn write(
        &mut self,
        page: &mut SheetPage,
        (row, column): (u32, u16),
        text: &str,
        file: &str,
        place: Option<(&str, Option<CellAddress>)>,
    ) -> WriteResult {
        let target = self.target(file, place);
        let plain = styles::cell();
        let Some(target) = target else {
            return page.text(row, column, text, &plain);
        };
        if text.is_empty() || text.encode_utf16().count() > CELL_TEXT {
            return page.text(row, column, text, &plain);
        }
        if self.used == self.most {
            self.left += 1;
            return page.text(row, column, text, &plain);
        }
        self.used += 1;
        page.fit(row, column, text);
        let size = one_line(page, column, text);
        let format = styles::link().set_font_size(size);
        linked(page, (row, column), text, &target, &format)
    }

    /// The link as `rust_xlsxwriter` takes it. Of a file in an archive, it leads to the archive.
    fn target(&self, file: &str, place: Option<(&str, Option<CellAddress>)>) -> Option<String> {
        // Office takes `#` in a path for the start of a place, even when it is escaped.
        // A name in which signs stand for what it has leads nowhere, and one with `\` elsewhere on another system.
        if file.is_empty()
            || file.contains('#')
            || self.folder.contains('#')
            || has_signs(file)
            || file.contains('\\')
        {
            return None;
        }
        let on_disk = on_disk(file);
        let place = place.filter(|_| on_disk == file);
        let file = on_disk;
        let folder = self.folder.trim_end_matches('/');
        let path = match folder {
            "" | "." => below(file),
            folder => below(&format!("{folder}/{file}")),
        };
        let path = escaped(&path);
        let path = match path.strip_prefix("//") {
            Some(share) => format!(r"\\{}", share.replace('/', r"\")),
            None => path,
        };
        let place = match place {
            Some((sheet, cell)) => {
                let cell = cell.unwrap_or_default();
                format!("'{}'!{cell}", sheet.replace('\'', "''"))
            }
            None => String::new(),
        };
        let fits = |text: &str| text.encode_utf16().count() <= TARGET;
        if !fits(&path) || !fits(&place) || path.chars().any(char::is_control) {
            return None;
        }
        let anchor = if place.is_empty() { "" } else { "#" };
        Some(format!("file:///{path}{anchor}{place}"))
    }
}

/// A path that leads below the folder and nowhere else: what stands before a colon (`mailto:`) is never a scheme. No percent
/// sign for the colon: the writer would escape it once more.
fn below(path: &str) -> String {
    let is_drive = cfg!(windows) && path.get(1..2) == Some(":");
    if path.contains(':') && !path.starts_with(['/', '.']) && !is_drive {
        format!("./{path}")
    } else {
        path.to_string()
    }
}

/// Escapes what Excel escapes in the target of a file. A name that already looks escaped (`a%20b`) is escaped as well, so
/// that the link means the name as it stands.
fn escaped(path: &str) -> String {
    path.chars()
        .map(|c| match c {
            ' ' | '%' | '"' | '`' | '<' | '>' | '[' | ']' | '^' | '{' | '}' => {
                format!("%{:02x}", u32::from(c))
            }
            _ => c.to_string(),
        })
        .collect()
}

/// Text that leads to the top of a sheet of the same workbook.
pub(super) fn to_sheet(
    page: &mut SheetPage,
    (row, column): (u32, u16),
    sheet: &str,
    (text, format): (&str, &Format),
) -> WriteResult {
    let target = format!("internal:{}A1", sheet_prefix(sheet));
    linked(page, (row, column), text, &target, format)
}

/// The size of letters in which a text stands on one line, if one of those that can be read will do: `LibreOffice` cuts off the
/// text of a link instead of breaking it.
fn one_line(page: &SheetPage, column: u16, text: &str) -> f64 {
    let room = page.width(column, column) - INDENT;
    let fits = |size: &f64| lines(text, room * SIZES[0] / size) == 1;
    let [_, .., smallest] = SIZES;
    SIZES.into_iter().find(fits).unwrap_or(smallest)
}

/// The width of a column in which texts stand on one line each, within bounds, in digits.
pub(super) fn width_for<'t>(
    texts: impl Iterator<Item = &'t str>,
    (least, most): (f64, f64),
) -> f64 {
    let longest = texts.map(length).fold(0.0, f64::max);
    (longest + INDENT).clamp(least, most)
}

fn linked(
    page: &mut SheetPage,
    (row, column): (u32, u16),
    text: &str,
    target: &str,
    format: &Format,
) -> WriteResult {
    let shown = crate::output::xlsx::text::clean(text, page.lang());
    let url = Url::new(target).set_text(shown);
    page.sheet.write_url_with_format(row, column, url, format)?;
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::output::xlsx::sheet_limits::LINKS;

    #[test]
    fn targets_are_what_excel_opens() {
        let links = Links::new("../Tra loi/", LINKS);
        let cell: CellAddress = "D7".parse().unwrap();
        assert_eq!(
            links.target("Sở 100%.xlsx", Some(("1. 'Hạ tầng'", Some(cell)))),
            Some("file:///../Tra%20loi/Sở%20100%25.xlsx#'1. ''Hạ tầng'''!D7".to_string())
        );
        assert_eq!(
            links.target("a.zip/b.xlsx", Some(("A", Some(cell)))),
            Some("file:///../Tra%20loi/a.zip".to_string())
        );
        assert_eq!(links.target("a#b.xlsx", None), None);
        assert_eq!(links.target(&"x".repeat(2100), None), None);
        for (folder, start) in [
            ("", "./"),
            (".", "./"),
            ("Phieu", "./Phieu/"),
            ("../Phieu", "../Phieu/"),
        ] {
            let links = Links::new(folder, LINKS);
            for file in [
                "mailto:a@b.xlsx",
                "javascript:alert(1).xlsx",
                "http:/a.xlsx",
            ] {
                let target = links.target(file, None);
                assert_eq!(target, Some(format!("file:///{start}{file}")));
            }
        }
        for file in ["a␁.xlsx", r"\\server\share\x.xlsx", r"..\..\x.xlsx"] {
            assert_eq!(links.target(file, None), None);
        }
        let http = Links::new("http:/phieu", LINKS);
        let target = http.target("a.xlsx", None);
        assert_eq!(target, Some("file:///./http:/phieu/a.xlsx".to_string()));
        let share = Links::new("//may/chung", LINKS);
        assert_eq!(
            share.target("a.xlsx", None),
            Some(r"file:///\\may\chung\a.xlsx".to_string())
        );
    }
}
