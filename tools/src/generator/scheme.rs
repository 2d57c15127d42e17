//! What a form needs from `scheme.toml`: groups, criteria, maxima and figures.
//!
//! A small reader of its own, lenient about everything else in the file: the sample must not depend on the program that it
//! tests.

use std::collections::BTreeMap;
use std::error::Error;

use serde::Deserialize;

/// Groups with their criteria, in the scheme's order.
pub struct Scheme {
    /// The groups.
    pub groups: Vec<Group>,
}

/// A group of criteria; a sheet of the form.
#[derive(Deserialize)]
pub struct Group {
    /// `1` to `7`.
    pub id: String,
    /// In full.
    pub name: String,
    /// For the sheet's title.
    #[serde(default)]
    pub short: String,
    /// Its maximum.
    pub maximum: Maximum,
    /// Whether it stands outside the total's maximum.
    #[serde(default)]
    pub outside_total: bool,
    /// Its criteria.
    #[serde(skip)]
    pub criteria: Vec<Criterion>,
}

/// A criterion with its figures.
#[derive(Deserialize)]
pub struct Criterion {
    /// Such as `3.9`.
    pub id: String,
    /// In full.
    pub name: String,
    /// The unit in which its own cell is filled in.
    pub unit: String,
    /// Its maximum.
    pub maximum: Maximum,
    rule: Rule,
    /// The figures first asked for under this criterion.
    #[serde(default)]
    pub figures: Vec<Figure>,
}

/// A number that the unit gives.
#[derive(Deserialize)]
pub struct Figure {
    /// Unique in the scheme.
    pub id: String,
    /// None where the criterion's own row holds the figure.
    pub name: Option<String>,
    /// Its unit.
    #[serde(default)]
    pub unit: String,
}

/// A maximum for all levels or one for each.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Maximum {
    /// The same everywhere.
    Same(i32),
    /// By the level's identifier.
    ByLevel(BTreeMap<String, i32>),
}

#[derive(Deserialize)]
struct Rule {
    numerator: Option<String>,
    denominator: Option<String>,
    value: Option<Share>,
}

#[derive(Deserialize)]
struct Share {
    ratio: String,
    of: String,
}

#[derive(Deserialize)]
struct File {
    group: Vec<Group>,
    criterion: Vec<Criterion>,
}

impl Scheme {
    /// Reads the text of a `scheme.toml`.
    ///
    /// # Errors
    /// When it is not a scheme.
    pub fn parse(text: &str) -> Result<Scheme, Box<dyn Error>> {
        let file: File = toml::from_str(text)?;
        let mut groups = file.group;
        for criterion in file.criterion {
            let (group, _) = criterion.id.split_once('.').unwrap_or_default();
            groups
                .iter_mut()
                .find(|known| known.id == group)
                .ok_or_else(|| format!("{} belongs to no group", criterion.id))?
                .criteria
                .push(criterion);
        }
        Ok(Scheme { groups })
    }
}

impl Group {
    /// The sheet's title as the template has it.
    pub fn title(&self) -> String {
        let short = if self.short.is_empty() {
            self.name.replace('/', " ")
        } else {
            self.short.clone()
        };
        format!("{}. {short}", self.id)
    }
}

impl Criterion {
    /// Numerator and denominator, where the criterion's own cell shows a percentage.
    pub fn share(&self) -> Option<(&str, &str)> {
        if let Some(share) = &self.rule.value {
            return Some((&share.ratio, &share.of));
        }
        Some((
            self.rule.numerator.as_deref()?,
            self.rule.denominator.as_deref()?,
        ))
    }

    /// The figure that stands in the criterion's own row.
    pub fn own_figure(&self) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.name.is_none())
    }
}

impl Maximum {
    /// The maximum at a level.
    pub fn at(&self, level: &str) -> i32 {
        match self {
            Maximum::Same(points) => *points,
            Maximum::ByLevel(levels) => levels.get(level).copied().unwrap_or(0),
        }
    }
}
