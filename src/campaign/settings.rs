//! The campaign: one year's run, with its settings.
//!
//! In: the text of a `campaign.toml`. Out: settings; name, year, scheme and registry are always those of the file. Not for: the
//! folders they name.

use std::ops::RangeInclusive;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;

use crate::base::date::{Day, YEARS};
use crate::base::error::{DefinitionError, Nameable, Problem};
use crate::base::origin::Origin;
use crate::base::points::Decimal;
use crate::campaign::definition::{PathStep, Problems, Source, at, nearest_or_few};
use crate::campaign::rulings::{self, Exemption, GivenPoints, Rulings};
use crate::campaign::scheme::{Formula, Scheme, number, optional_number};
use crate::campaign::units::{MOST_UNITS, Registry};
use crate::campaign::vocabulary::{Caption, Column, CoverLine, FileWords, WordLists};

/// The name of the file that makes a folder a campaign folder.
pub const FILE_NAME: &str = "campaign.toml";

/// The keys that every campaign says: whatever stood in for one would be another campaign's.
const NEEDED: [&str; 4] = ["name", "year", "scheme", "registry"];

/// The most entries of points that the province gives: so many for each of 1,000 units.
const MOST_POINTS: usize = 50_000;

/// How many rows `Dữ liệu` can be given: what one sheet holds.
const DATA_ROWS: RangeInclusive<u32> = 1..=1_000_000;

/// The most lines of a title.
const MOST_TITLE_LINES: usize = 50;

/// The settings of one year's run.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Its name.
    pub name: String,
    /// The year assessed.
    pub year: i32,
    /// The id of a scheme that the program carries, or the path of a `scheme.toml`.
    pub scheme: String,
    /// The id of a registry that the program carries, or the path of a `units.csv`.
    pub registry: String,
    /// The folder of returned workbooks, from the campaign's folder.
    #[serde(default = "here")]
    pub inbox: String,
    /// The last day for returns.
    #[serde(default)]
    pub deadline: Option<toml::value::Datetime>,
    /// Whether nobody has confirmed the campaign yet: it was proposed from forms, and every result says so.
    #[serde(default)]
    pub provisional: bool,
    /// Title lines of the result; without any its name is the title ([`Campaign::title_lines`]).
    #[serde(default)]
    pub title: Vec<String>,
    /// The authority above the title.
    #[serde(default)]
    pub authority: String,
    /// Figures that the province holds itself, by the id of the statistic.
    #[serde(default)]
    pub given: IndexMap<String, GivenFigure>,
    /// How much a criterion may change against last year without an explanation, in percent of its maximum.
    #[serde(default = "half")]
    pub movement_tolerance: u32,
    /// How many rows `Dữ liệu` may have in the workbook; a longer list goes into a file beside it.
    #[serde(default = "rows_of_a_sheet")]
    pub data_rows: u32,
    /// Units that a criterion does not apply to.
    #[serde(default, rename = "exempt")]
    pub exemptions: Vec<Exemption>,
    /// Points that the province gives units, whatever their forms say.
    #[serde(default)]
    pub points: Vec<GivenPoints>,
    /// Headings of its forms, besides those that are known anyway and those of the scheme.
    #[serde(default)]
    pub columns: WordLists<Column>,
    /// Captions of rows, likewise.
    #[serde(default)]
    pub rows: WordLists<Caption>,
    /// Labels of covers, likewise.
    #[serde(default)]
    pub cover: WordLists<CoverLine>,
}

fn here() -> String {
    ".".to_string()
}

fn half() -> u32 {
    50
}

fn rows_of_a_sheet() -> u32 {
    200_000
}

impl Campaign {
    /// The campaign that the program carries, for a plain folder of its forms: the criteria and units of Kon Tum 2017.
    pub fn built_in() -> Self {
        Campaign {
            name: "Đánh giá, xếp loại mức độ ứng dụng công nghệ thông tin".to_string(),
            year: 2017,
            scheme: "kontum-2017".to_string(),
            registry: "kontum-2017".to_string(),
            inbox: here(),
            deadline: None,
            provisional: false,
            title: vec![
                "KẾT QUẢ".to_string(),
                "ĐÁNH GIÁ, XẾP LOẠI MỨC ĐỘ ỨNG DỤNG CÔNG NGHỆ THÔNG TIN".to_string(),
            ],
            authority: String::new(),
            given: IndexMap::new(),
            movement_tolerance: half(),
            data_rows: rows_of_a_sheet(),
            exemptions: Vec::new(),
            points: Vec::new(),
            columns: WordLists::new(),
            rows: WordLists::new(),
            cover: WordLists::new(),
        }
    }
}

/// A figure that the province holds itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenFigure {
    /// The figure.
    #[serde(deserialize_with = "number")]
    pub value: Decimal,
    /// Of how many, where that is known.
    #[serde(default, deserialize_with = "optional_number")]
    pub of: Option<Decimal>,
}

