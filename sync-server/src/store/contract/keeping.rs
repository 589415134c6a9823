//! Endings, reviews, substitutes, the turn of the year, support and thanks.

use daymark_domain::{
    AccessBasis, CheckInTopic, CheckInWay, ClosureReason, ClosureStep, DeviceId, MatchId, MatchStatus,
    MentorId, PulseScore, Recognised, RecognitionForm, ReviewDecision, ReviewWish, Rules, SchoolDay,
    SchoolId, StepState, SubstituteReason, SupportPrompt, ThanksWay,
};

use super::{NOON, Seed, account, clear_mentor_of, day, matched, mentor};
use crate::store::accounts::Role;
use crate::store::closing::{Author, NewPlan, NewRematch, NewStep, Rematched};
use crate::store::matches::MatchEnd;
use crate::store::reviews::ReviewFacts;
use crate::store::rollover::{YearTurn, YearTurned};
use crate::store::substitutes::{NewSubstitute, Renewal, StandsIn};
use crate::store::support::{CheckInFacts, PulseFacts};
use crate::store::sync::{Asker, News, Piece};
use crate::store::thanks::NewCelebration;

const DAY_S: i64 = 86_400;

fn today() -> SchoolDay {
    day("2025-10-14")
}

async fn author(store: &dyn Seed, school_id: SchoolId, login: &str) -> Author {
    Author { school_id, by: account(store, school_id, login, Role::Coordinator).await, at: NOON }
}

/// The matches that a phone of the mentor would get if it began anew.
async fn on_phones(store: &dyn Seed, school_id: SchoolId, mentor_id: MentorId) -> Vec<MatchId> {
    let asker = Asker { device_id: DeviceId::random(), actor: [0; 16], mentor_id, school_id, cursor: 0 };
    let pieces = store.above(asker, Rules::default(), today()).await.unwrap().pieces;
    let rows = pieces.into_iter().filter_map(|piece| match piece.news {
        News::Rows(rows) => rows.matches,
        _ => None,
    });
    rows.flatten().map(|row| MatchId::from_bytes(*row.id)).collect()
}

pub(crate) async fn an_ending_is_planned_step_by_step_by_its_own_school_and_called_off_again(
    store: &dyn Seed,
) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    let id = matched(store, lincoln, tyrone, ana).await;
    let (ours, theirs) = (author(store, lincoln, "kim").await, author(store, adams, "lee").await);
    let plan = NewPlan { id, reason: Some(ClosureReason::MentorLeft), last_day: Some(today().plus(10)) };
    assert!(!store.plan_closing(plan.clone(), theirs).await.unwrap());
    assert!(store.plan_closing(plan, ours).await.unwrap());
    let step = |state, note: Option<&str>| NewStep {
        id,
        step: ClosureStep::Notice,
        state,
        day: today(),
        who: "Kim".into(),
        note: note.map(|note| note.to_owned().try_into().unwrap()),
    };
    assert!(!store.note_closing_step(step(StepState::Done, None), theirs).await.unwrap());
    assert!(store.note_closing_step(step(StepState::Done, None), ours).await.unwrap());
    let closing = store.closing(lincoln, id).await.unwrap();
    assert!(closing.plan.as_ref().is_some_and(|plan| plan.reason == Some(ClosureReason::MentorLeft)));
    assert!(closing.is_settled(ClosureStep::Notice) && !closing.is_settled(ClosureStep::FinalMeeting));
    assert!(store.note_closing_step(step(StepState::Reopened, Some("wrong match")), ours).await.unwrap());
    let closing = store.closing(lincoln, id).await.unwrap();
    assert!(!closing.is_settled(ClosureStep::Notice) && closing.history.len() == 2, "both stand written");
    assert!(store.plan_closing(NewPlan { id, reason: None, last_day: None }, ours).await.unwrap());
    assert!(store.closing(lincoln, id).await.unwrap().plan.is_none());
    assert!(store.closings(adams).await.unwrap().is_empty());
    assert!(store.closing(adams, id).await.unwrap().history.is_empty());
    assert!(store.kept_match(adams, id, today()).await.unwrap().is_none());
    let kept = store.kept_match(lincoln, id, today()).await.unwrap().unwrap();
    assert!(kept.enrolled && kept.student_name == "Tyrone Dyer" && kept.status == MatchStatus::Active);
}

