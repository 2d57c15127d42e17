//! The program for Windows, run under Wine.
//!
//! `bash tools/windows/build.sh` makes what these tests need. `TONGHOP_EXE` names another program (with what Wine lacks beside it),
//! `WINE` another Wine. A case is a folder of text in `windows/cases`, as in `cases/data`; `transcript.rs` says what may be typed.
//! `UPDATE_EXPECTED=1` and `CASE` are as there.

mod child;
mod same;
mod stop;
mod transcript;
pub mod wine;
