//! Reminders as the system's notices, while the window is open. A thread waits for them: a hidden window's futures rest.

use std::cell::RefCell;
use std::process::Command;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use daymark_components::{Words, say};

use super::language;
use crate::shell::Notices;

/// Those of today that are still to come.
#[derive(Default)]
pub struct Reminders(RefCell<Option<Sender<()>>>);

impl Reminders {
    pub fn plan(&self, sentences: Vec<(u64, String)>) {
        let (keep, dropped) = channel();
        // Dropping the last plan's sender ends its thread.
        self.0.replace(Some(keep));
        let start = Instant::now();
        std::thread::spawn(move || {
            for (seconds, sentence) in sentences {
                let due = start + Duration::from_secs(seconds);
                let rest = due.saturating_duration_since(Instant::now());
                if dropped.recv_timeout(rest) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
                show(&sentence);
            }
        });
    }
}

/// Where there is a program that shows them.
pub fn allowed() -> Notices {
    let there = |program: &str| {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
    };
    let shows = match std::env::consts::OS {
        "linux" => there("notify-send"),
        "macos" => there("osascript"),
        _ => false,
    };
    if shows { Notices::Allowed } else { Notices::Never }
}

fn show(sentence: &str) {
    let title = say!(Words::of(language()), "app-name");
    let shown = match std::env::consts::OS {
        "macos" => {
            let script =
                "on run argv\ndisplay notification (item 1 of argv) with title (item 2 of argv)\nend run";
            Command::new("osascript").args(["-e", script, sentence, &title]).status()
        }
        _ => Command::new("notify-send").args(["--app-name", &title, "--", &title, sentence]).status(),
    };
    // A notice that cannot be shown stands in the agenda all the same.
    drop(shown);
}
