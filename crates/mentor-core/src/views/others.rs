//! What other mentors of the same student did.

use daymark_domain::{SchoolDay, StudentId};

use crate::api::OtherContact;
use crate::core::Core;
use crate::storage::{StorageError, others};

/// On one day, in the order in which it was done.
pub(super) fn of_day(
    core: &Core,
    student: StudentId,
    day: SchoolDay,
) -> Result<Vec<OtherContact>, StorageError> {
    let contact =
        |others::Other { at, kind, reach }| Ok(OtherContact { kind, minute: core.local(at)?.minute, reach });
    others::of_day(&core.db, student, day)?.into_iter().map(contact).collect()
}
