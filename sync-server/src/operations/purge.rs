//! Lets go of old school years: records of matches that ended by then, marks, referrals and meetings of those days, and
//! students who left and of whom nothing else is kept. Aggregates stay: reports of the district that were frozen name
//! nobody. What went is proved by a file of counts and hashes, without names.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use daymark_domain::{MatchId, MentoringRules, SchoolDay, StudentId};
use daymark_sqlite::rusqlite::types::Value;
use daymark_sqlite::rusqlite::{Transaction, params};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::census::{Census, tables};
use super::erase::{Erased, Key, Needle, Unlocked, erase_rows, find_in_files};
use super::folder::{DataFolder, new_private_file, sync_folder_of};
use super::{OperationError, erase, failed, hex};
use crate::service::rules::Rulebook;
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::sqlite::values::{all, id};
use crate::store::sqlite::{SqliteStore, note, settings};

/// What went, and how it is known: for the file that is kept as proof.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    /// The last school year of which nothing is kept.
    pub through: String,
    /// Its last day.
    pub last_day: String,
    /// Seconds since 1970-01-01 UTC.
    pub done_at: i64,
    /// Who did it.
    pub done_by: String,
    /// Each kind of record with its own time: what went, and what is kept for how much longer.
    pub schedule: Vec<Due>,
    /// Rows that went, by table.
    pub rows: BTreeMap<String, u64>,
    /// Records of matches that were destroyed.
    pub matches: usize,
    /// Students who were erased whole.
    pub students: usize,
    /// Over the ids of what was destroyed, sorted: it proves of an id that is known elsewhere whether it was among them.
    pub sha256_of_ids: String,
    /// How many ids the files were searched for.
    pub searched_for: usize,
    /// In which files one of them still stood. Empty, or the purge failed.
    pub found_in: Vec<String>,
}

/// Purges through a school year such as `2024-25`. A dry run counts and keeps everything.
pub fn purge(
    folder: &DataFolder,
    through: &str,
    by: &str,
    at: i64,
    dry_run: bool,
) -> Result<(Proof, Option<PathBuf>), OperationError> {
    let store = SqliteStore::open_keeping(folder.path(), &folder.ledger())?;
    let (last_day, schedule) = schedule_of(&store, through, at)?;
    let file = folder.path().join(format!("purged-through-{through}{}.json", of_some(&schedule)));
    if !dry_run && file.exists() {
        return Err(OperationError::Exists(file));
    }
    let mut proof = Proof {
        through: through.to_owned(),
        last_day: last_day.to_string(),
        done_at: at,
        done_by: by.to_owned(),
        schedule,
        rows: BTreeMap::new(),
        matches: 0,
        students: 0,
        sha256_of_ids: String::new(),
        searched_for: 0,
        found_in: Vec::new(),
    };
    let needles = store.write_blocking(|tx| {
        tx.execute_batch("SAVEPOINT tried")?;
        let before = Census::counts(tx)?;
        let needles = let_go(tx, last_day, at, &mut proof)?;
        proof.rows = fewer(&before, &Census::counts(tx)?);
        if dry_run {
            tx.execute_batch("ROLLBACK TO tried")?;
        } else {
            let detail = format!("through {through}{}", of_some(&proof.schedule));
            note(tx, &AccessEvent::by_command(at, by.to_owned(), None, "year_purged", detail))?;
        }
        tx.execute_batch("RELEASE tried")?;
        Ok(needles)
    })?;
    if dry_run {
        return Ok((proof, None));
    }
    drop(store);
    erase::remove_files(folder)?;
    erase::clean(&folder.database())?;
    proof.searched_for = needles.len();
    proof.found_in = find_in_files(&folder.all_files()?, &needles)?;
    write_proof(&file, &proof)?;
    Ok((proof, Some(file)))
}

