use super::*;

const HISTORY: &str = "SELECT event.id, student.sis_id, date(day * 86400, 'unixepoch'), status, missed, reason, \
    superseded_by, batch_id, event.seq FROM attendance_event AS event JOIN student ON student.id = student_id \
    ORDER BY event.id";
const THROUGH: &str = "SELECT sis_id, date(recorded_through * 86400, 'unixepoch'), negative_reporting FROM school \
    ORDER BY sis_id";

#[test]
fn absences_are_recorded_and_say_how_far_the_record_goes() {
    let school = School::empty();
    school.oneroster(&options()).unwrap();
    school.calendar().unwrap();
    let report = school.attendance(&options()).unwrap();
    assert_eq!(report.to_string(), "3 attendance records added; 2 school settings corrected");
    assert_eq!(
        school.rows(HISTORY),
        [
            "1|007|2025-10-10|absent_unexcused|10000|-|-|3|3",
            "2|007|2025-10-14|tardy|0|bus|-|3|3",
            "3|009|2025-10-10|absent_excused|5000|ill|-|3|3",
        ]
    );
    assert_eq!(school.rows(THROUGH), ["0101|2025-10-14|1", "0102|2025-10-14|1"]);
    assert_eq!(
        school.rows("SELECT kind, rows_read, changes FROM import_batch WHERE id = 3"),
        ["attendance|3|5"]
    );
}

#[test]
fn the_same_file_again_bothers_no_phone() {
    let school = School::imported();
    let before = school.everything();
    let report = school.attendance(&options()).unwrap();
    assert_eq!(report.to_string(), "Nothing changed: 3 attendance records as before");
    assert_eq!(school.everything(), before);
}

#[test]
fn a_correction_keeps_what_was_said_before() {
    let school = School::imported();
    school.edit("attendance.csv", "007,0101,2025-10-10,Unexcused", "007,0101,2025-10-10,Excused");
    let report = school.attendance(&options()).unwrap();
    assert_eq!(report.to_string(), "1 attendance record corrected; 2 attendance records as before");
    assert_eq!(school.rows(HISTORY)[0], "1|007|2025-10-10|absent_unexcused|10000|-|4|3|3");
    assert_eq!(school.rows(HISTORY)[3], "4|007|2025-10-10|absent_excused|10000|-|-|4|4");
    school.write("attendance.csv", ATTENDANCE);
    school.attendance(&options()).unwrap();
    assert_eq!(school.rows(HISTORY)[3], "4|007|2025-10-10|absent_excused|10000|-|5|4|4");
    assert_eq!(
        school.rows("SELECT sis_id, seq FROM school ORDER BY sis_id"),
        ["0101|5", "0102|3"],
        "the other school's phones are left alone"
    );
}

#[test]
fn a_row_that_a_later_file_lacks_stays_until_a_file_says_otherwise() {
    let school = School::imported();
    school.write("attendance.csv", "student_id,school_id,date,category\n007,0101,2025-10-14,In Attendance\n");
    school.attendance(&options()).unwrap();
    assert_eq!(
        school.rows("SELECT status FROM attendance_event WHERE superseded_by IS NULL ORDER BY id"),
        ["absent_unexcused", "absent_excused", "present"]
    );
}

