//! The school's week for its team: facts from the store, added up by the programme's rules (`domain.md` 4). The
//! mentor's contacts and the school's record stand beside each other; neither ever overwrites the other.

use std::collections::{HashMap, HashSet};

use daymark_components::{CellContact, WeekCell};
use daymark_domain::{
    AbsenceFigure, AbsenceSettings, ContactDay, DayType, MatchId, SchoolDay, StudentId, Week, WeekDosage,
};

use super::school_time::{SchoolTime, at, reference_day, year_first};
use crate::store::schools::School;
use crate::store::week::{StudentFigure, Touch, WeekFacts, WeekMatch, WeekQuestion};
use crate::store::{Store, StoreError};

const COMPARED_DAYS: u64 = 28;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Those.
    pub n: u32,
    /// Of these.
    pub of: u32,
}

impl Share {
    fn of(flags: impl IntoIterator<Item = bool>) -> Self {
        flags
            .into_iter()
            .fold(Self::default(), |share, flag| Self { n: share.n + u32::from(flag), of: share.of + 1 })
    }
}

/// When a mentor's phone was last heard from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// No phone is paired.
    NoPhone,
    /// It never synced.
    Never,
    /// Today, so many minutes past midnight.
    Today(u16),
    /// Not since that day.
    Since(SchoolDay),
}

/// One match's week.
pub struct WeekRow {
    /// The match, with names.
    pub of: WeekMatch,
    /// A cell a column.
    pub cells: Vec<WeekCell>,
    /// Contacts against the model.
    pub dosage: WeekDosage,
    /// The student's year to date; none when the student is not enrolled any more.
    pub figure: Option<AbsenceFigure>,
    /// The mentor's phone.
    pub heard: Heard,
}

/// Everything that the page shows.
pub struct WeekView {
    /// The school.
    pub school: School,
    /// The week shown.
    pub week: Week,
    /// The week that today lies in.
    pub this_week: Week,
    /// Whether the calendar knows any day of it.
    pub has_calendar: bool,
    /// The columns: Monday to Friday, and weekend days on which school is held.
    pub days: Vec<SchoolDay>,
    /// A row a match, by the student's name.
    pub rows: Vec<WeekRow>,
    /// Chronically absent students of the school; each counts once.
    pub chronic: Share,
    /// The same four weeks earlier.
    pub chronic_before: Share,
    /// Matches that met the model, of those whose week has school days.
    pub met: Share,
    /// The same the week before.
    pub met_before: Share,
    /// Matched students whom no mentor reached, of all matched students.
    pub without_contact: Share,
    /// Mentors whose phones were not heard from today, of all with a phone.
    pub silent: Share,
}

/// The week of the school; the one that today lies in unless another is named.
pub async fn week(
    store: &dyn Store,
    school: School,
    monday: Option<SchoolDay>,
    now: i64,
) -> Result<WeekView, StoreError> {
    let this_week = reference_day(&school, now).week();
    let week = monday.map_or(this_week, SchoolDay::week);
    let year_first = year_first(week.monday);
    let through = school.recorded_through.unwrap_or(year_first.minus(1)).min(week.sunday());
    let question = WeekQuestion {
        school_id: school.id,
        first: week.previous().monday,
        last: week.sunday(),
        year_first,
        through,
        compared_through: through.minus(COMPARED_DAYS),
    };
    let facts = store.week(question).await?;
    let now = at(&school, now);
    Ok(assemble(school, week, this_week, now, facts))
}

fn assemble(school: School, week: Week, this_week: Week, now: SchoolTime, facts: WeekFacts) -> WeekView {
    let lookup = Lookup::of(&facts);
    let days: Vec<SchoolDay> = week
        .days()
        .enumerate()
        .filter(|(n, day)| *n < 5 || lookup.is_school(*day))
        .map(|(_, day)| day)
        .collect();
    let shown = facts.matches.iter().filter(|of| is_active_in(of, week));
    let rows: Vec<WeekRow> = shown
        .map(|of| WeekRow {
            cells: days.iter().map(|day| lookup.cell(of, *day, now.day)).collect(),
            dosage: lookup.dosage(of, week),
            figure: lookup.figures.get(&of.student_id).copied(),
            heard: heard(&school, of, now),
            of: of.clone(),
        })
        .collect();
    let before = facts.matches.iter().filter(|of| is_active_in(of, week.previous()));
    WeekView {
        has_calendar: week.days().any(|day| lookup.calendar.contains_key(&day)),
        chronic: chronic(&facts.figures),
        chronic_before: chronic(&facts.compared),
        met: Share::of(rows.iter().filter_map(|row| row.dosage.met())),
        met_before: Share::of(before.filter_map(|of| lookup.dosage(of, week.previous()).met())),
        without_contact: without_contact(&rows),
        silent: silent(&rows),
        school,
        week,
        this_week,
        days,
        rows,
    }
}

