//! Schools, staff, mentors and matches.

use std::path::Path;

use daymark_domain::{MatchId, MentorId, SchoolDay, SchoolId, StudentId, UserId};
use daymark_server::auth::password;
use daymark_server::imports::{
    ImportOptions, ImportReport, import_attendance, import_calendar, import_oneroster,
};
use daymark_server::store::accounts::{NewAccount, Role};
use daymark_server::store::matches::{NewMatch, StudentSearch};
use daymark_server::store::schools::{School, SchoolSettings};
use daymark_test_support::{DistrictPlan, generate, write_export};

use crate::contacts::{self, Caseload};
use crate::invite::{Invitation, busiest, invite_mentor};
use crate::mentors::{self, At};
use crate::years;
use crate::{DEMO_PASSWORD, DemoError, Workshop};

/// The demo's bell, 8:05.
const BELL_MINUTE: u16 = 8 * 60 + 5;
/// A caseload as one mentor of a real district gets it.
const CASELOAD: u32 = 25;

/// What was made.
pub struct Made {
    /// What the imports said.
    pub imports: Vec<ImportReport>,
    /// How many entries of mentors were synced.
    pub entries: u64,
}

/// Makes the generated district with half a year of attendance, mentors, matches and what they did.
pub async fn make(workshop: &Workshop, plan: &DistrictPlan, now: i64) -> Result<Made, DemoError> {
    let district = generate(plan);
    let folder = tempfile::tempdir()?;
    write_export(&district, folder.path())?;
    let imports = import_folder(workshop, folder.path(), plan.zone.name(), now)?;
    let staff = add_staff_everywhere(workshop, now).await?;
    let mut entries = 0;
    for (n, mentor) in district.mentors.iter().enumerate() {
        let sis_id = &district.schools[mentor.school].sis_id;
        let (school, by) = staff
            .iter()
            .find_map(|(school, by)| (school.sis_id == *sis_id).then_some((school.id, *by)))
            .ok_or(DemoError::Missing("a school of the district was not imported"))?;
        let mentor_id = mentors::add_clear(workshop, At { school, by, at: now }, &mentor.name, n).await?;
        let mut caseload = Caseload { school, by, mentor: mentor_id, matches: Vec::new() };
        for planned in district.caseload(n) {
            let student = workshop
                .store
                .student_by_sis_id(&planned.student_sis_id)
                .await?
                .ok_or(DemoError::Missing("a student of the district was not imported"))?;
            let new = NewMatch {
                id: MatchId::random(),
                school_id: school,
                student_id: student,
                mentor_id,
                start_day: planned.start,
                wake_up_calls: planned.wake_up_calls,
                rationale: Some(planned.rationale.to_owned()),
                by,
                at: district.instant(planned.start, 9 * 3_600).min(now),
            };
            caseload.matches.push((new.id, district.contacts_of(planned)));
            workshop.app.store.add_match(new).await?;
        }
        entries += contacts::sync(workshop, caseload, now).await?;
    }
    for (school, by) in &staff {
        mentors::add_pipeline(workshop, At { school: school.id, by: *by, at: now }).await?;
    }
    Ok(Made { imports, entries })
}

/// Imports a school's export: the OneRoster set (in the folder or in `oneroster/`), `calendar.csv`, `attendance.csv`.
/// Bad rows are named in the reports and left out.
pub fn import_folder(
    workshop: &Workshop,
    folder: &Path,
    zone: &str,
    now: i64,
) -> Result<Vec<ImportReport>, DemoError> {
    let options =
        ImportOptions { skip_bad_rows: true, time_zone: Some(zone.to_owned()), ..ImportOptions::at(now) };
    let roster =
        Some(folder.join("oneroster")).filter(|path| path.is_dir()).unwrap_or_else(|| folder.to_path_buf());
    let mut reports = vec![import_oneroster(&workshop.store, &roster, &options)?];
    let (calendar, attendance) = (folder.join("calendar.csv"), folder.join("attendance.csv"));
    if calendar.is_file() {
        reports.push(import_calendar(&workshop.store, &calendar, &options)?);
    }
    if attendance.is_file() {
        reports.push(import_attendance(&workshop.store, &attendance, &options)?);
    }
    Ok(reports)
}

