//! Where a value came from, and why points count, in words.

use crate::app::cli::decimals::range_shown;
use crate::app::cli::trace::TracePage;
use crate::base::date::Day;
use crate::base::lang::say;
use crate::base::number::Step;
use crate::base::origin::{DocumentLine, Origin};
use crate::base::outside::Shown;
use crate::base::points::Decimal;
use crate::campaign::decisions::{DecidedFigure, DecisionKind};
use crate::judge::score::{CountedBy, CountsInstead, CriterionScore};
use crate::result::report::ValueSource;

impl TracePage<'_> {
    /// Where something stands, and what stands there.
    pub(super) fn place(&self, file: &str, source: &ValueSource) -> String {
        let at = match &source.origin {
            cell @ Origin::Cell { .. } => format!("{file}: {cell}"),
            origin @ (Origin::Line(_) | Origin::Book(_)) => self.document(origin),
        };
        // A stored number is shown as people read it; only text is quoted.
        let is_text = source.steps.contains(&Step::FromText);
        if let Ok(number) = source.text.parse::<Decimal>()
            && !is_text
        {
            let number = self.lang.number(number);
            return say!(
                self.lang,
                "{at} – ô có số {number}",
                "{at} – the cell holds {number}"
            );
        }
        let text = Shown::line(&source.text);
        if text.is_empty() {
            say!(self.lang, "{at} – ô trống", "{at} – blank")
        } else {
            say!(
                self.lang,
                "{at} – ô ghi “{text}”",
                "{at} – the cell says \"{text}\""
            )
        }
    }

    /// Why what counts counts.
    pub(super) fn counted_by(&self, score: &CriterionScore, by: CountedBy) -> String {
        let lang = self.lang;
        let range = range_shown(score.lowest, score.highest, lang);
        match by {
            CountedBy::Appraised => say!(
                lang,
                "theo điểm thẩm định ghi trong phiếu, không theo điểm tự chấm",
                "the appraised score that stands in the form, not the claim"
            ),
            CountedBy::Claim if score.appraised.is_some() => say!(
                lang,
                "điểm thẩm định không hợp lệ; điểm tự chấm hợp lệ",
                "the appraised score is not valid; the claim is"
            ),
            CountedBy::Claim => say!(
                lang,
                "chưa có điểm thẩm định; điểm tự chấm hợp lệ",
                "there is no appraised score; the claim is valid"
            ),
            CountedBy::Blank => say!(
                lang,
                "ô điểm trống; bộ tiêu chí quy định để trống là 0 điểm (blank_is_zero)",
                "the score is blank, which is 0 in the scheme (blank_is_zero)"
            ),
            CountedBy::LeftOut => say!(
                lang,
                "ô điểm trống; bộ tiêu chí quy định bình quân bỏ ô trống (mean_of_scored)",
                "the score is blank, which the mean in the scheme leaves out (mean_of_scored)"
            ),
            CountedBy::Open => say!(
                lang,
                "chưa xác định, có thể {range}; xem cảnh báo bên dưới",
                "open, {range}; see the findings below"
            ),
            CountedBy::Given => self.given(score),
            CountedBy::Decided => self.decided(score),
            CountedBy::Figures if score.lowest < score.highest => say!(
                lang,
                "điểm tính từ số liệu được tính, tạm tính vì giá trị cao nhất trong cấp chưa chắc chắn (TH445): có thể {range}",
                "what the figures give counts, provisional as the level's best value is not certain (TH445): {range}"
            ),
            CountedBy::Figures => say!(
                lang,
                "điểm tính từ số liệu được tính; điểm tự chấm chỉ để đối chiếu (by_figures)",
                "what the figures give counts; the claim is only compared (by_figures)"
            ),
            CountedBy::PassedOver => say!(
                lang,
                "không cộng: điểm lấy ở mục chứa tiêu chí này",
                "not added: the criterion above it has points of its own"
            ),
            CountedBy::Exempt | CountedBy::OtherLevel => say!(
                lang,
                "tiêu chí không áp dụng cho đơn vị (trang “Không áp dụng” của tệp đợt đánh giá, [[exempt]] trong campaign.toml)",
                "the criterion does not apply to the unit (sheet \"Không áp dụng\" of the campaign workbook, [[exempt]] in campaign.toml)"
            ),
        }
    }

    /// Who has decided points, why and where that stands.
    fn decided(&self, score: &CriterionScore) -> String {
        let Some(decided) = &score.decided else {
            return String::new();
        };
        let who = (&*decided.by, decided.on, &*decided.reason);
        self.decision(decided.kind, who, &decided.origin)
    }

    /// Who has decided a figure, why and where that stands.
    pub(super) fn figure_decided(&self, decided: &DecidedFigure) -> String {
        let who = (&*decided.by, decided.on, &*decided.reason);
        self.decision(decided.kind, who, &decided.origin)
    }

    fn decision(
        &self,
        kind: DecisionKind,
        (by, on, reason): (&str, Option<Day>, &str),
        origin: &Origin,
    ) -> String {
        let (lang, at) = (self.lang, self.document(origin));
        let verdict = kind.name().get(lang);
        let by = match (&*Shown::line(by), on) {
            ("", _) => String::new(),
            (by, None) => say!(lang, ", {by} quyết định", ", decided by {by}"),
            (by, Some(on)) => say!(
                lang,
                (", {by} quyết định ngày {}", on.shown(lang)),
                (", decided by {by} on {}", on.shown(lang))
            ),
        };
        let reason = match &*Shown::line(reason) {
            "" => String::new(),
            reason => say!(lang, "; căn cứ: {reason}", "; reason: {reason}"),
        };
        say!(
            lang,
            "theo quyết định “{verdict}”{by}{reason} ({at})",
            "by decision \"{verdict}\"{by}{reason} ({at})"
        )
    }

    /// Where something stands in a document of the campaign.
    fn document(&self, origin: &Origin) -> String {
        match origin {
            Origin::Line(at) => {
                let DocumentLine { document, line } = &**at;
                say!(
                    self.lang,
                    "{document}, dòng {line}",
                    "{document}, line {line}"
                )
            }
            Origin::Book(_) | Origin::Cell { .. } => origin.to_string(),
        }
    }

    /// Where points come from that the province gives.
    fn given(&self, score: &CriterionScore) -> String {
        let Some(CountsInstead::Given(Some(from))) = &score.basis else {
            return String::new();
        };
        let source = Shown::line(&from.source);
        let at = from.origin.as_ref();
        let at = at.map(|origin| format!(" ({})", self.document(origin)));
        let at = at.unwrap_or_default();
        say!(
            self.lang,
            "điểm do tỉnh cho, không lấy từ phiếu: {source}{at}",
            "given by the province, not read from the form: {source}{at}"
        )
    }
}
