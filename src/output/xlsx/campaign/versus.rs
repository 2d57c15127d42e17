//! The sheet that says in what a proposal differs from the workbook that a person corrected. It is for people, and never read.
//!
//! In: the differences. Out: rows. Not for: what counts, which is settled before.

use rust_xlsxwriter::Worksheet;

use crate::base::lang::{Lang, Phrase, phrase};
use crate::base::outside::Shown;
use crate::campaign::book::{BookNote, place_of, sheet};
use crate::campaign::carry::{BookChange, ChangeSort};
use crate::output::xlsx::campaign::{HEADER, address};
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;

/// Its name, which as one that begins with `_` is no sheet of a campaign.
const NAME: Phrase = phrase("_Khác tệp trước", "_Differences");

const ABOUT: Phrase = phrase(
    "Tệp này khác tệp đã sửa ở những chỗ sau. Trang này chỉ để xem, không được đọc lại.",
    "In what this file differs from the one that was corrected. Not read.",
);

const HEADINGS: [(Phrase, f64); 6] = [
    (phrase("Thế nào", "What"), 42.0),
    (phrase("Trang", "Sheet"), 14.0),
    (phrase("Dòng", "Row"), 46.0),
    (phrase("Cột", "Column"), 20.0),
    (phrase("Tệp trước ghi", "The earlier file says"), 40.0),
    (phrase("Lần này suy ra", "Proposed now"), 40.0),
];

/// Of a note whose row is no more.
const LOST_NOTE: Phrase = phrase(
    "ghi chú ở tệp trước, nay không còn dòng ấy để chép sang",
    "a note of the earlier file, whose row is there no more",
);

/// What became of a difference.
fn what(one: &BookChange) -> Phrase {
    match one.sort {
        ChangeSort::Asked if one.is_row() => phrase(
            "không phiếu nào còn có, đã sửa ở tệp trước: giữ, cần xem",
            "in no form any more, corrected before: kept, to be looked at",
        ),
        ChangeSort::Asked => phrase(
            "đã sửa ở tệp trước, lần này suy ra khác: giữ chỗ đã sửa, cần xem",
            "corrected before and proposed otherwise now: kept, to be looked at",
        ),
        ChangeSort::Other => phrase(
            "lần này suy ra khác, tệp trước chưa ai sửa: lấy giá trị mới, cần xem",
            "proposed otherwise, never corrected: taken, to be looked at",
        ),
        ChangeSort::Added => phrase("mới có thêm, cần xem", "new, to be looked at"),
        ChangeSort::Gone => phrase(
            "không phiếu nào còn có, chưa ai sửa: đã bỏ",
            "in no form any more, never corrected: left out",
        ),
        ChangeSort::Kept if one.is_row() && one.stands() => phrase(
            "dòng đã thêm ở tệp trước, giữ nguyên",
            "a row added in the earlier file, kept",
        ),
        ChangeSort::Kept if one.is_row() => phrase(
            "dòng đã xóa ở tệp trước, không đưa lại",
            "a row deleted in the earlier file, not put back",
        ),
        ChangeSort::Kept => phrase("chỗ đã sửa, giữ nguyên", "a correction, kept"),
    }
}

/// Writes the sheet.
pub(super) fn write(
    worksheet: &mut Worksheet,
    (changes, notes): (&[BookChange], &[&BookNote]),
    lang: Lang,
) -> WriteResult {
    let widths = HEADINGS.map(|(_, width)| width);
    let mut page = SheetPage::new(worksheet, NAME.get(lang), &widths, lang)?;
    let guide = styles::guide().unset_text_wrap();
    page.free(0, 0, ABOUT.get(lang), &guide)?;
    for (column, (heading, _)) in (0_u16..).zip(HEADINGS) {
        page.text(HEADER, column, heading.get(lang), &styles::header())?;
    }
    for (index, one) in changes.iter().enumerate() {
        let row = address(index, 0).row;
        let (own, column) = place_of(one.document, &one.list, &one.key);
        let [before, proposed] = one.shown(lang);
        let texts = [
            what(one).get(lang).to_string(),
            own.get(lang).to_string(),
            one.row.clone(),
            column.map_or_else(String::new, |one| one.get(lang).to_string()),
            before,
            proposed,
        ];
        for (column, text) in (0_u16..).zip(&texts) {
            page.text(row, column, &Shown::lines(text), &styles::cell())?;
        }
    }
    for (index, note) in notes.iter().enumerate() {
        let row = address(changes.len() + index, 0).row;
        let texts = [
            LOST_NOTE.get(lang),
            sheet(note.sheet).name.get(lang),
            &note.row.shown,
            "",
            &note.text,
            "",
        ];
        for (column, text) in (0_u16..).zip(texts) {
            page.text(row, column, &Shown::lines(text), &styles::cell())?;
        }
    }
    let last = address((changes.len() + notes.len()).max(1), 0).row - 1;
    page.sheet.set_freeze_panes(HEADER + 1, 0)?;
    page.sheet
        .autofilter(HEADER, 0, last, HEADINGS.len() as u16 - 1)?;
    page.finish_as(NAME.get(lang), Some((HEADER, HEADER)))
}
