//! A second proposal beside a campaign workbook that a person corrected: it has the corrections, and what differs is said.
//!
//! In: the folder, and what was proposed. Out: the proposal with the corrections; lines that say in what it differs. Not for: what is
//! a correction.

use std::path::{Path, PathBuf};

use crate::app::cli::list_words;
use crate::app::pipeline::settings::{self, Choice};
use crate::app::pipeline::workbook;
use crate::base::disk;
use crate::base::error::{Error, in_book};
use crate::base::finding::Finding;
use crate::base::lang::{Lang, say};
use crate::base::outside::Shown;
use crate::base::rules::{Severity, campaign_values};
use crate::campaign::book::place_of;
use crate::campaign::carry::{BookChange, CarriedProposal, ChangeSort, carry};
use crate::campaign::documents::{Document, Proposal};

/// Differences that are printed; all of them stand in the workbook.
const MOST_CHANGES: usize = 12;

/// An earlier workbook, and the later proposal with its corrections.
pub(super) struct OfEarlier {
    /// The workbook.
    pub(super) file: PathBuf,
    /// What became of it.
    pub(super) outcome: CarryOutcome,
}

/// What became of an earlier workbook.
pub(super) enum CarryOutcome {
    /// Its corrections were carried over; whether it says itself what it was written as.
    Carried(Box<CarriedProposal>, bool),
    /// It cannot be read, or something in it is wrong.
    Unread(String),
}

/// The workbook of the folder that was written before, with what it makes of a proposal.
pub(super) fn of_earlier(
    folder: &Path,
    target: &Path,
    proposal: &Proposal,
    (program, lang): (&Path, Lang),
) -> Option<OfEarlier> {
    let choice = Choice {
        program: Some(program.to_path_buf()),
        ..Choice::default()
    };
    let ruling = settings::ruling(folder, &choice).filter(|file| workbook::is_book(file));
    let standing = || disk::is_file(target).then(|| target.to_path_buf());
    let file = ruling.or_else(standing)?;
    let outcome = match workbook::read_as_it_is(&file, program) {
        Ok(read) if read.findings.iter().any(is_unread) => {
            let unread = read.findings.iter().find(|one| is_unread(one));
            CarryOutcome::Unread(unread.map(|one| in_book(one, lang)).unwrap_or_default())
        }
        Ok(read) => {
            let before = read.record.as_ref().map(|record| &record.documents);
            let mut carried = carry(before, &read.documents, proposal.clone(), lang);
            carried.notes = read.notes;
            CarryOutcome::Carried(Box::new(carried), before.is_some())
        }
        Err(error) => CarryOutcome::Unread(why(&error, lang)),
    };
    Some(OfEarlier { file, outcome })
}

/// Whether a finding says that a cell or a row was not read; what was read and does not fit together is carried over as it is.
fn is_unread(finding: &Finding) -> bool {
    let fits = [&campaign_values::SUMS, &campaign_values::CONTRADICTORY];
    finding.severity() == Severity::Error && !fits.contains(&finding.rule)
}

/// Why a workbook cannot be read.
fn why(error: &Error, lang: Lang) -> String {
    match error {
        Error::CampaignBook(findings) => {
            let first = findings.first().map(|one| in_book(one, lang));
            first.unwrap_or_default()
        }
        other => say!(lang, "không đọc được tệp này", ("{other}")),
    }
}

/// Of which list the units are, where the earlier workbook has units that no form names.
pub(super) fn list(earlier: &OfEarlier, lang: Lang) -> Option<String> {
    let CarryOutcome::Carried(carried, _) = &earlier.outcome else {
        return None;
    };
    let is_of_list = |one: &&BookChange| {
        let is_unit = one.document == Document::Units && one.is_row() && one.stands();
        is_unit && matches!(one.sort, ChangeSort::Kept | ChangeSort::Asked)
    };
    let unseen = carried.changes.iter().filter(is_of_list).count();
    let (file, units) = (
        Shown::path(&earlier.file),
        carried.proposal.documents.units.len(),
    );
    (unseen > 0).then(|| {
        say!(
            lang,
            "Danh sách đơn vị lấy theo {file}: {units} đơn vị; {unseen} đơn vị không phiếu nào ghi tên sẽ tính là chưa nộp",
            "The list of units is that of {file}: {units} units; {unseen} that no form names count as missing"
        )
    })
}

/// Whether it is a unit that forms name and that was taken out of the list.
fn is_unlisted(one: &BookChange) -> bool {
    let is_unit = one.document == Document::Units && one.is_row();
    is_unit && one.sort == ChangeSort::Kept && !one.stands()
}

