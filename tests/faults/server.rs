//! The shipped server as a process, on a data folder, at a loopback port.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use daymark_server::operations::folder::DataFolder;

use crate::Broken;

/// A running server. It is killed, not asked, when this is dropped.
pub struct Server {
    process: Child,
    pub address: String,
}

impl Server {
    /// Starts it and waits until it listens.
    pub fn start(program: &Path, data: &Path) -> Result<Self, Broken> {
        Self::start_as(Command::new(program), data)
    }

    /// The same by another program that runs it, such as one that watches its system calls.
    pub fn start_as(mut command: Command, data: &Path) -> Result<Self, Broken> {
        wait_until_free(data)?;
        command.arg("serve").arg("--data").arg(data).args(["--listen", "127.0.0.1:0"]);
        command.env("RUST_LOG", "error").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        // SIGKILL for strace alone would leave the server running: a group of its own is killed as one.
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut process = command
            .spawn()
            .map_err(|error| format!("{} did not start: {error}", command.get_program().to_string_lossy()))?;
        let mut said = String::new();
        if let Some(out) = process.stdout.take() {
            BufReader::new(out).read_line(&mut said)?;
        }
        let address = said.split_whitespace().find(|word| word.starts_with("http://"));
        match address {
            Some(address) => Ok(Self { address: address.to_owned(), process }),
            None => {
                kill_group(process.id());
                let _ = process.wait();
                Err("the server ended before it listened".into())
            }
        }
    }

    /// Power off for this process: SIGKILL.
    pub fn kill(&mut self) {
        kill_group(self.process.id());
        let _ = self.process.wait();
    }

    /// What its process holds in memory at most so far.
    pub fn resident_bytes(&self) -> Result<u64, Broken> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
        Ok(kilobytes.ok_or("the process says nothing of its memory")? * 1024)
    }

    /// Whether it has ended by itself, or by what was done to it.
    pub fn has_ended(&mut self) -> bool {
        matches!(self.process.try_wait(), Ok(Some(_)))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// One that was killed under strace may still be on its way out, and its lock with it.
fn wait_until_free(data: &Path) -> Result<(), Broken> {
    match File::open(DataFolder::at(data).lock()) {
        Ok(lock) => Ok(lock.lock()?),
        // Nobody has ever served it.
        Err(_) => Ok(()),
    }
}

/// The process group that we started, by its number.
fn kill_group(leader: u32) {
    let group = format!("-{leader}");
    let _ = Command::new("kill").args(["-9", "--", &group]).stderr(Stdio::null()).status();
}
