//! What a screen reads: one function a screen, from SQL alone, never from a document.

mod asks;
mod calling;
mod caseload;
mod door;
mod entries;
mod figures;
mod goals;
mod months;
mod my_month;
mod my_week;
mod others;
mod set_aside;
mod student;
mod student_record;
mod today;
mod year;

pub(crate) use asks::asked_for_a_number;
pub(crate) use caseload::caseload;
pub(crate) use door::door;
pub(crate) use my_month::my_month;
pub(crate) use my_week::my_week;
pub(crate) use set_aside::set_aside;
pub(crate) use student::student;
pub(crate) use today::today;
pub(crate) use year::year;

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

/// How many, as screens count.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
