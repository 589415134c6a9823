use axum::http::StatusCode;

use super::*;
use crate::service::clearing::clear_mentor;
use crate::store::audit::AuditStore;
use crate::store::contract::{day, mentor};
use crate::store::matches::MatchStore;

#[tokio::test]
async fn a_team_member_sees_the_week_and_none_of_the_coordinators_pages() {
    let server = Server::start().await;
    let ana = mentor(&server.store, server.school, "Ana Ruiz").await;
    let pat = server.signed_in("pat", Role::Team).await;
    assert_eq!(pat.get("/team/week").await.status, StatusCode::OK);
    for page in ["/staff".into(), format!("/staff/mentors/{ana}"), format!("/staff/mentors/{ana}/students")] {
        assert_eq!(pat.get(&page).await.status, StatusCode::FORBIDDEN, "{page}");
    }
    assert_eq!(pat.post("/staff/mentors", "name=Ben").await.status, StatusCode::FORBIDDEN);
    assert_eq!(pat.post(&format!("/staff/mentors/{ana}/invite"), "").await.status, StatusCode::FORBIDDEN);
    assert_eq!(pat.get(&format!("/staff/mentors/{ana}/pairing")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_coordinator_adds_a_mentor_matches_a_student_and_ends_the_match() {
    let server = Server::start().await;
    let entry = day("2025-08-25");
    let tyrone = server.store.seed_student(server.school, "Tyrone", "Dyer", entry).await;
    server.store.seed_student(server.school, "Lisa", "Woods", entry).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let mut pokes = server.app.pokes.subscribe();
    let page = goes_to(&kim.post("/staff/mentors", "name=+Ana+Ruiz+").await).to_owned();
    assert!(kim.get("/staff").await.body.contains("Ana Ruiz"));
    let ana = page.rsplit('/').next().unwrap().parse().unwrap();
    let by = server.account(server.school, "office", Role::Clerk).await;
    clear_mentor(&server.store, (server.school, ana, "Ana Ruiz"), by, day("2025-10-13"), NOON).await.unwrap();

    let found = kim.post(&format!("{page}/students"), "name=dyer&grade=").await;
    assert!(found.body.contains("Tyrone Dyer") && !found.body.contains("Lisa Woods"), "{}", found.body);
    let choice = format!(
        "student={tyrone}&start_day=2025-10-13&wake_up_calls=yes&why_shared_interests=yes&rationale=Both+like+chess\
         &because=under_school_control"
    );
    assert_eq!(goes_to(&kim.post(&format!("{page}/matches"), &choice).await), page);
    let again = kim.post(&format!("{page}/matches"), &choice).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.body.contains("These two are matched already"), "{}", again.body);

    let shown = kim.get(&page).await.body;
    assert!(shown.contains("Tyrone Dyer") && shown.contains("Both like chess"), "{shown}");
    let address = between(&shown, "action=\"", "/wake-up-calls").rsplit('"').next().unwrap().to_owned();
    assert_eq!(goes_to(&kim.post(&format!("{address}/wake-up-calls"), "wake_up_calls=no").await), page);
    let ending = format!("/staff/closing/{}", address.rsplit('/').next().unwrap());
    assert!(shown.contains(&ending), "{shown}");
    goes_to(&kim.post(&format!("{ending}/end"), "reason=safety").await);
    assert!(kim.get(&page).await.body.contains("ended Tue 14 Oct"));

    // Mentor, match, calls, end: each poked the school's phones.
    assert_eq!(std::iter::from_fn(|| pokes.try_recv().ok()).collect::<Vec<_>>(), [server.school; 4]);
    let accesses = server.store.accesses(server.school, 50).await.unwrap();
    for what in [
        "students_searched",
        "match_proposed",
        "match_activated",
        "match_ended",
        "mentor_viewed",
        "week_viewed",
    ] {
        assert!(accesses.iter().any(|access| access.what == what), "{what} was not noted");
    }
}

#[tokio::test]
async fn another_schools_coordinator_finds_nothing_by_its_address() {
    let server = Server::start().await;
    let ana = mentor(&server.store, server.school, "Ana Ruiz").await;
    let tyrone = server.store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let id = crate::store::contract::matched(&server.store, server.school, tyrone, ana).await;
    let adams = server.store.seed_school("Adams").await;
    server.account(adams, "lee", Role::Coordinator).await;
    let lee = server.browser("lee").await;
    let page = format!("/staff/mentors/{ana}");
    assert_eq!(lee.get(&page).await.status, StatusCode::NOT_FOUND);
    assert_eq!(lee.post(&format!("{page}/students"), "name=&grade=").await.status, StatusCode::NOT_FOUND);
    assert_eq!(lee.post(&format!("{page}/invite"), "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(lee.get(&format!("{page}/pairing")).await.status, StatusCode::NOT_FOUND);
    let end = lee.post(&format!("{page}/matches/{id}/end"), "reason=safety").await;
    assert_eq!(end.status, StatusCode::NOT_FOUND);
    let choice = format!("student={tyrone}&start_day=2025-10-13&rationale=");
    assert_eq!(lee.post(&format!("{page}/matches"), &choice).await.status, StatusCode::NOT_FOUND);
    assert!(!lee.get("/team/week").await.body.contains("Tyrone"));
    assert!(server.store.matches_of_mentor(server.school, ana).await.unwrap()[0].end_day.is_none());
}

#[tokio::test]
async fn a_name_is_shown_as_text_whatever_it_holds() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    kim.post("/staff/mentors", "name=%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
    let page = kim.get("/staff").await.body;
    assert!(!page.contains("<script") && page.contains("script"), "{page}");
}