pub(crate) async fn a_student_whose_match_ended_goes_on_with_another_mentor_who_gets_nothing_of_the_first(
    store: &dyn Seed,
) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = clear_mentor_of(store, lincoln, "Ana Ruiz").await;
    let ben = clear_mentor_of(store, lincoln, "Ben Adeyemi").await;
    let stranger = mentor(store, adams, "Eve").await;
    let first = matched(store, lincoln, tyrone, ana).await;
    let (ours, theirs) = (author(store, lincoln, "kim").await, author(store, adams, "lee").await);
    let next = |mentor_id| NewRematch {
        id: MatchId::random(),
        from: first,
        mentor_id,
        start_day: today(),
        expected_end: day("2026-06-30"),
        rationale: Some("Both like chess".into()),
        hand_over: Some("Likes chess; call after six.".to_owned().try_into().unwrap()),
        beyond_room: None,
        today: today(),
    };
    assert_eq!(store.rematch(next(ben), ours).await.unwrap(), Rematched::NotOfThisSchool, "it runs still");
    let end = MatchEnd {
        id: first,
        school_id: lincoln,
        end_day: today(),
        reason: "rematch".into(),
        by: ours.by,
        at: NOON,
    };
    assert!(store.end_match(end).await.unwrap());
    assert_eq!(store.rematch(next(ben), theirs).await.unwrap(), Rematched::NotOfThisSchool);
    assert_eq!(store.rematch(next(stranger), ours).await.unwrap(), Rematched::NotOfThisSchool);
    let second = next(ben);
    let id = second.id;
    assert_eq!(store.rematch(second, ours).await.unwrap(), Rematched::Yes);
    assert_eq!(store.rematch(next(ben), ours).await.unwrap(), Rematched::Already);
    assert!(on_phones(store, lincoln, ben).await.is_empty(), "a proposal is on no phone");
    let kept = store.kept_matches(lincoln, today()).await.unwrap();
    let statuses: Vec<_> = kept.iter().map(|of| (of.id, of.status)).collect();
    assert_eq!(statuses, [(first, MatchStatus::Closed), (id, MatchStatus::Proposed)]);
    assert_eq!(kept[0].end_reason, Some(ClosureReason::Rematch));

    let anew = || "Likes chess and drums.".to_owned().try_into().unwrap();
    assert!(!store.write_hand_over(id, anew(), theirs).await.unwrap());
    assert!(!store.write_hand_over(first, anew(), ours).await.unwrap(), "it came after none");
    assert!(store.write_hand_over(id, anew(), ours).await.unwrap());
    let texts: Vec<_> = store
        .hand_overs(lincoln, id)
        .await
        .unwrap()
        .into_iter()
        .map(|of| of.text.as_str().to_owned())
        .collect();
    assert_eq!(texts, ["Likes chess and drums.", "Likes chess; call after six."]);
    assert!(store.hand_overs(adams, id).await.unwrap().is_empty());
}

pub(crate) async fn a_review_is_kept_beside_those_before_it(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    let id = matched(store, lincoln, tyrone, ana).await;
    let (ours, theirs) = (author(store, lincoln, "kim").await, author(store, adams, "lee").await);
    let facts = |student, decision| ReviewFacts {
        day: today(),
        student,
        family: None,
        works: None,
        change: Some("Meet at lunch".to_owned().try_into().unwrap()),
        decision,
    };
    assert!(!store.add_review(id, facts(ReviewWish::Keep, ReviewDecision::GoOn), theirs).await.unwrap());
    for (student, decision) in
        [(ReviewWish::Change, ReviewDecision::Change), (ReviewWish::Keep, ReviewDecision::GoOn)]
    {
        assert!(store.add_review(id, facts(student, decision), ours).await.unwrap());
    }
    let reviews = store.reviews_of(lincoln, id).await.unwrap();
    let decisions: Vec<_> = reviews.iter().map(|review| review.facts.decision).collect();
    assert_eq!(decisions, [ReviewDecision::GoOn, ReviewDecision::Change]);
    assert!(reviews[0].by == "Name of kim" && store.reviews(adams).await.unwrap().is_empty());
}

