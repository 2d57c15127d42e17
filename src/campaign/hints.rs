//! Words within headings, captions, titles and remarks that hint at what these are about, as data.
//!
//! In: `templates/hints.toml`. Out: whether a text holds one of them, by what they hint at. Not for: whole headings and captions, which
//! [`vocabulary`](crate::campaign::vocabulary) tells.

use std::sync::LazyLock;

use indexmap::IndexMap;
use memchr::memmem::Finder;
use serde::Deserialize;

use crate::base::text;

/// The words, as they are written.
const BUILT_IN: &str = include_str!("../../templates/hints.toml");

/// What a word within a text hints at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hint {
    /// A heading of points.
    Points,
    /// A heading of maxima, or of what is no score.
    NoScore,
    /// A heading of a score that a survey gives.
    Survey,
    /// A heading of a column that says the province.
    Province,
    /// A heading of a column of codes.
    Code,
    /// A group outside the total.
    Bonus,
    /// What a row begins with whose points are taken off.
    Penalty,
    /// The same, where nothing above counts its points.
    Misdeed,
    /// What the name of a block of units begins with.
    Block,
    /// What begins so and is no block.
    NoBlock,
    /// What stands before a code.
    Part,
    /// What a title begins with, before it says what it is about.
    Title,
    /// The same, where more of those words follow.
    TitleResult,
    /// A note that says why a unit has no result.
    NoResult,
    /// What the title of a form begins with.
    Form,
    /// What a row of a sum begins with.
    Sum,
    /// A heading of what others say than the unit, or of documents.
    Others,
    /// A heading of the total that is the result.
    Result,
    /// A heading of the total that the unit gives itself, or that stood before the appraisal.
    SelfScore,
    /// A heading of what the unit itself gives or reaches.
    UnitScore,
    /// A heading of what others give the unit.
    Appraiser,
    /// A heading of what was planned.
    Plan,
    /// A heading of a former year, or of what is compared with it.
    Former,
    /// A heading of a score of a former year or period.
    EarlierScore,
    /// A heading of the score of the whole year, beside those of its parts.
    WholeYear,
    /// A heading of the score of the whole year that is made of those of its parts.
    YearScore,
    /// A heading of a part of the year.
    Period,
    /// A heading of what a point of a row is worth.
    Weight,
    /// A heading of a share, an average, a difference or a place.
    BesideScore,
    /// A heading of points that are weighed or converted from those beside them.
    Converted,
    /// A heading of a grade above "Đạt".
    AboveYes,
    /// Corrects what stands beside it.
    Corrects,
    /// Takes back what stands beside it, as a sentence of its own.
    TakesBack,
    /// Says that something came later, which a score of 0 may not know of.
    Adds,
    /// A word that may stand before words that correct, in the same sentence, and says nothing.
    BeforeCorrection,
    /// A word that may stand behind words that take back.
    BehindTakingBack,
    /// What stands before a number that is none of the points.
    NoPointsBehind,
    /// What stands before a number that was corrected.
    FormerNumber,
    /// What stands behind a number that was corrected.
    FormerBehind,
    /// What stands before a number that is a difference.
    Difference,
    /// Compares with something.
    Compared,
    /// Says that a number is of others.
    OfOthers,
    /// A title or a file's name says that this is not the final form.
    NotFinal,
    /// The same without diacritics, as file names have them.
    NotFinalBare,
    /// A file's name says so, with diacritics only.
    NotFinalFile,
    /// What stands alone behind the last sign of a file's name.
    NotFinalLast,
    /// A title says that the sheet is an example.
    Example,
    /// A year behind it is none of a form.
    OtherYear,
    /// What a row begins with that is a number behind points, and none of them.
    Figure,
    /// What begins so and is no such number.
    NoFigure,
    /// Makes a number another one.
    Size,
}

/// A word, in the form of [`text::key`].
struct HintWord {
    word: String,
    /// It, prepared to be looked for.
    finder: Finder<'static>,
}

