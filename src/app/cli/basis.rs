//! What a run rests on, in the first lines that it prints: the campaign file, or none, and what is used.
//!
//! In: the plan of a run. Out: a line or two. Not for: findings, which the report holds.

use crate::app::pipeline::Plan;
use crate::app::pipeline::settings::{Basis, Because};
use crate::base::error::in_book;
use crate::base::lang::{Lang, phrase, plural, say};
use crate::base::outside::Shown;
use crate::campaign::settings;
use crate::input::inbox::{IgnoredBecause, Inbox};

/// Which campaign file, inbox, scheme and registry are used, and how much was not looked at for it.
pub(super) fn lines(plan: &Plan, inbox: &Inbox, lang: Lang) -> String {
    let (scheme, registry) = (
        Shown::line(&plan.campaign.scheme),
        Shown::line(&plan.campaign.registry),
    );
    let year = plan.campaign.year;
    let mut line = match &plan.basis {
        Basis::Campaign(file) => say!(
            lang,
            (
                "Theo {}: phiếu ở {}, bộ tiêu chí {scheme}, danh sách đơn vị {registry}, năm {year}",
                Shown::path(file),
                Shown::path(plan.inbox())
            ),
            (
                "By {}: returns in {}, scheme {scheme}, registry {registry}, year {year}",
                Shown::path(file),
                Shown::path(plan.inbox())
            )
        ),
        Basis::BuiltIn => say!(
            lang,
            (
                "Không có {}: dùng bộ tiêu chí {scheme} và danh sách đơn vị {registry} có sẵn, năm {year}",
                settings::FILE_NAME
            ),
            (
                "No {}: the built-in scheme {scheme} and registry {registry}, year {year}",
                settings::FILE_NAME
            )
        ),
        Basis::PassedOver(..) => say!(
            lang,
            (
                "{}\nDùng bộ tiêu chí {scheme} và danh sách đơn vị {registry} có sẵn, năm {year}",
                passed_over(plan, lang).unwrap_or_default()
            ),
            (
                "{}\nUsed instead: the built-in scheme {scheme} and registry {registry}, year {year}",
                passed_over(plan, lang).unwrap_or_default()
            )
        ),
    };
    let outside = |reason| reason == IgnoredBecause::OutsideInbox;
    let left_out = inbox.ignored.iter().filter(|one| outside(one.reason));
    let count = left_out.count();
    if count > 0 {
        line.push_str(&say!(
            lang,
            "; {count} tệp ngoài thư mục phiếu không được xem",
            (
                "; {} outside the inbox not looked at",
                plural(count, "file")
            )
        ));
    }
    for note in &plan.notes {
        line.push('\n');
        line.push_str(&in_book(note, lang));
    }
    line
}

/// That a campaign file is not obeyed, why, and how it would be.
pub(super) fn passed_over(plan: &Plan, lang: Lang) -> Option<String> {
    let Basis::PassedOver(path, because) = &plan.basis else {
        return None;
    };
    let file = Shown::path(path);
    let why = match because {
        Because::AmongReturns => phrase("có phiếu nằm cạnh", "returns lie beside it"),
        Because::NoSubfolder => phrase(
            "inbox không chỉ vào thư mục con",
            "its inbox is no subfolder",
        ),
        Because::Two => phrase(
            "thư mục có cả campaign.toml",
            "there is a campaign.toml as well",
        ),
        Because::LeadsOut => phrase(
            "đó là liên kết ra ngoài thư mục",
            "it is a link out of the folder",
        ),
    };
    let why = why.get(lang);
    Some(say!(
        lang,
        "Không theo {file} vì {why}; nếu đúng là thiết lập của đợt này thì thêm --campaign {file}",
        "{file} is not obeyed: {why}; if it is this campaign's, add --campaign {file}"
    ))
}
