//! One test binary for the whole project.

mod decision;
mod inbox;
mod layers;
mod read;
mod recognise;
mod sample;
mod write;