/// The words by what they hint at.
static WORDS: LazyLock<IndexMap<Hint, Vec<HintWord>>> = LazyLock::new(|| {
    // The tests show that the file can be read.
    let words: IndexMap<Hint, Vec<String>> = toml::from_str(BUILT_IN).unwrap_or_default();
    let word = |written: &String| {
        let word = text::key(written);
        let finder = Finder::new(&word).into_owned();
        HintWord { word, finder }
    };
    let of_hint = |(hint, words): (Hint, Vec<String>)| (hint, words.iter().map(word).collect());
    words.into_iter().map(of_hint).collect()
});

impl Hint {
    /// Its words, in the form of [`text::key`], as they are ordered in the file.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        self.all().iter().map(|one| one.word.as_str())
    }

    /// Whether a text, in the form of [`text::key`], is one of its words.
    pub fn is(self, key: &str) -> bool {
        self.words().any(|word| key == word)
    }

    /// Whether a text, in the form of [`text::key`], holds one of its words, also within a longer one.
    pub fn is_in(self, key: &str) -> bool {
        let is_in = |one: &HintWord| one.finder.find(key.as_bytes()).is_some();
        self.all().iter().any(is_in)
    }

    /// Whether a text, in the form of [`text::key`], holds one of its words as words of its own.
    pub fn is_said_in(self, key: &str) -> bool {
        let padded = format!(" {key} ");
        self.words()
            .any(|word| padded.contains(&format!(" {word} ")))
    }

    fn all(self) -> &'static [HintWord] {
        WORDS.get(&self).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a text, in the form of [`text::key`], begins with one of its words as words of its own.
    pub fn begins_as_words(self, key: &str) -> bool {
        let is_first = |word| {
            let rest = key.strip_prefix(word);
            rest.is_some_and(|rest: &str| rest.is_empty() || rest.starts_with(' '))
        };
        self.words().any(is_first)
    }

    /// Whether a text, in the form of [`text::key`], begins with one of its words.
    pub fn begins(self, key: &str) -> bool {
        self.words().any(|word| key.starts_with(word))
    }
}

/// Whether a row of this text, in the form of [`text::key`], is called as a number behind points is: "Số người được tập huấn".
pub fn names_figure(key: &str) -> bool {
    Hint::Figure.begins_as_words(key) && !Hint::NoFigure.begins(key) && !Hint::Bonus.is_in(key)
}

/// Whether a heading names points that stand beside the total: "Điểm thưởng", "Điểm trừ".
pub fn names_points_beside(key: &str) -> bool {
    key.starts_with("điểm") && Hint::Bonus.is_in(key)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read_and_has_words_for_every_hint() {
        let file: IndexMap<Hint, Vec<String>> = toml::from_str(BUILT_IN).unwrap();
        assert_eq!(file.len(), Hint::Size as usize + 1);
        for (hint, words) in file {
            assert!(!words.is_empty());
            for word in words {
                let key = text::key(&word);
                assert!(hint.is_in(&key) && hint.begins(&key), "{word}");
                assert_eq!(
                    hint.words().filter(|one| *one == key).count(),
                    1,
                    "{word} stands twice"
                );
            }
        }
    }

    #[test]
    fn numbers_behind_points_are_called_so() {
        assert!(names_figure("số người được tập huấn") && names_figure("trong đó đúng hạn"));
        let none = [
            "số hóa hồ sơ",
            "sổ theo dõi",
            "tỷ lệ điểm cộng",
            "tổng số điểm",
            "sốt",
        ];
        assert!(!none.iter().any(|key| names_figure(key)));
    }

    #[test]
    fn a_word_counts_anywhere_or_at_the_beginning() {
        assert!(Hint::Points.is_in("kết quả sau rà soát"));
        assert!(!Hint::Points.begins("kết quả sau rà soát"));
        assert!(!Hint::Points.is_in("kết quả"));
        assert!(Hint::Form.begins("phiếu tự đánh giá"));
    }
}
