//! strace: a program that does something to another one at its nth system call of a kind.
//!
//! Trap: SQLite as we bundle it calls `fsync`, not `fdatasync`; what is injected into a call that nobody makes shows
//! nothing. So a row counts only the rounds in which the fault came.

use std::path::Path;
use std::process::Command;

/// The calls by which a database reaches its disk.
pub const CALLS: [&str; 6] = ["pwrite64", "fsync", "openat", "ftruncate", "unlink", "fcntl"];

/// What happens at the call.
#[derive(Clone, Copy, Debug)]
pub enum Injected {
    /// The process is killed.
    Kill,
    /// This call fails with an error, such as `EIO`.
    Error(&'static str),
    /// This call and all later ones fail.
    ErrorFromThenOn(&'static str),
}

/// Whether strace is here and may watch a process.
pub fn missing() -> Option<String> {
    let tried = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).output();
    match tried {
        Ok(output) if output.status.success() => None,
        Ok(_) => Some("strace may not watch a process here".to_owned()),
        Err(_) => Some("strace is missing".to_owned()),
    }
}

/// A command that runs the program so that this happens at its nth call.
pub fn command(program: &Path, call: &str, n: u64, injected: Injected) -> Command {
    let what = match injected {
        Injected::Kill => format!("inject={call}:signal=KILL:when={n}"),
        Injected::Error(error) => format!("inject={call}:error={error}:when={n}"),
        Injected::ErrorFromThenOn(error) => format!("inject={call}:error={error}:when={n}+"),
    };
    let mut command = Command::new("strace");
    // Not with --seccomp-bpf, which is faster: strace 6.1 then injects no signal.
    command.args(["-f", "-qq", "-o", "/dev/null", "-e"]).arg(format!("trace={call}"));
    command.arg("-e").arg(what).arg("--").arg(program);
    command
}
