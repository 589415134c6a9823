//! The district: its months, what was said, what left the house, and who looked.

use daymark_domain::{
    DistrictSupport, ReadinessAnswer, ReadinessQuestion, ReflectionPrompt, SchoolId, StudentId,
    SupportStanding, UserId,
};

use super::{NOON, Seed, account, day, matched, mentor};
use crate::store::access_log::AccessFilter;
use crate::store::accounts::Role;
use crate::store::audit::AccessEvent;
use crate::store::district::{Saying, Stamp};
use crate::store::sharing::{NewAgreement, NewDisclosure};
use crate::store::snapshots::{Face, NewSnapshot};

fn stamp(by: UserId, at: i64) -> Stamp {
    Stamp { day: day("2025-10-14"), by, at }
}

fn snapshot(text: &str) -> NewSnapshot {
    NewSnapshot {
        report: "needs-assessment".into(),
        school_id: None,
        as_of: day("2025-09-30"),
        rule_version: 0,
        inputs: [1; 32],
        json: text.into(),
        csv: text.into(),
        at: NOON,
        by: "Ann".into(),
    }
}

pub(crate) async fn a_months_figures_stay_as_they_were_first_read(store: &dyn Seed) {
    let month = day("2025-09-30");
    assert!(store.month_faces("needs-assessment", month).await.unwrap().is_none());
    let first = store.keep_month(snapshot("first")).await.unwrap();
    let second = store.keep_month(snapshot("second")).await.unwrap();
    assert_eq!((second.id, second.json.as_slice()), (first.id, b"first".as_slice()));
    assert!(store.month_faces("datt", month).await.unwrap().is_none());
    assert_eq!(store.month_ids().await.unwrap(), [first.id]);
    assert_eq!(store.snapshots().await.unwrap().len(), 1, "the second was not kept beside it");
}

pub(crate) async fn what_a_district_and_its_schools_say_is_followed_and_never_lost(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let ann = account(store, lincoln, "ann", Role::Captain).await;
    let say = |standing| vec![Saying { what: (DistrictSupport::Partnerships, standing), note: None }];
    store.add_self_check(say(SupportStanding::Begun), stamp(ann, NOON)).await.unwrap();
    store.add_self_check(say(SupportStanding::AllSchools), stamp(ann, NOON + 60)).await.unwrap();
    let said: Vec<_> = store.self_checks().await.unwrap().into_iter().map(|said| said.what.1).collect();
    assert_eq!(said, [SupportStanding::AllSchools, SupportStanding::Begun]);

    let ready = |answer| vec![Saying { what: (ReadinessQuestion::Need, answer), note: Some("why".into()) }];
    store.add_readiness(lincoln, ready(ReadinessAnswer::Partly), stamp(ann, NOON)).await.unwrap();
    store.add_readiness(lincoln, ready(ReadinessAnswer::Yes), stamp(ann, NOON + 60)).await.unwrap();
    assert_eq!(store.readiness(Some(lincoln)).await.unwrap().len(), 2);
    assert_eq!(store.readiness(None).await.unwrap()[0].1.what.1, ReadinessAnswer::Yes);
    assert!(store.readiness(Some(adams)).await.unwrap().is_empty());

    let month = day("2025-09-30");
    for (n, text) in ["The bus", "The bus", "The bell", ""].into_iter().enumerate() {
        let texts = vec![(ReflectionPrompt::Worked, text.to_owned())];
        store.add_reflections(lincoln, month, texts, stamp(ann, NOON + n as i64)).await.unwrap();
        let words: Vec<_> =
            store.reflections(None, month).await.unwrap().into_iter().map(|of| of.text).collect();
        assert_eq!(words, if text.is_empty() { vec![] } else { vec![text.to_owned()] });
    }
    assert!(store.reflections(Some(adams), month).await.unwrap().is_empty());
    assert!(store.reflections(None, day("2025-08-31")).await.unwrap().is_empty());
}

