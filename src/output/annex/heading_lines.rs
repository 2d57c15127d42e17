//! What stands above the text of the annex: its title, the decision it belongs to, and that it is provisional.
//!
//! In: a report. Out: lines. Number and day of the decision stay blank, and nobody is named who signs. Not for: their looks.

use crate::base::lang::Lang;
use crate::output::words;
use crate::result::report::{GapKind, Report, refused, unread};

/// The title.
pub(super) fn title(report: &Report) -> Vec<String> {
    let campaign = &report.campaign;
    let lines = campaign.title.iter().map(|line| line.trim().to_string());
    let mut lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        lines = vec!["KẾT QUẢ".to_string(), campaign.name.to_uppercase()];
    }
    lines
}

/// The decision that it is issued with.
pub(super) fn reference(report: &Report) -> String {
    let authority = report.campaign.authority.trim();
    let (code, name) = if authority.is_empty() {
        ("…………", "……………………".to_string())
    } else if is_committee(authority) {
        ("QĐ-UBND", in_a_sentence(authority))
    } else {
        ("QĐ-……", authority.to_string())
    };
    format!("(ban hành kèm theo Quyết định số ………/{code} ngày ……/……/……… của {name})")
}

/// Whether an authority is a People's Committee.
fn is_committee(authority: &str) -> bool {
    let upper = authority.to_uppercase();
    upper.starts_with("UBND") || upper.starts_with("ỦY BAN NHÂN DÂN")
}

/// The name of a committee as a sentence has it, where it is written in capitals: `UBND tỉnh Kon Tum`.
fn in_a_sentence(authority: &str) -> String {
    if authority != authority.to_uppercase() {
        return authority.to_string();
    }
    let common = [
        "TỈNH",
        "THÀNH",
        "PHỐ",
        "HUYỆN",
        "THỊ",
        "XÃ",
        "PHƯỜNG",
        "ĐẶC",
        "KHU",
    ];
    let committee = ["BAN", "NHÂN", "DÂN"];
    let words = authority.split_whitespace().enumerate();
    let words = words.map(|(index, word)| {
        let is_common = common.contains(&word) || index < 4 && committee.contains(&word);
        match word {
            "UBND" => word.to_string(),
            word if is_common => word.to_lowercase(),
            word => {
                let mut chars = word.chars();
                let first: String = chars.next().into_iter().collect();
                first + &chars.as_str().to_lowercase()
            }
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What keeps the result from being final. A unit that returned nothing does not: the decision says so in a note.
pub(super) fn provisional(report: &Report) -> Option<String> {
    let lang = Lang::Vi;
    let levels = || report.levels.iter();
    let gaps = levels().flat_map(|level| &level.gaps);
    let gaps = gaps.filter(|gap| gap.kind() != GapKind::Missing).count();
    let open = levels().flat_map(|level| &level.rows);
    let open = open.map(|unit| unit.score.open).sum();
    let reasons = words::counted(
        &[
            (gaps, words::PROVISIONAL_GAPS),
            (open, words::PROVISIONAL_OPEN),
            (refused(report).count(), words::PROVISIONAL_FILES),
            (unread(report).count(), words::PROVISIONAL_UNREAD),
        ],
        lang,
    );
    let unconfirmed = "TẠM TÍNH – theo bộ tiêu chí suy ra từ các phiếu, chưa được xác nhận";
    match (report.campaign.unconfirmed, reasons.is_empty()) {
        (false, true) => None,
        (false, false) => Some(words::PROVISIONAL_BANNER.fill(lang, &[&reasons])),
        (true, true) => Some(unconfirmed.to_string()),
        (true, false) => Some(format!("{unconfirmed}; còn {reasons}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_committee_is_named_as_in_a_sentence() {
        assert_eq!(in_a_sentence("UBND TỈNH KON TUM"), "UBND tỉnh Kon Tum");
        assert_eq!(
            in_a_sentence("ỦY BAN NHÂN DÂN TỈNH CÀ MAU"),
            "Ủy ban nhân dân tỉnh Cà Mau"
        );
        assert_eq!(in_a_sentence("UBND tỉnh Đăk Lăk"), "UBND tỉnh Đăk Lăk");
    }
}
