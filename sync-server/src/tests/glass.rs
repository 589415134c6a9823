//! Breaking the glass: a student of another school is opened with a reason, for some hours, and that school is told.

use axum::http::StatusCode;
use daymark_domain::StudentId;

use super::*;
use crate::store::contract::{clear_mentor_of, day, matched};

/// Lincoln's coordinator wants to see Adams' student, of whom a mentor wrote a note.
struct Two {
    server: Server,
    adams: SchoolId,
    student: StudentId,
}

impl Two {
    async fn open() -> Self {
        let server = Server::start().await;
        let adams = server.store.seed_school("Adams Hall").await;
        let student = server.store.seed_student(adams, "Zelda", "Quill", day("2025-08-25")).await;
        let ana = clear_mentor_of(&server.store, adams, "Ana Ruiz").await;
        let match_id = matched(&server.store, adams, student, ana).await;
        server.store.seed_note(match_id, "7-1", "plays the drums", "team", "shareable").await;
        server.store.seed_call(match_id, day("2025-10-14"), "reached_guardian").await;
        Self { server, adams, student }
    }

    fn form(&self, hours: u32) -> String {
        format!("key={}&reason=Found+on+the+road&hours={hours}", self.student)
    }
}

#[tokio::test]
async fn a_glass_opens_what_is_needed_today_and_closes_by_itself() {
    let two = Two::open().await;
    let kim = two.server.signed_in("kim", Role::Coordinator).await;
    let page = format!("/staff/students/{}", two.student);
    assert_eq!(kim.get(&page).await.status, StatusCode::NOT_FOUND, "not without a reason");
    let broken = goes_to(&kim.post("/staff/glass", &two.form(4)).await).to_owned();
    let behind = kim.get(&broken).await;
    assert_eq!(behind.status, StatusCode::OK, "{}", behind.body);
    for shown in ["Zelda Quill", "Adams Hall", "Found on the road", "Ana Ruiz"] {
        assert!(behind.body.contains(shown), "{shown}: {}", behind.body);
    }
    assert!(!behind.body.contains("plays the drums"), "a note is not needed to act today");
    assert_eq!(kim.get(&page).await.status, StatusCode::NOT_FOUND, "and nothing else of that school opens");
    two.server.step(4 * 3_600 - 1);
    assert_eq!(two.server.browser("kim").await.get(&broken).await.status, StatusCode::OK);
    two.server.step(1);
    assert_eq!(two.server.browser("kim").await.get(&broken).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_glass_is_its_breakers_alone_and_ends_when_they_say_so() {
    let two = Two::open().await;
    let kim = two.server.signed_in("kim", Role::Coordinator).await;
    let pat = two.server.signed_in("pat", Role::Principal).await;
    let broken = goes_to(&kim.post("/staff/glass", &two.form(24)).await).to_owned();
    assert_eq!(pat.get(&broken).await.status, StatusCode::NOT_FOUND);
    assert_eq!(pat.post(&format!("{broken}/mend"), "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(goes_to(&kim.post(&format!("{broken}/mend"), "").await), "/staff/glass");
    assert_eq!(kim.get(&broken).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn no_glass_is_broken_without_a_reason_for_longer_than_a_day_or_for_nobody() {
    let two = Two::open().await;
    let kim = two.server.signed_in("kim", Role::Coordinator).await;
    let student = two.student;
    for (fields, status) in [
        (two.form(25), StatusCode::BAD_REQUEST),
        (two.form(0), StatusCode::BAD_REQUEST),
        (format!("key={student}&reason=+&hours=1"), StatusCode::UNPROCESSABLE_ENTITY),
        ("key=nobody&reason=Found&hours=1".to_owned(), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        assert_eq!(kim.post("/staff/glass", &fields).await.status, status, "{fields}");
    }
    let count = |db: &daymark_sqlite::rusqlite::Connection| {
        Ok(db.query_row("SELECT count(*) FROM broken_glass", [], |row| row.get::<_, i64>(0))?)
    };
    assert_eq!(two.server.store.read(count).await.unwrap(), 0);
    // One's own student needs none.
    let own = two.server.store.seed_student(two.server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let answer = kim.post("/staff/glass", &format!("key={own}&reason=Found&hours=1")).await;
    assert_eq!(goes_to(&answer), format!("/staff/students/{own}"));
    assert_eq!(two.server.store.read(count).await.unwrap(), 0);
}

#[tokio::test]
async fn the_students_own_principal_and_the_family_learn_who_opened_whom_and_why() {
    let two = Two::open().await;
    let kim = two.server.signed_in("kim", Role::Coordinator).await;
    let broken = goes_to(&kim.post("/staff/glass", &two.form(1)).await).to_owned();
    kim.get(&broken).await;
    two.server.account(two.adams, "pam", Role::Principal).await;
    two.server.account(two.adams, "cora", Role::Coordinator).await;
    let pam = two.server.browser("pam").await;
    let home = pam.get("/staff/home").await.body;
    assert!(
        home.contains("was opened by another school") && home.contains("Zelda Quill · Name of kim"),
        "{home}"
    );
    let told = pam.get("/staff/glass").await;
    for shown in ["Zelda Quill", "Name of kim", "Lincoln Middle", "Found on the road"] {
        assert!(told.body.contains(shown), "{shown}: {}", told.body);
    }
    let record =
        two.server.browser("cora").await.get(&format!("/staff/students/{}/record", two.student)).await;
    for shown in ["opened by another school", "looked at by another school", "Name of kim"] {
        assert!(record.body.contains(shown), "{shown}: {}", record.body);
    }
}
