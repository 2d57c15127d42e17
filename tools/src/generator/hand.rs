//! The hands that fill in forms: fonts, borders, column orders, sheet names and other habits.

use rust_xlsxwriter::FormatBorder;

/// A column of a group sheet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// TT.
    Code,
    /// Tiêu chí.
    Name,
    /// Đơn vị tính.
    Unit,
    /// Số liệu.
    Figure,
    /// Điểm tối đa.
    Maximum,
    /// Điểm tự chấm.
    Own,
    /// Điểm thẩm định.
    Appraised,
    /// Tài liệu kiểm chứng.
    Evidence,
    /// Giải trình.
    Explanation,
    /// A column that somebody added: Ghi chú.
    Note,
}

use Column::{Appraised, Code, Evidence, Explanation, Figure, Maximum, Name, Note, Own, Unit};

/// The columns as the template has them.
const USUAL: &[Column] = &[
    Code,
    Name,
    Unit,
    Figure,
    Maximum,
    Own,
    Appraised,
    Evidence,
    Explanation,
];
const WITH_NOTE: &[Column] = &[
    Code,
    Name,
    Unit,
    Figure,
    Maximum,
    Own,
    Appraised,
    Evidence,
    Explanation,
    Note,
];
const SCORES_FIRST: &[Column] = &[
    Code,
    Name,
    Maximum,
    Own,
    Appraised,
    Unit,
    Figure,
    Evidence,
    Explanation,
];

/// How the sheets of the groups are named.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SheetNames {
    /// `1. Hạ tầng`.
    Template,
    /// `Nhom 1`.
    Numbered,
    /// `Ha tang`: the title without its number and marks.
    Unmarked,
    /// All groups on one sheet, `Phiếu tự chấm`.
    Single,
}

