use axum::http::StatusCode;
use daymark_components::Language;
use daymark_components::catalogue::foreign_sentences;
use daymark_domain::{DayPart, DayType, MatchId, MentorId, RecognitionForm, StudentId};

use super::*;
use crate::store::audit::AuditStore;
use crate::store::contract::{clear_mentor_of, day, matched};
use crate::store::proposals::ProposalStore;
use crate::store::settings::{NewSetting, SettingStore};
use crate::store::student_file::StudentFileStore;

const DAY_S: i64 = 86_400;

/// Tyrone with Ana since 13 October, a second mentor, and Kim, who coordinates.
struct Team<'a> {
    tyrone: StudentId,
    ana: MentorId,
    ben: MentorId,
    id: MatchId,
    kim: Browser<'a>,
}

async fn team(server: &Server) -> Team<'_> {
    let store = &server.store;
    let tyrone = store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = clear_mentor_of(store, server.school, "Ana Ruiz").await;
    let ben = clear_mentor_of(store, server.school, "Ben Adeyemi").await;
    let id = matched(store, server.school, tyrone, ana).await;
    Team { tyrone, ana, ben, id, kim: server.signed_in("kim", Role::Coordinator).await }
}

async fn refused(browser: &Browser<'_>, page: &str, fields: &str, says: &str) -> String {
    let answer = browser.post(page, fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{page} {fields}");
    assert!(answer.body.contains(says), "{says} is missing in {}", answer.body);
    assert!(!answer.body.contains("⟦"), "{}", answer.body);
    answer.body
}

#[tokio::test]
async fn a_match_ends_after_it_was_told_and_said_goodbye_to_and_its_last_steps_wait() {
    let server = Server::start().await;
    let Team { id, kim, tyrone, .. } = team(&server).await;
    let page = format!("/staff/closing/{id}");
    let form = kim.get(&page).await.body;
    for wanted in ["Tyrone Dyer with Ana Ruiz", "Told ahead", "Rules for contact afterwards", "End it today"]
    {
        assert!(form.contains(wanted), "{wanted} is missing in {form}");
    }
    assert!(!form.contains("⟦"), "{form}");
    refused(&kim, &page, "reason=goals_met&last_day=2025-10-01", "That day is over").await;
    goes_to(&kim.post(&page, "reason=goals_met&last_day=2025-10-31").await);
    assert!(kim.get("/staff/closing").await.body.contains("Fri 31 Oct"));
    refused(&kim, &format!("{page}/end"), "reason=goals_met", "First note that it was told ahead").await;

    let step = |step: &str, state: &str, note: &str| {
        format!("step={step}&state={state}&day=2025-10-14&who=Kim&note={note}")
    };
    let steps = format!("{page}/steps");
    let kept =
        refused(&kim, &steps, &step("notice", "not_possible", ""), "Write why it could not be done").await;
    assert!(kept.contains("value=\"Kim\""), "{kept}");
    refused(&kim, &steps, "step=notice&state=done&day=2025-11-14&who=Kim", "still to come").await;
    refused(&kim, &steps, "step=notice&state=done&day=2025-10-14&who=+", "Write something here").await;
    goes_to(&kim.post(&steps, &step("notice", "done", "")).await);
    goes_to(&kim.post(&steps, &step("final_meeting", "not_possible", "Moved+overnight")).await);
    let mut pokes = server.app.pokes.subscribe();
    goes_to(&kim.post(&format!("{page}/end"), "reason=goals_met").await);
    assert_eq!(pokes.try_recv(), Ok(server.school));
    assert_eq!(kim.post(&format!("{page}/end"), "reason=goals_met").await.status, StatusCode::NOT_FOUND);

    let list = kim.get("/staff/closing").await.body;
    assert!(list.contains("ended on Tue 14 Oct") && list.contains("Talk with the mentor"), "{list}");
    for of in ["mentor_talk", "student_talk", "family_talk", "contact_rules", "documented"] {
        goes_to(&kim.post(&steps, &step(of, "done", "")).await);
    }
    assert!(!kim.get("/staff/closing").await.body.contains("Tyrone Dyer"), "nothing is left to do");
    let ended = kim.get(&page).await.body;
    assert!(ended.contains("Goals met") && ended.contains("Moved overnight"), "{ended}");
    let accesses = server.store.accesses_to(server.school, tyrone).await.unwrap();
    for wanted in ["closing_planned", "closing_step_noted", "match_ended", "match_viewed"] {
        assert!(accesses.iter().any(|access| access.what == wanted), "{wanted}");
    }
}

#[tokio::test]
async fn where_somebody_may_not_be_safe_the_match_ends_at_once_and_the_steps_follow() {
    for reason in ["safety", "family_withdrew"] {
        let server = Server::start().await;
        let Team { id, kim, .. } = team(&server).await;
        let page = format!("/staff/closing/{id}");
        goes_to(&kim.post(&format!("{page}/end"), &format!("reason={reason}")).await);
        let list = kim.get("/staff/closing").await.body;
        assert!(list.contains("Tyrone Dyer") && list.contains("Told ahead"), "{list}");
        assert!(list.contains("and 6 more"), "{list}");
    }
}

#[tokio::test]
async fn a_plan_is_called_off_and_the_match_goes_on() {
    let server = Server::start().await;
    let Team { id, kim, .. } = team(&server).await;
    let page = format!("/staff/closing/{id}");
    goes_to(&kim.post(&page, "reason=mentor_left&last_day=2025-10-31").await);
    goes_to(&kim.post(&page, "called_off=yes").await);
    assert!(kim.get("/staff/closing").await.body.contains("No ending is planned"));
}

#[tokio::test]
async fn a_student_goes_on_with_another_mentor_and_a_note_that_staff_wrote() {
    let server = Server::start().await;
    let Team { id, kim, ana, ben, tyrone } = team(&server).await;
    let page = format!("/staff/closing/{id}");
    goes_to(&kim.post(&format!("{page}/end"), "reason=safety").await);
    let next = format!("{page}/next");
    let fields = |mentor: MentorId, end: &str| {
        format!(
            "mentor={mentor}&start_day=2025-10-14&expected_end={end}&rationale=Chess&hand_over=Likes+drums"
        )
    };
    let typed = refused(&kim, &next, &fields(ben, "2025-10-01"), "end before it begins").await;
    assert!(typed.contains("Likes drums") && typed.contains("Chess"), "typed words stay");
    let new = goes_to(&kim.post(&next, &fields(ben, "2026-06-30")).await).to_owned();
    refused(&kim, &next, &fields(ben, "2026-06-30"), "have an open match already").await;
    let of_new = kim.get(&new).await.body;
    assert!(of_new.contains("Tyrone Dyer with Ben Adeyemi") && of_new.contains("Likes drums"), "{of_new}");
    goes_to(&kim.post(&format!("{new}/hand-over"), "hand_over=Likes+drums+and+chess").await);
    let printed = kim.get(&format!("{new}/hand-over?in=es")).await.body;
    assert!(printed.contains("Likes drums and chess") && printed.contains("Traspaso"), "{printed}");
    assert_eq!(kim.get(&format!("{page}/hand-over")).await.status, StatusCode::NOT_FOUND);
    let student = kim.get(&format!("/staff/students/{tyrone}")).await.body;
    assert!(student.contains("Ana Ruiz") && student.contains("Ben Adeyemi"), "both stand there: {student}");
    let mentor = kim.get(&format!("/staff/mentors/{ana}")).await;
    assert_eq!(mentor.status, StatusCode::OK);
}

#[tokio::test]
async fn certificate_and_thank_you_are_printed_in_both_languages() {
    let server = Server::start().await;
    let Team { id, kim, ana, .. } = team(&server).await;
    let page = format!("/staff/closing/{id}");
    let certificate = kim.get(&format!("{page}/certificate?in=es")).await.body;
    assert!(certificate.contains("Tyrone Dyer") && certificate.contains("lang=\"es\""), "{certificate}");
    for address in [format!("{page}/thank-you?in=en"), format!("/staff/thanks/{ana}?in=en")] {
        let card = kim.get(&address).await.body;
        assert!(card.contains("Thank you, mentor!") && card.contains("Ana Ruiz"), "{card}");
        assert!(!card.contains("Tyrone"), "a card for the mentor names no student");
    }
}

#[tokio::test]
async fn after_sixty_days_everybody_is_asked_and_the_student_decides() {
    let server = Server::start().await;
    let Team { id, kim, .. } = team(&server).await;
    assert!(kim.get("/staff/reviews").await.body.contains("No review is due"));
    // 13 October and sixty days are 12 December.
    server.step(46 * DAY_S);
    let kim_then = server.browser("kim").await;
    assert!(kim_then.get("/staff/reviews").await.body.contains("Fri 12 Dec"), "two weeks ahead");
    server.step(20 * DAY_S);
    let kim = server.browser("kim").await;
    let list = kim.get("/staff/reviews").await.body;
    assert!(list.contains("overdue since Fri 12 Dec") && list.contains("1 overdue"), "{list}");
    let page = format!("/staff/reviews/{id}");
    let form = kim.get(&page).await.body;
    assert!(!form.contains("What the family says"), "grade 7: {form}");
    let fields = |student: &str, decision: &str, change: &str| {
        format!("day=2025-12-19&student={student}&decision={decision}&works=Mornings&change={change}")
    };
    let typed = refused(&kim, &page, &fields("end", "go_on", ""), "The student wants to end it").await;
    assert!(typed.contains("Mornings"), "{typed}");
    refused(&kim, &page, &fields("change", "change", ""), "Write what changes").await;
    refused(&kim, &page, "day=2025-12-19&decision=go_on", "Choose one of the answers").await;
    assert_eq!(goes_to(&kim.post(&page, &fields("keep", "go_on", "")).await), page);
    let list = kim.get("/staff/reviews").await.body;
    assert!(list.contains("No review is due") && list.contains("It goes on"), "{list}");
    let ends = kim.post(&page, &fields("end", "end_without_fault", "")).await;
    assert_eq!(goes_to(&ends), format!("/staff/closing/{id}"));
    assert_eq!(kim.get(&page).await.body.matches("Mornings").count(), 2, "both stand written");
}

#[tokio::test]
async fn somebody_stands_in_for_thirty_days_at_most_and_it_ends_by_itself() {
    let server = Server::start().await;
    let Team { id, kim, ben, .. } = team(&server).await;
    let page = format!("/staff/substitutes/{id}");
    let fields =
        |last: &str| format!("mentor={ben}&reason=illness&last_day={last}&note=Flu&basis=school_official");
    let typed = refused(&kim, &page, &fields("2025-11-13"), "30 days at most").await;
    assert!(typed.contains("Flu"), "{typed}");
    refused(&kim, &page, &fields("2025-10-13"), "That day is over").await;
    goes_to(&kim.post(&page, &fields("2025-10-20")).await);
    refused(&kim, &page, &fields("2025-10-20"), "have an open match already").await;
    let list = kim.get("/staff/substitutes").await.body;
    assert!(list.contains("1 stands in now") && list.contains("Mentor ill"), "{list}");
    assert!(kim.get(&page).await.body.contains("Ben Adeyemi stands in until 20 October 2025"));
    let substitute = format!(
        "/staff/substitutes/{}",
        between(&kim.get(&page).await.body, "<a href=\"/staff/substitutes/", "\"")
    );
    goes_to(&kim.post(&format!("{substitute}/renew"), "reason=leave&last_day=2025-11-12").await);
    assert!(kim.get(&substitute).await.body.contains("until 12 November 2025"));
    assert_eq!(
        kim.post(&format!("{page}/renew"), "reason=leave&last_day=2025-11-12").await.status,
        StatusCode::NOT_FOUND
    );
    server.step(30 * DAY_S);
    let kim = server.browser("kim").await;
    let list = kim.get("/staff/substitutes").await.body;
    assert!(list.contains("nobody stands in now") && list.contains("Before"), "{list}");
    assert!(kim.get(&substitute).await.body.contains("does not run any more"));
    assert!(!kim.get("/staff/closing").await.body.contains("Ben Adeyemi"), "nobody asks for its steps");
}

#[tokio::test]
async fn a_young_childs_family_knows_first_who_comes_instead() {
    let server = Server::start().await;
    let Team { id, kim, ben, tyrone, .. } = team(&server).await;
    set_grade(&server, tyrone, "KG").await;
    let page = format!("/staff/substitutes/{id}");
    let fields = format!("mentor={ben}&reason=illness&last_day=2025-10-20&basis=school_official");
    refused(&kim, &page, &fields, "Tell the family first").await;
    goes_to(&kim.post(&page, &format!("{fields}&family_told=yes")).await);
    let review = format!("/staff/reviews/{id}");
    refused(&kim, &review, "day=2025-10-14&student=keep&decision=go_on", "the family is asked as well").await;
}

async fn set_grade(server: &Server, student: StudentId, grade: &'static str) {
    let sql = "UPDATE student SET grade = ?2 WHERE id = ?1";
    let change = move |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
        Ok(tx.execute(sql, daymark_sqlite::rusqlite::params![student.as_bytes(), grade])?)
    };
    server.store.write(change).await.unwrap();
}

