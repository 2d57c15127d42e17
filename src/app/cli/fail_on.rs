//! From which severity on findings make the exit status 1.
//!
//! In: what was typed, and a severity. Out: whether it counts. Not for: the status itself.

use clap::ValueEnum;

use crate::base::rules::Severity;

/// From which severity on findings make the exit status 1.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum FailOn {
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Any finding.
    Info,
    /// None.
    Never,
}

impl FailOn {
    /// Whether a finding of this severity counts.
    pub fn includes(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity >= Severity::Error,
            FailOn::Warning => severity >= Severity::Warning,
            FailOn::Info => true,
            FailOn::Never => false,
        }
    }
}
