//! One test binary for the whole project.

mod cases;
mod inbox;
mod read;
mod sample;
mod write;
