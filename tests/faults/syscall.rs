//! The shipped ways in, killed at each system call by which a database reaches its disk.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::Broken;
use crate::killed_server::sync_to_the_end;
use crate::luck::Luck;
use crate::on_server::OnServer;
use crate::phone::{Phone, Saved};
use crate::plan::Plan;
use crate::school::{School, copied};
use crate::server::Server;
use crate::strace::{CALLS, Injected, command, missing};
use crate::table::{Found, Outcome, Twin};

pub const TAPS: &str = "6";
/// More calls of one kind than this no round makes; a run that survives ends it sooner.
const CALLS_MAX: u64 = 2_000;

/// A paired phone and the school that it was paired with.
pub struct Paired {
    pub school: School,
    pub phone: TempDir,
}

impl Paired {
    pub fn make(plan: &Plan) -> Result<Self, Broken> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let school = School::make(1).await?;
            let server = Server::start(&plan.server, school.data())?;
            let phone = tempfile::tempdir()?;
            Phone::open(phone.path())?.pair(&server.address, school.data(), &school.codes[0]).await?;
            Ok(Self { school, phone })
        })
    }
}

/// What a driven phone said before it ended.
pub struct Said {
    pub saved: Vec<Saved>,
    pub promised: usize,
    pub refused: usize,
    pub came_to_the_end: bool,
}

/// Another seed, other things that the mentor does: they write other pages at the same calls.
const FIRST_TAPS: u64 = 21;

/// Runs the phone of this program under strace; the seed says what is tapped.
pub fn driven(
    verb: &str,
    folder: &Path,
    seed: u64,
    (call, n): (&str, u64),
    injected: Injected,
) -> Result<Said, Broken> {
    let me = std::env::current_exe()?;
    let mut command = command(&me, call, n, injected);
    command.args(["drive", verb]).arg(folder).arg((seed % FIRST_TAPS).to_string()).arg(TAPS);
    said(&mut command)
}

/// Runs a phone of this program, however it is started.
pub fn said(command: &mut Command) -> Result<Said, Broken> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output()?;
    let mut said = Said { saved: Vec::new(), promised: 0, refused: 0, came_to_the_end: false };
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["saved", match_id, key] => {
                said.promised += 1;
                let key = key.parse().map_err(|_| "a key that cannot be read")?;
                said.saved.push((match_id.parse()?, key));
            }
            ["saved"] => said.promised += 1,
            ["not-saved", ..] => said.refused += 1,
            ["end"] => said.came_to_the_end = true,
            _ => {}
        }
    }
    Ok(said)
}

/// Row `killed-phone`.
pub fn phone(plan: &Plan) -> Result<Outcome, Broken> {
    if let Some(why) = missing() {
        return Ok(Outcome::NotRun(why));
    }
    let paired = Paired::make(plan)?;
    let mut found = Found { injected: 0, kept: String::new(), lost: Vec::new(), twin: Twin::Lost(0) };
    let mut rounds = Rounds::default();
    for seed in plan.seeds() {
        for call in CALLS {
            kill_at_each(plan, &paired, seed, call, &mut found, &mut rounds)?;
        }
    }
    found.kept = format!("{} saved entries", rounds.saved);
    found.twin = Twin::Lost(rounds.twins_lost);
    Ok(Outcome::Ran(found))
}

#[derive(Default)]
struct Rounds {
    saved: usize,
    twins_lost: u64,
}

fn kill_at_each(
    plan: &Plan,
    paired: &Paired,
    seed: u64,
    call: &str,
    found: &mut Found,
    rounds: &mut Rounds,
) -> Result<(), Broken> {
    let stride = stride(plan, call);
    for n in (seed % stride + 1..CALLS_MAX).step_by(stride as usize) {
        let round = kill(paired, "tap", seed, call, n)?;
        rounds.saved += round.saved;
        found.lost.extend(round.wrong.map(|wrong| format!("{call} {n}, seed {seed}: {wrong}")));
        if round.survived {
            break;
        }
        found.injected += 1;
        if call == "pwrite64" && seed == plan.seed {
            rounds.twins_lost += u64::from(kill(paired, "tap-early", seed, call, n)?.wrong.is_some());
        }
    }
    Ok(())
}

/// Files are opened mostly by the loader, long before a database is.
fn stride(plan: &Plan, call: &str) -> u64 {
    match call {
        _ if plan.is_long() => 1,
        "fsync" | "ftruncate" | "unlink" => 2,
        _ => 7,
    }
}

struct Killed {
    saved: usize,
    survived: bool,
    wrong: Option<String>,
}

fn kill(paired: &Paired, verb: &str, seed: u64, call: &str, n: u64) -> Result<Killed, Broken> {
    let folder = copied(paired.phone.path())?;
    let said = driven(verb, folder.path(), seed, (call, n), Injected::Kill)?;
    let phone = Phone::open(folder.path())?;
    let mut wrong = phone.wrong(&said.saved)?;
    let there = phone.listed()?.len();
    if there < said.promised {
        wrong = Some(format!("{} were called saved, {there} are there", said.promised));
    }
    Ok(Killed { saved: said.promised, survived: said.came_to_the_end, wrong })
}

