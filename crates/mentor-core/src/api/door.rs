//! The door list.

use daymark_domain::{DayType, DoorResult, EntryKey, MatchId, SchoolDay, WeekDosage};
use serde::{Deserialize, Serialize};

use super::{EntryState, OtherContact};

/// The door list. Rows keep their order all day: nothing moves under the finger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoorView {
    /// The day that taps belong to.
    pub day: SchoolDay,
    /// Whether that is today.
    pub is_today: bool,
    /// What the day is for the school.
    pub day_type: Option<DayType>,
    /// The bell, in minutes since midnight.
    pub bell_minute: Option<u16>,
    /// Absent ones first, then by name.
    pub rows: Vec<DoorRow>,
}

/// One student at the door.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoorRow {
    /// Whose.
    pub match_id: MatchId,
    /// The student's name.
    pub student: String,
    /// Name to speak of them by.
    pub first_name: String,
    /// School days in a row, up to the last recorded one before this day, that the student missed.
    pub absent_in_a_row: u32,
    /// The week so far against the model.
    pub week: WeekDosage,
    /// What was recorded; the latest that was not taken back.
    pub check: Option<RecordedDoorCheck>,
    /// What the student's other mentors did on this day, as far as this phone knows.
    pub others: Vec<OtherContact>,
}

/// A door check that was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedDoorCheck {
    /// The entry.
    pub key: EntryKey,
    /// What the mentor saw.
    pub result: DoorResult,
    /// When, in minutes since midnight.
    pub minute: u16,
    /// How far it has come.
    pub state: EntryState,
}
