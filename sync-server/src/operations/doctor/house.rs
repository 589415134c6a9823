//! The machine's side: version, damage, disk, backups, rights, ledger.

use std::path::Path;

use super::{Finding, Patient, days, mebibytes};
use crate::operations::backup::{BACKUP_MADE, RESTORE_DRILLED};
use crate::operations::census::integrity;
use crate::operations::{OperationError, archive, audit, ledger, lock, rows};
use crate::store::sqlite::MIGRATIONS;

const DAY: i64 = 86_400;
/// A WAL that is larger was not written back for long.
const WAL_MAX: u64 = 256 << 20;

pub(super) fn version(patient: &Patient<'_>) -> Result<Vec<Finding>, OperationError> {
    let taken: usize = patient.db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = MIGRATIONS.len();
    Ok(vec![match taken.cmp(&known) {
        std::cmp::Ordering::Equal => {
            Finding::well("version", format!("{}, database step {taken}", env!("CARGO_PKG_VERSION")))
        }
        std::cmp::Ordering::Less => Finding::act(
            "version",
            format!("the database stands at step {taken}, this program knows {known}"),
            "start the server once with this program; it keeps a copy of the database and brings it up",
        ),
        std::cmp::Ordering::Greater => Finding::act(
            "version",
            format!("the database stands at step {taken}, this program knows only {known}"),
            "use the newer daymark-server; this one must not open it",
        ),
    }])
}

pub(super) fn examine(patient: &Patient<'_>) -> Result<Vec<Finding>, OperationError> {
    let mut found = vec![damage(patient)?, rows_of_records(patient)?, room(patient), log_size(patient)];
    found.extend([last_backup(patient)?, last_drill(patient)?, recipients(patient), ledger(patient)?]);
    found.extend([accesses(patient)?, clock(patient)?, running(patient)]);
    found.extend(rights(patient)?);
    found.extend(left_over(patient)?);
    Ok(found)
}

fn damage(patient: &Patient<'_>) -> Result<Finding, OperationError> {
    let wrong = integrity(patient.db)?;
    Ok(match wrong.first() {
        None => Finding::well("database", "whole"),
        Some(first) => Finding::act(
            "database",
            format!("damaged: {first} ({} findings)", wrong.len()),
            "stop the server, copy the folder aside, restore the last backup into a new folder (docs/runbook.md, A damaged database)",
        ),
    })
}

fn rows_of_records(patient: &Patient<'_>) -> Result<Finding, OperationError> {
    let wrong = rows::differing(patient.folder)?;
    let Some((table, first)) = wrong.first() else {
        return Ok(Finding::well("rows", "what the team sees is what the match records say"));
    };
    let of_all: u64 = wrong.iter().map(|(_, rows)| rows).sum();
    Ok(Finding::act(
        "rows",
        format!("{of_all} row(s) are not as the match records say ({table}: {first})"),
        "run daymark-server doctor --mend: the rows are written anew, nothing that anybody wrote is changed",
    ))
}

fn room(patient: &Patient<'_>) -> Finding {
    let size = archive::length(&patient.folder.database());
    let Some(free) = free_bytes(patient.folder.path()) else {
        return Finding::note(
            "disk",
            "how much room there is cannot be told",
            "look with the system's own tools",
        );
    };
    let wanted = size * 2 + (512 << 20);
    let said = format!("{} free, the database has {}", mebibytes(free), mebibytes(size));
    if free >= wanted {
        Finding::well("disk", said)
    } else {
        Finding::act("disk", said, format!("make room: a backup and an upgrade want {}", mebibytes(wanted)))
    }
}

#[cfg(unix)]
fn free_bytes(path: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(path).ok()?;
    Some(disk.f_bavail * disk.f_frsize)
}

#[cfg(not(unix))]
fn free_bytes(_: &Path) -> Option<u64> {
    None
}

fn log_size(patient: &Patient<'_>) -> Finding {
    let mut log = patient.folder.database().into_os_string();
    log.push("-wal");
    let size = archive::length(log.as_ref());
    let said = format!("the write-ahead log has {}", mebibytes(size));
    if size <= WAL_MAX {
        return Finding::well("log", said);
    }
    Finding::act(
        "log",
        said,
        "run daymark-server compact; if it grows again, somebody keeps reading: restart the server",
    )
}

fn last(patient: &Patient<'_>, what: &str) -> Result<Option<i64>, OperationError> {
    let sql = "SELECT max(at) FROM access_event WHERE what = ?1";
    Ok(patient.db.query_row(sql, [what], |row| row.get(0))?)
}

fn last_backup(patient: &Patient<'_>) -> Result<Finding, OperationError> {
    let to_do = "run daymark-server backup, and let the machine do so every night (docs/runbook.md)";
    Ok(match last(patient, BACKUP_MADE)? {
        None => Finding::act("backup", "there was never a backup", to_do),
        Some(at) if patient.at - at > 2 * DAY => {
            Finding::act("backup", format!("the last one is {} old", patient.ago(at)), to_do)
        }
        Some(at) => Finding::well("backup", format!("the last one is {} old", patient.ago(at))),
    })
}

