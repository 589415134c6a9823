//! The files that the district sends, in the formats of Grand Bend: OneRoster 1.1 as a folder, and three CSVs
//! for what OneRoster has no field for. Written row by row.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use csv::{Terminator, Writer, WriterBuilder};
use daymark_domain::{AttendanceStatus, DayType};

use crate::District;
use crate::people::{Grade, Guardian, Student};

/// Why an export could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The folder cannot be made.
    #[error("the folder {} cannot be made; choose one that you may write to", path.display())]
    Folder {
        /// Which folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file cannot be written.
    #[error("{} cannot be written; is the disk full, or the folder read-only?", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: csv::Error,
    },
}

/// Writes `oneroster/*.csv`, `attendance.csv`, `calendar.csv` and `student_contacts.csv` into the folder.
pub fn write_export(district: &District, folder: &Path) -> Result<(), ExportError> {
    let oneroster = folder.join("oneroster");
    fs::create_dir_all(&oneroster)
        .map_err(|source| ExportError::Folder { path: oneroster.clone(), source })?;
    let export = Export::of(district);
    export.file(&oneroster, "manifest.csv", "propertyName,value", Export::manifest)?;
    export.file(&oneroster, "orgs.csv", ORGS, Export::orgs)?;
    export.file(&oneroster, "academicSessions.csv", SESSIONS, Export::sessions)?;
    export.file(&oneroster, "courses.csv", COURSES, Export::courses)?;
    export.file(&oneroster, "classes.csv", CLASSES, Export::classes)?;
    export.file(&oneroster, "users.csv", USERS, Export::users)?;
    export.file(&oneroster, "demographics.csv", DEMOGRAPHICS, Export::demographics)?;
    export.file(&oneroster, "enrollments.csv", ENROLLMENTS, Export::enrollments)?;
    export.file(folder, "student_contacts.csv", CONTACTS, Export::student_contacts)?;
    export.file(folder, "calendar.csv", "school_id,date,day_type", Export::calendar)?;
    export.file(folder, "attendance.csv", ATTENDANCE, Export::attendance)
}

const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
const SESSIONS: &str =
    "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear";
const COURSES: &str = "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes";
const CLASSES: &str = "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,\
     schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods";
/// The language is no field of OneRoster 1.1; the format lets a system add columns named `metadata.*` at the right.
const USERS: &str = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,\
     familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,metadata.language";
const DEMOGRAPHICS: &str = "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,\
     blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,\
     hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus";
const ENROLLMENTS: &str = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,\
     primary,beginDate,endDate";
const CONTACTS: &str = "student_id,contact_id,relation,primary,lives_with,emergency,priority,restrictions";
const ATTENDANCE: &str = "student_id,school_id,date,category,reason,duration";

type Rows = Writer<File>;

/// The district with the keys that several files share.
struct Export<'a> {
    district: &'a District,
    year: String,
    first: String,
    last: String,
}

impl<'a> Export<'a> {
    fn of(district: &'a District) -> Self {
        let (first, last) = (district.calendar.first(), district.calendar.last());
        let year = format!("sy{}", last.0.format("%Y"));
        Self { district, year, first: first.to_string(), last: last.to_string() }
    }

    fn file(
        &self,
        folder: &Path,
        name: &str,
        header: &str,
        write: fn(&Self, &mut Rows) -> csv::Result<()>,
    ) -> Result<(), ExportError> {
        let path = folder.join(name);
        let written = || {
            let mut rows = WriterBuilder::new()
                .terminator(Terminator::CRLF)
                .buffer_capacity(1 << 16)
                .from_path(&path)?;
            rows.write_record(header.split(','))?;
            write(self, &mut rows)?;
            Ok(rows.flush()?)
        };
        written().map_err(|source| ExportError::File { path: path.clone(), source })
    }