fn is_active_in(of: &WeekMatch, week: Week) -> bool {
    of.start_day <= week.sunday() && of.end_day.is_none_or(|end| end > week.monday)
}

/// The facts by what they are asked by.
struct Lookup {
    calendar: HashMap<SchoolDay, DayType>,
    touches: HashMap<(MatchId, SchoolDay), Touch>,
    absences: HashSet<(StudentId, SchoolDay)>,
    figures: HashMap<StudentId, AbsenceFigure>,
}

impl Lookup {
    fn of(facts: &WeekFacts) -> Self {
        Self {
            calendar: facts.calendar.iter().copied().collect(),
            touches: facts.touches.iter().map(|touch| ((touch.match_id, touch.day), touch.touch)).collect(),
            absences: facts.absences.iter().map(|absence| (absence.student_id, absence.day)).collect(),
            figures: facts.figures.iter().map(|row| (row.student_id, row.figure)).collect(),
        }
    }

    /// A day that no calendar names is no school day: guessing would put days into denominators.
    fn is_school(&self, day: SchoolDay) -> bool {
        self.calendar.get(&day).is_some_and(|kind| kind.is_instructional())
    }

    fn contact(&self, of: &WeekMatch, day: SchoolDay) -> Option<CellContact> {
        match self.touches.get(&(of.id, day))? {
            Touch::Greeted => Some(CellContact::Greeted),
            Touch::Met => Some(CellContact::Met),
            Touch::Called => Some(CellContact::Called),
            Touch::CalledFamily => Some(CellContact::CalledFamily),
            Touch::Tried => None,
        }
    }

    fn cell(&self, of: &WeekMatch, day: SchoolDay, today: SchoolDay) -> WeekCell {
        WeekCell {
            day,
            school: self.is_school(day),
            ahead: day > today,
            contact: self.contact(of, day),
            absent: self.absences.contains(&(of.student_id, day)),
        }
    }

    fn dosage(&self, of: &WeekMatch, week: Week) -> WeekDosage {
        let in_match = |day| of.start_day <= day && of.end_day.is_none_or(|end| day < end);
        WeekDosage::of(week.days().map(|day| ContactDay {
            available: self.is_school(day) && in_match(day),
            reached_student: self.touches.get(&(of.id, day)).is_some_and(|touch| *touch >= Touch::Called),
        }))
    }
}

fn heard(school: &School, of: &WeekMatch, now: SchoolTime) -> Heard {
    match of.last_sync_at.map(|moment| at(school, moment)) {
        _ if of.phones == 0 => Heard::NoPhone,
        None => Heard::Never,
        Some(last) if last.day == now.day => Heard::Today(last.minute),
        Some(last) => Heard::Since(last.day),
    }
}

/// Students with too few days to be labelled are in neither number (T7).
fn chronic(figures: &[StudentFigure]) -> Share {
    let settings = AbsenceSettings::default();
    let counted = figures.iter().filter(|row| !row.figure.is_provisional(settings));
    Share::of(counted.map(|row| row.figure.tier().is_chronic()))
}

/// Two mentors of one student are two rows and one student.
fn without_contact(rows: &[WeekRow]) -> Share {
    let expected = || rows.iter().filter(|row| row.dosage.available > 0);
    let students: HashSet<StudentId> = expected().map(|row| row.of.student_id).collect();
    let reached: HashSet<StudentId> =
        expected().filter(|row| row.dosage.done > 0).map(|row| row.of.student_id).collect();
    Share::of(students.iter().map(|student| !reached.contains(student)))
}

fn silent(rows: &[WeekRow]) -> Share {
    let mentors: HashMap<_, _> = rows
        .iter()
        .filter(|row| row.heard != Heard::NoPhone)
        .map(|row| (row.of.mentor_id, row.heard))
        .collect();
    Share::of(mentors.values().map(|heard| !matches!(heard, Heard::Today(_))))
}

#[cfg(test)]
mod tests {
    use daymark_domain::{MentorId, SchoolId};

    use super::*;
    use crate::store::week::{DayTouch, OfficialAbsence};

    // Tuesday 14 October 2025, 9:00 in Chicago.
    const NOW: i64 = 1_760_450_400;

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    fn school() -> School {
        School {
            id: SchoolId::random(),
            sis_id: "1".into(),
            name: "Lincoln Middle".into(),
            time_zone: "America/Chicago".into(),
            bell_minute: None,
            recorded_through: Some(day("2025-10-13")),
            last_calendar_day: Some(day("2026-05-29")),
            seq: 0,
        }
    }

