//! The texts that offices write beside their scores, by criterion. Marks such as `{decision}` become documents.

mod means;
mod rules;
mod services;

/// Texts of one criterion.
pub struct Texts {
    /// The criterion.
    pub id: &'static str,
    /// Evidence for a score above zero.
    pub evidence: &'static [&'static str],
    /// Explanations of a score below the maximum.
    pub some: &'static [&'static str],
    /// Explanations of no points at all, or of a penalty.
    pub none: &'static [&'static str],
}

/// The texts of a criterion.
pub fn of(id: &str) -> Option<&'static Texts> {
    [
        means::INFRASTRUCTURE,
        means::PEOPLE,
        services::SOFTWARE,
        rules::POLICY,
        services::PORTAL,
        rules::SECURITY,
        rules::BONUS,
    ]
    .into_iter()
    .flatten()
    .find(|texts| texts.id == id)
}
