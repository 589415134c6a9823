//! The programme's words and rules (`domain.md` sections 3 and 4).
//!
//! Pure values and pure functions. This crate knows nothing of clocks, databases, documents or HTTP: whoever
//! calls hands in the day, the marks and the settings, and gets back a figure with its working.

mod absence;
mod attendance;
mod calendar;
mod contact;
mod dosage;
mod ids;
mod note;
mod school_day;

pub use absence::{AbsenceFigure, AbsenceSettings, Tier};
pub use attendance::{AttendanceStatus, UnknownAttendanceStatus};
pub use calendar::{DayType, UnknownDayType};
pub use contact::{CalendarMark, CallOutcome, ContactKind, DoorResult, UnknownWord};
pub use dosage::{CONTACTS_WANTED_PER_WEEK, ContactDay, WeekDosage};
pub use ids::{
    DeviceId, DeviceTag, EntryKey, GuardianId, InvalidDeviceTag, InvalidEntryKey, MatchId, MentorId,
    SchoolId, StudentId, UserId,
};
pub use note::{Audience, InvalidNote, NoteText};
pub use school_day::{SchoolDay, Week};
