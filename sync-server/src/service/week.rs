//! The school's week for its team: facts from the store, added up by the programme's rules (`domain.md` 4). The
//! mentor's contacts and the school's record stand beside each other; neither ever overwrites the other.

use std::collections::{BTreeMap, HashMap, HashSet};

use daymark_components::{CellContact, WeekCell};
use daymark_domain::{DayType, MatchId, Reach, SchoolDay, Standing, StudentId, TierCounts, Week, WeekDosage};
use daymark_reports::{ContactFact, Facts, TeamWeek, team_week};

use super::school_time::{SchoolTime, at, reference_day};
use crate::reports::{Past, Question, ReportError, facts};
use crate::store::Store;
use crate::store::schools::School;
use crate::store::week::{WeekMatch, WeekQuestion};

pub use daymark_domain::Share;

const COMPARED_DAYS: u64 = 28;

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
    /// Dates of the week on which the model wants a contact.
    pub wanted: u32,
    /// The student's year to date; none when the student is not enrolled any more.
    pub standing: Option<Standing>,
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

/// The first and the last day of the week that is shown.
pub fn days_shown(school: &School, monday: Option<SchoolDay>, now: i64) -> (SchoolDay, SchoolDay) {
    let week = monday.unwrap_or_else(|| reference_day(school, now)).week();
    (week.monday, week.sunday())
}

/// The week of the school; the one that today lies in unless another is named.
pub async fn week(
    store: &dyn Store,
    school: School,
    monday: Option<SchoolDay>,
    now: i64,
) -> Result<WeekView, ReportError> {
    let this_week = reference_day(&school, now).week();
    let week = monday.map_or(this_week, SchoolDay::week);
    let (first, last) = (week.previous().monday, week.sunday());
    // Two weeks of contacts are looked at: this one, and the one that it is compared with.
    let past = Past::ContactsFrom(first);
    let question = Question { school: Some(school.id), as_of: Some(last), past, ..Question::default() };
    let facts = facts(store, &question).await?;
    let matches = store.week_matches(WeekQuestion { school_id: school.id, first, last }).await?;
    let now = at(&school, now);
    Ok(assemble(school, week, this_week, now, matches, &facts))
}

