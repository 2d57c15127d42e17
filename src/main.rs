//! The program: turns a result into an exit status.

fn main() {}
