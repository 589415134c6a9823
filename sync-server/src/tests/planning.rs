use axum::http::StatusCode;
use daymark_components::Language;
use daymark_components::catalogue::foreign_sentences;
use daymark_domain::{DayType, SchoolDay};

use super::*;
use crate::store::contract::day;
use crate::store::planning::PlanningStore;

/// Whether all of it stands on the page.
fn has(answer: &Answer, wanted: &[&str]) {
    for wanted in wanted {
        assert!(answer.body.contains(wanted), "{wanted} is missing in {}", answer.body);
    }
}

#[tokio::test]
async fn each_save_of_the_plan_is_a_version_that_stays() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get("/staff/planning").await;
    assert_eq!(page.body.matches("<textarea").count(), 13, "thirteen questions");
    has(
        &page,
        &["1. Before you begin", "a. Who leads the mentors?", "c. How do you celebrate?", "None yet."],
    );

    let saved =
        kim.post("/staff/planning", "follows=0&point_person=Grace%0D%0Aand+Lee&data=18+students").await;
    assert_eq!(saved.status, StatusCode::OK);
    has(&saved, &["Saved. This is version 1.", "Grace\nand Lee", "name=\"follows\" value=\"1\""]);
    server.step(60);
    kim.post("/staff/planning", "follows=1&point_person=Grace&celebrate=May").await;
    kim.post("/staff/planning", "follows=2&point_person=+Grace+&celebrate=May").await;

    let page = kim.get("/staff/planning").await;
    has(&page, &["Version 1", "Version 2", "Name of kim, Tue 14 Oct 9:01", ">Grace<"]);
    assert!(!page.body.contains("Version 3"), "the same words are no new version");
    let first = kim.get("/staff/planning/1").await;
    has(&first, &["plan, version 1", "Grace\nand Lee", "18 students", "Not answered yet."]);
    assert!(!first.body.contains("<textarea"), "a version is to read and to print");
    assert_eq!(kim.get("/staff/planning/3").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_saves_over_a_newer_version_is_told_and_keeps_what_was_typed() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let lou = server.signed_in("lou", Role::Principal).await;
    kim.post("/staff/planning", "follows=0&data=from+Kim").await;
    let refused = lou.post("/staff/planning", "follows=0&data=from+Lou").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    has(&refused, &["somebody saved version 1 while you wrote", ">from Lou<", "href=\"/staff/planning/1\""]);
    assert_eq!(server.store.plan_versions(server.school).await.unwrap().len(), 1);
    assert_eq!(lou.post("/staff/planning", "follows=1&data=from+Lou").await.status, StatusCode::OK);
    let plan = server.store.plan(server.school, None).await.unwrap().unwrap();
    assert_eq!((plan.version.version, plan.answers["data"].as_str()), (2, "from Lou"));
}