#[test]
fn rows_that_fit_nothing_are_named_and_stop_everything() {
    let school = School::imported();
    let before = school.everything();
    school.write(
        "attendance.csv",
        "student_id,school_id,date,category,reason\n\
         008,0101,2025-10-10,Tardy,\n\
         7,0101,2025-10-10,Tardy,\n\
         008,101,2025-10-10,Tardy,\n\
         008,0101,2025-10-13,Tardy,\n\
         008,0101,2025-10-11,Tardy,\n\
         008,0101,2025-10-10,Excused Absence,\n\
         008,0101,2025-10-10,Tardy,\n\
         008,0101,14/10/2025,Tardy,\n",
    );
    let result = school.attendance(&options());
    assert_eq!(
        problems(result),
        [
            "attendance.csv line 3, column student_id: expected the id of a student who is here; import the OneRoster set first, found '7'",
            "attendance.csv line 4, column school_id: expected the id of a school that is here; import the OneRoster set first, found '101'",
            "attendance.csv line 5, column date: expected a school day; the school's calendar has 'holiday' there, found '2025-10-13'",
            "attendance.csv line 6, column date: expected a school day; the school's calendar does not hold this date, found '2025-10-11'",
            "attendance.csv line 7, column date: expected one row for each student, school and date; an earlier line says something else, found '2025-10-10'",
            "attendance.csv line 9, column date: expected a date written as 2021-08-23 (this is how a spreadsheet writes one; set the column's format to yyyy-mm-dd and export again), found '14/10/2025'",
        ]
    );
    assert_eq!(school.everything(), before);
    let report = school.attendance(&skipping()).unwrap();
    assert_eq!((report.rows, report.rows_skipped, report.added.of(Noun::AttendanceRecord)), (8, 6, 1));
    let text = report.to_string();
    assert!(
        text.contains("note: attendance.csv has 1 row that an earlier row of the file says word for word"),
        "{text}"
    );
    assert!(text.ends_with("1 attendance record added; 6 of 8 rows skipped"), "{text}");
}

#[test]
fn two_rows_that_disagree_are_a_problem_even_when_the_first_is_stored_already() {
    let school = School::imported();
    school.write(
        "attendance.csv",
        "student_id,school_id,date,category,reason\n007,0101,2025-10-14,Tardy,bus\n007,0101,2025-10-14,Excused Absence,\n",
    );
    assert_eq!(problems(school.attendance(&options())).len(), 1);
    assert_eq!(school.attendance(&skipping()).unwrap().changes(), 0);
}

#[test]
fn without_a_calendar_the_sentence_says_what_to_import_first() {
    let school = School::empty();
    school.oneroster(&options()).unwrap();
    let named = problems(school.attendance(&options()));
    assert!(named[0].contains("the school has no calendar yet, import it first"), "{}", named[0]);
}

#[test]
fn a_mark_of_a_day_before_the_students_entry_is_kept_and_noted() {
    let school = School::imported();
    school.write("attendance.csv", "student_id,school_id,date,category\n009,0101,2025-10-14,Tardy\n");
    let report = school.attendance(&options()).unwrap();
    assert_eq!(report.added.of(Noun::AttendanceRecord), 1);
    assert!(report.notes[0].to_string().contains("has 1 row of students who were not enrolled"));
}

#[test]
fn the_record_reaches_as_far_as_the_person_says_and_never_behind_today() {
    let school = School::imported();
    school
        .write("attendance.csv", "student_id,school_id,date,category\n007,0101,2025-10-15,Excused Absence\n");
    school.attendance(&options()).unwrap();
    assert_eq!(school.rows(THROUGH)[0], "0101|2025-10-14|1", "an absence told ahead covers no day to come");
    let ahead = ImportOptions { through: Some(day("2025-10-15")), ..options() };
    let refused = school.attendance(&ahead).unwrap_err();
    assert!(matches!(refused, ImportError::NotYet { .. }), "{refused}");
    let tomorrow = ImportOptions { through: Some(day("2025-10-15")), ..ImportOptions::at(NOW + 86_400) };
    school.attendance(&tomorrow).unwrap();
    assert_eq!(school.rows(THROUGH), ["0101|2025-10-15|1", "0102|2025-10-14|1"]);
    let earlier = ImportOptions { through: Some(day("2025-10-10")), ..options() };
    assert_eq!(school.attendance(&earlier).unwrap().changes(), 0, "what is covered stays covered");
}

#[test]
fn how_a_school_reports_is_set_when_the_person_says_so() {
    let school = School::imported();
    let positive = ImportOptions { negative_reporting: Some(false), ..options() };
    assert_eq!(school.attendance(&positive).unwrap().corrected.of(Noun::SchoolSetting), 2);
    assert_eq!(school.rows(THROUGH)[0], "0101|2025-10-14|0");
    assert_eq!(school.attendance(&options()).unwrap().changes(), 0, "said once is enough");
}

