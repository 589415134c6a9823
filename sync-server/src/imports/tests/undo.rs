use super::*;
use crate::imports::undo::{UndoError, UndoOptions, undo};
use crate::store::imports::Undone;

/// What counts for anybody, without numbers of the log and of the history; what was added and is ended is not there.
const FACTS: [&str; 10] = [
    "SELECT sis_id, name, negative_reporting, recorded_through FROM school ORDER BY 1",
    "SELECT sis_id, given_name, middle_name, family_name, preferred_name, birth_day, grade, active, sex, homeless, zip \
     FROM student WHERE active = 1 ORDER BY 1",
    "SELECT hex(student_id), hex(school_id), entry_day, exit_day FROM enrollment \
     WHERE exit_day IS NULL OR exit_day > entry_day ORDER BY 1, 2, 3",
    "SELECT * FROM enrollment_source ORDER BY 1",
    "SELECT sis_id, given_name, family_name, phone, language, active FROM guardian WHERE active = 1 ORDER BY 1",
    "SELECT hex(student_id), hex(guardian_id), relation, is_primary, lives_with, is_emergency, priority, restrictions, \
     best_hours, by_contacts, interpreter, may_text FROM student_guardian WHERE active = 1 ORDER BY 1, 2",
    "SELECT hex(school_id), day, day_type, value FROM calendar_day WHERE day_type <> 'non_instructional' ORDER BY 1, 2",
    "SELECT hex(student_id), hex(school_id), day, status, missed, reason FROM attendance_event \
     WHERE superseded_by IS NULL ORDER BY 1, 2, 3",
    "SELECT hex(student_id), kind, period_start, period_end, value FROM indicator WHERE superseded_by IS NULL \
     ORDER BY 1, 2, 3, 4",
    "SELECT hex(id), end_day, end_reason, ended_seq FROM match ORDER BY 1",
];

fn facts(school: &School) -> Vec<String> {
    FACTS.iter().flat_map(|sql| school.rows(sql)).collect()
}

fn undo_last(school: &School) -> Result<Undone, UndoError> {
    let batch = school.ask("SELECT max(id) FROM import_batch");
    undo(&school.store, &UndoOptions { batch, now: NOW + 60, done_by: None, only_school: None })
}

/// The same facts as if the import had never been.
#[track_caller]
fn undoes(school: &School, import: impl FnOnce(&School) -> ImportReport) {
    let before = facts(school);
    assert!(import(school).changes() > 0);
    assert_ne!(facts(school), before, "the import changed something");
    let undone = undo_last(school).unwrap();
    assert!(undone.put_back.len() + undone.ended.len() > 0);
    assert_eq!(facts(school), before);
}

#[test]
fn a_roster_that_is_undone_leaves_the_facts_of_the_roster_before_it() {
    let school = School::imported();
    undoes(&school, |school| {
        school.edit("oneroster/users.csv", "Zoë,Nuñez", "Zoe,Nunez");
        school.edit("oneroster/users.csv", "(950) 555 0111", "(950) 555 0999");
        school.edit("oneroster/users.csv", "009,0102,student,Uma,Dyer,,,g2,07,\n", "");
        school.edit("oneroster/users.csv", "t1,", "010,0101,student,New,Kid,,,g2,09,\nt1,");
        school.edit("oneroster/orgs.csv", "Bend High", "Bend High School");
        school.edit(
            "oneroster/enrollments.csv",
            "e3,0101,008,student,2025-09-29,",
            "e3,0101,008,student,2025-09-22,",
        );
        school.oneroster(&confirmed()).unwrap()
    });
}

#[test]
fn attendance_that_is_undone_leaves_each_mark_as_it_was() {
    let school = School::imported();
    undoes(&school, |school| {
        school.edit(
            "attendance.csv",
            "007,0101,2025-10-14,Tardy,bus,\n",
            "008,0101,2025-10-14,Unexcused Absence,,1\n",
        );
        school.edit("attendance.csv", "Excused Absence,ill,0.5", "Excused Absence,ill,1");
        school.attendance(&ImportOptions { whole: true, ..confirmed() }).unwrap()
    });
    let kept: i64 = school.ask("SELECT count(*) FROM attendance_event");
    assert!(kept > 5, "what was imported and undone stays as history: {kept}");
}

