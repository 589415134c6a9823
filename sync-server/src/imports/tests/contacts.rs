use super::*;

const GUARDED: &str = "SELECT student.sis_id, guardian.sis_id, relation, is_primary, restrictions, best_hours, \
    by_contacts, student_guardian.active, student_guardian.seq, phone, guardian.language FROM student_guardian \
    JOIN student ON student.id = student_id JOIN guardian ON guardian.id = guardian_id ORDER BY 1, 2";

#[test]
fn a_file_of_contacts_tells_what_a_guardian_is_and_how_to_call_them() {
    let school = School::imported();
    let header = "student_id,contact_id,relation,primary,restrictions,phone,language,best_hours\n";
    school.write(
        "student_contacts.csv",
        &format!("{header}009,g2,Father,true,not to be told,(950) 555 0888,Hmong,after six\n"),
    );
    let report = school.contacts().unwrap();
    assert_eq!(report.to_string(), "1 guardian, 1 guardian of a student corrected");
    assert_eq!(
        school.rows(GUARDED)[1],
        "009|g2|Father|1|not to be told|after six|1|1|4|(950) 555 0888|Hmong"
    );
    let before = school.everything();
    assert_eq!(school.contacts().unwrap().changes(), 0);
    assert_eq!(school.oneroster(&options()).unwrap().changes(), 0, "the roster beside it says the same");
    assert_eq!(school.everything(), before);
}

#[test]
fn a_guardian_whom_only_the_contacts_name_is_not_ended_by_a_roster_without_them() {
    let school = School::imported();
    school.write("student_contacts.csv", "student_id,contact_id,relation\n008,g1,Aunt\n");
    assert_eq!(school.contacts().unwrap().added.of(Noun::GuardianLink), 1);
    fs::remove_file(school.path("student_contacts.csv")).unwrap();
    assert_eq!(school.oneroster(&options()).unwrap().changes(), 0);
    assert!(school.rows(GUARDED)[1].starts_with("008|g1|Aunt|0|-|-|1|1|"), "{:?}", school.rows(GUARDED));
    // Gone from users.csv, a guardian is gone whatever an older list says.
    school.edit("oneroster/users.csv", "g1,0100,guardian,Ana,Nuñez,,(950) 555 0100,007,,Spanish\n", "");
    school.edit("oneroster/users.csv", ",g1,09", ",,09");
    school.oneroster(&confirmed()).unwrap();
    assert_eq!(school.ask::<i64>("SELECT count(*) FROM student_guardian WHERE active = 1"), 1);
}

#[test]
fn contacts_of_strangers_are_noted_and_unknown_guardians_are_problems() {
    let school = School::imported();
    school.write(
        "student_contacts.csv",
        "student_id,contact_id,relation\n055,g1,Aunt\n007,g9,Aunt\n007,g1,Mother\n",
    );
    assert_eq!(
        problems(school.contacts()),
        [
            "student_contacts.csv line 3, column contact_id: expected the id of a guardian who is here; import the OneRoster set first, found 'g9'"
        ]
    );
    school.edit("student_contacts.csv", "007,g9,Aunt\n", "");
    let report = school.contacts().unwrap();
    assert_eq!(
        report.notes[0].to_string(),
        "student_contacts.csv has 1 row of students or guardians who are not here (first line 2), left out"
    );
    assert!(!format!("{report} {report:?}").contains("Mother"), "{report:?}");
}
