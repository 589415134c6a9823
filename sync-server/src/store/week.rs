//! What the team's week page is made of: facts by row, no figure yet. The service adds them up by the programme's
//! rules; a handful of statements serve a school of a thousand students.

use std::collections::HashMap;

use async_trait::async_trait;
use daymark_domain::{AbsenceFigure, DayType, MatchId, MentorId, SchoolDay, SchoolId, StudentId};

use super::StoreError;

/// From when to when, and what "missed this year" is counted over.
#[derive(Clone, Copy, Debug)]
pub struct WeekQuestion {
    /// The school.
    pub school_id: SchoolId,
    /// First day of the facts.
    pub first: SchoolDay,
    /// Last day of the facts.
    pub last: SchoolDay,
    /// First day of the school year.
    pub year_first: SchoolDay,
    /// Last day that counts as missed or attended; also the day on which a student must be enrolled to be counted.
    pub through: SchoolDay,
    /// An earlier such day, to compare with.
    pub compared_through: SchoolDay,
}

/// A match that was active on a day of the question.
#[derive(Clone, PartialEq, Eq)]
pub struct WeekMatch {
    /// The match.
    pub id: MatchId,
    /// The student.
    pub student_id: StudentId,
    /// The name that the team uses.
    pub student_name: String,
    /// The student's grade.
    pub grade: Option<String>,
    /// The mentor.
    pub mentor_id: MentorId,
    /// The mentor's name.
    pub mentor_name: String,
    /// First day.
    pub start_day: SchoolDay,
    /// First day without access.
    pub end_day: Option<SchoolDay>,
    /// The mentor's phones that may sync.
    pub phones: u32,
    /// When one of them last synced.
    pub last_sync_at: Option<i64>,
}

/// How a mentor and a student met on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touch {
    /// The mentor called and the student did not answer, or was looked for at the door and not seen.
    Tried,
    /// The family answered a call: contact with the family, none of the three with the student (`domain.md` T25).
    CalledFamily,
    /// The student answered a call.
    Called,
    /// A one-on-one.
    Met,
    /// Greeted at the door, late or not.
    Greeted,
}

/// The strongest touch of one match on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayTouch {
    /// The match.
    pub match_id: MatchId,
    /// The day.
    pub day: SchoolDay,
    /// What happened.
    pub touch: Touch,
}

/// An absence by the school's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficialAbsence {
    /// The student.
    pub student_id: StudentId,
    /// The day.
    pub day: SchoolDay,
    /// 1 or 2.
    pub missed_halves: u8,
}

/// A student's year to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StudentFigure {
    /// The student.
    pub student_id: StudentId,
    /// Missed of enrolled.
    pub figure: AbsenceFigure,
}

/// The answer.
#[derive(Clone, Default)]
pub struct WeekFacts {
    /// Calendar days between first and last.
    pub calendar: Vec<(SchoolDay, DayType)>,
    /// Matches by the student's name.
    pub matches: Vec<WeekMatch>,
    /// Contacts, one row a match and day.
    pub touches: Vec<DayTouch>,
    /// Absences of matched students.
    pub absences: Vec<OfficialAbsence>,
    /// Every student enrolled on `through`.
    pub figures: Vec<StudentFigure>,
    /// Every student enrolled on `compared_through`, as of that day.
    pub compared: Vec<StudentFigure>,
}

/// The week.
#[async_trait]
pub trait WeekStore {
    /// Everything about those days, from one state of the store.
    async fn week(&self, question: WeekQuestion) -> Result<WeekFacts, StoreError>;
}

/// One enrollment of a student, as the figures need it: `[entry, exit)`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Enrolled {
    pub student_id: StudentId,
    pub entry: SchoolDay,
    pub exit: Option<SchoolDay>,
}

/// What the school recorded of a student on school days up to a day.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Recorded {
    pub missed_halves: u32,
    /// Days with any mark: what E is made of when the school marks presence too.
    pub marked_days: u32,
}