#[test]
fn at_most_two_hundred_problems_are_printed_and_the_rest_is_counted() {
    let school = School::imported();
    let rows: String = (0..250).map(|n| format!("x{n},0101,2025-10-10,Tardy\n")).collect();
    school.write("attendance.csv", &format!("student_id,school_id,date,category\n{rows}"));
    let stopped = school.attendance(&options()).unwrap_err().to_string();
    let lines: Vec<&str> = stopped.lines().collect();
    assert_eq!(lines.len(), 202);
    assert_eq!(lines[200], "and 50 problems more");
    assert!(lines[201].starts_with("Nothing was imported: 250 of 250 rows"), "{}", lines[201]);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let school = School::imported();
    std::fs::remove_file(school.path("attendance.csv")).unwrap();
    let refused = school.attendance(&options()).unwrap_err();
    assert!(refused.to_string().starts_with("attendance.csv cannot be read"), "{refused}");
    assert_eq!(refused.exit_code(), 2);
}

#[test]
fn a_part_of_a_day_is_kept_as_the_file_has_it() {
    let school = School::imported();
    school.write(
        "attendance.csv",
        "student_id,school_id,date,category,reason,duration\n008,0101,2025-10-10,Partial,,0.3333\n008,0101,2025-10-14,Tardy,,0.9\n",
    );
    school.attendance(&options()).unwrap();
    let missed = "SELECT status, missed FROM attendance_event WHERE id > 3 ORDER BY id";
    assert_eq!(school.rows(missed), ["partial|3333", "tardy|0"]);
}

#[test]
fn a_whole_file_takes_back_what_it_no_longer_has_and_keeps_it_as_history() {
    let school = School::imported();
    school.write("attendance.csv", "student_id,school_id,date,category,reason\n007,0101,2025-10-14,Tardy,bus\n009,0102,2025-10-14,Tardy,\n");
    let whole = ImportOptions { whole: true, ..options() };
    // From 10-14 on nothing is missing.
    assert_eq!(school.attendance(&whole).unwrap().withdrawn.total(), 0);
    school.edit("attendance.csv", "007,0101,2025-10-14,Tardy,bus", "008,0101,2025-10-10,Tardy,");
    let refused = school.attendance(&whole).unwrap_err();
    assert!(
        matches!(
            refused,
            ImportError::TooManyWithdrawals {
                of_what: "attendance records of the file's days",
                ended: 3,
                before: 5,
                ..
            }
        ),
        "{refused}"
    );
    let report = school.attendance(&ImportOptions { whole: true, ..confirmed() }).unwrap();
    assert_eq!(report.withdrawn.to_string(), "3 attendance records");
    let now = "SELECT sis_id, status FROM attendance_event JOIN student ON student.id = student_id \
        WHERE superseded_by IS NULL ORDER BY 1";
    assert_eq!(school.rows(now), ["008|tardy", "009|tardy"]);
    assert_eq!(
        school.rows("SELECT id, superseded_by, status, withdrawn_by > 3 FROM attendance_event WHERE id <= 3"),
        ["1|1|absent_unexcused|1", "2|2|tardy|1", "3|3|absent_excused|1"],
        "kept, with the import that took it back"
    );
    assert_eq!(school.attendance(&whole).unwrap().changes(), 0);
    school.write("attendance.csv", ATTENDANCE);
    assert_eq!(
        school.attendance(&options()).unwrap().added.of(Noun::AttendanceRecord),
        3,
        "and marked again"
    );
}

#[test]
fn a_whole_file_with_a_bad_row_takes_nothing_back() {
    let school = School::imported();
    school.write(
        "attendance.csv",
        "student_id,school_id,date,category\n007,0101,2025-10-10,Excused Absence\n7,0101,2025-10-14,Tardy\n",
    );
    let whole = ImportOptions { whole: true, skip_bad_rows: true, ..confirmed() };
    let report = school.attendance(&whole).unwrap();
    assert_eq!((report.withdrawn.total(), report.corrected.of(Noun::AttendanceRecord)), (0, 1));
    assert!(report.to_string().contains("no mark was taken back"), "{report}");
}
