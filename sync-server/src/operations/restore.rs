//! A backup becomes a data folder again. What was decided since it was made and stands in the ledger is done again before
//! anything is served: erased students stay erased, phones that were shut out stay shut out. What phones hold and the
//! backup does not, they bring back by themselves, since every school has another log from now on.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use daymark_domain::{MatchId, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{OptionalExtension, Transaction, params};

use super::folder::{DataFolder, sync_folder_of, workspace_in};
use super::ledger::{Line, What};
use super::{Manifest, OperationError, archive, audit, erase, failed, ledger, verify};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::sqlite::log::new_log_ids;
use crate::store::sqlite::{SqliteStore, note};

/// What was restored, and what of the ledger was done again.
#[derive(Clone, Debug)]
pub struct Restored {
    /// What the backup held.
    pub manifest: Manifest,
    /// How many schools phones will refill.
    pub schools: u64,
    /// What the ledger asked for and the backup did not know.
    pub applied: Applied,
    /// Lines of the ledger in all.
    pub ledger_lines: usize,
}

/// Counts of what was done again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Students erased again.
    pub students_erased: usize,
    /// Records destroyed again.
    pub matches_erased: usize,
    /// Phones shut out again.
    pub phones_revoked: usize,
    /// Accounts shut out again.
    pub accounts_disabled: usize,
    /// Matches taken from phones again.
    pub matches_taken: usize,
}

/// Restores into a folder that is empty or not there. Until everything was checked the folder does not change.
pub fn restore(
    file: &Path,
    identity: &Path,
    to: &DataFolder,
    ledger_file: &Path,
    by: &str,
    at: i64,
) -> Result<Restored, OperationError> {
    must_be_empty(to.path())?;
    let lines = ledger::read(ledger_file)?;
    let beside = to.path().parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(beside).map_err(failed("cannot make", beside))?;
    let workspace = workspace_in(beside)?;
    let manifest = archive::extract(file, identity, workspace.path())?;
    verify::check(workspace.path(), &manifest)?;
    let (schools, applied) = bring_up_to_date(workspace.path(), &lines, by, at)?;
    if ledger_file != to.ledger() {
        ledger::carry_over(ledger_file, &to.ledger())?;
    }
    if to.path().exists() {
        fs::remove_dir(to.path()).map_err(failed("cannot replace", to.path()))?;
    }
    // From here on the folder is no longer ours to remove.
    let ready = workspace.keep();
    fs::rename(&ready, to.path()).map_err(failed("cannot rename into", to.path()))?;
    sync_folder_of(to.path()).map_err(failed("cannot write", to.path()))?;
    audit::begin_anew(to)?;
    Ok(Restored { manifest, schools, applied, ledger_lines: lines.len() })
}

fn must_be_empty(folder: &Path) -> Result<(), OperationError> {
    if !folder.exists() {
        return Ok(());
    }
    let mut entries = fs::read_dir(folder).map_err(failed("cannot read", folder))?;
    if entries.next().is_none() { Ok(()) } else { Err(OperationError::NotEmpty(folder.to_owned())) }
}

/// One transaction: new logs, the ledger, nobody signed in. Then the file is cleaned of what the ledger erased.
fn bring_up_to_date(
    folder: &Path,
    lines: &[Line],
    by: &str,
    at: i64,
) -> Result<(u64, Applied), OperationError> {
    let store = SqliteStore::open(folder)?;
    let done = store.write_blocking(|tx| {
        new_log_ids(tx)?;
        let schools = tx.query_row("SELECT count(*) FROM school", [], |row| row.get(0))?;
        // Whoever held a session or an invitation yesterday signs in or is invited again.
        tx.execute_batch("DELETE FROM session; DELETE FROM invite WHERE used_at IS NULL;")?;
        let applied = apply(tx, lines, at)?;
        // The ledger knows all of this already.
        tx.execute_batch("DELETE FROM ledger_due")?;
        let said = format!("{applied:?}");
        note(tx, &AccessEvent::by_command(at, by.to_owned(), None, "backup_restored", said))?;
        Ok((schools, applied))
    })?;
    drop(store);
    erase::clean(&folder.join("daymark.sqlite"))?;
    Ok(done)
}