#[test]
fn each_other_kind_of_file_can_be_undone() {
    let school = School::imported();
    undoes(&school, |school| {
        school.edit("calendar.csv", "2025-10-15,Instructional day", "2025-10-15,Holiday");
        school.edit("calendar.csv", "0102,2025-10-14", "0102,2025-10-16,Instructional day\n0102,2025-10-14");
        school.calendar().unwrap()
    });
    undoes(&school, |school| {
        school.edit(
            "student_contacts.csv",
            "Mother,true,true,true,1,call after four",
            "Aunt,false,true,true,2,",
        );
        school.contacts().unwrap()
    });
    undoes(&school, |school| {
        school.students("student_id,english_learner,homeless\n007,true,true\n008,false,false\n").unwrap()
    });
    let indicators =
        "student_id,period_start,period_end,kind,value\n007,2025-08-25,2025-10-10,behaviour_referrals,1\n";
    undoes(&school, |school| school.indicators(indicators).unwrap());
    school.indicators(indicators).unwrap();
    undoes(&school, |school| school.indicators(&indicators.replace(",1\n", ",3\n")).unwrap());
}

#[test]
fn an_undone_import_can_be_imported_again() {
    let school = School::imported();
    school.edit("attendance.csv", "Excused Absence,ill,0.5", "Excused Absence,ill,1");
    school.attendance(&options()).unwrap();
    let after = facts(&school);
    undo_last(&school).unwrap();
    school.attendance(&options()).unwrap();
    assert_eq!(facts(&school), after);
    school.edit("oneroster/users.csv", "t1,", "010,0101,student,New,Kid,,,g2,09,\nt1,");
    school.edit("oneroster/enrollments.csv", "e4,", "e9,0101,010,student,2025-09-29,\ne4,");
    school.oneroster(&options()).unwrap();
    let after = facts(&school);
    undo_last(&school).unwrap();
    school.oneroster(&options()).unwrap();
    assert_eq!(facts(&school), after, "who was ended by undoing is here again");
}

#[test]
fn phones_learn_what_was_put_back_by_the_log() {
    let school = School::imported();
    school.edit("attendance.csv", "Excused Absence,ill,0.5", "Excused Absence,ill,1");
    school.attendance(&options()).unwrap();
    let cursor: i64 = school.ask("SELECT seq FROM school WHERE sis_id = '0102'");
    let undone = undo_last(&school).unwrap();
    assert_eq!(
        undone.schools,
        [school.ask_school("0102")],
        "the other school's phones have nothing to fetch"
    );
    let above =
        format!("SELECT status, missed FROM attendance_event WHERE seq > {cursor} AND superseded_by IS NULL");
    assert_eq!(school.rows(&above), ["absent_excused|5000"]);
    assert_eq!(
        school.rows(&format!("SELECT what FROM school_log WHERE seq > {cursor} AND what = 'undo'")),
        ["undo"]
    );
}

#[test]
fn only_the_last_import_is_undone_and_only_once() {
    let school = School::imported();
    let last: i64 = school.ask("SELECT max(id) FROM import_batch");
    let of = |batch| undo(&school.store, &UndoOptions { batch, now: NOW, done_by: None, only_school: None });
    let before = school.everything();
    assert!(matches!(of(last - 1), Err(UndoError::BuiltOn { later }) if later == last));
    assert!(matches!(of(last + 7), Err(UndoError::NoSuchImport(_))));
    assert_eq!(school.everything(), before, "a refusal changes nothing");
    school.attendance(&options()).unwrap();
    assert!(matches!(of(last + 1), Err(UndoError::StoredNothing)), "the same file again changed nothing");
    of(last).unwrap();
    assert!(matches!(of(last), Err(UndoError::Already)));
    assert!(matches!(of(last + 2), Err(UndoError::IsUndoing)));
    assert!(matches!(of(last - 1), Err(UndoError::BuiltOn { .. })), "what lies behind it is no longer kept");
    assert_eq!(school.count("import_before WHERE batch_id <= 3"), 0, "no old name lies about");
}

