//! What a screen reads: one function a screen, from SQL alone, never from a document.

mod caseload;
mod door;
mod entries;
mod figures;
mod student;
mod today;

pub(crate) use caseload::caseload;
pub(crate) use door::door;
pub(crate) use student::student;
pub(crate) use today::today;

use crate::api::{Failure, LocalTime};
use crate::core::Core;
use crate::storage::StorageError;

/// Now on the school's clock, for a phone that is paired.
fn now(core: &Core) -> Result<LocalTime, Failure> {
    core.phone()?;
    core.local(core.now()).map_err(StorageError::unreadable)
}

/// Reads, and turns what goes wrong into the screen's word for it.
fn reading<T>(read: impl FnOnce() -> Result<T, StorageError>) -> Result<T, Failure> {
    read().map_err(StorageError::unreadable)
}
