//! One test binary for the whole project.

mod audit;
mod decision;
mod inbox;
mod layers;
mod read;
mod rules;
mod sample;
mod write;
