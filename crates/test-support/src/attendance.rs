//! Official attendance by negative reporting: only what is not plain presence has an event.
//!
//! A student's events are drawn anew whenever they are asked for, so that a large district is never held whole.

use chrono::Weekday;
use daymark_domain::{AbsenceFigure, AttendanceStatus, SchoolDay};

use crate::people::{Grade, Student};
use crate::prng::{Prng, Purpose};

/// What stands in the export about one student's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttendanceEvent {
    /// The day.
    pub day: SchoolDay,
    /// The status.
    pub status: AttendanceStatus,
    /// Half days as the school states them; `None` where it states no duration.
    pub halves: Option<u8>,
    /// The school's reason.
    pub reason: &'static str,
}

impl AttendanceEvent {
    /// Half days that count as missed.
    pub fn missed_halves(&self) -> u8 {
        let default = self.status.missed_halves_by_default();
        if default == 0 { 0 } else { self.halves.unwrap_or(default) }
    }
}

/// How a student attends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttendanceHabit {
    /// The share of days missed that the habit tends to, per mille.
    tends_to: u32,
    /// Misses most in the first month: the early signal that the programme looks for.
    early: bool,
    /// Ill on the last school day, so that *absent yesterday* is on the screens.
    ill_now: bool,
}

impl AttendanceHabit {
    pub(crate) fn draw(grade: Grade, prng: &mut Prng) -> Self {
        let tends_to = tendency(grade, prng);
        let misses_much = tends_to >= 100;
        Self { tends_to, early: misses_much && prng.chance(200), ill_now: misses_much && prng.chance(140) }
    }
    /// A severely absent student; every third is ill on the last school day.
    pub(crate) fn showcase(number: usize, prng: &mut Prng) -> Self {
        Self { tends_to: prng.between(200, 260), early: false, ill_now: number.is_multiple_of(3) }
    }
    /// Days with an absence that begins, per mille, once the length of absences is taken into account.
    fn begins(self) -> u32 {
        const MEAN_LENGTH_TENTHS: u32 = 16;
        1_000 * 10 * self.tends_to / (10 * self.tends_to + MEAN_LENGTH_TENTHS * (1_000 - self.tends_to))
    }
    fn begins_on(self, day: SchoolDay, nth_day: usize) -> u32 {
        let weekday = match day.weekday() {
            Weekday::Mon => 125,
            Weekday::Fri => 140,
            _ => 79,
        };
        let season = match (self.early, nth_day < 20) {
            (false, _) => 100,
            (true, true) => 220,
            (true, false) => 75,
        };
        self.begins() * weekday * season / 10_000
    }
}

/// Kindergarten and high school attend worst, as everywhere.
fn tendency(grade: Grade, prng: &mut Prng) -> u32 {
    let worse = match grade.0 {
        0 => 40,
        1..=5 => 0,
        6..=8 => 20,
        _ => 50,
    };
    let (from, to) = prng.weighted(&[
        ((0, 28), 440 - worse),
        ((25, 52), 300),
        ((52, 80), 130),
        ((115, 170), 68 + worse / 2),
        ((200, 320), 28 + worse / 3),
        ((620, 850), 8),
    ]);
    prng.between(from, to)
}

/// An absence that goes on for some days.
struct Absence {
    days_left: u32,
    status: AttendanceStatus,
    reason: &'static str,
}

impl Absence {
    fn draw(prng: &mut Prng) -> Self {
        use AttendanceStatus::{AbsentExcused, AbsentUnexcused};
        let days_left = if prng.chance(300) { prng.between(2, 4) } else { 1 };
        let (status, reason) = match days_left {
            1 => prng.weighted(&[
                ((AbsentUnexcused, "Unknown"), 30),
                ((AbsentExcused, "Illness"), 25),
                ((AbsentUnexcused, "Transportation not available"), 10),
                ((AbsentUnexcused, "Skipping"), 10),
                ((AbsentExcused, "Medical appointment"), 10),
                ((AbsentUnexcused, "Family activity"), 9),
                ((AbsentExcused, "Family emergency"), 4),
                ((AbsentExcused, "Religious observance"), 2),
            ]),
            _ => prng.weighted(&[
                ((AbsentExcused, "Illness"), 75),
                ((AbsentUnexcused, "Unknown"), 12),
                ((AbsentUnexcused, "Family activity"), 8),
                ((AbsentExcused, "Family emergency"), 5),
            ]),
        };
        Self { days_left, status, reason }
    }
}

/// A student's events on those of the school days that lie in the enrollment, in order.
pub(crate) fn events(
    seed: u64,
    index: usize,
    student: &Student,
    school_days: &[SchoolDay],
) -> Vec<AttendanceEvent> {
    let prng = &mut Prng::stream(seed, Purpose::Attendance, index as u64);
    let begin = school_days.partition_point(|&day| day < student.enrolled_from);
    let mut running: Option<Absence> = None;
    let mut events = Vec::new();
    for (nth_day, &day) in school_days.iter().enumerate().skip(begin) {
        let ill_now = student.habit.ill_now && nth_day + 1 == school_days.len();
        if running.is_none() && (ill_now || prng.chance(student.habit.begins_on(day, nth_day))) {
            running = Some(Absence::draw(prng));
        }
        match running.take() {
            Some(absence) => {
                events.push(AttendanceEvent {
                    day,
                    status: absence.status,
                    halves: Some(2),
                    reason: absence.reason,
                });
                let days_left = absence.days_left - 1;
                running = (days_left > 0).then_some(Absence { days_left, ..absence });
            }
            None => events.extend(part_of_a_day(day, student.habit, prng)),
        }
    }
    events
}

/// Late, or half a day missed, on a day that is not missed whole.
fn part_of_a_day(day: SchoolDay, habit: AttendanceHabit, prng: &mut Prng) -> Option<AttendanceEvent> {
    use AttendanceStatus::{AbsentExcused, EarlyDeparture, Partial, Tardy};
    if !prng.chance(12 + habit.tends_to / 5) {
        return None;
    }
    let (status, halves, reason) = prng.weighted(&[
        ((Tardy, None, "Tardy"), 80),
        ((EarlyDeparture, None, "Medical appointment"), 6),
        ((Partial, Some(1), "Medical appointment"), 8),
        ((AbsentExcused, Some(1), "Illness"), 6),
    ]);
    Some(AttendanceEvent { day, status, halves, reason })
}

/// Missed and enrolled time up to the last of the school days.
pub(crate) fn figure(
    student: &Student,
    events: &[AttendanceEvent],
    school_days: &[SchoolDay],
) -> AbsenceFigure {
    let enrolled = school_days.iter().filter(|&&day| day >= student.enrolled_from).count();
    let missed = events.iter().map(|event| u32::from(event.missed_halves())).sum();
    AbsenceFigure::from_halves(missed, 2 * enrolled as u32)
}
