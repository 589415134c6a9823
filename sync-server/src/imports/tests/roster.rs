use daymark_domain::GuardianId;

use super::*;
use crate::store::imports::{ByHand, GuardianField};

const ENROLLED: &str = "SELECT student.sis_id, school.sis_id, date(entry_day * 86400, 'unixepoch'), \
    date(exit_day * 86400, 'unixepoch') FROM enrollment JOIN student ON student.id = student_id \
    JOIN school ON school.id = school_id ORDER BY 1, 2, 3";
const GUARDED: &str = "SELECT student.sis_id, guardian.sis_id, relation, is_primary, lives_with, is_emergency, priority, \
    restrictions, student_guardian.active, guardian.active FROM student_guardian \
    JOIN student ON student.id = student_id JOIN guardian ON guardian.id = guardian_id ORDER BY 1, 2";
const SEQS: &str = "SELECT sis_id, seq FROM school ORDER BY sis_id";

#[test]
fn a_first_set_brings_schools_students_enrollments_and_guardians() {
    let school = School::empty();
    let report = school.oneroster(&options()).unwrap();
    assert_eq!(
        report.to_string().lines().last().unwrap(),
        "2 schools, 3 students, 3 enrollments, 2 guardians, 2 guardians of students added"
    );
    assert_eq!((report.rows, report.rows_skipped), (16, 0));
    assert_eq!(
        school.rows("SELECT sis_id, name, time_zone, negative_reporting, recorded_through, seq, length(log_id) FROM school"),
        ["0101|Bend High|America/Chicago|1|-|1|8", "0102|Bend Middle|America/Chicago|1|-|1|8"]
    );
    assert_eq!(
        school
            .rows("SELECT sis_id, given_name, family_name, grade, active, seq FROM student ORDER BY sis_id"),
        ["007|Zoë|Nuñez|09|1|1", "008|Al|Ruiz|10|1|1", "009|Uma|Dyer|07|1|1"],
        "leading zeros and letters as they came"
    );
    assert_eq!(
        school.rows(ENROLLED),
        [
            "007|0101|2025-08-25|2026-06-01", // Two classes, one time in the school.
            "008|0101|2025-09-29|2026-06-01", // No end: the school year's.
            "009|0102|2025-08-25|2026-06-01", // In no row of enrollments.csv: the school in users.csv.
        ]
    );
    assert_eq!(
        school.rows("SELECT sis_id, phone, language, active FROM guardian ORDER BY sis_id"),
        ["g1|(950) 555 0100|Spanish|1", "g2|(950) 555 0111|-|1"],
        "where the phone is no number, the one for texts"
    );
    assert_eq!(
        school.rows(GUARDED),
        ["007|g1|Mother|1|1|1|1|call after four|1|1", "009|g2|Parent|0|0|0|-|-|1|1"]
    );
    assert_eq!(
        school
            .rows("SELECT kind, rows_read, changes, problems, length(digest), applied_at FROM import_batch"),
        [format!("oneroster|16|12|0|32|{NOW}")]
    );
}

#[test]
fn the_same_set_again_changes_nothing_and_says_so() {
    let school = School::imported();
    let before = school.everything();
    let report = school.oneroster(&options()).unwrap();
    assert_eq!(report.changes(), 0);
    let last = report.to_string().lines().last().unwrap().to_owned();
    assert!(last.starts_with("Nothing changed: 2 schools, 3 students"), "{last}");
    assert_eq!(school.everything(), before, "no number of the log");
}

#[test]
fn a_dry_run_reports_and_stores_nothing() {
    let school = School::empty();
    let report = school.oneroster(&ImportOptions { dry_run: true, ..options() }).unwrap();
    assert_eq!(report.added.of(Noun::Student), 3);
    assert_eq!((school.count("student"), school.count("school_log")), (0, 0));
}

#[test]
fn a_correction_takes_a_number_in_its_own_school_only() {
    let school = School::imported();
    let before = school.rows(SEQS);
    assert_eq!(before, ["0101|3", "0102|3"]);
    school.edit("oneroster/users.csv", "Al,Ruiz,,,,10", "Al,Ruiz,,,,11");
    let report = school.oneroster(&options()).unwrap();
    assert_eq!((report.corrected.of(Noun::Student), report.changes()), (1, 1));
    assert_eq!(school.rows(SEQS), ["0101|4", "0102|3"]);
    assert_eq!(school.rows("SELECT sis_id, grade FROM student WHERE seq = 4"), ["008|11"]);
}

