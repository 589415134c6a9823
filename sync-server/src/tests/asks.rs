use axum::http::StatusCode;
use daymark_domain::MatchId;

use super::*;
use crate::store::asks::AskStore;
use crate::store::audit::AuditStore;
use crate::store::contract::{day, matched, mentor};
use crate::store::schools::SchoolStore;
use crate::store::seen::{SeenStore, Shown};

/// Tyrone, matched with Ana, who asked for two things.
async fn asked(server: &Server) -> MatchId {
    let store = &server.store;
    let tyrone = store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, server.school, "Ana Ruiz").await;
    let id = matched(store, server.school, tyrone, ana).await;
    let asks =
        [("7-3", "transport", "today", "The <b>bus</b> pass"), ("7-9", "food", "next_meeting", "Lunch")];
    for (key, kind, urgency, text) in asks {
        store.seed_ask(id, key, kind, urgency, text).await;
    }
    id
}

async fn seq(server: &Server) -> i64 {
    server.store.school(server.school).await.unwrap().unwrap().seq
}

#[tokio::test]
async fn a_coordinator_answers_what_a_mentor_asked_and_an_answer_is_followed_by_another() {
    let server = Server::start().await;
    let id = asked(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get("/staff/asks").await.body;
    for wanted in [
        "Questions from mentors",
        "Tyrone Dyer · Grade 7",
        "a bus pass or a ride · needed today",
        "Ana Ruiz, Tue 14 Oct 7:42",
        "The &#60;b&#62;bus&#60;/b&#62; pass",
        "Send answer",
    ] {
        assert!(page.contains(wanted), "{wanted} is missing in {page}");
    }
    assert!(!page.contains("⟦") && has_our_script_only(&page), "{page}");

    assert!(page.find("bus").unwrap() < page.find("Lunch").unwrap(), "what is needed today comes first");

    let before = seq(&server).await;
    let mut pokes = server.app.pokes.subscribe();
    let answer = kim.post(&format!("/staff/asks/{id}/7-3"), "status=in_progress&text=+On+Friday+").await;
    assert_eq!(goes_to(&answer), "/staff/asks");
    let page = kim.get("/staff/asks").await.body;
    assert!(
        page.contains("In progress · Name of kim, Tue 14 Oct 9:00") && page.contains("On Friday"),
        "{page}"
    );
    kim.post(&format!("/staff/asks/{id}/7-3"), "status=completed&text=").await;
    let page = kim.get("/staff/asks").await.body;
    let (open, closed) = page.split_once("Closed").unwrap();
    assert!(open.contains("Lunch") && !open.contains("bus"), "{open}");
    assert!(closed.contains("bus") && closed.contains("Done · Name of kim") && !closed.contains("On Friday"));

    assert_eq!(seq(&server).await, before + 2, "each answer took its number");
    assert_eq!(pokes.try_recv(), Ok(server.school));
    let asks = server.store.asks(server.school).await.unwrap();
    assert_eq!(asks.iter().filter(|ask| ask.is_open()).count(), 1);
    let history: i64 = server
        .store
        .read(|db| Ok(db.query_row("SELECT count(*) FROM ask_answer", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(history, 2, "an earlier answer stays");
    let accesses = server.store.accesses(server.school, 50).await.unwrap();
    assert!(accesses.iter().any(|access| access.what == "asks_viewed"));
    assert!(accesses.iter().any(|access| access.what == "ask_answered" && access.student_id.is_some()));
}

#[tokio::test]
async fn what_is_not_possible_needs_a_reason_and_nothing_too_long_is_cut() {
    let server = Server::start().await;
    let id = asked(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let to = format!("/staff/asks/{id}/7-3");
    let long = format!("status=accepted&text={}", "x".repeat(2_001));
    for wrong in ["status=rejected&text=+", "status=perhaps&text=x", "text=x", &long] {
        assert_eq!(
            kim.post(&to, wrong).await.status,
            StatusCode::BAD_REQUEST,
            "{}",
            &wrong[..20.min(wrong.len())]
        );
    }
    assert!(server.store.asks(server.school).await.unwrap().iter().all(|ask| ask.answer.is_none()));
    for nothing in ["7-4", "8-3"] {
        let answer = kim.post(&format!("/staff/asks/{id}/{nothing}"), "status=accepted&text=").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn only_this_schools_coordinator_reads_and_answers_and_only_from_our_own_page() {
    let server = Server::start().await;
    let id = asked(&server).await;
    let to = format!("/staff/asks/{id}/7-3");
    let pat = server.signed_in("pat", Role::Team).await;
    for page in ["/staff/asks", "/staff/school"] {
        assert_eq!(pat.get(page).await.status, StatusCode::FORBIDDEN, "{page}");
    }
    assert_eq!(pat.post(&to, "status=accepted&text=").await.status, StatusCode::FORBIDDEN);
    let adams = server.store.seed_school("Adams").await;
    server.account(adams, "lee", Role::Coordinator).await;
    let lee = server.browser("lee").await;
    assert!(!lee.get("/staff/asks").await.body.contains("Tyrone"));
    assert_eq!(lee.post(&to, "status=accepted&text=").await.status, StatusCode::NOT_FOUND);
    let mut kim = server.signed_in("kim", Role::Coordinator).await;
    kim.form_token = "guessed".to_owned();
    assert_eq!(kim.post(&to, "status=accepted&text=").await.status, StatusCode::FORBIDDEN);
    assert!(server.store.asks(server.school).await.unwrap().iter().all(|ask| ask.answer.is_none()));
}

#[tokio::test]
async fn opening_a_page_marks_what_is_on_it_as_seen_and_only_once() {
    let server = Server::start().await;
    let id = asked(&server).await;
    server.store.seed_door_check(id, day("2025-10-13"), "greeted").await;
    server.store.seed_call(id, day("2025-10-14"), "no_answer").await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let (after_signing_in, mut pokes) = (seq(&server).await, server.app.pokes.subscribe());
    kim.get("/staff/asks").await;
    assert_eq!(seq(&server).await, after_signing_in + 1, "one number for all of a page");
    assert_eq!(pokes.try_recv(), Ok(server.school));
    for page in ["/staff/asks", "/team/week", "/team/week?monday=2025-09-01"] {
        kim.get(page).await;
    }
    assert_eq!(seq(&server).await, after_signing_in + 1, "nothing was newer");
    assert!(pokes.try_recv().is_err());
    let marks = server
        .store
        .read(|db| {
            let mut statement = db.prepare("SELECT page, device_tag, counter FROM seen ORDER BY 1, 2")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            Ok(rows.collect::<Result<Vec<(String, String, u32)>, _>>()?)
        })
        .await
        .unwrap();
    let mark = |page: &str, tag: &str, counter| (page.to_owned(), tag.to_owned(), counter);
    assert_eq!(
        marks,
        [mark("asks", "7", 9), mark("week", "a", 20_374)],
        "a call that reached nobody is on no page"
    );
    let week = Shown::Week { first: day("2025-10-13"), last: day("2025-10-19") };
    let adams = server.store.seed_school("Adams").await;
    assert!(!server.store.mark_seen(adams, week, NOON).await.unwrap());
}
