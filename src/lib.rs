//! tonghop: a folder of returned self-assessment workbooks becomes one consolidated workbook, with every number proven.
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

pub mod app;
pub mod base;
pub mod campaign;
pub mod input;
pub mod judge;
pub mod output;
pub mod result;
