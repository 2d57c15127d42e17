//! What is filled into the fields and content controls of a .docx document, and the signs of its fonts.
//!
//! In: the tags of a document, in order. Out: the sign of a box to tick, the chosen line of a list, whether a control shows only what
//! asks to fill it in. Not for: text in controls, which stands in the document as any other.

use quick_xml::events::BytesStart;

use crate::input::read::docx_look::is_on;
use crate::input::read::xml;

/// Controls within each other that are looked at.
const NESTED: usize = 8;

/// The field and the controls around the place that is being read.
#[derive(Debug, Default)]
pub(super) struct DocxControls {
    controls: Vec<Control>,
    field: Option<FormField>,
}

/// A content control.
#[derive(Debug, Default)]
struct Control {
    /// Whether nothing was filled in, so that what it shows asks to do so.
    is_blank: bool,
    in_content: bool,
    /// Whether it is a box that is ticked; nothing where it is no box.
    ticked: Option<bool>,
}

/// A field of a form as Word had them before content controls.
#[derive(Debug)]
enum FormField {
    Box {
        default: bool,
        checked: Option<bool>,
    },
    List {
        default: usize,
        chosen: Option<usize>,
        lines: Vec<String>,
    },
}

impl DocxControls {
    pub(super) fn start(&mut self, tag: &BytesStart<'_>) {
        let value = || xml::local_attribute(tag, "val");
        let place = || value().and_then(|value| value.parse().ok());
        match (tag.local_name().as_ref(), &mut self.field) {
            ("sdt", _) => self.controls.push(Control::default()),
            ("checkBox", _) => {
                let (default, checked) = (false, None);
                self.field = Some(FormField::Box { default, checked });
            }
            ("ddList", _) => {
                let (default, chosen, lines) = (0, None, Vec::new());
                self.field = Some(FormField::List {
                    default,
                    chosen,
                    lines,
                });
            }
            ("default", Some(FormField::Box { default, .. })) => *default = is_on(tag),
            ("checked", Some(FormField::Box { checked, .. })) => *checked = Some(is_on(tag)),
            ("default", Some(FormField::List { default, .. })) => *default = place().unwrap_or(0),
            ("result", Some(FormField::List { chosen, .. })) => *chosen = place(),
            ("listEntry", Some(FormField::List { lines, .. })) => {
                lines.push(xml::decoded(value().unwrap_or_default()).into_owned());
            }
            (name, _) => {
                if let Some(control) = self.controls.last_mut() {
                    match name {
                        "showingPlcHdr" => control.is_blank = is_on(tag),
                        "checkbox" => control.ticked = Some(false),
                        "checked" if control.ticked.is_some() && !control.in_content => {
                            control.ticked = Some(is_on(tag));
                        }
                        "sdtContent" => control.in_content = true,
                        _ => {}
                    }
                }
            }
        }
    }

    /// What a field shows that ends here.
    pub(super) fn end(&mut self, name: &str) -> Option<String> {
        match name {
            "sdt" => {
                self.controls.pop();
                None
            }
            "sdtContent" => {
                self.controls.last_mut()?.in_content = false;
                None
            }
            "checkBox" | "ddList" => match self.field.take()? {
                FormField::Box { default, checked } => {
                    Some(tick(checked.unwrap_or(default)).to_string())
                }
                FormField::List {
                    default,
                    chosen,
                    lines,
                } => lines.into_iter().nth(chosen.unwrap_or(default)),
            },
            _ => None,
        }
    }

    /// Whether the place is within a control that nobody filled in.
    pub(super) fn is_blank(&self) -> bool {
        let mut controls = self.controls.iter().rev().take(NESTED);
        controls.any(|control| control.is_blank && control.in_content)
    }

    /// The sign of a font at the place. One that nobody knows, in a box to tick, is told by the box.
    pub(super) fn sign(&self, font: &str, code: u32) -> Option<char> {
        let sign = char::from_u32(code)?;
        if let Some(known) = sign_of_font(font, sign) {
            return Some(known);
        }
        let is_picture = font.starts_with("Wingdings") || font == "Webdings";
        let sign = match code {
            0x20..=0xff if is_picture => char::from_u32(0xf000 + code)?,
            _ => sign,
        };
        let is_unknown = ('\u{f000}'..='\u{f0ff}').contains(&sign);
        let ticked = self.controls.last().and_then(|control| control.ticked);
        Some(ticked.filter(|_| is_unknown).map_or(sign, tick))
    }
}

fn tick(is_ticked: bool) -> char {
    if is_ticked { '☒' } else { '☐' }
}

/// What a sign looks like that a font of signs keeps at a letter, or at F000 and the letter; nothing where it is not told here. What
/// Symbol keeps at the signs of ASCII is almost the same sign, pictures of other fonts are not.
pub(super) fn sign_of_font(font: &str, sign: char) -> Option<char> {
    let code = match u32::from(sign) {
        code @ 0xf020..=0xf0ff => code - 0xf000,
        code @ 0x20..=0xff => code,
        _ => return None,
    };
    match (font, code) {
        ("Wingdings", 0xfe) | ("Wingdings 2", 0x52) => Some('☑'),
        ("Wingdings", 0xfd | 0x78) | ("Wingdings 2", 0x51 | 0x53 | 0x54) => Some('☒'),
        ("Wingdings", 0xfc) | ("Wingdings 2", 0x50) => Some('✓'),
        ("Wingdings", 0xfb) | ("Wingdings 2", 0x4f) => Some('✗'),
        ("Wingdings", 0x6f | 0x70 | 0x71 | 0x72 | 0xa8) | ("Wingdings 2", 0x30 | 0xa3) => Some('☐'),
        (font, _) if font.starts_with("Wingdings") || font == "Webdings" => None,
        (_, 0x20..=0x7e) => char::from_u32(code),
        _ => None,
    }
}
