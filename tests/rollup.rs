//! Results rolled up: the same numbers as one big run, the findings with their near misses, the command.

mod command;
mod notes;
mod parts;
