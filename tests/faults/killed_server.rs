//! Phones push while the server's process is killed again and again: what left an outbox is on the server, and in the
//! end everything is there once.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use daymark_mentor_core::sync::SyncError;
use tempfile::TempDir;

use crate::Broken;
use crate::luck::Luck;
use crate::on_server::OnServer;
use crate::phone::Phone;
use crate::plan::Plan;
use crate::school::School;
use crate::server::Server;
use crate::table::{Found, Outcome, Twin};

const PHONES: usize = 2;
const KILLS: u64 = 12;
/// Between its start and its end a server lives at most so long.
const LIFE: u64 = 250;

/// Where the server is just now: it comes back at another port each time.
#[derive(Clone, Default)]
struct Address(Arc<Mutex<String>>);

impl Address {
    fn set(&self, address: &str) {
        address.clone_into(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn get(&self) -> String {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Whether the phone waits for the server's word before an entry leaves its outbox.
#[derive(Clone, Copy, PartialEq)]
enum Build {
    Real,
    Weakened,
}

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let mut found = Found { injected: 0, kept: String::new(), lost: Vec::new(), twin: Twin::Lost(0) };
    let mut entries = 0;
    for seed in plan.seeds() {
        let round = round(plan, seed, Build::Real)?;
        found.injected += round.kills;
        entries += round.entries;
        found.lost.extend(round.wrong.into_iter().map(|wrong| format!("seed {seed}: {wrong}")));
    }
    found.kept = format!("{entries} entries of {PHONES} phones");
    found.twin = Twin::Lost(round(plan, plan.seed, Build::Weakened)?.wrong.len() as u64);
    Ok(Outcome::Ran(found))
}

struct Round {
    kills: u64,
    entries: usize,
    wrong: Vec<String>,
}

fn round(plan: &Plan, seed: u64, build: Build) -> Result<Round, Broken> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let school = runtime.block_on(School::make(PHONES))?;
    let folders = runtime.block_on(pair_phones(plan, &school))?;
    let (address, stop) = (Address::default(), Arc::new(AtomicBool::new(false)));
    let working: Vec<_> =
        folders.iter().map(|folder| work(folder.path(), address.clone(), stop.clone(), build)).collect();
    let mut luck = Luck::new(seed);
    let mut wrong = Vec::new();
    for _ in 0..KILLS {
        let mut server = Server::start(&plan.server, school.data())?;
        address.set(&server.address);
        wait(Duration::from_millis(20 + luck.below(LIFE)));
        server.kill();
        wrong.extend(OnServer::open(school.data())?.wrong()?);
    }
    stop.store(true, Ordering::Relaxed);
    for phone in working {
        phone.join().map_err(|_| "a phone panicked")??;
    }
    let mut round = Round { kills: KILLS, entries: 0, wrong };
    runtime.block_on(settle(plan, &school, &folders, &mut round))?;
    Ok(round)
}

/// Time passes between a start and a kill: that is the fault itself, not a wait for something.
fn wait(duration: Duration) {
    std::thread::sleep(duration);
}

async fn pair_phones(plan: &Plan, school: &School) -> Result<Vec<TempDir>, Broken> {
    let server = Server::start(&plan.server, school.data())?;
    let mut folders = Vec::new();
    for code in &school.codes {
        let folder = tempfile::tempdir()?;
        Phone::open(folder.path())?.pair(&server.address, school.data(), code).await?;
        folders.push(folder);
    }
    Ok(folders)
}

type Working = JoinHandle<Result<(), String>>;

/// A mentor who taps and syncs without a pause, whatever becomes of the server.
fn work(folder: &Path, address: Address, stop: Arc<AtomicBool>, build: Build) -> Working {
    let folder = folder.to_owned();
    std::thread::spawn(move || {
        let done = || -> Result<(), Broken> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            let phone = Phone::open(&folder)?;
            let matches = phone.matches()?;
            let mut n = 0;
            while !stop.load(Ordering::Relaxed) {
                for _ in 0..2 {
                    phone.tap(&matches, n)?;
                    n += 1;
                }
                let outcome = runtime.block_on(phone.sync(&address.get()));
                if let Err(SyncError::Phone(failure)) = outcome {
                    return Err(format!("the phone itself failed: {failure:?}").into());
                }
                if build == Build::Weakened {
                    phone.forget_outbox()?;
                }
            }
            Ok(())
        };
        done().map_err(|error| error.to_string())
    })
}

/// Everything comes to rest, and is compared.
async fn settle(plan: &Plan, school: &School, folders: &[TempDir], round: &mut Round) -> Result<(), Broken> {
    // What a phone believed to be sent was on the server before it is asked again.
    let before = OnServer::open(school.data())?.keys()?;
    let server = Server::start(&plan.server, school.data())?;
    let mut all = Vec::new();
    for folder in folders {
        let phone = Phone::open(folder.path())?;
        let lost = phone.sent()?.iter().filter(|sent| !before.contains(sent)).count();
        if lost > 0 {
            round.wrong.push(format!("{lost} entries left an outbox and are not on the server"));
        }
        sync_to_the_end(&phone, &server.address).await?;
        all.extend(phone.listed()?);
    }
    drop(server);
    round.entries += all.len();
    round.wrong.extend(OnServer::open(school.data())?.differs(&all)?);
    Ok(())
}

/// A machine that does much else lets a worker of the gate wait, and the server says that it is busy.
const DRAINS_WITHIN: Duration = Duration::from_secs(180);

/// Syncs until nothing is left to send.
pub async fn sync_to_the_end(phone: &Phone, address: &str) -> Result<(), Broken> {
    let start = Instant::now();
    loop {
        let outcome = phone.sync(address).await;
        if outcome.is_ok() && phone.unsent()? == 0 {
            return Ok(());
        }
        if start.elapsed() > DRAINS_WITHIN {
            return Err(format!("the outbox does not drain: {outcome:?}, {} unsent", phone.unsent()?).into());
        }
    }
}
