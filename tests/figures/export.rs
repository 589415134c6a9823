//! A district's files for a handful of students, in the formats that the import reads.

use std::fs;
use std::path::Path;

use chrono::{Datelike, NaiveDate};

/// So many weekdays from a date on.
pub fn weekdays(first: &str, count: usize) -> Vec<NaiveDate> {
    let first: NaiveDate = first.parse().unwrap();
    first.iter_days().filter(|day| day.weekday().number_from_monday() < 6).take(count).collect()
}

/// The rows of the files.
#[derive(Clone, Default)]
pub struct Export {
    orgs: Vec<String>,
    users: Vec<String>,
    enrollments: Vec<String>,
    calendar: Vec<String>,
    attendance: Vec<String>,
}

impl Export {
    /// A school that teaches on those days.
    pub fn school(&mut self, school: &str, days: &[NaiveDate]) {
        self.orgs.push(format!("{school},School {school},school,district"));
        self.calendar.extend(days.iter().map(|day| format!("{school},{day},Instructional day")));
    }

    /// The calendar says something else of a day of the school.
    pub fn recall(&mut self, school: &str, day: NaiveDate, day_type: &str) {
        let place =
            self.calendar.iter().position(|row| row.starts_with(&format!("{school},{day},"))).unwrap();
        self.calendar[place] = format!("{school},{day},{day_type}");
    }

    /// A student in a school from a day on, gone on the exit day.
    pub fn enrolled(&mut self, student: &str, school: &str, entry: NaiveDate, exit: Option<NaiveDate>) {
        let known = format!("{student},");
        if !self.users.iter().any(|row| row.starts_with(&known)) {
            self.users.push(format!("{student},{school},student,Given,Family,07"));
        }
        let number = self.enrollments.len();
        let exit = exit.map_or(String::new(), |day| day.to_string());
        self.enrollments.push(format!("e{number},{school},{student},student,{entry},{exit}"));
    }

    /// What the school recorded on those days.
    pub fn marked(
        &mut self,
        student: &str,
        school: &str,
        days: &[NaiveDate],
        category: &str,
        duration: &str,
    ) {
        let row = |day: &NaiveDate| format!("{student},{school},{day},{category},,{duration}");
        self.attendance.extend(days.iter().map(row));
    }

    /// Whole days missed.
    pub fn absent(&mut self, student: &str, school: &str, days: &[NaiveDate]) {
        self.marked(student, school, days, "Unexcused Absence", "1");
    }

    /// Writes `oneroster/`, `calendar.csv` and `attendance.csv`.
    pub fn write(&self, folder: &Path) {
        let oneroster = folder.join("oneroster");
        fs::create_dir_all(&oneroster).unwrap();
        let file = |name: &str, header: &str, rows: &[String]| {
            fs::write(folder.join(name), format!("{header}\n{}\n", rows.join("\n"))).unwrap();
        };
        let sessions = ["sy26,2025-2026,schoolYear,2025-08-01,2026-07-01".to_owned()];
        let orgs = [&["district,District,district,".to_owned()], self.orgs.as_slice()].concat();
        file("oneroster/academicSessions.csv", "sourcedId,title,type,startDate,endDate", &sessions);
        file("oneroster/orgs.csv", "sourcedId,name,type,parentSourcedId", &orgs);
        file("oneroster/users.csv", "sourcedId,orgSourcedIds,role,givenName,familyName,grades", &self.users);
        let header = "sourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate";
        file("oneroster/enrollments.csv", header, &self.enrollments);
        file("calendar.csv", "school_id,date,day_type", &self.calendar);
        file("attendance.csv", "student_id,school_id,date,category,reason,duration", &self.attendance);
    }
}
