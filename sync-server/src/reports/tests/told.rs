//! What mentors told the team, from the store to the packet.

use daymark_domain::UserId;
use daymark_reports::ReportName;

use super::*;
use crate::store::accounts::{AccountStore, NewAccount, Role};
use crate::store::schools::SchoolStore;
use crate::store::snapshots::{Face, SnapshotStore};
use crate::store::sqlite::SqliteStore;

const SHAREABLE: &str = "Came early all week and asked for a book.";

async fn packet(store: &SqliteStore) -> Value {
    json(store, "weekly-packet", &Question::default()).await
}

fn all<'a>(packet: &'a Value, list: &str) -> Vec<&'a Value> {
    let schools = packet["schools"].as_array().unwrap().iter();
    schools.flat_map(|school| school[list].as_array().unwrap()).collect()
}

#[tokio::test]
async fn the_packet_shows_the_notes_that_are_for_the_teams_table_and_no_other() {
    let demo = district::demo().await;
    let packet = packet(&demo.store).await;
    let notes = all(&packet, "notes");
    assert!(!notes.is_empty() && notes.iter().all(|note| note["text"] == SHAREABLE), "{notes:?}");
    let facts = facts(&demo.store, &Question::default()).await.unwrap();
    for name in ReportName::ALL {
        let report = name.make(&facts);
        let (json, csv) = (report.json().unwrap(), report.csv().unwrap());
        let says = |bytes: &[u8], text: &str| String::from_utf8_lossy(bytes).contains(text);
        assert!(!says(&json, district::PRIVATE) && !says(&csv, district::PRIVATE), "{name}");
        assert_eq!(says(&json, SHAREABLE), *name == ReportName::WeeklyPacket, "{name}");
        assert!(!says(&csv, SHAREABLE), "{name}");
    }
}

#[tokio::test]
async fn what_the_team_wrote_stands_in_its_packet_alone_and_as_it_stood_on_that_day() {
    let demo = district::demo().await;
    let written = ["Breakfast before the bell", "Call the bus office"];
    let now = facts(&demo.store, &Question::default()).await.unwrap();
    for name in ReportName::ALL {
        let report = name.make(&now);
        let (json, csv) = (report.json().unwrap(), report.csv().unwrap());
        for text in written {
            let says = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(text);
            assert_eq!(says(&json), *name == ReportName::WeeklyPacket, "{name}: {text}");
            assert!(!says(&csv), "{name}: {text}");
        }
    }
    let told = packet(&demo.store).await;
    let overdue = |list| all(&told, list).iter().filter(|row| row["overdue"] == true).count();
    assert_eq!((overdue("actions"), overdue("open_referrals")), (1, 1));
    assert!(
        all(&told, "students").iter().any(|row| row["extra_supports"] == serde_json::json!(["transport"]))
    );
    let before = Question { as_of: Some(demo.district.calendar.today.minus(5)), ..Question::default() };
    let before = json(&demo.store, "weekly-packet", &before).await;
    for list in ["actions", "decisions", "open_referrals"] {
        assert!(all(&before, list).is_empty(), "{list} came later");
    }
}

#[tokio::test]
async fn a_packet_that_was_frozen_holds_no_word_of_a_note() {
    let demo = district::demo().await;
    let facts = facts(&demo.store, &Question::default()).await.unwrap();
    let frozen = freeze(&demo.store, ReportName::WeeklyPacket, facts, 0, "Pat".to_owned()).await.unwrap();
    let kept = demo.store.snapshot_bytes(frozen.id, Face::Json).await.unwrap().unwrap();
    let kept: Value = serde_json::from_slice(&kept).unwrap();
    let notes = all(&kept, "notes");
    assert!(!notes.is_empty() && notes.iter().all(|note| note["text"].is_null()), "{notes:?}");
    for list in ["asks", "decisions", "actions"] {
        let rows = all(&kept, list);
        assert!(!rows.is_empty() && rows.iter().all(|row| row["text"].is_null()), "{list}");
    }
}

#[tokio::test]
async fn a_request_waits_until_an_answer_leaves_nothing_to_do() {
    let demo = district::demo().await;
    let store = &demo.store;
    let before = all(&packet(store).await, "asks").len();
    assert!(before > 1, "several wait");
    let staff = UserId::from_bytes([9; 16]);
    let account = NewAccount {
        id: staff,
        school_id: store.schools().await.unwrap()[0].id,
        login: "pat".to_owned(),
        name: "Pat".to_owned(),
        role: Role::Coordinator,
        password_hash: String::new(),
        at: 0,
    };
    store.add_account(account).await.unwrap();
    let answered = |status: &'static str| {
        store.write(move |tx| {
            let first = "INSERT INTO ask_answer (match_id, entry_key, status, staff_id, at, seq) SELECT match_id, entry_key, ?1, ?2, 0, 0 FROM ask ORDER BY match_id LIMIT 1";
            Ok(tx.execute(first, (status, staff.as_bytes()))?)
        })
    };
    answered("in_progress").await.unwrap();
    assert_eq!(all(&packet(store).await, "asks").len(), before, "somebody is at it");
    answered("completed").await.unwrap();
    assert_eq!(all(&packet(store).await, "asks").len(), before - 1);
    answered("on_hold").await.unwrap();
    assert_eq!(all(&packet(store).await, "asks").len(), before, "the answer in force is the latest");
}

#[tokio::test]
async fn what_was_taken_back_is_not_told_and_a_school_hears_of_its_own_students_only() {
    let demo = district::demo().await;
    let schools = demo.store.schools().await.unwrap();
    let today = Some(demo.district.calendar.today);
    let of = |school| Question { school: Some(school), as_of: today, ..Question::default() };
    let mut told = 0;
    for school in &schools {
        let facts = facts(&demo.store, &of(school.id)).await.unwrap();
        assert!(facts.matches.iter().all(|matched| matched.school_id == school.id));
        told += facts.matches.iter().map(|matched| matched.told.barriers.len()).sum::<usize>();
    }
    let standing = demo.store.read(|db| {
        let sql = "SELECT count(*) FROM barrier WHERE voided = 0";
        Ok(db.query_row(sql, [], |row| row.get::<_, u32>(0))?)
    });
    assert_eq!(told, standing.await.unwrap() as usize);
}