#[tokio::test]
async fn the_year_turns_by_boxes_and_a_second_time_there_is_nothing_to_do() {
    let server = Server::start().await;
    let Team { id, kim, ana, .. } = team(&server).await;
    let lisa = server.store.seed_student(server.school, "Lisa", "Woods", day("2025-08-25")).await;
    let other = matched(&server.store, server.school, lisa, ana).await;
    let nothing = kim.get("/staff/rollover").await.body;
    assert!(nothing.contains("2 matches run in the year that began on 1 July 2025"), "{nothing}");
    let early = format!("listed_{id}=yes&go_on_{id}=yes");
    assert_eq!(goes_to(&kim.post("/staff/rollover", &early).await), "/staff/rollover?on=0&ended=0");

    // To 2 September 2026: a new school year.
    server.step(323 * DAY_S);
    let kim = server.browser("kim").await;
    let page = kim.get("/staff/rollover").await.body;
    assert!(
        page.contains("2 matches began last school year") && page.contains("2 to go on and 0 to end"),
        "{page}"
    );
    assert!(page.contains("confidentiality agreement: runs out before"), "re-signing is named: {page}");
    let boxes = format!("listed_{id}=yes&go_on_{id}=yes&listed_{other}=yes");
    let done = goes_to(&kim.post("/staff/rollover", &boxes).await).to_owned();
    assert_eq!(done, "/staff/rollover?on=1&ended=1");
    let page = kim.get(&done).await.body;
    assert!(
        page.contains("1 match goes on, 1 ended.") && page.contains("1 match runs in the year"),
        "{page}"
    );
    assert_eq!(goes_to(&kim.post("/staff/rollover", &boxes).await), "/staff/rollover?on=0&ended=0");
    let closing = kim.get("/staff/closing").await.body;
    let waiting = between(&closing, "Ended, with steps still to do", "</table>");
    assert!(
        waiting.contains("Lisa Woods") && !waiting.contains("Tyrone"),
        "who goes on was not left: {waiting}"
    );
    assert!(
        kim.get(&format!("/staff/closing/{id}")).await.body.contains("go on together in the new school year")
    );
}

