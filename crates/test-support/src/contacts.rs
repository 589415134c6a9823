//! What mentors did in past weeks, day by day, in agreement with the official attendance: nobody is greeted
//! who was absent, and no sun is put on a missed day. Nothing is recorded for today.

use chrono::{NaiveTime, TimeZone, Weekday};
use daymark_domain::{Audience, CalendarMark, CallOutcome, DoorResult, NoteText, SchoolDay};

use crate::District;
use crate::attendance::AttendanceEvent;
use crate::mentors::Match;
use crate::prng::{Prng, Purpose};

/// One thing that a mentor recorded.
pub struct Contact {
    /// The school day that it is about.
    pub day: SchoolDay,
    /// When it was recorded, in seconds since 1970.
    pub at: i64,
    /// What it is.
    pub entry: ContactEntry,
}

/// What was recorded. No `Debug`: a note belongs in no log.
#[derive(PartialEq, Eq)]
pub enum ContactEntry {
    /// At the door.
    Door(DoorResult),
    /// A wake-up call.
    WakeUpCall(CallOutcome),
    /// Time for the one student.
    OneOnOne {
        /// How long.
        minutes: u16,
    },
    /// A sun on the calendar.
    Calendar(CalendarMark),
    /// A note.
    Note {
        /// The text.
        text: NoteText,
        /// Who may read it.
        audience: Audience,
    },
}

impl ContactEntry {
    /// Whether it counts towards the three contacts a week.
    pub fn reached_student(&self) -> bool {
        match self {
            Self::Door(result) => result.reached_student(),
            Self::WakeUpCall(outcome) => outcome.reached_student(),
            Self::OneOnOne { .. } => true,
            Self::Calendar(_) | Self::Note { .. } => false,
        }
    }
}

/// How a day was for the student, by the official record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Attended {
    InTime,
    Late,
    Absent,
}

const NOTES: &[&str] = &[
    "Talked about the science fair. Wants to build a bridge.",
    "New bus pass arrived, the morning bus works now.",
    "Good week. We agreed on four of five days for the next one.",
    "Would like to try out for the choir.",
    "Brought the library book back in time.",
    "We looked at the calendar together and counted the suns.",
    "Home says thank you for the call.",
];

/// A match's contacts over the plan's weeks, in the order in which they were recorded.
pub(crate) fn contacts_of(district: &District, matched: &Match) -> Vec<Contact> {
    let events = district.attendance_of(matched.student);
    let mentor = &district.mentors[matched.mentor];
    let prng = &mut Prng::stream(district.plan.seed, Purpose::Contact, matched.student as u64);
    let first =
        district.calendar.today.minus(7 * u64::from(district.plan.weeks_of_contacts)).max(matched.start);
    let last = mentor.silent_after.unwrap_or(district.calendar.last_school_day());
    let mut day_before = Attended::InTime;
    let mut contacts = Vec::new();
    for &day in &district.calendar.past_school_days {
        let attended = attended(&events, day);
        if (first..=last).contains(&day) && is_on_duty(district, matched.mentor, day) {
            let calls =
                matched.wake_up_calls && (day_before == Attended::Absent || day.weekday() == Weekday::Mon);
            Diary { district, day, contacts: &mut contacts, prng }.write(attended, calls);
        }
        day_before = attended;
    }
    contacts
}

fn attended(events: &[AttendanceEvent], day: SchoolDay) -> Attended {
    match events.iter().find(|event| event.day == day) {
        Some(event) if event.missed_halves() == 2 => Attended::Absent,
        Some(event) if event.status == daymark_domain::AttendanceStatus::Tardy => Attended::Late,
        _ => Attended::InTime,
    }
}

/// The same answer for all students of the mentor.
fn is_on_duty(district: &District, mentor: usize, day: SchoolDay) -> bool {
    let index = ((mentor as u64) << 32) | u64::from(day.number().unsigned_abs());
    Prng::stream(district.plan.seed, Purpose::Duty, index).chance(district.mentors[mentor].diligence)
}

/// One day of one match, written from morning to afternoon.
struct Diary<'a> {
    district: &'a District,
    day: SchoolDay,
    contacts: &'a mut Vec<Contact>,
    prng: &'a mut Prng,
}

impl Diary<'_> {
    fn write(mut self, attended: Attended, calls: bool) {
        if calls {
            self.wake_up_call(attended);
        }
        match attended {
            Attended::Absent => self.door(DoorResult::NotSeen, 950),
            Attended::Late => self.door(DoorResult::Late, 700),
            Attended::InTime => self.door(DoorResult::Greeted, 920),
        }
        if attended != Attended::Absent {
            self.in_school();
        }
    }

    fn wake_up_call(&mut self, attended: Attended) {
        use CallOutcome::{LeftMessage, NoAnswer, ReachedGuardian, ReachedStudent, WrongNumber};
        let outcome = match attended {
            Attended::Absent => self.prng.weighted(&[
                (NoAnswer, 40),
                (ReachedGuardian, 30),
                (LeftMessage, 18),
                (ReachedStudent, 10),
                (WrongNumber, 2),
            ]),
            _ => self.prng.weighted(&[
                (ReachedStudent, 65),
                (ReachedGuardian, 20),
                (NoAnswer, 10),
                (LeftMessage, 5),
            ]),
        };
        self.record((6, 40), 30, ContactEntry::WakeUpCall(outcome));
    }

    fn door(&mut self, result: DoorResult, per_mille: u32) {
        let from = if result == DoorResult::Greeted { (7, 40) } else { (8, 16) };
        if self.prng.chance(per_mille) {
            self.record(from, 25, ContactEntry::Door(result));
        }
    }

    fn in_school(&mut self) {
        if self.prng.chance(160) {
            let minutes = self.prng.pick(&[10, 15, 20, 20, 30]);
            self.record((12, 0), 60, ContactEntry::OneOnOne { minutes });
            self.note();
        }
        if self.prng.chance(620) {
            self.record((14, 30), 45, ContactEntry::Calendar(CalendarMark::Present));
        }
    }

    fn note(&mut self) {
        if !self.prng.chance(250) {
            return;
        }
        let audience = self.prng.weighted(&[(Audience::Match, 2), (Audience::Team, 1)]);
        if let Ok(text) = NoteText::try_from(self.prng.pick(NOTES).to_owned()) {
            self.record((13, 5), 40, ContactEntry::Note { text, audience });
        }
    }

    /// Within so many minutes after the given time of the school's clock.
    fn record(&mut self, (hour, minute): (u32, u32), within_minutes: u32, entry: ContactEntry) {
        let seconds = 3_600 * hour + 60 * minute + self.prng.below(60 * within_minutes);
        let at = self.district.instant(self.day, seconds);
        self.contacts.push(Contact { day: self.day, at, entry });
    }
}

impl District {
    /// The instant of a time of day (seconds since midnight) on the district's clock.
    pub fn instant(&self, day: SchoolDay, seconds: u32) -> i64 {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default();
        let local = day.0.and_time(time);
        // A time that the clocks skip in spring is in the night; no school is open then.
        self.plan
            .zone
            .from_local_datetime(&local)
            .earliest()
            .map_or(local.and_utc().timestamp(), |at| at.timestamp())
    }
}