#[test]
fn a_guardians_new_number_reaches_the_phones_by_the_link() {
    let school = School::imported();
    school.edit("oneroster/users.csv", "(950) 555 0100", "(950) 555 0199");
    let report = school.oneroster(&options()).unwrap();
    assert_eq!((report.corrected.of(Noun::Guardian), report.corrected.of(Noun::GuardianLink)), (1, 0));
    assert_eq!(school.rows("SELECT phone FROM guardian WHERE sis_id = 'g1'"), ["(950) 555 0199"]);
    assert_eq!(
        school.rows("SELECT relation, restrictions FROM student_guardian WHERE seq = 4"),
        ["Mother|call after four"]
    );
}

#[test]
fn what_staff_set_and_what_the_export_does_not_tell_stay() {
    let school = School::imported();
    let by_hand = "UPDATE school SET time_zone = 'America/Denver', bell_minute = 480;\
        UPDATE student SET preferred_name = 'Zo', birth_day = 14000 WHERE sis_id = '007'";
    school.store.write_blocking(|tx| Ok(tx.execute_batch(by_hand)?)).unwrap();
    school.edit("oneroster/orgs.csv", "Bend High", "Bend Senior High");
    school.write("student_contacts.csv", "student_id,contact_id\n");
    school.oneroster(&options()).unwrap();
    assert_eq!(
        school.rows("SELECT name, time_zone, bell_minute FROM school WHERE sis_id = '0101'"),
        ["Bend Senior High|America/Denver|480"]
    );
    assert_eq!(
        school.rows("SELECT preferred_name, birth_day FROM student WHERE sis_id = '007'"),
        ["Zo|14000"]
    );
    assert_eq!(school.rows(GUARDED)[0], "007|g1|Mother|1|1|1|1|call after four|1|1");
}

#[test]
fn a_student_who_is_no_longer_in_the_set_is_ended_and_not_deleted() {
    let school = School::imported();
    school.edit("oneroster/users.csv", "008,0101,student,Al,Ruiz,,,,10,\n", "");
    school.edit("oneroster/enrollments.csv", "e3,0101,008,student,2025-09-29,\n", "");
    let refused = school.oneroster(&options()).unwrap_err();
    assert!(
        matches!(
            refused,
            ImportError::TooManyWithdrawals { of_what: "active students", ended: 1, before: 3, .. }
        ),
        "{refused}"
    );
    assert_eq!(refused.exit_code(), 2);
    assert!(refused.to_string().contains("--confirm-withdrawals"));
    let report = school.oneroster(&confirmed()).unwrap();
    assert_eq!(report.withdrawn.to_string(), "1 student, 1 enrollment");
    assert_eq!(school.rows("SELECT active, seq FROM student WHERE sis_id = '008'"), ["0|4"]);
    assert_eq!(school.rows(ENROLLED)[1], "008|0101|2025-09-29|2025-10-14");
    assert_eq!(school.oneroster(&options()).unwrap().changes(), 0);

    school.write("oneroster/users.csv", USERS);
    school.write("oneroster/enrollments.csv", ENROLLMENTS);
    let report = school.oneroster(&options()).unwrap();
    assert_eq!(report.corrected.to_string(), "1 student, 1 enrollment");
    assert_eq!(school.rows(ENROLLED)[1], "008|0101|2025-09-29|2026-06-01", "back as if never away");
}

#[test]
fn a_record_to_be_deleted_withdraws_its_student() {
    let school = School::imported();
    school.edit("oneroster/users.csv", "sourcedId,", "status,sourcedId,");
    let users = std::fs::read_to_string(school.path("oneroster/users.csv")).unwrap();
    let users = users.replace("\n", "\n,").replace("\n,008", "\ntobedeleted,008");
    school.write("oneroster/users.csv", users.trim_end_matches(','));
    assert_eq!(school.oneroster(&confirmed()).unwrap().withdrawn.of(Noun::Student), 1);
    assert_eq!(school.rows("SELECT active FROM student ORDER BY sis_id"), ["1", "0", "1"]);
}

#[test]
fn a_set_of_one_school_leaves_the_others_alone() {
    let school = School::imported();
    school.edit("oneroster/orgs.csv", "0101,,Bend High,school,0100\n", "");
    school.write("oneroster/enrollments.csv", "sourcedId,schoolSourcedId,userSourcedId,role\n");
    let users: String = USERS
        .lines()
        .filter(|line| !line.starts_with("00") || line.starts_with("009"))
        .fold(String::new(), |text, line| text + line + "\n");
    school.write("oneroster/users.csv", &users);
    school.write("student_contacts.csv", "student_id,contact_id\n");
    let report = school.oneroster(&options()).unwrap();
    assert_eq!(report.changes(), 0, "{report}");
    assert_eq!(school.ask::<i64>("SELECT sum(active) FROM student"), 3);
}

