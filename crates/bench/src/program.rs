//! `daymark-server` as a school has it, beside this program: what a command takes, and a server that may be killed.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Outcome, machine};

/// How often a command is looked at: what it holds in its last moment may be missed.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// What a command took.
pub struct Took {
    pub time: Duration,
    pub computed: Duration,
    pub most_memory: u64,
    /// What it printed.
    pub said: String,
    pub succeeded: bool,
}

/// Runs a command to its end.
pub fn run<A: AsRef<OsStr>>(arguments: &[A]) -> Outcome<Took> {
    let began = Instant::now();
    let mut child = Command::new(server()?).args(arguments).stdout(Stdio::piped()).spawn()?;
    let process = child.id().to_string();
    let (mut computed, mut most_memory) = (Duration::ZERO, 0);
    let status = loop {
        // One that has just ended tells nothing any more.
        computed = machine::computed_by(&process).map_or(computed, |by| by.own);
        most_memory = machine::most_memory_of(&process).unwrap_or(most_memory);
        match child.try_wait()? {
            Some(status) => break status,
            None => std::thread::sleep(LOOK_EVERY),
        }
    };
    let time = began.elapsed();
    let mut said = String::new();
    if let Some(mut out) = child.stdout.take() {
        out.read_to_string(&mut said)?;
    }
    Ok(Took { time, computed, most_memory, said, succeeded: status.success() })
}

/// The same, and a failure is an error.
pub fn must<A: AsRef<OsStr>>(arguments: &[A]) -> Outcome<Took> {
    let took = run(arguments)?;
    if took.succeeded {
        return Ok(took);
    }
    let name = arguments.first().map(|name| name.as_ref().to_string_lossy().into_owned());
    Err(format!("daymark-server {} failed; the line above says why", name.unwrap_or_default()).into())
}

/// Built beside this program.
fn server() -> Outcome<PathBuf> {
    let program = std::env::current_exe()?.with_file_name("daymark-server");
    let missing = "daymark-server is not beside this program: build it too, -p daymark-server";
    if program.exists() { Ok(program) } else { Err(missing.into()) }
}

/// A server with its gate's workers. It is killed when this is dropped.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
}

impl Server {
    /// Started, and it says where it listens.
    pub fn start(data: &Path, listen: SocketAddr) -> Outcome<Self> {
        let mut command = Command::new(server()?);
        command.args(["serve", "--listen", &listen.to_string(), "--data"]).arg(data);
        let mut child = command.env("RUST_LOG", "error").stdout(Stdio::piped()).spawn()?;
        let said = child.stdout.take().ok_or("the server says nothing")?;
        let line = BufReader::new(said).lines().next().transpose()?.unwrap_or_default();
        let address = line.rsplit("://").next().and_then(|address| address.trim().parse().ok());
        match address {
            Some(address) => Ok(Self { child, address }),
            None => {
                child.kill()?;
                child.wait()?;
                Err("the server did not start; the line above says why".into())
            }
        }
    }

    /// How long it and its workers have computed.
    pub fn computed(&self) -> Outcome<Duration> {
        let by = machine::computed_by(&self.child.id().to_string())?;
        let workers = machine::children_of(self.child.id())?;
        let workers = workers.iter().filter_map(|worker| machine::computed_by(worker).ok());
        Ok(by.own + by.of_ended + workers.map(|by| by.own).sum::<Duration>())
    }

    /// The most memory that the server itself has held, in bytes.
    pub fn most_memory(&self) -> Outcome<u64> {
        machine::most_memory_of(&self.child.id().to_string())
    }

    /// As a power cut would: without a word. Returns when it is gone.
    pub fn kill(mut self) -> Outcome {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that is gone already is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
