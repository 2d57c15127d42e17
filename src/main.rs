//! The program: turns a result into an exit status.

use std::process::ExitCode;

use tonghop::read;

/// Bounded only in the child process that reads a file; see [`read::memory`].
#[global_allocator]
static ALLOCATOR: read::memory::Bounded = read::memory::Bounded;

fn main() -> ExitCode {
    if read::is_child_call(std::env::args_os()) {
        return read::serve_child();
    }
    ExitCode::SUCCESS
}
