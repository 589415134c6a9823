//! Compacting, the doctor, and one server a folder.

use super::*;
use crate::operations::backup;
use crate::operations::census::Census;
use crate::operations::compact::compact;
use crate::operations::doctor::{Finding, Weight, examine};
use crate::operations::{lock, rows};
use crate::store::sync::News;

const BY: &str = "Pat";
const DAY: i64 = 86_400;

async fn changes_of(here: &School, cursor: i64) -> Vec<(i64, Vec<Vec<u8>>)> {
    let above = here.store.above(here.asker(cursor), Default::default(), today()).await.unwrap();
    let bytes = above.pieces.into_iter().filter_map(|piece| match piece.news {
        News::Record { changes, .. } | News::Changes { changes, .. } => Some((piece.seq, changes)),
        _ => None,
    });
    bytes.collect()
}

#[tokio::test]
async fn compacting_changes_nothing_that_anybody_can_ask_for() {
    let here = School::open().await;
    for n in 0..60 {
        here.writes(here.first, note(&format!("Note number {n} of a long year"))).await;
    }
    here.sql("UPDATE match SET status = 'closed', end_day = 20400, ended_at = 1762600000 WHERE id = (SELECT match_id FROM change GROUP BY match_id ORDER BY count(*) DESC LIMIT 1)");
    let census = |here: &School| {
        Census::of(&daymark_sqlite::rusqlite::Connection::open(here.folder.database()).unwrap()).unwrap()
    };
    let (_, found) = here.record(here.first).await;
    let (before, news) = (census(&here), changes_of(&here, 0).await);
    // A summer later, and twice.
    let later = NOON + 180 * DAY;
    let first = compact(&here.folder, BY, later).unwrap();
    let second = compact(&here.folder, BY, later + DAY).unwrap();
    assert_eq!((first.folded, first.left_alone, second.folded), (1, 0, 0));
    println!("compact: {} bytes before, {} after", first.before, first.after);
    assert!(first.after < first.before);
    let (_, after) = here.record(here.first).await;
    assert_eq!(found.changes, after.changes, "byte by byte");
    assert_eq!(census(&here).records, before.records);
    // A phone that was away for the summer gets what it would have got.
    assert_eq!(changes_of(&here, 0).await, news);
    let rebuilt = here.store.rebuild_projections(here.school).await.unwrap();
    assert_eq!(rebuilt, 2);
    assert_eq!(here.number("SELECT count(*) FROM note"), 62);
    assert_eq!(here.number("SELECT count(*) FROM change WHERE length(bytes) = 0"), 62);
}

#[tokio::test]
async fn a_match_that_goes_on_or_ended_a_moment_ago_is_not_folded() {
    let here = School::open().await;
    assert_eq!(compact(&here.folder, BY, NOON + 180 * DAY).unwrap().folded, 0);
    here.sql("UPDATE match SET status = 'closed', end_day = 20400, ended_at = 1762600000");
    assert_eq!(compact(&here.folder, BY, 1_762_600_000 + 30 * DAY).unwrap().folded, 0);
    assert_eq!(compact(&here.folder, BY, 1_762_600_000 + 32 * DAY).unwrap().folded, 2);
}

fn of<'f>(found: &'f [Finding], subject: &str) -> &'f Finding {
    found.iter().find(|finding| finding.subject == subject).unwrap()
}

#[tokio::test]
async fn the_doctor_says_what_to_do_and_nothing_when_all_is_well() {
    let here = School::open().await;
    let found = examine(&here.folder, None, NOON).unwrap();
    assert_eq!(of(&found, "backup").weight, Weight::Act);
    assert!(of(&found, "backup").to_do.as_ref().unwrap().contains("daymark-server backup"));
    for finding in &found {
        assert_eq!(finding.weight != Weight::Well, finding.to_do.is_some(), "{finding:?}");
    }
    let (public, _) = here.key("key");
    backup::make(&here.folder, &here.file("one.backup"), &[public], BY, NOON).unwrap();
    make_private(&here);
    let found = examine(&here.folder, None, NOON + 60).unwrap();
    let to_do: Vec<_> = found.iter().filter(|finding| finding.weight == Weight::Act).collect();
    assert!(to_do.is_empty(), "{to_do:?}");
    assert_eq!(of(&examine(&here.folder, None, NOON + 3 * DAY).unwrap(), "backup").weight, Weight::Act);
}