    fn manifest(&self, rows: &mut Rows) -> csv::Result<()> {
        const BULK: &[&str] =
            &["academicSessions", "classes", "courses", "demographics", "enrollments", "orgs", "users"];
        const ABSENT: &[&str] =
            &["categories", "classResources", "courseResources", "lineItems", "resources", "results"];
        rows.write_record(["manifest.version", "1.0"])?;
        rows.write_record(["oneroster.version", "1.1"])?;
        for (files, state) in [(BULK, "bulk"), (ABSENT, "absent")] {
            for file in files {
                rows.write_record([format!("file.{file}").as_str(), state])?;
            }
        }
        rows.write_record(["source.systemName", "Daymark demo district"])?;
        rows.write_record(["source.systemCode", ""])
    }

    fn orgs(&self, rows: &mut Rows) -> csv::Result<()> {
        let District { sis_id, name, schools, .. } = self.district;
        rows.write_record([sis_id, "", "", name, "district", sis_id, ""])?;
        for school in schools {
            rows.write_record([&school.sis_id, "", "", &school.name, "school", &school.sis_id, *sis_id])?;
        }
        Ok(())
    }

    /// The year, the semester behind today, and the semester that begins today.
    fn sessions(&self, rows: &mut Rows) -> csv::Result<()> {
        let year = self.year.as_str();
        let calendar = &self.district.calendar;
        let (middle, today) = (calendar.last_school_day().to_string(), calendar.today.to_string());
        let (from, to) = (&self.first[..4], &self.last[..4]);
        let title = if from == to { to.to_owned() } else { format!("{from}-{to}") };
        rows.write_record([year, "", "", &title, "schoolYear", &self.first, &self.last, "", to])?;
        let (sem1, sem2) = (format!("{year}-1"), format!("{year}-2"));
        rows.write_record([&sem1, "", "", "First Semester", "semester", &self.first, &middle, year, to])?;
        rows.write_record([&sem2, "", "", "Second Semester", "semester", &today, &self.last, year, to])
    }

    fn courses(&self, rows: &mut Rows) -> csv::Result<()> {
        rows.write_record([
            "homeroom",
            "",
            "",
            &self.year,
            "Homeroom",
            "HR",
            "",
            self.district.sis_id,
            "",
            "",
        ])
    }

    fn classes(&self, rows: &mut Rows) -> csv::Result<()> {
        for school in &self.district.schools {
            for grade in school.level.grades().map(Grade::code) {
                let id = homeroom(&school.sis_id, &grade);
                let title = format!("Homeroom {grade}");
                let (school, year) = (&school.sis_id, &self.year);
                rows.write_record([
                    &id, "", "", &title, &grade, "homeroom", &id, "homeroom", "", school, year, "", "", "",
                ])?;
            }
        }
        Ok(())
    }

    fn users(&self, rows: &mut Rows) -> csv::Result<()> {
        for student in &self.district.students {
            self.student(rows, student)?;
        }
        for guardian in &self.district.guardians {
            self.guardian(rows, guardian)?;
        }
        Ok(())
    }

    fn student(&self, rows: &mut Rows, student: &Student) -> csv::Result<()> {
        let Student { sis_id, given_name, family_name, middle_name, .. } = student;
        let guardians =
            student.contacts.iter().map(|contact| &*self.district.guardians[contact.guardian].sis_id);
        let agents = guardians.collect::<Vec<_>>().join(",");
        let (username, grade) = (format!("s{sis_id}"), student.grade.code());
        let school = &self.district.schools[student.school].sis_id;
        rows.write_record([
            sis_id,
            "",
            "",
            "true",
            school,
            "student",
            &username,
            "",
            given_name,
            family_name,
            middle_name,
            sis_id,
            "",
            "",
            "",
            &agents,
            &grade,
            "",
            "",
        ])
    }

