//! One test binary for the whole project.

mod audit;
mod cases;
mod decision;
mod inbox;
mod layers;
mod properties;
mod read;
mod recognise;
mod rules;
mod sample;
mod spoiler;
mod write;
