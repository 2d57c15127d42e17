//! What to ask of points that are a share of the maximum, or may be.
//!
//! In: what was found. Out: questions, as [`Sources`] gives them. Not for: finding out (`share_rules`).

use crate::base::lang::say;
use crate::campaign::definition::PathStep;
use crate::campaign::documents::{Certainty, Proposed};
use crate::input::propose::items::ProposedItem;
use crate::input::propose::share_rules::{self, FoundShare, ShareOf};
use crate::input::propose::sources::Sources;

impl Sources<'_> {
    /// The source of the rule of a criterion, where its points are a share of the maximum or may be.
    pub(super) fn share(&self, item: &ProposedItem, path: Vec<PathStep>) -> Option<Proposed> {
        let share = share_rules::found(self.found, item)?;
        let mut line = Sources::blank(path);
        (line.agree, line.of) = (share.agree, share.of);
        line.certainty = if share.is_proved {
            Certainty::Look
        } else {
            Certainty::Unclear
        };
        line.question = self.ask_share(item, share);
        Some(line)
    }

    fn ask_share(&self, item: &ProposedItem, share: FoundShare) -> String {
        let (agree, of, lang) = (share.agree, share.of, self.lang);
        let Some(of_what) = share.of_what else {
            return say!(
                lang,
                "Phiếu ghi điểm ở đây theo tỷ lệ × điểm tối đa nhưng số liệu và điểm của các phiếu không cho thấy tỷ lệ của số nào: CHƯA tính điểm từ số liệu. Nếu tính thì chọn “Cách chấm” và ghi số liệu.",
                "The forms say that points are a share of the maximum, and their figures and points do not show of which: points are NOT computed. To compute them choose the rule and its figures."
            );
        };
        let share_of = self.share_words(item, of_what);
        if share.is_proved {
            return say!(
                lang,
                "Ở {agree}/{of} phiếu điểm đúng bằng {share_of} × điểm tối đa nên “Cách chấm” ghi như vậy, điểm đơn vị tự chấm được đối chiếu với số liệu: có đúng không?",
                "In {agree} of {of} forms the points are {share_of} × the maximum, so the rule says so and points are held against the figures: is that right?"
            );
        }
        say!(
            lang,
            "Điểm ở đây có tính theo {share_of} × điểm tối đa không? Mới có {agree}/{of} phiếu có điểm đúng như vậy nên CHƯA tính điểm từ số liệu. Nếu đúng thì chọn như thế ở “Cách chấm”.",
            "Are these points {share_of} × the maximum? Only {agree} of {of} forms have such points, so they are NOT computed. If they are, choose so in the rule."
        )
    }

    /// What a share is of, in words.
    fn share_words(&self, item: &ProposedItem, of_what: ShareOf) -> String {
        let rows = &self.finder.forms.consensus.rows;
        let name = |at: usize| {
            let row = item.figures.get(at).and_then(|row| rows.get(*row));
            row.map_or_else(String::new, |row| format!("“{}”", row.text))
        };
        match of_what {
            ShareOf::Two(part, whole) => format!("{} / {}", name(part), name(whole)),
            ShareOf::Percent(at) => name(at),
            ShareOf::OwnPercent => {
                say!(
                    self.lang,
                    "tỷ lệ ghi ở cột số liệu",
                    "the share in the column of figures"
                )
            }
        }
    }
}