/// Does again what the ledger says and the backup does not know. Of a match the last line is in force.
fn apply(tx: &Transaction<'_>, lines: &[Line], at: i64) -> Result<Applied, StoreError> {
    let mut applied = Applied::default();
    let mut taken: BTreeMap<[u8; 16], Option<&Line>> = BTreeMap::new();
    for line in lines {
        let Some(id) = bytes_of(&line.id) else { continue };
        match line.what {
            What::PhoneRevoked => {
                let leaving = line.detail.as_ref().and_then(|detail| detail["leaving"].as_str());
                let sql =
                    "UPDATE device SET revoked_at = ?2, leaving = ?3 WHERE id = ?1 AND revoked_at IS NULL";
                applied.phones_revoked += tx.execute(sql, params![id, line.at, leaving])?;
            }
            What::AccountDisabled => {
                let sql = "UPDATE staff SET disabled_at = ?2 WHERE id = ?1 AND disabled_at IS NULL";
                applied.accounts_disabled += tx.execute(sql, params![id, line.at])?;
            }
            What::MatchTaken => drop(taken.insert(id, Some(line))),
            What::MatchGiven => drop(taken.insert(id, None)),
            What::StudentErased => {
                applied.students_erased +=
                    usize::from(erase::student(tx, StudentId::from_bytes(id), at)?.is_some());
            }
            What::MatchErased => {
                applied.matches_erased += usize::from(erase_match_again(tx, id, line, at)?);
            }
        }
    }
    for (id, line) in taken.into_iter().filter_map(|(id, line)| Some((id, line?))) {
        applied.matches_taken += usize::from(take_again(tx, id, line, at)?);
    }
    Ok(applied)
}

fn bytes_of(hexadecimal: &str) -> Option<[u8; 16]> {
    let digits = |n: usize| u8::from_str_radix(hexadecimal.get(2 * n..2 * n + 2)?, 16).ok();
    let bytes = (0..16).map(digits).collect::<Option<Vec<_>>>()?;
    (hexadecimal.len() == 32).then(|| bytes.try_into().ok()).flatten()
}

/// A match that is on no phone any more by the ledger, and on some by the backup. One that was closed is closed again;
/// any other rests, until somebody who knows why it was taken lets it go on.
fn take_again(tx: &Transaction<'_>, id: [u8; 16], line: &Line, at: i64) -> Result<bool, StoreError> {
    let school: Option<[u8; 16]> = tx
        .query_row(
            "SELECT school_id FROM match WHERE id = ?1 AND granted_seq > 0 AND ended_seq IS NULL",
            params![id],
            |row| row.get(0),
        )
        .optional()?;
    let Some(school) = school else { return Ok(false) };
    let detail = line.detail.as_ref();
    let text = |key: &str| detail.and_then(|detail| detail.get(key)).and_then(|value| value.as_str());
    let end_day = detail.and_then(|detail| detail.get("end_day")).and_then(|day| day.as_i64());
    let seq = crate::store::sqlite::log::next_seq(
        tx,
        SchoolId::from_bytes(school),
        "match",
        Some(MatchId::from_bytes(id).as_bytes()),
        at,
    )?;
    let closed = text("status") == Some("closed") || end_day.is_some();
    if closed {
        let sql = "UPDATE match SET status = 'closed', end_day = coalesce(?3, start_day), end_reason = ?4,
                   ended_seq = ?2, ended_at = ?5, seq = ?2 WHERE id = ?1";
        tx.execute(sql, params![id, seq, end_day, text("end_reason"), line.at])?;
    } else {
        let sql = "UPDATE match SET status = 'paused', ended_seq = ?2, seq = ?2 WHERE id = ?1";
        tx.execute(sql, params![id, seq])?;
    }
    Ok(true)
}

/// A record that was destroyed since, or that was made and destroyed since: then only its mentor's phones hear of it.
fn erase_match_again(tx: &Transaction<'_>, id: [u8; 16], line: &Line, at: i64) -> Result<bool, StoreError> {
    if erase::matches(tx, &[MatchId::from_bytes(id)], at)? > 0 {
        return Ok(true);
    }
    let of = |key: &str| line.detail.as_ref().and_then(|detail| bytes_of(detail.get(key)?.as_str()?));
    let Some(school) = of("school") else { return Ok(false) };
    erase::remember_match(tx, id, school, of("mentor"), at)
}
