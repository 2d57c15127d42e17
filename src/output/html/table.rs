//! Tables that scroll in a box of their own, with a caption, heads and cells that say what they are.
//!
//! In: captions, heads, texts and written numbers. Out: the elements. Not for: which tables there are.

use crate::output::html::element_writer::{Attribute, Markup};
use crate::output::html::written_numbers::WrittenNumber;

/// The look of a cell whose words may be broken anywhere.
const BROKEN: Attribute<'_> = ("class", "f");
/// The most letters of a word that is never broken.
const LONG: usize = 24;

/// What a column holds, for whoever sorts and filters it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageColumn {
    /// Texts.
    Words,
    /// Numbers.
    Numbers,
    /// Texts of which there are few, one of which can be chosen.
    Choices,
}

/// Whether a table is worked with or only read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// The script offers to sort and to filter it.
    Work,
    /// It is read.
    Read,
}

/// A table in its box. `id` is that of its caption, unlike any other on the page.
pub(super) fn boxed(
    page: &mut Markup,
    (id, caption): (&str, &str),
    used: Use,
    inner: impl FnOnce(&mut Markup),
) {
    scrolled(page, id, |page| {
        let class: &[_] = match used {
            Use::Work => &[("class", "work")],
            Use::Read => &[],
        };
        page.within("table", class, |page| {
            page.leaf("caption", &[("id", id)], caption);
            inner(page);
        });
    });
}

/// A box that is scrolled where what it holds is wider than the page, by the keyboard as well. `id` is that of what names it.
pub(super) fn scrolled(page: &mut Markup, id: &str, inner: impl FnOnce(&mut Markup)) {
    let region = [
        ("class", "box"),
        ("role", "group"),
        ("aria-labelledby", id),
        ("tabindex", "0"),
    ];
    page.within("div", &region, inner);
}

/// The row of heads.
pub(super) fn heads<'t>(page: &mut Markup, heads: impl IntoIterator<Item = (&'t str, PageColumn)>) {
    page.within("tr", &[], |page| {
        for (text, column) in heads {
            head(page, text, column);
        }
    });
}

/// The head of a column.
pub(super) fn head(page: &mut Markup, text: &str, column: PageColumn) {
    let kind = match column {
        PageColumn::Words => ("data-k", "t"),
        PageColumn::Numbers => ("data-k", "n"),
        PageColumn::Choices => ("data-k", "c"),
    };
    page.leaf("th", &[("scope", "col"), kind], text);
}

/// The head of a row.
pub(super) fn row_head(page: &mut Markup, text: &str) {
    page.leaf("th", &[("scope", "row")], text);
}

/// The head of a row that leads somewhere on the page.
pub(super) fn row_link(page: &mut Markup, anchor: Option<String>, text: &str) {
    let look = [("scope", "row"), BROKEN];
    let look = if has_long_word(text) {
        &look[..]
    } else {
        &look[..1]
    };
    page.within("th", look, |page| link(page, anchor, text));
}

/// A text that leads somewhere on the page, or the text alone.
pub(super) fn link(page: &mut Markup, anchor: Option<String>, text: &str) {
    match anchor {
        Some(anchor) => page.leaf("a", &[("href", &format!("#{anchor}"))], text),
        None => page.text(text),
    }
}

/// A cell of text.
pub(super) fn cell(page: &mut Markup, text: &str) {
    let look: &[_] = if has_long_word(text) { &[BROKEN] } else { &[] };
    page.leaf("td", look, text);
}

/// Whether a word of a text would make its column wider than a page.
fn has_long_word(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.any(|word| word.chars().count() > LONG)
}

/// A cell in the middle of its column.
pub(super) fn middle(page: &mut Markup, text: &str) {
    page.leaf("td", &[("class", "c")], text);
}

/// A cell with a number.
pub(super) fn number(page: &mut Markup, text: &str) {
    page.leaf("td", &[("class", "n")], text);
}

/// A cell with a number whose decimal mark stands below those of its column.
pub(super) fn aligned(page: &mut Markup, written: &WrittenNumber, more: &str) {
    let class = aligned_class(written, more);
    page.leaf("td", &[("class", &class)], &written.text);
}

/// The class of such a cell.
fn aligned_class(written: &WrittenNumber, more: &str) -> String {
    let mut class = "n".to_string();
    if written.short > 0 {
        class.push_str(&format!(" s{}", written.short.min(5)));
    }
    if !more.is_empty() {
        class.push(' ');
        class.push_str(more);
    }
    class
}

/// A cell in which nothing stands, said to those who cannot see that it is grey.
pub(super) fn open(page: &mut Markup, said: &str) {
    page.within("td", &[("class", "o")], |page| {
        page.leaf("span", &[("class", "vh")], said);
    });
}
