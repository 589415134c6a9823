use std::collections::BTreeSet;

use daymark_domain::{
    Availability, ClearanceGap, MentorDecision, MentorDocument, MentorState, MentorType, MentoringRules,
    ScreeningKind, ScreeningResult,
};

use super::*;
use crate::service::clearing::{clear_mentor, everything};
use crate::store::mentor_files::{
    Application, MentorEntry, MentorFact, MentorOnLadder, Reference, ScreeningEntry,
};
use crate::store::settings::NewSetting;

fn today() -> SchoolDay {
    day("2025-10-14")
}

async fn on_ladder(store: &dyn Seed, school: SchoolId) -> (MentoringRules, MentorOnLadder) {
    let (rules, mut mentors) = store.ladder(school, today()).await.unwrap();
    assert_eq!(mentors.len(), 1);
    (rules, mentors.remove(0))
}

fn application(name: &str) -> Application {
    Application {
        name: name.to_owned(),
        kind: MentorType::Retiree,
        organisation: None,
        contact: "555 0140".into(),
        languages: "English, Spanish".into(),
        interests: Some("chess".into()),
        availability: BTreeSet::from([Availability::MondayBefore, Availability::FridayAfter]),
        capacity: 3,
        motives: None,
        from_paper: Some(day("2025-09-30")),
        references: vec![
            Reference { name: "Maria".into(), relation: None, contact: Some("555 0141".into()) },
            Reference { name: "José".into(), relation: Some("neighbour".into()), contact: None },
        ],
    }
}

pub(crate) async fn a_mentors_file_keeps_every_version_and_the_latest_is_in_force(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let by = account(store, school, "kim", Role::Coordinator).await;
    let ana = mentor(store, school, "Ana").await;
    let write = async |entry| assert!(store.write_down(school, ana, entry, by, NOON).await.unwrap());
    write(MentorEntry::Application(Box::new(application("Ana")))).await;
    let later = Application { capacity: 5, from_paper: None, references: vec![], ..application("Ana Ruiz") };
    write(MentorEntry::Application(Box::new(later.clone()))).await;
    write(MentorEntry::Document(MentorDocument::Handbook, today())).await;
    write(MentorEntry::Decision(MentorDecision::Paused, today(), Some("surgery".into()))).await;
    let file = store.mentor_file(school, ana).await.unwrap().unwrap();
    assert!(file.applications[0].entry == later && file.applications[1].entry == application("Ana"));
    assert_eq!(file.applications[0].by.as_deref(), Some("Name of kim"));
    assert_eq!(file.documents[0].entry, (MentorDocument::Handbook, today()));
    assert_eq!(file.decisions[0].entry, (MentorDecision::Paused, today(), Some("surgery".into())));
    let (rules, known) = on_ladder(store, school).await;
    assert_eq!(known.name, "Ana Ruiz", "lists and phones show the name of the latest application");
    assert!(known.application.is_some_and(|application| application.capacity == 5));
    assert_eq!(known.facts.state(&rules, today()), MentorState::Paused);
}

pub(crate) async fn a_mentor_is_clear_when_everything_is_written_down_and_not_when_a_part_is_taken_back(
    store: &dyn Seed,
) {
    let school = store.seed_school("Lincoln").await;
    let by = account(store, school, "kim", Role::Coordinator).await;
    let ana = mentor(store, school, "Ana").await;
    clear_mentor(store, (school, ana, "Ana"), by, today(), NOON).await.unwrap();
    let gaps = async || {
        let (rules, known) = on_ladder(store, school).await;
        known.facts.gaps(&rules, today())
    };
    assert!(gaps().await.is_empty());
    let file = store.mentor_file(school, ana).await.unwrap().unwrap();
    let rows = [
        (MentorFact::Training, file.trainings[0].id, ClearanceGap::Training),
        (MentorFact::Agreement, file.signatures[0].id, ClearanceGap::Agreement),
    ];
    for (fact, id, gap) in rows {
        assert!(store.take_back(school, ana, fact, id, by, NOON).await.unwrap());
        assert!(gaps().await.contains(&gap), "{gap}");
        assert!(!store.take_back(school, ana, fact, id, by, NOON).await.unwrap(), "once");
    }
    let file = store.mentor_file(school, ana).await.unwrap().unwrap();
    assert!(file.trainings[0].taken_back && !file.trainings[1].taken_back, "the row stays");
}

pub(crate) async fn the_latest_screening_of_a_kind_is_the_one_that_counts(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let by = account(store, school, "kim", Role::Coordinator).await;
    let ana = mentor(store, school, "Ana").await;
    clear_mentor(store, (school, ana, "Ana"), by, today(), NOON).await.unwrap();
    let unfit = ScreeningEntry {
        kind: ScreeningKind::Background,
        result: ScreeningResult::NotClear,
        day: today(),
        through: day("2026-10-13"),
        checked_by: "District office".into(),
    };
    store.write_down(school, ana, MentorEntry::Screening(unfit), by, NOON).await.unwrap();
    let (rules, known) = on_ladder(store, school).await;
    assert_eq!(known.facts.gaps(&rules, today()), [ClearanceGap::BackgroundCheck]);
    let wrong = store.mentor_file(school, ana).await.unwrap().unwrap().screenings[0].id;
    store.take_back(school, ana, MentorFact::Screening, wrong, by, NOON).await.unwrap();
    let (rules, known) = on_ladder(store, school).await;
    assert!(known.facts.gaps(&rules, today()).is_empty(), "it was another Ana's");
}

