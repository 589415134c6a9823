//! The phone on a disk that loses what was not flushed, and on one that fails.
//!
//! The app's own way in and its own verbs run on it. The power goes at each operation of the disk in turn; after it
//! the app opens again, and every entry that it had called *saved* is there.

use std::path::{Path, PathBuf};

use daymark_mentor_core::api::Failure;
use daymark_sqlite::rusqlite::ffi;

use crate::Broken;
use crate::disk::{Fault, Image};
use crate::phone::{DATABASE, Phone, Saved};
use crate::plan::Plan;
use crate::school::School;
use crate::server::Server;
use crate::table::{Found, Outcome, Twin};
use crate::vfs::InMemory;

/// What a mentor does before the power goes, and at most what may still go on after an error.
const TAPS: usize = 8;
const PLACES_SHORT: u64 = 60;

/// A phone that was paired and has its students, as files.
struct Paired {
    folder: PathBuf,
    image: Image,
}

impl Paired {
    fn make(plan: &Plan) -> Result<Self, Broken> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let image = runtime.block_on(async {
            let school = School::make(1).await?;
            let server = Server::start(&plan.server, school.data())?;
            let folder = tempfile::tempdir()?;
            let phone = Phone::open(folder.path())?;
            phone.pair(&server.address, school.data(), &school.codes[0]).await?;
            drop(phone);
            let bytes = std::fs::read(folder.path().join(DATABASE))?;
            Ok::<_, Broken>(bytes)
        })?;
        // The folder is a name on the disk in memory from here on.
        let folder = PathBuf::from("/phone");
        let name = folder.join(DATABASE).to_string_lossy().into_owned();
        Ok(Self { folder, image: Image::from([(name, image)]) })
    }
}

/// What one run of the app said.
#[derive(Default)]
struct Said {
    saved: Vec<Saved>,
    failed: usize,
    opened: bool,
    silent: Option<String>,
}

/// How the app is built: as it is, or flushing less.
#[derive(Clone, Copy, PartialEq)]
enum Build {
    Real,
    Weakened,
}

fn day_at_the_door(folder: &Path, build: Build) -> Said {
    let mut said = Said::default();
    let Ok(phone) = Phone::open(folder) else { return said };
    said.opened = true;
    if build == Build::Weakened && phone.flush_less().is_err() {
        return said;
    }
    let Ok(matches) = phone.matches() else { return said };
    for n in 0..TAPS {
        match phone.tap(&matches, n) {
            Ok(saved) => said.saved.push(saved),
            Err(Failure::NotSaved(_) | Failure::Unreadable(_)) => said.failed += 1,
            Err(other) => said.silent = Some(format!("a tap ended with {other:?}")),
        }
    }
    said
}

/// Row `power-cut-phone`.
pub fn power(plan: &Plan) -> Result<Outcome, Broken> {
    let paired = Paired::make(plan)?;
    let disk = InMemory::install();
    let last = operations(&disk, &paired);
    let mut found = Found { injected: 0, kept: String::new(), lost: Vec::new(), twin: Twin::Lost(0) };
    let mut saved = 0;
    for seed in plan.seeds() {
        for at in plan.places(last, PLACES_SHORT) {
            found.injected += 1;
            let said = cut(&disk, &paired, at, seed, Build::Real);
            saved += said.0;
            found.lost.extend(said.1.map(|wrong| format!("operation {at} of {last}, seed {seed}: {wrong}")));
        }
    }
    found.kept = format!("{saved} saved entries");
    let twin = plan.places(last, PLACES_SHORT).into_iter();
    let lost = twin.filter_map(|at| cut(&disk, &paired, at, plan.seed, Build::Weakened).1).count();
    found.twin = Twin::Lost(lost as u64);
    Ok(Outcome::Ran(found))
}

fn operations(disk: &InMemory, paired: &Paired) -> u64 {
    disk.start(paired.image.clone(), None);
    day_at_the_door(&paired.folder, Build::Real);
    disk.operations()
}

/// One power cut: how many entries had been called saved, and what was wrong afterwards.
fn cut(disk: &InMemory, paired: &Paired, at: u64, seed: u64, build: Build) -> (usize, Option<String>) {
    disk.start(paired.image.clone(), Some(Fault::PowerCut(at)));
    let said = day_at_the_door(&paired.folder, build);
    let found = disk.after_power_cut(seed.wrapping_mul(1_000_003).wrapping_add(at));
    disk.start(found, None);
    let wrong = after(&paired.folder, &said.saved);
    (said.saved.len(), said.silent.or(wrong))
}

/// The app opens, has all that it promised, and takes the next tap.
fn after(folder: &Path, saved: &[Saved]) -> Option<String> {
    let looked = || -> Result<Option<String>, Broken> {
        let phone = Phone::open(folder)?;
        if let Some(wrong) = phone.wrong(saved)? {
            return Ok(Some(wrong));
        }
        let matches = phone.matches()?;
        phone.tap(&matches, TAPS)?;
        Ok(None)
    };
    looked().unwrap_or_else(|error| Some(format!("the app does not go on: {error}")))
}

/// Row `failing-disk-phone`.
pub fn failing(plan: &Plan) -> Result<Outcome, Broken> {
    let paired = Paired::make(plan)?;
    let disk = InMemory::install();
    let last = operations(&disk, &paired);
    let codes = [ffi::SQLITE_FULL, ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_FSYNC];
    let mut found = Found {
        injected: 0,
        kept: String::new(),
        lost: Vec::new(),
        twin: Twin::None("what is silent would be counted as lost by the same check as a power cut's"),
    };
    let (mut saved, mut refused) = (0, 0);
    for seed in plan.seeds() {
        for at in plan.places(last, PLACES_SHORT / 2) {
            let code = codes[(at + seed) as usize % codes.len()];
            for fault in [Fault::Once(at, code), Fault::FromThenOn(at, code)] {
                found.injected += 1;
                let (said, wrong) = fail(&disk, &paired, fault);
                saved += said.saved.len();
                refused += said.failed;
                found.lost.extend(wrong.map(|wrong| format!("{fault:?}: {wrong}")));
            }
        }
    }
    found.kept = format!("{saved} saved entries, {refused} taps answered 'not saved'");
    Ok(Outcome::Ran(found))
}

fn fail(disk: &InMemory, paired: &Paired, fault: Fault) -> (Said, Option<String>) {
    disk.start(paired.image.clone(), Some(fault));
    let said = day_at_the_door(&paired.folder, Build::Real);
    let answered = said.saved.len() + said.failed;
    let silent = (said.opened && said.failed == 0 && answered != TAPS)
        .then(|| format!("{answered} of {TAPS} taps were answered"));
    // The disk works again, and whatever was written so far is on it.
    let found = disk.image();
    disk.start(found, None);
    let wrong = after(&paired.folder, &said.saved);
    let wrong = said.silent.clone().or(silent).or(wrong);
    (said, wrong)
}
