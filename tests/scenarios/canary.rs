//! A phone never receives a byte of a student who is not its mentor's.

use std::fs;
use std::path::Path;

use daymark_domain::DoorResult;
use daymark_test_support::District;

use crate::phone::Phone;
use crate::school::School;

const CANARY: &str = "Kanarienvogel";

/// Writes the canary into every name, number and restriction of the export but those of the first students of the
/// school's list, who will be the mentor's own.
fn plant(district: &District, export: &Path, own: &[String]) {
    let users = export.join("oneroster/users.csv");
    let text = fs::read_to_string(&users).unwrap();
    let own_people = |line: &str| own.iter().any(|id| line.starts_with(&format!("{id},")));
    let planted: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(n, line)| {
            if n == 0 || own_people(line) {
                return line.to_owned();
            }
            let mut fields: Vec<&str> = line.split(',').collect();
            let family = format!("{CANARY}{n}");
            fields[9] = &family;
            fields.join(",")
        })
        .collect();
    fs::write(&users, planted.join("\r\n")).unwrap();
    assert!(district.students.len() > own.len());
}

/// The middle school's students whose families the mentor may know: the first four, with their guardians.
fn own_people(district: &District) -> Vec<String> {
    let students = district.students.iter().filter(|student| student.school == 1).take(4);
    students
        .flat_map(|student| {
            let guardians =
                student.contacts.iter().map(|contact| district.guardians[contact.guardian].sis_id.clone());
            std::iter::once(student.sis_id.clone()).chain(guardians)
        })
        .collect()
}

#[tokio::test]
async fn nothing_of_other_students_reaches_the_phone_or_its_disk() {
    let mut own_students = Vec::new();
    let school = School::open_with(|district, export| {
        let own = own_people(district);
        own_students =
            district.students.iter().filter(|s| s.school == 1).take(4).map(|s| s.sis_id.clone()).collect();
        plant(district, export, &own);
    })
    .await;
    let (ana, ben) = (school.add_mentor("Ana Ruiz").await, school.add_mentor("Ben Adeyemi").await);
    let mut own_matches = Vec::new();
    for sis_id in &own_students {
        let student = school.workshop.store.student_by_sis_id(sis_id).await.unwrap().unwrap();
        own_matches.push(school.match_with(ana, student).await);
    }
    let all = school.students().await;
    let bens = school.match_with(ben, all[all.len() - 1]).await;

    // The other mentor's phone sends notes of its own; Ana's phone syncs before and after.
    let (anas_phone, bens_phone) = (Phone::paired(&school, ana).await, Phone::paired(&school, ben).await);
    anas_phone.sync_until_done().await;
    bens_phone.sync_until_done().await;
    let note = daymark_mentor_core::api::Request::AddNote {
        match_id: bens,
        day: school.today,
        text: format!("{CANARY} in a note"),
        audience: daymark_domain::Audience::Team,
        class: daymark_domain::NoteClass::Shareable,
    };
    bens_phone.ask(note).unwrap();
    bens_phone.sync_until_done().await;
    anas_phone.greet(own_matches[0], school.today, DoorResult::Greeted);
    anas_phone.sync_until_done().await;

    assert!(bens_phone.everything_stored().contains(CANARY), "the canary sings where it may");
    assert_eq!(anas_phone.caseload().len(), own_students.len());
    let received = anas_phone.link.seen.borrow();
    assert!(!String::from_utf8_lossy(&received).contains(CANARY), "not on the wire");
    assert!(!anas_phone.everything_stored().contains(CANARY), "not in the database");
}

#[tokio::test]
async fn the_phones_files_hold_no_name_in_plain_text() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    for student in school.students().await.into_iter().take(3) {
        school.match_with(mentor, student).await;
    }
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let names: Vec<String> = phone
        .caseload()
        .iter()
        .flat_map(|row| row.student.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    for file in phone.files() {
        let bytes = fs::read(&file).unwrap();
        for name in names.iter().filter(|name| name.len() > 4) {
            let found = bytes.windows(name.len()).any(|window| window == name.as_bytes());
            assert!(!found, "a name lies in plain text in {}", file.display());
        }
    }
}
