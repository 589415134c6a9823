//! The app as its window opens it, stopped by the system in the middle of what it writes, for longer than anybody waits for
//! its database; then it goes on, or the system ends it.

use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use daymark_domain::MatchId;
use daymark_mentor_core::api::{Failure, Pin, Reply, Request};
use daymark_mentor_core::native;
use tempfile::TempDir;

use crate::Broken;
use crate::drive::say;
use crate::luck::Luck;
use crate::phone::{DATABASE, Phone, Saved, key, request};
use crate::plan::Plan;
use crate::school::{copied, today};
use crate::syscall::Paired;
use crate::table::{Found, Outcome, Twin};

const TAPS: usize = 30;
const STOPS_SHORT: u64 = 12;
/// Where so many stops fall into no write, or so many of a twin lose nothing, nothing was tried.
const STOPS_MAX: u64 = 60;
/// A stop comes so many microseconds at the most after the word that something is saved: within the next tap or two.
const WITHIN_US: u64 = 20_000;

/// Row `suspended-phone`.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let paired = Paired::make(plan)?;
    let mut luck = Luck::new(plan.seed);
    let longest = longest_write(&paired)?;
    let mut found = Found { injected: 0, kept: String::new(), lost: Vec::new(), twin: Twin::Lost(0) };
    let (mut saved, mut in_a_write, mut twins_lost) = (0, 0, 0);
    while found.injected < STOPS_SHORT
        || (in_a_write == 0 && found.injected < STOPS_MAX)
        || (plan.is_long() && plan.goes_on())
    {
        let goes_on = found.injected.is_multiple_of(2);
        let round = stop(&paired, "tap-in-a-window", goes_on, &mut luck)?;
        found.injected += 1;
        saved += round.promised;
        in_a_write += u64::from(round.in_a_write);
        found.lost.extend(round.wrong.map(|wrong| format!("stop {}: {wrong}", found.injected)));
    }
    let mut twins = 0;
    while twins < found.injected / 2 || (twins_lost == 0 && twins < STOPS_MAX) {
        twins += 1;
        twins_lost += u64::from(stop(&paired, "tap-in-a-window-early", false, &mut luck)?.wrong.is_some());
    }
    if in_a_write == 0 {
        found.lost.push("no stop fell into a write: nothing was tried".to_owned());
    }
    let longest = longest.as_secs_f64() * 1_000.0;
    found.kept = format!(
        "{saved} saved entries; {in_a_write} of the stops fell into a write; a tap that is not stopped holds the database for {longest:.1} ms at the longest"
    );
    found.twin = Twin::Lost(twins_lost);
    Ok(Outcome::Ran(found))
}

struct Round {
    promised: usize,
    in_a_write: bool,
    wrong: Option<String>,
}

/// Stops the app somewhere among its taps, tries what others would do meanwhile, and lets it go on or ends it.
fn stop(paired: &Paired, verb: &str, goes_on: bool, luck: &mut Luck) -> Result<Round, Broken> {
    let folder = as_before_the_lock(paired)?;
    let mut app = App::start(verb, folder.path())?;
    let taps = 1 + luck.below(TAPS as u64 / 2);
    app.hears(taps as usize)?;
    // Not a pause but a point in time, finer than any timer's.
    let at = Instant::now() + Duration::from_micros(luck.below(WITHIN_US));
    while Instant::now() < at {
        std::hint::spin_loop();
    }
    app.signal("STOP")?;
    if !app.is_stopped()? {
        return stop(paired, verb, goes_on, luck);
    }
    let in_a_write = is_written_to(folder.path())?;
    let second = opens(folder.path())?;
    if goes_on {
        app.signal("CONT")?;
        app.hears(usize::MAX)?;
    }
    let said = app.ends()?;
    let phone = Phone::open(folder.path())?;
    let there = phone.listed()?.len();
    let wrong = match phone.wrong(&said.saved)? {
        Some(wrong) => Some(wrong),
        None if second != IN_USE => Some(format!("a second window said '{second}'")),
        None if goes_on && !said.came_to_the_end => Some("it did not go on".to_owned()),
        None if there < said.promised => {
            Some(format!("{} were called saved, {there} are there", said.promised))
        }
        None => None,
    };
    Ok(Round { promised: said.promised, in_a_write, wrong })
}

/// A copy of the phone whose key lies in a plain file: the app takes it over, and asks for a PIN.
fn as_before_the_lock(paired: &Paired) -> Result<TempDir, Broken> {
    let folder = copied(paired.phone.path())?;
    std::fs::write(folder.path().join("key"), key().0)?;
    Ok(folder)
}

/// Whether the stopped process holds the lock of writers. Whoever asks does not wait.
fn is_written_to(folder: &Path) -> Result<bool, Broken> {
    let db = daymark_sqlite::open_as_it_is(&folder.join(DATABASE), Some(&key()))?;
    db.busy_timeout(Duration::ZERO)?;
    Ok(db.execute_batch("BEGIN IMMEDIATE; ROLLBACK").is_err())
}

