//! From which severity on findings make the exit status 1.
//!
//! In: what was typed, and a severity. Out: whether it counts. Not for: the status itself.

use clap::{Args, ValueEnum};

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

/// The option that says it.
#[derive(Clone, Copy, Debug, Args)]
pub struct FailOnOption {
    /// From which severity on the exit status is 1.
    #[arg(
        long,
        value_enum,
        default_value = "error",
        value_name = "error|warning|info|never"
    )]
    pub fail_on: FailOn,
}

impl FailOnOption {
    /// Whether a finding of this severity counts.
    pub fn includes(self, severity: Severity) -> bool {
        self.fail_on.includes(severity)
    }
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
