//! The definitions as headings need them.

use indexmap::IndexMap;

use crate::base::ids::LevelId;
use crate::base::points::Points;
use crate::campaign::scheme::{Criterion, FigureKind, Group, Scheme, maxima, times};
use crate::campaign::settings::Campaign;
use crate::result::report::{
    AboveFacts, AnnexWords, CampaignFacts, CriterionFacts, FigureFacts, GroupFacts,
};

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
        unconfirmed: campaign.provisional,
    }
}

/// The words of the annex.
pub fn annex(scheme: &Scheme) -> AnnexWords {
    let sections = scheme.sections.iter();
    let sections = sections.map(|one| (one.id.clone(), one.name.clone()));
    AnnexWords {
        sections: sections.collect(),
        sentences: scheme.sentences.clone(),
        shares: scheme.share_words,
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
            maximum: scheme.most_of_group(group),
            outside_total: group.outside_total,
            cap: group.cap.is_set(),
            criteria: scheme
                .scored(&group.id)
                .map(|one| criterion(scheme, one))
                .collect(),
            above: above(scheme, group),
        })
        .collect();
    groups.sort_by_key(|group| group.outside_total);
    groups
}

fn above(scheme: &Scheme, group: &Group) -> Vec<AboveFacts> {
    let all = scheme.criteria.iter();
    let all = all.filter(|one| one.group_code() == group.id.0 && one.rule.combines());
    let facts = all.map(|one| AboveFacts {
        id: one.id.clone(),
        name: one.name.clone(),
        rule: one.rule.clone(),
        cap: scheme.cap_in_total(one),
    });
    facts.collect()
}

fn criterion(scheme: &Scheme, criterion: &Criterion) -> CriterionFacts {
    debug_assert!(!criterion.rule.combines());
    let figures = criterion.figures.iter().map(|figure| FigureFacts {
        id: figure.id.clone(),
        name: figure.label(criterion).to_string(),
        unit: figure.unit.clone(),
        is_yes_no: figure.kind == FigureKind::YesNo,
    });
    let worth = |level: &LevelId| scheme.worth(criterion, level);
    let own = maxima(scheme, &criterion.maximum);
    let maximum = scheme.most_of(criterion);
    let mut levels = scheme.levels.iter().map(|level| worth(&level.id));
    let weight = levels
        .next()
        .filter(|first| levels.all(|other| other == *first));
    CriterionFacts {
        id: criterion.id.clone(),
        name: criterion.name.clone(),
        own_maximum: if own == maximum { IndexMap::new() } else { own },
        maximum,
        minimum: weight.map_or(criterion.minimum(), |weight| {
            times(criterion.minimum(), weight)
        }),
        one_of: scheme.choice_above(criterion).map(|above| above.id.clone()),
        capped_by: scheme.capped_by(criterion),
        figures: figures.collect(),
        rule: criterion.rule.clone().without_aliases(),
    }
}
