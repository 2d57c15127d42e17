//! Whether two rules are one: their options may have been written otherwise before somebody corrected them.
//!
//! In: two criteria with their rules and what their options are called besides. Out: whether the rules, or two options, are the same. Not for:
//! rules of which anything else differs.

use crate::campaign::scheme::{ChoiceOption, ScoringRule, option_key};
use crate::result::diff::side::SideItem;

impl SideItem {
    /// Whether it has the rule of another one, or nobody says what rule either has.
    pub(super) fn has_rule_of(&self, other: &SideItem) -> bool {
        if self.rule == other.rule || self.rule.is_empty() || other.rule.is_empty() {
            return true;
        }
        let (Some(one), Some(mut two)) = (self.named_rule(), other.named_rule()) else {
            return false;
        };
        for (own, option) in one.options().iter().zip(two.options_mut()) {
            if is_same(own, option) {
                option.name.clone_from(&own.name);
                option.aliases.clone_from(&own.aliases);
            }
        }
        one == two
    }

    /// Whether one of its options is one of another criterion: both as they are written.
    pub(super) fn has_option_of(&self, own: &str, (other, text): (&SideItem, &str)) -> bool {
        let (own, other) = (self.option(own), other.option(text));
        own.zip(other).is_some_and(|(one, two)| is_same(&one, &two))
    }

    fn option(&self, name: &str) -> Option<ChoiceOption> {
        let rule = self.named_rule()?;
        let mut options = rule.options().iter();
        options.find(|one| one.name == name).cloned()
    }

    /// The rule, its options with what they are called besides.
    pub(super) fn named_rule(&self) -> Option<ScoringRule> {
        let mut rule: ScoringRule = serde_json::from_str(&self.rule).ok()?;
        for (option, others) in rule.options_mut().iter_mut().zip(&self.option_names) {
            option.aliases.clone_from(others);
        }
        Some(rule)
    }
}

/// Whether two options are one: one of them is called as the other is, or was before it was corrected. Their signs tell options apart.
fn is_same(one: &ChoiceOption, two: &ChoiceOption) -> bool {
    let is_among = |name: &str, of: &ChoiceOption| {
        let name = option_key(name);
        of.names().any(|other| option_key(other) == name)
    };
    is_among(&one.name, two) || is_among(&two.name, one)
}
