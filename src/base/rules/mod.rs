//! Every finding there is: its code, its severity, what it says and the page that `tonghop explain` prints.
//!
//! A new finding is one `static` in the file of its theme and one line in [`ALL`]; `docs/` is then written anew with
//! `UPDATE_EXPECTED=1 cargo test rules`. Codes are never reused. Not for: deciding when a finding is raised.

pub mod apart;
pub mod archives;
mod bearing;
pub mod campaign_fit;
pub mod campaign_form;
pub mod campaign_values;
pub mod campaign_wording;
pub mod cells;
pub mod columns;
pub mod damaged;
pub mod decisions;
pub mod doubtful;
pub mod edits;
pub mod evidence;
pub mod figures;
pub mod file_kinds;
pub mod files;
pub mod foreign;
pub mod former;
pub mod forms;
pub mod formulas;
pub mod given;
mod in_workbook;
pub mod layout;
pub mod looks;
mod manuals;
pub mod of_form;
pub mod options;
pub mod practice;
pub mod printed;
pub mod published;
pub mod reading;
pub mod requests;
pub mod rollup;
pub mod row_labels;
pub mod settings;
pub mod sheets;
pub mod system;
pub mod totals;
pub mod treatment;
pub mod units;
pub mod unread;
pub mod values;
pub mod years;

use crate::base::lang::Lang;
pub use crate::base::rules::bearing::{Bearing, Severity};
pub use crate::base::rules::in_workbook::workbook_names;
pub use crate::base::rules::manuals::{manual, page, page_of_width};

/// One kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `TH` and three digits.
    pub code: &'static str,
    /// A short English name of what is wrong.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it is to whoever sums findings up.
    pub bearing: Bearing,
    /// Its texts in Vietnamese.
    pub vi: Page,
    /// Its texts in English.
    pub en: Page,
}

