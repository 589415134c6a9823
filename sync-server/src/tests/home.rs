use axum::http::StatusCode;
use daymark_domain::{DayPart, DayType, GuardianId};

use super::*;
use crate::store::contract::{day, matched, mentor, mother};

#[tokio::test]
async fn an_empty_school_is_led_step_by_step_and_a_step_that_was_taken_is_done() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get("/staff/home").await;
    assert_eq!(page.status, StatusCode::OK);
    for wanted in
        ["First steps", "0 of 9 done", "Say whom mentors call", "/staff/imports/new/oneroster", "next"]
    {
        assert!(page.body.contains(wanted), "{wanted} is missing in {}", page.body);
    }
    assert!(!page.body.contains("⟦"), "{}", page.body);
    let saved = kim.post("/staff/school", "name_0=Office&role_0=&phone_0=555+0100&texting=off").await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.body);
    let page = kim.get("/staff/home").await.body;
    assert!(page.contains("1 of 9 done"), "{page}");
    let first = between(&page, "data-testid=\"first-help_numbers\"", "</li>");
    assert!(first.contains("done") && !first.contains("href"), "{first}");
}

#[tokio::test]
async fn what_waits_is_counted_and_named_and_leads_to_where_it_is_solved() {
    let server = Server::start().await;
    let store = &server.store;
    let days = (0..5).flat_map(|week| (0..5).map(move |weekday| day("2025-09-15").plus(7 * week + weekday)));
    store.seed_calendar(server.school, days.map(|date| (date, DayType::Instructional)).collect()).await;
    let tyrone = store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, server.school, "Ana Ruiz").await;
    let id = matched(store, server.school, tyrone, ana).await;
    let dee = GuardianId::random();
    mother(store, tyrone, dee, "950 555 0100");
    store.seed_wrong_number(id, "1-1", "950 555 0100", NOON - 60).await;
    store.seed_ask(id, "7-3", "transport", "today", "A bus pass").await;
    // Friday the 10th is the last day on record, and today is Tuesday the 14th.
    store.seed_absence(server.school, tyrone, day("2025-10-10"), DayPart::WHOLE).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get("/staff/home").await.body;
    for wanted in [
        "1 question of a mentor waits",
        "Tyrone Dyer · Ana Ruiz",
        "1 number does not work",
        "1 mentor has students and no phone",
        "The school&#39;s record is 1 school day behind",
        "Mon 13 Oct",
        "1 match without contact this week",
        "href=\"/staff/asks\"",
        "href=\"/staff/numbers\"",
        "href=\"/team/week\"",
    ] {
        assert!(page.contains(wanted), "{wanted} is missing in {page}");
    }
    let integration = between(&page, "data-testid=\"home-integration\"", "</section>");
    assert!(integration.contains("home-task red"), "a request of today is urgent: {integration}");
    assert!(!page.contains("⟦"), "{page}");

    store.seed_door_check(id, day("2025-10-14"), "greeted").await;
    assert!(!kim.get("/staff/home").await.body.contains("without contact this week"));
}

#[tokio::test]
async fn the_principal_reads_the_first_page_and_is_led_only_where_a_principal_may_go() {
    let server = Server::start().await;
    server.account(server.school, "lou", Role::Principal).await;
    assert_eq!(goes_to(&server.try_password("lou", PASSWORD).await), "/staff/home");
    let lou = server.browser("lou").await;
    let page = lou.get("/staff/home").await.body;
    assert!(page.contains("First steps") && !page.contains("/staff/imports"), "{page}");
}

#[tokio::test]
async fn an_open_page_hears_of_its_own_school_and_its_script_is_kept_by_its_hash() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let week = kim.get("/team/week").await.body;
    assert!(week.contains("data-live=\"events\"") && week.contains("As of 9:00"), "{week}");
    let script = kim.get(between(&week, "type=\"module\" src=\"", "\"")).await;
    assert_eq!(script.status, StatusCode::OK);
    assert!(script.headers[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/javascript"));
    assert!(script.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    assert_eq!(kim.get("/assets/team/live.0.js").await.status, StatusCode::NOT_FOUND);
    let events = kim.get("/team/events").await;
    assert_eq!(events.status, StatusCode::OK);
    assert_eq!(events.headers[header::CONTENT_TYPE], "text/event-stream");
    let pat = server.get("/team/events").await;
    assert_eq!(goes_to(&pat), "/sign-in");
}
