//! A small district as plain values: what a clerk would write on paper.
//!
//! Nothing here is a type of `daymark-domain`, so that the naive arithmetic cannot lean on it.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;

/// Ten-thousandths of a school day: the whole.
pub const WHOLE: u64 = 10_000;

/// A word of the settings with the value that differs from the default.
pub type Settings = BTreeMap<String, String>;

/// What a school's calendar says of a date.
#[derive(Clone, PartialEq)]
pub struct DayOfSchool {
    pub kind: &'static str,
    pub value: u64,
}

#[derive(Clone, PartialEq)]
pub struct School {
    pub number: u8,
    pub negative_reporting: bool,
    pub recorded_through: Option<NaiveDate>,
    pub calendar: BTreeMap<NaiveDate, DayOfSchool>,
}

#[derive(Clone, PartialEq)]
pub struct Enrollment {
    pub school: u8,
    pub entry: NaiveDate,
    pub exit: Option<NaiveDate>,
}

#[derive(Clone, PartialEq)]
pub struct Mark {
    pub status: &'static str,
    pub missed: u64,
}

#[derive(Clone, PartialEq)]
pub struct Student {
    pub number: usize,
    pub enrollments: Vec<Enrollment>,
    /// By date and school: one record in force each.
    pub marks: BTreeMap<(NaiveDate, u8), Mark>,
}

#[derive(Clone, PartialEq)]
pub struct District {
    pub settings: Settings,
    pub as_of: NaiveDate,
    pub schools: Vec<School>,
    pub students: Vec<Student>,
}

impl District {
    pub fn school(&self, number: u8) -> &School {
        self.schools.iter().find(|school| school.number == number).expect("every school named is there")
    }
}

/// Ten-thousandths as days.
pub fn days(parts: u64) -> String {
    let text = format!("{}.{:04}", parts / WHOLE, parts % WHOLE);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The district in words, for the person who looks for the fault.
impl fmt::Display for District {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "As of {} with settings {:?}.", self.as_of, self.settings)?;
        for school in &self.schools {
            let reporting = if school.negative_reporting { "negative" } else { "positive" };
            let through = school.recorded_through.map_or("nothing".to_owned(), |day| day.to_string());
            writeln!(
                f,
                "School {}: {reporting} reporting, recorded through {through}. Its calendar:",
                school.number
            )?;
            for (day, what) in &school.calendar {
                writeln!(f, "    {day} {} {} worth {}", day.format("%a"), what.kind, days(what.value))?;
            }
        }
        for student in &self.students {
            writeln!(f, "Student {}:", student.number)?;
            for Enrollment { school, entry, exit } in &student.enrollments {
                let exit = exit.map_or("stays".to_owned(), |day| format!("is gone on {day}"));
                writeln!(f, "    enters school {school} on {entry} and {exit}")?;
            }
            for ((day, school), mark) in &student.marks {
                writeln!(f, "    {day} at school {school}: {} of {}", mark.status, days(mark.missed))?;
            }
        }
        Ok(())
    }
}