/// What E is made of (`domain.md` 4.1).
pub(crate) struct Denominator<'a> {
    /// School days of the year, in order.
    pub school_days: &'a [SchoolDay],
    /// Present unless marked otherwise; else only marked days count.
    pub negative_reporting: bool,
}

/// Missed of enrolled for every student who is enrolled on `through`. The rows of one student stand together and in
/// the order of entry; overlapping enrollments count each day once (T11).
pub(crate) fn figures(
    denominator: &Denominator<'_>,
    enrollments: &[Enrolled],
    recorded: &HashMap<StudentId, Recorded>,
    through: SchoolDay,
) -> Vec<StudentFigure> {
    let of_one_student = enrollments.chunk_by(|a, b| a.student_id == b.student_id);
    of_one_student
        .filter(|rows| {
            rows.iter().any(|row| row.entry <= through && row.exit.is_none_or(|exit| exit > through))
        })
        .map(|rows| {
            let student_id = rows[0].student_id;
            let recorded = recorded.get(&student_id).copied().unwrap_or_default();
            let days = match denominator.negative_reporting {
                true => days_enrolled(denominator.school_days, rows, through),
                false => recorded.marked_days,
            };
            let figure = AbsenceFigure { missed_halves: recorded.missed_halves, enrolled_halves: 2 * days };
            StudentFigure { student_id, figure }
        })
        .collect()
}

fn days_enrolled(school_days: &[SchoolDay], rows: &[Enrolled], through: SchoolDay) -> u32 {
    let before = |day: SchoolDay| school_days.partition_point(|school_day| *school_day < day);
    let (mut counted_to, mut days) = (0, 0);
    for row in rows {
        let end = before(row.exit.map_or(through.next(), |exit| exit.min(through.next())));
        let start = before(row.entry).max(counted_to);
        days += end.saturating_sub(start);
        counted_to = counted_to.max(end);
    }
    u32::try_from(days).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i32) -> SchoolDay {
        SchoolDay::from_number(number).unwrap()
    }

    fn enrolled(student_id: StudentId, entry: i32, exit: Option<i32>) -> Enrolled {
        Enrolled { student_id, entry: day(entry), exit: exit.map(day) }
    }

    #[test]
    fn a_student_is_measured_by_the_days_since_their_own_entry() {
        // T8: entered on school day 121 of 180, seen on day 182 of the calendar numbers: 62 days.
        let student = StudentId::random();
        let school_days: Vec<SchoolDay> = (1..=200).map(day).collect();
        let denominator = Denominator { school_days: &school_days, negative_reporting: true };
        let recorded = HashMap::from([(student, Recorded { missed_halves: 12, marked_days: 6 })]);
        let figures = figures(&denominator, &[enrolled(student, 121, None)], &recorded, day(182));
        assert_eq!(figures[0].figure, AbsenceFigure { missed_halves: 12, enrolled_halves: 124 });
    }

    #[test]
    fn overlapping_enrollments_count_each_day_once_and_those_who_left_are_not_counted() {
        let (twice, gone) = (StudentId::random(), StudentId::random());
        let school_days: Vec<SchoolDay> = (1..=100).map(day).collect();
        let denominator = Denominator { school_days: &school_days, negative_reporting: true };
        let rows = [enrolled(twice, 1, Some(20)), enrolled(twice, 10, None), enrolled(gone, 1, Some(30))];
        let figures = figures(&denominator, &rows, &HashMap::new(), day(30));
        assert_eq!(figures.len(), 1);
        assert_eq!(figures[0].figure.enrolled_halves, 60);
    }

    #[test]
    fn where_presence_is_marked_too_unmarked_days_do_not_count() {
        let student = StudentId::random();
        let school_days: Vec<SchoolDay> = (1..=100).map(day).collect();
        let denominator = Denominator { school_days: &school_days, negative_reporting: false };
        let recorded = HashMap::from([(student, Recorded { missed_halves: 2, marked_days: 40 })]);
        let figures = figures(&denominator, &[enrolled(student, 1, None)], &recorded, day(50));
        assert_eq!(figures[0].figure, AbsenceFigure { missed_halves: 2, enrolled_halves: 80 });
    }
}
