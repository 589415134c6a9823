use axum::http::StatusCode;
use daymark_domain::{AskStatus, MatchId, StudentId};

use super::*;
use crate::store::asks::AskStore;
use crate::store::contract::{day, matched, mentor};

/// Tyrone, matched with Ana, who asked for a bus pass.
async fn asked(server: &Server) -> (StudentId, MatchId) {
    let store = &server.store;
    let tyrone = store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, server.school, "Ana Ruiz").await;
    let id = matched(store, server.school, tyrone, ana).await;
    store.seed_ask(id, "7-3", "transport", "today", "A bus pass").await;
    store.seed_barrier(id, "7-4", "food").await;
    (tyrone, id)
}

async fn answered(server: &Server) -> Option<(AskStatus, Option<String>)> {
    let ask = server.store.asks(server.school).await.unwrap().remove(0);
    ask.answer.map(|answer| (answer.status, answer.text))
}

#[tokio::test]
async fn what_a_mentor_asked_becomes_a_referral_and_each_step_answers_the_mentor() {
    let server = Server::start().await;
    let (tyrone, id) = asked(&server).await;
    let kim_id = server.account(server.school, "kim", Role::Coordinator).await;
    let kim = server.browser("kim").await;
    let link = format!("/staff/referrals/new?match={id}&amp;ask=7-3");
    let asks = kim.get("/staff/asks").await.body;
    assert!(asks.contains(&link) || asks.contains(&link.replace("&amp;", "&#38;")), "{asks}");

    let form = kim.get(&format!("/staff/referrals/new?match={id}&ask=7-3")).await.body;
    for wanted in ["Referral for Tyrone Dyer", "Ana Ruiz asks", "A bus pass", "What the mentor reads"] {
        assert!(form.contains(wanted), "{wanted} is missing in {form}");
    }
    assert!(!form.contains("⟦"), "{form}");

    let fields = format!(
        "student={tyrone}&match={id}&ask=7-3&kind=transport&urgency=today&resource=&to=Bus+office&reason=Moved\
         &consent=school_official&owner={kim_id}&due=2025-10-16&note=&answer=Asked+the+bus+office&status="
    );
    let refused = kim.post("/staff/referrals/new", &format!("{fields}completed")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Bus office") && refused.body.contains("Moved"), "typed words stay");
    let mut pokes = server.app.pokes.subscribe();
    let page = goes_to(&kim.post("/staff/referrals/new", &format!("{fields}requested")).await).to_owned();
    assert_eq!(pokes.try_recv(), Ok(server.school));
    assert_eq!(answered(&server).await, Some((AskStatus::Accepted, Some("Asked the bus office".into()))));
    let list = kim.get("/staff/referrals").await.body;
    assert!(
        list.contains("Transport") && list.contains("Thu 16 Oct") && !list.contains("overdue since"),
        "{list}"
    );

    server.step(3 * 86_400);
    let kim = server.browser("kim").await;
    assert!(kim.get("/staff/referrals").await.body.contains("overdue since Thu 16 Oct"));
    let step = |from: &str, to: &str, outcome: &str, answer: &str| {
        format!(
            "from={from}&status={to}&outcome={outcome}&consent=school_official&owner={kim_id}&due=&note=Called&answer={answer}"
        )
    };
    let no_reason = kim.post(&page, &step("requested", "rejected", "no_capacity", "")).await;
    assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(no_reason.body.contains("say why it is not possible") && no_reason.body.contains("Called"));
    assert_eq!(
        kim.post(&page, &step("requested", "completed", "need_met", "")).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    for (from, to, outcome) in [
        ("requested", "accepted", ""),
        ("accepted", "in_progress", ""),
        ("in_progress", "completed", "need_met"),
    ] {
        assert_eq!(goes_to(&kim.post(&page, &step(from, to, outcome, "")).await), page);
    }
    let moved = kim.post(&page, &step("in_progress", "on_hold", "", "")).await;
    assert_eq!(moved.status, StatusCode::CONFLICT);
    assert!(moved.body.contains("another step in between"), "{}", moved.body);
    assert_eq!(answered(&server).await.map(|(status, _)| status), Some(AskStatus::Completed));
    let page = kim.get(&page).await.body;
    assert_eq!(page.matches("Name of kim, ").count(), 4, "{page}");
    assert!(page.contains("Need met"), "{page}");
    assert!(!kim.get("/staff/referrals").await.body.contains("Bus office"), "open ones only");
    assert!(kim.get("/staff/referrals?status=completed").await.body.contains("Bus office"));
    assert_eq!(kim.get("/staff/referrals?status=perhaps").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn nobody_is_asked_before_there_is_consent() {
    let server = Server::start().await;
    let (tyrone, _) = asked(&server).await;
    let pat_id = server.account(server.school, "pat", Role::Team).await;
    let pat = server.browser("pat").await;
    let fields = |status: &str| {
        format!(
            "student={tyrone}&kind=food&urgency=this_week&to=Pantry&consent=awaited&owner={pat_id}&status={status}"
        )
    };
    let refused = pat.post("/staff/referrals/new", &fields("requested")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("before there is consent"), "{}", refused.body);
    goes_to(&pat.post("/staff/referrals/new", &fields("draft")).await);
    assert_eq!(answered(&server).await, None, "it comes from no request");
}

#[tokio::test]
async fn a_resource_is_suggested_for_what_is_in_the_way_until_it_is_retired() {
    let server = Server::start().await;
    let (tyrone, _) = asked(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    for fields in [
        "name=Pantry&factor_food=yes&phone=555+0100&verified=2025-10-01",
        "name=Court+desk&factor_system_involvement=yes",
    ] {
        goes_to(&kim.post("/staff/resources/new", fields).await);
    }
    assert_eq!(kim.post("/staff/resources/new", "name=+").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let list = kim.get("/staff/resources").await.body;
    assert!(
        list.contains("Last checked 1 October 2025") && list.contains("Nobody has checked this yet"),
        "{list}"
    );
    let new = format!("/staff/referrals/new?student={tyrone}");
    let form = kim.get(&new).await.body;
    let (suggested, others) =
        between(&form, "Fits what is in the way", "</select>").split_once("Others").unwrap();
    assert!(suggested.contains("Pantry") && !suggested.contains("Court desk"), "{suggested}");
    assert!(others.contains("Court desk"), "{others}");
    let address = between(&list, "<a href=\"/staff/resources/", "\"").to_owned();
    assert_ne!(address, "new");
    let pantry = list.split("href=\"/staff/resources/").find(|part| part.contains(">Pantry<")).unwrap();
    let pantry = format!("/staff/resources/{}", pantry.split('"').next().unwrap());
    goes_to(&kim.post(&pantry, "name=Pantry&factor_food=yes&phone=555+0199&retired=yes").await);
    assert!(!kim.get(&new).await.body.contains("Pantry"));
    let versions = kim.get(&pantry).await.body;
    assert!(versions.contains("555 0100") && versions.contains("555 0199"), "{versions}");
}

#[tokio::test]
async fn another_schools_referral_resource_and_student_are_not_there() {
    let server = Server::start().await;
    let (tyrone, id) = asked(&server).await;
    let kim_id = server.account(server.school, "kim", Role::Coordinator).await;
    let kim = server.browser("kim").await;
    let fields = format!(
        "student={tyrone}&kind=food&urgency=today&to=Pantry&consent=written&owner={kim_id}&status=draft"
    );
    let referral = goes_to(&kim.post("/staff/referrals/new", &fields).await).to_owned();
    let adams = server.store.seed_school("Adams").await;
    server.account(adams, "lee", Role::Coordinator).await;
    let lee = server.browser("lee").await;
    for page in [
        referral.clone(),
        format!("/staff/referrals/new?student={tyrone}"),
        format!("/staff/referrals/new?match={id}&ask=7-3"),
        format!("/staff/students/{tyrone}"),
        format!("/staff/students/{tyrone}/record"),
    ] {
        assert_eq!(lee.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    let step = format!("from=draft&status=requested&consent=written&owner={kim_id}");
    assert_eq!(lee.post(&referral, &step).await.status, StatusCode::NOT_FOUND);
    assert_eq!(lee.post("/staff/referrals/new", &fields).await.status, StatusCode::NOT_FOUND);
    assert!(!lee.get("/staff/referrals").await.body.contains("Pantry"));
}

#[tokio::test]
async fn a_child_in_danger_is_no_referral_and_the_page_says_whom_to_call() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    assert!(kim.get("/staff/safety").await.body.contains("Nobody is entered yet"));
    kim.post("/staff/school", "name_0=County+hotline&role_0=&phone_0=555+0111&texting=off").await;
    let page = kim.get("/staff/safety").await.body;
    assert!(page.contains("County hotline") && page.contains("tel:555 0111"), "{page}");
    assert!(!page.contains("<textarea"), "nothing can be written there");
    assert!(kim.get("/staff/referrals").await.body.contains("/staff/safety"));
}

#[tokio::test]
async fn whoever_makes_a_referral_from_the_students_page_is_told_which_mentor_waits_for_an_answer() {
    let server = Server::start().await;
    let (tyrone, id) = asked(&server).await;
    let lou_id = server.account(server.school, "lou", Role::Coordinator).await;
    let lou = server.browser("lou").await;
    let form = lou.get(&format!("/staff/referrals/new?student={tyrone}")).await.body;
    assert!(form.contains("Ana Ruiz asked for this student"), "{form}");
    let link = between(&form, "<a href=\"/staff/referrals/new?match=", "\"")
        .replace("&amp;", "&")
        .replace("&#38;", "&");
    let form = lou.get(&format!("/staff/referrals/new?match={link}")).await.body;
    assert!(form.contains("What the mentor reads") && !form.contains("waiting-ask"), "{form}");
    let mut pokes = server.app.pokes.subscribe();
    let fields = format!(
        "student={tyrone}&match={id}&ask=7-3&kind=transport&urgency=today&resource=&to=Bus+office&reason=\
         &consent=school_official&owner={lou_id}&due=2025-10-16&note=&answer=Asked+the+bus+office&status=requested"
    );
    goes_to(&lou.post("/staff/referrals/new", &fields).await);
    assert_eq!(pokes.try_recv(), Ok(server.school), "Ana's phone asks again");
    assert_eq!(answered(&server).await, Some((AskStatus::Accepted, Some("Asked the bus office".into()))));
}
