//! What a student's school day counts as: the place where the local variants of `domain.md` 4.1 decide.

use serde::{Deserialize, Serialize};

use crate::rules::{HalfDayRule, InSchoolSuspension, OutOfSchoolSuspension};
use crate::{AttendanceStatus, CalendarDay, DayPart, Days, Mark, Rules, SchoolDay, SchoolId};

/// What a school day counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Present, also when late or gone for less than counts.
    Present,
    /// Absent, by so much.
    Absent(DayPart),
    /// Nobody has said.
    Unmarked,
}

/// One school day on which the student was enrolled, at the one school that the day belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StudentDay {
    /// Where.
    pub school_id: SchoolId,
    /// When.
    pub day: SchoolDay,
    /// Which school day of that school it is, counted from 1 at the window's start.
    pub number: u32,
    /// How much instruction the day holds.
    pub value: DayPart,
    /// What it counts as.
    pub verdict: Verdict,
    /// What the record says; `None` without a mark.
    pub status: Option<AttendanceStatus>,
    /// How much of it the record gives as missed (or suspended), whatever that counts as.
    pub missed: DayPart,
}

impl StudentDay {
    /// The school day with its mark, under the rules; `recorded`: without a mark the student was present.
    pub(crate) fn of(
        school_id: SchoolId,
        calendar: &CalendarDay,
        number: u32,
        mark: Option<&Mark>,
        recorded: bool,
        rules: &Rules,
    ) -> Self {
        let (day, value) = (calendar.day, calendar.value);
        let (verdict, missed) = match mark {
            Some(mark) => (rules.verdict(mark.status, mark.missed, value), recorded_part(mark, value)),
            None if recorded => (Verdict::Present, DayPart::NONE),
            None => (Verdict::Unmarked, DayPart::NONE),
        };
        Self { school_id, day, number, value, verdict, status: mark.map(|mark| mark.status), missed }
    }
    /// How much of the day counts as missed.
    pub fn absent(&self) -> Days {
        match self.verdict {
            Verdict::Absent(part) => part.into(),
            Verdict::Present | Verdict::Unmarked => Days::ZERO,
        }
    }
    /// The day counts as missed, in whole or in part.
    pub fn is_absent(&self) -> bool {
        matches!(self.verdict, Verdict::Absent(_))
    }
    /// Somebody has said what the day was.
    pub fn is_marked(&self) -> bool {
        self.verdict != Verdict::Unmarked
    }
    /// Came late.
    pub fn tardy(&self) -> bool {
        self.status == Some(AttendanceStatus::Tardy)
    }
}

/// How much of the day the record is about.
fn recorded_part(mark: &Mark, value: DayPart) -> DayPart {
    match mark.status {
        AttendanceStatus::InSchoolSuspension => suspended_part(mark.missed, value),
        _ => mark.missed.min(value),
    }
}

/// A suspension in school without an amount lasted the whole day: exports give it none, since nothing was missed.
fn suspended_part(recorded: DayPart, value: DayPart) -> DayPart {
    if recorded.is_none() { value } else { recorded.min(value) }
}

impl Rules {
    /// What a record counts as on a school day that holds `value` of instruction. Both are shares of a whole school
    /// day: who misses half a day when school is held for half a day has missed all of it.
    pub fn verdict(&self, status: AttendanceStatus, missed: DayPart, value: DayPart) -> Verdict {
        use AttendanceStatus as S;
        let missed = missed.min(value);
        match status {
            S::Present | S::Tardy => Verdict::Present,
            S::AbsentSuspension if self.out_of_school_suspension == OutOfSchoolSuspension::NotAbsent => {
                Verdict::Present
            }
            S::InSchoolSuspension => self.suspended_in_school(missed, value),
            S::EarlyDeparture | S::Partial | S::AbsentExcused | S::AbsentUnexcused | S::AbsentSuspension => {
                self.missed_in_part(missed, value)
            }
        }
    }

    /// T14.
    fn missed_in_part(&self, missed: DayPart, value: DayPart) -> Verdict {
        let counts = match self.half_day_rule {
            HalfDayRule::MissGeHalfIsAbsent if missed.is_half_of(value) => value,
            HalfDayRule::AttendGeHalfIsPresent if !missed.rest_of(value).is_half_of(value) => value,
            HalfDayRule::MissGeHalfIsAbsent | HalfDayRule::AttendGeHalfIsPresent => DayPart::NONE,
            HalfDayRule::Fractional => missed,
        };
        if counts.is_none() { Verdict::Present } else { Verdict::Absent(counts) }
    }

    /// T16.
    fn suspended_in_school(&self, suspended: DayPart, value: DayPart) -> Verdict {
        match self.in_school_suspension {
            InSchoolSuspension::AbsentFromHalfDay if suspended_part(suspended, value).is_half_of(value) => {
                Verdict::Absent(value)
            }
            InSchoolSuspension::AbsentFromHalfDay | InSchoolSuspension::Present => Verdict::Present,
        }
    }
}
