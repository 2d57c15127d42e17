//! What was typed behind `tonghop rollup`.
//!
//! In: arguments. Out: options. Not for: what is done with them.

use std::path::PathBuf;

use clap::Args;

use crate::app::cli::fail_on::FailOn;
use crate::app::cli::formats::NamedOutputs;

/// Options of `rollup`.
#[derive(Debug, Args)]
pub struct RollupArgs {
    /// Results, and folders of results.
    #[arg(value_name = "RESULT", required = true)]
    pub results: Vec<PathBuf>,
    /// Where to write.
    #[command(flatten)]
    pub outputs: NamedOutputs,
    /// From which severity on the exit status is 1.
    #[arg(
        long,
        value_enum,
        default_value = "error",
        value_name = "error|warning|info|never"
    )]
    pub fail_on: FailOn,
    /// Bounds of the reader, `NAME=VALUE`.
    #[arg(long, value_name = "NAME=VALUE")]
    pub limit: Vec<String>,
}
