//! OneRoster 1.1 and 1.2, whole and changes only, from the sets under `tests/fixtures/sis`.

use std::path::Path;

use daymark_sis_import::{FileMode, OneRoster, RaceEthnicity, Role, RosterVersion, Sex, read_one_roster};

fn set(name: &str) -> OneRoster {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/sis");
    read_one_roster(&folder.join(format!("oneroster-{name}"))).unwrap()
}

fn people(set: &OneRoster) -> Vec<(&str, Role, &[String], bool)> {
    let people = set.people.iter();
    people
        .map(|person| (person.sourced_id.as_str(), person.role, &person.school_ids[..], person.active))
        .collect()
}

#[test]
fn a_whole_set_in_either_version_says_the_same_of_a_student() {
    let (old, new) = (set("1.1-whole"), set("1.2-whole"));
    assert_eq!((old.version, new.version), (RosterVersion::V1_1, RosterVersion::V1_2));
    for set in [&old, &new] {
        let student = &set.people[0];
        assert_eq!((student.sourced_id.as_str(), student.role), ("007", Role::Student));
        assert_eq!(
            (student.grade.as_deref(), &student.school_ids[..]),
            (Some("09"), &["0101".to_owned()][..])
        );
        assert_eq!(student.agent_ids, ["g1"]);
        assert!(!set.is_delta());
    }
    assert_eq!((old.mode("users.csv"), old.mode("roles.csv")), (FileMode::Bulk, FileMode::Absent));
    assert_eq!((new.mode("users.csv"), new.mode("roles.csv")), (FileMode::Bulk, FileMode::Bulk));
}

#[test]
fn who_is_a_teacher_and_a_parent_can_be_called_as_a_parent() {
    let set = set("1.2-whole");
    let (bend, high) = (["0100".to_owned()], ["0101".to_owned()]);
    assert_eq!(
        people(&set),
        [
            ("007", Role::Student, &high[..], true),
            ("g1", Role::Parent, &bend[..], true),
            ("p1", Role::Administrator, &high[..], true),
        ]
    );
    assert_eq!(set.roles.len(), 4);
}

#[test]
fn a_set_of_changes_says_which_files_it_has_and_who_is_to_be_deleted() {
    let set = set("1.1-changes");
    assert!(set.is_delta());
    let modes = ["orgs.csv", "users.csv", "enrollments.csv"].map(|file| set.mode(file));
    assert_eq!(modes, [FileMode::Absent, FileMode::Delta, FileMode::Delta]);
    let high = ["0101".to_owned()];
    assert_eq!(
        people(&set),
        [
            ("007", Role::Student, &high[..], true),
            ("008", Role::Student, &high[..], false),
            ("010", Role::Unstated, &[][..], false),
        ]
    );
    let enrollments: Vec<_> =
        set.enrollments.iter().map(|row| (row.sourced_id.as_str(), row.active)).collect();
    assert_eq!(enrollments, [("e1", false)]);
}

#[test]
fn a_changed_person_whose_role_did_not_change_stays_what_they_were() {
    let set = set("1.2-changes");
    assert_eq!((set.mode("users.csv"), set.mode("roles.csv")), (FileMode::Delta, FileMode::Absent));
    assert_eq!(set.people[0].role, Role::Unstated);
    assert_eq!(set.people[0].grade.as_deref(), Some("10"));
    assert!(set.people[0].school_ids.is_empty());
}

#[test]
fn changes_of_roles_tell_what_somebody_is_now_and_nothing_of_the_roles_that_did_not_change() {
    let set = set("1.2-changed-roles");
    let (none, new) = ([], ["0102".to_owned()]);
    assert_eq!(
        people(&set),
        [
            ("007", Role::Student, &new[..], true),
            ("008", Role::Student, &none[..], true),
            ("g1", Role::Unstated, &none[..], true),
            ("009", Role::Unstated, &none[..], true),
        ]
    );
    assert_eq!(set.roles.iter().filter(|role| !role.active).count(), 1);
}

#[test]
fn sex_and_race_are_read_and_rolled_up_as_the_federal_tables_do() {
    let set = set("demographics");
    let [student] = &set.demographics[..] else { panic!("one row is whole") };
    assert_eq!((student.sex, student.hispanic), (Some(Sex::Female), Some(false)));
    assert_eq!(student.races, [RaceEthnicity::Asian, RaceEthnicity::White]);
    assert_eq!(student.race_ethnicity().map(RaceEthnicity::word), Some("two_or_more"));
}