/// What is said of it.
pub(super) fn lines(earlier: &OfEarlier, lang: Lang) -> Vec<String> {
    let file = Shown::path(&earlier.file);
    let (carried, is_known) = match &earlier.outcome {
        CarryOutcome::Carried(carried, is_known) => (carried, is_known),
        CarryOutcome::Unread(why) => {
            let why = why.lines().next().unwrap_or_default();
            return vec![say!(
                lang,
                "{file}: chưa so được và chưa chép các chỗ đã sửa sang tệp mới: {why}",
                "{file}: not compared, and its corrections were not carried over: {why}"
            )];
        }
    };
    let count = |sort| {
        carried
            .changes
            .iter()
            .filter(|one| one.sort == sort)
            .count()
    };
    if carried.changes.is_empty() {
        return vec![say!(
            lang,
            "Không khác gì {file}",
            "No different from {file}"
        )];
    }
    let [kept, asked, other, added, gone] = [
        ChangeSort::Kept,
        ChangeSort::Asked,
        ChangeSort::Other,
        ChangeSort::Added,
        ChangeSort::Gone,
    ]
    .map(count);
    let mut lines = vec![say!(
        lang,
        "So với {file}: giữ {kept} chỗ đã sửa; {asked} chỗ đã sửa mà lần này suy ra khác (giữ chỗ đã sửa, cần xem); {other} chỗ suy ra khác trước; {added} dòng mới; bỏ {gone} dòng",
        "Against {file}: {kept} corrections kept; {asked} corrected and proposed otherwise now (kept, to be looked at); {other} proposed otherwise; {added} new rows; {gone} rows left out"
    )];
    if !is_known {
        lines.push(say!(
            lang,
            "{file} không ghi lại lúc đầu đã đề xuất gì, nên mọi chỗ khác đều coi là đã sửa",
            "{file} does not say what was proposed at first, so whatever differs counts as corrected"
        ));
    }
    lines.extend(differences(carried, lang));
    lines
}

/// In what they differ: the most important first, and how many more there are.
fn differences(carried: &CarriedProposal, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    // One is told as every row is; of a whole list that was pasted in, all are told together.
    let all = carried.changes.iter();
    let are_told_once = all.clone().filter(|one| is_unlisted(one)).count() > 1;
    let (units, changes): (Vec<&BookChange>, Vec<&BookChange>) =
        all.partition(|one| are_told_once && is_unlisted(one));
    let units: Vec<String> = units.iter().map(|one| one.row.clone()).collect();
    lines.extend(list_words::without(&units, lang));
    let told = changes.iter().take(MOST_CHANGES);
    lines.extend(told.map(|one| format!("  {}", Shown::line(&line(one, lang)))));
    let more = changes.len().saturating_sub(MOST_CHANGES);
    if more > 0 {
        lines.push(say!(
            lang,
            "  … và {more} chỗ khác; tất cả ở trang “_Khác tệp trước” của tệp mới",
            "  … and {more} more; all of them stand on the sheet \"_Differences\" of the new file"
        ));
    }
    lines
}

/// One difference.
fn line(one: &BookChange, lang: Lang) -> String {
    let (sheet, column) = place_of(one.document, &one.list, &one.key);
    let column = column.map(|one| one.get(lang).to_string());
    let parts = [
        Some(sheet.get(lang).to_string()),
        column,
        Some(one.row.clone()),
    ];
    let place: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|one| !one.is_empty())
        .collect();
    let place = place.join(", ");
    let shown = |text: &str| match text {
        "" => say!(lang, "để trống", "blank"),
        text => say!(lang, "“{text}”", "\"{text}\""),
    };
    let [before, now] = one.shown(lang);
    let (before, now) = (shown(&before), shown(&now));
    match one.sort {
        ChangeSort::Kept if one.is_row() && one.stands() => say!(
            lang,
            "{place}: dòng đã thêm ở tệp trước, giữ nguyên",
            "{place}: a row added in the earlier file, kept"
        ),
        ChangeSort::Kept if one.is_row() => say!(
            lang,
            "{place}: dòng đã xóa ở tệp trước, không đưa lại",
            "{place}: a row deleted in the earlier file, not put back"
        ),
        ChangeSort::Kept => say!(
            lang,
            "{place}: giữ {before} (suy ra {now})",
            "{place}: {before} kept (proposed: {now})"
        ),
        ChangeSort::Asked if one.is_row() => say!(
            lang,
            "{place}: các phiếu không còn có dòng này, đã sửa ở tệp trước nên giữ",
            "{place}: in no form any more, kept as it was corrected"
        ),
        ChangeSort::Asked => say!(
            lang,
            "{place}: đang giữ {before}, lần này suy ra {now}",
            "{place}: {before} kept, proposed now: {now}"
        ),
        ChangeSort::Other => say!(
            lang,
            "{place}: trước ghi {before}, nay suy ra {now}",
            "{place}: was {before}, proposed now: {now}"
        ),
        ChangeSort::Added => say!(lang, "{place}: dòng mới", "{place}: a new row"),
        ChangeSort::Gone => say!(
            lang,
            "{place}: không phiếu nào còn có, đã bỏ",
            "{place}: in no form any more, left out"
        ),
    }
}
