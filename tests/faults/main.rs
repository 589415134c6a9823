//! Faults on the shipped programs, and on the real phone core below them: what is promised (`docs/guarantees.md`), what
//! was done to it, how often, and what was lost, which must be nothing.
//!
//! Each row has a weakened twin where that is possible: the same faults on a phone or a server that promises too much
//! must lose something, or the row is blind. `cargo xtask faults` builds what this needs and runs it.

mod alone;
mod arguments;
mod clocks;
mod disk;
mod drive;
mod failing_calls;
mod faketime;
mod hostile;
mod hungry;
mod import;
mod killed_server;
mod locks;
mod luck;
mod migrations;
mod network_cut;
mod older_wire;
mod on_server;
mod phone;
mod plan;
mod power_cut;
mod rows;
mod school;
mod school_nights;
mod server;
mod server_clock;
mod server_power_cut;
mod simulated;
mod skew;
mod strace;
mod suspended;
mod syscall;
mod table;
mod vfs;
mod weakened;
mod wire;

use std::process::ExitCode;

/// Why a round could not go on.
pub type Broken = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    hush_the_cipher();
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let Some(("drive", words)) = words.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        return drive::drive(words);
    }
    match arguments::read(&words) {
        Ok(asked) => rows::run(&asked),
        Err(sentence) => {
            eprintln!("{sentence}\n\n{}", arguments::USAGE);
            ExitCode::FAILURE
        }
    }
}

/// SQLCipher says on the error output what it makes of each damaged page; here damage is what is asked for.
fn hush_the_cipher() {
    let hushed = daymark_sqlite::rusqlite::Connection::open_in_memory()
        .and_then(|db| db.pragma_update_and_check(None, "cipher_log_level", "NONE", |_| Ok(())));
    // It is only quieter with it.
    let _ = hushed;
}
