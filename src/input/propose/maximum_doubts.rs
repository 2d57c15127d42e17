//! What to ask of a maximum that the forms do not print, or not so.
//!
//! In: what was found. Out: questions, as [`Sources`] gives them. Not for: how many forms agree.

use crate::base::lang::{Phrase, phrase, say};
use crate::base::points::{Decimal, Points};
use crate::campaign::documents::{Certainty, Proposed};
use crate::input::propose::items::{Ceiling, ProposedItem, is_below};
use crate::input::propose::part_ways::{PartsTogether, ProvedParts};
use crate::input::propose::row_kinds::FormRowKind;
use crate::input::propose::sources::Sources;
use crate::input::propose::weights::Weighing;
use crate::input::propose::word_scores;

/// What points are of those below, where that is no sum.
fn way_words(way: PartsTogether) -> Option<Phrase> {
    match way {
        PartsTogether::Sum => None,
        PartsTogether::Mean => Some(phrase("trung bình", "the mean")),
        PartsTogether::MeanOfScored => Some(phrase(
            "trung bình (bỏ ô trống, chỉ chia cho số dòng có điểm)",
            "the mean (without blanks, of the rows that have points)",
        )),
        PartsTogether::Best => Some(phrase("điểm cao nhất", "the best")),
        PartsTogether::Weakest => Some(phrase("điểm thấp nhất", "the weakest")),
    }
}

