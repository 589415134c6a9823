use axum::http::StatusCode;
use daymark_domain::{GuardianId, MatchId, StudentId};

use super::*;
use crate::store::audit::AuditStore;
use crate::store::contract::{day, matched, mentor, mother};

const DEAD: &str = "(950) 555 0100";

/// Tyrone's mother Dee, whose number Ana found dead on the phone that then asked for another one.
async fn dee(server: &Server) -> (StudentId, MatchId, GuardianId) {
    let store = &server.store;
    let tyrone = store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, server.school, "Ana Ruiz").await;
    let id = matched(store, server.school, tyrone, ana).await;
    let dee = GuardianId::random();
    mother(store, tyrone, dee, DEAD);
    store.seed_wrong_number(id, "1-1", DEAD, NOON - 60).await;
    store.seed_ask(id, "1-2", "contact_details", "this_week", "It is dead").await;
    (tyrone, id, dee)
}

#[tokio::test]
async fn a_dead_number_is_on_the_list_until_another_takes_its_place_and_the_mentor_is_told() {
    let server = Server::start().await;
    let (tyrone, _, dee) = dee(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let list = kim.get("/staff/numbers").await;
    assert_eq!(list.status, StatusCode::OK);
    for wanted in ["Tyrone Dyer", "Dee Dyer", DEAD, "Ana Ruiz, Tue 14 Oct", &format!("/staff/numbers/{dee}")]
    {
        assert!(list.body.contains(wanted), "{wanted} is missing in {}", list.body);
    }
    assert!(!list.body.contains("⟦"), "{}", list.body);

    let address = format!("/staff/numbers/{dee}");
    let page = kim.get(&address).await.body;
    assert!(page.contains("Number of Dee Dyer") && page.contains("In the school&#39;s record"), "{page}");
    let seen = between(&page, "name=\"seen\" value=\"", "\"").to_owned();
    let fields = |phone: &str, seen: &str| {
        format!(
            "seen={seen}&what=replaced&phone={phone}&source=emergency_card&day=2025-10-13&answer=After+six"
        )
    };
    let refused = kim.post(&address, &fields("ask+Dee", &seen)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for wanted in ["7 to 20 digits", "ask Dee", "After six", "value=\"2025-10-13\""] {
        assert!(refused.body.contains(wanted), "{wanted} is missing in {}", refused.body);
    }
    let mut pokes = server.app.pokes.subscribe();
    assert_eq!(goes_to(&kim.post(&address, &fields("950+555+0199", &seen)).await), address);
    assert_eq!(pokes.try_recv(), Ok(server.school));
    let page = kim.get(&address).await.body;
    for wanted in ["950 555 0199", DEAD, "emergency card, 13 October 2025", "Name of kim", "Set by hand"] {
        assert!(page.contains(wanted), "{wanted} is missing in {page}");
    }
    let asks = kim.get("/staff/asks").await.body;
    assert!(asks.contains("After six") && asks.contains("Nothing is open"), "{asks}");
    assert!(kim.get("/staff/numbers").await.body.contains("nothing to repair"));
    let moved = kim.post(&address, &fields("950+555+0122", &seen)).await;
    assert_eq!(moved.status, StatusCode::CONFLICT);
    assert!(moved.body.contains("in between") && moved.body.contains("950 555 0122"), "{}", moved.body);

    let accesses = server.store.accesses(server.school, 50).await.unwrap();
    for what in ["number_viewed", "number_set"] {
        assert!(
            accesses.iter().any(|access| access.what == what && access.student_id == Some(tyrone)),
            "{what}"
        );
    }
}

#[tokio::test]
async fn a_number_that_works_after_all_leaves_the_list_until_it_is_found_dead_again() {
    let server = Server::start().await;
    let (_, id, dee) = dee(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let address = format!("/staff/numbers/{dee}");
    let page = kim.get(&address).await.body;
    let seen = between(&page, "name=\"seen\" value=\"", "\"");
    let works = format!("seen={seen}&what=verified&source=family&day=2025-10-14");
    assert_eq!(goes_to(&kim.post(&address, &works).await), address);
    assert!(kim.get("/staff/numbers").await.body.contains("nothing to repair"));
    server.store.seed_wrong_number(id, "1-3", "9505550100", NOON + 60).await;
    assert!(kim.get("/staff/numbers").await.body.contains("1 to repair"));
}

#[tokio::test]
async fn another_schools_guardian_is_not_there() {
    let server = Server::start().await;
    let (_, _, dee) = dee(&server).await;
    let adams = server.store.seed_school("Adams").await;
    server.account(adams, "lee", Role::Coordinator).await;
    let lee = server.browser("lee").await;
    let address = format!("/staff/numbers/{dee}");
    assert_eq!(lee.get(&address).await.status, StatusCode::NOT_FOUND);
    let fields = "seen=1&what=retired&source=other&day=2025-10-13";
    assert_eq!(lee.post(&address, fields).await.status, StatusCode::NOT_FOUND);
    assert!(lee.get("/staff/numbers").await.body.contains("nothing to repair"));
}
