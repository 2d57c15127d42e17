//! The definitions as headings need them.

use crate::base::points::Points;
use crate::campaign::scheme::{Criterion, FigureKind, Scheme, maxima};
use crate::campaign::settings::Campaign;
use crate::result::report::{CampaignFacts, CriterionFacts, FigureFacts, GroupFacts};

/// The campaign's settings.
pub fn campaign(campaign: &Campaign, scheme: &Scheme) -> CampaignFacts {
    CampaignFacts {
        name: campaign.name.clone(),
        year: campaign.year,
        title: campaign.title_lines(),
        authority: campaign.authority.clone(),
        deadline: campaign.deadline_day(),
        scheme: (scheme.id.clone(), scheme.version),
        scheme_name: scheme.name.clone(),
        total_maximum: Points(scheme.total_maximum),
        points_decimals: scheme.rounding.points_decimals,
        percent_decimals: scheme.rounding.percent_decimals,
    }
}

/// The criterion groups: those inside the total first, bonus/penalty last.
pub fn groups(scheme: &Scheme) -> Vec<GroupFacts> {
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
                .map(|one| criterion(scheme, one))
                .collect(),
        })
        .collect();
    groups.sort_by_key(|group| group.outside_total);
    groups
}

fn criterion(scheme: &Scheme, criterion: &Criterion) -> CriterionFacts {
    debug_assert!(!criterion.rule.is_sum());
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
        rule: criterion.rule.clone().without_aliases(),
    }
}
