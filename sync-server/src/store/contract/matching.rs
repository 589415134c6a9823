//! Candidates, what speaks for two people, and matches from their proposal on.

use daymark_domain::{
    AccessBasis, ActivationBlock, Availability, CandidateDecision, ConsentScope, ConsentSigned,
    DecisionReason, FamilyAnswer, FamilyFirst, FitFactor, FitWeights, Holds, MatchId, MatchStatus, MentorId,
    NoticeChannel, NoticeKind, OfficialBecause, PauseReason, Rationale, SchoolDay, SchoolId, StudentId,
    UserId,
};

use super::{NOON, Seed, account, clear_mentor_of, day, matched, mentor};
use crate::store::accounts::Role;
use crate::store::candidates::{MenteeProfile, NewDecision, NewProfile};
use crate::store::fits::{MatchingRules, NewPairNote};
use crate::store::proposals::{
    CaseChange, CaseChanged, CaseHappened, CaseStep, ConsentTerms, FamilyNotice, NewProposal, Proposed,
};

const DAY_S: i64 = 86_400;

fn today() -> SchoolDay {
    day("2025-10-14")
}

fn decision(school_id: SchoolId, student_id: StudentId, by: UserId) -> NewDecision {
    NewDecision {
        school_id,
        student_id,
        decision: CandidateDecision::Wait,
        reason: DecisionReason::Improving,
        note: None,
        look_again: Some(day("2025-11-14")),
        rules: vec!["two_in_ten".into()],
        day: today(),
        by,
        at: NOON,
    }
}

fn proposal(school_id: SchoolId, student_id: StudentId, mentor_id: MentorId, by: UserId) -> NewProposal {
    NewProposal {
        id: MatchId::random(),
        school_id,
        student_id,
        mentor_id,
        start_day: today(),
        expected_end: Some(day("2026-05-29")),
        wake_up_calls: false,
        rationale: vec![Rationale::FamilyLanguage, Rationale::SharedInterests],
        rationale_text: Some("Both like chess".into()),
        variant: None,
        beyond_room: None,
        today: today(),
        by,
        at: NOON,
    }
}

fn change(school_id: SchoolId, id: MatchId, by: UserId, days: i64) -> CaseChange {
    CaseChange { school_id, id, today: today().plus(days.try_into().unwrap()), by, at: NOON + days * DAY_S }
}

fn told(answer: FamilyAnswer) -> FamilyNotice {
    FamilyNotice {
        kind: NoticeKind::Notice,
        language: "Spanish".into(),
        channel: NoticeChannel::Call,
        day: today(),
        told_by: "Kim".into(),
        answered_by: Some("Dee Dyer".into()),
        answer,
        note: None,
        consent: None,
    }
}

fn consent(until: &str) -> FamilyNotice {
    let terms = ConsentTerms {
        scope: ConsentScope::Attendance,
        purpose: "Mentoring".into(),
        recipient: "Ana Ruiz".into(),
        from: today(),
        until: day(until),
        signed: ConsentSigned::OnPaper,
    };
    FamilyNotice { kind: NoticeKind::Consent, consent: Some(terms), ..told(FamilyAnswer::Agrees) }
}

