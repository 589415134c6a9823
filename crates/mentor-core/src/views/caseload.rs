//! All students of this mentor.

use super::{figures, now, reading};
use crate::api::{CaseloadRow, CaseloadView, Failure};
use crate::core::Core;
use crate::storage::{caseload, entry};

pub(crate) fn caseload(core: &Core) -> Result<CaseloadView, Failure> {
    let today = now(core)?.day;
    reading(|| {
        let record = figures::Record::read(&core.db)?;
        let mut rows = Vec::new();
        for mentee in caseload::all(&core.db)? {
            let marks = figures::marks(&core.db, &mentee)?;
            rows.push(CaseloadRow {
                match_id: mentee.match_id,
                student: mentee.name(),
                figure: record.figure(&mentee, &marks),
                week: figures::week(&core.db, &record.school.rules, &mentee, today)?,
                grade: mentee.grade,
            });
        }
        // Who has left this phone since is not offered again.
        let mut last_group = entry::last_group(&core.db)?;
        last_group.retain(|match_id| rows.iter().any(|row| row.match_id == *match_id));
        Ok(CaseloadView { limits: (&record.school.rules).into(), rows, last_group })
    })
}