impl Campaign {
    /// Reads the settings.
    ///
    /// # Errors
    /// One error with line and column for text that is not TOML, an unknown key or a wrong value; one for each key that is
    /// missing.
    pub fn parse(source: Source<'_>) -> Result<Campaign, Vec<DefinitionError>> {
        let read = source.parse().map_err(|error: DefinitionError| {
            let written: toml::Table = match error.problem {
                Problem::MissingKey(_) => source.parse().unwrap_or_default(),
                _ => return vec![error],
            };
            let missing = NEEDED.iter().filter(|key| !written.contains_key(**key));
            let missing = missing.map(|key| source.at(0, Problem::MissingKey((*key).to_string())));
            let missing: Vec<DefinitionError> = missing.collect();
            if missing.is_empty() {
                vec![error]
            } else {
                missing
            }
        });
        read.map(|mut campaign: Campaign| {
            // A result is the same from whichever folder the program is called.
            let document = source.file.rsplit(['/', '\\']).next();
            let document: Arc<str> = document.unwrap_or_default().into();
            let lines = source.lines_of("points");
            for (one, line) in campaign.points.iter_mut().zip(lines) {
                one.origin = Some(Origin::line(Arc::clone(&document), line));
            }
            campaign
        })
    }

    /// The lines of the title of its results.
    pub fn title_lines(&self) -> Vec<String> {
        if self.title.is_empty() {
            return vec![self.name.clone()];
        }
        self.title.clone()
    }

    /// Checks what the settings name against the scheme and the registry.
    ///
    /// # Errors
    /// Every name that is not there, with line and column.
    pub fn check(
        &self,
        source: Source<'_>,
        scheme: &Scheme,
        registry: &Registry,
    ) -> Result<(), Vec<DefinitionError>> {
        let problems = self.problems(scheme, registry);
        if problems.is_empty() {
            Ok(())
        } else {
            Err(source.locate(problems))
        }
    }

    /// As [`Campaign::check`], with the paths to what is wrong.
    pub fn problems(&self, scheme: &Scheme, registry: &Registry) -> Problems {
        let mut problems = self.vocabulary().problems();
        problems.extend(self.vocabulary().unused_weights(scheme.is_weighed()));
        if !YEARS.contains(&self.year.into()) {
            let problem = Problem::OutOfRange {
                value: self.year.into(),
                lowest: (*YEARS.start()).into(),
                highest: (*YEARS.end()).into(),
            };
            problems.push((at!["year"], problem));
        }
        if !DATA_ROWS.contains(&self.data_rows) {
            let problem = Problem::OutOfRange {
                value: self.data_rows.into(),
                lowest: (*DATA_ROWS.start()).into(),
                highest: (*DATA_ROWS.end()).into(),
            };
            problems.push((at!["data_rows"], problem));
        }
        if let Some(problem) = self.too_long() {
            return vec![problem];
        }
        self.check_given(scheme, &mut problems);
        rulings::check(
            &self.exemptions,
            &self.points,
            scheme,
            registry,
            &mut problems,
        );
        problems
    }

    /// Checks the words of headings, rows and covers alone, by which a table of results is read.
    ///
    /// # Errors
    /// Every word that says nothing or two things, with line and column.
    pub fn check_words(&self, source: Source<'_>) -> Result<(), Vec<DefinitionError>> {
        let problems = self.vocabulary().problems();
        if problems.is_empty() {
            Ok(())
        } else {
            Err(source.locate(problems))
        }
    }

    /// The first list that is longer than any campaign has use for.
    fn too_long(&self) -> Option<(Vec<PathStep>, Problem)> {
        for (key, found, limit) in [
            ("title", self.title.len(), MOST_TITLE_LINES),
            ("exempt", self.exemptions.len(), MOST_UNITS),
            ("points", self.points.len(), MOST_POINTS),
        ] {
            if found > limit {
                let problem = Problem::TooMany {
                    key: key.to_string(),
                    found,
                    limit,
                };
                return Some((at![key, limit], problem));
            }
        }
        None
    }

    /// The figures that the province gives.
    fn check_given(&self, scheme: &Scheme, problems: &mut Problems) {
        let given: Vec<String> = scheme
            .statistics
            .iter()
            .filter(|statistic| statistic.formula == Formula::Given {})
            .map(|statistic| statistic.id.clone())
            .collect();
        for id in self.given.keys().filter(|id| !given.contains(id)) {
            let nearest = nearest_or_few(id, &given);
            problems.push((
                at!["given", id.as_str()],
                Problem::Dangling {
                    kind: Nameable::Statistic,
                    id: id.clone(),
                    nearest,
                },
            ));
        }
        for (id, given) in &self.given {
            let most = given.of.unwrap_or(Decimal::READABLE);
            let mut check =
                |key: &'static str, value: Decimal, lowest: Decimal, highest: Decimal| {
                    if value < lowest || value > highest {
                        let problem = Problem::OutOfRange {
                            value,
                            lowest,
                            highest,
                        };
                        problems.push((at!["given", id.as_str(), key], problem));
                    }
                };
            if let Some(of) = given.of {
                check("of", of, Decimal::ONE, Decimal::READABLE);
            }
            check("value", given.value, Decimal::ZERO, most.max(Decimal::ZERO));
        }
    }

    /// What is ruled about single criteria of single units.
    pub fn rulings(&self, registry: &Registry) -> Rulings {
        Rulings::new(&self.exemptions, &self.points, registry)
    }

    /// The words that it adds.
    pub fn vocabulary(&self) -> FileWords<'_> {
        FileWords {
            columns: &self.columns,
            rows: &self.rows,
            cover: &self.cover,
        }
    }

    /// The deadline's day.
    pub fn deadline_day(&self) -> Option<Day> {
        let date = self.deadline.as_ref()?.date?;
        Day::new(date.year.into(), date.month.into(), date.day.into())
    }
}