#[test]
fn nobody_is_withdrawn_while_a_bad_row_may_hide_them() {
    let school = School::imported();
    school.edit("oneroster/users.csv", "008,0101,student,", "008,0101,pupil,");
    school.edit("oneroster/enrollments.csv", "e3,0101,008,student,2025-09-29,\n", "");
    let report = school.oneroster(&skipping()).unwrap();
    assert_eq!((report.rows_skipped, report.changes()), (1, 0));
    assert!(report.notes.iter().any(|note| note.text.contains("nobody was withdrawn")));
}

#[test]
fn a_transfer_ends_one_enrollment_and_begins_another() {
    let school = School::imported();
    school.write(
        "oneroster/enrollments.csv",
        &ENROLLMENTS.replace("e3,0101,008,student,2025-09-29,", "e3,0102,008,student,2025-10-15,"),
    );
    let report = school.oneroster(&options()).unwrap();
    assert_eq!(
        (report.added.to_string(), report.withdrawn.to_string()),
        ("1 enrollment".into(), "1 enrollment".into())
    );
    assert_eq!(
        school.rows(ENROLLED)[1..3],
        ["008|0101|2025-09-29|2025-10-14", "008|0102|2025-10-15|2026-06-01"]
    );
    assert_eq!(school.rows(SEQS), ["0101|4", "0102|4"]);
}

#[test]
fn the_match_of_a_student_who_moves_to_another_school_ends_with_the_enrollment() {
    // T33.
    let school = School::imported();
    school.execute(
        "INSERT INTO mentor (id, school_id, name, added_at, seq)
         SELECT x'0a', id, 'Ana Ruiz', 0, seq FROM school WHERE sis_id = '0101';
         INSERT INTO match (id, school_id, student_id, mentor_id, start_day, granted_seq, seq)
         SELECT student.id, school.id, student.id, x'0a', 20362, 3, 3
         FROM student JOIN school ON school.sis_id = '0101' WHERE student.sis_id IN ('007', '008');",
    );
    const MATCHES: &str = "SELECT student.sis_id, date(end_day * 86400, 'unixepoch'), end_reason, ended_seq \
                           FROM match JOIN student ON student.id = student_id ORDER BY 1";
    let moved = ENROLLMENTS.replace("e3,0101,008,student,2025-09-29,", "e3,0102,008,student,2025-10-14,");
    school.write("oneroster/enrollments.csv", &moved);
    let report = school.oneroster(&options()).unwrap();
    assert_eq!(report.withdrawn.to_string(), "1 enrollment, 1 match");
    assert!(report.to_string().contains("says that 008 is at another school"), "{report}");
    assert_eq!(
        school.rows(MATCHES),
        ["007|-|-|-", "008|2025-10-14|pupil_moved|4"],
        "phones learn of it by the import's number"
    );
    assert_eq!(school.oneroster(&options()).unwrap().changes(), 0);
}

#[test]
fn a_student_who_left_and_came_back_was_not_enrolled_in_between() {
    let school = School::empty();
    let rows = "e3,0101,008,student,2025-08-25,2025-09-12\ne7,0101,008,student,2025-10-06,\n\
                e8,0102,008,student,2025-09-15,2025-09-20\ne9,0102,008,student,2025-09-22,2025-10-03\n";
    school.edit("oneroster/enrollments.csv", "e3,0101,008,student,2025-09-29,\n", rows);
    school.oneroster(&options()).unwrap();
    let of_the_student: Vec<String> =
        school.rows(ENROLLED).into_iter().filter(|row| row.starts_with("008")).collect();
    assert_eq!(
        of_the_student,
        [
            "008|0101|2025-08-25|2025-09-12",
            "008|0101|2025-10-06|2026-06-01",
            "008|0102|2025-09-15|2025-10-03"
        ],
        "a weekend between two classes of one school is no leaving"
    );
    assert_eq!(school.oneroster(&options()).unwrap().changes(), 0);
}

