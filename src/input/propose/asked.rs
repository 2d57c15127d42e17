//! The headings that were seen, and what to ask about each.
//!
//! In: the columns and what they were taken for. Out: rows of the sheet of columns. Not for: what the campaign says of itself (`about`).

use crate::base::lang::{Lang, Phrase, phrase, say};
use crate::base::points::Decimal;
use crate::base::text;
use crate::campaign::documents::{Certainty, SeenHeading};
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::{ColumnDoubt, FormColumn};
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::sources::Sources;
use crate::input::propose::weight_doubts;
use crate::input::propose::weights::Weighing;

const HEADING: Phrase = phrase(
    "Cột này là gì? Chọn ở cột Là; nếu không dùng thì chọn “bỏ qua”.",
    "What is this column? Choose it in the column Is; if it is not used, \"passed over\".",
);

/// What to ask of a score that the columns beside it come to, and of these.
const PROVED: Phrase = phrase(
    "Các cột bên cạnh cộng, trừ hoặc bình quân lại đúng bằng cột này nên đã lấy cột này là điểm tự chấm, không đọc các cột kia. Có đúng không? Nếu không thì chọn lại ở cột Là.",
    "The columns beside it add up or average to this one, so it was taken for the self score and they are not read. Is that right? If not, choose again in the column Is.",
);
const PROVED_PART: Phrase = phrase(
    "Cột này đã nằm trong cột được lấy là điểm tự chấm (số ở hai cột khớp nhau) nên không đọc riêng. Có đúng không? Nếu đây mới là điểm được tính thì chọn lại ở cột Là.",
    "This column is a part of the one that was taken for the self score, as their numbers show, and is not read by itself. Is that right? If it is the one that counts, choose again in the column Is.",
);

/// Cells that are named in a question, at most.
const MOST_SLIPS: usize = 5;

/// What to ask about a column of a grade, by the share of the maximum that its heading says.
fn asked_grade(worth: Option<Decimal>, lang: Lang) -> String {
    match worth {
        Some(percent) => say!(
            lang,
            "Cột này được hiểu là một trong các mức để đánh dấu, mức này được {percent}% điểm tối đa: có đúng không? Nếu không thì sửa điểm của mức ở trang Tiêu chí.",
            "This column was taken for one of several grades to tick, worth {percent}% of the maximum: is that right? If not, correct its points on the sheet of criteria."
        ),
        None => say!(
            lang,
            "Cột này là một trong các mức để đánh dấu, nhưng phiếu không ghi mức này được bao nhiêu phần trăm điểm tối đa, nên các dòng đánh dấu CHƯA được tính điểm. Ở trang Tiêu chí, chọn cách tính “Theo phương án ghi ở số liệu” cho các dòng ấy rồi thêm mỗi mức một dòng với tên như tiêu đề cột và điểm của mức.",
            "This column is one of several grades to tick, but the forms do not say which share of the maximum it is worth, so the rows that are ticked are NOT scored. On the sheet of criteria choose the rule by options for these rows, and add a row for each grade, named as its heading, with its points."
        ),
    }
}

