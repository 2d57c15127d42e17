//! A page as a strict reader of XML sees it: elements, attributes and texts.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element.
#[derive(Clone, Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub inner: Vec<Inner>,
}

/// What stands in an element.
#[derive(Clone, Debug)]
pub enum Inner {
    Element(Element),
    Text(String),
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    pub fn has_class(&self, class: &str) -> bool {
        let own = self.attribute("class").unwrap_or_default();
        own.split(' ').any(|one| one == class)
    }

    fn children(&self) -> impl Iterator<Item = &Element> {
        self.inner.iter().filter_map(|inner| match inner {
            Inner::Element(element) => Some(element),
            Inner::Text(_) => None,
        })
    }

    /// This element and all that stand in it, in order.
    pub fn all(&self) -> Vec<&Element> {
        let mut all = vec![self];
        for child in self.children() {
            all.extend(child.all());
        }
        all
    }

    pub fn named(&self, name: &str) -> Vec<&Element> {
        let all = self.all().into_iter();
        all.filter(|one| one.name == name).collect()
    }

    pub fn with_id(&self, id: &str) -> &Element {
        let found = self.all().into_iter();
        let mut found = found.filter(|one| one.attribute("id") == Some(id));
        found
            .next()
            .unwrap_or_else(|| panic!("nothing has the id {id}"))
    }

    /// All text in it.
    pub fn text(&self) -> String {
        let texts = self.inner.iter().map(|inner| match inner {
            Inner::Element(element) => element.text(),
            Inner::Text(text) => text.clone(),
        });
        texts.collect()
    }

    /// The table whose caption has an id, by rows of a part of it. What only those hear who cannot see is left off.
    pub fn rows(&self, caption: &str, part: &str) -> Vec<Vec<String>> {
        let all = self.named("table").into_iter();
        let mut all = all.filter(|table| {
            let captions = table.named("caption");
            captions
                .iter()
                .any(|one| one.attribute("id") == Some(caption))
        });
        let table = all.next().unwrap_or_else(|| panic!("no table {caption}"));
        let parts = table.children().filter(|one| one.name == part);
        let rows = parts.flat_map(Element::children);
        rows.map(|row| row.children().map(seen).collect()).collect()
    }
}

fn seen(cell: &Element) -> String {
    let texts = cell.inner.iter().map(|inner| match inner {
        Inner::Element(element) if element.has_class("vh") => String::new(),
        Inner::Element(element) => element.text(),
        Inner::Text(text) => text.clone(),
    });
    texts.collect()
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let name = attribute.key.as_ref().to_string();
        let value = attribute.value.to_string();
        (name, unescaped(&value))
    });
    Element {
        name: start.name().as_ref().to_string(),
        attributes: attributes.collect(),
        inner: Vec::new(),
    }
}

fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).unwrap().into_owned()
}

/// Reads a page. Whatever is not well-formed XML is no page.
pub fn read(page: &[u8]) -> Element {
    let text = std::str::from_utf8(page).unwrap();
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => push(&mut open, Inner::Element(element(&start))),
            Event::End(_) => {
                let done = open.pop().unwrap();
                push(&mut open, Inner::Element(done));
            }
            Event::Text(text) => {
                let text = String::from(&*text);
                assert!(!text.contains('<'), "{text}");
                push(&mut open, Inner::Text(text));
            }
            Event::GeneralRef(name) => {
                let name = String::from(&*name);
                push(&mut open, Inner::Text(unescaped(&format!("&{name};"))));
            }
            Event::CData(text) => {
                let text = String::from(&*text);
                push(&mut open, Inner::Text(text));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "everything that is opened is closed");
    let root = open.pop().unwrap();
    let html = root.children().next().unwrap().clone();
    assert_eq!(html.name, "html");
    html
}

fn push(open: &mut [Element], inner: Inner) {
    open.last_mut().unwrap().inner.push(inner);
}