    fn of(student_id: StudentId, last_sync_at: Option<i64>) -> WeekMatch {
        WeekMatch {
            id: MatchId::random(),
            student_id,
            student_name: "Tyrone Dyer".into(),
            grade: Some("7".into()),
            mentor_id: MentorId::random(),
            mentor_name: "Ana Ruiz".into(),
            start_day: day("2025-09-01"),
            end_day: None,
            phones: 1,
            last_sync_at,
        }
    }

    fn view(facts: WeekFacts) -> WeekView {
        let week = day("2025-10-13").week();
        let school = school();
        let now = at(&school, NOW);
        assemble(school, week, week, now, facts)
    }

    /// Two school weeks; the Monday shown is a holiday.
    fn calendar() -> Vec<(SchoolDay, DayType)> {
        let weekdays = day("2025-10-06").week().days().take(5).chain(day("2025-10-13").week().days().take(5));
        weekdays
            .map(|date| {
                (date, if date == day("2025-10-13") { DayType::Holiday } else { DayType::Instructional })
            })
            .collect()
    }

    #[test]
    fn a_contact_and_an_absence_of_one_day_are_both_shown() {
        let tyrone = of(StudentId::random(), None);
        let touch = |date, touch| DayTouch { match_id: tyrone.id, day: day(date), touch };
        let absence =
            |date| OfficialAbsence { student_id: tyrone.student_id, day: day(date), missed_halves: 2 };
        let view = view(WeekFacts {
            calendar: calendar(),
            touches: vec![touch("2025-10-14", Touch::Greeted), touch("2025-10-15", Touch::Tried)],
            absences: vec![absence("2025-10-14"), absence("2025-10-15")],
            matches: vec![tyrone],
            ..WeekFacts::default()
        });
        let cells: Vec<_> = view.rows[0]
            .cells
            .iter()
            .map(|cell| (cell.school, cell.contact, cell.absent, cell.ahead))
            .collect();
        let expected = [
            (false, None, false, false),
            (true, Some(CellContact::Greeted), true, false),
            (true, None, true, true),
            (true, None, false, true),
            (true, None, false, true),
        ];
        assert_eq!(cells, expected);
        assert_eq!(view.rows[0].dosage, WeekDosage { available: 4, done: 1 });
    }

    #[test]
    fn two_mentors_of_one_student_are_two_rows_and_one_student() {
        let student = StudentId::random();
        let (ana, ben) = (of(student, Some(NOW)), of(student, Some(NOW - 5 * 86_400)));
        let touches = vec![DayTouch { match_id: ana.id, day: day("2025-10-14"), touch: Touch::Called }];
        let view = view(WeekFacts {
            calendar: calendar(),
            touches,
            matches: vec![ana, ben],
            ..WeekFacts::default()
        });
        assert_eq!(view.rows.len(), 2);
        assert_eq!(view.without_contact, Share { n: 0, of: 1 });
        assert_eq!(view.silent, Share { n: 1, of: 2 });
        assert_eq!(view.rows[0].heard, Heard::Today(9 * 60));
        assert_eq!(view.rows[1].heard, Heard::Since(day("2025-10-09")));
    }

    #[test]
    fn a_week_without_school_counts_for_nobody_and_a_match_that_ended_before_is_not_shown() {
        let gone = WeekMatch { end_day: Some(day("2025-10-10")), ..of(StudentId::random(), None) };
        let touches = ["2025-10-06", "2025-10-07", "2025-10-08"].map(|date| DayTouch {
            match_id: gone.id,
            day: day(date),
            touch: Touch::Met,
        });
        let holiday = calendar().into_iter().map(|(date, kind)| match date >= day("2025-10-13") {
            true => (date, DayType::Holiday),
            false => (date, kind),
        });
        let view = view(WeekFacts {
            calendar: holiday.collect(),
            touches: touches.to_vec(),
            matches: vec![gone, of(StudentId::random(), None)],
            ..WeekFacts::default()
        });
        assert_eq!(view.rows.len(), 1);
        assert_eq!((view.met, view.met_before), (Share { n: 0, of: 0 }, Share { n: 1, of: 2 }));
        assert_eq!(view.without_contact, Share::default());
    }

    #[test]
    fn the_share_of_chronic_students_leaves_out_those_with_too_few_days() {
        let figure = |missed, enrolled| StudentFigure {
            student_id: StudentId::random(),
            figure: AbsenceFigure::from_days(missed, enrolled),
        };
        let view = view(WeekFacts {
            figures: vec![figure(3, 30), figure(2, 30), figure(5, 9), figure(0, 0)],
            ..WeekFacts::default()
        });
        assert_eq!(view.chronic, Share { n: 1, of: 2 });
    }
}