/// Row `killed-at-a-call`.
pub fn server(plan: &Plan) -> Result<Outcome, Broken> {
    if let Some(why) = missing() {
        return Ok(Outcome::NotRun(why));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let paired = Paired::make(plan)?;
    let mut found = Found { injected: 0, kept: String::new(), lost: Vec::new(), twin: Twin::Lost(0) };
    let (mut entries, mut twins_lost) = (0, 0);
    let mut places = Places::new(plan.seed);
    while let Some((call, n)) = places.next(plan) {
        let round = runtime.block_on(kill_server(plan, &paired, call, n, false))?;
        entries += round.saved;
        found.lost.extend(round.wrong.map(|wrong| format!("{call} {n}: {wrong}")));
        if round.survived {
            places.end_of(call, n);
            continue;
        }
        found.injected += 1;
        // A killed process loses nothing that it had written: a flush is no place to find the twin out.
        if call == "pwrite64" && twins_lost == 0 {
            let twin = runtime.block_on(kill_server(plan, &paired, call, n, true))?;
            twins_lost += u64::from(twin.wrong.is_some());
        }
    }
    found.kept = format!("{entries} entries; {}", places.told());
    found.twin = Twin::Lost(twins_lost);
    Ok(Outcome::Ran(found))
}

/// Where the server is killed: around its commits, and when the answer is on its way out.
const SERVER_CALLS: [(&str, u64); 3] = [("pwrite64", 13), ("fsync", 7), (ANSWERS_BY, 5)];
/// By this the server's answers leave it: killed there, it has committed and nobody has heard.
const ANSWERS_BY: &str = "writev";

/// In a short run some places of each call, in their order; in a long one any, until the time is over.
struct Places {
    luck: Luck,
    next: BTreeMap<&'static str, u64>,
    ends: BTreeMap<&'static str, u64>,
    drawn: BTreeMap<&'static str, u64>,
}

impl Places {
    fn new(seed: u64) -> Self {
        let next = SERVER_CALLS.map(|(call, stride)| (call, 1 + seed % stride));
        let ends = SERVER_CALLS.map(|(call, _)| (call, CALLS_MAX));
        Self { luck: Luck::new(seed), next: next.into(), ends: ends.into(), drawn: BTreeMap::new() }
    }

    fn next(&mut self, plan: &Plan) -> Option<(&'static str, u64)> {
        let found = if plan.is_long() { self.any().filter(|_| plan.goes_on()) } else { self.in_order() };
        *self.drawn.entry(found?.0).or_default() += 1;
        found
    }

    fn in_order(&mut self) -> Option<(&'static str, u64)> {
        let (call, stride) = SERVER_CALLS.into_iter().find(|(call, _)| self.next[call] < self.ends[call])?;
        let n = self.next[call];
        self.next.insert(call, n + stride);
        Some((call, n))
    }

    fn any(&mut self) -> Option<(&'static str, u64)> {
        let (call, _) = SERVER_CALLS[self.luck.below(SERVER_CALLS.len() as u64) as usize];
        Some((call, 1 + self.luck.below(self.ends[call])))
    }

    /// So many it does not make before the taps are over: from here on none is drawn from beyond.
    fn end_of(&mut self, call: &'static str, n: u64) {
        self.ends.insert(call, n.max(1));
        *self.drawn.entry(call).or_default() -= 1;
    }

    fn told(&self) -> String {
        let of = |(call, times): (&&str, &u64)| format!("at {call} {times} times");
        self.drawn.iter().map(of).collect::<Vec<_>>().join(", ")
    }
}

/// A phone pushes, an entry a request, until the server falls at its nth call; then a whole server comes back.
async fn kill_server(
    plan: &Plan,
    paired: &Paired,
    call: &str,
    n: u64,
    forgetful: bool,
) -> Result<Killed, Broken> {
    let (data, folder) = (copied(paired.school.data())?, copied(paired.phone.path())?);
    let phone = Phone::open(folder.path())?;
    let matches = phone.matches()?;
    let mut survived = false;
    // One that falls before it listens is killed while it opens its database.
    if let Ok(mut server) = Server::start_as(command(&plan.server, call, n, Injected::Kill), data.path()) {
        survived = true;
        for n in 0..TAPS.parse()? {
            phone.tap(&matches, n)?;
            let synced = phone.sync(&server.address).await;
            if forgetful {
                phone.forget_outbox()?;
            }
            if synced.is_err() && server.has_ended() {
                survived = false;
                break;
            }
        }
    }
    let there = OnServer::open(data.path())?.keys()?;
    let gone = phone.sent()?.iter().filter(|sent| !there.contains(sent)).count();
    let server = Server::start(&plan.server, data.path())?;
    sync_to_the_end(&phone, &server.address).await?;
    drop(server);
    let listed = phone.listed()?;
    let on_server = OnServer::open(data.path())?;
    let mut wrong = on_server.wrong()?.or(on_server.differs(&listed)?);
    if gone > 0 {
        wrong = Some(format!("{gone} entries had left the outbox and were not on the server"));
    }
    Ok(Killed { saved: listed.len(), survived, wrong })
}
