//! The sheet that says where each proposed value comes from: file, sheet, cell, how many forms agree, and what the others say.

use rust_xlsxwriter::Worksheet;

use crate::base::lang::{Lang, Phrase, phrase, say};
use crate::base::outside::Shown;
use crate::campaign::book::{SheetId, sheet};
use crate::campaign::documents::{Certainty, Proposal, Witness};
use crate::output::xlsx::campaign::lay::LaidSheet;
use crate::output::xlsx::campaign::{HEADER, address, doubts};
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;

const HEADINGS: [(Phrase, f64); 10] = [
    (phrase("Trang", "Sheet"), 14.0),
    (phrase("Ô", "Cell"), 9.0),
    (phrase("Giá trị đề xuất", "Proposed value"), 40.0),
    (phrase("Mức chắc", "Certainty"), 13.0),
    (phrase("Số phiếu", "Forms"), 12.0),
    (phrase("Tệp", "File"), 34.0),
    (phrase("Trang của tệp", "Its sheet"), 18.0),
    (phrase("Ô của tệp", "Its cell"), 9.0),
    (phrase("Tệp ghi", "It says"), 34.0),
    (phrase("Phiếu khác ghi", "Others say"), 60.0),
];

pub(super) fn certainty(of: Certainty, lang: Lang) -> &'static str {
    let phrase = match of {
        Certainty::Sure => phrase("chắc chắn", "sure"),
        Certainty::Look => phrase("nên xem", "look"),
        Certainty::Unclear => phrase("chưa rõ", "unclear"),
    };
    phrase.get(lang)
}

/// Writes the sheet.
pub(super) fn write(
    worksheet: &mut Worksheet,
    proposal: &Proposal,
    sheets: &[LaidSheet],
    lang: Lang,
) -> WriteResult {
    let own = sheet(SheetId::Sources);
    let widths = HEADINGS.map(|(_, width)| width);
    let mut page = SheetPage::new(worksheet, own.name.get(lang), &widths, lang)?;
    page.free(
        0,
        0,
        own.about.get(lang),
        &styles::guide().unset_text_wrap(),
    )?;
    for (column, (heading, _)) in (0_u16..).zip(HEADINGS) {
        page.text(HEADER, column, heading.get(lang), &styles::header())?;
    }
    let places = doubts::places(sheets, lang);
    for (index, one) in proposal.proposed.iter().enumerate() {
        let row = address(index, 0).row;
        let spot = places.find(one.document, &one.path);
        let (agree, of) = (one.agree, one.of);
        let seen = one.witness.as_ref();
        let part =
            |of: fn(&Witness) -> &String| seen.map(|one| of(one).clone()).unwrap_or_default();
        let others: Vec<String> = one
            .others
            .iter()
            .map(|one| doubts::witness(one, lang))
            .collect();
        let texts = [
            spot.map(|spot| spot.sheet.clone()).unwrap_or_default(),
            spot.map(|spot| spot.cell.to_string()).unwrap_or_default(),
            doubts::value(proposal, one).unwrap_or_default(),
            certainty(one.certainty, lang).to_string(),
            say!(lang, "{agree}/{of} phiếu", "{agree}/{of} forms"),
            part(|one| &one.file),
            part(|one| &one.sheet),
            part(|one| &one.cell),
            part(|one| &one.says),
            others.join("\n"),
        ];
        for (column, text) in (0_u16..).zip(&texts) {
            page.text(row, column, &Shown::lines(text), &styles::cell())?;
        }
    }
    let last = address(proposal.proposed.len().max(1), 0).row - 1;
    page.sheet.set_freeze_panes(HEADER + 1, 2)?;
    page.sheet
        .autofilter(HEADER, 0, last, HEADINGS.len() as u16 - 1)?;
    page.finish_as(own.name.get(lang), Some((HEADER, HEADER)))
}
