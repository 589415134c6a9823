//! Sets of changes.

use super::*;

const ENROLLED: &str = "SELECT student.sis_id, school.sis_id, date(entry_day * 86400, 'unixepoch'), \
    date(exit_day * 86400, 'unixepoch') FROM enrollment JOIN student ON student.id = student_id \
    JOIN school ON school.id = school_id ORDER BY 1, 2, 3";
const ACTIVE: &str = "SELECT sis_id, active FROM student ORDER BY sis_id";
const USERS_HEADER: &str =
    "sourcedId,status,dateLastModified,orgSourcedIds,role,givenName,familyName,agentSourcedIds,grades\n";
const ENROLLMENTS_HEADER: &str =
    "sourcedId,status,dateLastModified,schoolSourcedId,userSourcedId,role,beginDate,endDate\n";

/// Imports changes of the files named.
fn delta(
    school: &School,
    files: &[(&str, String)],
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    let folder = school.path("changes");
    drop(fs::remove_dir_all(&folder));
    let mut manifest = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n".to_owned();
    for (name, text) in files {
        manifest += &format!("file.{name},delta\n");
        school.write(&format!("changes/{name}.csv"), text);
    }
    school.write("changes/manifest.csv", &manifest);
    // An empty list beside the folder, so that the one of the whole set is not read with it.
    school.write("changes/student_contacts.csv", "student_id,contact_id\n");
    import_oneroster(&school.store, &folder, options)
}

fn users(rows: &str) -> (&'static str, String) {
    ("users", USERS_HEADER.to_owned() + rows)
}

fn enrollments(rows: &str) -> (&'static str, String) {
    ("enrollments", ENROLLMENTS_HEADER.to_owned() + rows)
}

#[test]
fn whoever_is_not_in_a_set_of_changes_stays_as_they_are() {
    let school = School::imported();
    let before = school.everything();
    let files = [users("007,active,2025-10-14T00:00:00Z,0101,student,Zoë,Nuñez,g1,09\n")];
    let report = delta(&school, &files, &options()).unwrap();
    assert_eq!(report.changes(), 0, "{report}");
    assert_eq!(school.everything(), before);
    let files = [users("007,active,2025-10-14T00:00:00Z,0101,student,Zoë,Nuñez,g1,10\n")];
    let report = delta(&school, &files, &options()).unwrap();
    assert_eq!((report.corrected.to_string(), report.changes()), ("1 student".into(), 1), "{report}");
    assert_eq!(school.rows("SELECT grade FROM student WHERE sis_id = '007'"), ["10"]);
}

#[test]
fn a_student_who_is_to_be_deleted_is_ended_with_the_enrollment_and_nobody_else() {
    let school = School::imported();
    let files = [users("008,tobedeleted,2025-10-14T00:00:00Z,,student,,,,\n")];
    let refused = delta(&school, &files, &options()).unwrap_err();
    assert!(matches!(refused, ImportError::TooManyWithdrawals { ended: 1, before: 3, .. }), "{refused}");
    let report = delta(&school, &files, &confirmed()).unwrap();
    assert_eq!(report.withdrawn.to_string(), "1 student, 1 enrollment");
    assert_eq!(school.rows(ACTIVE), ["007|1", "008|0", "009|1"]);
    assert_eq!(school.rows(ENROLLED)[1], "008|0101|2025-09-29|2025-10-14");
    assert_eq!(delta(&school, &files, &options()).unwrap().changes(), 0);
}

#[test]
fn one_class_that_ends_does_not_end_the_school_and_the_last_one_does() {
    let school = School::imported();
    let gone = |key: &str| format!("{key},tobedeleted,2025-10-14T00:00:00Z,0101,007,student,,\n");
    let report = delta(&school, &[enrollments(&gone("e2"))], &options()).unwrap();
    assert_eq!(report.corrected.to_string(), "1 enrollment");
    assert_eq!(school.rows(ENROLLED)[0], "007|0101|2025-08-25|2026-01-09", "the other class's time");
    assert_eq!(school.rows(ACTIVE)[0], "007|1");
    let report = delta(&school, &[enrollments(&gone("e1"))], &confirmed()).unwrap();
    assert_eq!(report.withdrawn.to_string(), "1 student, 1 enrollment");
    assert_eq!(school.rows(ENROLLED)[0], "007|0101|2025-08-25|2025-10-14");
}

#[test]
fn a_class_that_changes_its_days_changes_the_time_in_the_school() {
    let school = School::imported();
    let row = "e3,active,2025-10-14T00:00:00Z,0101,008,student,2025-09-22,2026-03-01\n";
    let report = delta(&school, &[enrollments(row)], &options()).unwrap();
    assert_eq!(report.corrected.to_string(), "1 enrollment");
    assert_eq!(school.rows(ENROLLED)[1], "008|0101|2025-09-22|2026-03-01");
}