#[test]
fn a_student_who_has_a_mentor_by_now_is_not_taken_away_by_undoing() {
    let school = School::imported();
    school.edit("oneroster/users.csv", "t1,", "010,0101,student,New,Kid,,,g2,09,\nt1,");
    school.edit("oneroster/enrollments.csv", "e4,", "e9,0101,010,student,2025-09-29,\ne4,");
    school.oneroster(&options()).unwrap();
    school.execute(
        "INSERT INTO mentor (id, school_id, name, added_at, seq) SELECT x'0a', id, 'Ana', 0, 1 FROM school WHERE sis_id = '0101';
         INSERT INTO match (id, school_id, student_id, mentor_id, start_day, granted_seq, seq)
         SELECT randomblob(16), school.id, student.id, x'0a', 20000, 1, 1 FROM school, student
         WHERE school.sis_id = '0101' AND student.sis_id = '010'",
    );
    let before = school.everything();
    assert!(matches!(undo_last(&school), Err(UndoError::Matched { matches: 1 })));
    assert_eq!(school.everything(), before);
}

#[test]
fn a_match_that_an_import_ended_goes_on_when_it_is_undone() {
    let school = School::imported();
    school.execute(
        "INSERT INTO mentor (id, school_id, name, added_at, seq) SELECT x'0a', id, 'Ana', 0, 1 FROM school WHERE sis_id = '0101';
         INSERT INTO match (id, school_id, student_id, mentor_id, start_day, granted_seq, seq)
         SELECT x'00112233445566778899aabbccddeeff', school.id, student.id, x'0a', 20000, 1, 1 FROM school, student
         WHERE school.sis_id = '0101' AND student.sis_id = '008'",
    );
    undoes(&school, |school| {
        school.edit(
            "oneroster/enrollments.csv",
            "e3,0101,008,student,2025-09-29,",
            "e3,0102,008,student,2025-09-29,",
        );
        let report = school.oneroster(&confirmed()).unwrap();
        assert_eq!(report.withdrawn.of(Noun::Match), 1);
        report
    });
    let granted: bool =
        school.ask("SELECT granted_seq = (SELECT seq FROM school WHERE id = school_id) FROM match");
    assert!(granted, "the mentor's phones fetch the student again");
}

#[test]
fn what_staff_set_by_hand_since_stands_when_an_import_is_undone() {
    let school = School::imported();
    school.edit("oneroster/users.csv", "(950) 555 0111", "(950) 555 0999");
    school.oneroster(&options()).unwrap();
    school.execute(
        "UPDATE guardian SET phone = '555 0777' WHERE sis_id = 'g2';
         INSERT INTO hand_set SELECT 'guardian', id, 'phone', 1 FROM guardian WHERE sis_id = 'g2'",
    );
    undo_last(&school).unwrap();
    assert_eq!(school.ask::<String>("SELECT phone FROM guardian WHERE sis_id = 'g2'"), "555 0777");
}

#[test]
fn a_schools_file_that_changes_another_school_is_refused() {
    let school = School::imported();
    let only_school = Some(school.ask_school("0101"));
    let ours = ImportOptions { only_school, ..options() };
    let before = school.everything();
    school.edit("attendance.csv", "Excused Absence,ill,0.5", "Excused Absence,ill,1");
    assert!(matches!(school.attendance(&ours), Err(ImportError::OtherSchools)));
    assert!(matches!(
        school.attendance(&ImportOptions { dry_run: true, ..ours.clone() }),
        Err(ImportError::OtherSchools)
    ));
    assert_eq!(school.everything(), before);
    school.edit("attendance.csv", "Excused Absence,ill,1", "Excused Absence,ill,0.5");
    school.edit("attendance.csv", "007,0101,2025-10-14,Tardy", "007,0101,2025-10-14,Excused Absence");
    assert_eq!(school.attendance(&ours).unwrap().corrected.total(), 1);
    let batch: i64 = school.ask("SELECT max(id) FROM import_batch");
    let theirs = UndoOptions { batch, now: NOW, done_by: None, only_school: Some(school.ask_school("0102")) };
    assert!(matches!(undo(&school.store, &theirs), Err(UndoError::NoSuchImport(_))));
    undo(&school.store, &UndoOptions { only_school, ..theirs }).unwrap();
}
