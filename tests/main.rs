//! One test binary for the whole project.

mod inbox;
mod read;
mod rules;
