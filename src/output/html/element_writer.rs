//! Elements and text of a page, written so that no text can become anything but text.
//!
//! In: names of elements and attributes, which only the program has, and texts, which may be anybody's. Out: HTML that is well-formed XML
//! too: what is opened is closed, and nothing is left out. Not for: what stands on a page.

use crate::base::outside::Shown;

/// An attribute: its name, and its value, which may be anybody's text.
pub(super) type Attribute<'t> = (&'static str, &'t str);

/// A page while it is written.
#[derive(Debug, Default)]
pub(super) struct Markup {
    text: String,
}

impl Markup {
    /// What was written.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// An element, and in it whatever `inner` writes.
    pub(super) fn within(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        inner: impl FnOnce(&mut Markup),
    ) {
        self.start(name, attributes);
        self.text.push('>');
        inner(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// An element that holds a text.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.within(name, attributes, |page| page.text(text));
    }

    /// An element that holds nothing, of those that have no end in HTML, or of SVG.
    pub(super) fn void(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.start(name, attributes);
        self.text.push_str("/>");
    }

    /// A text: what cannot be seen in it becomes signs, what HTML would obey is written out.
    pub(super) fn text(&mut self, text: &str) {
        for c in Shown::lines(text).chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\'' => self.text.push_str("&#39;"),
                c => self.text.push(c),
            }
        }
    }

    /// A part of the program's own, as it stands.
    pub(super) fn verbatim(&mut self, own: &'static str) {
        self.text.push_str(own);
    }

    fn start(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.text(value);
            self.text.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_more_than_text() {
        let mut page = Markup::default();
        let text = "</p><script>alert(1)</script> & \"'\u{202e}\u{0}";
        page.within("p", &[("title", text)], |page| {
            page.void("br", &[]);
            page.text(text);
        });
        let shown = "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#39;⟨U+202E⟩␀";
        let whole = format!("<p title=\"{shown}\"><br/>{shown}</p>");
        assert_eq!(page.finish(), whole);
    }
}