#[tokio::test]
async fn two_talks_are_due_in_the_first_month_and_the_questions_change() {
    let server = Server::start().await;
    let Team { kim, ana, .. } = team(&server).await;
    let list = kim.get("/staff/support").await.body;
    assert!(list.contains("No check-in is due") && list.contains("Mon 27 Oct"), "{list}");
    server.step(16 * DAY_S);
    let kim = server.browser("kim").await;
    assert!(kim.get("/staff/support").await.body.contains("overdue since Mon 27 Oct"));
    let page = format!("/staff/support/{ana}");
    let form = kim.get(&page).await.body;
    assert!(form.contains("best moment with your student") && !form.contains("not yours to carry"), "{form}");
    assert!(!form.contains("⟦"), "{form}");
    let typed = refused(&kim, &page, "day=2025-10-30&way=phone&note=Went+well", "Tick at least one").await;
    assert!(typed.contains("Went well"), "{typed}");
    let fields = "day=2025-10-30&way=phone&topic_success=yes&need_place=yes&prompt_best_moment=yes&note=Went+well&next_step=Find+a+room";
    assert_eq!(goes_to(&kim.post(&page, fields).await), page);
    let after = kim.get(&page).await.body;
    for wanted in ["needs a place to meet", "Next: Find a room", "What went well", "30 October 2025"] {
        assert!(after.contains(wanted), "{wanted} is missing in {after}");
    }
    assert!(
        !between(&after, "Questions you thought about", "</fieldset>").contains("best moment"),
        "{after}"
    );
    assert!(
        kim.get("/staff/support").await.body.contains("Thu 13 Nov"),
        "a fortnight after a late first talk"
    );
    let sheet = kim.get(&format!("{page}/sheet?in=es")).await.body;
    assert!(sheet.contains("Antes de nuestra próxima charla") && sheet.contains("Ana Ruiz"), "{sheet}");
}

