//! What a run rests on, in the first lines that it prints: the campaign file, or none, and what is used.
//!
//! In: the plan of a run. Out: a line or two. Not for: findings, which the report holds.

use crate::app::cli::words;
use crate::app::pipeline::Plan;
use crate::app::pipeline::settings::{Basis, Because};
use crate::base::lang::Lang;
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
    let mut line = match (&plan.basis, lang) {
        (Basis::Campaign(file), Lang::Vi) => format!(
            "Theo {}: phiếu ở {}, bộ tiêu chí {scheme}, danh sách đơn vị {registry}, năm {year}",
            Shown::path(file),
            Shown::path(plan.inbox())
        ),
        (Basis::Campaign(file), Lang::En) => format!(
            "By {}: returns in {}, scheme {scheme}, registry {registry}, year {year}",
            Shown::path(file),
            Shown::path(plan.inbox())
        ),
        (Basis::BuiltIn, Lang::Vi) => format!(
            "Không có {}: dùng bộ tiêu chí {scheme} và danh sách đơn vị {registry} có sẵn, năm {year}",
            settings::FILE_NAME
        ),
        (Basis::BuiltIn, Lang::En) => format!(
            "No {}: the built-in scheme {scheme} and registry {registry}, year {year}",
            settings::FILE_NAME
        ),
        (Basis::PassedOver(..), Lang::Vi) => format!(
            "{}\nDùng bộ tiêu chí {scheme} và danh sách đơn vị {registry} có sẵn, năm {year}",
            passed_over(plan, lang).unwrap_or_default()
        ),
        (Basis::PassedOver(..), Lang::En) => format!(
            "{}\nUsed instead: the built-in scheme {scheme} and registry {registry}, year {year}",
            passed_over(plan, lang).unwrap_or_default()
        ),
    };
    let outside = |reason| reason == IgnoredBecause::OutsideInbox;
    let left_out = inbox.ignored.iter().filter(|one| outside(one.reason));
    match (left_out.count(), lang) {
        (0, _) => {}
        (count, Lang::Vi) => {
            line.push_str(&format!("; {count} tệp ngoài thư mục phiếu không được xem"));
        }
        (count, Lang::En) => {
            let files = words::count(count, "file");
            line.push_str(&format!("; {files} outside the inbox not looked at"));
        }
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
        Because::AmongReturns => ("có phiếu nằm cạnh", "returns lie beside it"),
        Because::NoSubfolder => (
            "inbox không chỉ vào thư mục con",
            "its inbox is no subfolder",
        ),
        Because::LeadsOut => (
            "đó là liên kết ra ngoài thư mục",
            "it is a link out of the folder",
        ),
    };
    Some(match lang {
        Lang::Vi => format!(
            "Không theo {file} vì {}; nếu đúng là thiết lập của đợt này thì thêm --campaign {file}",
            why.0
        ),
        Lang::En => format!(
            "{file} is not obeyed: {}; if it is this campaign's, add --campaign {file}",
            why.1
        ),
    })
}
