//! Each step of the ladders, climbed from an older database and killed on the way: the old one or the new one is
//! there, never something between, and the next start goes on.

use std::path::Path;
use std::process::Stdio;

use daymark_mentor_core::storage::MIGRATIONS as PHONE;
use daymark_server::store::sqlite::{MIGRATIONS as SERVER, SqliteStore};
use daymark_sqlite::rusqlite::Connection;
use daymark_sqlite::{DatabaseKey, Migration};
use tempfile::TempDir;

use crate::Broken;
use crate::phone::{DATABASE, Phone, key};
use crate::plan::Plan;
use crate::school::copied;
use crate::strace::{Injected, command, missing};
use crate::table::{Found, Outcome, Twin};

const CALLS_MAX: u64 = 1_000;
/// What a released version had written, as far as a step does not know it: it must come through unharmed.
const ROWS: i64 = 100;

/// Whose ladder, and which program climbs it.
#[derive(Clone, Copy)]
struct Ladder {
    verb: &'static str,
    steps: &'static [Migration],
    encrypted: bool,
}

const LADDERS: [Ladder; 2] = [
    Ladder { verb: "migrate-phone", steps: PHONE, encrypted: true },
    Ladder { verb: "migrate-server", steps: SERVER, encrypted: false },
];

impl Ladder {
    fn key(self) -> Option<DatabaseKey> {
        self.encrypted.then(key)
    }

    /// A database as the version with so many steps left it.
    fn old(self, taken: usize) -> Result<TempDir, Broken> {
        let folder = tempfile::tempdir()?;
        let db = self.at(folder.path(), taken)?;
        db.execute_batch(
            "CREATE TABLE kept (n INTEGER PRIMARY KEY) STRICT;
             INSERT INTO kept WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 100)
             SELECT n FROM up;",
        )?;
        Ok(folder)
    }

    fn at(self, folder: &Path, steps: usize) -> Result<Connection, Broken> {
        Ok(daymark_sqlite::open(&folder.join(DATABASE), self.key().as_ref(), &self.steps[..steps])?)
    }

    /// Opens it as the program does.
    fn start(self, folder: &Path) -> Result<(), Broken> {
        if self.encrypted { Phone::open(folder).map(drop) } else { Ok(SqliteStore::open(folder).map(drop)?) }
    }

    /// What is wrong after a kill, and after the next start.
    fn wrong(self, folder: &Path, taken: usize) -> Result<Option<String>, Broken> {
        // An empty ladder touches nothing; with steps it would climb.
        let db = Connection::open(folder.join(DATABASE))?;
        if let Some(DatabaseKey(bytes)) = self.key() {
            let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            db.execute_batch(&format!("PRAGMA key = \"x'{hex}'\";"))?;
        }
        let version: usize = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
        drop(db);
        if version != taken && version != self.steps.len() {
            return Ok(Some(format!("it stopped at step {version}")));
        }
        if let Err(error) = self.start(folder) {
            return Ok(Some(format!("the next start fails: {error}")));
        }
        let db = self.at(folder, self.steps.len())?;
        let sound: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        let rows: i64 = db.query_row("SELECT count(*) FROM kept", [], |row| row.get(0))?;
        let good = sound == "ok" && rows == ROWS;
        Ok((!good).then(|| format!("{sound}, {rows} of {ROWS} rows")))
    }
}

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    if let Some(why) = missing() {
        return Ok(Outcome::NotRun(why));
    }
    let mut found = Found { injected: 0, kept: String::new(), lost: Vec::new(), twin: Twin::Lost(0) };
    let mut climbed = 0;
    for ladder in LADDERS {
        for taken in plan.places(ladder.steps.len() as u64 - 1, 2) {
            if !plan.goes_on() {
                break;
            }
            climbed += 1;
            for call in ["pwrite64", "fsync"] {
                kill_each(plan, ladder, taken as usize, call, &mut found)?;
            }
        }
    }
    found.kept = format!("{ROWS} rows in each of {climbed} older databases");
    found.twin = Twin::Lost(careless(plan)?);
    Ok(Outcome::Ran(found))
}

fn kill_each(plan: &Plan, ladder: Ladder, taken: usize, call: &str, found: &mut Found) -> Result<(), Broken> {
    let stride = match call {
        _ if plan.is_long() => 1,
        "fsync" => 2,
        _ => 40,
    };
    let before = ladder.old(taken)?;
    for n in (1 + plan.seed % stride..CALLS_MAX).step_by(stride as usize) {
        let old = copied(before.path())?;
        if !plan.goes_on() || climb(ladder.verb, old.path(), call, n)? {
            break;
        }
        found.injected += 1;
        let wrong = ladder.wrong(old.path(), taken)?;
        found.lost.extend(wrong.map(|wrong| format!("{} from {taken}, {call} {n}: {wrong}", ladder.verb)));
    }
    Ok(())
}

/// Whether it came to the end.
fn climb(verb: &str, folder: &Path, call: &str, n: u64) -> Result<bool, Broken> {
    let mut command = command(&std::env::current_exe()?, call, n, Injected::Kill);
    command.args(["drive", verb]).arg(folder).stdin(Stdio::null()).stderr(Stdio::null());
    Ok(command.output()?.status.success())
}

/// Without the one transaction, some kill leaves something between.
fn careless(plan: &Plan) -> Result<u64, Broken> {
    let ladder = LADDERS[1];
    let (mut lost, before) = (0, ladder.old(1)?);
    for n in (10..CALLS_MAX).step_by(if plan.is_long() { 20 } else { 60 }) {
        let old = copied(before.path())?;
        if climb("migrate-carelessly", old.path(), "pwrite64", n)? || lost > 2 {
            break;
        }
        lost += u64::from(ladder.wrong(old.path(), 1)?.is_some());
    }
    Ok(lost)
}