pub(crate) async fn nothing_is_given_without_an_agreement_that_holds(store: &dyn Seed) {
    let lincoln = store.seed_school("Lincoln").await;
    let ann = account(store, lincoln, "ann", Role::Captain).await;
    let new = |first, last| NewAgreement {
        partner: "City".into(),
        purpose: "Bus routes".into(),
        first: day(first),
        last: day(last),
        by: ann,
        at: NOON,
    };
    let id = store.add_agreement(new("2025-10-01", "2025-12-31")).await.unwrap();
    let give = |agreement, today| NewDisclosure {
        agreement,
        school_id: Some(lincoln),
        as_of: day("2025-09-30"),
        face: Face::Csv,
        digest: [7; 32],
        by: ann,
        today: day(today),
        at: NOON,
    };
    for (agreement, today, given) in [
        (id, "2025-09-30", false),
        (id, "2025-10-01", true),
        (id, "2025-12-31", true),
        (id, "2026-01-01", false),
        (id + 1, "2025-10-14", false),
    ] {
        assert_eq!(store.disclose(give(agreement, today)).await.unwrap(), given, "{agreement} {today}");
    }
    assert!(store.end_agreement(id, day("2025-10-14"), ann, NOON).await.unwrap());
    assert!(!store.end_agreement(id, day("2025-11-14"), ann, NOON).await.unwrap(), "it ended already");
    assert!(!store.disclose(give(id, "2025-10-14")).await.unwrap());
    let given = store.disclosures().await.unwrap();
    assert_eq!(given.len(), 2);
    assert_eq!((given[0].school.as_deref(), given[0].by.as_str()), (Some("Lincoln"), "Name of ann"));
    assert_eq!(store.agreement(id).await.unwrap().unwrap().ended, Some(day("2025-10-14")));
}

pub(crate) async fn a_match_tries_what_its_own_school_says_and_mentors_are_counted(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    let id = matched(store, lincoln, tyrone, ana).await;
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let lee = account(store, adams, "lee", Role::Coordinator).await;
    assert!(!store.set_variant(adams, id, Some("calls".into()), lee, NOON).await.unwrap());
    for variant in [Some("door"), Some("calls"), Some("calls")] {
        assert!(store.set_variant(lincoln, id, variant.map(str::to_owned), kim, NOON).await.unwrap());
    }
    let now = store.variants(lincoln).await.unwrap();
    assert_eq!((now.len(), now[0].variant.as_deref(), now[0].changes), (1, Some("calls"), 2));
    assert_eq!(store.all_variants().await.unwrap().get(&id).map(String::as_str), Some("calls"));
    assert!(store.variants(adams).await.unwrap().is_empty());
    let supply = store.mentor_supply().await.unwrap();
    let of = |school: SchoolId| supply.iter().find(|of| of.school_id == school).unwrap();
    let all = |school| of(school).internal + of(school).partners + of(school).unknown;
    assert_eq!((all(lincoln), of(lincoln).placed), (1, 1), "{supply:?}");
    assert_eq!((all(adams), of(adams).placed), (0, 0));
}

pub(crate) async fn the_record_of_access_is_narrowed_by_person_kind_student_and_day(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let lee = account(store, adams, "lee", Role::Coordinator).await;
    let viewed = |by, school, at| AccessEvent::by_staff(at, by, school, "student_viewed");
    store.note_access(viewed(kim, lincoln, NOON).about(tyrone)).await.unwrap();
    store.note_access(viewed(lee, adams, NOON + 86_400)).await.unwrap();
    store.note_access(AccessEvent::by_staff(NOON, kim, lincoln, "week_viewed")).await.unwrap();
    let count = async |filter: AccessFilter| store.access_log(filter, 10).await.unwrap().len();
    let any = AccessFilter::default();
    assert_eq!(count(any.clone()).await, 3);
    assert_eq!(count(AccessFilter { staff: Some(kim), ..any.clone() }).await, 2);
    assert_eq!(count(AccessFilter { what: Some("week_viewed".into()), ..any.clone() }).await, 1);
    assert_eq!(count(AccessFilter { student: Some(tyrone), ..any.clone() }).await, 1);
    assert_eq!(count(AccessFilter { student: Some(StudentId::random()), ..any.clone() }).await, 0);
    assert_eq!(count(AccessFilter { school: Some(adams), ..any.clone() }).await, 1);
    assert_eq!(count(AccessFilter { from: Some(NOON + 1), ..any.clone() }).await, 1);
    assert_eq!(count(AccessFilter { until: Some(NOON + 1), ..any.clone() }).await, 2);
    let all = store.access_log(any.clone(), 10).await.unwrap();
    assert_eq!(count(AccessFilter { before: Some(all[1].id), ..any }).await, 1);
    assert_eq!(all[2].student_key, store.key_of_student(tyrone).await.unwrap());
    let key = all[2].student_key.clone().unwrap();
    assert_eq!(store.student_with_key(&key).await.unwrap(), Some(tyrone));
    assert_eq!(all[1].by.as_deref(), Some("Name of lee"));
}