pub(crate) async fn another_school_neither_reads_nor_writes_a_mentors_file(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let by = account(store, adams, "ann", Role::Coordinator).await;
    let ana = mentor(store, lincoln, "Ana").await;
    let ben = mentor(store, adams, "Ben").await;
    clear_mentor(store, (adams, ben, "Ben"), by, today(), NOON).await.unwrap();
    assert!(store.mentor_file(adams, ana).await.unwrap().is_none());
    for entry in everything("Ana", today()) {
        assert!(!store.write_down(adams, ana, entry, by, NOON).await.unwrap());
    }
    let file = store.mentor_file(lincoln, ana).await.unwrap().unwrap();
    assert!(file.screenings.is_empty() && file.signatures.is_empty());
    let of_ben = store.mentor_file(adams, ben).await.unwrap().unwrap().signatures[0].id;
    for (school, whose) in [(lincoln, ana), (lincoln, ben), (adams, ana)] {
        assert!(!store.take_back(school, whose, MentorFact::Agreement, of_ben, by, NOON).await.unwrap());
    }
}

pub(crate) async fn a_lease_follows_platform_settings_and_the_mentors_last_clear_day(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let by = account(store, school, "kim", Role::Coordinator).await;
    let ana = mentor(store, school, "Ana").await;
    let paired = async |code: u8, platform: &str| {
        assert!(store.add_invite(invite(school, ana, code)).await.unwrap());
        let new = NewDevice { platform: platform.into(), ..device(code, code, NOON) };
        let id = new.id;
        store.pair_device(new).await.unwrap().unwrap();
        id
    };
    let (window, browser, unknown) =
        (paired(1, "desktop").await, paired(2, "web").await, paired(3, "before the restore").await);
    let hours = async |device, today| {
        let terms = store.lease_terms(device, day(today)).await.unwrap().unwrap();
        (terms.seconds / 3_600, terms.runs_out_on)
    };
    assert_eq!(hours(window, "2025-10-14").await, (14 * 24, None), "not clear: nothing is on the phone");
    assert_eq!(hours(browser, "2025-10-14").await.0, 72);
    assert_eq!(hours(unknown, "2025-10-14").await.0, 72, "nobody knows where it keeps its data");
    clear_mentor(store, (school, ana, "Ana"), by, today(), NOON).await.unwrap();
    let over = Some(day("2026-10-14"));
    assert_eq!(hours(window, "2026-09-28").await, (14 * 24, None));
    assert_eq!(hours(window, "2026-10-05").await, (14 * 24, over));
    assert_eq!(hours(browser, "2026-10-05").await, (72, None), "its term is over before");
    assert_eq!(hours(browser, "2026-10-13").await, (72, over));
    let says = async |school_id, key: &str, value: &str| {
        let (key, value) = (key.to_owned(), Some(value.to_owned()));
        let new = NewSetting { school_id, key, value, from: None, at: NOON, by: "Pat".to_owned() };
        store.add_setting(new).await.unwrap();
    };
    says(None, "lease_days", "7").await;
    says(Some(school), "lease_hours_browser", "24").await;
    assert_eq!(hours(window, "2025-10-14").await.0, 7 * 24);
    assert_eq!(hours(browser, "2025-10-14").await.0, 24);
    assert!(store.lease_terms(DeviceId::random(), today()).await.unwrap().is_none());
}

pub(crate) async fn a_school_is_settled_once_a_day_and_again_after_a_change(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let by = account(store, school, "kim", Role::Coordinator).await;
    let ana = mentor(store, school, "Ana").await;
    clear_mentor(store, (school, ana, "Ana"), by, today(), NOON).await.unwrap();
    let student = store.seed_student(school, "Tyrone", "Dyer", day("2025-08-25")).await;
    matched(store, school, student, ana).await;
    let seq = async || store.school(school).await.unwrap().unwrap().seq;
    let settled = seq().await;
    assert!(!store.settle_if_due(school, today(), NOON).await.unwrap());
    assert!(!store.settle_if_due(school, day("2026-10-13"), NOON).await.unwrap(), "holds on its last day");
    assert_eq!(seq().await, settled);
    assert!(store.settle_if_due(school, day("2026-10-14"), NOON).await.unwrap(), "a year is over");
    assert_eq!(seq().await, settled + 1, "phones learn of everything under one number");
    clear_mentor(store, (school, ana, "Ana"), by, day("2026-10-14"), NOON + 365 * 86_400).await.unwrap();
    assert!(seq().await > settled + 1);
    assert!(!store.settle_if_due(school, day("2026-10-14"), NOON).await.unwrap());
}
