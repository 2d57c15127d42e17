//! tonghop: a folder of returned self-assessment workbooks becomes one consolidated workbook, with every number proven.
//!
//! ```
//! use std::path::Path;
//!
//! use tonghop::app::pipeline::Plan;
//! use tonghop::base::error::Error;
//! use tonghop::input::read::ReadLimits;
//!
//! # fn main() -> Result<(), Error> {
//! let plan = Plan::new(Path::new("samples/kontum-2016"))?;
//! let inbox = plan.list()?;
//! // Files of the older formats are read by this program, in a process of its own; here there are none.
//! let program = Path::new("tonghop");
//! let links = plan.inbox().display().to_string();
//! let report = plan.report(&inbox, ReadLimits::default(), program, links, &|| {});
//!
//! let agencies = &report.levels[0];
//! let first = agencies.rows.iter().find(|row| row.rank.place == 1).unwrap();
//! // What counts, the file it was read from, and what is doubtful in the whole folder.
//! assert_eq!(first.name, "Sở Tài chính");
//! assert_eq!(first.score.total.to_string(), "869.7");
//! assert_eq!(first.file, "STC 2016.xlsx");
//! assert_eq!(report.findings.len(), 7);
//! # Ok(())
//! # }
//! ```
//!
//! A folder for each step of the data. A module imports from its own folder and from those before it in this list, which
//! `tests/layers.rs` holds against the imports; `docs/architecture.md` walks one number through them.
//!
//! 1. [`base`]: what everything speaks of
//! 2. [`campaign`]: what is expected
//! 3. [`input`]: from a folder to what was understood
//! 4. [`judge`]: what follows from it
//! 5. [`result`]: the report, and what is asked of it
//! 6. [`output`]: a result in some form
//! 7. [`app`]: the wiring

#![cfg_attr(
    test,
    allow(
        clippy::disallowed_methods,
        reason = "unit tests write files and take times"
    )
)]

pub mod app;
pub mod base;
pub mod campaign;
pub mod input;
pub mod judge;
pub mod output;
pub mod result;