impl Rule {
    /// The texts in one language.
    pub fn page(&self, lang: Lang) -> &Page {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// The texts of a rule in one language. `message` and `advice` are one line each, which begins in lower case and ends without
/// a full stop; they may hold `{about}`, `{found}`, `{expected}`, `{difference}` and `{nearest}`, which a finding fills in. The others are
/// what `tonghop explain` prints: whole sentences, and one line as an example.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// What is wrong, as a heading.
    pub title: &'static str,
    /// What is wrong, in one line.
    pub message: &'static str,
    /// What to do, in one line.
    pub advice: &'static str,
    /// What raises it, and what comes near without raising it.
    pub finds: &'static str,
    /// Why it matters for the result.
    pub why: &'static str,
    /// How to fix it, in the unit's workbook or in the campaign's files.
    pub fix: &'static str,
    /// An example: `file: sheet!cell: message`.
    pub example: &'static str,
}

/// All rules, by code.
pub static ALL: &[&Rule] = &[
    &units::UNIT_MISSING,
    &units::NOTHING_USABLE,
    &units::UNIT_UNKNOWN,
    &units::IDENTITY_CONFLICT,
    &files::SEVERAL_VERSIONS,
    &files::COPY,
    &files::LATE,
    &units::UNIT_NOT_NAMED,
    &files::OTHER_YEAR,
    &files::SAME_CONTENT,
    &files::OTHER_LEVEL,
    &forms::OTHER_VERSION,
    &forms::BLANK_FORM,
    &forms::OTHER_FORM,
    &forms::OTHER_PERIOD,
    &forms::NAME_WITHOUT_MARKS,
    &units::UNDECIDED,
    &files::OPEN_ELSEWHERE,
    &former::FORMER_NAME,
    &former::FORMER_UNIT,
    &edits::OWN_RESULT,
    &settings::OTHER_CAMPAIGN,
    &settings::OUTSIDE_INBOX,
    &edits::RESULT_TABLE,
    &apart::OTHER_UNIT,
    &apart::OTHER_YEAR_ON_SHEET,
    &apart::PART_OF_YEAR,
    &apart::NOT_FINAL,
    &apart::SCORES_OF_OTHER,
    &units::INITIALS_OF_SEVERAL,
    &apart::SHEET_ASIDE,
    &forms::GROUP_POINTS_ONLY,
    &layout::NO_TABLE,
    &layout::GROUP_MISSING,
    &layout::CRITERION_MISSING,
    &row_labels::CODE_TEXT_DISAGREE,
    &layout::SCORE_COLUMN_MISSING,
    &layout::CRITERION_TWICE,
    &row_labels::TEXT_EDITED,
    &row_labels::ROW_UNKNOWN,
    &row_labels::CODE_DIFFERS,
    &layout::FIGURE_MISSING,
    &layout::OLD_ENCODING,
    &sheets::FIGURE_TWICE,
    &sheets::GROUP_TWICE,
    &sheets::HIDDEN_SHEET,
    &sheets::SECOND_TABLE,
    &sheets::ROW_SPLIT,
    &sheets::MERGED_SCORES,
    &sheets::HIDDEN_ROWS,
    &sheets::PICTURE_INSTEAD,
    &sheets::COMMENT_INSTEAD,
    &sheets::HIDDEN_COLUMN,
    &columns::SECOND_COLUMN,
    &columns::COLUMN_BESIDE,
    &columns::NUMBER_DROPPED,
    &columns::POINTS_UNREAD,
    &values::SCORE_UNREADABLE,
    &values::SCORE_BLANK,
    &figures::FIGURE_BLANK,
    &figures::FIGURE_UNREADABLE,
    &values::ABOVE_MAXIMUM,
    &values::BELOW_MINIMUM,
    &values::OTHER_MAXIMUM,
    &values::ERROR_VALUE,
    &figures::NUMERATOR_TOO_LARGE,
    &figures::DENOMINATOR_ZERO,
    &figures::NEGATIVE_FIGURE,
    &formulas::STALE_RESULT,
    &cells::SCORE_IS_DATE,
    &cells::APPROXIMATE,
    &cells::LETTER_FOR_DIGIT,
    &cells::PENALTY_POSITIVE,
    &cells::APPRAISED_WITHOUT_CLAIM,
    &cells::SCORE_SHIFTED,
    &cells::PERCENT_SCORE,
    &cells::APPRAISED_OUT_OF_RANGE,
    &cells::HIDDEN_VALUE,
    &cells::IMPOSSIBLE_NUMBER,
    &looks::SHOWN_OTHERWISE,
    &looks::STRUCK_IN_PART,
    &looks::STRUCK_OUT,
    &looks::FOOTNOTE_MARK,
    &looks::STRUCK,
    &looks::UNSEEN,
    &formulas::CALCULATED,
    &formulas::EXTERNAL_LINK,
    &formulas::CIRCULAR,
    &doubtful::THOUSANDS_OR_DECIMALS,
    &doubtful::OTHER_MEASURE,
    &doubtful::RATIO_CONTRADICTS,
    &doubtful::ABOVE_ANOTHER,
    &doubtful::WORDS_CORRECT,
    &doubtful::OTHER_MAGNITUDE,
    &looks::CONDITIONAL,
    &options::SEVERAL_TICKED,
    &options::NONE_TICKED,
    &options::OTHER_POINTS,
    &options::TICK_DISAGREES,
    &options::NO_OPTION,
    &options::OTHER_WORTH,
    &doubtful::SHARE_OR_PERCENT,
    &doubtful::ABOVE_HUNDRED,
    &options::BOTH_ANSWERS,
    &figures::TWO_READINGS,
    &values::ABOVE_TOTAL,
    &doubtful::SCORES_MAY_BE_SHARES,
    &doubtful::SHARE_OR_POINTS,
    &options::ANSWER_WITHOUT_POINTS,
    &totals::TOTAL_MISMATCH,
    &totals::GROUP_SUM_MISMATCH,
    &totals::RULE_DISAGREES,
    &totals::GROUP_OUT_OF_RANGE,
    &totals::GRADE_MISMATCH,
    &practice::BONUS_LEFT_OUT,
    &practice::NEAR_LIMIT,
    &practice::NOT_A_STEP,
    &evidence::NO_EVIDENCE,
    &evidence::EVIDENCE_OTHER_YEAR,
    &evidence::EVIDENCE_UNREACHABLE,
    &evidence::APPRAISED_WITHOUT_REASON,
    &practice::SAME_SCORES,
    &practice::BEST_STANDS_ALONE,
    &practice::ALL_ALIKE,
    &practice::TOTAL_NOT_OF_DETAILS,
    &evidence::APPRAISED_IN_PART,
    &evidence::EVIDENCE_IS_ERROR,
    &evidence::EVIDENCE_IS_PICTURE,
    &practice::ALIKE,
    &totals::CUT_OFF,
    &evidence::APPRAISED_BY_UNIT,
    &given::NOT_GIVEN,
    &given::CLAIM_LEFT,
    &given::NOT_COMPUTED,
    &given::APPRAISED_LEFT,
    &given::OTHER_LEVEL,
    &given::BEST_OPEN,
    &totals::CLAIMS_COME_TO_OTHER,
    &given::BEST_DOUBTFUL,
    &years::MOVEMENT,
    &years::SAME_AS_LAST_YEAR,
    &edits::EDITED,
    &edits::APART,
    &edits::UNSEALED,
    &edits::CONTRADICTORY,
    &years::MOVEMENTS,
    &edits::DATA_FILE,
    &years::SAME_ROUND,
    &years::OTHER_UNITS,
    &years::OTHER_CRITERIA,
    &years::OTHER_SCALE,
    &years::LATER_YEAR,
    &years::ONE_YEAR_TWO_SCHEMES,
    &years::OTHER_AUTHORITY,
    &years::NOT_COUNTED,
    &rollup::NO_RESULT,
    &rollup::OTHER_FILE,
    &rollup::SAME_RESULT,
    &rollup::UNIT_TWICE,
    &rollup::JUDGED_OTHERWISE,
    &rollup::STATISTIC_APART,
    &rollup::BEST_OF_EACH,
    &rollup::CALLED_ALIKE,
    &rollup::MAY_BE_ONE,
    &published::TOTAL_WRONG,
    &published::TOTAL_ROUNDED,
    &published::COLUMN_LEFT_OUT,
    &published::COLUMN_TWICE,
    &published::SIGN_TURNED,
    &published::PLACED_BELOW_FEWER,
    &published::PLACE_CHANGES,
    &published::PLACE_WRONG,
    &published::GRADE_WRONG,
    &published::GRADE_ON_WRONG_TOTAL,
    &published::GRADE_ON_ROUNDING,
    &printed::OUT_OF_RANGE,
    &printed::MIXED_DECIMAL_MARKS,
    &printed::NUMBER_AS_TEXT,
    &printed::REPEATED_PERCENTAGE,
    &printed::NO_RESULT_NO_NOTE,
    &printed::UNIT_UNKNOWN,
    &printed::UNIT_TWICE,
    &printed::UNIT_OF_OTHER_LEVEL,
    &printed::VALUE_UNREADABLE,
    &printed::VALUE_BLANK,
    &printed::COLUMN_MISSING,
    &printed::COLUMN_BY_POSITION,
    &printed::NOT_CALCULATED,
    &printed::SEVERAL_TOTALS,
    &foreign::NO_PLAIN_SUM,
    &foreign::NOT_OF_SCHEME,
    &foreign::TOTAL_BY_ORDER,
    &foreign::EQUAL_APART,
    &foreign::OTHER_REGISTRY,
    &foreign::PLACES_SKIP,
    &foreign::LEFT_OUT_EVERYWHERE,
    &foreign::OTHER_SCALE,
    &foreign::NO_TOTAL_ADDS_UP,
    &foreign::TOTAL_CHOSEN,
    &foreign::GRADE_BY_GROUPS,
    &foreign::TOTAL_BY_SUM,
    &campaign_form::SHEET_MISSING,
    &campaign_form::NO_HEADINGS,
    &campaign_form::SHEET_UNKNOWN,
    &campaign_form::COLUMN_UNKNOWN,
    &campaign_form::HEADING_TWICE,
    &campaign_form::COLUMN_MISSING,
    &campaign_form::NOT_A_NUMBER,
    &campaign_form::NOT_A_DAY,
    &campaign_form::NOT_IN_LIST,
    &campaign_form::BLANK,
    &campaign_form::NOT_USED,
    &campaign_form::NO_PARENT,
    &campaign_form::NO_HEADING,
    &campaign_values::CODE_MENDED,
    &campaign_values::CODE_UNCLEAR,
    &campaign_values::CELL_ERROR,
    &campaign_values::CONTRADICTORY,
    &campaign_values::PARAMETERS,
    &campaign_values::SETTING_UNKNOWN,
    &campaign_values::TWICE,
    &campaign_values::DANGLING,
    &campaign_values::SUMS,
    &campaign_values::OUT_OF_RANGE,
    &campaign_values::RULE_UNFIT,
    &campaign_values::WRONG,
    &campaign_fit::NOT_WHOLE,
    &campaign_fit::INBOX_UNUSED,
    &campaign_fit::INBOX_WRONG,
    &campaign_fit::TOO_LONG,
    &campaign_fit::WORD_UNFIT,
    &campaign_fit::SUCCESSION,
    &campaign_fit::ROWS_UNUSED,
    &campaign_fit::UNITS_COMPLETED,
    &campaign_wording::WORDING_KEPT,
    &campaign_wording::WORDING_LOST,
    &decisions::STALE,
    &decisions::MISTYPED,
    &decisions::CONTRADICTORY,
    &decisions::WITHOUT_GROUND,
    &decisions::RESULT_CHANGED,
    &decisions::UNREADABLE,
    &decisions::NOT_NEEDED,
    &decisions::AMONG_RETURNS,
    &decisions::SUM_NOT_MET,
    &damaged::NOT_A_WORKBOOK,
    &damaged::PASSWORD,
    &damaged::DAMAGED,
    &damaged::TOO_LARGE,
    &damaged::UNOPENABLE,
    &damaged::SHEET_UNREADABLE,
    &damaged::EMPTY_FILE,
    &damaged::ONLY_ZEROS,
    &damaged::CUT,
    &damaged::OTHER_FORMAT,
    &archives::NESTED,
    &archives::EMPTY,
    &archives::SPLIT,
    &archives::LOCKED,
    &archives::METHOD,
    &archives::NOT_ZIP,
    &file_kinds::NO_TABLE_INSIDE,
    &file_kinds::UNKNOWN_KIND,
    &file_kinds::MAIL,
    &file_kinds::FRAMES,
    &system::IN_USE,
    &system::NO_PERMISSION,
    &system::PATH_TOO_LONG,
    &system::GONE,
    &system::NETWORK_LOST,
    &system::IN_THE_CLOUD,
    &system::NOT_A_FILE,
    &reading::TOO_SLOW,
    &reading::TOO_MUCH_MEMORY,
    &reading::CRASHED,
    &reading::NOT_STARTED,
    &unread::MISSING,
    &unread::DOUBLED,
    &unread::CUT,
    &unread::CELLS,
    &unread::OUTSIDE,
    &unread::MERGES,
    &unread::PARTS,
    &unread::LOOKS,
    &file_kinds::DECIMAL_COMMAS,
    &treatment::FAULT,
    &treatment::TOO_LONG,
    &treatment::NO_TIME_LEFT,
];

/// The rule of a code such as `TH301`, in upper or lower case.
pub fn by_code(code: &str) -> Option<&'static Rule> {
    let mut all = ALL.iter().copied();
    all.find(|rule| rule.code.eq_ignore_ascii_case(code))
}