#[tokio::test]
async fn answers_and_meetings_of_mentors_are_kept() {
    let server = Server::start().await;
    let Team { kim, ana, ben, id, .. } = team(&server).await;
    let page = format!("/staff/support/{ana}");
    let pulse = format!("{page}/pulse");
    refused(&kim, &pulse, "of=student&first=5&second=4&third=5&day=2025-10-14", "Choose one of the answers")
        .await;
    refused(&kim, &pulse, "of=mentor&first=9&second=4&third=5&day=2025-10-14", "Choose one of the answers")
        .await;
    goes_to(&kim.post(&pulse, "of=mentor&first=5&second=1&third=5&day=2025-10-14&note=").await);
    goes_to(
        &kim.post(&pulse, &format!("of=student&match={id}&first=5&second=4&third=5&day=2025-10-14")).await,
    );
    let shown = kim.get(&page).await.body;
    assert!(
        shown.contains("asks for a talk") && shown.contains("My mentor listens to me. 4 of 5"),
        "{shown}"
    );
    let groups = "/staff/support/groups";
    refused(&kim, groups, "day=2025-10-14&topic=Winter+group", "Tick at least one").await;
    goes_to(
        &kim.post(groups, &format!("day=2025-10-14&topic=Winter+group&came_{ana}=yes&came_{ben}=yes")).await,
    );
    let shown = kim.get(groups).await.body;
    assert!(shown.contains("2 came: Ana Ruiz, Ben Adeyemi"), "{shown}");
}

