//! A sun on a day of the calendar.

use daymark_domain::{CalendarMark, MatchId, SchoolDay};

use super::{Pen, saved};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, calendar_mark, change};

/// Puts a sun on a day, or takes it off. Marking what is marked already changes nothing and is no error.
pub(crate) fn mark_calendar_day(
    core: &mut Core,
    match_id: MatchId,
    day: SchoolDay,
    mark: CalendarMark,
) -> Result<Reply, Failure> {
    let pen = Pen::for_day(core, match_id, day)?;
    core.change_record(match_id, |tx, record| {
        if let Some(written) = record.mark_day(&pen.writer, day, mark)? {
            change::add_unsent(tx, match_id, &written)?;
            calendar_mark::set(tx, match_id, day, [mark])?;
        }
        Ok(())
    })
    .map_err(StorageError::not_saved)?;
    saved(core, None)
}
