//! What was given out stays as it was given out.

use daymark_reports::ReportName;

use super::*;
use crate::store::settings::{NewSetting, SettingStore};
use crate::store::snapshots::{Face, SnapshotStore};
use crate::store::sqlite::SqliteStore;

async fn set(store: &SqliteStore, key: &str, value: &str) {
    let new = NewSetting {
        school_id: None,
        key: key.to_owned(),
        value: Some(value.to_owned()),
        from: None,
        at: 0,
        by: "Pat".to_owned(),
    };
    store.add_setting(new).await.unwrap();
}

#[tokio::test]
async fn a_frozen_report_keeps_its_bytes_when_the_rules_change() {
    let demo = district::demo().await;
    let store = &demo.store;
    let name = ReportName::Attendance;
    let before = facts(store, &Question::default()).await.unwrap();
    let as_of = before.as_of;
    let frozen = freeze(store, name, before, 0, "Pat".to_owned()).await.unwrap();
    set(store, "chronic_from_percent", "15").await;
    let after = facts(store, &Question::default()).await.unwrap();
    assert_ne!(name.make(&after).json().unwrap(), frozen.faces.json);
    assert_eq!(store.snapshot_bytes(frozen.id, Face::Json).await.unwrap().unwrap(), frozen.faces.json);
    assert_eq!(store.snapshot_bytes(frozen.id, Face::Csv).await.unwrap().unwrap(), frozen.faces.csv);
    let kept = store.snapshots().await.unwrap();
    assert_eq!((kept[0].as_of, kept[0].rule_version, kept[0].inputs), (as_of, 0, frozen.inputs));
}

#[tokio::test]
async fn the_hash_of_the_inputs_follows_the_facts_and_the_rules_and_nothing_else() {
    let (one, other) = (district::demo().await, district::demo().await);
    let freeze_it = async |store: &SqliteStore| {
        let facts = facts(store, &Question::default()).await.unwrap();
        freeze(store, ReportName::Datt, facts, 0, "Pat".to_owned()).await.unwrap().inputs
    };
    let first = freeze_it(&one.store).await;
    assert_eq!(first, freeze_it(&one.store).await, "the same store");
    assert_eq!(first, freeze_it(&other.store).await, "the same files in another store");
    set(&one.store, "half_day_rule", "fractional").await;
    assert_ne!(first, freeze_it(&one.store).await);
    other
        .store
        .write(|tx| Ok(tx.execute("UPDATE attendance_event SET missed = 2500 WHERE id = 1", [])?))
        .await
        .unwrap();
    assert_ne!(first, freeze_it(&other.store).await);
}