pub(crate) async fn a_substitute_has_the_student_until_the_last_day_and_can_be_renewed(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = clear_mentor_of(store, lincoln, "Ana Ruiz").await;
    let ben = clear_mentor_of(store, lincoln, "Ben Adeyemi").await;
    let unsigned = mentor(store, lincoln, "Cleo").await;
    let own = matched(store, lincoln, tyrone, ana).await;
    let (ours, theirs) = (author(store, lincoln, "kim").await, author(store, adams, "lee").await);
    let new = |mentor_id| NewSubstitute {
        id: MatchId::random(),
        for_match: own,
        mentor_id,
        basis: AccessBasis::SchoolOfficial,
        reason: SubstituteReason::Illness,
        note: None,
        today: today(),
        last_day: today().plus(6),
        family_told: true,
    };
    assert_eq!(store.add_substitute(new(ben), theirs).await.unwrap(), StandsIn::NotOfThisSchool);
    assert_eq!(store.add_substitute(new(ana), ours).await.unwrap(), StandsIn::Already);
    let bens = new(ben);
    let id = bens.id;
    assert_eq!(store.add_substitute(bens, ours).await.unwrap(), StandsIn::Yes);
    assert_eq!(on_phones(store, lincoln, ben).await, [id]);
    assert_eq!(on_phones(store, lincoln, ana).await, [own], "the own mentor keeps the student");
    assert_eq!(store.add_substitute(new(unsigned), ours).await.unwrap(), StandsIn::Yes);
    assert!(on_phones(store, lincoln, unsigned).await.is_empty(), "no agreement, no student");
    let for_a_substitute = NewSubstitute { for_match: id, ..new(unsigned) };
    assert_eq!(store.add_substitute(for_a_substitute, ours).await.unwrap(), StandsIn::NotOfThisSchool);

    let renewal = |last_day| Renewal {
        id,
        reason: SubstituteReason::Leave,
        note: None,
        today: today(),
        last_day,
        family_told: true,
    };
    assert!(!store.renew_substitute(renewal(today().plus(9)), theirs).await.unwrap());
    assert!(store.renew_substitute(renewal(today().plus(9)), ours).await.unwrap());
    assert!(!store.renew_substitute(Renewal { id: own, ..renewal(today().plus(9)) }, ours).await.unwrap());
    let later = |days: u64| (today().plus(days), NOON + i64::try_from(days).unwrap() * DAY_S);
    let (last, at) = later(9);
    store.settle_if_due(lincoln, last, at).await.unwrap();
    assert_eq!(on_phones(store, lincoln, ben).await, [id], "on its last day");
    let cursor = store.log(lincoln).await.unwrap().seq;
    let (after, at) = later(10);
    assert!(store.settle_if_due(lincoln, after, at).await.unwrap());
    assert!(on_phones(store, lincoln, ben).await.is_empty(), "by the clock, and nobody did anything");
    let bens_phone =
        Asker { device_id: DeviceId::random(), actor: [0; 16], mentor_id: ben, school_id: lincoln, cursor };
    let news = store.above(bens_phone, Rules::default(), after).await.unwrap().pieces;
    let revoked = |piece: &Piece| matches!(piece.news, News::Revoked(match_id) if match_id == id);
    assert!(news.iter().any(revoked), "a phone that had the student is told to forget them");
    let ended = store.kept_match(lincoln, id, after).await.unwrap().unwrap();
    assert_eq!((ended.status, ended.end_day), (MatchStatus::Closed, Some(after)));
    let bens = store.matches_of_mentor(lincoln, ben).await.unwrap();
    assert_eq!(bens[0].end_reason.as_deref(), Some("substitute_over"));
    let terms = store.substitute_terms(lincoln).await.unwrap();
    let bens: Vec<_> = terms.iter().filter(|term| term.match_id == id).map(|term| term.reason).collect();
    assert_eq!(bens, [SubstituteReason::Leave, SubstituteReason::Illness]);
    assert!(store.substitute_terms(adams).await.unwrap().is_empty());
}

pub(crate) async fn the_year_turns_once_and_whoever_goes_on_does_so_in_a_new_match(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let ana = clear_mentor_of(store, lincoln, "Ana Ruiz").await;
    let student = async |name| store.seed_student(lincoln, name, "Dyer", day("2025-08-25")).await;
    let (tyrone, lisa) = (student("Tyrone").await, student("Lisa").await);
    let (goes_on, ends) =
        (matched(store, lincoln, tyrone, ana).await, matched(store, lincoln, lisa, ana).await);
    let elsewhere = store.seed_student(adams, "Élodie", "Woods", day("2025-08-25")).await;
    let eve = mentor(store, adams, "Eve").await;
    let of_adams = matched(store, adams, elsewhere, eve).await;
    let ours = author(store, lincoln, "kim").await;
    let turn = YearTurn {
        first_day: day("2025-10-14"),
        today: day("2025-10-20"),
        expected_end: day("2026-06-30"),
        go_on: vec![goes_on, of_adams],
        end: vec![(ends, ClosureReason::YearEnd)],
    };
    let done = store.turn_the_year(turn.clone(), ours).await.unwrap();
    assert_eq!(done, YearTurned { went_on: 1, ended: 1 });
    let again = store.turn_the_year(turn, ours).await.unwrap();
    assert_eq!(again, YearTurned::default(), "a second time there is nothing to do");
    let kept = store.kept_matches(lincoln, today()).await.unwrap();
    let old = kept.iter().find(|of| of.id == goes_on).unwrap();
    assert_eq!((old.status, old.end_reason), (MatchStatus::Closed, Some(ClosureReason::YearEnd)));
    let new = kept.iter().find(|of| Some(of.id) == old.continued_by).unwrap();
    assert_eq!((new.status, new.start_day), (MatchStatus::Active, day("2025-10-20")));
    assert!(new.student_id == tyrone && new.mentor_id == ana && new.continued_by.is_none());
    assert_eq!(kept.len(), 3, "Lisa's ended and was not begun anew");
    assert_eq!(on_phones(store, lincoln, ana).await, [new.id]);
    let theirs = store.kept_match(adams, of_adams, today()).await.unwrap().unwrap();
    assert_eq!(theirs.status, MatchStatus::Active);
}