fn last_drill(patient: &Patient<'_>) -> Result<Finding, OperationError> {
    let to_do = "run daymark-server drill once a week: a backup that was never restored is a hope";
    Ok(match last(patient, RESTORE_DRILLED)? {
        None => Finding::note("drill", "a restore was never practised", to_do),
        Some(at) if patient.at - at > 8 * DAY => {
            Finding::note("drill", format!("a restore was last practised {} ago", patient.ago(at)), to_do)
        }
        Some(at) => Finding::well("drill", format!("practised {} ago", patient.ago(at))),
    })
}

fn recipients(patient: &Patient<'_>) -> Finding {
    if patient.folder.recipients().is_file() {
        return Finding::well("recipients", "DATA/backup-recipients says who may open backups");
    }
    Finding::note(
        "recipients",
        "DATA/backup-recipients is not there, so each backup has to name its keys",
        "make two keys with daymark-server backup-key and write their public halves into it",
    )
}

fn ledger(patient: &Patient<'_>) -> Result<Finding, OperationError> {
    let path = patient.folder.ledger();
    let waiting = patient.number("SELECT count(*) FROM ledger_due")?.unwrap_or(0);
    let lines = match ledger::read(&path) {
        Ok(lines) => lines.len(),
        Err(error) => {
            return Ok(Finding::act("ledger", error.to_string(), "mend that line; every other one is kept"));
        }
    };
    if waiting > 0 {
        let to_do = "start the server or run any command: the lines are written then; if not, see whether the file can be written";
        return Ok(Finding::act(
            "ledger",
            format!("{waiting} lines wait to be written into {}", path.display()),
            to_do,
        ));
    }
    Ok(Finding::well("ledger", format!("{lines} lines in {}", path.display())))
}

fn accesses(patient: &Patient<'_>) -> Result<Finding, OperationError> {
    match audit::verify_in(patient.db, patient.folder, &[]) {
        Ok(None) => Ok(Finding::well("access", "nothing stands in the record of access yet")),
        Ok(Some(end)) => Ok(Finding::well("access", format!("the record holds, up to {end}"))),
        Err(broken @ (OperationError::RecordBroken(_) | OperationError::NoHead(_))) => Ok(Finding::act(
            "access",
            broken.to_string(),
            "keep a copy of the folder, and find out who could write to it (docs/runbook.md, The record of access)",
        )),
        Err(error) => Err(error),
    }
}

fn clock(patient: &Patient<'_>) -> Result<Finding, OperationError> {
    let newest = "SELECT max((SELECT coalesce(max(at), 0) FROM access_event WHERE id = (SELECT max(id) FROM access_event)),
                             (SELECT coalesce(max(last_sync_at), 0) FROM device))";
    let newest = patient.number(newest)?.unwrap_or(0);
    Ok(match newest - patient.at {
        ahead if ahead > 600 => Finding::act(
            "clock",
            format!("the machine's clock is {} behind the newest entry", days(ahead)),
            "set the clock and let the machine keep it (NTP); leases, sessions and days hang on it",
        ),
        _ => Finding::well("clock", "not behind the newest entry"),
    })
}

fn running(patient: &Patient<'_>) -> Finding {
    let said = if lock::is_held(patient.folder) {
        "a server runs on this folder"
    } else {
        "no server runs on this folder"
    };
    Finding::well("server", said)
}

#[cfg(unix)]
fn rights(patient: &Patient<'_>) -> Result<Vec<Finding>, OperationError> {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| std::fs::metadata(path).map_or(0, |data| data.permissions().mode() & 0o077);
    let path = patient.folder.path();
    let mut open = Vec::new();
    if mode(path) != 0 {
        open.push(format!("chmod 700 {}", path.display()));
        let files = patient.folder.all_files()?;
        let open_files = files.iter().filter(|file| mode(file) != 0);
        open.extend(open_files.map(|file| format!("chmod 600 {}", file.display())));
    }
    let ledger = patient.folder.ledger();
    if ledger.exists() && mode(&ledger) != 0 {
        open.push(format!("chmod 600 {}", ledger.display()));
    }
    Ok(vec![if open.is_empty() {
        Finding::well("rights", "nobody but the server's user reads the data")
    } else {
        Finding::act("rights", "other users of this machine can read children's records", open.join("; "))
    }])
}

#[cfg(not(unix))]
fn rights(_: &Patient<'_>) -> Result<Vec<Finding>, OperationError> {
    Ok(Vec::new())
}

fn left_over(patient: &Patient<'_>) -> Result<Vec<Finding>, OperationError> {
    let files = patient.folder.all_files()?;
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let copies: Vec<_> = files
        .iter()
        .map(|path| name(path))
        .filter(|name| name.starts_with("daymark.sqlite.before-"))
        .collect();
    Ok(match copies.first() {
        None => Vec::new(),
        Some(first) => vec![Finding::note(
            "upgrade",
            format!("a copy from before the last upgrade lies here ({first})"),
            "nothing: it goes away when the server has started once more; until then it is the way back",
        )],
    })
}