fn make_private(here: &School) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(here.folder.path(), std::fs::Permissions::from_mode(0o700)).unwrap();
    }
    let _ = here;
}

#[tokio::test]
async fn the_doctor_sees_trouble_of_each_kind() {
    let here = School::open().await;
    here.store
        .seed_calendar(
            here.school,
            (0..10).map(|n| (day("2025-09-22").plus(n), daymark_domain::DayType::Instructional)).collect(),
        )
        .await;
    here.sql(
        "INSERT INTO setting (key, value, set_at, set_by) VALUES ('moon_phase', 'full', 1, 'x');
         UPDATE device SET last_sync_at = 1758000000;
         INSERT INTO quarantine SELECT match_id, hash, device_id, 'malformed', bytes, 1760450000 FROM change LIMIT 3;",
    );
    let found = examine(&here.folder, Some(&here.file("no-such.pem")), NOON).unwrap();
    assert_eq!(of(&found, "settings").weight, Weight::Act);
    assert!(of(&found, "settings").said.contains("moon_phase"));
    assert_eq!(of(&found, "imports").weight, Weight::Act);
    assert_eq!(of(&found, "phones").weight, Weight::Note);
    assert!(of(&found, "quarantine").said.starts_with("3 change(s)"));
    assert_eq!(of(&found, "certificate").weight, Weight::Act);
    // A clock that stands in the past.
    assert_eq!(of(&examine(&here.folder, None, NOON - 30 * DAY).unwrap(), "clock").weight, Weight::Act);
    // A version that is not this one's.
    here.sql("PRAGMA user_version = 999");
    let found = examine(&here.folder, None, NOON).unwrap();
    assert_eq!((found.len(), of(&found, "version").weight), (1, Weight::Act));
}

#[tokio::test]
async fn the_doctor_knows_whether_a_server_runs() {
    let here = School::open().await;
    let said = |here: &School| of(&examine(&here.folder, None, NOON).unwrap(), "server").said.clone();
    assert!(said(&here).starts_with("no server"));
    let held = lock::take(&here.folder).unwrap();
    assert!(said(&here).starts_with("a server runs"));
    drop(held);
}

#[tokio::test]
async fn damage_to_what_the_team_sees_is_found_by_the_doctor_and_written_anew_from_the_records() {
    let here = School::open().await;
    let hash = || {
        let db = daymark_sqlite::rusqlite::Connection::open(here.folder.database()).unwrap();
        crate::operations::census::projections_hash(&db).unwrap()
    };
    let right = hash();
    assert_eq!(of(&examine(&here.folder, None, NOON).unwrap(), "rows").weight, Weight::Well);
    for (damage, table) in [
        (
            "DELETE FROM door_check WHERE (match_id, entry_key) = (SELECT match_id, entry_key FROM door_check LIMIT 1)",
            "door_check",
        ),
        (
            "UPDATE note SET text = 'Plays the trumpet' WHERE (match_id, entry_key) = (SELECT match_id, entry_key FROM note LIMIT 1)",
            "note",
        ),
        (
            "UPDATE note SET voided = 1 WHERE (match_id, entry_key) = (SELECT match_id, entry_key FROM note LIMIT 1)",
            "note",
        ),
        (
            "INSERT INTO calendar_mark (match_id, day, mark) SELECT id, 20000, 'present' FROM match LIMIT 1",
            "calendar_mark",
        ),
    ] {
        here.sql(damage);
        assert_eq!(rows::differing(&here.folder).unwrap(), [(table, 1)], "{damage}");
        let found = examine(&here.folder, None, NOON).unwrap();
        assert_eq!(of(&found, "rows").weight, Weight::Act);
        assert!(of(&found, "rows").to_do.as_ref().unwrap().contains("doctor --mend"));
        assert_ne!(hash(), right, "looking at it mends nothing");
        rows::write_anew(&here.folder).unwrap();
        assert_eq!((rows::differing(&here.folder).unwrap(), hash()), (Vec::new(), right));
    }
}
