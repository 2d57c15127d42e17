//! What to ask of points that are a share of the maximum or may be, of figures, and of options that only the scores tell.
//!
//! In: what was found. Out: questions, as [`Sources`] gives them. Not for: finding out (`share_rules`, `below_numbers`, `choice_proof`).

use crate::base::lang::say;
use crate::base::points::Points;
use crate::campaign::definition::PathStep;
use crate::campaign::documents::{Certainty, Proposed};
use crate::input::propose::items::ProposedItem;
use crate::input::propose::row_kinds::FormRowKind;
use crate::input::propose::share_rules::{self, FoundShare, ShareOf};
use crate::input::propose::sources::Sources;

impl Sources<'_> {
    /// The source of the rule of a criterion, where its points are a share of the maximum or may be.
    pub(super) fn share(&self, item: &ProposedItem, path: Vec<PathStep>) -> Option<Proposed> {
        let Some(share) = share_rules::found(self.found, item) else {
            let figures = self.figures_in_scores(item, path.clone());
            return figures.or_else(|| self.chosen_alone(item, path));
        };
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

    /// Rows with numbers of theirs, as a question quotes them: `“Tổng số hồ sơ”: 120; …`.
    fn quoted(&self, rows: impl Iterator<Item = (usize, Points)>) -> String {
        let all = &self.finder.forms.consensus.rows;
        let said = rows.filter_map(|(row, points)| {
            let name = &all.get(row)?.text;
            Some(format!("“{name}”: {}", self.lang.number(points.0)))
        });
        said.collect::<Vec<String>>().join("; ")
    }

    /// The source of the rule of a criterion with rows below it in the column of scores that were taken for figures, where no total proves it.
    fn figures_in_scores(&self, item: &ProposedItem, path: Vec<PathStep>) -> Option<Proposed> {
        let (place, numbers) = self.finder.unproved_figures(item.row?, &item.figures)?;
        let said = item.figures.iter().copied().zip(numbers);
        let said = self.quoted(said.filter_map(|(row, number)| Some((row, number?))));
        let file = &self.own.get(place)?.0.file;
        let mut line = Sources::blank(path);
        line.certainty = Certainty::Look;
        line.question = say!(
            self.lang,
            "Dưới dòng này phiếu có dòng ghi số ở cột điểm mà không ghi điểm tối đa (ví dụ {file}: {said}): đã hiểu là số liệu, KHÔNG cộng vào điểm. Có đúng không? Nếu là điểm thì đổi “Loại dòng” của các dòng ấy thành tiêu chí, ghi mã, “Cách chấm” và điểm tối đa của chúng, chọn “Cộng các tiêu chí con” ở dòng này và sửa điểm tối đa ở trên.",
            "Below this row the forms have rows with numbers in the column of scores and no maximum (such as {file}: {said}): they are taken for figures and NOT added to the points. Is that right? If they are points, make these rows criteria with their codes, rules and maxima, choose “Cộng các tiêu chí con” here and correct the maxima above."
        );
        Some(line)
    }

    /// The source of the rule of a criterion whose options may be criteria that are added up.
    pub(super) fn chosen_alone(
        &self,
        item: &ProposedItem,
        path: Vec<PathStep>,
    ) -> Option<Proposed> {
        let has_options = matches!(&item.kind, FormRowKind::Leaf(all) if !all.is_empty());
        let (place, all) = self
            .finder
            .doubted_choice(item.row.filter(|_| has_options)?)?;
        let number = |points: Points| self.lang.number(points.0);
        let names = self.quoted(all.iter().copied());
        let mut filled = all
            .iter()
            .filter(|(row, points)| self.finder.number(*row, place) == Some(*points));
        let one = self.quoted([*filled.next()?].into_iter());
        let file = &self.own.get(place)?.0.file;
        let sum = number(all.iter().map(|(_, points)| *points).sum());
        let most = number(all.iter().map(|(_, points)| *points).max()?);
        let mut line = Sources::blank(path);
        line.certainty = Certainty::Look;
        line.question = say!(
            self.lang,
            "Dòng này không ghi điểm tối đa, và mỗi phiếu chỉ chấm một trong các dòng ở dưới ({names}; ví dụ {file} chỉ chấm {one}): đã hiểu là các mức để chọn MỘT, tối đa {most} điểm. Có đúng không? Nếu các dòng ấy được cộng với nhau, tối đa {sum} điểm, thì đổi “Loại dòng” của chúng thành tiêu chí, ghi mã và “Cách chấm” của chúng, chuyển số ở cột “Điểm” sang “Điểm tối đa”, chọn “Cộng các tiêu chí con” ở dòng này và sửa điểm tối đa ở trên.",
            "This row prints no maximum, and each form scores one of the rows below alone ({names}; such as {file}: {one}): they are taken for options of which ONE counts, {most} points at most. Is that right? If they are added up, {sum} points at most, make them criteria with codes and rules, move their points to the column of maxima, choose “Cộng các tiêu chí con” here and correct the maxima above."
        );
        Some(line)
    }

    /// The source of a group, or of the list, with rows right below it that were taken for figures beside criteria.
    pub(super) fn figures_beside(
        &self,
        row: Option<usize>,
        path: Vec<PathStep>,
    ) -> Option<Proposed> {
        let (place, numbers) = self.finder.doubted_beside(row, self.kinds)?;
        let said = self.quoted(numbers.into_iter());
        let file = &self.own.get(place)?.0.file;
        let mut line = Sources::blank(path);
        line.certainty = Certainty::Look;
        line.question = say!(
            self.lang,
            "Cạnh các tiêu chí ở đây phiếu có dòng không mã, không ghi điểm tối đa mà ghi số ở cột điểm (ví dụ {file}: {said}); điểm tối đa của các tiêu chí khác đã đủ điểm tối đa ghi ở trên, và phiếu không cho thấy tổng có tính các dòng ấy không: đã hiểu là số liệu, KHÔNG cộng vào điểm. Có đúng không? Nếu là điểm thì thêm các dòng ấy thành tiêu chí ở trang Tiêu chí, ghi mã, “Cách chấm” và điểm tối đa của chúng, rồi sửa điểm tối đa ở trên.",
            "Beside the criteria here the forms have rows without codes and maxima but with numbers in the column of scores (such as {file}: {said}); the maxima of the other criteria come to what is printed above, and no total shows whether these rows count: they are taken for figures and NOT added to the points. Is that right? If they are points, add these rows as criteria with their codes, rules and maxima, and correct the maxima above."
        );
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
