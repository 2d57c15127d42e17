//! The formats of one hand, and the page set-up of every sheet.

use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet};

use super::hand::Hand;

/// Formats in one hand's font.
pub struct Style {
    base: Format,
    cell: Format,
    size: f64,
    breadth: f64,
    fills: Option<(u32, u32)>,
}

impl Style {
    /// The formats of a hand.
    pub fn new(hand: &Hand) -> Style {
        let (font, size) = hand.font;
        let base = Format::new()
            .set_font_name(font)
            .set_font_size(size)
            .set_align(FormatAlign::VerticalCenter);
        let cell = base.clone().set_border(hand.border).set_text_wrap();
        Style {
            base,
            cell,
            size,
            breadth: match font {
                "Times New Roman" => 1.2,
                "Calibri" => 1.15,
                "Cambria" => 1.08,
                "Arial" => 1.0,
                _ => 0.95,
            },
            fills: hand.fills,
        }
    }

    /// Centred text without a border, wrapped.
    pub fn centred(&self) -> Format {
        self.base
            .clone()
            .set_align(FormatAlign::Center)
            .set_text_wrap()
    }

    /// A sheet's title.
    pub fn title(&self) -> Format {
        self.centred().set_bold().set_font_size(self.size + 2.0)
    }

    /// A cell of the header row.
    pub fn header(&self) -> Format {
        let format = self.cell.clone().set_bold().set_align(FormatAlign::Center);
        match self.fills {
            Some((fill, _)) => format.set_background_color(Color::RGB(fill)),
            None => format,
        }
    }

    /// A text cell of the table.
    pub fn cell(&self) -> Format {
        self.cell.clone().set_align(FormatAlign::Left).set_indent(1)
    }

    /// A text cell in a smaller font, for evidence.
    pub fn small(&self) -> Format {
        self.cell().set_font_size(self.size - 1.0)
    }

    /// A cell of the table with a code, a unit or an answer.
    pub fn middle(&self) -> Format {
        self.cell.clone().set_align(FormatAlign::Center)
    }

    /// A cell with a count.
    pub fn count(&self) -> Format {
        self.middle().set_num_format("#,##0")
    }

    /// A cell of a figure's row, in italics.
    pub fn detail(&self) -> Format {
        self.cell().set_italic().set_indent(2)
    }

    /// A cell of a total row.
    pub fn total(&self) -> Format {
        let format = self.middle().set_bold();
        match self.fills {
            Some((_, fill)) => format.set_background_color(Color::RGB(fill)),
            None => format,
        }
    }

    /// The height in points of a row that has to show these texts, each in a column of a width in characters.
    pub fn height(&self, texts: &[(&str, f64)]) -> f64 {
        let lines = texts
            .iter()
            .map(|(text, width)| self.lines(text, *width))
            .max();
        f64::from(lines.unwrap_or(1).max(1)) * self.size * 1.3 + 5.0
    }

    /// How many lines a text takes when it breaks between words. An estimate: programs measure the font itself.
    fn lines(&self, text: &str, width: f64) -> u32 {
        let room = (width - 2.0) * self.breadth * 11.0 / self.size;
        let mut lines = 1;
        let mut used = 0.0;
        for word in text.split(' ') {
            let length = f64::from(word.chars().count() as u32) + 1.0;
            if used > 0.0 && used + length > room + 1.0 {
                lines += 1;
                used = 0.0;
            }
            used += length;
        }
        lines
    }

    /// The font's size in points.
    pub fn size(&self) -> f64 {
        self.size
    }
}

/// A4 across, one page wide, with page numbers.
pub fn set_page(sheet: &mut Worksheet) {
    sheet
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.5, 0.4, 0.6, 0.6, 0.3, 0.3)
        .set_print_center_horizontally(true)
        .set_footer("&CTrang &P/&N");
}