pub(crate) async fn talks_answers_meetings_and_thanks_belong_to_mentors_of_the_school(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let (ana, ben) = (mentor(store, lincoln, "Ana Ruiz").await, mentor(store, lincoln, "Ben").await);
    let id = matched(store, lincoln, tyrone, ana).await;
    let (ours, theirs) = (author(store, lincoln, "kim").await, author(store, adams, "lee").await);
    let talk = |days: u64| CheckInFacts {
        day: today().plus(days),
        way: CheckInWay::Phone,
        topics: vec![CheckInTopic::Relationship, CheckInTopic::Success],
        needs: Vec::new(),
        prompts: vec![SupportPrompt::Strength],
        note: None,
        next_step: Some("Find a room".to_owned().try_into().unwrap()),
    };
    assert!(!store.add_check_in(ana, talk(0), theirs).await.unwrap());
    for days in [0, 3] {
        assert!(store.add_check_in(ana, talk(days), ours).await.unwrap());
    }
    let talks: Vec<_> =
        store.check_ins(lincoln, ana).await.unwrap().into_iter().map(|talk| talk.facts).collect();
    assert!(talks == [talk(3), talk(0)], "whole, the latest first");
    assert!(store.check_ins(adams, ana).await.unwrap().is_empty());

    let score = |n| PulseScore::new(n).unwrap();
    let pulse =
        |match_id| PulseFacts { day: today(), match_id, scores: [score(5), score(1), score(3)], note: None };
    assert!(!store.add_pulse(ben, pulse(Some(id)), ours).await.unwrap(), "not Ben's student");
    assert!(!store.add_pulse(ana, pulse(None), theirs).await.unwrap());
    assert!(store.add_pulse(ana, pulse(None), ours).await.unwrap());
    assert!(store.add_pulse(ana, pulse(Some(id)), ours).await.unwrap());
    let pulses = store.pulses(lincoln, ana).await.unwrap();
    assert_eq!(pulses[0].student.as_deref(), Some("Tyrone Dyer"));
    assert!(pulses[1].facts == pulse(None) && pulses[1].student.is_none());

    let topic = || "Winter group".to_owned();
    assert!(!store.add_support_event(today(), topic(), vec![ana], theirs).await.unwrap());
    assert!(store.add_support_event(today(), topic(), vec![ana, ben], ours).await.unwrap());
    assert_eq!(store.support_events(lincoln).await.unwrap()[0].mentors, ["Ana Ruiz", "Ben"]);
    assert!(store.support_events(adams).await.unwrap().is_empty());

    assert!(!store.add_thanks(ana, ThanksWay::Card, today(), theirs).await.unwrap());
    assert!(store.add_thanks(ana, ThanksWay::Card, today(), ours).await.unwrap());
    let supported = store.supported_mentors(lincoln).await.unwrap();
    assert_eq!(supported.len(), 1, "Ben has no student");
    assert_eq!(supported[0].starts, [day("2025-10-13")]);
    assert_eq!(supported[0].talks, [today(), today().plus(3)]);
    assert_eq!(supported[0].last_thanks, Some(today()));

    let good_word = || NewCelebration {
        student_id: tyrone,
        whom: Recognised::Family,
        form: RecognitionForm::CallHome,
        day: today(),
    };
    assert!(!store.add_celebration(good_word(), theirs).await.unwrap());
    assert!(store.add_celebration(good_word(), ours).await.unwrap());
    let said = store.celebrations(lincoln, today().minus(1)).await.unwrap();
    assert!(said.len() == 1 && said[0].whom == Recognised::Family && said[0].student_id == tyrone);
    assert!(store.celebrations(lincoln, today().plus(1)).await.unwrap().is_empty());
    assert_eq!(store.named_students(lincoln).await.unwrap()[0].name, "Tyrone Dyer");
    assert!(store.named_students(adams).await.unwrap().is_empty());
}