#[test]
fn a_new_student_of_a_set_of_changes_begins_today_when_no_year_is_told() {
    let school = School::imported();
    let files = [users(
        "010,active,2025-10-14T00:00:00Z,0102,student,Ida,Moss,g9,08\n\
        g9,active,2025-10-14T00:00:00Z,0100,guardian,Eve,Moss,,\n",
    )];
    let report = delta(&school, &files, &options()).unwrap();
    assert_eq!(
        report.added.to_string(),
        "1 student, 1 enrollment, 1 guardian, 1 guardian of a student",
        "{report}"
    );
    assert_eq!(school.rows(ENROLLED)[3], "010|0102|2025-10-14|-");
    // The whole set of the next night knows the days.
    let user = "010,0102,student,Ida,Moss,,,g9,08,\ng9,0100,guardian,Eve,Moss,,,,,\n";
    school.write("oneroster/users.csv", &(USERS.to_owned() + user));
    let report = school.oneroster(&options()).unwrap();
    assert_eq!(report.corrected.to_string(), "1 enrollment", "{report}");
    assert_eq!(school.rows(ENROLLED)[3], "010|0102|2025-08-25|2026-06-01");
}

#[test]
fn a_move_to_another_school_ends_one_time_and_begins_the_other() {
    let school = School::imported();
    // 009 stands in no row of enrollments.csv: where the student is, users.csv says.
    let files = [users("009,active,2025-10-14T00:00:00Z,0101,student,Uma,Dyer,g2,07\n")];
    let report = delta(&school, &files, &options()).unwrap();
    assert_eq!(
        (report.added.to_string(), report.withdrawn.to_string()),
        ("1 enrollment".into(), "1 enrollment".into()),
        "{report}"
    );
    assert_eq!(school.rows(ENROLLED)[2..], ["009|0101|2025-10-14|-", "009|0102|2025-08-25|2025-10-14"]);
    assert_eq!(delta(&school, &files, &options()).unwrap().changes(), 0);
}

#[test]
fn a_change_of_version_1_2_without_its_role_is_of_who_the_person_was() {
    let school = School::imported();
    let header =
        "sourcedId,status,dateLastModified,enabledUser,givenName,familyName,grades,agentSourcedIds\n";
    let rows =
        "008,active,2025-10-14T00:00:00Z,true,Al,Ruiz,11,\ng2,active,2025-10-14T00:00:00Z,true,Beau,Dyer,,\n";
    let report = delta(&school, &[("users", format!("{header}{rows}"))], &options()).unwrap();
    assert_eq!(report.corrected.to_string(), "1 student, 1 guardian", "{report}");
    assert_eq!(report.withdrawn.total(), 0);
    assert_eq!(school.rows("SELECT grade FROM student WHERE sis_id = '008'"), ["11"]);
    assert_eq!(school.rows(ENROLLED)[1], "008|0101|2025-09-29|2026-06-01");
}

#[test]
fn a_whole_file_beside_changes_ends_nobody_for_want_of_being_named() {
    let school = School::imported();
    let folder = school.path("changes");
    school.write(
        "changes/users.csv",
        "sourcedId,orgSourcedIds,role,givenName,familyName\n008,0101,student,Al,Ruiz\n",
    );
    school.write("changes/enrollments.csv", ENROLLMENTS_HEADER);
    school.write("changes/student_contacts.csv", "student_id,contact_id\n");
    let manifest = "propertyName,value\noneroster.version,1.1\nfile.users,bulk\nfile.enrollments,delta\n";
    school.write("changes/manifest.csv", manifest);
    let report = import_oneroster(&school.store, &folder, &options()).unwrap();
    assert_eq!(report.withdrawn.total(), 0, "{report}");
    assert_eq!(school.rows(ACTIVE), ["007|1", "008|1", "009|1"]);
}

#[test]
fn a_guardian_ends_when_the_guardian_is_to_be_deleted_and_not_for_want_of_being_named() {
    let school = School::imported();
    let files = [users("009,active,2025-10-14T00:00:00Z,0102,student,Uma,Dyer,,07\n")];
    assert_eq!(delta(&school, &files, &options()).unwrap().changes(), 0);
    let files = [users("g2,tobedeleted,2025-10-14T00:00:00Z,,guardian,,,,\n")];
    let report = delta(&school, &files, &confirmed()).unwrap();
    assert_eq!(report.withdrawn.to_string(), "1 guardian, 1 guardian of a student");
    assert_eq!(school.rows("SELECT active FROM guardian ORDER BY sis_id"), ["1", "0"]);
}
