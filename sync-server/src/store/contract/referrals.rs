//! Referrals, where help is to be had, and students' files.

use daymark_domain::{
    AskStatus, BarrierFactor, ConsentBasis, ReferralId, ReferralKind, ReferralStatus, ResourceId, SchoolId,
    StudentId, Urgency, UserId,
};

use super::{NOON, Seed, account, day, matched, mentor};
use crate::store::accounts::Role;
use crate::store::fields::{Purpose, Readable};
use crate::store::referrals::{NewReferral, NewStep, ReferralState, StepTaken};
use crate::store::resources::ResourceFacts;
use crate::store::student_file::NewAmendment;

fn state(owner: UserId, status: ReferralStatus) -> ReferralState {
    let consent = ConsentBasis::SchoolOfficial;
    ReferralState { status, consent, outcome: None, owner, due: Some(day("2025-10-20")), note: None }
}

fn new_referral(school_id: SchoolId, student_id: StudentId, owner: UserId) -> NewReferral {
    NewReferral {
        id: ReferralId::random(),
        school_id,
        student_id,
        kind: ReferralKind::Transport,
        resource: None,
        to: "Bus office".into(),
        urgency: Urgency::Today,
        reason: None,
        ask: None,
        state: state(owner, ReferralStatus::Requested),
        answer: None,
        by: owner,
        at: NOON,
    }
}

pub(crate) async fn a_resource_keeps_its_versions_and_belongs_to_one_school(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let id = ResourceId::random();
    let pantry = ResourceFacts {
        name: "Pantry".into(),
        factors: vec![BarrierFactor::Food, BarrierFactor::Clothing],
        phone: Some("555 0100".into()),
        verified: Some(day("2025-10-01")),
        ..ResourceFacts::default()
    };
    assert!(store.save_resource(lincoln, id, pantry.clone(), kim, NOON).await.unwrap());
    assert!(!store.save_resource(adams, id, pantry.clone(), kim, NOON).await.unwrap());
    let retired = ResourceFacts { retired: true, ..pantry.clone() };
    assert!(store.save_resource(lincoln, id, retired.clone(), kim, NOON + 60).await.unwrap());
    let now = store.resources(lincoln).await.unwrap();
    assert!(now.len() == 1 && now[0].facts == retired && now[0].by == "Name of kim");
    let versions = store.resource_versions(lincoln, id).await.unwrap();
    assert_eq!(versions.into_iter().map(|version| version.facts).collect::<Vec<_>>(), [retired, pantry]);
    assert!(store.resources(adams).await.unwrap().is_empty());
    assert!(store.resource_versions(adams, id).await.unwrap().is_empty());
}