impl Sources<'_> {
    /// What to ask of a maximum that the forms do not print, or not so.
    pub(super) fn ask_maximum(&self, item: &ProposedItem, row: usize, line: &mut Proposed) {
        let is_unsaid = line.agree == 0 && line.of > 0;
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
                .or_else(|| self.ask_below(item))
                .or_else(|| is_unsaid.then(|| self.ask_best_printed(item)).flatten())
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
            _ if is_unsaid && self.ask_best_printed(item).as_ref() == Some(&line.question) => {
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

    /// What to ask where the own numbers of the forms prove a way, and what they say of blanks.
    fn ask_proved(&self, item: &ProposedItem) -> Option<String> {
        let mut question = self.ask_together(item)?;
        let proved = item.parts?;
        if let Some(blanks) = proved.blanks {
            let (lang, count) = (self.lang, blanks.count);
            let what = way_words(proved.way)?.get(lang);
            let file = &self.own.get(blanks.place)?.0.file;
            let (own, counted) = (lang.number(blanks.own.0), lang.number(blanks.counted.0));
            question.push_str(&say!(
                lang,
                " Các dòng để trống được tính là 0 nên điểm của {count} phiếu (ví dụ {file}: ghi {own}, tính ra {counted}) thấp hơn phiếu ghi.",
                " Blank rows count as 0, so the points of {count} forms (such as {file}: it says {own}, they come to {counted}) are lower than what the forms say."
            ));
            question.push_str(&if proved.way == PartsTogether::Mean {
                self.how_to_leave_blanks(item)
            } else {
                say!(
                    lang,
                    " Nếu {what} phải bỏ qua dòng để trống thì chưa tính được như vậy: cần quyết định điểm của từng dòng để trống.",
                    " If {what} is to pass over blank rows, this is not done: decide the points of each blank row."
                )
            });
        }
        Some(question)
    }

    /// What to do where a mean is of what is not blank.
    fn how_to_leave_blanks(&self, item: &ProposedItem) -> String {
        let id = &item.id;
        if item.is_group {
            return say!(
                self.lang,
                " Nếu bình quân bỏ ô trống: thêm dưới nhóm một tiêu chí cùng tên nhóm, mã {id}.0, “Cách chấm” là “Bình quân các tiêu chí con có điểm, bỏ ô trống”; đổi mã các tiêu chí của nhóm thành {id}.0.1, {id}.0.2, … và xóa hệ số của chúng.",
                " If the mean leaves out blanks: put a criterion of the group's name, {id}.0, with the rule “Bình quân các tiêu chí con có điểm, bỏ ô trống” between; call the criteria of the group {id}.0.1, {id}.0.2, … and clear their weights."
            );
        }
        say!(
            self.lang,
            " Nếu bình quân bỏ ô trống: chọn “Bình quân các tiêu chí con có điểm, bỏ ô trống” ở “Cách chấm”.",
            " If the mean leaves out blanks: choose “Bình quân các tiêu chí con có điểm, bỏ ô trống” as the rule."
        )
    }

    /// What to ask where no form scores the row itself, and what they print as its most is that of the best row below, not the sum.
    fn ask_best_printed(&self, item: &ProposedItem) -> Option<String> {
        let below = self.found.items.iter();
        let below = below.filter(|one| is_below(one, &item.id) && one.row != item.row);
        let parts: Vec<Points> = below.map(ProposedItem::first_limit).collect();
        let (most, sum) = (item.first_printed()?, parts.iter().copied().sum::<Points>());
        if parts.len() < 2 || parts.iter().max() != Some(&most) || sum == most {
            return None;
        }
        let lang = self.lang;
        let what = way_words(PartsTogether::Best)?.get(lang);
        let (most, sum) = (lang.number(most.0), lang.number(sum.0));
        let mut question = say!(
            lang,
            "Phiếu ghi điểm tối đa ở đây là {most}, bằng điểm tối đa cao nhất của những dòng ngay dưới, không phải tổng của chúng ({sum}): điểm ở đây là {what} của các dòng ấy hay là tổng? Đang cộng lại, là đúng nếu điểm là tổng.",
            "The forms print {most} as the maximum here, which is the highest maximum of the rows right below and not their sum ({sum}): are the points here {what} of those rows or the sum? They are added up, which is right if they are a sum."
        );
        question.push_str(&self.how_to_choose(item, what));
        Some(question)
    }

    /// What to ask where the own numbers of the forms say that what is below comes together otherwise than as a sum.
    fn ask_together(&self, item: &ProposedItem) -> Option<String> {
        let ProvedParts { way, agree, of, .. } = item.parts?;
        let lang = self.lang;
        let what = way_words(way)?.get(lang);
        if self.is_for_group(item) {
            let id = &item.id;
            return Some(say!(
                lang,
                "Điểm nhóm này ở {agree}/{of} phiếu là {what} của các tiêu chí trong nhóm, không phải tổng, nên các tiêu chí ấy đứng dưới một tiêu chí thay cho cả nhóm, mã {id}, “Cách chấm” ghi như vậy: có đúng không? Nếu cộng lại thì chọn “Cộng các tiêu chí con” cho {id} rồi sửa điểm tối đa của {id}, của nhóm và tổng điểm tối đa.",
                "In {agree} of {of} forms the points of this group are {what} of its criteria, not the sum, so these stand below one criterion for the whole group, {id}, whose rule says so: is that right? If they are added up, choose “Cộng các tiêu chí con” for {id} and correct the maxima of {id}, of the group and of the total."
            ));
        }
        if !item.is_group {
            return Some(say!(
                lang,
                "Điểm mục này ở {agree}/{of} phiếu là {what} của các mục con, không phải tổng, nên “Cách chấm” ghi như vậy: có đúng không? Nếu cộng lại thì chọn “Cộng các tiêu chí con”.",
                "In {agree} of {of} forms the points of this row are {what} of those below, not the sum, and the rule says so: is that right? If they are added up, choose “Cộng các tiêu chí con”."
            ));
        }
        let below = self.found.items.iter();
        let mut below = below.filter(|one| is_below(one, &item.id));
        if way == PartsTogether::Mean && below.any(|one| one.weight != Decimal::ONE) {
            return Some(say!(
                lang,
                "Điểm nhóm này ở {agree}/{of} phiếu là {what} của các tiêu chí trong nhóm, không phải tổng, nên cột “Hệ số” chia đều cho các tiêu chí ấy: có đúng không? Nếu cộng lại thì xóa hệ số của các tiêu chí trong nhóm và sửa điểm tối đa của nhóm.",
                "In {agree} of {of} forms the points of this group are {what} of its criteria, not the sum, so the column \"Hệ số\" gives these equal shares: is that right? If they are added up, clear the weights of these criteria and correct the maximum of the group."
            ));
        }
        Some(say!(
            lang,
            "Điểm nhóm này ở {agree}/{of} phiếu là {what} của các tiêu chí trong nhóm, không phải tổng; nhóm CHƯA được tính như vậy mà đang cộng lại. Nếu đúng là {what} thì thêm dưới nhóm một tiêu chí chứa các tiêu chí này, với “Cách chấm” như thế.",
            "In {agree} of {of} forms the points of this group are {what} of its criteria, not the sum; they are NOT taken so, but added up. If it is {what}, put a criterion with that rule between the group and its criteria."
        ))
    }

    /// What to ask where some forms say so, and too few to know.
    fn ask_doubted(&self, item: &ProposedItem) -> Option<String> {
        let doubted = item.doubted.as_ref()?;
        let (agree, sums, lang) = (doubted.agree, doubted.sums, self.lang);
        let what = way_words(doubted.way)?.get(lang);
        let (form, _) = self.own.get(doubted.place)?;
        let file = &form.file;
        let own = lang.number(doubted.own.0);
        let parts = doubted.parts.iter().map(|one| lang.number(one.0));
        let parts = parts.collect::<Vec<_>>().join("; ");
        let mut question = say!(
            lang,
            "Chưa rõ điểm ở đây là {what} hay là tổng của những dòng ngay dưới: {agree} phiếu khớp {what} (ví dụ {file} ghi {own}, các dòng dưới ghi {parts}), {sums} phiếu khớp tổng. Đang cộng lại, là đúng nếu điểm là tổng.",
            "It is not clear whether the points here are {what} or the sum of the rows right below: {agree} forms fit {what} (such as {file}, which says {own} above {parts}), {sums} fit the sum. They are added up, which is right if they are a sum."
        );
        if doubted.is_sum_printed {
            question.push_str(&say!(
                lang,
                " Điểm tối đa phiếu ghi ở đây là tổng điểm tối đa của các dòng ấy.",
                " The maximum that the forms print here is the sum of the maxima of those rows."
            ));
        }
        question.push_str(&self.how_to_choose(item, what));
        Some(question)
    }

    /// What to do where the points of an item are another thing than the sum.
    fn how_to_choose(&self, item: &ProposedItem, what: &str) -> String {
        let lang = self.lang;
        if item.is_group {
            let id = &item.id;
            say!(
                lang,
                " Nếu là {what}: thêm dưới nhóm một tiêu chí cùng tên nhóm, mã {id}.0, “Cách chấm” như thế; đổi mã các tiêu chí của nhóm thành {id}.0.1, {id}.0.2, …; sửa điểm tối đa của nhóm và tổng điểm tối đa.",
                " If it is {what}: put a criterion of the group's name, {id}.0, with that rule between; call the criteria of the group {id}.0.1, {id}.0.2, …; correct the maximum of the group and of the total."
            )
        } else {
            say!(
                lang,
                " Nếu là {what}: chọn như thế ở “Cách chấm” rồi sửa điểm tối đa của mục này, của nhóm và tổng điểm tối đa.",
                " If it is {what}: choose so in the rule and correct the maximum of this row, of the group and of the total."
            )
        }
    }

    /// Whether a criterion stands for its whole group: both are the same row.
    fn is_for_group(&self, item: &ProposedItem) -> bool {
        let mut groups = self.found.items.iter().filter(|one| one.is_group);
        let is_of = |group: &ProposedItem| group.row == item.row && is_below(item, &group.id);
        item.kind == FormRowKind::Sum && item.row.is_some() && groups.any(is_of)
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