const IN_USE: &str = "in-use";

/// What a second window says that opens the same data.
fn opens(folder: &Path) -> Result<String, Broken> {
    let said =
        Command::new(std::env::current_exe()?).args(["drive", "open-in-a-window"]).arg(folder).output()?;
    Ok(String::from_utf8_lossy(&said.stdout).trim().to_owned())
}

/// A tap's whole way through the app, which is longer than its lock is held.
fn longest_write(paired: &Paired) -> Result<Duration, Broken> {
    let folder = as_before_the_lock(paired)?;
    let mut app = App::start("tap-in-a-window", folder.path())?;
    app.hears(usize::MAX)?;
    Ok(Duration::from_micros(app.ends()?.longest_us))
}

/// The app as a process of its own.
struct App {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
    said: Said,
}

#[derive(Default)]
struct Said {
    saved: Vec<Saved>,
    promised: usize,
    longest_us: u64,
    came_to_the_end: bool,
}

impl App {
    fn start(verb: &str, folder: &Path) -> Result<Self, Broken> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["drive", verb]).arg(folder).arg(TAPS.to_string());
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let output = process.stdout.take().ok_or("no output")?;
        Ok(Self { process, lines: BufReader::new(output).lines(), said: Said::default() })
    }

    /// Listens until it has said *saved* so many times, or nothing more.
    fn hears(&mut self, times: usize) -> Result<(), Broken> {
        while self.said.promised < times
            && let Some(line) = self.lines.next()
        {
            let line = line?;
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["saved", match_id, entry] => {
                    let entry = entry.parse().map_err(|_| "a key that cannot be read")?;
                    self.said.saved.push((match_id.parse()?, entry));
                    self.said.promised += 1;
                }
                ["saved"] => self.said.promised += 1,
                ["longest", micros] => self.said.longest_us = micros.parse()?,
                ["end"] => self.said.came_to_the_end = true,
                _ => return Err(line.into()),
            }
        }
        Ok(())
    }

    fn signal(&self, name: &str) -> Result<(), Broken> {
        let sent =
            Command::new("kill").arg(format!("-{name}")).arg(self.process.id().to_string()).status()?;
        if sent.success() { Ok(()) } else { Err(format!("SIG{name} was not sent").into()) }
    }

    /// A signal takes its time to arrive at every thread. False: it had said all before anybody heard it.
    fn is_stopped(&self) -> Result<bool, Broken> {
        let stat = format!("/proc/{}/stat", self.process.id());
        loop {
            let line = std::fs::read_to_string(&stat)?;
            match line.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next()) {
                Some('T') => return Ok(true),
                Some('Z' | 'X') | None => return Ok(false),
                Some(_) => std::thread::yield_now(),
            }
        }
    }

    /// What it has said in all, once it is gone: by itself, or by the system while it is stopped.
    fn ends(mut self) -> Result<Said, Broken> {
        if !self.said.came_to_the_end {
            self.process.kill()?;
        }
        self.process.wait()?;
        // What it had said before and nobody had read yet.
        self.hears(usize::MAX)?;
        Ok(std::mem::take(&mut self.said))
    }
}

impl Drop for App {
    fn drop(&mut self) {
        // Gone already, mostly.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

// What the processes do.

/// `drive open-in-a-window`.
pub fn open(folder: &Path) -> Result<(), Broken> {
    match native::Phone::open(folder.to_owned()) {
        Ok(_) => say("opened"),
        Err(Failure::OpenElsewhere) => say(IN_USE),
        Err(failure) => say(&format!("{failure:?}")),
    }
}

/// `drive tap-in-a-window`: through the app's own thread. The twin says *saved* before it is.
pub fn tap(folder: &Path, times: &str, early: bool) -> Result<(), Broken> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let app = native::Phone::open(folder.to_owned()).map_err(failed)?;
        app.ask(Request::SetPin { pin: Pin::typed("271944") }).await.map_err(failed)?;
        let matches = caseload(&app).await?;
        let mut longest = Duration::ZERO;
        for n in 0..times.parse()? {
            if early {
                say("saved")?;
            }
            let (match_id, asked) = request(matches[n % matches.len()], today(), n);
            let begun = Instant::now();
            let reply = app.ask(asked).await.map_err(failed)?;
            longest = longest.max(begun.elapsed());
            match reply {
                Reply::Saved { .. } if early => {}
                Reply::Saved { key: Some(key), .. } => say(&format!("saved {match_id} {key}"))?,
                _ => return Err("the core answered something else".into()),
            }
        }
        say(&format!("longest {}", longest.as_micros()))?;
        say("end")
    })
}

async fn caseload(app: &native::Phone) -> Result<Vec<MatchId>, Broken> {
    match app.ask(Request::Caseload).await.map_err(failed)? {
        Reply::Caseload(view) => Ok(view.rows.into_iter().map(|row| row.match_id).collect()),
        _ => Err("the core answered something else".into()),
    }
}

fn failed(failure: Failure) -> Broken {
    format!("{failure:?}").into()
}
