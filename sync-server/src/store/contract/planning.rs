//! The plan, the checklist and the kick-off.

use std::collections::BTreeMap;

use daymark_domain::DayType;

use super::{NOON, Seed, account, day};
use crate::store::accounts::Role;
use crate::store::planning::{KickOff, NewPlan, NewStepMark, PlanSaved};

fn answers(data: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("data".to_owned(), data.to_owned())])
}

pub(crate) async fn a_plan_is_followed_by_another_and_never_lost(store: &dyn Seed) {
    let (school_id, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let by = account(store, school_id, "kim", Role::Coordinator).await;
    let new = |follows, text| NewPlan {
        school_id,
        follows,
        answers: answers(text),
        by,
        at: NOON + i64::from(follows),
    };
    assert!(store.plan(school_id, None).await.unwrap().is_none());
    assert_eq!(store.save_plan(new(0, "first")).await.unwrap(), PlanSaved::Yes);
    assert_eq!(store.save_plan(new(1, "second")).await.unwrap(), PlanSaved::Yes);
    assert_eq!(store.save_plan(new(2, "second")).await.unwrap(), PlanSaved::Yes, "the same is no version");
    assert_eq!(store.save_plan(new(0, "too late")).await.unwrap(), PlanSaved::Newer(2));
    let versions = store.plan_versions(school_id).await.unwrap();
    let told: Vec<_> = versions.iter().map(|of| (of.version, of.by.as_str(), of.at)).collect();
    assert_eq!(told, [(2, "Name of kim", NOON + 1), (1, "Name of kim", NOON)]);
    for (which, expected) in [(Some(1), "first"), (Some(2), "second"), (None, "second")] {
        assert_eq!(store.plan(school_id, which).await.unwrap().unwrap().answers, answers(expected));
    }
    assert!(store.plan(school_id, Some(3)).await.unwrap().is_none());
    assert!(
        store.plan(adams, None).await.unwrap().is_none()
            && store.plan_versions(adams).await.unwrap().is_empty()
    );
}

pub(crate) async fn a_tick_is_taken_back_by_another_mark_and_belongs_to_its_year(store: &dyn Seed) {
    let (school_id, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let by = account(store, school_id, "kim", Role::Coordinator).await;
    for (at, done, evidence) in
        [(NOON, Some(day("2025-10-13")), Some("folder".to_owned())), (NOON + 1, None, None)]
    {
        let mark = NewStepMark { school_id, school_year: 2025, step: "match", done, evidence, by, at };
        store.mark_step(mark).await.unwrap();
    }
    let marks = store.step_marks(school_id, 2025).await.unwrap();
    let told: Vec<_> = marks.iter().map(|mark| (mark.done, mark.evidence.as_deref(), mark.at)).collect();
    assert_eq!(told, [(None, None, NOON + 1), (Some(day("2025-10-13")), Some("folder"), NOON)]);
    assert!(marks.iter().all(|mark| mark.step == "match" && mark.by == "Name of kim"));
    assert!(store.step_marks(school_id, 2026).await.unwrap().is_empty());
    assert!(store.step_marks(adams, 2025).await.unwrap().is_empty());
}

pub(crate) async fn the_latest_kick_off_is_in_force_and_the_calendar_is_the_schools_own(store: &dyn Seed) {
    let (school, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let by = account(store, school, "kim", Role::Coordinator).await;
    let event =
        |place: &str, minute| KickOff { day: day("2025-10-21"), minute, place: place.into(), note: None };
    assert!(store.kick_off(school).await.unwrap().is_none());
    for (place, minute) in [("Library", Some(1_050)), ("Gym", None)] {
        store.set_kick_off(school, event(place, minute), by, NOON).await.unwrap();
    }
    assert!(store.kick_off(school).await.unwrap() == Some(event("Gym", None)));
    assert!(store.kick_off(adams).await.unwrap().is_none());
    let days = vec![(day("2025-10-13"), DayType::Holiday), (day("2025-10-14"), DayType::Instructional)];
    store.seed_calendar(school, days).await;
    let types = store.day_types(school, day("2025-10-01"), day("2025-10-13")).await.unwrap();
    assert_eq!(types, BTreeMap::from([(day("2025-10-13"), DayType::Holiday)]));
    assert!(store.day_types(adams, day("2025-10-01"), day("2025-10-31")).await.unwrap().is_empty());
}