fn assemble(
    school: School,
    week: Week,
    this_week: Week,
    now: SchoolTime,
    matches: Vec<WeekMatch>,
    facts: &Facts,
) -> WeekView {
    let lookup = Lookup::of(&school, week, facts);
    let days: Vec<SchoolDay> = week
        .days()
        .enumerate()
        .filter(|(n, day)| *n < 5 || lookup.is_school(*day))
        .map(|(_, day)| day)
        .collect();
    let shown = matches.iter().filter(|of| is_active_in(of, week));
    let rows: Vec<WeekRow> = shown
        .map(|of| WeekRow {
            cells: days.iter().map(|day| lookup.cell(of, *day, now.day)).collect(),
            dosage: lookup.dosage(of, week).0,
            wanted: lookup.dosage(of, week).1,
            standing: lookup.figures.standings.get(&of.student_id).copied(),
            heard: heard(&school, of, now),
            of: of.clone(),
        })
        .collect();
    let before = matches.iter().filter(|of| is_active_in(of, week.previous()));
    WeekView {
        has_calendar: week.days().any(|day| lookup.calendar.contains_key(&day)),
        chronic: chronic(&lookup.figures.standings),
        chronic_before: chronic(&lookup.figures.compared),
        met: Share::of(rows.iter().filter_map(|row| met((row.dosage, row.wanted)))),
        met_before: Share::of(before.filter_map(|of| met(lookup.dosage(of, week.previous())))),
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

/// A week counts as soon as it has its contacts; none without a school day in it.
fn met((dosage, wanted): (WeekDosage, u32)) -> Option<bool> {
    (dosage.available > 0).then_some(dosage.done >= wanted)
}

/// The facts by what they are asked by.
struct Lookup {
    calendar: HashMap<SchoolDay, DayType>,
    contacts: HashMap<(MatchId, SchoolDay), CellContact>,
    figures: TeamWeek,
}

impl Lookup {
    fn of(school: &School, week: Week, facts: &Facts) -> Self {
        let calendar = facts.school(school.id).map_or(&[][..], |school| &school.calendar);
        let nothing_yet = week.monday.minus(366);
        let through = school.recorded_through.unwrap_or(nothing_yet).min(week.sunday());
        Self {
            calendar: calendar.iter().map(|day| (day.day, day.day_type)).collect(),
            contacts: strongest(facts),
            figures: team_week(facts, school.id, through, through.minus(COMPARED_DAYS)),
        }
    }

    /// A day that no calendar names is no school day: guessing would put days into denominators.
    fn is_school(&self, day: SchoolDay) -> bool {
        self.calendar.get(&day).is_some_and(|kind| kind.is_instructional())
    }

    fn cell(&self, of: &WeekMatch, day: SchoolDay, today: SchoolDay) -> WeekCell {
        WeekCell {
            day,
            school: self.is_school(day),
            ahead: day > today,
            contact: self.contacts.get(&(of.id, day)).copied(),
            absent: self.figures.absences.contains(&(of.student_id, day)),
        }
    }

    /// The week of a match, with the dates that are wanted of it.
    fn dosage(&self, of: &WeekMatch, week: Week) -> (WeekDosage, u32) {
        let weeks = self.figures.weeks.get(&of.id).map_or(&[][..], Vec::as_slice);
        let found = weeks.iter().find(|of_match| of_match.week == week);
        found.map_or_else(Default::default, |of_match| (of_match.dosage, of_match.wanted))
    }
}

/// The strongest contact of a match on a day stands for it; what reached nobody is none.
fn strongest(facts: &Facts) -> HashMap<(MatchId, SchoolDay), CellContact> {
    let mut strongest: HashMap<(MatchId, SchoolDay), (u8, CellContact)> = HashMap::new();
    for of in &facts.matches {
        for (contact, found) in of.contacts.iter().filter_map(|entry| Some((entry, touch(entry)?))) {
            let kept = strongest.entry((of.id, contact.day)).or_insert(found);
            if found.0 > kept.0 {
                *kept = found;
            }
        }
    }
    strongest.into_iter().map(|(key, (_, contact))| (key, contact)).collect()
}

fn touch(entry: &ContactFact) -> Option<(u8, CellContact)> {
    match (entry.reach, entry.kind.as_str()) {
        (Reach::Student, "door_greeting") => Some((4, CellContact::Greeted)),
        (Reach::Student, kind) if kind.ends_with("_call") || kind == "text" => Some((2, CellContact::Called)),
        (Reach::Student, _) => Some((3, CellContact::Met)),
        (Reach::Family, _) => Some((1, CellContact::CalledFamily)),
        (Reach::Nobody, _) => None,
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

/// Students with too few days, or too many unmarked ones, are in neither number (T7, T17).
fn chronic(standings: &BTreeMap<StudentId, Standing>) -> Share {
    let counts: TierCounts = standings.values().map(|standing| standing.tier).collect();
    Share { n: counts.chronic(), of: counts.labelled() }
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
    use daymark_domain::{AttendanceStatus, CalendarDay, DayPart, Enrollment, Mark, MentorId, SchoolId};
    use daymark_reports::{Groups, MatchFacts, RulesInForce, SchoolFacts, StudentFacts};

    use super::*;

    // Tuesday 14 October 2025, 9:00 in Chicago.
    const NOW: i64 = 1_760_450_400;

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    fn lincoln() -> SchoolId {
        SchoolId::from_bytes([1; 16])
    }

    fn school() -> School {
        School {
            id: lincoln(),
            sis_id: "1".into(),
            name: "Lincoln Middle".into(),
            time_zone: "America/Chicago".into(),
            bell_minute: None,
            recorded_through: Some(day("2025-10-15")),
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

    /// What a match's mentor recorded: a date, a kind, whom it reached.
    type Recorded = (&'static str, &'static str, Reach);

    fn match_facts(of: &WeekMatch, contacts: &[Recorded]) -> MatchFacts {
        let entry = |(date, kind, reach): &Recorded| ContactFact {
            day: day(date),
            kind: (*kind).to_owned(),
            at: 0,
            device: "1".to_owned(),
            reach: *reach,
            wrong_number: false,
        };
        MatchFacts {
            id: of.id,
            student_id: of.student_id,
            student_sis_id: of.student_id.to_string(),
            school_id: lincoln(),
            mentor_id: of.mentor_id,
            mentor_name: of.mentor_name.clone(),
            mentor_kind: None,
            start: of.start_day,
            end: of.end_day,
            phones: of.phones,
            last_sync: None,
            contacts: contacts.iter().map(entry).collect(),
            told: daymark_reports::Told::default(),
        }
    }

    fn student(id: StudentId, absent: &[&str]) -> StudentFacts {
        let mark = |date: &&str| Mark {
            school_id: lincoln(),
            day: day(date),
            status: AttendanceStatus::AbsentUnexcused,
            missed: DayPart::WHOLE,
        };
        StudentFacts {
            id,
            sis_id: id.to_string(),
            grade: Some("7".into()),
            groups: Groups::default(),
            enrollments: vec![Enrollment { school_id: lincoln(), entry: day("2025-08-25"), exit: None }],
            marks: absent.iter().map(mark).collect(),
            indicators: Vec::new(),
        }
    }

    fn facts(
        calendar: Vec<(SchoolDay, DayType)>,
        students: Vec<StudentFacts>,
        matches: Vec<MatchFacts>,
    ) -> Facts {
        let calendar = calendar.into_iter().map(|(date, kind)| CalendarDay::new(date, kind)).collect();
        let lincoln_facts = SchoolFacts {
            id: lincoln(),
            sis_id: "1".into(),
            name: "Lincoln Middle".into(),
            negative_reporting: true,
            recorded_through: school().recorded_through,
            calendar,
            rules: RulesInForce::default(),
        };
        Facts {
            as_of: day("2025-10-19"),
            school: Some(lincoln()),
            rules: RulesInForce::default(),
            schools: vec![lincoln_facts],
            students,
            matches,
            team: daymark_reports::TeamFacts::default(),
        }
    }

    fn view(matches: Vec<WeekMatch>, facts: &Facts) -> WeekView {
        let week = day("2025-10-13").week();
        let school = school();
        let now = at(&school, NOW);
        assemble(school, week, week, now, matches, facts)
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
        let contacts =
            [("2025-10-14", "door_greeting", Reach::Student), ("2025-10-15", "door_greeting", Reach::Nobody)];
        let facts = facts(
            calendar(),
            vec![student(tyrone.student_id, &["2025-10-13", "2025-10-14", "2025-10-15"])],
            vec![match_facts(&tyrone, &contacts)],
        );
        let view = view(vec![tyrone], &facts);
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
        assert_eq!(
            (view.rows[0].dosage, view.rows[0].wanted),
            (WeekDosage { available: 4, done: 1, wanted: 3 }, 3)
        );
        let figure = view.rows[0].standing.unwrap().figure;
        assert_eq!(figure, daymark_domain::AbsenceFigure::from_days(2, 7));
    }

    #[test]
    fn the_strongest_contact_of_a_day_stands_for_it() {
        let tyrone = of(StudentId::random(), None);
        let contacts = [
            ("2025-10-14", "wake_up_call", Reach::Family),
            ("2025-10-14", "one_on_one", Reach::Student),
            ("2025-10-14", "wake_up_call", Reach::Student),
            ("2025-10-15", "wake_up_call", Reach::Family),
        ];
        let facts =
            facts(calendar(), vec![student(tyrone.student_id, &[])], vec![match_facts(&tyrone, &contacts)]);
        let view = view(vec![tyrone], &facts);
        let contacts: Vec<_> = view.rows[0].cells.iter().map(|cell| cell.contact).collect();
        assert_eq!(contacts[1..3], [Some(CellContact::Met), Some(CellContact::CalledFamily)]);
        assert_eq!(view.rows[0].dosage.done, 1);
    }

    #[test]
    fn two_mentors_of_one_student_are_two_rows_and_one_student() {
        let tyrone = StudentId::random();
        let (ana, ben) = (of(tyrone, Some(NOW)), of(tyrone, Some(NOW - 5 * 86_400)));
        let called = [("2025-10-14", "wake_up_call", Reach::Student)];
        let facts = facts(
            calendar(),
            vec![student(tyrone, &[])],
            vec![match_facts(&ana, &called), match_facts(&ben, &[])],
        );
        let view = view(vec![ana, ben], &facts);
        assert_eq!(view.rows.len(), 2);
        assert_eq!(view.without_contact, Share { n: 0, of: 1 });
        assert_eq!(view.silent, Share { n: 1, of: 2 });
        assert_eq!(view.rows[0].heard, Heard::Today(9 * 60));
        assert_eq!(view.rows[1].heard, Heard::Since(day("2025-10-09")));
    }

    #[test]
    fn a_week_without_school_counts_for_nobody_and_a_match_that_ended_before_is_not_shown() {
        let gone = WeekMatch { end_day: Some(day("2025-10-10")), ..of(StudentId::random(), None) };
        let other = of(StudentId::random(), None);
        let met = ["2025-10-06", "2025-10-07", "2025-10-08"].map(|date| (date, "one_on_one", Reach::Student));
        let holiday = calendar().into_iter().map(|(date, kind)| match date >= day("2025-10-13") {
            true => (date, DayType::Holiday),
            false => (date, kind),
        });
        let facts = facts(
            holiday.collect(),
            vec![student(gone.student_id, &[]), student(other.student_id, &[])],
            vec![match_facts(&gone, &met), match_facts(&other, &[])],
        );
        let view = view(vec![gone, other], &facts);
        assert_eq!(view.rows.len(), 1);
        assert_eq!((view.met, view.met_before), (Share { n: 0, of: 0 }, Share { n: 1, of: 2 }));
        assert_eq!(view.without_contact, Share::default());
    }

    #[test]
    fn the_share_of_chronic_students_leaves_out_those_with_too_few_days() {
        let weekdays = (0..6).flat_map(|n| day("2025-09-08").plus(7 * n).week().days().take(5));
        let calendar = weekdays.map(|date| (date, DayType::Instructional)).collect();
        let late = Enrollment { school_id: lincoln(), entry: day("2025-10-13"), exit: None };
        let new = StudentFacts {
            enrollments: vec![late],
            ..student(StudentId::random(), &["2025-10-13", "2025-10-14"])
        };
        let chronic = student(StudentId::random(), &["2025-09-09", "2025-09-10", "2025-09-11"]);
        let present = student(StudentId::random(), &["2025-09-09", "2025-09-10"]);
        let view = view(Vec::new(), &facts(calendar, vec![new, chronic, present], Vec::new()));
        assert_eq!(view.chronic, Share { n: 1, of: 2 });
    }
}
