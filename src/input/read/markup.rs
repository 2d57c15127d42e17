//! Web pages as a sequence of tags and texts, whatever state they are in.
//!
//! In: the text of a page. Out: tokens, each looked at once, so that time grows with the length alone. Not for: what the tags
//! mean.

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkupToken<'a> {
    /// A start tag: its name as written, and its attributes.
    Start(&'a str, &'a str),
    /// An end tag.
    End(&'a str),
    /// Text between tags, with its entities.
    Text(&'a str),
}

/// The tokens of a page. Comments, declarations and scripts are passed over.
pub(super) struct Tokens<'a> {
    rest: &'a str,
}

/// Elements whose content is no markup and no text of the page.
const PASSED_OVER: [&str; 4] = ["script", "style", "title", "xml"];

impl<'a> Tokens<'a> {
    /// Those of this page.
    pub(super) fn new(page: &'a str) -> Self {
        Tokens { rest: page }
    }

    /// Passes over what ends with this; without such an end, over everything.
    fn skip_past(&mut self, end: &str) {
        let found = memchr::memmem::find(self.rest.as_bytes(), end.as_bytes());
        self.rest = found
            .and_then(|at| self.rest.get(at + end.len()..))
            .unwrap_or_default();
    }

    /// Passes over the content of an element that holds no markup.
    fn skip_element(&mut self, name: &str) {
        while let Some(at) = memchr::memmem::find(self.rest.as_bytes(), b"</") {
            self.rest = self.rest.get(at + 2..).unwrap_or_default();
            let is_end = self
                .rest
                .get(..name.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(name));
            if is_end {
                return self.skip_past(">");
            }
        }
        self.rest = "";
    }

    /// The tag that begins behind a `<`, if there is one.
    fn tag(&mut self) -> Option<MarkupToken<'a>> {
        let rest = self.rest.get(1..)?;
        let (is_end, rest) = match rest.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let name_end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
            .unwrap_or(rest.len());
        let (name, rest) = rest.split_at(name_end);
        let end = tag_end(rest);
        let attributes = rest.get(..end).unwrap_or_default();
        self.rest = rest.get(end + 1..).unwrap_or_default();
        if is_end {
            return Some(MarkupToken::End(name));
        }
        let passed_over = PASSED_OVER
            .iter()
            .find(|one| one.eq_ignore_ascii_case(name));
        if let Some(name) = passed_over.filter(|_| !attributes.ends_with('/')) {
            self.skip_element(name);
        }
        Some(MarkupToken::Start(name, attributes))
    }
}

/// Where the `>` of a tag stands; quoted values may hold others.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            // Elsewhere than behind `=` a quotation mark is only a character.
            (None, '"' | '\'') if before == '=' => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    rest.len()
}

impl<'a> Iterator for Tokens<'a> {
    type Item = MarkupToken<'a>;

    fn next(&mut self) -> Option<MarkupToken<'a>> {
        while !self.rest.is_empty() {
            if self.rest.starts_with("<!--") {
                self.rest = self.rest.get(4..).unwrap_or_default();
                self.skip_past("-->");
            } else if self.rest.starts_with("<!") || self.rest.starts_with("<?") {
                self.skip_past(">");
            } else if self.rest.starts_with('<')
                && let Some(tag) = self.tag()
            {
                return Some(tag);
            } else {
                // A `<` that begins no tag is text.
                let from = usize::from(self.rest.starts_with('<'));
                let tail = self.rest.as_bytes().get(from..).unwrap_or_default();
                let end = memchr::memchr(b'<', tail).map_or(self.rest.len(), |at| at + from);
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(MarkupToken::Text(text));
            }
        }
        None
    }
}

/// The value of an attribute, undecoded; empty if it has none.
pub(super) fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '/'))
            .unwrap_or(rest.len());
        // An `=` without a name is passed over.
        let (key, tail) = rest.split_at(end.max(usize::from(rest.starts_with('='))));
        let (value, tail) = match tail.trim_start().strip_prefix('=') {
            Some(tail) => value(tail.trim_start()),
            None => ("", tail),
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = tail;
    }
}

