//! The server's own store on a disk that loses what was not flushed: every change that it had acknowledged is there
//! after the power cut, with its row for the team's pages.

use std::path::{Path, PathBuf};

use daymark_demo::{PairedPhone, Pairing, Workshop};
use daymark_documents::MatchRecord;
use daymark_domain::{DoorResult, MatchId, MentorId, SchoolId, UserId, What};
use daymark_server::store::StoreError;
use daymark_sqlite::rusqlite::Connection;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::disk::{Fault, Image};
use crate::plan::Plan;
use crate::school::{School, now, today};
use crate::table::{Found, Outcome, Twin};
use crate::vfs::InMemory;
use crate::{Broken, phone};

const PUSHES: usize = 6;
const PLACES_SHORT: u64 = 24;

/// One push that the server said it has: whose record, and the hash of its change.
type Acknowledged = (MatchId, Vec<u8>);

struct Base {
    /// Where the server thinks its data is: the folder is real, the database in it is not.
    folder: TempDir,
    image: Image,
    pairing: Pairing,
    matches: Vec<MatchId>,
    runtime: Runtime,
}

impl Base {
    fn make() -> Result<Self, Broken> {
        let runtime = Runtime::new()?;
        let school = runtime.block_on(School::make(1))?;
        let workshop = Workshop::open(school.data(), now())?;
        let (pairing, matches) = workshop.store.read_blocking(busiest_mentor)?;
        drop(workshop);
        let folder = tempfile::tempdir()?;
        let bytes = std::fs::read(school.data().join(phone::DATABASE))?;
        let image = Image::from([(name(folder.path()), bytes)]);
        Ok(Self { folder, image, pairing, matches, runtime })
    }

    /// Pushes one change a student until an answer fails; what was acknowledged.
    fn morning(&self) -> Vec<Acknowledged> {
        let mut acknowledged = Vec::new();
        let _ = self.runtime.block_on(self.push_all(&mut acknowledged));
        acknowledged
    }

    async fn push_all(&self, acknowledged: &mut Vec<Acknowledged>) -> Result<(), Broken> {
        let workshop = Workshop::open(self.folder.path(), now())?;
        let device = PairedPhone::pair(&workshop.app, self.pairing).await?;
        for match_id in self.matches.iter().copied().take(PUSHES) {
            let mut record = MatchRecord::new()?;
            let what = What::DoorCheck(DoorResult::Greeted);
            let written = record.add_entry(&device.writer(), today(), now(), &what)?;
            device.push(match_id, std::slice::from_ref(&written.bytes)).await?;
            acknowledged.push((match_id, written.hash.0.to_vec()));
        }
        Ok(())
    }

    fn cut(&self, disk: &InMemory, at: u64, seed: u64, lies: bool) -> (usize, Option<String>) {
        disk.start(self.image.clone(), Some(Fault::PowerCut(at)));
        if lies {
            disk.lie();
        }
        let acknowledged = self.morning();
        let found = disk.after_power_cut(seed.wrapping_mul(1_000_003).wrapping_add(at));
        disk.start(found, None);
        let wrong = self.after(&acknowledged);
        (
            acknowledged.len(),
            wrong.unwrap_or_else(|error| Some(format!("the server does not go on: {error}"))),
        )
    }

    fn after(&self, acknowledged: &[Acknowledged]) -> Result<Option<String>, Broken> {
        let workshop = Workshop::open(self.folder.path(), now())?;
        let acknowledged = acknowledged.to_vec();
        let wrong = workshop.store.read_blocking(move |db| wrong(db, &acknowledged))?;
        drop(workshop);
        if wrong.is_none() && self.morning().len() < PUSHES {
            return Ok(Some("it takes no more pushes".to_owned()));
        }
        Ok(wrong)
    }
}

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    let base = Base::make()?;
    let disk = InMemory::install();
    disk.start(base.image.clone(), None);
    if base.morning().len() < PUSHES {
        return Err("the server does not take the pushes even without a fault".into());
    }
    let last = disk.operations();
    let mut found = Found { injected: 0, kept: String::new(), lost: Vec::new(), twin: Twin::Lost(0) };
    let mut kept = 0;
    for seed in plan.seeds() {
        for at in plan.places(last, PLACES_SHORT) {
            found.injected += 1;
            let (acknowledged, wrong) = base.cut(&disk, at, seed, false);
            kept += acknowledged;
            found.lost.extend(wrong.map(|wrong| format!("operation {at} of {last}, seed {seed}: {wrong}")));
        }
    }
    found.kept = format!("{kept} acknowledged changes");
    let places = plan.places(last, PLACES_SHORT).into_iter();
    found.twin =
        Twin::Lost(places.filter(|at| base.cut(&disk, *at, plan.seed, true).1.is_some()).count() as u64);
    Ok(Outcome::Ran(found))
}

fn name(folder: &Path) -> String {
    let path: PathBuf = folder.join(phone::DATABASE);
    path.to_string_lossy().into_owned()
}

fn busiest_mentor(db: &Connection) -> Result<(Pairing, Vec<MatchId>), StoreError> {
    let mentor = "SELECT mentor_id, m.school_id, s.id FROM match m JOIN staff s ON s.school_id = m.school_id
                  WHERE s.role = 'coordinator' AND m.end_day IS NULL GROUP BY mentor_id ORDER BY count(*) DESC LIMIT 1";
    let pairing = db.query_row(mentor, [], |row| {
        Ok(Pairing {
            mentor: MentorId::from_bytes(row.get(0)?),
            school: SchoolId::from_bytes(row.get(1)?),
            by: UserId::from_bytes(row.get(2)?),
            at: now(),
        })
    })?;
    let mut statement =
        db.prepare("SELECT id FROM match WHERE mentor_id = ?1 AND end_day IS NULL ORDER BY id")?;
    let rows =
        statement.query_map([pairing.mentor.as_bytes()], |row| Ok(MatchId::from_bytes(row.get(0)?)))?;
    let matches = rows.collect::<Result<_, _>>()?;
    Ok((pairing, matches))
}

fn wrong(db: &Connection, acknowledged: &[Acknowledged]) -> Result<Option<String>, StoreError> {
    let sound: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    if sound != "ok" {
        return Ok(Some("the database is damaged".to_owned()));
    }
    let mut lost = 0;
    for (match_id, hash) in acknowledged {
        let there: i64 = db.query_row(
            "SELECT count(*) FROM change c JOIN door_check d ON d.match_id = c.match_id
             WHERE c.match_id = ?1 AND c.hash = ?2",
            (match_id.as_bytes(), hash),
            |row| row.get(0),
        )?;
        lost += usize::from(there == 0);
    }
    Ok((lost > 0).then(|| format!("{lost} of {} acknowledged changes are gone", acknowledged.len())))
}
