//! What a decision workbook offers to choose from: units and criteria, in words that whoever reads it takes back.
//!
//! In: the report. Out: words in Vietnamese, each for one thing alone. Not for: what is asked of them.

use std::collections::HashMap;

use crate::base::ids::{CriterionId, FigureId, UnitId};
use crate::result::report::{
    CriterionFacts, FigureFacts, LevelResult, Report, Standing, registry_order,
};

impl Report {
    /// The facts of a criterion that carries points.
    pub fn criterion(&self, id: &CriterionId) -> Option<&CriterionFacts> {
        let mut criteria = self.groups.iter().flat_map(|group| &group.criteria);
        criteria.find(|one| one.id == *id)
    }

    /// Code and name of a criterion, the code before the first blank.
    pub fn criterion_words(&self, id: &CriterionId) -> String {
        match self.criterion(id).map(|one| one.name.as_str()) {
            Some(name) if !name.is_empty() => format!("{id} {name}"),
            _ => id.to_string(),
        }
    }

    /// The figures that a decision can give another value, each with its criterion.
    pub fn decidable_figures(&self) -> Vec<(&CriterionFacts, &FigureFacts)> {
        let criteria = self.groups.iter().flat_map(|group| &group.criteria);
        let all = criteria.flat_map(|one| one.figures.iter().map(move |figure| (one, figure)));
        all.collect()
    }

    /// The names of what can be chosen in a figure, which are those that a decision can name; nothing where it is no choice.
    pub fn options(&self, id: &FigureId) -> Vec<&str> {
        let criteria = self.groups.iter().flat_map(|group| &group.criteria);
        let mut choices = criteria.filter_map(|one| one.rule.choice());
        let choice = choices.find(|(figure, _)| *figure == id);
        let options = choice.map_or(&[][..], |(_, options)| options);
        options.iter().map(|option| option.name.as_str()).collect()
    }

    /// All units, level by level in the registry's order, each with its level and the words that are its own alone: its name, with the
    /// name of its level behind it where a unit of another level has the same.
    pub fn unit_words(&self) -> Vec<(&LevelResult, UnitId, String)> {
        let units = self.levels.iter().flat_map(|level| {
            let all = registry_order(level).into_iter();
            all.map(move |one: Standing<'_>| (level, one.id().clone(), one.name().to_string()))
        });
        let mut units: Vec<(&LevelResult, UnitId, String)> = units.collect();
        let mut counts: HashMap<String, usize> = HashMap::new();
        for (.., name) in &units {
            *counts.entry(name.clone()).or_default() += 1;
        }
        for (level, _, name) in &mut units {
            if counts.get(name.as_str()).is_some_and(|count| *count > 1) {
                *name = format!("{name} ({})", level.name);
            }
        }
        units
    }
}
