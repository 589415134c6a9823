//! A small district to make reports of: schools with a year of weekdays, students, marks, matches.

use daymark_domain::{
    AttendanceStatus, CalendarDay, DayPart, DayType, Enrollment, Mark, MatchId, MentorId, Reach, SchoolDay,
    SchoolId, StudentId,
};
use daymark_reports::{
    ContactFact, Facts, Groups, MatchFacts, RulesInForce, SchoolFacts, StudentFacts, TeamFacts, Told,
};
use serde_json::Value;

pub fn day(text: &str) -> SchoolDay {
    text.parse().unwrap()
}

/// So many weekdays from a day on.
pub fn weekdays(first: &str, count: usize) -> Vec<SchoolDay> {
    let days = (0..).map(|n| day(first).plus(n));
    days.filter(|day| day.week().days().take(5).any(|weekday| weekday == *day)).take(count).collect()
}

pub fn school(number: u8, days: &[SchoolDay]) -> SchoolFacts {
    SchoolFacts {
        id: SchoolId::from_bytes([number; 16]),
        sis_id: format!("S{number}"),
        name: format!("School {number}"),
        negative_reporting: true,
        recorded_through: days.last().copied(),
        calendar: days.iter().map(|day| CalendarDay::new(*day, DayType::Instructional)).collect(),
        rules: RulesInForce::default(),
    }
}

/// A student of the school from its first day on, who missed some of its days.
pub fn student(number: u16, school: &SchoolFacts, absent: &[SchoolDay]) -> StudentFacts {
    let [high, low] = number.to_be_bytes();
    let mut id = [0; 16];
    (id[0], id[1]) = (high, low);
    StudentFacts {
        id: StudentId::from_bytes(id),
        sis_id: format!("{number:04}"),
        grade: Some("07".to_owned()),
        groups: Groups::default(),
        enrollments: vec![Enrollment { school_id: school.id, entry: school.calendar[0].day, exit: None }],
        marks: absent.iter().map(|day| absence(school, *day)).collect(),
        indicators: Vec::new(),
    }
}

pub fn absence(school: &SchoolFacts, day: SchoolDay) -> Mark {
    Mark { school_id: school.id, day, status: AttendanceStatus::AbsentUnexcused, missed: DayPart::WHOLE }
}

pub fn matched(number: u8, school: &SchoolFacts, student: &StudentFacts, start: SchoolDay) -> MatchFacts {
    MatchFacts {
        id: MatchId::from_bytes([number; 16]),
        student_id: student.id,
        student_sis_id: student.sis_id.clone(),
        school_id: school.id,
        mentor_id: MentorId::from_bytes([1; 16]),
        mentor_name: "Ana Ruiz".to_owned(),
        mentor_kind: None,
        start,
        end: None,
        phones: 1,
        last_sync: None,
        told: Told::default(),
        contacts: Vec::new(),
    }
}

pub fn contact(day: SchoolDay, kind: &str, reach: Reach) -> ContactFact {
    ContactFact { day, kind: kind.to_owned(), at: 0, device: "1".to_owned(), reach, wrong_number: false }
}

pub fn facts(as_of: SchoolDay, schools: Vec<SchoolFacts>, students: Vec<StudentFacts>) -> Facts {
    let (rules, matches, team) = (RulesInForce::default(), Vec::new(), TeamFacts::default());
    Facts { as_of, school: None, rules, schools, students, matches, team }
}

/// The report as a program reads it.
pub fn json(name: &str, facts: &Facts) -> Value {
    let name: daymark_reports::ReportName = name.parse().unwrap();
    serde_json::from_slice(&name.make(facts).json().unwrap()).unwrap()
}