/// What to ask about a heading, where the weights of a column were understood so.
fn asked((column, doubt): (&FormColumn, ColumnDoubt), weighing: Weighing, lang: Lang) -> String {
    let phrase = match doubt {
        ColumnDoubt::Weight => return weight_doubts::question(weighing, lang),
        ColumnDoubt::Plain => HEADING,
        ColumnDoubt::Part => phrase(
            "Cột này được coi là điểm của một kỳ trong năm nên không đọc; điểm được tính là cột của cả năm. Có đúng không? Nếu không thì chọn lại ở cột Là.",
            "This column is taken to be of a part of the year and is not read; what counts is the column of the whole year. Is that right? If not, choose again in the column Is.",
        ),
        ColumnDoubt::Answer => phrase(
            "Cột này được hiểu là câu trả lời: Có được đủ điểm tối đa của dòng, Không được 0 điểm. Có đúng không? Nếu không thì chọn lại ở cột Là.",
            "This column was taken for answers: yes has the maximum of its row, no has 0. Is that right? If not, choose again in the column Is.",
        ),
        ColumnDoubt::Proved => PROVED,
        ColumnDoubt::ProvedPart => PROVED_PART,
        ColumnDoubt::Grade => return asked_grade(column.worth, lang),
        ColumnDoubt::Chosen => phrase(
            "Phiếu có nhiều cột có thể là điểm tự chấm; đã lấy cột này. Có đúng là điểm đơn vị tự chấm của kỳ này không? Nếu không thì chọn lại ở cột Là.",
            "Several columns may be the self score; this one was taken. Is it what units score themselves this time? If not, choose again in the column Is.",
        ),
        ColumnDoubt::NotChosen => phrase(
            "Cột này cũng có thể là điểm tự chấm nhưng chưa được lấy. Nếu đây mới là điểm được tính thì chọn ở cột Là; nếu không dùng thì chọn “bỏ qua”.",
            "This column may be the self score as well and was not taken. If it is the one that counts, choose so in the column Is; if it is not used, \"passed over\".",
        ),
        ColumnDoubt::Earlier => phrase(
            "Cột này được coi là của năm khác nên không đọc: có đúng không? Nếu là điểm của kỳ này thì chọn lại ở cột Là.",
            "This column is taken to be of another year and is not read: is that right? If its points are of this time, choose again in the column Is.",
        ),
        ColumnDoubt::Words => phrase(
            "Đơn vị ghi cột này bằng chữ, không ghi điểm, và phiếu không nói mỗi chữ được bao nhiêu điểm, nên CHƯA dòng nào được tính điểm. Mỗi chữ được bao nhiêu điểm? Ở trang Tiêu chí: ghi điểm tối đa của tiêu chí, điểm của từng phương án bên dưới, và “có” ở cột “Điểm theo số liệu”.",
            "Units write words in this column and no points, and the forms do not say what a word is worth, so NO row is scored. What is each word worth? On the sheet of criteria write the maximum of the criterion, the points of each option below it, and \"yes\" in the column \"Điểm theo số liệu\".",
        ),
        ColumnDoubt::Plan => phrase(
            "Cột này được coi là kế hoạch, chỉ tiêu hoặc mục tiêu nên không đọc: có đúng không? Nếu là điểm đơn vị tự chấm thì chọn lại ở cột Là.",
            "This column is taken for what was planned and is not read: is that right? If it is the self score, choose again in the column Is.",
        ),
        ColumnDoubt::OfOthers => phrase(
            "Cột này được hiểu là điểm nơi khác chấm cho đơn vị (điểm thẩm định): dòng nào có số ở cột này thì số ấy được tính thay điểm tự chấm. Có đúng không? Nếu không dùng thì chọn “bỏ qua” ở cột Là; nếu là điểm tự chấm thì chọn lại.",
            "This column is taken for what others give the unit (the appraised score): where it has a number, that counts in place of the self score. Is that right? If it is not used, choose \"passed over\" in the column Is; if it is the self score, choose again.",
        ),
        ColumnDoubt::OneOfOthers => phrase(
            "Phiếu có từ hai cột điểm do nơi khác chấm trở lên, chưa rõ cột nào là kết quả cuối cùng: cột này đang KHÔNG được tính. Nếu đây là kết quả cuối cùng thì chọn “điểm thẩm định” ở cột Là.",
            "Others give points in two columns or more, and which one is the last word is not clear: this column does NOT count. If it is the last word, choose the appraised score in the column Is.",
        ),
        ColumnDoubt::Binary => phrase(
            "Cột này chỉ ghi 0 và 1, tiêu đề không nói là điểm, phiếu không có điểm tối đa: đã hiểu là điểm đơn vị tự chấm, mỗi dòng tối đa 1 điểm. Có đúng không? Nếu không phải điểm thì chọn lại ở cột Là.",
            "This column holds nothing but 0 and 1, its heading does not say that these are points, and the forms print no maximum: it was taken for the self score, with 1 at most in each row. Is that right? If these are no points, choose again in the column Is.",
        ),
        ColumnDoubt::Guessed => phrase(
            "Tiêu đề cột này không nói là điểm; vì không thấy cột điểm nào khác và số ở cột này khác nhau giữa các phiếu, đã TẠM hiểu là điểm đơn vị tự chấm. Có đúng không? Nếu không thì chọn “bỏ qua” ở cột Là của dòng này, và chọn “cột: điểm tự chấm” ở dòng của cột đúng.",
            "The heading of this column does not say that these are points; as no other score was seen and its numbers differ from form to form, it was taken for the self score FOR NOW. Is that right? If not, choose \"passed over\" in the column Is of this row, and \"column: claimed\" in the row of the right one.",
        ),
        ColumnDoubt::Beside => phrase(
            "Cột này được coi là tỷ lệ, trung bình, chênh lệch, điểm quy đổi hoặc thứ hạng nên không đọc: có đúng không? Nếu là điểm thì chọn lại ở cột Là.",
            "This column is taken to be a share, an average, a difference, converted points or a place and is not read: is that right? If it holds points, choose again in the column Is.",
        ),
    };
    phrase.get(lang).to_string()
}

