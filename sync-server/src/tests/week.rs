use axum::http::StatusCode;
use daymark_domain::{DayPart, DayType};

use super::*;
use crate::store::contract::{day, matched, mentor};

/// Tyrone and Ana in Lincoln Middle, five school weeks, today Tuesday 14 October 2025.
async fn lincoln(server: &Server) {
    let store = &server.store;
    let weeks = (0..5).flat_map(|week| (0..5).map(move |weekday| day("2025-09-15").plus(7 * week + weekday)));
    let holiday = day("2025-10-16");
    let days =
        weeks.map(|date| (date, if date == holiday { DayType::Holiday } else { DayType::Instructional }));
    store.seed_calendar(server.school, days.collect()).await;
    let tyrone = store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    store.seed_student(server.school, "Lisa", "Woods", day("2025-08-25")).await;
    let ana = mentor(store, server.school, "Ana Ruiz").await;
    let id = matched(store, server.school, tyrone, ana).await;
    for date in ["2025-09-16", "2025-09-17", "2025-10-14"] {
        store.seed_absence(server.school, tyrone, day(date), DayPart::WHOLE).await;
    }
    store.seed_door_check(id, day("2025-10-13"), "greeted").await;
    store.seed_call(id, day("2025-10-14"), "reached_student").await;
}

#[tokio::test]
async fn the_week_shows_contacts_beside_the_schools_record_and_every_figure_with_its_working() {
    let server = Server::start().await;
    lincoln(&server).await;
    let pat = server.signed_in("pat", Role::Team).await;
    let page = pat.get("/team/week").await;
    assert_eq!(page.status, StatusCode::OK);
    let page = page.body;
    for wanted in [
        "Lincoln Middle · this week",
        "Week of 13 October",
        "school record complete to Tue 14 Oct",
        "Tyrone Dyer",
        "Grade 7 · Ana Ruiz",
        "Monday: greeted",
        "Tuesday: called, absent by the school",
        "Thursday: no school",
        "2 of 3",
        "3 of 22 days · chronic",
        "50.0 %",
        "chronically absent: 1 of 2 students",
        "no phone paired",
    ] {
        assert!(page.contains(wanted), "{wanted} is missing in {page}");
    }
    assert!(!page.contains("⟦"), "a sentence is missing in {page}");
    assert!(has_our_script_only(&page), "{page}");
}

#[tokio::test]
async fn another_week_is_a_link_away_and_shows_figures_as_of_its_end() {
    let server = Server::start().await;
    lincoln(&server).await;
    let pat = server.signed_in("pat", Role::Team).await;
    assert!(pat.get("/team/week").await.body.contains("/team/week?monday=2025-10-06"));
    let page = pat.get("/team/week?monday=2025-10-08").await.body;
    assert!(page.contains("Lincoln Middle · week") && page.contains("Week of 6 October"), "{page}");
    assert!(page.contains("No student is matched"), "the match began later: {page}");
    assert_eq!(pat.get("/team/week?monday=tomorrow").await.status, StatusCode::NOT_FOUND);
}
