use axum::http::StatusCode;
use daymark_components::Language;
use daymark_components::catalogue::foreign_sentences;
use daymark_domain::{
    Availability, DayPart, DayType, MatchStatus, MentorId, MentorType, SchoolDay, StudentId,
};

use super::*;
use crate::store::audit::AuditStore;
use crate::store::contract::{account, clear_mentor_of, day, mentor};
use crate::store::mentor_files::{Application, MentorEntry, MentorFileStore};
use crate::store::proposals::ProposalStore;
use crate::store::variants::VariantStore;

/// Lincoln with a month of school: Tyrone missed two of the first ten days, Lisa none.
async fn lincoln(server: &Server) -> (StudentId, StudentId) {
    let store = &server.store;
    let first = day("2025-09-01");
    let days = (0..44).map(|n| first.plus(n)).filter(|day| !is_weekend(*day));
    store.seed_calendar(server.school, days.map(|day| (day, DayType::Instructional)).collect()).await;
    let tyrone = store.seed_student(server.school, "Tyrone", "Dyer", first).await;
    let lisa = store.seed_student(server.school, "Lisa", "Woods", first).await;
    for missed in ["2025-09-04", "2025-09-09"] {
        store.seed_absence(server.school, tyrone, day(missed), DayPart::WHOLE).await;
    }
    (tyrone, lisa)
}

fn is_weekend(day: SchoolDay) -> bool {
    use chrono::Datelike;
    day.0.weekday().num_days_from_monday() > 4
}

/// Ana, who is clear, speaks Spanish and takes one student.
async fn ana(server: &Server) -> MentorId {
    let ana = clear_mentor_of(&server.store, server.school, "Ana Ruiz").await;
    let by = account(&server.store, server.school, "office", Role::Clerk).await;
    let application = Application {
        name: "Ana Ruiz".into(),
        kind: MentorType::Retiree,
        organisation: None,
        contact: "555 0100".into(),
        languages: "Spanish, English".into(),
        interests: Some("Chess".into()),
        availability: [Availability::MondayBefore].into(),
        capacity: 1,
        motives: None,
        from_paper: None,
        references: Vec::new(),
    };
    let entry = MentorEntry::Application(Box::new(application));
    assert!(server.store.write_down(server.school, ana, entry, by, NOON).await.unwrap());
    ana
}

const PROPOSAL: &str = "why_family_language=yes&rationale=Both+speak+Spanish&start_day=2025-10-14\
     &expected_end=2026-05-29&because=under_school_control";

