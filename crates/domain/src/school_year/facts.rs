//! The facts, as imports leave them and stores hand them out.

use std::collections::BTreeMap;

use crate::{AttendanceStatus, DayPart, DayType, MonthDay, SchoolDay, SchoolId};

/// One date of a school's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// The date.
    pub day: SchoolDay,
    /// What it is.
    pub day_type: DayType,
    /// How much instruction it holds: a whole day on a school day unless the calendar states a part.
    pub value: DayPart,
}

impl CalendarDay {
    /// A date as its type alone makes it.
    pub fn new(day: SchoolDay, day_type: DayType) -> Self {
        let value = if day_type.is_instructional() { DayPart::WHOLE } else { DayPart::NONE };
        Self { day, day_type, value }
    }
    /// Students are expected, and the day counts toward attendance.
    pub fn is_school_day(&self) -> bool {
        self.day_type.is_instructional() && !self.value.is_none()
    }
}

/// A student at a school from `entry` until the day before `exit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Enrollment {
    /// Where.
    pub school_id: SchoolId,
    /// The first day.
    pub entry: SchoolDay,
    /// The first day no longer enrolled; `None` while it lasts.
    pub exit: Option<SchoolDay>,
}

impl Enrollment {
    /// Whether the student is enrolled on the day.
    pub fn contains(&self, day: SchoolDay) -> bool {
        self.entry <= day && self.exit.is_none_or(|exit| day < exit)
    }
    /// Whether a day of it lies in the window.
    pub fn touches(&self, window: Window) -> bool {
        let first = self.entry.max(window.first);
        first <= window.last && self.contains(first)
    }
}

/// The record in force of one student at one school on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which school wrote it.
    pub school_id: SchoolId,
    /// For which day.
    pub day: SchoolDay,
    /// What it says.
    pub status: AttendanceStatus,
    /// How much of a school day was missed; of an in-school suspension, how much of the day it lasted (nothing: no
    /// amount was recorded, and it lasted the whole day).
    pub missed: DayPart,
}

/// A student's enrollments and marks, the marks sorted by day. Of two marks of one school for one day the later in the
/// slice is in force.
#[derive(Clone, Copy, Debug, Default)]
pub struct History<'a> {
    /// All enrollments, in any order.
    pub enrollments: &'a [Enrollment],
    /// All marks, sorted by day.
    pub marks: &'a [Mark],
}

/// A school's calendar and how far its marks are known.
#[derive(Clone, Copy, Debug, Default)]
pub struct SchoolRecord<'a> {
    /// Sorted by day. A date that it lacks is no school day.
    pub calendar: &'a [CalendarDay],
    /// Only absences are recorded: an unmarked school day up to `recorded_through` was a present one.
    pub negative_reporting: bool,
    /// The last day whose marks are in; `None` before the first import.
    pub recorded_through: Option<SchoolDay>,
}

/// The schools that a student's days can lie at.
pub type Schools<'a> = BTreeMap<SchoolId, SchoolRecord<'a>>;

/// Dates from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first date.
    pub first: SchoolDay,
    /// The last date.
    pub last: SchoolDay,
}

impl Window {
    /// Whether the day lies in it.
    pub fn contains(self, day: SchoolDay) -> bool {
        (self.first..=self.last).contains(&day)
    }
    /// The same window, ending on the day if it would end later.
    pub fn until(self, day: SchoolDay) -> Self {
        Self { last: self.last.min(day), ..self }
    }
    /// The school year that a day lies in.
    pub fn school_year(day: SchoolDay, starts: MonthDay) -> Self {
        use chrono::Datelike;
        let start = |year| starts.in_year(year).unwrap_or(day);
        let year = day.0.year();
        let first = if start(year) <= day { year } else { year - 1 };
        Self { first: start(first), last: start(first + 1).minus(1) }
    }
    /// The school year before this one.
    pub fn previous_school_year(self, starts: MonthDay) -> Self {
        Self::school_year(self.first.minus(1), starts)
    }
}