#[test]
fn a_guardian_whom_no_student_names_any_more_is_ended_and_comes_back() {
    let school = School::imported();
    school.edit("oneroster/users.csv", ",g2,07", ",,07");
    let refused = school.oneroster(&options()).unwrap_err();
    assert!(
        matches!(
            refused,
            ImportError::TooManyWithdrawals { of_what: "guardians of students", ended: 1, before: 2, .. }
        ),
        "{refused}"
    );
    let report = school.oneroster(&confirmed()).unwrap();
    assert_eq!(report.withdrawn.to_string(), "1 guardian, 1 guardian of a student");
    assert_eq!(school.rows(GUARDED)[1], "009|g2|Parent|0|0|0|-|-|0|0");
    assert_eq!(school.oneroster(&options()).unwrap().changes(), 0);
    school.write("oneroster/users.csv", USERS);
    school.oneroster(&options()).unwrap();
    assert_eq!(school.rows(GUARDED)[1], "009|g2|Parent|0|0|0|-|-|1|1");
}

#[test]
fn one_bad_row_changes_nothing_and_each_is_named_with_what_was_expected() {
    let school = School::empty();
    school.edit("oneroster/users.csv", "009,0102,student", "009,0199,student");
    school.edit("oneroster/enrollments.csv", "e3,0101,008", "e3,0199,008");
    school.edit("oneroster/enrollments.csv", "e4,", "e5,0101,055,student,,\ne4,");
    school.edit("student_contacts.csv", "007,g1", "055,g1,,,,,,\n007,g9,,,,,,\n007,g1");
    let result = school.oneroster(&options());
    assert_eq!(
        problems(result),
        [
            "enrollments.csv line 4, column schoolSourcedId: expected the sourcedId of an active school in orgs.csv, found '0199'",
            "enrollments.csv line 5, column userSourcedId: expected the sourcedId of a student in users.csv, found '055'",
            "users.csv line 4, column orgSourcedIds: expected an active school of orgs.csv, here or in enrollments.csv, found '0199'",
            "student_contacts.csv line 3, column contact_id: expected the sourcedId of a guardian in users.csv, found 'g9'",
        ]
    );
    assert_eq!((school.count("student"), school.count("school")), (0, 0));
    assert_eq!(school.rows("SELECT outcome FROM import_batch"), ["refused"]);
    let stopped = school.oneroster(&options()).unwrap_err().to_string();
    assert!(stopped.ends_with("or say --skip-bad-rows to import the others."), "{stopped}");
    let report = school.oneroster(&skipping()).unwrap();
    assert_eq!((report.rows_skipped, report.added.of(Noun::Student)), (4, 1), "{report}");
}

#[test]
fn without_a_school_year_a_student_without_dates_is_a_problem() {
    let school = School::empty();
    std::fs::remove_file(school.path("oneroster/academicSessions.csv")).unwrap();
    school.edit("oneroster/enrollments.csv", "e3,0101,008,student,2025-09-29,", "e3,0101,008,student,,");
    let named = problems(school.oneroster(&options()));
    assert_eq!(
        named,
        [
            "enrollments.csv line 4, column beginDate: expected a date, since academicSessions.csv names no school year, found nothing",
            "users.csv line 4, column orgSourcedIds: expected a row in enrollments.csv with a beginDate, since academicSessions.csv names no school year, found '0102'",
        ]
    );
}

#[test]
fn a_zone_that_does_not_exist_is_refused_before_anything() {
    let school = School::empty();
    let refused =
        school.oneroster(&ImportOptions { time_zone: Some("Chicago".into()), ..options() }).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "'Chicago' is no time zone; expected an IANA name such as America/Chicago"
    );
}

#[test]
fn no_report_holds_a_name_or_a_number_to_call() {
    let school = School::empty();
    school.edit("student_contacts.csv", "007,g1", "007,g9,,,,,,\n007,g1");
    let refused = school.oneroster(&options()).unwrap_err();
    let report = school.oneroster(&skipping()).unwrap();
    for text in [refused.to_string(), format!("{refused:?}"), report.to_string(), format!("{report:?}")] {
        for personal in ["Zoë", "Nuñez", "Dyer", "555 01", "Mother", "after four"] {
            assert!(!text.contains(personal), "{personal} in {text}");
        }
    }
}

