//! What to ask of a maximum that the forms do not print, or not so.
//!
//! In: what was found. Out: questions, as [`Sources`] gives them. Not for: how many forms agree.

use crate::base::lang::say;
use crate::base::points::Points;
use crate::campaign::documents::{Certainty, Proposed};
use crate::input::propose::items::{Ceiling, ProposedItem};
use crate::input::propose::row_kinds::FormRowKind;
use crate::input::propose::sources::Sources;
use crate::input::propose::weights::Weighing;
use crate::input::propose::word_scores;

impl Sources<'_> {
    /// What to ask of a maximum that the forms do not print, or not so.
    pub(super) fn ask_maximum(&self, item: &ProposedItem, row: usize, line: &mut Proposed) {
        let is_unsaid = line.agree == 0 && line.of > 0;
        // What only words say stands in no column of maxima.
        let is_of_words = line.of == 0;
        let of_printed = || {
            let best = self.ask_best_printed(item);
            best.or_else(|| self.ask_less_printed(item))
        };
        let is_asked_before = self.is_of_scale(item) && !self.is_first_of_scale(item);
        let question = match item.ceiling {
            // One scale for all of them is one question.
            Ceiling::Seen | Ceiling::Index if is_asked_before => None,
            Ceiling::Seen => Some(self.ask_unprinted(item, row)),
            Ceiling::Index => Some(self.ask_index(item)),
            Ceiling::Penalty => Some(self.ask_penalty(item)),
            Ceiling::Said | Ceiling::Below | Ceiling::Words | Ceiling::Capped => self
                .ask_proved(item)
                .or_else(|| self.ask_doubted(item))
                .or_else(|| self.ask_no_limit(item))
                .or_else(|| self.ask_lacking(item, row))
                .or_else(|| is_of_words.then(of_printed).flatten())
                .or_else(|| self.ask_below(item))
                .or_else(|| is_unsaid.then(of_printed).flatten())
                .or_else(|| is_unsaid.then(|| self.ask_rest(item, row))),
        };
        if is_asked_before {
            line.certainty = Certainty::Look;
        }
        let Some(question) = question else {
            return;
        };
        line.question = question;
        line.certainty = match item.ceiling {
            Ceiling::Seen => Certainty::Unclear,
            _ if item.doubted.is_some() => Certainty::Unclear,
            _ if item.parts.is_some_and(|one| one.blanks.is_some()) => Certainty::Unclear,
            _ if (is_unsaid || is_of_words) && self.is_of_printed(item, &line.question) => {
                Certainty::Unclear
            }
            _ => Certainty::Look,
        };
    }

    /// Whether a maximum that nothing prints is one scale for all criteria, and no highest score of its own.
    fn is_of_scale(&self, item: &ProposedItem) -> bool {
        match item.ceiling {
            Ceiling::Index => true,
            Ceiling::Seen => self.is_printed_weight(),
            _ => false,
        }
    }

    /// Whether points are weighed by what the forms print.
    fn is_printed_weight(&self) -> bool {
        !matches!(self.found.weighing, Weighing::Open | Weighing::Plain(..))
    }

    /// Whether it is the first criterion with that scale.
    fn is_first_of_scale(&self, item: &ProposedItem) -> bool {
        let is_same = |one: &&ProposedItem| {
            one.ceiling == item.ceiling && one.maxima == item.maxima && !one.is_group
        };
        let first = self.found.items.iter().find(is_same);
        first.is_some_and(|first| first.id == item.id)
    }

    /// What to ask of a maximum of scores from 0 to 1.
    fn ask_index(&self, item: &ProposedItem) -> String {
        let most = item.first_limit().to_string();
        say!(
            self.lang,
            "Các phiếu không ghi điểm tối đa, điểm từ 0 đến 1; đã lấy tối đa {most}, ở mọi dòng cùng số này: có đúng không?",
            "The forms print no maximum and score from 0 to 1; {most} was taken for it, in all rows with this number: is that right?"
        )
    }

    /// What to ask of points that are taken off.
    fn ask_penalty(&self, item: &ProposedItem) -> String {
        let lang = self.lang;
        let mut question = say!(
            lang,
            "Dòng này được hiểu là điểm trừ: cao nhất là 0, điểm bị trừ ghi số âm. Có đúng không? Nếu là điểm được cộng thì ghi điểm tối đa và bỏ điểm thấp nhất.",
            "This row is taken to be points taken off: 0 at most, and what is taken off is written below 0. Is that right? If points are added, write the maximum and remove the minimum."
        );
        if item.is_minimum_seen() {
            let least = lang.number(item.minimum.0);
            question.push_str(&say!(
                lang,
                " Các phiếu không ghi bị trừ nhiều nhất bao nhiêu: {least} là số thấp nhất đã thấy, phiếu trừ nhiều hơn sẽ bị báo; nếu quy định khác thì sửa ở cột “Điểm tối thiểu”.",
                " The forms do not say how much may be taken off: {least} is the lowest seen, and a form below it is reported; correct the column \"Điểm tối thiểu\" where the rules say otherwise."
            ));
        }
        question
    }

    /// What to ask where the parts of a criterion come to more than it.
    fn ask_below(&self, item: &ProposedItem) -> Option<String> {
        (item.ceiling == Ceiling::Below).then(|| {
            say!(
                self.lang,
                "Các mục con cộng lại hơn điểm tối đa của mục này: điểm được tính là số đơn vị ghi ở chính dòng của mục (không quá điểm tối đa), điểm các mục con không cộng. Có đúng không? Nếu là cộng các mục con và tính đến điểm tối đa: chọn “Cộng các tiêu chí con”, ghi “có” ở “Tính đến tối đa”, xóa “Điểm của chính mục”.",
                "The parts come to more than this maximum: what counts is what the unit writes on this row, up to the maximum, and the parts add nothing. Is that right? If the parts are added up as far as the maximum: choose “Cộng các tiêu chí con”, say “có” in “Tính đến tối đa” and clear “Điểm của chính mục”."
            )
        })
    }

    /// What to ask where the forms print another number than what units score themselves comes to.
    fn ask_rest(&self, item: &ProposedItem, row: usize) -> String {
        let others = self.survey_below(row);
        let sum = item.first_limit().to_string();
        say!(
            self.lang,
            "Phần đơn vị tự chấm cộng lại là {sum} điểm, phiếu ghi số khác{others}: đơn vị có tự chấm phần còn lại không?",
            "What units score themselves adds up to {sum}, the forms print another number{others}: do units score the rest?"
        )
    }

    /// What to ask where forms of a level have the row of a criterion, with neither a maximum nor a score.
    fn ask_lacking(&self, item: &ProposedItem, row: usize) -> Option<String> {
        let is_sum = item.is_group || item.kind == FormRowKind::Sum;
        let levels = self.found.levels.iter().zip(&item.maxima).enumerate();
        let lacking = levels.filter(|(level, (_, most))| {
            most.is_none() && !is_sum && self.finder.is_on(row, *level)
        });
        let names: Vec<&str> = lacking.map(|(_, (level, _))| level.name.as_str()).collect();
        let names = names.join(", ");
        (!names.is_empty()).then(|| {
            say!(
                self.lang,
                "Phiếu của {names} có dòng này nhưng không ghi điểm tối đa và không chấm: được hiểu là {names} không có tiêu chí này. Có đúng không? Nếu có thì ghi điểm tối đa ở cột của cấp ấy.",
                "Forms of {names} have this row, with neither a maximum nor a score: {names} is taken not to have this criterion. Is that right? If it does, write its maximum in the column of that level."
            )
        })
    }

    /// What to ask of a maximum that the forms do not print: the highest score seen stands for it.
    fn ask_unprinted(&self, item: &ProposedItem, row: usize) -> String {
        let lang = self.lang;
        let mut question = if self.is_printed_weight() {
            let most = item.first_limit().to_string();
            say!(
                lang,
                "Các phiếu ghi trọng số mà không ghi điểm tối đa; đã lấy thang {most} cho mọi dòng vì hầu hết điểm của đa số phiếu không quá số này, phiếu có điểm cao hơn sẽ bị báo: có đúng không?",
                "The forms print weights and no maximum; scores of all rows are taken to go up to {most}, as nearly all scores of most forms do, and forms with higher ones are reported: is that right?"
            )
        } else if word_scores::is_said(self.finder.forms, &self.finder.roles.columns, row) {
            say!(
                lang,
                "Các phiếu chỉ ghi chữ ở dòng này, không ghi điểm tối đa. Điểm tối đa, và điểm của từng phương án bên dưới, là bao nhiêu?",
                "The forms have nothing but words here and print no maximum. What is the maximum, and what is each option below it worth?"
            )
        } else {
            say!(
                lang,
                "Các phiếu không ghi điểm tối đa ở dòng này; số ở đây là điểm cao nhất đã thấy. Điểm tối đa là bao nhiêu?",
                "The forms print no maximum here; this is the highest score seen. What is the maximum?"
            )
        };
        if self.finder.is_bonus(row) && item.minimum == Points::ZERO {
            question.push_str(&say!(
                lang,
                " Điểm thưởng không có mức tối đa thì ghi: không giới hạn.",
                " For a bonus without a maximum write: unlimited."
            ));
        }
        question
    }

    /// What to ask where something has no limit.
    fn ask_no_limit(&self, item: &ProposedItem) -> Option<String> {
        let most = item.first_limit().to_string();
        let lang = self.lang;
        Some(match item.ceiling {
            Ceiling::Words => say!(
                lang,
                "Các phiếu không ghi điểm tối đa ở dòng này; lời của dòng ghi là không giới hạn. Có đúng không? Nếu có mức tối đa thì ghi số.",
                "The forms print no maximum here; the words of the row say that there is no limit. Is that right? If there is a maximum, write it."
            ),
            Ceiling::Capped if item.capped.is_some() => self.ask_capped(item)?,
            Ceiling::Capped => say!(
                lang,
                "Phiếu ghi mục này tối đa {most} điểm mà bên dưới có tiêu chí không giới hạn: được hiểu là cộng lại chỉ tính đến {most}. Có đúng không? Nếu điểm vượt vẫn được cộng thì chuyển tiêu chí đó sang nhóm điểm cộng ngoài tổng.",
                "The forms print {most} here and a criterion below has no limit: together no more than {most} is taken to count. Is that right? If more counts, move that criterion to a group of bonus beside the total."
            ),
            _ if item.is_group && item.is_unlimited() => say!(
                lang,
                "Nhóm này có điểm cộng không giới hạn nên được cộng ngoài tổng điểm tối đa. Có đúng không?",
                "This group has a bonus without a limit, so it is added beside the maximum of the total. Is that right?"
            ),
            _ => return None,
        })
    }

    /// Rows below one whose points are not the unit's.
    fn survey_below(&self, row: usize) -> String {
        let rows = &self.finder.forms.consensus.rows;
        let is_below = |place: usize| {
            let mut next = rows.get(place).and_then(|one| one.parent);
            while let Some(above) = next {
                if above == row {
                    return true;
                }
                next = rows.get(above).and_then(|one| one.parent);
            }
            false
        };
        let of = self
            .kinds
            .iter()
            .enumerate()
            .filter(|(place, kind)| **kind == FormRowKind::Survey && is_below(*place));
        let names: Vec<String> = of
            .filter_map(|(place, _)| rows.get(place))
            .map(|one| format!("{} {}", one.code.joined(), one.text))
            .collect();
        if names.is_empty() {
            String::new()
        } else {
            format!(" ({})", names.join("; "))
        }
    }
}