/// The habits of one hand.
#[derive(Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a habit of its own; any mix of them occurs"
)]
pub struct Hand {
    /// Which hand, from 0.
    pub number: usize,
    /// The font and its size in points.
    pub font: (&'static str, f64),
    /// The border of table cells.
    pub border: FormatBorder,
    /// The colours of the header row and of total rows; none for a bare table.
    pub fills: Option<(u32, u32)>,
    /// The columns, left to right.
    pub columns: &'static [Column],
    /// A percentage by which the column widths differ from the template's.
    pub width_percent: u32,
    /// Whether `Điểm` stands over `Tối đa`, `Tự chấm` and `Thẩm định`.
    pub two_row_header: bool,
    /// Whether the labels are in capitals.
    pub capitals: bool,
    /// Whether numbers are typed as text with a decimal comma.
    pub numbers_as_text: bool,
    /// What stands for yes and for no.
    pub words: (&'static str, &'static str),
    /// Blank rows above the letterhead.
    pub top: u32,
    /// Whether blank rows stand between criteria here and there.
    pub blank_rows: bool,
    /// What follows the letter of a figure's row: `a`, `a)`.
    pub after_letter: &'static str,
    /// The names of the group sheets.
    pub sheet_names: SheetNames,
    /// The order of the group sheets, by place; the rest follow.
    pub first_groups: &'static [usize],
    /// Whether `Tổng hợp` stands before the groups.
    pub summary_first: bool,
    /// Whether each group sheet is signed.
    pub signed_sheets: bool,
}

/// Who fills in the template as it is.
const TEMPLATE: Hand = Hand {
    number: 0,
    font: ("Times New Roman", 12.0),
    border: FormatBorder::Thin,
    fills: Some((0x00DD_EBF7, 0x00F2_F2F2)),
    columns: USUAL,
    width_percent: 100,
    two_row_header: false,
    capitals: false,
    numbers_as_text: false,
    words: ("Có", "Không"),
    top: 0,
    blank_rows: false,
    after_letter: "",
    sheet_names: SheetNames::Template,
    first_groups: &[],
    summary_first: false,
    signed_sheets: false,
};

/// How many hands there are.
pub const HANDS: usize = 8;

/// One of the hands; numbers beyond the last start over.
pub fn hand(number: usize) -> Hand {
    let number = number % HANDS;
    let hand = match number {
        1 => office_of_two(),
        2 => typist(),
        3 => note_taker(),
        4 => one_sheet(),
        5 => rearranger(),
        6 => summary_first(),
        7 => plain(),
        _ => TEMPLATE,
    };
    Hand { number, ..hand }
}

/// Arial and a header of two rows.
fn office_of_two() -> Hand {
    Hand {
        font: ("Arial", 10.0),
        fills: Some((0x00D9_D9D9, 0x00EF_EFEF)),
        two_row_header: true,
        signed_sheets: true,
        width_percent: 96,
        ..TEMPLATE
    }
}

/// Types everything, numbers too, and ticks with an x.
fn typist() -> Hand {
    Hand {
        font: ("Times New Roman", 13.0),
        fills: None,
        numbers_as_text: true,
        words: ("x", "Không"),
        after_letter: ")",
        width_percent: 108,
        ..TEMPLATE
    }
}

/// Adds a column and renames the sheets.
fn note_taker() -> Hand {
    Hand {
        font: ("Calibri", 11.0),
        border: FormatBorder::Hair,
        fills: Some((0x00E2_EFDA, 0x00F4_F9F1)),
        columns: WITH_NOTE,
        sheet_names: SheetNames::Numbered,
        top: 1,
        ..TEMPLATE
    }
}

/// Copies all groups to one sheet.
fn one_sheet() -> Hand {
    Hand {
        fills: Some((0x00FC_E4D6, 0x00FB_F3EE)),
        sheet_names: SheetNames::Single,
        ..TEMPLATE
    }
}

/// Moves columns and sheets about, leaves blank rows.
fn rearranger() -> Hand {
    Hand {
        font: ("Tahoma", 10.0),
        fills: Some((0x00FF_F2CC, 0x00FF_F9E6)),
        columns: SCORES_FIRST,
        sheet_names: SheetNames::Unmarked,
        first_groups: &[1, 0, 5],
        blank_rows: true,
        after_letter: ".",
        width_percent: 104,
        ..TEMPLATE
    }
}

/// Puts the summary in front; a header of two rows, small letters in the answers.
fn summary_first() -> Hand {
    Hand {
        font: ("Cambria", 12.0),
        border: FormatBorder::Dotted,
        fills: Some((0x00DA_E3F3, 0x00ED_F2FA)),
        two_row_header: true,
        words: ("có", "không"),
        summary_first: true,
        top: 1,
        ..TEMPLATE
    }
}

/// Arial without colours, labels in capitals, numbers typed as text.
fn plain() -> Hand {
    Hand {
        font: ("Arial", 11.0),
        fills: None,
        capitals: true,
        numbers_as_text: true,
        first_groups: &[0, 1, 2, 4, 3],
        signed_sheets: true,
        width_percent: 102,
        ..TEMPLATE
    }
}

impl Column {
    /// The label as the template has it.
    pub fn label(self) -> &'static str {
        match self {
            Code => "TT",
            Name => "Tiêu chí",
            Unit => "Đơn vị tính",
            Figure => "Số liệu",
            Maximum => "Điểm tối đa",
            Own => "Điểm tự chấm",
            Appraised => "Điểm thẩm định",
            Evidence => "Tài liệu kiểm chứng",
            Explanation => "Giải trình",
            Note => "Ghi chú",
        }
    }

    /// The label in the second row of a header of two rows, below `Điểm`.
    pub fn below_points(self) -> Option<&'static str> {
        match self {
            Maximum => Some("Tối đa"),
            Own => Some("Tự chấm"),
            Appraised => Some("Thẩm định"),
            _ => None,
        }
    }

    /// The width in the template, in characters.
    fn width(self) -> u32 {
        match self {
            Code => 6,
            Name => 42,
            Unit | Figure => 12,
            Maximum | Own | Appraised => 11,
            Evidence => 40,
            Explanation => 28,
            Note => 14,
        }
    }
}

impl Hand {
    /// The place of a column, from 0.
    pub fn column(&self, wanted: Column) -> u16 {
        let place = self.columns.iter().position(|&column| column == wanted);
        place.unwrap_or(0) as u16
    }

    /// The width of a column, in characters.
    pub fn width(&self, column: Column) -> f64 {
        f64::from(column.width() * self.width_percent) / 100.0
    }

    /// The last column.
    pub fn last_column(&self) -> u16 {
        (self.columns.len() - 1) as u16
    }

    /// A label as this hand writes it.
    pub fn label(&self, text: &str) -> String {
        if self.capitals {
            text.to_uppercase()
        } else {
            text.to_string()
        }
    }
}
