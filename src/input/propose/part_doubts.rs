//! What to ask of points that come together from rows below: as a sum, in another way, or no further than to a maximum.
//!
//! In: what was found. Out: questions, as [`Sources`] gives them. Not for: proving (`part_proof`, `cap_proof`, `total_proof`).

use crate::base::lang::{Phrase, phrase, say};
use crate::base::points::{Decimal, Points};
use crate::input::propose::cap_proof::CapSaid;
use crate::input::propose::items::{ProposedItem, is_below};
use crate::input::propose::part_ways::{PartsTogether, ProvedParts};
use crate::input::propose::row_kinds::FormRowKind;
use crate::input::propose::sources::Sources;

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
    /// What to ask where the own numbers of the forms prove a way, and what they say of blanks.
    pub(super) fn ask_proved(&self, item: &ProposedItem) -> Option<String> {
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
    pub(super) fn ask_best_printed(&self, item: &ProposedItem) -> Option<String> {
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
    pub(super) fn ask_together(&self, item: &ProposedItem) -> Option<String> {
        let ProvedParts {
            way,
            agree,
            of,
            by_totals,
            ..
        } = item.parts?;
        let lang = self.lang;
        let what = way_words(way)?.get(lang);
        if by_totals {
            let rule = self.ask_by_totals(item, what);
            return Some(say!(
                lang,
                "Phiếu không ghi điểm ở dòng này, nhưng tổng điểm của {agree}/{of} phiếu chỉ đúng khi điểm ở đây là {what} của các dòng ngay dưới, không phải tổng, nên “Cách chấm” ghi như vậy{rule}: có đúng không?",
                "The forms say no points in this row, but the totals of {agree} of {of} forms are right only where these are {what} of the rows right below, not the sum, so the rule says so{rule}: is that right?"
            ));
        }
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
    pub(super) fn ask_doubted(&self, item: &ProposedItem) -> Option<String> {
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

    /// Where the rule stands that the totals prove.
    fn ask_by_totals(&self, item: &ProposedItem, what: &str) -> String {
        if !self.is_for_group(item) {
            return String::new();
        }
        let id = &item.id;
        say!(
            self.lang,
            " cho một tiêu chí thay cho cả nhóm, mã {id} ({what})",
            " for one criterion for the whole group, {id} ({what})"
        )
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

    /// What to ask where the parts of a row come to more than what the forms print as its most, and nothing says which counts.
    pub(super) fn ask_less_printed(&self, item: &ProposedItem) -> Option<String> {
        let (most, sum) = (item.first_printed()?, item.first_limit());
        if most >= sum || most <= Points::ZERO {
            return None;
        }
        let (most, sum, lang) = (self.lang.number(most.0), self.lang.number(sum.0), self.lang);
        Some(say!(
            lang,
            "Phiếu ghi điểm tối đa ở đây là {most}, điểm tối đa của các dòng ngay dưới cộng lại là {sum}: có phải cộng các dòng ấy nhưng chỉ tính đến {most}? CHƯA tính như vậy, đang cộng đủ đến {sum}. Nếu đúng thì ghi “có” ở “Tính đến tối đa”, sửa điểm tối đa ở đây thành {most} rồi sửa tổng điểm tối đa.",
            "The forms print {most} as the maximum here, and the maxima of the rows right below add up to {sum}: are these added up, but no further than to {most}? That is NOT done; up to {sum} counts. If so, say “có” in “Tính đến tối đa”, write {most} as the maximum here and correct the maximum of the total."
        ))
    }

    /// Whether a question is one of two numbers that forms print.
    pub(super) fn is_of_printed(&self, item: &ProposedItem, question: &str) -> bool {
        let all = [self.ask_best_printed(item), self.ask_less_printed(item)];
        all.iter().flatten().any(|one| one == question)
    }

    /// What to ask where what is below counts no further than to what the forms print.
    pub(super) fn ask_capped(&self, item: &ProposedItem) -> Option<String> {
        let cap = item.capped?;
        let (agree, of, lang) = (cap.agree, cap.of, self.lang);
        let (most, sum) = (
            self.lang.number(item.first_limit().0),
            self.lang.number(cap.sum.0),
        );
        let why = match cap.said {
            CapSaid::Own => say!(
                lang,
                "{agree}/{of} phiếu có các dòng dưới cộng lại hơn {most} đều ghi ở đây {most}",
                "{agree} of {of} forms whose rows below add up to more than {most} say {most} here"
            ),
            CapSaid::Totals => say!(
                lang,
                "tổng điểm của {agree}/{of} phiếu chỉ đúng khi tính như vậy",
                "the totals of {agree} of {of} forms are right only so"
            ),
            CapSaid::Words => say!(
                lang,
                "lời của dòng này ghi như vậy",
                "the words of this row say so"
            ),
            CapSaid::Maxima => say!(
                lang,
                "điểm tối đa phiếu ghi ở dòng trên (hoặc dòng tổng) chỉ đúng khi tính như vậy",
                "the maximum that the forms print above, or of the total, is right only so"
            ),
        };
        let why = match cap.said {
            CapSaid::Maxima | CapSaid::Words => why + &self.cut_by_cap(item).unwrap_or_default(),
            CapSaid::Own | CapSaid::Totals => why,
        };
        Some(say!(
            lang,
            "Các dòng ngay dưới cộng lại đến {sum}, phiếu ghi ở đây tối đa {most}: đã hiểu là cộng lại nhưng chỉ tính đến {most} (“Tính đến tối đa” ghi “có”) vì {why}. Có đúng không? Nếu điểm vượt vẫn được tính thì bỏ “có” và sửa điểm tối đa ở đây thành {sum}.",
            "The rows right below add up to {sum}, and the forms print {most} here: they are taken to be added up no further than to {most} (“Tính đến tối đa” says “có”), since {why}. Is that right? If what is above counts as well, remove “có” and write {sum} as the maximum here."
        ))
    }

    /// A form whose rows below an item come to more than its maximum, which no score of the forms says is cut.
    fn cut_by_cap(&self, item: &ProposedItem) -> Option<String> {
        let (row, limit) = (item.row?, item.first_limit());
        let mut all = self.own.iter().enumerate();
        let more = |place: usize| {
            let sum = self.finder.sum_below(Some(row), place);
            (sum > limit).then_some(sum)
        };
        let (form, sum) = all.find_map(|(place, (form, _))| Some((form, more(place)?)))?;
        let (file, sum, most) = (
            &form.file,
            self.lang.number(sum.0),
            self.lang.number(limit.0),
        );
        Some(say!(
            self.lang,
            " (ví dụ {file}: các dòng dưới cộng lại {sum}, chỉ tính {most})",
            " (such as {file}: the rows below add up to {sum}, of which {most} count)"
        ))
    }
}
