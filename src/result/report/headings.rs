//! The definitions as headings need them.

use indexmap::IndexMap;

use crate::base::ids::LevelId;
use crate::base::points::Points;
use crate::campaign::scheme::{Criterion, FigureKind, Scheme, ScoringRule, maxima};
use crate::campaign::settings::Campaign;
use crate::judge::score::BestValues;
use crate::result::report::{CampaignFacts, CriterionFacts, FigureFacts, GroupFacts, RuleFacts};

/// The campaign's settings.
pub fn campaign(campaign: &Campaign, scheme: &Scheme) -> CampaignFacts {
    CampaignFacts {
        name: campaign.name.clone(),
        year: campaign.year,
        title: campaign.title.clone(),
        authority: campaign.authority.clone(),
        deadline: campaign.deadline_day(),
        scheme: (scheme.id.clone(), scheme.version),
        scheme_name: scheme.name.clone(),
        total_maximum: Points(scheme.total_maximum),
        points_decimals: scheme.rounding.points_decimals,
        percent_decimals: scheme.rounding.percent_decimals,
    }
}

/// The criterion groups: those inside the total first, bonus/penalty last. `best` holds the best values of each level.
pub fn groups(scheme: &Scheme, best: &IndexMap<LevelId, BestValues>) -> Vec<GroupFacts> {
    let mut groups: Vec<GroupFacts> = scheme
        .groups
        .iter()
        .map(|group| GroupFacts {
            id: group.id.clone(),
            name: group.name.clone(),
            short: group.short_name().to_string(),
            maximum: maxima(scheme, &group.maximum),
            outside_total: group.outside_total,
            criteria: scheme
                .scored(&group.id)
                .map(|one| criterion(scheme, one, best))
                .collect(),
        })
        .collect();
    groups.sort_by_key(|group| group.outside_total);
    groups
}

fn criterion(
    scheme: &Scheme,
    criterion: &Criterion,
    best: &IndexMap<LevelId, BestValues>,
) -> CriterionFacts {
    debug_assert!(criterion.rule != ScoringRule::Sum {});
    let figures = criterion.figures.iter().map(|figure| FigureFacts {
        id: figure.id.clone(),
        name: figure.label(criterion).to_string(),
        unit: figure.unit.clone(),
        is_yes_no: figure.kind == FigureKind::YesNo,
    });
    CriterionFacts {
        id: criterion.id.clone(),
        name: criterion.name.clone(),
        maximum: maxima(scheme, &criterion.maximum),
        minimum: criterion.minimum(),
        figures: figures.collect(),
        rule: RuleFacts::new(criterion, best),
    }
}