#[tokio::test]
async fn mentors_are_thanked_and_better_days_are_told_to_student_and_family() {
    let server = Server::start().await;
    let Team { kim, ana, id, tyrone, .. } = team(&server).await;
    let store = &server.store;
    assert!(kim.get("/staff/thanks").await.body.contains("No attendance has been imported yet"));
    let days = (0..56).map(|n| day("2025-08-25").plus(n)).map(|day| {
        let weekend = day.week().days().skip(5).any(|free| free == day);
        (day, if weekend { DayType::NonInstructional } else { DayType::Instructional })
    });
    store.seed_calendar(server.school, days.collect()).await;
    for absent in ["2025-10-08", "2025-10-09"] {
        store.seed_absence(server.school, tyrone, day(absent), DayPart::WHOLE).await;
    }
    let lisa = store.seed_student(server.school, "Lisa", "Woods", day("2025-08-25")).await;
    store.seed_absence(server.school, lisa, day("2025-10-17"), DayPart::WHOLE).await;
    for reached in ["2025-10-14", "2025-10-15", "2025-10-16"] {
        store.seed_door_check(id, day(reached), "greeted").await;
    }
    server.step(4 * DAY_S);
    let kim = server.browser("kim").await;
    let page = kim.get("/staff/thanks").await.body;
    assert!(page.contains("1 of 1") && page.contains("3 days"), "weeks and days are the report's: {page}");
    assert!(page.contains("0 days missed this week, 2 in as many school days last week"), "{page}");
    assert!(!page.contains("Lisa Woods"), "she has no mentor and missed a day");
    for form in [RecognitionForm::CallHome, RecognitionForm::Words] {
        let fields = format!("student={tyrone}&whom=family&form={}&day=2025-10-18", form.word());
        goes_to(&kim.post("/staff/thanks", &fields).await);
    }
    assert!(kim.get("/staff/thanks").await.body.contains("Family told, a call home"));
    refused(&kim, "/staff/thanks", &format!("mentor={ana}&way=dance&day=2025-10-18"), "Choose one").await;
    server.step(42 * DAY_S);
    let kim = server.browser("kim").await;
    assert!(kim.get("/staff/thanks").await.body.contains("1 mentor to thank"));
    goes_to(&kim.post("/staff/thanks", &format!("mentor={ana}&way=card&day=2025-11-29")).await);
    assert!(kim.get("/staff/thanks").await.body.contains("0 mentors to thank"));
}

