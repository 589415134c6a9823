//! An import that is killed half-way leaves nothing; one that is run twice changes nothing the second time.

use std::path::Path;
use std::process::{Command, Stdio};

use daymark_server::store::sqlite::SqliteStore;
use daymark_sqlite::rusqlite::Connection;
use daymark_test_support::{DistrictPlan, generate, write_export};
use tempfile::TempDir;

use crate::Broken;
use crate::luck::Luck;
use crate::plan::Plan;
use crate::school::{copied, today};
use crate::strace::{Injected, command, missing};
use crate::table::{Found, Outcome, Twin};

/// Students whose marks are about 50,000 rows.
const STUDENTS: usize = 7_800;
/// So often such an import writes, about; then it commits.
const WRITES: u64 = 12_000;
const KILLS_LONG: u64 = 12;

/// What an import may have changed.
#[derive(Debug, PartialEq)]
struct State {
    marks: i64,
    last_number: i64,
    sum: i64,
}

/// The row.
pub fn run(plan: &Plan) -> Result<Outcome, Broken> {
    if let Some(why) = missing() {
        return Ok(Outcome::NotRun(why));
    }
    let (export, data) = prepare(plan)?;
    let file = export.path().join("attendance.csv");
    let rows = std::fs::read_to_string(&file)?.lines().count() - 1;
    let before = state(data.path())?;
    let whole = copied(data.path())?;
    import(Command::new(&plan.server), whole.path(), &file)?;
    let after = state(whole.path())?;
    let mut found = Found {
        injected: 0,
        kept: format!("an import of {rows} rows"),
        lost: Vec::new(),
        twin: Twin::None("all that a half import can be is compared with nothing and with the whole"),
    };
    import(Command::new(&plan.server), whole.path(), &file)?;
    if state(whole.path())? != after {
        found.lost.push(format!("the second run changed {after:?} to {:?}", state(whole.path())?));
    }
    for seed in plan.seeds() {
        let mut luck = Luck::new(seed);
        for _ in 0..if plan.is_long() { KILLS_LONG } else { 1 } {
            // Midway where there is one kill alone.
            let n = match plan.is_long() {
                true => 1 + luck.below(WRITES),
                false => WRITES / 4 + luck.below(WRITES / 2),
            };
            let killed = copied(data.path())?;
            let came_through =
                import(command(&plan.server, "pwrite64", n, Injected::Kill), killed.path(), &file)?;
            found.injected += u64::from(!came_through);
            let left = state(killed.path())?;
            if left != before && left != after {
                found.lost.push(format!("killed at write {n} it left {left:?}"));
            }
            import(Command::new(&plan.server), killed.path(), &file)?;
            if state(killed.path())? != after {
                found.lost.push(format!("killed at write {n}, and run again: {:?}", state(killed.path())?));
            }
        }
    }
    Ok(Outcome::Ran(found))
}

/// An export, and a data folder that has all of it but the attendance.
fn prepare(plan: &Plan) -> Result<(TempDir, TempDir), Broken> {
    let (export, data) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let district = generate(&DistrictPlan::large(today(), STUDENTS));
    write_export(&district, export.path())?;
    let roster = Some(export.path().join("oneroster")).filter(|path| path.is_dir());
    let roster = roster.unwrap_or_else(|| export.path().to_owned());
    run_import(Command::new(&plan.server), "oneroster", data.path(), &roster)?;
    run_import(Command::new(&plan.server), "calendar", data.path(), &export.path().join("calendar.csv"))?;
    Ok((export, data))
}

fn import(program: Command, data: &Path, file: &Path) -> Result<bool, Broken> {
    run_import(program, "attendance", data, file)
}

/// Whether it came to the end.
fn run_import(mut program: Command, what: &str, data: &Path, file: &Path) -> Result<bool, Broken> {
    program.args(["import", what]).arg(file).arg("--data").arg(data).arg("--skip-bad-rows");
    Ok(program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?.success())
}

fn state(data: &Path) -> Result<State, Broken> {
    let read = |db: &Connection| {
        let number = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0));
        Ok(State {
            marks: number("SELECT count(*) FROM attendance_event")?,
            last_number: number("SELECT coalesce(max(seq), 0) FROM school_log")?,
            sum: number("SELECT coalesce(sum(day), 0) FROM attendance_event")?,
        })
    };
    Ok(SqliteStore::open(data)?.read_blocking(read)?)
}