#[tokio::test]
async fn a_candidate_is_listed_with_the_numbers_and_a_decision_takes_them_off_the_open_list() {
    let server = Server::start().await;
    let pat = server.signed_in("pat", Role::Team).await;
    let empty = pat.get("/staff/candidates").await;
    assert!(empty.body.contains("No attendance is recorded yet"), "{}", empty.body);
    let (tyrone, lisa) = lincoln(&server).await;
    let list = pat.get("/staff/candidates").await.body;
    for wanted in
        ["Tyrone Dyer", "limit 2 in the first 10", "2 of 7 days", "1 of 1 to decide", "nobody has decided"]
    {
        assert!(list.contains(wanted), "{wanted} is missing in {list}");
    }
    assert!(!list.contains("Lisa Woods") && !list.contains("⟦"), "{list}");

    let page = format!("/staff/candidates/{tyrone}");
    for (fields, sentence) in [
        ("choice=&note=Seen", "Choose one of the list"),
        ("choice=wait.improving&note=Seen", "Put in a day"),
        ("choice=wait.improving&look_again=2025-10-14&note=Seen", "Choose a day after today"),
        ("choice=match.other&note=+", "Say it in words"),
        ("choice=match.improving&note=Seen", "Choose one of the list"),
    ] {
        let refused = pat.post(&page, fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields}");
        assert!(refused.body.contains(sentence), "{fields}: {}", refused.body);
        assert!(
            !fields.contains("Seen") || refused.body.contains(">Seen<"),
            "{fields}: what was typed stays"
        );
    }
    let wait = "choice=wait.improving&look_again=2025-10-20&note=Was+ill";
    assert_eq!(goes_to(&pat.post(&page, wait).await), page);
    assert!(!pat.get("/staff/candidates").await.body.contains("Tyrone Dyer"), "decided");
    let waiting = pat.get("/staff/candidates?show=wait").await.body;
    assert!(waiting.contains("Wait: getting better without help"), "{waiting}");

    // Something new: a third absence makes him chronically absent by more than one rule.
    server.store.seed_absence(server.school, tyrone, day("2025-09-11"), DayPart::WHOLE).await;
    for missed in ["2025-09-16", "2025-09-18"] {
        server.store.seed_absence(server.school, tyrone, day(missed), DayPart::WHOLE).await;
    }
    let again = pat.get("/staff/candidates").await.body;
    assert!(again.contains("look again") && again.contains("Tyrone Dyer"), "{again}");
    goes_to(&pat.post(&page, "choice=match.need&note=").await);
    let one = pat.get(&page).await.body;
    assert!(one.contains("Mentor: somebody must be there now") && one.contains("Was ill"), "{one}");
    assert!(!one.contains("See which mentors fit"), "a team member proposes nobody");
    for (query, shows) in [
        ("show=all&grade=7", true),
        ("show=all&grade=6", false),
        ("show=all&rule=two_in_ten", true),
        ("show=all&rule=prior_year_chronic", false),
        ("show=all&grade=priority", false),
    ] {
        let list = pat.get(&format!("/staff/candidates?{query}")).await.body;
        assert_eq!(list.contains("Tyrone Dyer"), shows, "{query}");
    }
    assert_eq!(pat.get("/staff/candidates?show=perhaps").await.status, StatusCode::BAD_REQUEST);
    // Whoever is not on the list can be decided about as well.
    goes_to(&pat.post(&format!("/staff/candidates/{lisa}"), "choice=match.family_asks").await);
    let accesses = server.store.accesses(server.school, 100).await.unwrap();
    for what in ["candidates_viewed", "candidate_viewed", "candidate_decided"] {
        assert!(accesses.iter().any(|access| access.what == what), "{what} was not noted");
    }
    assert!(
        accesses.iter().any(|access| access.what == "candidate_viewed" && access.student_id == Some(tyrone))
    );
}