#[tokio::test]
async fn every_page_of_this_part_speaks_spanish() {
    let server = Server::start().await;
    let Team { id, kim, ana, .. } = team(&server).await;
    goes_to(&kim.post(&format!("/staff/closing/{id}"), "reason=goals_met&last_day=2025-10-31").await);
    let steps = format!("/staff/closing/{id}/steps");
    goes_to(&kim.post(&steps, "step=notice&state=done&day=2025-10-14&who=Kim").await);
    let mut pages: Vec<String> =
        ["closing", "reviews", "substitutes", "rollover", "support", "support/groups", "thanks"]
            .map(|page| format!("/staff/{page}"))
            .to_vec();
    pages.extend(["closing", "reviews", "substitutes"].map(|page| format!("/staff/{page}/{id}")));
    pages.push(format!("/staff/support/{ana}"));
    pages.push(format!("/staff/support/{ana}/sheet"));
    for page in pages {
        let request =
            Request::get(&page).header(header::ACCEPT_LANGUAGE, "es").header(header::COOKIE, &kim.cookie);
        let answer = server.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{page}");
        assert!(!answer.body.contains("⟦") && !answer.body.contains("{$"), "{page}: {}", answer.body);
        assert_eq!(foreign_sentences(&answer.body, Language::Spanish), Vec::<String>::new(), "{page}");
    }
}