/// Both halves of `2024-25` must say the same, and the year must be over for as long as the settings say, for one kind at
/// least. Its last day, and what may go.
fn schedule_of(store: &SqliteStore, through: &str, at: i64) -> Result<(SchoolDay, Vec<Due>), OperationError> {
    let bad = || OperationError::BadSchoolYear(through.to_owned());
    let (begins, ends) = through.split_once('-').ok_or_else(bad)?;
    let begins: i32 = begins.parse().ok().filter(|year| (2000..2100).contains(year)).ok_or_else(bad)?;
    if ends != format!("{:02}", (begins + 1) % 100) {
        return Err(bad());
    }
    let rules = store.read_blocking(|db| Ok(Rulebook::read(settings::settings(db)?)))?;
    let today = SchoolDay::at(at, 0);
    let rules = rules.rules(None, today).map_err(|error| OperationError::TooEarly(error.to_string()))?.rules;
    let starts = rules.get("school_year_starts").unwrap_or_default();
    let start_of = |year: i32| format!("{year}-{starts}").parse::<SchoolDay>().map_err(|_| bad());
    let mut schedule = Vec::new();
    for kind in Kind::ALL {
        let kept_years = kind.kept_years(&rules.mentoring);
        let may_go = start_of(begins + 1 + i32::try_from(kept_years).unwrap_or(0))?;
        schedule.push(Due { kind, kept_years, may_go_from: may_go.to_string(), goes: today >= may_go });
    }
    if let Some(first) = schedule.iter().min_by_key(|due| &due.may_go_from).filter(|due| !due.goes) {
        let Due { kind, kept_years, may_go_from, .. } = first;
        return Err(OperationError::TooEarly(format!(
            "the setting {} keeps {through} for {kept_years} more school year(s), until {may_go_from}, and every other kind as long or longer; nothing was purged",
            kind.setting()
        )));
    }
    Ok((start_of(begins + 1)?.minus(1), schedule))
}

/// A kind of record that has a time of its own (docs/retention.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Match records with all that hangs on them; what was decided about a mentor for a student.
    Records,
    /// Imported marks and indicators.
    Attendance,
    /// Referrals.
    Referrals,
    /// Meetings, decisions, actions.
    Meetings,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Records, Self::Attendance, Self::Referrals, Self::Meetings];

    fn word(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Attendance => "attendance",
            Self::Referrals => "referrals",
            Self::Meetings => "meetings",
        }
    }
    fn setting(self) -> String {
        format!("{}_kept_years", self.word())
    }
    fn kept_years(self, rules: &MentoringRules) -> u32 {
        match self {
            Self::Records => rules.records_kept_years,
            Self::Attendance => rules.attendance_kept_years,
            Self::Referrals => rules.referrals_kept_years,
            Self::Meetings => rules.meetings_kept_years,
        }
    }
}

/// When a kind may go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    /// Which.
    pub kind: Kind,
    /// For so many school years it is kept after its own.
    pub kept_years: u32,
    /// The first day on which it may go.
    pub may_go_from: String,
    /// Whether it goes.
    pub goes: bool,
}

/// For the name of the proof and the record of access: nothing when all of it goes, so that a later purge has its own.
fn of_some(schedule: &[Due]) -> String {
    match schedule.iter().all(|due| due.goes) {
        true => String::new(),
        false => schedule.iter().filter(|due| due.goes).map(|due| format!("-{}", due.kind.word())).collect(),
    }
}

