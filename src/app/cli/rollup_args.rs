//! What was typed behind `tonghop rollup`.
//!
//! In: arguments. Out: options. Not for: what is done with them.

use std::path::PathBuf;

use clap::Args;

use crate::app::cli::fail_on::FailOnOption;
use crate::app::cli::formats::NamedOutputs;
use crate::app::cli::limits::LimitOption;

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
    #[command(flatten)]
    pub fail_on: FailOnOption,
    /// Bounds of the reader, `NAME=VALUE`.
    #[command(flatten)]
    pub limit: LimitOption,
}