    fn guardian(&self, rows: &mut Rows, guardian: &Guardian) -> csv::Result<()> {
        let Guardian { sis_id, given_name, family_name, sms, phone, language, students, .. } = guardian;
        let students = students.iter().map(|&student| &*self.district.students[student].sis_id);
        let (username, agents) = (format!("g{sis_id}"), students.collect::<Vec<_>>().join(","));
        let district = self.district.sis_id;
        rows.write_record([
            sis_id,
            "",
            "",
            "true",
            district,
            "guardian",
            &username,
            "",
            given_name,
            family_name,
            "",
            "",
            "",
            sms,
            phone,
            &agents,
            "",
            "",
            language,
        ])
    }

    fn demographics(&self, rows: &mut Rows) -> csv::Result<()> {
        for student in &self.district.students {
            let birth_date = student.birth_date.to_string();
            let mut row = [""; 16];
            (row[0], row[3]) = (&student.sis_id, &birth_date);
            rows.write_record(row)?;
        }
        Ok(())
    }

    fn enrollments(&self, rows: &mut Rows) -> csv::Result<()> {
        for student in &self.district.students {
            let school = &self.district.schools[student.school].sis_id;
            let class = homeroom(school, &student.grade.code());
            let (id, begin) = (format!("e-{}-{school}", student.sis_id), student.enrolled_from.to_string());
            rows.write_record([
                &id,
                "",
                "",
                &class,
                school,
                &student.sis_id,
                "student",
                "false",
                &begin,
                &self.last,
            ])?;
        }
        Ok(())
    }

    fn student_contacts(&self, rows: &mut Rows) -> csv::Result<()> {
        for student in &self.district.students {
            for contact in &student.contacts {
                let (guardian, priority) =
                    (&self.district.guardians[contact.guardian].sis_id, contact.priority.to_string());
                let [primary, lives_with, emergency] =
                    [contact.primary, contact.lives_with, contact.emergency].map(word);
                rows.write_record([
                    &student.sis_id,
                    guardian,
                    contact.relation,
                    primary,
                    lives_with,
                    emergency,
                    &priority,
                    contact.restrictions,
                ])?;
            }
        }
        Ok(())
    }

    fn calendar(&self, rows: &mut Rows) -> csv::Result<()> {
        for school in &self.district.schools {
            for day in &self.district.calendar.days {
                rows.write_record([
                    &school.sis_id,
                    day.day.to_string().as_str(),
                    day_type_name(day.day_type),
                ])?;
            }
        }
        Ok(())
    }

    fn attendance(&self, rows: &mut Rows) -> csv::Result<()> {
        for (index, student) in self.district.students.iter().enumerate() {
            let school = &self.district.schools[student.school].sis_id;
            for event in self.district.attendance_of(index) {
                let duration = event.halves.map_or("", |halves| if halves == 1 { "0.5" } else { "1" });
                let (day, category) = (event.day.to_string(), category_name(event.status));
                rows.write_record([&student.sis_id, school, &day, category, event.reason, duration])?;
            }
        }
        Ok(())
    }
}

fn homeroom(school: &str, grade: &str) -> String {
    format!("hr-{school}-{grade}")
}

fn word(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}

/// Ed-Fi's name of a category. It has none for suspensions, which the generator does not make.
fn category_name(status: AttendanceStatus) -> &'static str {
    match status {
        AttendanceStatus::Present | AttendanceStatus::InSchoolSuspension => "In Attendance",
        AttendanceStatus::Tardy => "Tardy",
        AttendanceStatus::EarlyDeparture => "Early departure",
        AttendanceStatus::Partial => "Partial",
        AttendanceStatus::AbsentExcused => "Excused Absence",
        AttendanceStatus::AbsentUnexcused | AttendanceStatus::AbsentSuspension => "Unexcused Absence",
    }
}

/// Ed-Fi's name of a day type.
fn day_type_name(day_type: DayType) -> &'static str {
    match day_type {
        DayType::Instructional => "Instructional day",
        DayType::MakeUp => "Make-up day",
        DayType::Holiday => "Holiday",
        DayType::Weather => "Weather day",
        DayType::Emergency => "Emergency day",
        DayType::Strike => "Strike",
        DayType::TeacherOnly => "Teacher only day",
        DayType::NonInstructional => "Non-instructional day",
    }
}