#[tokio::test]
async fn another_schools_match_and_mentor_are_not_there() {
    let server = Server::start().await;
    let Team { id, ana, .. } = team(&server).await;
    let adams = server.store.seed_school("Adams").await;
    server.account(adams, "lee", Role::Coordinator).await;
    let lee = server.browser("lee").await;
    for page in [
        format!("/staff/closing/{id}"),
        format!("/staff/closing/{id}/certificate"),
        format!("/staff/closing/{id}/thank-you"),
        format!("/staff/closing/{id}/hand-over"),
        format!("/staff/reviews/{id}"),
        format!("/staff/substitutes/{id}"),
        format!("/staff/support/{ana}"),
        format!("/staff/support/{ana}/sheet"),
        format!("/staff/thanks/{ana}"),
    ] {
        assert_eq!(lee.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    for (page, fields) in [
        (format!("/staff/closing/{id}"), "reason=safety&last_day=2025-10-31".to_owned()),
        (format!("/staff/closing/{id}/end"), "reason=safety".to_owned()),
        (format!("/staff/closing/{id}/steps"), "step=notice&state=done&day=2025-10-14&who=Lee".to_owned()),
        (
            format!("/staff/closing/{id}/next"),
            format!("mentor={ana}&start_day=2025-10-14&expected_end=2026-06-30"),
        ),
        (format!("/staff/closing/{id}/hand-over"), "hand_over=x".to_owned()),
        (format!("/staff/reviews/{id}"), "day=2025-10-14&student=keep&decision=go_on".to_owned()),
        (
            format!("/staff/substitutes/{id}"),
            format!("mentor={ana}&reason=illness&last_day=2025-10-20&basis=consent"),
        ),
        (format!("/staff/substitutes/{id}/renew"), "reason=illness&last_day=2025-10-20".to_owned()),
        (format!("/staff/support/{ana}"), "day=2025-10-14&way=phone&topic_success=yes".to_owned()),
        (
            format!("/staff/support/{ana}/pulse"),
            "of=mentor&first=5&second=5&third=5&day=2025-10-14".to_owned(),
        ),
        ("/staff/thanks".to_owned(), format!("mentor={ana}&way=card&day=2025-10-14")),
    ] {
        assert_eq!(lee.post(&page, &fields).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    let boxes = format!("listed_{id}=yes");
    assert_eq!(goes_to(&lee.post("/staff/rollover", &boxes).await), "/staff/rollover?on=0&ended=0");
    for list in ["closing", "reviews", "substitutes", "rollover", "support", "thanks"] {
        let page = lee.get(&format!("/staff/{list}")).await.body;
        assert!(!page.contains("Tyrone") && !page.contains("Ana Ruiz"), "{list}");
    }
    let noted = server.store.accesses(server.school, 100).await.unwrap();
    assert!(!noted.iter().any(|access| access.what == "match_viewed"), "nothing was looked at");
}

async fn say(server: &Server, key: &str, value: &str) {
    let (key, value) = (key.to_owned(), Some(value.to_owned()));
    let new = NewSetting { school_id: None, key, value, from: None, at: NOON, by: "the office".to_owned() };
    server.store.add_setting(new).await.unwrap();
}

#[tokio::test]
async fn a_review_is_due_by_the_districts_own_number_of_days() {
    let server = Server::start().await;
    let Team { kim, id, .. } = team(&server).await;
    let none = "No review is due in the next two weeks";
    assert!(kim.get("/staff/reviews").await.body.contains(none), "sixty days are far away");
    say(&server, "review_after_days", "15").await;
    let list = kim.get("/staff/reviews").await.body;
    assert!(!list.contains(none) && list.contains("Tyrone Dyer"), "{list}");
    let page = kim.get(&format!("/staff/reviews/{id}")).await.body;
    assert!(page.contains("28 Oct"), "fifteen days later: {page}");
    assert!(kim.get("/staff/home").await.body.contains("Tyrone Dyer · Ana Ruiz"));
}

#[tokio::test]
async fn a_training_runs_out_where_the_school_says_so_and_the_phone_is_emptied() {
    let server = Server::start().await;
    let Team { kim, ana, id, .. } = team(&server).await;
    let given = async || server.store.match_case(server.school, id).await.unwrap().unwrap().on_phones;
    assert!(given().await);
    say(&server, "training_valid_months", "1").await;
    let ladder = kim.get(&format!("/staff/mentors/{ana}")).await.body;
    let rung = between(&ladder, "data-testid=\"rung-training\"", "</h3>");
    assert!(rung.contains("badge sun"), "it runs out soon: {rung}");
    server.step(40 * DAY_S);
    let kim = server.browser("kim").await;
    let list = kim.get("/staff").await.body;
    assert!(list.contains("Required training"), "{list}");
    assert!(!given().await, "the page settled the day, as a sync would have");
}

#[tokio::test]
async fn a_substitute_who_is_over_is_so_on_every_page_and_in_words() {
    let server = Server::start().await;
    let Team { kim, id, ben, .. } = team(&server).await;
    let fields = format!("mentor={ben}&reason=illness&last_day=2025-10-20&note=Flu&basis=school_official");
    goes_to(&kim.post(&format!("/staff/substitutes/{id}"), &fields).await);
    server.step(6 * DAY_S);
    let of_ben = format!("/staff/mentors/{ben}");
    let kim = server.browser("kim").await;
    assert!(!kim.get(&of_ben).await.body.contains("last day is over"), "on its last day");
    server.step(DAY_S);
    let kim = server.browser("kim").await;
    let page = kim.get(&of_ben).await.body;
    assert!(page.contains("s last day is over"), "{page}");
}

#[tokio::test]
async fn a_mentors_own_answers_are_told_by_month_to_the_coordinator_alone() {
    let server = Server::start().await;
    let Team { kim, ana, .. } = team(&server).await;
    let page = format!("/staff/support/{ana}");
    let pulse = |day: &str, n: u8| format!("of=mentor&first={n}&second={n}&third={n}&day={day}&note=");
    goes_to(&kim.post(&format!("{page}/pulse"), &pulse("2025-09-10", 2)).await);
    assert!(!kim.get(&page).await.body.contains("pulse-trend"), "one month is no trend");
    goes_to(&kim.post(&format!("{page}/pulse"), &pulse("2025-10-10", 4)).await);
    let shown = kim.get(&page).await.body;
    let trend = between(&shown, "data-testid=\"pulse-trend\"", "</figure>");
    for wanted in ["<polyline", "From 2.0 in September 2025 to 4.0 in October 2025", ">4.0<"] {
        assert!(trend.contains(wanted), "{wanted} is missing in {trend}");
    }
    server.account(server.school, "pat", Role::Team).await;
    assert_eq!(server.browser("pat").await.get(&page).await.status, StatusCode::FORBIDDEN);
}