pub(crate) async fn a_referral_is_made_and_taken_further_by_its_own_school_only_and_answers_the_mentor(
    store: &dyn Seed,
) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let lisa = store.seed_student(lincoln, "Lisa", "Woods", day("2025-08-25")).await;
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    let match_id = matched(store, lincoln, tyrone, ana).await;
    store.seed_ask(match_id, "1-4", "transport", "today", "A bus pass").await;
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let lee = account(store, adams, "lee", Role::Coordinator).await;
    let ask = Some((match_id, "1-4".parse().unwrap()));

    let ours = NewReferral { ask: ask.clone(), ..new_referral(lincoln, tyrone, kim) };
    let id = ours.id;
    for stranger in [
        new_referral(adams, tyrone, lee),
        new_referral(lincoln, tyrone, lee),
        NewReferral { ask: ask.clone(), ..new_referral(lincoln, lisa, kim) },
        NewReferral { resource: Some(ResourceId::random()), ..new_referral(lincoln, tyrone, kim) },
    ] {
        assert!(!store.add_referral(stranger).await.unwrap());
    }
    assert!(store.add_referral(ours).await.unwrap());
    let status = async || store.asks(lincoln).await.unwrap()[0].answer.as_ref().map(|answer| answer.status);
    assert_eq!(status().await, Some(AskStatus::Accepted));

    let step = |school_id, from, to| NewStep {
        school_id,
        id,
        from,
        state: state(kim, to),
        answer: None,
        by: kim,
        at: NOON + 60,
    };
    use ReferralStatus::{Accepted, InProgress, Requested};
    assert_eq!(
        store.step_referral(step(adams, Requested, Accepted)).await.unwrap(),
        StepTaken::NotOfThisSchool
    );
    assert_eq!(store.step_referral(step(lincoln, Requested, Accepted)).await.unwrap(), StepTaken::Yes);
    assert_eq!(store.step_referral(step(lincoln, Requested, Accepted)).await.unwrap(), StepTaken::Moved);
    assert_eq!(store.step_referral(step(lincoln, Accepted, InProgress)).await.unwrap(), StepTaken::Yes);
    assert_eq!(status().await, Some(AskStatus::InProgress));
    let found = store.referral(lincoln, id).await.unwrap().unwrap();
    assert!(found.now.state.status == InProgress && found.ask == ask && found.student_name == "Tyrone Dyer");
    let steps = store.referral_steps(id).await.unwrap();
    let statuses: Vec<_> = steps.iter().map(|step| step.state.status).collect();
    assert_eq!(statuses, [InProgress, Accepted, Requested]);
    assert!(store.referral(adams, id).await.unwrap().is_none());
    assert!(store.referrals(adams).await.unwrap().is_empty());
    assert_eq!(store.referrals_of(lincoln, tyrone).await.unwrap().len(), 1);
    assert!(store.referrals_of(lincoln, lisa).await.unwrap().is_empty());
    assert!(store.referral_owners(lincoln).await.unwrap() == [(kim, "Name of kim".to_owned())]);
}

pub(crate) async fn a_file_is_read_by_its_own_school_and_the_team_reads_no_sensitive_note(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    let match_id = matched(store, lincoln, tyrone, ana).await;
    for (key, text, audience, class) in [
        ("1-1", "for the team", "team", "shareable"),
        ("1-2", "for us two", "match", "shareable"),
        ("1-3", "kept close", "team", "sensitive"),
    ] {
        store.seed_note(match_id, key, text, audience, class).await;
    }
    store.seed_barrier(match_id, "1-4", "food").await;
    let [team, everything] =
        [Role::Team, Role::Coordinator].map(|role| Readable::of_staff(role, Purpose::Care));
    let texts = async |fields| {
        let file = store.student_file(lincoln, tyrone, fields).await.unwrap().unwrap();
        let mut texts: Vec<_> = file.entries.into_iter().filter_map(|entry| entry.text).collect();
        texts.sort();
        texts
    };
    assert_eq!(texts(team).await, ["for the team"]);
    assert_eq!(texts(everything).await, ["for the team", "for us two", "kept close"]);
    assert!(store.student_file(adams, tyrone, everything).await.unwrap().is_none());

    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let note = |school_id| NewAmendment {
        student_id: tyrone,
        school_id,
        day: day("2025-10-14"),
        asked_by: "Dee Dyer, mother".into(),
        text: "The 3rd was a funeral.".into(),
        by: kim,
        at: NOON,
    };
    assert!(!store.add_amendment(note(adams)).await.unwrap());
    assert!(store.add_amendment(note(lincoln)).await.unwrap());
    let file = store.student_file(lincoln, tyrone, team).await.unwrap().unwrap();
    assert!(file.amendments.len() == 1 && file.amendments[0].text == "The 3rd was a funeral.");
    assert!(file.barriers.len() == 1 && file.barriers[0].factor == "food");
    let nobodys = Readable::of_staff(Role::Auditor, Purpose::Care);
    let file = store.student_file(lincoln, tyrone, nobodys).await.unwrap().unwrap();
    let all = serde_json::to_string(&file).unwrap();
    for said in ["Tyrone", "Dyer", "Ana Ruiz", "for the team", "funeral", "food"] {
        assert!(!all.contains(said), "who stands in no row of the table reads {said}: {all}");
    }
    let accesses = store.accesses_to(lincoln, tyrone).await.unwrap();
    let whats: Vec<_> = accesses.iter().map(|access| access.what.as_str()).collect();
    assert!(whats.contains(&"amendment_added"), "{whats:?}");
    assert!(store.accesses_to(adams, tyrone).await.unwrap().is_empty());
}
