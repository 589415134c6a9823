//! What a mentor's phone gets of a student beyond what every phone does: only as it was granted, and only as long.

use daymark_domain::{GrantedField, MatchId, StudentId};
use daymark_mentor_core::api::GrantedView;
use daymark_server::store::field_grants::{FieldGranted, NewFieldGrant};

use crate::phone::Phone;
use crate::school::{MORNING, School};

const CANARY: &str = "Kanarienvogel";
const DAY: i64 = 86_400;

/// Words of the school beside each of the student's marks, and two detentions.
fn wrote(school: &School, student: StudentId) {
    let id = *student.as_bytes();
    let write = |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
        tx.execute("UPDATE attendance_event SET reason = ?1 WHERE student_id = ?2", (CANARY, id))?;
        Ok(())
    };
    school.workshop.store.write_blocking(write).unwrap();
    detentions(school, student, 200);
}

fn detentions(school: &School, student: StudentId, hundredths: i64) {
    let (id, day) = (*student.as_bytes(), school.today.number());
    let write = |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
        let batch: i64 = tx.query_row("SELECT max(id) FROM import_batch", [], |row| row.get(0))?;
        let new = "INSERT INTO indicator (student_id, period_start, period_end, kind, value, batch_id, superseded_by)
                   VALUES (?1, ?2, ?2 + ?3, 'detentions', ?4, ?5, NULL)";
        tx.execute(new, (id, day - 30, hundredths / 100, hundredths, batch))?;
        Ok(())
    };
    school.workshop.store.write_blocking(write).unwrap();
}

async fn grant(school: &School, match_id: MatchId, field: GrantedField, days: u64) {
    let new = NewFieldGrant {
        school_id: school.id,
        match_id,
        field,
        reason: "Looks after the homework".to_owned(),
        from: school.today,
        until: school.today.plus(days),
        by: school.coordinator,
        at: MORNING,
    };
    assert_eq!(school.workshop.app.store.grant_field(new).await.unwrap(), FieldGranted::Yes);
}

fn granted(phone: &Phone, match_id: MatchId) -> Vec<GrantedView> {
    phone.student(match_id).unwrap().granted
}

fn noted(school: &School, what: &str) -> i64 {
    school
        .count(&format!("SELECT count(*) FROM access_event WHERE what = '{what}' AND student_id IS NOT NULL"))
}

#[tokio::test]
async fn a_field_comes_by_its_grant_alone_and_is_gone_from_the_phone_when_it_runs_out() {
    let school = School::open().await;
    let (ana, ben) = (school.add_mentor("Ana Ruiz").await, school.add_mentor("Ben Adeyemi").await);
    let student = student_with_marks(&school).await;
    wrote(&school, student);
    let (anas, bens) = (school.match_with(ana, student).await, school.match_with(ben, student).await);
    let (phone, other) = (Phone::paired(&school, ana).await, Phone::paired(&school, ben).await);
    phone.sync_until_done().await;
    assert!(granted(&phone, anas).is_empty());
    assert!(!phone.everything_stored().contains(CANARY), "without a grant");

    grant(&school, anas, GrantedField::AttendanceReasons, 1).await;
    phone.sync_until_done().await;
    let shown = granted(&phone, anas);
    assert_eq!((shown.len(), shown[0].field), (1, GrantedField::AttendanceReasons));
    assert!(
        shown[0].lines.iter().all(|line| line.text.as_deref() == Some(CANARY)) && !shown[0].lines.is_empty()
    );
    other.sync_until_done().await;
    assert!(
        granted(&other, bens).is_empty() && !other.everything_stored().contains(CANARY),
        "another mentor's phone"
    );

    // Its last day is over: the phone shows it no more even without a network, and at its next contact has it no more.
    let after = MORNING + 2 * DAY;
    phone.clock.set(after);
    assert!(granted(&phone, anas).is_empty());
    assert!(phone.everything_stored().contains(CANARY));
    school.workshop.set_clock(after);
    phone.sync_until_done().await;
    assert!(granted(&phone, anas).is_empty() && !phone.everything_stored().contains(CANARY));
    assert_eq!((noted(&school, "field_granted"), noted(&school, "field_grant_ran_out")), (1, 1));
}

#[tokio::test]
async fn what_changes_at_school_comes_anew_and_a_coordinator_ends_a_grant_before_its_day() {
    let school = School::open().await;
    let ana = school.add_mentor("Ana Ruiz").await;
    let student = student_with_marks(&school).await;
    wrote(&school, student);
    let match_id = school.match_with(ana, student).await;
    let phone = Phone::paired(&school, ana).await;
    phone.sync_until_done().await;
    grant(&school, match_id, GrantedField::Discipline, 30).await;
    phone.sync_until_done().await;
    let values = |phone: &Phone| -> Vec<Option<i64>> {
        granted(phone, match_id)
            .iter()
            .flat_map(|field| field.lines.iter().map(|line| line.hundredths))
            .collect()
    };
    assert_eq!(values(&phone), [Some(200)]);
    detentions(&school, student, 300);
    phone.sync_until_done().await;
    assert_eq!(values(&phone), [Some(300), Some(200)]);
    assert!(!phone.everything_stored().contains(CANARY), "one field is one field");

    let store = &school.workshop.app.store;
    let id = store.field_grants(school.id, match_id).await.unwrap().unwrap().grants[0].id;
    assert!(store.end_field_grant(school.id, match_id, id, school.coordinator, MORNING).await.unwrap());
    assert!(!store.end_field_grant(school.id, match_id, id, school.coordinator, MORNING).await.unwrap());
    phone.sync_until_done().await;
    assert!(granted(&phone, match_id).is_empty() && !phone.everything_stored().contains("detentions"));
    assert_eq!(noted(&school, "field_grant_ended"), 1);
}

/// A student of whom the school has recorded at least one day.
async fn student_with_marks(school: &School) -> StudentId {
    for student in school.students().await {
        let hex: String = student.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        let marks = format!(
            "SELECT count(*) FROM attendance_event WHERE student_id = x'{hex}' AND superseded_by IS NULL"
        );
        if school.count(&marks) > 0 {
            return student;
        }
    }
    panic!("nobody was ever absent")
}