/// The value at the start of these attributes, and what follows it.
fn value(rest: &str) -> (&str, &str) {
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote {
        Some(quote) => {
            let inner = rest.get(1..).unwrap_or_default();
            inner.split_once(quote).unwrap_or((inner, ""))
        }
        None => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
    }
}

/// Named characters that programs write into Vietnamese pages; every other one stays as it is written.
const NAMED: [(&str, char); 46] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("Agrave", 'À'),
    ("Aacute", 'Á'),
    ("Acirc", 'Â'),
    ("Atilde", 'Ã'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Igrave", 'Ì'),
    ("Iacute", 'Í'),
    ("Ograve", 'Ò'),
    ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'),
    ("Otilde", 'Õ'),
    ("Ugrave", 'Ù'),
    ("Uacute", 'Ú'),
    ("Yacute", 'Ý'),
    ("ETH", 'Ð'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("yacute", 'ý'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
];

/// Adds a text to another, its entities decoded and its white space as single spaces, as browsers show it.
pub(super) fn append(text: &str, to: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        append_plain(before, to);
        let name_end = after
            .bytes()
            .take(12)
            .position(|byte| !byte.is_ascii_alphanumeric() && byte != b'#');
        let name = name_end
            .and_then(|end| after.get(..end))
            .unwrap_or_default();
        if let Some(c) = entity(name) {
            to.push(c);
            let tail = after.get(name.len()..).unwrap_or_default();
            rest = tail.strip_prefix(';').unwrap_or(tail);
        } else {
            to.push('&');
            rest = after;
        }
    }
    append_plain(rest, to);
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?).filter(|&c| c != '\0');
    }
    NAMED.iter().find(|(one, _)| *one == name).map(|(_, c)| *c)
}

fn append_plain(text: &str, to: &mut String) {
    for c in text.chars() {
        if !matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c') {
            to.push(c);
        } else if !to.is_empty() && !to.ends_with([' ', '\n']) {
            to.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(page: &str) -> Vec<MarkupToken<'_>> {
        Tokens::new(page).collect()
    }

    #[test]
    fn tags_and_texts_come_apart() {
        assert_eq!(
            tokens(
                "<!DOCTYPE html><P a='>'>x < y<br/><!-- <td> --><SCRIPT>if (a</b) {}</script>z</p >"
            ),
            [
                MarkupToken::Start("P", " a='>'"),
                MarkupToken::Text("x "),
                MarkupToken::Text("< y"),
                MarkupToken::Start("br", "/"),
                MarkupToken::Start("SCRIPT", ""),
                MarkupToken::Text("z"),
                MarkupToken::End("p"),
            ]
        );
        assert_eq!(tokens("<td"), [MarkupToken::Start("td", "")]);
        assert_eq!(tokens("a<!-- b"), [MarkupToken::Text("a")]);
        assert_eq!(
            tokens("<td class=a\">b"),
            [
                MarkupToken::Start("td", " class=a\""),
                MarkupToken::Text("b")
            ]
        );
    }

    #[test]
    fn attributes_are_found_in_every_form() {
        let attributes = " ColSpan=2 x:num rowspan = '3' ==a title=\"a b\" x:fmla=\"=A1\"/";
        assert_eq!(attribute(attributes, "colspan"), Some("2"));
        assert_eq!(attribute(attributes, "x:num"), Some(""));
        assert_eq!(attribute(attributes, "rowspan"), Some("3"));
        assert_eq!(attribute(attributes, "title"), Some("a b"));
        assert_eq!(attribute(attributes, "x:fmla"), Some("=A1"));
        assert_eq!(attribute(attributes, "style"), None);
    }

    #[test]
    fn entities_and_spaces_are_shown_as_in_a_browser() {
        let shown = |text: &str| {
            let mut shown = String::new();
            append(text, &mut shown);
            shown
        };
        assert_eq!(shown(" S&#7903;\n  T&#x1b0; ph&aacute;p"), "Sở Tư pháp");
        assert_eq!(
            shown("a &amp b &unknown; R&D &#0; &"),
            "a & b &unknown; R&D &#0; &"
        );
    }
}