fn let_go(
    tx: &Transaction<'_>,
    last_day: SchoolDay,
    at: i64,
    proof: &mut Proof,
) -> Result<Vec<Needle>, StoreError> {
    let (day, mut ids, mut needles) = (last_day.number(), Vec::new(), Vec::new());
    let goes = |kind: Kind| proof.schedule.iter().any(|due| due.kind == kind && due.goes);
    let (records, everything) = (goes(Kind::Records), Kind::ALL.into_iter().all(goes));
    let over = "SELECT id FROM match WHERE status = 'closed' AND end_day <= ?1 AND ?2";
    let matches: Vec<MatchId> = all(tx, over, params![day, records], |row| id(row, 0, MatchId::from_bytes))?;
    let of_days = of_those_days(tx, last_day, &goes)?;
    for match_id in &matches {
        let hashes = "SELECT hash FROM change WHERE match_id = ?1 LIMIT 2";
        let hashes = all(tx, hashes, params![match_id.as_bytes()], |row| Ok(row.get::<_, Vec<u8>>(0)?))?;
        needles.extend(hashes.into_iter().map(|hash| Needle::new("an entry's name", hash)));
    }
    // Once for all of it; whoever asks again meanwhile finds none.
    let mut unlocked = Unlocked::of(tx)?;
    proof.matches = erase::matches(tx, &matches, at)?;
    ids.extend(matches.iter().map(|id| *id.as_bytes()));
    erase_rows(tx, of_days)?;
    let left = "SELECT id FROM student
                WHERE NOT EXISTS (SELECT 1 FROM enrollment WHERE student_id = student.id AND coalesce(exit_day, ?1 + 1) > ?1)
                  AND EXISTS (SELECT 1 FROM enrollment WHERE student_id = student.id)
                  AND NOT EXISTS (SELECT 1 FROM match WHERE student_id = student.id) AND ?2";
    for student in all(tx, left, params![day, everything], |row| id(row, 0, StudentId::from_bytes))? {
        let Some(Erased { needles: theirs, .. }) = erase::one_of_many(tx, student, at)? else { continue };
        needles.extend(theirs);
        ids.push(*student.as_bytes());
        proof.students += 1;
    }
    unlocked.lock_again(tx)?;
    let needles = erase::nowhere_else(tx, needles)?;
    ids.sort_unstable();
    proof.sha256_of_ids = hex(&Sha256::digest(ids.concat()));
    Ok(needles)
}

/// Roots of what belongs to days and not to a match: official marks, indicators, decisions, referrals, meetings.
fn of_those_days(
    tx: &Transaction<'_>,
    last_day: SchoolDay,
    goes: &dyn Fn(Kind) -> bool,
) -> Result<Vec<Key>, StoreError> {
    let day = i64::from(last_day.number());
    let end_of_day = (day + 1) * 86_400;
    let roots = [
        (Kind::Attendance, "attendance_event", "day <= ?1", day),
        (Kind::Attendance, "indicator", "period_end <= ?1", day),
        (Kind::Records, "candidate_decision", "day <= ?1", day),
        (Kind::Records, "celebration", "day <= ?1", day),
        (Kind::Referrals, "referral", "at < ?1", end_of_day),
        (Kind::Meetings, "meeting", "day <= ?1", day),
        // A frozen report that lists students; one of aggregates stays.
        (Kind::Records, "snapshot", "as_of <= ?1 AND instr(CAST(json AS TEXT), '\"student_id\"')", day),
        (Kind::Meetings, "action_item", "at < ?1", end_of_day),
        (Kind::Records, "quarantine", "received_at < ?1", end_of_day),
    ];
    let there = tables(tx)?;
    let mut keys = Vec::new();
    let due = roots.into_iter().filter(|(kind, ..)| goes(*kind));
    for (_, table, which, until) in due.filter(|(_, table, ..)| there.iter().any(|name| name == table)) {
        let column = if table == "quarantine" { "hash" } else { "id" };
        let sql = format!("SELECT {column} FROM {table} WHERE {which}");
        let values: Vec<Value> = all(tx, &sql, params![until], |row| Ok(row.get(0)?))?;
        keys.extend(values.into_iter().map(|value| Key {
            table: table.into(),
            column: column.into(),
            value,
        }));
    }
    Ok(keys)
}

fn fewer(before: &BTreeMap<String, u64>, after: &BTreeMap<String, u64>) -> BTreeMap<String, u64> {
    let gone = before.iter().map(|(table, rows)| {
        (table.clone(), rows.saturating_sub(after.get(table).copied().unwrap_or_default()))
    });
    gone.filter(|(_, rows)| *rows > 0).collect()
}

fn write_proof(path: &std::path::Path, proof: &Proof) -> Result<(), OperationError> {
    let text =
        serde_json::to_vec_pretty(proof).map_err(|error| failed("cannot write", path)(error.into()))?;
    let written =
        new_private_file(path).and_then(|mut file| file.write_all(&text).and_then(|()| file.sync_all()));
    written.and_then(|()| sync_folder_of(path)).map_err(failed("cannot write", path))
}