#[tokio::test]
async fn an_answer_that_is_too_long_stores_nothing_and_stays_on_the_page() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let long = "x".repeat(3_001);
    let refused = kim.post("/staff/planning", &format!("follows=0&data={long}&review=monthly")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&refused, &["longer than 3,000 characters", &long, ">monthly<", "aria-invalid=\"true\""]);
    assert!(server.store.plan(server.school, None).await.unwrap().is_none());
    // Thirteen answers of the greatest length, in letters that take two bytes, fit through the door.
    let full: String = crate::service::planning::prompts()
        .map(|prompt| format!("&{prompt}={}", "%C3%B1".repeat(3_000)))
        .collect();
    assert_eq!(kim.post("/staff/planning", &format!("follows=0{full}")).await.status, StatusCode::OK);
    assert_eq!(kim.post("/staff/planning", "follows=x").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_plan_is_read_by_the_team_and_written_by_those_who_lead_and_seen_by_no_other_school() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    kim.post("/staff/planning", "follows=0&data=%3Cb%3Ebold%3C%2Fb%3E").await;
    let pat = server.signed_in("pat", Role::Team).await;
    let page = pat.get("/staff/planning").await;
    assert!(page.body.contains("&#60;b&#62;bold") && !page.body.contains("<textarea"), "{}", page.body);
    assert_eq!(pat.post("/staff/planning", "follows=1&data=x").await.status, StatusCode::FORBIDDEN);
    let adams = server.store.seed_school("Adams").await;
    server.account(adams, "lee", Role::Coordinator).await;
    let lee = server.browser("lee").await;
    assert_eq!(lee.get("/staff/planning/1").await.status, StatusCode::NOT_FOUND);
    assert!(!lee.get("/staff/planning").await.body.contains("bold"));
    let mut kim = kim;
    kim.form_token = "guessed".to_owned();
    assert_eq!(kim.post("/staff/planning", "follows=1&data=x").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_step_is_ticked_with_its_day_and_what_shows_it_and_taking_back_keeps_the_history() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get("/staff/checklist").await;
    has(
        &page,
        &["2025–2026", "Overdue: it was for 31 August", "Until 31 October", "Until 30 April", "0 of 19 done"],
    );
    let to = "/staff/checklist/match";
    let ticked = kim.post(to, "done=yes&day=2025-10-10&evidence=List+in+the+green+folder").await;
    assert_eq!(goes_to(&ticked), "/staff/checklist#match");
    has(
        &kim.get("/staff/checklist").await,
        &["Done 10 October · Name of kim · List in the green folder", "1 of 19 done"],
    );
    server.step(600);
    kim.post(to, "done=no&evidence=One+match+is+open").await;
    let page = kim.get("/staff/checklist").await;
    has(
        &page,
        &[
            "0 of 19 done",
            "Tick taken back · Name of kim · One match is open",
            "Done 10 October · Name of kim · List in the green folder",
        ],
    );
    assert_eq!(server.store.step_marks(server.school, 2025).await.unwrap().len(), 2);
    assert!(server.store.step_marks(server.school, 2024).await.unwrap().is_empty());
    assert_eq!(kim.post("/staff/checklist/nothing", "done=no&evidence=").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_tick_of_tomorrow_changes_nothing_and_stays_on_the_page() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let long = "x".repeat(501);
    for wrong in
        ["day=2025-10-15&evidence=Soon", "day=&evidence=Soon", &format!("day=2025-10-14&evidence=Soon{long}")]
    {
        let refused = kim.post("/staff/checklist/kick_off", &format!("done=yes&{wrong}")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        has(&refused, &["Nothing was changed.", "value=\"Soon"]);
        assert_eq!(refused.body.matches("<details open").count(), 1, "{}", refused.body);
    }
    assert_eq!(
        kim.post("/staff/checklist/kick_off", "done=maybe&evidence=").await.status,
        StatusCode::BAD_REQUEST
    );
    assert!(server.store.step_marks(server.school, 2025).await.unwrap().is_empty());
    let ada = server.signed_in("ada", Role::Auditor).await;
    assert!(!ada.get("/staff/checklist").await.body.contains("action=\"/staff/checklist"));
}

#[tokio::test]
async fn the_kick_off_stands_on_the_invitation_in_both_languages() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let empty = kim.get("/staff/kick-off/invitation?in=en").await;
    has(&empty, &["Day and place are not set yet", "class=\"line\""]);
    let refused = kim.post("/staff/kick-off", "day=2025-10-21&time=17:30&place=+&note=Pizza").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&refused, &["Nothing was saved.", ">Pizza<", "value=\"2025-10-21\""]);
    let saved =
        kim.post("/staff/kick-off", "day=2025-10-21&time=17:30&place=Library&note=Pizza+for+all").await;
    has(&saved, &["Saved. The invitation has it.", "value=\"17:30\""]);
    let english = kim.get("/staff/kick-off/invitation?in=en&paper=letter").await;
    has(
        &english,
        &[
            "Golden ticket",
            "Lincoln Middle invites you",
            "Tuesday 21 October, 17:30, Library",
            "Pizza for all",
            "sheet invitation letter",
        ],
    );
    let spanish = kim.get("/staff/kick-off/invitation?in=es&paper=a4").await;
    has(
        &spanish,
        &[
            "<html lang=\"es\"",
            "Boleto dorado",
            "martes 21 de octubre, 17:30, Library",
            "sheet invitation a4",
        ],
    );
    kim.post("/staff/kick-off", "day=2025-10-22&time=&place=Gym&note=").await;
    has(&kim.get("/staff/kick-off/invitation?in=en").await, &["Wednesday 22 October, Gym"]);
    for wrong in ["day=soon&time=&place=Gym&note=", "day=2025-10-22&time=25:00&place=Gym&note="] {
        assert_eq!(kim.post("/staff/kick-off", wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let event = server.store.kick_off(server.school).await.unwrap().unwrap();
    assert_eq!((event.day, event.minute, event.place.as_str()), (day("2025-10-22"), None, "Gym"));
    let pat = server.signed_in("pat", Role::Team).await;
    let page = pat.get("/staff/kick-off").await;
    assert!(page.body.contains("Wednesday 22 October, Gym") && !page.body.contains("name=\"place\""));
}

#[tokio::test]
async fn each_sheet_has_what_it_is_printed_for() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let sheet = async |address: &str| kim.get(&format!("/staff/kick-off/{address}")).await;
    let information = sheet("information?in=en").await;
    has(
        &information,
        &[
            "You may call me",
            "You may send me texts",
            "Best hours",
            "Our language",
            "We would like an interpreter",
        ],
    );
    let starters = sheet("starters?in=es").await;
    assert_eq!(
        between(&starters.body, "<main", "</main>").matches("<li>").count(),
        32,
        "eight for each of four tables"
    );
    let tips = sheet("tips?in=en").await;
    assert_eq!(between(&tips.body, "<main", "</main>").matches("<li>").count(), 10);
    let certificates = sheet("certificates?in=en").await;
    has(&certificates, &["Well done!", "Thank you, family!", "Thank you, mentor!", "Signature"]);
    assert!(!certificates.body.contains("<input"), "names are written by hand");
    assert_eq!(sheet("diploma").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_calendar_is_printed_with_the_schools_own_days() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    has(&kim.get("/staff/kick-off/year?in=en").await, &["calendar is not imported yet"]);
    let holiday = day("2025-10-16");
    let days =
        (0..60).map(|n| day("2025-09-01").plus(n)).filter(|day| day.weekday().number_from_monday() < 6);
    let kind = |day: SchoolDay| if day == holiday { DayType::Holiday } else { DayType::Instructional };
    server.store.seed_calendar(server.school, days.map(|day| (day, kind(day))).collect()).await;
    let month = kim.get("/staff/kick-off/month?in=en&month=2025-10-01").await;
    has(
        &month,
        &[
            "October 2025",
            "Thursday 16 October: Holiday",
            "data-testid=\"day-2025-10-31\"",
            "month=2025-09-01",
            "month=2025-11-01",
        ],
    );
    assert!(!month.body.contains("today"), "paper knows no today: {}", month.body);
    let year = kim.get("/staff/kick-off/year?in=es&month=2025-10-01").await;
    has(&year, &["2025–2026", "septiembre", "octubre"]);
    assert_eq!(year.body.matches("class=\"small-month\"").count(), 2, "the months in which there is school");
}

#[tokio::test]
async fn every_page_of_planning_speaks_one_language_and_names_no_student() {
    let server = Server::start().await;
    server.store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    kim.post("/staff/planning", "follows=0&data=18").await;
    kim.post("/staff/checklist/match", "done=yes&day=2025-10-10&evidence=").await;
    kim.post("/staff/checklist/match", "done=no&evidence=").await;
    kim.post("/staff/kick-off", "day=2025-10-21&time=17:30&place=X&note=").await;
    let sheets = ["invitation", "information", "starters", "tips", "month", "year", "certificates"];
    for language in Language::ALL {
        let word = language.word();
        let sheets = sheets.map(|sheet| format!("/staff/kick-off/{sheet}?in={word}"));
        let pages =
            ["/staff/planning", "/staff/planning/1", "/staff/checklist", "/staff/kick-off"].map(String::from);
        for path in pages.into_iter().chain(sheets) {
            let cookies = format!("{}; __Host-daymark-language={word}", kim.cookie);
            let request = Request::get(&path).header(header::COOKIE, cookies).body(Body::empty()).unwrap();
            let page = server.send(request).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.body.contains(&format!("<html lang=\"{word}\"")), "{path}: {}", page.body);
            assert_eq!(
                foreign_sentences(&page.body, language),
                Vec::<String>::new(),
                "{path} in {}",
                page.body
            );
            assert!(!page.body.contains('⟦') && !page.body.contains("{$"), "{path}: {}", page.body);
            assert!(!page.body.contains("<script") && !page.body.contains("Tyrone"), "{path}");
        }
    }
}
