//! Results rolled up: the same numbers as one big run, the findings with their near misses, the command,
//! results in every form.

mod command;
mod data_files;
mod notes;
mod parts;
