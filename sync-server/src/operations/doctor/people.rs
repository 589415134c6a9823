//! The programme's side: exports that stopped, phones that fell silent, changes that were refused, rules that nobody knows.

use daymark_domain::{Rules, SchoolDay};
use daymark_sqlite::rusqlite::params;

use super::{Finding, Patient};
use crate::operations::OperationError;
use crate::store::sqlite::values::all;

const DAY: i64 = 86_400;
/// School days without a word from the office after which somebody should ask.
const DAYS_WITHOUT_IMPORT: i64 = 3;
/// A phone that is silent for longer would lock itself (`domain.md` R6).
const SILENT_AFTER_DAYS: i64 = 14;

pub(super) fn examine(patient: &Patient<'_>) -> Result<Vec<Finding>, OperationError> {
    Ok(vec![imports(patient)?, phones(patient)?, quarantine(patient)?, settings(patient)?])
}

fn imports(patient: &Patient<'_>) -> Result<Finding, OperationError> {
    let yesterday = SchoolDay::at(patient.at, 0).minus(1).number();
    let behind =
        "SELECT school.sis_id, count(*) FROM school JOIN calendar_day ON calendar_day.school_id = school.id
                  WHERE calendar_day.value > 0 AND calendar_day.day > coalesce(school.recorded_through, 0)
                    AND calendar_day.day <= ?1
                  GROUP BY school.id HAVING count(*) > ?2 ORDER BY 2 DESC";
    let behind = all(patient.db, behind, params![yesterday, DAYS_WITHOUT_IMPORT], |row| {
        Ok(format!("{} ({} school days)", row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
    })?;
    Ok(if behind.is_empty() {
        Finding::well("imports", "every school's attendance is as new as it should be")
    } else {
        Finding::act(
            "imports",
            format!("no attendance came for {} school(s): {}", behind.len(), some_of(&behind)),
            "ask the office for the export, or see why the nightly import did not run",
        )
    })
}

fn phones(patient: &Patient<'_>) -> Result<Finding, OperationError> {
    let silent = "SELECT count(*) FROM device
                  WHERE revoked_at IS NULL AND coalesce(last_sync_at, paired_at) < ?1
                    AND EXISTS (SELECT 1 FROM match WHERE match.mentor_id = device.mentor_id
                                AND granted_seq > 0 AND ended_seq IS NULL)";
    let since = patient.at - SILENT_AFTER_DAYS * DAY;
    let silent: i64 = patient.db.query_row(silent, params![since], |row| row.get(0))?;
    Ok(match silent {
        0 => Finding::well(
            "phones",
            format!("every phone with students was heard from within {SILENT_AFTER_DAYS} days"),
        ),
        silent => Finding::note(
            "phones",
            format!("{silent} phone(s) with students were not heard from for {SILENT_AFTER_DAYS} days"),
            "coordinators see them on their mentors' pages; a phone that is lost is shut out there",
        ),
    })
}

fn quarantine(patient: &Patient<'_>) -> Result<Finding, OperationError> {
    let refused = "SELECT count(*) FROM quarantine WHERE received_at > ?1";
    let refused: i64 = patient.db.query_row(refused, params![patient.at - 30 * DAY], |row| row.get(0))?;
    Ok(match refused {
        0 => Finding::well("quarantine", "no change was refused in 30 days"),
        refused => Finding::note(
            "quarantine",
            format!("{refused} change(s) from phones were refused in 30 days"),
            "one now and then is an old app; many from one phone are not: look at the log and shut that phone out",
        ),
    })
}

fn settings(patient: &Patient<'_>) -> Result<Finding, OperationError> {
    let rules = Rules::default();
    let said: Vec<String> =
        all(patient.db, "SELECT DISTINCT key FROM setting ORDER BY 1", [], |row| Ok(row.get(0)?))?;
    let unknown: Vec<_> = said.into_iter().filter(|key| rules.get(key).is_none()).collect();
    Ok(if unknown.is_empty() {
        Finding::well("settings", "this version knows all of them")
    } else {
        Finding::act(
            "settings",
            format!("this version does not know: {}", some_of(&unknown)),
            "they were set by another version; figures that hung on them are made without: use that version or set them anew",
        )
    })
}

fn some_of(names: &[String]) -> String {
    let (first, rest) = names.split_at(names.len().min(5));
    if rest.is_empty() { first.join(", ") } else { format!("{} and {} more", first.join(", "), rest.len()) }
}
