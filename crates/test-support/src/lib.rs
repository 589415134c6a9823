//! The demo district, a fixed clock, and where Grand Bend lies.
//!
//! [`generate`] makes a whole district from a seed, a size and a day: the same three give the same bytes on every
//! machine. Schools, people, mentors and matches are held; attendance and contacts are drawn anew for each
//! student who is asked for, so that 65,000 students fit. [`write_export`] writes the files that such a district
//! sends. Nothing in here reads a clock, and nobody in it exists.

mod attendance;
mod calendar;
mod clock;
mod contacts;
mod export;
mod grand_bend;
mod mentors;
mod names;
mod people;
mod prng;

use chrono_tz::Tz;
use daymark_domain::{AbsenceFigure, SchoolDay};

pub use attendance::{AttendanceEvent, AttendanceHabit};
pub use calendar::{CalendarDay, SchoolCalendar};
pub use clock::FixedClock;
pub use contacts::{Contact, ContactEntry};
pub use export::{ExportError, write_export};
pub use grand_bend::grand_bend;
pub use mentors::{DEMO_MENTOR, DEMO_MENTOR_EMAIL, Match, Mentor, MentorKind};
pub use people::{Grade, Guardian, School, SchoolLevel, Student, StudentContact};

/// What a district is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DistrictPlan {
    /// Another seed, another district.
    pub seed: u64,
    /// How many schools: elementary, middle and high in turn.
    pub schools: usize,
    /// How many students over all schools.
    pub students: usize,
    /// The day that the district is looked at; always a school day in it.
    pub today: SchoolDay,
    /// How many weeks back contacts are made up for.
    pub weeks_of_contacts: u32,
    /// The zone of the district's clock.
    pub zone: Tz,
}

impl DistrictPlan {
    /// The demo: three schools, 900 students.
    pub fn demo(today: SchoolDay) -> Self {
        Self {
            seed: 2016,
            schools: 3,
            students: 900,
            today,
            weeks_of_contacts: 8,
            zone: Tz::America__Chicago,
        }
    }
    /// A district of that many students, in schools of about 650.
    pub fn large(today: SchoolDay, students: usize) -> Self {
        Self { schools: (students / 650).max(3), students, ..Self::demo(today) }
    }
}

/// A district. No `Debug`: it holds people.
pub struct District {
    /// What it was made from.
    pub plan: DistrictPlan,
    /// Its key in the export.
    pub sis_id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The school year, the same for all schools.
    pub calendar: SchoolCalendar,
    /// The schools.
    pub schools: Vec<School>,
    /// The students, by school and grade.
    pub students: Vec<Student>,
    /// The adults whom the schools may call.
    pub guardians: Vec<Guardian>,
    /// The mentors.
    pub mentors: Vec<Mentor>,
    /// Who is matched with whom.
    pub matches: Vec<Match>,
}

/// Makes the district.
pub fn generate(plan: &DistrictPlan) -> District {
    let calendar = SchoolCalendar::around(plan.today, plan.seed);
    let schools = people::schools(plan.schools);
    let people::People { students, guardians } = people::people(plan, &schools, &calendar);
    let mut district = District {
        plan: *plan,
        sis_id: "410000",
        name: "Harbor Point Unified School District",
        calendar,
        schools,
        students,
        guardians,
        mentors: Vec::new(),
        matches: Vec::new(),
    };
    mentors::staff(&mut district);
    district
}

impl District {
    /// The events of one of the students up to the last school day, in order.
    pub fn attendance_of(&self, student: usize) -> Vec<AttendanceEvent> {
        attendance::events(self.plan.seed, student, &self.students[student], &self.calendar.past_school_days)
    }
    /// How much of school one of the students has missed up to the last school day.
    pub fn absence_figure(&self, student: usize) -> AbsenceFigure {
        attendance::figure(
            &self.students[student],
            &self.attendance_of(student),
            &self.calendar.past_school_days,
        )
    }
    /// What a match's mentor recorded in the plan's past weeks, in the order of recording.
    pub fn contacts_of(&self, matched: &Match) -> Vec<Contact> {
        contacts::contacts_of(self, matched)
    }
    /// The demo mentor's index among the mentors.
    pub fn demo_mentor(&self) -> Option<usize> {
        self.mentors.iter().position(|mentor| mentor.email == DEMO_MENTOR_EMAIL)
    }
    /// The matches of one of the mentors.
    pub fn caseload(&self, mentor: usize) -> impl Iterator<Item = &Match> {
        self.matches.iter().filter(move |matched| matched.mentor == mentor)
    }
}
