//! What the team's Friday in a browser leaves out, as one coordinator's year: an import that is undone, a consent that is
//! taken back, a review, a substitute, an ending of the year and the next one. Real requests, each looked up in the store.

use daymark_domain::{MatchId, MatchStatus, MentorId, ReviewDecision, StudentId};

use super::furnished::with_uploads;
use super::imports::{HEADER, keys, marks, newest};
use super::*;
use crate::store::closing::ClosingStore;
use crate::store::contract::{clear_mentor_of, day};
use crate::store::matches::MatchStore;
use crate::store::proposals::{MatchCase, ProposalStore};
use crate::store::reviews::ReviewStore;

const DAY_S: i64 = 86_400;

async fn case(server: &Server, id: MatchId) -> MatchCase {
    server.store.match_case(server.school, id).await.unwrap().unwrap()
}

async fn matched_by_form(
    server: &Server,
    browser: &Browser<'_>,
    student: StudentId,
    mentor: MentorId,
) -> MatchId {
    let proposal = format!(
        "student={student}&mentor={mentor}&why_shared_interests=yes&rationale=Both+draw&start_day=2025-10-14\
         &expected_end=2026-05-29&because=under_school_control"
    );
    goes_to(&browser.post("/staff/matches/new", &proposal).await);
    let of_mentor = server.store.matches_of_mentor(server.school, mentor).await.unwrap();
    let found = of_mentor.iter().find(|of| of.student_id == student && of.end_day.is_none());
    found.expect("the match was made").id
}

#[tokio::test]
async fn a_coordinators_year_from_an_undone_import_to_the_next_years_matches() {
    let server = with_uploads().await;
    let (student_key, school_key) = keys(&server).await;
    let store = &server.store;
    let lisa = store.seed_student(server.school, "Lisa", "Woods", day("2025-08-25")).await;
    let ana = clear_mentor_of(store, server.school, "Ana Ruiz").await;
    let ben = clear_mentor_of(store, server.school, "Ben Adeyemi").await;
    let kim = server.signed_in("kim", Role::Coordinator).await;

    // A file of the wrong day is imported, and taken back.
    let file = format!("{HEADER}{student_key},{school_key},2025-10-10,Unexcused Absence,,1\n");
    let job = kim.uploads("attendance", file.as_bytes()).await;
    let preview = kim.ends(&job).await;
    kim.confirms(&job, &preview, "").await;
    assert_eq!(marks(&server).await, 1);
    let imported = newest(&server).await;
    let undoing = goes_to(&kim.post(&format!("/staff/imports/{imported}/undo"), "").await).to_owned();
    kim.ends(&undoing).await;
    assert_eq!(marks(&server).await, 0, "no absence is left of it");
    assert!(newest(&server).await > imported, "the undoing is an entry of its own");

    // The family signs, and takes it back: the phone is emptied that moment.
    let id = matched_by_form(&server, &kim, lisa, ana).await;
    let page = format!("/staff/matches/{id}/notices");
    let consent = "kind=consent&language=English&channel=letter&notice_day=2025-10-13&answered_by=Dee+Woods\
         &scope=attendance&purpose=Mentoring&recipient=Ana+Ruiz&from=2025-10-13&until=2026-05-29&signed=on_paper";
    goes_to(&kim.post(&page, consent).await);
    let withdrawal =
        "kind=withdrawal&language=English&channel=call&notice_day=2025-10-14&answered_by=Dee+Woods";
    assert!(case(&server, id).await.on_phones);
    goes_to(&kim.post(&page, withdrawal).await);
    let paused = case(&server, id).await;
    assert!(!paused.on_phones && paused.basis.is_none() && paused.status == MatchStatus::Paused);
    goes_to(&kim.post(&page, consent).await);
    goes_to(&kim.post(&format!("/staff/matches/{id}/steps"), "step=resume").await);
    assert!(case(&server, id).await.on_phones, "they signed again");

    // Ana is ill for a week.
    let fields = format!("mentor={ben}&reason=illness&last_day=2025-10-20&note=&basis=school_official");
    goes_to(&kim.post(&format!("/staff/substitutes/{id}"), &fields).await);
    let bens = store.matches_of_mentor(server.school, ben).await.unwrap();
    assert!(case(&server, bens[0].id).await.on_phones && bens[0].student_id == lisa);
    server.step(7 * DAY_S);
    let kim = server.browser("kim").await;
    kim.get("/staff/matches").await;
    let bens = store.matches_of_mentor(server.school, ben).await.unwrap();
    assert_eq!((bens[0].status, bens[0].end_day), (MatchStatus::Closed, Some(day("2025-10-21"))));

    // After sixty days everybody is asked.
    server.step(60 * DAY_S);
    let kim = server.browser("kim").await;
    let review = "day=2025-12-19&student=keep&family=keep&decision=go_on&works=Mornings&change=";
    goes_to(&kim.post(&format!("/staff/reviews/{id}"), review).await);
    let held = store.reviews_of(server.school, id).await.unwrap();
    assert!(held.len() == 1 && held[0].facts.decision == ReviewDecision::GoOn);

    // In September the same two go on, in a new match whose record begins anew.
    server.step(257 * DAY_S);
    let kim = server.browser("kim").await;
    let done =
        goes_to(&kim.post("/staff/rollover", &format!("listed_{id}=yes&go_on_{id}=yes")).await).to_owned();
    assert_eq!(done, "/staff/rollover?on=1&ended=0");
    let old = store.kept_match(server.school, id, day("2026-09-03")).await.unwrap().unwrap();
    assert_eq!(old.status, MatchStatus::Closed);
    let of_ana = store.matches_of_mentor(server.school, ana).await.unwrap();
    let next: Vec<_> = of_ana.iter().filter(|of| of.end_day.is_none()).collect();
    assert!(next.len() == 1 && next[0].student_id == lisa && next[0].id != id);
    assert!(
        !case(&server, next[0].id).await.on_phones,
        "until the family signs again: the consent ended in May"
    );
}