impl Sources<'_> {
    /// Why to ask what a column holds.
    fn doubt(&self, column: &FormColumn) -> ColumnDoubt {
        let is_score = column.role == Some(ColumnUse::Claimed);
        if is_score && self.found.is_score_guessed {
            ColumnDoubt::Guessed
        } else {
            column.doubt
        }
    }

    /// Where a column is not what those beside it come to.
    fn slips(&self, column: &FormColumn) -> String {
        let slips = column.slips.iter();
        let told = slips.filter_map(|(form, sheet, at)| {
            let seen = self.witness(*form, *sheet, *at, "")?;
            Some(format!("{}, {}!{}", seen.file, seen.sheet, seen.cell))
        });
        let told: Vec<String> = told.take(MOST_SLIPS).collect();
        if told.is_empty() {
            return String::new();
        }
        let (count, cells) = (column.slips.len(), told.join("; "));
        say!(
            self.lang,
            " Có {count} ô KHÔNG khớp, cần xem lại: {cells}.",
            " {count} cells do NOT agree and have to be looked at: {cells}."
        )
    }

    /// The headings that were seen, in the order of the nearest form.
    pub(super) fn headings(&self) -> Vec<SeenHeading> {
        // What a sheet of totals calls the maximum beside the one that the rows have.
        let has_maximum = |column: &FormColumn| {
            let mut others = self.found.roles.columns.iter();
            others.any(|one| one.role == Some(ColumnUse::Maximum) && one.shares_forms(column))
        };
        let of = |column: &FormColumn| {
            let (form, sheet, at) = column.at;
            let certainty = match column.role {
                None if column.numbers > 0 => Certainty::Unclear,
                None if column.text.is_empty() => Certainty::Look,
                None => Certainty::Sure,
                Some(ColumnUse::Other(Column::Maximum)) if has_maximum(column) => Certainty::Sure,
                Some(ColumnUse::Other(Column::Maximum | Column::Claimed)) => Certainty::Unclear,
                Some(ColumnUse::Weight) if self.found.weighing == Weighing::Open => {
                    Certainty::Unclear
                }
                Some(ColumnUse::Claimed) if self.found.is_score_guessed => Certainty::Unclear,
                Some(_) => column.certainty,
            };
            let is_asked = certainty != Certainty::Sure && !column.text.is_empty();
            let question = if is_asked {
                let question = asked((column, self.doubt(column)), self.found.weighing, self.lang);
                question + &self.slips(column)
            } else {
                String::new()
            };
            Some(SeenHeading {
                text: column.text.clone(),
                forms: column.places.len(),
                role: self.found.key_of(column).map(str::to_string),
                certainty,
                witness: self.witness(form, sheet, at, &column.text)?,
                question,
            })
        };
        // A heading that comes again in a form means the same to whoever chooses what it is.
        let mut told: Vec<SeenHeading> = Vec::new();
        for (column, seen) in self
            .found
            .roles
            .columns
            .iter()
            .filter_map(|one| Some((one, of(one)?)))
        {
            let same = |one: &&mut SeenHeading| {
                !column.key.starts_with('?') && text::key(&one.text) == text::key(&seen.text)
            };
            match told.iter_mut().find(same) {
                Some(first) if first.role.is_none() => {
                    let forms = first.forms.max(seen.forms);
                    *first = SeenHeading { forms, ..seen };
                }
                Some(_) => {}
                None => told.push(seen),
            }
        }
        told
    }
}