/// Gives an imported district staff, and its largest school one mentor with the first students of the list.
pub async fn staff_imported(workshop: &Workshop, now: i64) -> Result<(), DemoError> {
    let mut largest: Option<(School, UserId, Vec<StudentId>)> = None;
    for (school, by) in add_staff_everywhere(workshop, now).await? {
        let day = school.recorded_through.unwrap_or(SchoolDay::at(now, 0));
        let search =
            StudentSearch { school_id: school.id, day, name: String::new(), grade: None, limit: 1_000 };
        let students: Vec<_> =
            workshop.app.store.find_students(search).await?.into_iter().map(|s| s.id).collect();
        if largest.as_ref().is_none_or(|(_, _, most)| students.len() > most.len()) {
            largest = Some((school, by, students));
        }
    }
    let (school, by, students) = largest.ok_or(DemoError::Missing("the export holds no school"))?;
    let at = At { school: school.id, by, at: now };
    let mentor_id = mentors::add_clear(workshop, at, "Ana Ruiz", 0).await?;
    let start_day = school.recorded_through.unwrap_or(SchoolDay::at(now, 0)).minus(90);
    let students = students.into_iter().take(CASELOAD as usize);
    add_matches(workshop, (school.id, mentor_id, by), students, start_day, now).await.map(drop)
}

/// One more mentor.
pub struct MentorPlan {
    /// The mentor's name.
    pub name: String,
    /// How many of the school's students; none is a mentor who waits for the first.
    pub students: usize,
    /// Entries for each of them, spread over the three years up to today; none: they were matched today.
    pub entries: u32,
}

/// One more mentor at the school of the mentor with the most students. Students who have a mentor already get a second
/// one. The new mentor is invited at once.
pub async fn add_mentor_with(
    workshop: &Workshop,
    plan: MentorPlan,
    today: SchoolDay,
    now: i64,
) -> Result<Invitation, DemoError> {
    let MentorPlan { name, students, entries } = plan;
    let start_day = if entries == 0 { today } else { today.minus(years::DAYS) };
    let at = busiest(workshop).await?;
    let (school_id, by) = (at.school.id, at.coordinator.id);
    let to = At { school: school_id, by, at: now };
    let mentor_id = mentors::add_clear(workshop, to, &name, 0).await?;
    let search = StudentSearch { school_id, day: today, name: String::new(), grade: None, limit: students };
    let found = workshop.app.store.find_students(search).await?;
    let students = found.into_iter().map(|student| student.id);
    let matches = add_matches(workshop, (school_id, mentor_id, by), students, start_day, now).await?;
    let matches = matches.into_iter().map(|id| (id, years::entries(today, entries, now))).collect();
    contacts::sync(workshop, Caseload { school: school_id, by, mentor: mentor_id, matches }, now).await?;
    invite_mentor(workshop, at, mentor_id, name).await
}

/// The first three are called awake.
async fn add_matches(
    workshop: &Workshop,
    (school_id, mentor_id, by): (SchoolId, MentorId, UserId),
    students: impl Iterator<Item = StudentId>,
    start_day: SchoolDay,
    at: i64,
) -> Result<Vec<MatchId>, DemoError> {
    let mut matches = Vec::new();
    for (n, student_id) in students.enumerate() {
        let new = NewMatch {
            id: MatchId::random(),
            school_id,
            student_id,
            mentor_id,
            start_day,
            wake_up_calls: n < 3,
            rationale: None,
            by,
            at,
        };
        matches.push(new.id);
        workshop.app.store.add_match(new).await?;
    }
    Ok(matches)
}

async fn add_staff_everywhere(workshop: &Workshop, now: i64) -> Result<Vec<(School, UserId)>, DemoError> {
    let mut staff = Vec::new();
    for (n, school) in workshop.app.store.schools().await?.into_iter().enumerate() {
        let coordinator = add_staff(workshop, &school, n, now).await?;
        staff.push((school, coordinator));
    }
    Ok(staff)
}

/// A coordinator and a team member a school: `coordinator1`, `team1`, and so on, by the schools' names.
async fn add_staff(workshop: &Workshop, school: &School, n: usize, now: i64) -> Result<UserId, DemoError> {
    let settings = SchoolSettings { time_zone: None, bell_minute: Some(BELL_MINUTE) };
    workshop.app.store.set_school(school.id, settings, now).await?;
    let password_hash =
        password::hash(DEMO_PASSWORD).map_err(|_| DemoError::Missing("the demo's password is too short"))?;
    let coordinator = UserId::random();
    for (id, login, name, role) in [
        (coordinator, format!("coordinator{}", n + 1), "Grace Okafor", Role::Coordinator),
        (UserId::random(), format!("team{}", n + 1), "Sam Whitfield", Role::Team),
    ] {
        let account = NewAccount {
            id,
            school_id: school.id,
            login,
            name: name.to_owned(),
            role,
            password_hash: password_hash.clone(),
            at: now,
        };
        workshop.app.store.add_account(account).await?;
    }
    Ok(coordinator)
}
