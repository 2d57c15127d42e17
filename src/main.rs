//! The program: turns a result into an exit status.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use tonghop::app::cli;
use tonghop::input::read;

/// Bounded only in the child process that reads a file; see [`read::memory`].
#[global_allocator]
static ALLOCATOR: read::memory::Bounded = read::memory::Bounded;

fn main() -> ExitCode {
    if read::is_child_call(std::env::args_os()) {
        return read::serve_child();
    }
    let arguments: Vec<_> = std::env::args_os().collect();
    cli::listen(&arguments);
    let program = std::env::current_exe().unwrap_or_else(|_| "tonghop".into());
    // Neither stream is locked for the run: progress is drawn by the threads that read, and they would wait for ever.
    let mut out = io::BufWriter::new(io::stdout());
    let mut err = io::stderr();
    let status = cli::run(
        arguments,
        program,
        io::stderr().is_terminal(),
        &mut out,
        &mut err,
    );
    // A closed pipe ends quietly: whoever reads has seen enough.
    let _ = out.flush();
    ExitCode::from(status)
}
