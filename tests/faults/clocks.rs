//! A phone whose clock is wrong, by a minute or by decades, and jumps while the app is open: nothing is lost, nothing
//! is doubled, the phone is told, and a second phone of the mentor reads the same records.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;

use daymark_demo::{Workshop, invite};
use daymark_domain::{DoorResult, SchoolDay};
use daymark_mentor_core::api::Request;

use crate::Broken;
use crate::killed_server::sync_to_the_end;
use crate::luck::Luck;
use crate::on_server::OnServer;
use crate::phone::{Phone, Saved};
use crate::plan::Plan;
use crate::school::{School, now};
use crate::server::Server;
use crate::table::{Found, Outcome, Twin};

pub const DAY: i64 = 86_400;
/// Off by more than this, the phone says so (`mentor-core`).
pub const TOLD: i64 = 5 * 60;

/// How far off, in seconds: ± a minute to ± 400 days, 1970, and after January 2038.
pub fn skews() -> Vec<i64> {
    let mut skews = vec![0];
    for skew in [60, 3_600, DAY, 14 * DAY, 90 * DAY, 400 * DAY] {
        skews.extend([skew, -skew]);
    }
    skews.extend([1_000 - now(), i64::from(i32::MAX) + 1_000 - now()]);
    skews
}

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut found = Found {
        injected: 0,
        kept: String::new(),
        lost: Vec::new(),
        twin: Twin::None("no clock decides about order here: there is nothing to weaken"),
    };
    for seed in plan.seeds() {
        runtime.block_on(round(plan, seed, &mut found))?;
    }
    Ok(Outcome::Ran(found))
}

async fn round(plan: &Plan, seed: u64, found: &mut Found) -> Result<(), Broken> {
    let school = School::make(0).await?;
    let mut server = Server::start(&plan.server, school.data())?;
    let (folder, other_folder) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let skew = Rc::new(Cell::new(0));
    let phone = skewed(folder.path(), skew.clone())?;
    phone.pair(&server.address, school.data(), &code(school.data()).await?).await?;
    let mut shuffled = skews();
    let mut luck = Luck::new(seed);
    luck.shuffle(&mut shuffled);
    let mut saved: Vec<Saved> = Vec::new();
    for seconds in shuffled {
        // The app stays open, and half of the syncs find the clock as it was at the tap.
        skew.set(seconds);
        saved.extend(at_the_door(&phone, seconds)?);
        found.injected += 1;
        if luck.coin() {
            sync_to_the_end(&phone, &server.address).await?;
            let told = phone.core.borrow().status()?.clock_off;
            if told.is_some() != (seconds.abs() > TOLD) {
                found.lost.push(format!("{seconds} s off: the phone says {told:?}"));
            }
        }
    }
    skew.set(0);
    sync_to_the_end(&phone, &server.address).await?;
    found.lost.extend(phone.wrong(&saved)?);
    if phone.core.borrow().status()?.refused > 0 {
        found.lost.push("the server refused an entry for its clock".to_owned());
    }
    let other = skewed(other_folder.path(), Rc::new(Cell::new(-400 * DAY)))?;
    other.pair(&server.address, school.data(), &code(school.data()).await?).await?;
    for match_id in phone.matches()? {
        if phone.core.borrow().record_hash(match_id)? != other.core.borrow().record_hash(match_id)? {
            found.lost.push("two phones of one mentor read different records".to_owned());
        }
    }
    server.kill();
    let there = OnServer::open(school.data())?.counted()?;
    let wrong = saved.iter().filter(|entry| there.get(entry) != Some(&1)).count();
    if wrong > 0 {
        found.lost.push(format!("{wrong} entries are not on the server once"));
    }
    found.kept = format!("{} entries a round", saved.len());
    Ok(())
}

/// One student a tap, on the day that the phone believes it is.
fn at_the_door(phone: &Phone, skew: i64) -> Result<Vec<Saved>, Broken> {
    let day = SchoolDay::at(now() + skew, -8 * 3_600);
    let mut saved = Vec::new();
    for match_id in phone.matches()?.into_iter().take(2) {
        let request = Request::RecordDoorCheck { match_id, day, result: DoorResult::Late };
        saved
            .push(phone.record((match_id, request)).map_err(|failure| format!("{skew} s off: {failure:?}"))?);
    }
    Ok(saved)
}

fn skewed(folder: &Path, skew: Rc<Cell<i64>>) -> Result<Phone, Broken> {
    Phone::with_clock(folder, Rc::new(move || now() + skew.get()))
}

/// A code for the mentor with the most students, beside the running server.
pub async fn code(data: &Path) -> Result<String, Broken> {
    code_at(data, now()).await
}

/// The same where it is another time.
pub async fn code_at(data: &Path, at: i64) -> Result<String, Broken> {
    let workshop = Workshop::open(data, at)?;
    Ok(invite(&workshop).await?.code)
}
