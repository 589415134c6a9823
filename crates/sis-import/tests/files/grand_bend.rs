//! The real-shaped district: dirty on purpose, and nothing of it refused or lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::PathBuf;

use daymark_domain::{AttendanceStatus, SchoolDay};
use daymark_sis_import::{OrgKind, Role, read_attendance, read_calendar, read_one_roster};

fn grand_bend() -> Option<PathBuf> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/grand-bend"));
    if !folder.is_dir() {
        println!("not run: Grand Bend is not on this machine (../shared/data/grand-bend)");
        return None;
    }
    Some(folder)
}

#[test]
fn grand_bends_people_are_read_whole() {
    let Some(folder) = grand_bend() else { return };
    let set = read_one_roster(&folder.join("oneroster")).unwrap();
    assert_eq!(set.problems, []);
    assert_eq!((set.bad_rows(), set.problems_unlisted), (0, 0));
    assert_eq!(set.notes, []);
    let people = |role| set.people.iter().filter(|person| person.role == role).count();
    assert_eq!((people(Role::Student), people(Role::Guardian)), (943, 1_839));
    assert_eq!(set.people.len(), 943 + 1_839);
    assert_eq!(set.orgs.iter().filter(|org| org.kind == OrgKind::School).count(), 3);
    assert_eq!((set.sessions.len(), set.enrollments.len(), set.demographics.len()), (3, 943, 943));
    assert_eq!(set.contacts.len(), 1_872);
    assert!(set.people.iter().all(|person| person.active));
    assert!(
        set.people
            .iter()
            .any(|person| person.role.is_family() && person.phone.is_none() && person.sms.is_none())
    );
}

#[test]
fn grand_bends_absences_are_read_whole() {
    let Some(folder) = grand_bend() else { return };
    let mut rows = Vec::new();
    let file = File::open(folder.join("attendance.csv")).unwrap();
    let report = read_attendance(file, "attendance.csv", &mut |row| rows.push(row.unwrap())).unwrap();
    assert_eq!((report.rows, report.bad_rows, rows.len()), (1_917, 0, 1_917));
    let count = |status| rows.iter().filter(|row| row.status == status).count();
    assert_eq!(count(AttendanceStatus::AbsentExcused), 1_077);
    assert_eq!(count(AttendanceStatus::AbsentUnexcused), 773);
    assert_eq!((count(AttendanceStatus::Tardy), count(AttendanceStatus::Partial)), (66, 1));
    assert!(rows.iter().all(|row| row.missed == row.status.missed_by_default()));
    let days: BTreeSet<_> = rows.iter().map(|row| (&row.student_id, row.date)).collect();
    assert_eq!(days.len(), 1_916, "one student-day stands twice, and both rows are delivered");
}

#[test]
fn grand_bends_calendar_has_81_and_88_days_of_school() {
    let Some(folder) = grand_bend() else { return };
    let new_year: SchoolDay = "2022-01-01".parse().unwrap();
    let mut days = BTreeMap::<String, (u32, u32)>::new();
    let file = File::open(folder.join("calendar.csv")).unwrap();
    let report = read_calendar(file, "calendar.csv", &mut |row| {
        let row = row.unwrap();
        let (fall, spring) = days.entry(row.school_id).or_default();
        let semester = if row.date < new_year { fall } else { spring };
        *semester += u32::from(row.day_type.is_instructional());
    })
    .unwrap();
    assert_eq!((report.rows, report.bad_rows), (567, 0));
    assert_eq!(days.into_values().collect::<Vec<_>>(), [(81, 88); 3]);
}
