//! The program as a person meets it: typed into a terminal, each command of the README, again and stopped half-way.
//!
//! Every run is bounded, so that a program which hangs fails a test instead of holding it up.

mod commands;
pub mod pty;
mod stop;