#[tokio::test]
async fn the_board_leads_from_a_decision_to_mentors_whose_fit_is_explained() {
    let server = Server::start().await;
    let (tyrone, _) = lincoln(&server).await;
    let ana = ana(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    assert!(kim.get("/staff/matches").await.body.contains("Nobody waits"));
    let page = format!("/staff/candidates/{tyrone}");
    goes_to(&kim.post(&page, "choice=match.need").await);
    assert!(kim.get(&page).await.body.contains("See which mentors fit"));
    let profile = "interests=Chess&strengths=Math&preferences=Patient&time_fri_after=yes";
    goes_to(&kim.post(&format!("{page}/profile"), profile).await);
    let board = kim.get("/staff/matches").await.body;
    assert!(board.contains("Tyrone Dyer") && board.contains("Best fit: Ana Ruiz, 0 of 15 points"), "{board}");
    let mentors = kim.get(&format!("{page}/mentors")).await.body;
    for wanted in [
        "Ana Ruiz",
        "0 of 15 points",
        "They know and like each other",
        "not known (would be 5)",
        "The mentor speaks the family&#39;s language",
        "They never have time at the same hour",
        "Room for 1 of 1 students",
        "Likes: Chess",
    ] {
        assert!(mentors.contains(wanted), "{wanted} is missing in {mentors}");
    }
    let pair = format!("{page}/mentors/{ana}");
    let refused = kim.post(&pair, "existing_relationship=yes").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let known = "existing_relationship=yes&seen_in_the_day=no&known_to_family=unknown&similar_experience=yes";
    assert_eq!(goes_to(&kim.post(&pair, known).await), pair);
    let shown = kim.get(&pair).await.body;
    assert!(shown.contains("6 of 15 points") && shown.contains("yes: 5 points"), "{shown}");
    assert!(shown.contains("name=\"why_existing_relationship\" value=\"yes\" checked"), "{shown}");

    let weights =
        "existing_relationship=0&seen_in_the_day=0&family_language=5&known_to_family=0&similar_experience=5";
    let wrong = kim.post("/staff/matches/rules", &format!("{weights}9&family_first=2")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("Each weight is a whole number from 0 to 5")
            && wrong.body.contains("value=\"59\"")
    );
    goes_to(&kim.post("/staff/matches/rules", &format!("{weights}&family_first=2")).await);
    assert!(kim.get(&format!("{page}/mentors")).await.body.contains("5 of 10 points"));
}

#[tokio::test]
async fn in_a_family_first_grade_a_match_waits_until_the_family_was_told() {
    let server = Server::start().await;
    let (tyrone, _) = lincoln(&server).await;
    let ana = ana(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let weights =
        "existing_relationship=5&seen_in_the_day=4&family_language=3&known_to_family=2&similar_experience=1";
    goes_to(&kim.post("/staff/matches/rules", &format!("{weights}&family_first=7")).await);
    let proposal = format!("student={tyrone}&mentor={ana}&{PROPOSAL}");
    let case = goes_to(&kim.post("/staff/matches/new", &proposal).await).to_owned();
    let page = kim.get(&case).await.body;
    assert!(page.contains("In this grade the family is told first"), "{page}");
    assert!(!page.contains("data-testid=\"activate\""), "{page}");
    let forced = kim.post(&format!("{case}/steps"), "step=activate").await;
    assert_eq!(forced.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(forced.body.contains("The match cannot begin yet"), "{}", forced.body);
    assert_eq!(kim.post("/staff/matches/new", &proposal).await.status, StatusCode::CONFLICT);

    let notice = "kind=notice&language=Spanish&channel=call&notice_day=2025-10-14&answer=agrees&note=Glad";
    let refused = kim.post(&format!("{case}/notices"), notice).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Put in who of the family answered") && refused.body.contains(">Glad<"));
    goes_to(&kim.post(&format!("{case}/notices"), &format!("{notice}&answered_by=Dee+Dyer")).await);
    let mut pokes = server.app.pokes.subscribe();
    goes_to(&kim.post(&format!("{case}/steps"), "step=activate").await);
    assert_eq!(pokes.try_recv(), Ok(server.school));
    assert_eq!(kim.post(&format!("{case}/steps"), "step=activate").await.status, StatusCode::CONFLICT);
    let page = kim.get(&case).await.body;
    assert!(page.contains("ready; the mentor has no phone paired"), "{page}");
    assert!(page.contains("Call, in Spanish, by Name of kim") && page.contains("(Dee Dyer)"), "{page}");
    let refused = kim.post(&format!("{case}/steps"), "step=pause&reason=other&note=").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    goes_to(&kim.post(&format!("{case}/steps"), "step=pause&reason=mentor_away&note=Jury+duty").await);
    let paused = kim.get(&case).await.body;
    assert!(paused.contains("Jury duty") && paused.contains("data-testid=\"resume\""), "{paused}");
    goes_to(&kim.post(&format!("{case}/steps"), "step=resume").await);
    let past = kim.post(&format!("{case}/steps"), "step=end_expected&expected_end=2025-10-01").await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
    goes_to(&kim.post(&format!("{case}/steps"), "step=end_expected&expected_end=2025-12-19").await);
    assert!(kim.get(&case).await.body.contains("19 December 2025"));
}

#[tokio::test]
async fn a_consent_is_kept_with_all_that_it_must_name_and_its_withdrawal_empties_the_phone() {
    let server = Server::start().await;
    let (tyrone, _) = lincoln(&server).await;
    let ana = ana(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let proposal = format!("student={tyrone}&mentor={ana}&{PROPOSAL}&because=");
    let proposal = proposal.replace("&because=under_school_control", "");
    let case = goes_to(&kim.post("/staff/matches/new", &proposal).await).to_owned();
    assert!(kim.get(&case).await.body.contains("Say why the mentor may know of the student"));
    let consent = "kind=consent&language=Spanish&channel=letter&notice_day=2025-10-13&answered_by=Dee+Dyer\
         &scope=attendance&purpose=Mentoring&recipient=Ana+Ruiz&from=2025-10-13&signed=on_paper";
    let refused = kim.post(&format!("{case}/notices"), consent).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Put in a day") && refused.body.contains("value=\"Mentoring\""));
    goes_to(&kim.post(&format!("{case}/notices"), &format!("{consent}&until=2026-05-29")).await);
    goes_to(&kim.post(&format!("{case}/steps"), "step=activate").await);
    let id = case.rsplit('/').next().unwrap().parse().unwrap();
    let of = async || server.store.match_case(server.school, id).await.unwrap().unwrap();
    assert!(of().await.on_phones);
    let withdrawal =
        "kind=withdrawal&language=Spanish&channel=call&notice_day=2025-10-14&answered_by=Dee+Dyer";
    goes_to(&kim.post(&format!("{case}/notices"), withdrawal).await);
    let after = of().await;
    assert!(!after.on_phones && after.status == MatchStatus::Paused && after.basis.is_none());
    let page = kim.get(&case).await.body;
    assert!(
        page.contains("The mentor may no longer know") && page.contains("The family does not want it"),
        "{page}"
    );
}

#[tokio::test]
async fn a_letter_goes_home_in_the_familys_language_and_opening_it_is_noted() {
    let server = Server::start().await;
    let (tyrone, _) = lincoln(&server).await;
    let ana = ana(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let proposal = format!("student={tyrone}&mentor={ana}&{PROPOSAL}");
    let case = goes_to(&kim.post("/staff/matches/new", &proposal).await).to_owned();
    for (query, wanted) in [
        ("kind=notice&in=en", ["To the family of Tyrone Dyer", "Ana Ruiz", "calls you the same day"]),
        ("kind=notice&in=es&paper=a4", ["A la familia de Tyrone Dyer", "Ana Ruiz", "el mismo día"]),
        ("kind=consent&in=en", ["asks for your consent", "29 May 2026", "Signature"]),
        ("kind=consent&in=es", ["pide su consentimiento", "29 de mayo de 2026", "Firma"]),
    ] {
        let letter = kim.get(&format!("{case}/letter?{query}")).await;
        assert_eq!(letter.status, StatusCode::OK);
        for wanted in wanted {
            assert!(letter.body.contains(wanted), "{query}: {wanted} is missing in {}", letter.body);
        }
        assert!(!letter.body.contains("⟦") && !letter.body.contains("{$"), "{}", letter.body);
    }
    assert_eq!(kim.get(&format!("{case}/letter?kind=poem&in=en")).await.status, StatusCode::BAD_REQUEST);
    let accesses = server.store.accesses(server.school, 100).await.unwrap();
    let opened = accesses.iter().filter(|access| access.what == "family_letter_opened");
    assert!(opened.clone().count() == 4 && opened.clone().all(|access| access.student_id == Some(tyrone)));
}

#[tokio::test]
async fn a_coordinator_in_august_matches_in_one_form_and_who_is_not_screened_waits() {
    let server = Server::start().await;
    let (tyrone, lisa) = lincoln(&server).await;
    let (ana, ben) = (ana(&server).await, mentor(&server.store, server.school, "Ben Adeyemi").await);
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = format!("/staff/mentors/{ana}");
    let found = kim.post(&format!("{page}/students"), "name=dyer&grade=").await.body;
    assert!(found.contains("Tyrone Dyer") && found.contains("Why these two"), "{found}");
    let refused = kim
        .post(
            &format!("{page}/matches"),
            &format!("student={tyrone}&name=dyer&start_day=2025-10-14&rationale=Chess"),
        )
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for wanted in ["Tick at least one reason", "Tyrone Dyer", ">Chess<"] {
        assert!(refused.body.contains(wanted), "{wanted} is missing in {}", refused.body);
    }
    let told = "channel=call&language=English&notice_day=2025-10-14&answer=agrees&answered_by=Dee";
    let whole = format!("student={tyrone}&name=dyer&{PROPOSAL}&wake_up_calls=yes&{told}");
    assert_eq!(goes_to(&kim.post(&format!("{page}/matches"), &whole).await), page, "active at once");
    let cases = server.store.match_cases(server.school).await.unwrap();
    assert!(cases[0].status == MatchStatus::Active && cases[0].on_phones && cases[0].answer.is_some());
    let again = kim.post(&format!("{page}/matches"), &whole).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.body.contains("matched already"), "{}", again.body);

    let waits =
        kim.post(&format!("/staff/mentors/{ben}/matches"), &format!("student={lisa}&{PROPOSAL}")).await;
    let case = goes_to(&waits);
    assert!(case.starts_with("/staff/matches/"), "{case}");
    let shown = kim.get(case).await.body;
    assert!(shown.contains("screening is missing or out of date"), "{shown}");
    let board = kim.get("/staff/matches").await.body;
    assert!(board.contains("Being prepared") && board.contains("Lisa Woods"), "{board}");
    goes_to(&kim.post(&format!("{case}/steps"), "step=withdraw&note=Another+mentor").await);
    assert!(!kim.get("/staff/matches").await.body.contains("Being prepared"));
}

#[tokio::test]
async fn another_schools_candidates_mentors_and_matches_are_not_there() {
    let server = Server::start().await;
    let (tyrone, _) = lincoln(&server).await;
    let ana = ana(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let proposal = format!("student={tyrone}&mentor={ana}&{PROPOSAL}");
    let case = goes_to(&kim.post("/staff/matches/new", &proposal).await).to_owned();
    let adams = server.store.seed_school("Adams").await;
    server.account(adams, "lee", Role::Coordinator).await;
    let theirs = server.store.seed_student(adams, "Uma", "Reyes", day("2025-08-25")).await;
    let lee = server.browser("lee").await;
    for page in [
        format!("/staff/candidates/{tyrone}"),
        format!("/staff/candidates/{tyrone}/mentors"),
        format!("/staff/candidates/{theirs}/mentors/{ana}"),
        format!("/staff/candidates/{tyrone}/mentors/{ana}"),
        case.clone(),
        format!("{case}/letter?kind=notice&in=en"),
    ] {
        assert_eq!(lee.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    let pair = "existing_relationship=yes&seen_in_the_day=no&known_to_family=no&similar_experience=no";
    let consent = "kind=withdrawal&language=Spanish&channel=call&answered_by=Dee";
    for (page, fields) in [
        (format!("/staff/candidates/{tyrone}"), "choice=match.need"),
        (format!("/staff/candidates/{tyrone}/profile"), "interests=x"),
        (format!("/staff/candidates/{theirs}/mentors/{ana}"), pair),
        ("/staff/matches/new".to_owned(), proposal.as_str()),
        (format!("{case}/notices"), consent),
        (format!("{case}/basis"), "because=staff"),
        (format!("{case}/steps"), "step=pause&reason=mentor_away"),
    ] {
        assert_eq!(lee.post(&page, fields).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    let board = lee.get("/staff/matches").await.body;
    assert!(!board.contains("Tyrone") && !board.contains("Ana Ruiz"), "{board}");
    assert!(!lee.get("/staff/candidates?show=all").await.body.contains("Tyrone"));
}

#[tokio::test]
async fn every_page_of_matching_is_there_in_spanish() {
    let server = Server::start().await;
    let (tyrone, _) = lincoln(&server).await;
    let ana = ana(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    goes_to(&kim.post(&format!("/staff/candidates/{tyrone}"), "choice=match.need").await);
    let case = format!("student={tyrone}&mentor={ana}&{PROPOSAL}");
    let pages = [
        "/staff/candidates?show=all".to_owned(),
        format!("/staff/candidates/{tyrone}"),
        format!("/staff/candidates/{tyrone}/mentors"),
        format!("/staff/candidates/{tyrone}/mentors/{ana}"),
        "/staff/matches".to_owned(),
        goes_to(&kim.post("/staff/matches/new", &case).await).to_owned(),
    ];
    for page in pages {
        let request =
            Request::get(&page).header(header::COOKIE, &kim.cookie).header(header::ACCEPT_LANGUAGE, "es");
        let answer = server.send(request.body(Body::empty()).unwrap()).await;
        assert!(answer.body.contains("<html lang=\"es\"") && !answer.body.contains("⟦"), "{page}");
        let foreign = foreign_sentences(&answer.body, Language::Spanish);
        assert!(foreign.is_empty(), "{page}: {foreign:?}");
    }
}

#[tokio::test]
async fn more_students_than_a_mentor_takes_need_a_reason_that_stands_in_the_history() {
    let server = Server::start().await;
    let (tyrone, lisa) = lincoln(&server).await;
    let ana = ana(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let proposal = |student| format!("student={student}&mentor={ana}&{PROPOSAL}");
    let pair = |student| format!("/staff/candidates/{student}/mentors/{ana}");
    assert!(!kim.get(&pair(tyrone)).await.body.contains("data-testid=\"no-room\""));
    let first = format!("{}&variant=Morning+calls", proposal(tyrone));
    let case = goes_to(&kim.post("/staff/matches/new", &first).await).to_owned();
    let id = case.rsplit('/').next().unwrap().parse().unwrap();
    let tried = server.store.all_variants().await.unwrap();
    assert_eq!(tried.get(&id).map(String::as_str), Some("Morning calls"));

    // Ana takes one student.
    let form = kim.get(&pair(lisa)).await.body;
    assert!(form.contains("as many students as they want to take"), "{form}");
    assert!(form.contains("<option value=\"Morning calls\""), "what others try is offered: {form}");
    let refused = kim.post("/staff/matches/new", &proposal(lisa)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("The mentor has no room"), "{}", refused.body);
    let by_mentor = format!("/staff/mentors/{ana}/matches");
    let refused = kim.post(&by_mentor, &proposal(lisa)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
    assert_eq!(server.store.match_cases(server.school).await.unwrap().len(), 1);
    let second = format!("{}&beyond_room=They+are+cousins", proposal(lisa));
    let case = goes_to(&kim.post("/staff/matches/new", &second).await).to_owned();
    assert!(kim.get(&case).await.body.contains("They are cousins"));
}

#[tokio::test]
async fn two_who_propose_for_the_last_place_at_once_do_not_both_get_it() {
    let server = Server::start().await;
    let (tyrone, lisa) = lincoln(&server).await;
    let ana = ana(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let proposal = |student| format!("student={student}&mentor={ana}&{PROPOSAL}");
    let (first, second) = (proposal(tyrone), proposal(lisa));
    let (first, second) =
        tokio::join!(kim.post("/staff/matches/new", &first), kim.post("/staff/matches/new", &second));
    let mut answers = [first.status, second.status];
    answers.sort_by_key(StatusCode::as_u16);
    assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
    assert_eq!(server.store.match_cases(server.school).await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_next_mentor_of_a_student_has_room_or_it_is_said_why_all_the_same() {
    let server = Server::start().await;
    let (tyrone, lisa) = lincoln(&server).await;
    let ben = clear_mentor_of(&server.store, server.school, "Ben Adeyemi").await;
    let ana = ana(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    goes_to(&kim.post("/staff/matches/new", &format!("student={lisa}&mentor={ana}&{PROPOSAL}")).await);
    let first = format!("student={tyrone}&mentor={ben}&{PROPOSAL}");
    let case = goes_to(&kim.post("/staff/matches/new", &first).await).to_owned();
    let closing = format!("/staff/closing/{}", case.rsplit('/').next().unwrap());
    goes_to(&kim.post(&format!("{closing}/end"), "reason=safety").await);

    let next = format!("{closing}/next");
    let fields = format!("mentor={ana}&start_day=2025-10-14&expected_end=2026-05-29&rationale=Chess");
    let refused = kim.post(&next, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
    assert!(
        refused.body.contains("name=\"beyond_room\"") && refused.body.contains("Chess"),
        "{}",
        refused.body
    );
    let cases = server.store.match_cases(server.school).await.unwrap();
    assert!(cases.iter().all(|of| of.student_id == lisa), "nothing was proposed");
    let new = goes_to(&kim.post(&next, &format!("{fields}&beyond_room=They+are+cousins")).await).to_owned();
    let case = new.replace("/staff/closing/", "/staff/matches/");
    assert!(kim.get(&case).await.body.contains("They are cousins"));
}

#[tokio::test]
async fn who_began_or_ended_wake_up_calls_stands_on_the_page_of_the_match() {
    let server = Server::start().await;
    let (tyrone, _) = lincoln(&server).await;
    let ana = ana(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let proposal = format!("student={tyrone}&mentor={ana}&{PROPOSAL}");
    let case = goes_to(&kim.post("/staff/matches/new", &proposal).await).to_owned();
    let id = case.rsplit('/').next().unwrap();
    server.account(server.school, "lou", Role::Coordinator).await;
    let lou = server.browser("lou").await;
    let calls = format!("/staff/mentors/{ana}/matches/{id}/wake-up-calls");
    goes_to(&lou.post(&calls, "wake_up_calls=yes").await);
    let page = kim.get(&case).await.body;
    let event = between(&page, "data-testid=\"event\"", "</li>");
    assert!(event.contains("calls before the bell from now on") && event.contains("Name of lou"), "{event}");
    goes_to(&kim.post(&calls, "wake_up_calls=no").await);
    let page = kim.get(&case).await.body;
    let event = between(&page, "data-testid=\"event\"", "</li>");
    assert!(event.contains("no longer calls before the bell") && event.contains("Name of kim"), "{event}");
}
