//! What becomes of a run that a person stops half-way.
//!
//! In: Ctrl-C, or the system's request to end. Out: no temporary file, no progress on the screen, one sentence, and an exit status
//! of 130 or 143, at once. Not for: the processes that read files, which end with this one (`read/serve.rs`).

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::app::cli::progress;
use crate::base::lang::{Lang, say};
use crate::base::outside::Shown;
use crate::output::temporary;

/// How long the sentence may take: a terminal or a pipe that takes nothing is no reason not to end.
const PATIENCE: Duration = Duration::from_secs(2);

/// Has the program end in order whenever it is asked to. Where this cannot be had, it ends as any program does.
#[cfg(unix)]
pub(super) fn listen(lang: Lang) {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    // Not SIGHUP: `nohup` has it ignored, and a handler would undo that.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else {
        return;
    };
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            stop(lang);
            // Without the clean-up of a process whose other threads are still at work.
            signal_hook::low_level::exit(128 + signal);
        }
    });
}

/// Has the program end in order whenever it is asked to. Where this cannot be had, it ends as any program does.
#[cfg(windows)]
pub(super) fn listen(lang: Lang) {
    let _ = ctrlc::set_handler(move || {
        stop(lang);
        std::process::exit(130);
    });
}

/// There are no signals here.
#[cfg(not(any(unix, windows)))]
pub(super) fn listen(_: Lang) {}

#[cfg(any(unix, windows))]
fn stop(lang: Lang) {
    let written = temporary::stop();
    let (send, said) = mpsc::channel();
    thread::spawn(move || {
        progress::clear_all();
        let mut err = io::stderr();
        // The terminal has written `^C` at the beginning of the line.
        let over = if err.is_terminal() { "\r" } else { "" };
        // Nowhere is left to say that stderr is closed.
        let _ = writeln!(err, "{over}{}", sentence(&written, lang));
        let _ = send.send(());
    });
    // An error: it was not said in time.
    let _ = said.recv_timeout(PATIENCE);
}

fn sentence(written: &[PathBuf], lang: Lang) -> String {
    let paths: Vec<String> = written
        .iter()
        .map(|path| Shown::path(path).to_string())
        .collect();
    let paths = paths.join(", ");
    if paths.is_empty() {
        say!(
            lang,
            "đã dừng theo yêu cầu; chưa ghi tệp nào, kết quả cũ (nếu có) giữ nguyên",
            "stopped as asked; no file was written, an earlier result is as it was"
        )
    } else {
        say!(
            lang,
            "đã dừng theo yêu cầu; trước đó đã ghi xong {paths}",
            "stopped as asked; written before that: {paths}"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_before_is_said() {
        let written = [PathBuf::from("a.xlsx"), PathBuf::from("a.json")];
        let said = sentence(&written, Lang::Vi);
        assert_eq!(
            said,
            "đã dừng theo yêu cầu; trước đó đã ghi xong a.xlsx, a.json"
        );
        assert!(sentence(&[], Lang::En).contains("no file was written"));
    }
}