/// Tyrone at Lincoln, Ana who is clear, and Kim who matches.
async fn lincoln(store: &dyn Seed) -> (SchoolId, StudentId, MentorId, UserId) {
    let school = store.seed_school("Lincoln").await;
    let tyrone = store.seed_student(school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = clear_mentor_of(store, school, "Ana Ruiz").await;
    (school, tyrone, ana, account(store, school, "kim", Role::Coordinator).await)
}

async fn on_phones(store: &dyn Seed, school: SchoolId, id: MatchId) -> bool {
    store.match_case(school, id).await.unwrap().unwrap().on_phones
}

pub(crate) async fn a_decision_about_a_candidate_is_followed_by_another_and_no_other_school_decides(
    store: &dyn Seed,
) {
    let (school, tyrone, ana, kim) = lincoln(store).await;
    let adams = store.seed_school("Adams").await;
    let lee = account(store, adams, "lee", Role::Coordinator).await;
    assert!(!store.decide_candidate(decision(adams, tyrone, lee)).await.unwrap());
    assert!(store.decide_candidate(decision(school, tyrone, kim)).await.unwrap());
    let now = NewDecision {
        decision: CandidateDecision::Match,
        reason: DecisionReason::Need,
        look_again: None,
        ..decision(school, tyrone, kim)
    };
    assert!(store.decide_candidate(now).await.unwrap());
    let records = store.decisions_about(school, tyrone).await.unwrap();
    let decisions: Vec<_> = records.iter().map(|record| record.decision).collect();
    assert_eq!(decisions, [CandidateDecision::Match, CandidateDecision::Wait]);
    assert!(records[1].rules == ["two_in_ten"] && records[1].look_again == Some(day("2025-11-14")));
    let in_force = store.decisions_in_force(school).await.unwrap();
    assert!(in_force.len() == 1 && in_force[&tyrone].decision == CandidateDecision::Match);
    assert!(store.decisions_about(adams, tyrone).await.unwrap().is_empty());
    assert!(store.decisions_in_force(adams).await.unwrap().is_empty());

    let found = store.candidate_students(school, today()).await.unwrap();
    assert!(found.len() == 1 && found[0].name == "Tyrone Dyer" && found[0].mentors.is_empty());
    matched(store, school, tyrone, ana).await;
    assert_eq!(store.candidate_students(school, today()).await.unwrap()[0].mentors, ["Ana Ruiz"]);
    assert!(store.candidate_student(adams, tyrone).await.unwrap().is_none());
}

pub(crate) async fn what_a_student_says_is_kept_and_no_other_school_reads_it(store: &dyn Seed) {
    let (school, tyrone, _, kim) = lincoln(store).await;
    let adams = store.seed_school("Adams").await;
    let profile = |interests: &str| MenteeProfile {
        interests: interests.into(),
        availability: [Availability::MondayBefore, Availability::FridayAfter].into(),
        ..MenteeProfile::default()
    };
    let new = |school_id, profile| NewProfile { school_id, student_id: tyrone, profile, by: kim, at: NOON };
    assert!(!store.save_mentee_profile(new(adams, profile("chess"))).await.unwrap());
    for interests in ["chess", "chess and soccer"] {
        assert!(store.save_mentee_profile(new(school, profile(interests))).await.unwrap());
    }
    assert!(store.mentee_profile(school, tyrone).await.unwrap() == Some(profile("chess and soccer")));
    assert!(store.mentee_profile(adams, tyrone).await.unwrap().is_none());
}

pub(crate) async fn what_is_known_of_two_people_is_theirs_and_the_latest_rules_are_in_force(
    store: &dyn Seed,
) {
    let (school, tyrone, ana, kim) = lincoln(store).await;
    let adams = store.seed_school("Adams").await;
    let theirs = mentor(store, adams, "Ben").await;
    let known = |school_id, mentor_id, holds| NewPairNote {
        school_id,
        student_id: tyrone,
        mentor_id,
        notes: vec![(FitFactor::KnownToFamily, holds)],
        by: kim,
        at: NOON,
    };
    for (of, mentor) in [(adams, ana), (school, theirs), (adams, theirs)] {
        assert!(!store.note_pair(known(of, mentor, Holds::Yes)).await.unwrap());
    }
    for holds in [Holds::Yes, Holds::No] {
        assert!(store.note_pair(known(school, ana, holds)).await.unwrap());
    }
    let notes = store.pair_notes(school).await.unwrap();
    assert!(notes.len() == 1 && notes[0].mentor_id == ana && notes[0].holds == Holds::No);
    assert!(store.pair_notes(adams).await.unwrap().is_empty());

    assert_eq!(store.matching_rules(school).await.unwrap(), MatchingRules::default());
    let weights = FitWeights::new([0, 0, 5, 0, 0]).unwrap();
    let rules = MatchingRules { weights, family_first: FamilyFirst(None) };
    store.set_matching_rules(school, rules, kim, NOON).await.unwrap();
    assert_eq!(store.matching_rules(school).await.unwrap(), rules);
    assert_eq!(store.matching_rules(adams).await.unwrap(), MatchingRules::default());
    let mentors = store.offering_mentors(school).await.unwrap();
    assert!(mentors.len() == 1 && mentors[0].students == 0 && mentors[0].gaps.is_empty());
}

pub(crate) async fn a_match_begins_once_and_with_a_basis_only(store: &dyn Seed) {
    let (school, tyrone, ana, kim) = lincoln(store).await;
    let adams = store.seed_school("Adams").await;
    let lee = account(store, adams, "lee", Role::Coordinator).await;
    let new = proposal(school, tyrone, ana, kim);
    let id = new.id;
    let strange = proposal(adams, tyrone, ana, lee);
    assert_eq!(store.propose_match(strange).await.unwrap(), Proposed::NotOfThisSchool);
    assert_eq!(store.propose_match(new).await.unwrap(), Proposed::Yes);
    let again = proposal(school, tyrone, ana, kim);
    assert_eq!(store.propose_match(again).await.unwrap(), Proposed::Already);
    assert!(!on_phones(store, school, id).await, "a proposal is on no phone");

    let of = change(school, id, kim, 0);
    let activate = async || store.take_case_step(of.clone(), CaseStep::Activate).await.unwrap();
    assert_eq!(activate().await, CaseChanged::Blocked(vec![ActivationBlock::NoBasis]));
    let stranger = change(adams, id, lee, 0);
    let because = OfficialBecause::UnderSchoolControl;
    assert_eq!(
        store.set_official_basis(stranger.clone(), because).await.unwrap(),
        CaseChanged::NotOfThisSchool
    );
    assert_eq!(
        store.add_notice(stranger.clone(), told(FamilyAnswer::Agrees)).await.unwrap(),
        CaseChanged::NotOfThisSchool
    );
    assert_eq!(
        store.take_case_step(stranger, CaseStep::Activate).await.unwrap(),
        CaseChanged::NotOfThisSchool
    );
    assert!(store.match_case(adams, id).await.unwrap().is_none());
    assert!(
        store.case_events(adams, id).await.unwrap().is_empty()
            && store.match_cases(adams).await.unwrap().is_empty()
    );

    assert_eq!(store.set_official_basis(of.clone(), because).await.unwrap(), CaseChanged::Yes);
    assert_eq!(activate().await, CaseChanged::Yes);
    assert_eq!(activate().await, CaseChanged::Moved, "it is active already");
    assert!(on_phones(store, school, id).await);
    let case = store.match_case(school, id).await.unwrap().unwrap();
    assert!(case.status == MatchStatus::Active && case.expected_end == Some(day("2026-05-29")));
    assert_eq!(case.rationale, [Rationale::FamilyLanguage, Rationale::SharedInterests]);
    let steps: Vec<String> = (store.case_events(school, id).await.unwrap().into_iter())
        .filter_map(|event| match event.what {
            CaseHappened::Step { word, .. } => Some(word),
            _ => None,
        })
        .collect();
    assert_eq!(steps, ["activate", "proposed"]);
}

pub(crate) async fn where_the_family_comes_first_it_is_told_before_the_match_begins(store: &dyn Seed) {
    let (school, tyrone, ana, kim) = lincoln(store).await;
    let rules = MatchingRules { family_first: FamilyFirst(Some(7)), ..MatchingRules::default() };
    store.set_matching_rules(school, rules, kim, NOON).await.unwrap();
    let new = proposal(school, tyrone, ana, kim);
    let id = new.id;
    store.propose_match(new).await.unwrap();
    let of = change(school, id, kim, 0);
    store.set_official_basis(of.clone(), OfficialBecause::Staff).await.unwrap();
    let activate = async || store.take_case_step(of.clone(), CaseStep::Activate).await.unwrap();
    assert_eq!(activate().await, CaseChanged::Blocked(vec![ActivationBlock::FamilyNotTold]));
    store.add_notice(of.clone(), told(FamilyAnswer::Declines)).await.unwrap();
    let blocked = CaseChanged::Blocked(vec![ActivationBlock::FamilyDeclines, ActivationBlock::NoBasis]);
    assert_eq!(activate().await, blocked, "no takes back what allowed it");
    let basis = store.set_official_basis(of.clone(), OfficialBecause::Staff).await.unwrap();
    assert_eq!(basis, CaseChanged::Blocked(vec![ActivationBlock::FamilyDeclines]));
    store.add_notice(of.clone(), told(FamilyAnswer::NoAnswer)).await.unwrap();
    let case = store.match_case(school, id).await.unwrap().unwrap();
    assert_eq!(case.status, MatchStatus::FamilyNotified);
    store.set_official_basis(of.clone(), OfficialBecause::Staff).await.unwrap();
    assert_eq!(activate().await, CaseChanged::Yes);
}

pub(crate) async fn a_consent_holds_through_its_last_day_and_its_withdrawal_at_once(store: &dyn Seed) {
    let (school, tyrone, ana, kim) = lincoln(store).await;
    let new = proposal(school, tyrone, ana, kim);
    let id = new.id;
    store.propose_match(new).await.unwrap();
    let of = |days| change(school, id, kim, days);
    store.add_notice(of(0), consent("2025-10-16")).await.unwrap();
    let case = store.match_case(school, id).await.unwrap().unwrap();
    assert!(
        case.basis.is_some_and(
            |basis| basis.basis == AccessBasis::Consent && basis.until == Some(day("2025-10-16"))
        )
    );
    let late = store.take_case_step(of(3), CaseStep::Activate).await.unwrap();
    assert_eq!(late, CaseChanged::Blocked(vec![ActivationBlock::BasisOver]));
    assert_eq!(store.take_case_step(of(0), CaseStep::Activate).await.unwrap(), CaseChanged::Yes);
    assert!(on_phones(store, school, id).await);
    store.settle_if_due(school, day("2025-10-16"), NOON + 2 * DAY_S).await.unwrap();
    assert!(on_phones(store, school, id).await, "it holds on its last day");
    assert!(store.settle_if_due(school, day("2025-10-17"), NOON + 3 * DAY_S).await.unwrap());
    assert!(!on_phones(store, school, id).await, "and not on the next");

    store.add_notice(of(3), consent("2026-05-29")).await.unwrap();
    assert!(on_phones(store, school, id).await, "signed again");
    let back = FamilyNotice { kind: NoticeKind::Withdrawal, ..told(FamilyAnswer::Declines) };
    assert_eq!(store.add_notice(of(3), back).await.unwrap(), CaseChanged::Yes);
    let case = store.match_case(school, id).await.unwrap().unwrap();
    assert!(!case.on_phones && case.basis.is_none() && case.status == MatchStatus::Paused);
    let resumed = store.take_case_step(of(3), CaseStep::Resume).await.unwrap();
    let blocks = vec![ActivationBlock::FamilyDeclines, ActivationBlock::NoBasis];
    assert_eq!(resumed, CaseChanged::Blocked(blocks));
    let events = store.case_events(school, id).await.unwrap();
    assert!(matches!(
        &events[0].what,
        CaseHappened::Step { reason: Some(PauseReason::ConsentWithdrawn), .. }
    ));
    assert!(matches!(events[1].what, CaseHappened::Basis { basis: None, .. }));
}

pub(crate) async fn a_match_rests_and_goes_on_and_a_proposal_can_be_withdrawn(store: &dyn Seed) {
    let (school, tyrone, ana, kim) = lincoln(store).await;
    let id = matched(store, school, tyrone, ana).await;
    let of = change(school, id, kim, 0);
    let step = async |step| store.take_case_step(of.clone(), step).await.unwrap();
    assert!(on_phones(store, school, id).await);
    assert_eq!(step(CaseStep::Resume).await, CaseChanged::Moved);
    assert_eq!(step(CaseStep::Pause(PauseReason::MentorAway, None)).await, CaseChanged::Yes);
    assert!(!on_phones(store, school, id).await);
    assert_eq!(step(CaseStep::Resume).await, CaseChanged::Yes);
    assert!(on_phones(store, school, id).await);
    assert_eq!(step(CaseStep::Withdraw(None)).await, CaseChanged::Moved, "they have met");
    assert_eq!(step(CaseStep::ExpectEnd(day("2025-12-19"))).await, CaseChanged::Yes);
    assert_eq!(store.match_case(school, id).await.unwrap().unwrap().expected_end, Some(day("2025-12-19")));

    let lisa = store.seed_student(school, "Lisa", "Woods", day("2025-08-25")).await;
    let new = proposal(school, lisa, ana, kim);
    let of = change(school, new.id, kim, 0);
    store.propose_match(new).await.unwrap();
    let cases = store.match_cases(school).await.unwrap();
    assert_eq!(
        cases.iter().map(|case| case.status).collect::<Vec<_>>(),
        [MatchStatus::Proposed, MatchStatus::Active]
    );
    assert_eq!(store.take_case_step(of.clone(), CaseStep::Withdraw(None)).await.unwrap(), CaseChanged::Yes);
    assert_eq!(store.take_case_step(of.clone(), CaseStep::Activate).await.unwrap(), CaseChanged::Moved);
    assert_eq!(store.add_notice(of, told(FamilyAnswer::Agrees)).await.unwrap(), CaseChanged::Moved);
    assert_eq!(store.match_cases(school).await.unwrap().len(), 1);
    assert_eq!(store.propose_match(proposal(school, lisa, ana, kim)).await.unwrap(), Proposed::Yes);
}

pub(crate) async fn who_is_not_screened_meets_nobody(store: &dyn Seed) {
    let (school, tyrone, _, kim) = lincoln(store).await;
    let ben = mentor(store, school, "Ben Adeyemi").await;
    let new = proposal(school, tyrone, ben, kim);
    let of = change(school, new.id, kim, 0);
    store.propose_match(new).await.unwrap();
    store.set_official_basis(of.clone(), OfficialBecause::Staff).await.unwrap();
    let blocked = CaseChanged::Blocked(vec![ActivationBlock::NotScreened]);
    assert_eq!(store.take_case_step(of, CaseStep::Activate).await.unwrap(), blocked);
}
