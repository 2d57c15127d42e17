//! What the name, the year, the units and the headings of a proposal rest on.
//!
//! In: what was found. Out: sources as [`Sources`] gives them. Not for: groups and criteria.

use std::collections::BTreeSet;

use crate::base::lang::{Phrase, phrase, say};
use crate::campaign::definition::at;
use crate::campaign::documents::{Certainty, Document, Documents, Proposed, Witness};
use crate::input::propose::cover::{FormCover, is_of_two_years, year as named_year};
use crate::input::propose::cover_text::CoverText;
use crate::input::propose::form_decimals::TOTAL_DECIMALS;
use crate::input::propose::score_sense;
use crate::input::propose::sources::Sources;
use crate::input::propose::units::ProposedUnit;
use crate::input::propose::weight_doubts;
use crate::input::propose::weights::Weighing;
use crate::input::tables::may_be_of_document;

const NAME: Phrase = phrase("Tên đợt đánh giá là gì?", "What is the campaign called?");
const YEAR: Phrase = phrase("Đánh giá của năm nào?", "Which year is assessed?");
const AUTHORITY: Phrase = phrase(
    "Cơ quan ban hành kết quả là cơ quan nào?",
    "Which authority publishes the result?",
);

impl Sources<'_> {
    pub(super) fn settings(&self) -> Vec<Proposed> {
        let found = self.found;
        let mut year = self.setting("year", found.title_seen.as_ref(), YEAR);
        (year.agree, year.of) = found.years;
        let title = found.title_seen.as_ref();
        let of_covers = || self.covers.iter().flat_map(|cover| &cover.years);
        let is_of_two = match title.filter(|(one, ..)| named_year(&one.key).is_some()) {
            Some((one, ..)) => is_of_two_years(&one.key),
            None => of_covers().any(|(_, one)| is_of_two_years(&one.key)),
        };
        if found.year.is_some() && is_of_two {
            year.certainty = Certainty::Look;
            year.question = YEAR.get(self.lang).to_string();
        }
        let key = title.map_or("", |(one, ..)| one.key.as_str());
        if let Some(of) = found.year.filter(|_| may_be_of_document(key)) {
            year.certainty = Certainty::Unclear;
            year.question = say!(
                self.lang,
                "Tiêu đề phiếu nêu tên một văn bản nên năm {of} có thể là năm của văn bản ấy: có đúng là năm đánh giá không?",
                "The title names a document, and {of} may be its year: is it the year assessed?"
            );
        }
        if found.year.is_none() {
            year.certainty = Certainty::Unclear;
            year.question = YEAR.get(self.lang).to_string();
        }
        let mut lines = vec![
            self.setting("name", found.title_seen.as_ref(), NAME),
            year,
            self.setting("authority", found.authority_seen.as_ref(), AUTHORITY),
            self.total(),
        ];
        lines.extend(self.scores_as());
        lines.extend(self.whole_totals());
        lines
    }

    /// What to ask where forms round their totals.
    fn whole_totals(&self) -> Option<Proposed> {
        let (agree, of) = self.found.whole_totals?;
        Some(Proposed {
            agree,
            of,
            certainty: Certainty::Look,
            question: weight_doubts::whole_totals((agree, of), self.lang),
            ..Sources::blank(at!["rounding", TOTAL_DECIMALS])
        })
    }

    /// What to ask where the scores of the forms are taken for shares of the maximum.
    fn scores_as(&self) -> Option<Proposed> {
        let found = self.found;
        let shares = score_sense::found(self.found)?;
        let (agree, of) = (shares.agree, shares.of);
        let most = if shares.key == "share" { 1 } else { 100 };
        let question = if found.indices.is_some() {
            say!(
                self.lang,
                "Phiếu không ghi điểm tối đa, chỉ ghi điểm từ 0 đến 1, và tổng của {agree}/{of} phiếu là trung bình các điểm ấy: đã hiểu là tỷ lệ đạt được; điểm tối đa ở trang Tiêu chí được chia sao cho tổng đúng bằng trung bình. Có đúng không? Nếu quy định có điểm tối đa thì ghi lại ở trang ấy.",
                "The forms print no maximum and score from 0 to 1, and the totals of {agree}/{of} forms are means: they were taken for shares, of maxima that give each criterion what it is worth in the mean. Is that right? If the rules have maxima, write them on the sheet of criteria."
            )
        } else {
            self.ask_shares(agree, of, most)
        };
        Some(Proposed {
            agree,
            of,
            certainty: Certainty::Look,
            question,
            ..Sources::blank(at!["scores_as"])
        })
    }

    fn ask_shares(&self, agree: usize, of: usize, most: u32) -> String {
        say!(
            self.lang,
            "{agree}/{of} phiếu chỉ ghi điểm từ 0 đến {most}, không theo điểm tối đa: đã hiểu là tỷ lệ đạt được và nhân với điểm tối đa. Có đúng không? Nếu phiếu ghi điểm thì chọn “điểm”.",
            "{agree}/{of} forms have scores from 0 to {most} whatever the maximum: they were taken for shares and multiplied by the maximum. Is that right? If they are points, choose \"points\"."
        )
    }

    fn setting(
        &self,
        key: &str,
        seen: Option<&(CoverText, usize, usize)>,
        question: Phrase,
    ) -> Proposed {
        let witness = seen.and_then(|(one, ..)| self.stated(one));
        let (agree, of) = seen.map_or((0, self.own.len()), |(_, agree, of)| (*agree, *of));
        let certainty = match (&witness, agree == of) {
            (None, _) => Certainty::Unclear,
            (_, true) => Certainty::Sure,
            (_, false) => Certainty::Look,
        };
        let is_sure = certainty == Certainty::Sure;
        Proposed {
            document: Document::Settings,
            agree,
            of,
            certainty,
            witness,
            question: if is_sure {
                String::new()
            } else {
                question.get(self.lang).to_string()
            },
            ..Sources::blank(at![key])
        }
    }

    fn total(&self) -> Proposed {
        let total = self.lang.number(self.found.total.0);
        let mut line = Sources::blank(at!["total_maximum"]);
        line.of = self.own.len();
        if let Some(indices) = self.found.indices.filter(|one| one.agree > 0) {
            (line.agree, line.of) = (indices.agree, indices.of);
        } else if let Weighing::Proved(agree, of) | Weighing::Mean(agree, of) = self.found.weighing
        {
            // What forms come to by these weights, the groups come to.
            (line.agree, line.of) = (agree, of);
        } else if self.found.is_total_printed {
            line.agree = line.of;
        } else {
            line.certainty = Certainty::Look;
            line.question = say!(
                self.lang,
                "Các nhóm cộng lại là {total} điểm, không dòng tổng nào trong phiếu ghi như vậy: có đúng không?",
                "The groups add up to {total}, which no row of a total says: is that right?"
            );
        }
        if let Some(question) = self.ask_slow() {
            (line.certainty, line.question) = (Certainty::Unclear, question);
        }
        line
    }

    /// What to ask of levels that only the kinds of their units tell apart.
    pub(super) fn levels(&self) -> Vec<Proposed> {
        if self.own.len() == 1 {
            return vec![self.lone_level()];
        }
        let is_stated = |forms: &Vec<usize>| {
            let mut forms = forms.iter();
            forms.any(|form| {
                self.covers
                    .get(*form)
                    .is_some_and(|one| one.level.is_some())
            })
        };
        let levels = self.finder.levels;
        let is_alike = |one: usize, other: usize| {
            let mut items = self.found.items.iter();
            one != other && items.all(|item| item.maxima.get(one) == item.maxima.get(other))
        };
        let is_asked = |level: &usize| {
            let is_stated = levels.get(*level).is_some_and(is_stated);
            !is_stated && (0..levels.len()).any(|other| is_alike(*level, other))
                || self.ask_column_of_level(*level).is_some()
                || self.ask_few_of_kind(*level).is_some()
        };
        let ask = |level: usize| {
            let mut line = Sources::blank(at!["level", level, "name"]);
            line.of = levels.get(level).map_or(0, Vec::len);
            line.agree = line.of;
            line.certainty = Certainty::Look;
            let asked = self.ask_column_of_level(level);
            if let Some(question) = asked.or_else(|| self.ask_few_of_kind(level)) {
                line.question = question;
                return line;
            }
            line.question = say!(
                self.lang,
                "Các đơn vị dùng chung một mẫu phiếu; cấp này được chia ra theo loại đơn vị để xếp hạng riêng. Có đúng không? Nếu xếp hạng chung thì đổi cấp của các đơn vị ở trang Đơn vị, rồi xóa dòng này cùng các cột của cấp này ở trang Tiêu chí và trang Xếp loại.",
                "All units fill in one form; this level was set apart by the kind of its units, to be ranked by itself. Is that right? If all are ranked together, change the level of its units on the sheet of units, then delete this row and this level's columns on the sheets of criteria and of grades."
            );
            line
        };
        (0..levels.len()).filter(is_asked).map(ask).collect()
    }

    /// What to ask of the one level that one form can tell of.
    fn lone_level(&self) -> Proposed {
        Proposed {
            agree: 1,
            of: 1,
            certainty: Certainty::Look,
            question: say!(
                self.lang,
                "Chỉ có một phiếu nên chỉ thấy một cấp: còn cấp nào được xếp hạng riêng, hoặc có điểm tối đa khác không? Nếu có thì thêm mỗi cấp một dòng, rồi ghi điểm tối đa của cấp ấy ở trang Tiêu chí.",
                "One form tells of one level only: is any other ranked by itself, or has it other maxima? If so, add a row for each and write its maxima on the sheet of criteria."
            ),
            ..Sources::blank(at!["level", 0, "name"])
        }
    }

    pub(super) fn units(&self, documents: &Documents) -> Vec<Proposed> {
        let mut lines = Vec::new();
        for (place, row) in documents.units.iter().enumerate() {
            let is_it = |(_, unit): &&(usize, ProposedUnit)| row.get("code") == Some(&unit.code);
            let Some((level, unit)) = self.found.units.iter().find(is_it) else {
                continue;
            };
            let mut line = Sources::blank(at![place, "name"]);
            line.document = Document::Units;
            line.agree = unit.forms.len();
            line.of = unit.forms.len();
            line.witness = unit
                .forms
                .first()
                .filter(|_| unit.file.is_none())
                .and_then(|(form, one)| self.witness(*form, one.sheet, one.at, &one.text));
            let questions = self.ask_unit(*level, unit);
            if !questions.is_empty() {
                line.certainty = Certainty::Look;
                line.question = questions.join(" ");
            }
            lines.push(line);
        }
        lines.extend(self.unnamed(documents.units.len()));
        lines
    }

    /// What to ask of a unit: whether it is one, how it is spelt, and which maxima it has.
    fn ask_unit(&self, level: usize, unit: &ProposedUnit) -> Vec<String> {
        let lang = self.lang;
        let is_unit = (unit.tier.is_none() && !unit.is_listed).then(|| {
            say!(
                lang,
                "Đây có phải tên đơn vị không?",
                "Is this the name of a unit?"
            )
        });
        let is_spelt = unit.is_guessed.then(|| {
            say!(
                lang,
                "Phiếu in tên này bằng chữ in hoa: viết hoa như ở đây đã đúng chưa?",
                "Forms print this name in capitals: is it spelt right here?"
            )
        });
        let is_whole = unit.part.as_ref().map(|part| {
            let name = &unit.name;
            say!(
                lang,
                "Dưới tên này phiếu ghi “{part}”: nếu phiếu là của riêng bộ phận đó thì ghi rõ ở đây, ví dụ “{part}, {name}”",
                "Below this name the form has “{part}”: if it is that part's own, name it here, such as “{part}, {name}”",
            )
        });
        let by_file = unit.file.as_ref().map(|file| {
            say!(
                lang,
                "Phiếu không ghi tên đơn vị, tên này lấy ở tên tệp {file}: có phải đơn vị này không, viết có dấu và viết hoa đã đúng chưa? Nếu đổi thành tên khác hẳn thì ghi thêm tên tệp (không có đuôi) vào cột Tên khác.",
                "The form names no unit, and this name is that of the file {file}: is it this unit, and is it spelt right? Where another name is written, add the name of the file (without its ending) to the other names."
            )
        });
        let filed_as = unit.filed_as.as_ref().map(|(file, name)| {
            say!(
                lang,
                "Tên tệp {file} ghi “{name}” nhưng trong phiếu ghi đơn vị này: phiếu là của đơn vị nào? Nếu là của “{name}” thì thêm đơn vị đó vào danh sách nếu chưa có và đề nghị gửi lại phiếu ghi đúng tên.",
                "The name of the file {file} says “{name}”, its form names this unit: whose is it? If it is that of “{name}”, add that unit to the list where it is not in it, and ask for a form with the right name."
            )
        });
        let maxima = self.ask_column_of_unit(level, unit);
        [by_file, filed_as, is_unit, is_spelt, is_whole, maxima]
            .into_iter()
            .flatten()
            .collect()
    }

    /// What to ask where nothing was returned yet, and so no unit is known.
    fn nobody(&self) -> Proposed {
        let mut line = Sources::blank(at![0]);
        line.document = Document::Units;
        line.certainty = Certainty::Unclear;
        line.question = say!(
            self.lang,
            "Mới chỉ có phiếu trống, chưa biết đơn vị nào phải nộp: dán tên các đơn vị vào trang này từ dòng này, mỗi đơn vị một dòng",
            "There is a blank form alone, and no unit is known: paste the units' names into this sheet from this row on, one a row"
        );
        line
    }

    /// What to ask of files that name no unit, in the rows behind so many units.
    fn unnamed(&self, count: usize) -> Vec<Proposed> {
        let lang = self.lang;
        let mut lines = Vec::new();
        let named: BTreeSet<usize> = self
            .found
            .units
            .iter()
            .flat_map(|(_, unit)| unit.forms.iter().map(|(form, _)| *form))
            .collect();
        let is_blank = |form: &usize| self.own.get(*form).is_some_and(|(one, _)| one.is_blank);
        if count == 0 && (0..self.covers.len()).all(|form| is_blank(&form)) {
            return vec![self.nobody()];
        }
        let unnamed = (0..self.covers.len()).filter(|form| !named.contains(form));
        let unnamed = unnamed.filter(|form| !is_blank(form));
        for (place, form) in (count..).zip(unnamed) {
            let mut line = Sources::blank(at![place]);
            let file = self
                .own
                .get(form)
                .map(|(form, _)| form.file.clone())
                .unwrap_or_default();
            line.document = Document::Units;
            line.certainty = Certainty::Unclear;
            line.question = say!(
                lang,
                "Tệp {file} không ghi tên đơn vị: của đơn vị nào? Thêm tên tệp (không có đuôi) vào cột Tên khác của đơn vị đó; nếu chưa có trong danh sách thì ghi đơn vị vào dòng này",
                "{file} names no unit: whose is it? Add the name of the file (without its ending) to the other names of that unit; if it is not in the list, write the unit into this row"
            );
            lines.push(line);
        }
        lines
    }

    /// A cell of the forms, by the first cover that has the text.
    fn stated(&self, one: &CoverText) -> Option<Witness> {
        let has = |cover: &FormCover| {
            cover.texts.contains(one) || cover.years.iter().any(|(_, other)| other == one)
        };
        let form = self.covers.iter().position(has)?;
        self.witness(form, one.sheet, one.at, &one.text)
    }
}