#[test]
fn a_set_that_lost_most_of_its_enrollments_is_refused_and_says_of_whom() {
    let school = School::imported();
    school.write(
        "oneroster/enrollments.csv",
        "sourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate\n\
        e1,0101,007,student,2025-08-25,2026-06-01\ne3,0101,008,student,2025-09-29,2026-06-01\n",
    );
    school.edit("oneroster/users.csv", "009,0102,student", "009,0101,student");
    // 009 was in 0102 and is said to be in 0101: one ends, one begins. That is a move and no loss.
    let moved = school.oneroster(&dry()).unwrap();
    assert_eq!((moved.withdrawn.of(Noun::Enrollment), moved.added.of(Noun::Enrollment)), (1, 1));
    let both = "e6,0102,009,student,2025-08-25,2026-06-01\ne7,0101,009,student,2025-08-25,2026-06-01\n";
    let text = fs::read_to_string(school.path("oneroster/enrollments.csv")).unwrap() + both;
    school.write("oneroster/enrollments.csv", &text);
    school.oneroster(&options()).unwrap();
    school.edit("oneroster/enrollments.csv", "e7,0101,009,student,2025-08-25,2026-06-01\n", "");
    let refused = school.oneroster(&options()).unwrap_err();
    assert!(
        matches!(refused, ImportError::TooManyWithdrawals { of_what: "enrollments", ended: 1, .. }),
        "{refused}"
    );
    assert!(refused.to_string().contains("withdrawn: enrollment 009 in 0101 from 2025-08-25"), "{refused}");
}

#[test]
fn a_set_of_version_1_2_has_its_roles_in_a_file_of_their_own() {
    let school = School::empty();
    let users: String = USERS
        .lines()
        .map(|line| {
            let mut fields: Vec<&str> = line.split(',').collect();
            fields.drain(1..3);
            fields.join(",") + "\n"
        })
        .collect();
    school.write("oneroster/users.csv", &users);
    school.write(
        "oneroster/roles.csv",
        "sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n\
        r1,007,primary,student,,,0101\nr2,008,primary,student,,,0101\nr3,009,primary,student,,,0102\n\
        r4,g1,primary,guardian,,,0100\nr5,g2,primary,parent,,,0100\nr6,g3,primary,guardian,,,0100\n\
        r7,t1,primary,teacher,,,0101\n",
    );
    let report = school.oneroster(&options()).unwrap();
    assert_eq!(
        report.to_string().lines().last().unwrap(),
        "2 schools, 3 students, 3 enrollments, 2 guardians, 2 guardians of students added"
    );
    assert_eq!(school.rows(ENROLLED)[2], "009|0102|2025-08-25|2026-06-01");
}

#[test]
fn a_new_school_reports_as_its_export_says_and_afterwards_as_staff_say() {
    let school = School::empty();
    school.edit("oneroster/orgs.csv", "parentSourcedId\n", "parentSourcedId,metadata.attendanceReporting\n");
    school.edit("oneroster/orgs.csv", "district,", "district,,");
    school.edit("oneroster/orgs.csv", "Bend High,school,0100", "Bend High,school,0100,positive");
    school.edit("oneroster/orgs.csv", "Bend Middle,school,0100", "Bend Middle,school,0100,");
    school.oneroster(&options()).unwrap();
    let reporting = "SELECT negative_reporting FROM school ORDER BY sis_id";
    assert_eq!(school.rows(reporting), ["0", "1"]);
    school.calendar().unwrap();
    school.attendance(&ImportOptions { negative_reporting: Some(true), ..options() }).unwrap();
    school.oneroster(&options()).unwrap();
    assert_eq!(school.rows(reporting), ["1", "1"]);
}

#[test]
fn what_staff_set_of_a_guardian_stays_until_it_is_released() {
    let school = School::imported();
    let guardian = GuardianId::from_bytes(school.ask("SELECT id FROM guardian WHERE sis_id = 'g1'"));
    let set = |field, by_hand: ByHand| {
        assert!(school.store.set_guardian_by_hand(guardian, field, &by_hand, NOW).unwrap());
    };
    set(GuardianField::Phone, ByHand::Set(Some("(950) 555 0777".into())));
    set(GuardianField::Language, ByHand::Set(None));
    assert_eq!(school.rows(SEQS), ["0101|5", "0102|3"], "the phones of the student's school are told");
    assert_eq!(school.oneroster(&options()).unwrap().changes(), 0);
    school.edit("oneroster/users.csv", "(950) 555 0100", "(950) 555 0101");
    assert_eq!(school.oneroster(&options()).unwrap().changes(), 0);
    let phone = "SELECT phone, language FROM guardian WHERE sis_id = 'g1'";
    assert_eq!(school.rows(phone), ["(950) 555 0777|-"]);
    set(GuardianField::Phone, ByHand::Release);
    assert_eq!(school.oneroster(&options()).unwrap().corrected.of(Noun::Guardian), 1);
    assert_eq!(school.rows(phone), ["(950) 555 0101|-"]);
}
