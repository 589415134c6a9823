use axum::http::StatusCode;
use daymark_domain::{DayPart, DayType, StudentId};

use super::*;
use crate::store::audit::AuditStore;
use crate::store::contract::{day, matched, mentor};

/// Tyrone with five school weeks, two absences, notes of three kinds, and Ana.
async fn tyrone(server: &Server) -> StudentId {
    let store = &server.store;
    let days = (0..5).flat_map(|week| (0..5).map(move |weekday| day("2025-09-15").plus(7 * week + weekday)));
    store.seed_calendar(server.school, days.map(|date| (date, DayType::Instructional)).collect()).await;
    let tyrone = store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, server.school, "Ana Ruiz").await;
    let id = matched(store, server.school, tyrone, ana).await;
    for date in ["2025-09-17", "2025-10-14"] {
        store.seed_absence(server.school, tyrone, day(date), DayPart::WHOLE).await;
    }
    store.seed_call(id, day("2025-10-14"), "reached_guardian").await;
    store.seed_door_check(id, day("2025-10-13"), "greeted").await;
    store.seed_note(id, "1-1", "Likes the chess club", "team", "shareable").await;
    store.seed_note(id, "1-2", "Between us two", "match", "shareable").await;
    store.seed_note(id, "1-3", "Grandmother is ill", "team", "sensitive").await;
    store.seed_barrier(id, "1-4", "food").await;
    tyrone
}

#[tokio::test]
async fn the_page_shows_the_year_with_its_working_and_what_mentors_did_and_the_view_is_noted() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get(&format!("/staff/students/{tyrone}")).await;
    assert_eq!(page.status, StatusCode::OK);
    for wanted in [
        "Tyrone Dyer",
        "Grade 7 · Ana Ruiz",
        "2 of 22 days missed",
        "9.1 %",
        "School record complete to Tue 14 Oct",
        "October 2025",
        "Tuesday 14 October: today, school&#39;s record: absent",
        "Wake-up call · family reached",
        "Greeted at the door",
        "Likes the chess club",
        "Between us two",
        "Grandmother is ill",
        "food",
        "?month=2025-09",
    ] {
        assert!(page.body.contains(wanted), "{wanted} is missing in {}", page.body);
    }
    assert!(!page.body.contains("⟦") && !page.body.contains("<script"), "{}", page.body);
    let week = kim.get("/team/week").await.body;
    assert!(week.contains("2 of 22 days") && week.contains(&format!("/staff/students/{tyrone}")), "{week}");
    let accesses = server.store.accesses(server.school, 50).await.unwrap();
    let viewed =
        |what: &str| accesses.iter().any(|access| access.what == what && access.student_id == Some(tyrone));
    assert!(viewed("student_viewed"));
    let september = kim.get(&format!("/staff/students/{tyrone}?month=2025-09")).await.body;
    assert!(september.contains("Wednesday 17 September: school&#39;s record: absent"), "{september}");
    assert_eq!(kim.get(&format!("/staff/students/{tyrone}?month=now")).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_team_reads_its_own_notes_and_neither_the_sensitive_ones_nor_the_whole_record() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    for (login, role) in [("pat", Role::Team), ("lou", Role::Principal)] {
        let pat = server.signed_in(login, role).await;
        let page = pat.get(&format!("/staff/students/{tyrone}")).await.body;
        assert!(page.contains("Likes the chess club"), "{page}");
        assert!(!page.contains("Between us two") && !page.contains("Grandmother"), "{page}");
        let record = format!("/staff/students/{tyrone}/record");
        assert!(!page.contains(&record));
        assert_eq!(pat.get(&record).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_familys_note_is_kept_with_the_record_and_the_record_says_who_looked() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let to = format!("/staff/students/{tyrone}/amendments");
    let refused = kim.post(&to, "day=2025-10-14&asked_by=&text=A+funeral").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("Nothing was saved") && refused.body.contains("A funeral"),
        "{}",
        refused.body
    );
    let kept = kim.post(&to, "day=2025-10-14&asked_by=Dee+Dyer,+mother&text=The+17th+was+a+funeral").await;
    assert_eq!(goes_to(&kept), format!("/staff/students/{tyrone}#amendments"));
    let record = kim.get(&format!("/staff/students/{tyrone}/record")).await.body;
    for wanted in [
        "Record of Tyrone Dyer",
        "The 17th was a funeral",
        "Dee Dyer, mother, 14 October 2025",
        "17 September 2025",
        "absent, unexcused",
        "Grandmother is ill",
        "Between us two",
        "note of the family kept · Name of kim",
        "whole record opened",
    ] {
        assert!(record.contains(wanted), "{wanted} is missing in {record}");
    }
    assert!(!record.contains("⟦"), "{record}");
}

#[tokio::test]
async fn a_student_is_found_by_name_without_the_name_in_an_address() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    let pat = server.signed_in("pat", Role::Team).await;
    let found = pat.post("/staff/students", "name=dye").await.body;
    assert!(found.contains(&format!("/staff/students/{tyrone}")) && found.contains("Tyrone Dyer"), "{found}");
    assert!(pat.post("/staff/students", "name=woods").await.body.contains("No student of this school fits"));
}
