//! One date of a month: what the school says of it, what was marked together, and how both are said.

use daymark_domain::{AttendanceStatus, CalendarMark, DayType, SchoolDay};

use crate::{Words, say};

/// One date of the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// The date.
    pub day: SchoolDay,
    /// What it is for the school; `None` when the calendar does not say.
    pub day_type: Option<DayType>,
    /// The school's record.
    pub official: Option<AttendanceStatus>,
    /// Marks made together. Two different ones: two phones disagree.
    pub marks: Vec<CalendarMark>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sun {
    Off,
    On,
    TwoAnswers,
}

impl CalendarDay {
    pub(super) fn sun(&self) -> Sun {
        match (self.marks.contains(&CalendarMark::Present), self.marks.contains(&CalendarMark::Cleared)) {
            (true, true) => Sun::TwoAnswers,
            (true, false) => Sun::On,
            (false, _) => Sun::Off,
        }
    }

    /// What a tap on the date means: a sun where there is none or where two phones disagree, else it comes off.
    pub fn next_mark(&self) -> CalendarMark {
        if self.sun() == Sun::On { CalendarMark::Cleared } else { CalendarMark::Present }
    }

    pub(super) fn is_weekend(&self) -> bool {
        self.day.weekday().number_from_monday() > 5
    }

    pub(super) fn is_closed(&self) -> bool {
        // A weekend that the calendar does not mention is no school day; a weekday that it does not mention is unknown.
        let weekend = self.day.weekday().num_days_from_monday() >= 5;
        self.day_type.map_or(weekend, |day_type| !day_type.is_instructional())
    }

    /// A weekend gets its column only when there is something to see on it.
    pub(super) fn has_something(&self) -> bool {
        self.sun() != Sun::Off
            || self.official.is_some()
            || self.day_type.is_some_and(DayType::is_instructional)
    }

    /// A sun belongs on a day that has come and on which school may be held; and off wherever it is.
    pub(super) fn can_be_marked(&self, today: SchoolDay) -> bool {
        self.day <= today && (!self.is_closed() || self.sun() != Sun::Off)
    }
}

pub(super) fn class_of(day: &CalendarDay, today: SchoolDay) -> String {
    let states = [
        (day.is_closed(), "closed"),
        (day.sun() == Sun::On, "marked"),
        (day.sun() == Sun::TwoAnswers, "two-answers"),
        (day.day == today, "today"),
        (day.day > today, "ahead"),
    ];
    let on = states.into_iter().filter(|(on, _)| *on).map(|(_, class)| class);
    std::iter::once("day").chain(on).collect::<Vec<_>>().join(" ")
}

pub(super) fn cell_says(words: Words, day: &CalendarDay, today: SchoolDay) -> String {
    let mut facts = Vec::new();
    if day.day == today {
        facts.push(say!(words, "calendar-says-today"));
    }
    if let Some(day_type) = day.day_type.filter(|day_type| *day_type != DayType::Instructional) {
        facts.push(words.day_type(day_type));
    }
    if let Some(status) = day.official {
        facts.push(official_says(words, status));
    }
    match day.sun() {
        Sun::On => facts.push(say!(words, "calendar-says-sun")),
        Sun::TwoAnswers => facts.push(say!(words, "calendar-says-two-answers")),
        Sun::Off if facts.is_empty() => facts.push(say!(words, "calendar-cell-nothing")),
        Sun::Off => {}
    }
    say!(words, "calendar-cell", day: words.day_long(day.day), facts: facts.join(", "))
}

pub(super) fn official_sign(words: Words, status: AttendanceStatus) -> String {
    use AttendanceStatus as S;
    match status {
        S::Present | S::InSchoolSuspension => say!(words, "calendar-sign-present"),
        S::Tardy => say!(words, "calendar-sign-late"),
        S::EarlyDeparture | S::Partial => say!(words, "calendar-sign-part"),
        S::AbsentExcused | S::AbsentUnexcused | S::AbsentSuspension => say!(words, "calendar-sign-absent"),
    }
}

fn official_says(words: Words, status: AttendanceStatus) -> String {
    use AttendanceStatus as S;
    match status {
        S::Present | S::InSchoolSuspension => say!(words, "calendar-says-present"),
        S::Tardy => say!(words, "calendar-says-late"),
        S::EarlyDeparture | S::Partial => say!(words, "calendar-says-part"),
        S::AbsentExcused | S::AbsentUnexcused | S::AbsentSuspension => say!(words, "calendar-says-absent"),
    }
}
