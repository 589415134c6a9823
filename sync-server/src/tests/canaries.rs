//! A canary in every text of another school: no page of ours sings, whoever opens it.

use axum::http::StatusCode;
use daymark_sqlite::rusqlite::Transaction;

use super::furnished::{ADAMS, House, LINCOLN, with_uploads};
use super::*;
use crate::auth::permissions::{Does, PERMISSIONS};
use crate::store::StoreError;
use crate::store::sqlite::values::all;

pub(super) const CANARY: &str = "Kanarienvogel";

/// What is no text of people: words that the server reads back, keys, names that the whole district knows.
const WORDS: &[&str] = &[
    "audience",
    "availability",
    "basis",
    "basis_scope",
    "category",
    "checks",
    "class",
    "codes",
    "confidence",
    "consent",
    "criteria",
    "day_type",
    "decision",
    "digest",
    "direction",
    "entry_key",
    "factor",
    "factors",
    "field",
    "form",
    "group_id",
    "holds",
    "item",
    "key",
    "kind",
    "language",
    "log_id",
    "mark",
    "outcome",
    "party",
    "place",
    "purpose",
    "question",
    "reached",
    "result",
    "role",
    "rows",
    "rules",
    "scope",
    "signed_how",
    "source",
    "state",
    "status",
    "step",
    "time_zone",
    "topics",
    "urgency",
    "value",
    "variant",
    "ways",
    "weights",
    "what",
    "whom",
    "way",
    "word",
    "channel",
    "waits_for",
    "kinds",
    "languages",
    "password_hash",
    "login",
    "before",
    "noun",
    "report",
    "outcome",
    "done_by",
    "follows",
    "activity",
    "end_reason",
    "page",
    "device_tag",
    "platform",
    "app_version",
    "prompt",
    "prompts",
    "answer",
    "options",
    "support",
    "standing",
    "document",
    "fact",
    "part",
    "student_wish",
    "family_wish",
    "was",
];

/// What captain and auditor read of every school: grades as the names of groups, who did something by phone, the key of a student whose record was
/// opened, and what the school itself says to the district.
pub(super) const FOR_THE_DISTRICT: &[&str] =
    &["student.grade", "student.sis_id", "mentor.name", "reflection.text", "readiness.note"];

/// Everything of these schools' students, matches, guardians and mentors, and whatever their staff wrote. By the schema:
/// a column that somebody adds is searched for at once. How many values there are.
pub(super) fn plant(tx: &Transaction<'_>, school: [u8; 16], text: &str) -> Result<usize, StoreError> {
    let locks = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%raise(ABORT%'";
    for name in all(tx, locks, [], |row| Ok(row.get::<_, String>(0)?))? {
        tx.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
    }
    tx.execute_batch("CREATE TEMP TABLE theirs (id BLOB PRIMARY KEY)")?;
    for kin in [
        "SELECT ?1",
        "SELECT student_id FROM enrollment WHERE school_id = ?1",
        "SELECT id FROM match WHERE school_id = ?1",
        "SELECT id FROM mentor WHERE school_id = ?1",
        "SELECT guardian_id FROM student_guardian WHERE student_id IN (SELECT id FROM theirs) AND ?1 = ?1",
    ] {
        tx.execute(&format!("INSERT OR IGNORE INTO theirs {kin}"), [school])?;
    }
    let mut planted = 0;
    let tables =
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1";
    for table in all(tx, tables, [], |row| Ok(row.get::<_, String>(0)?))? {
        let columns: Vec<(String, String)> =
            all(tx, "SELECT name, type FROM pragma_table_info(?1)", [&table], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let keys = ["student_id", "match_id", "guardian_id", "mentor_id", "school_id"];
        let by_id = ["student", "guardian", "match", "mentor"].contains(&&*table);
        let key = if by_id {
            Some("id")
        } else {
            keys.into_iter().find(|key| columns.iter().any(|(name, _)| name == key))
        };
        let Some(key) =
            key.filter(|_| !["access_event", "staff", "import_batch", "snapshot"].contains(&&*table))
        else {
            continue;
        };
        for (name, _) in columns.iter().filter(|(name, kind)| kind == "TEXT" && !WORDS.contains(&&**name)) {
            let sql = format!(
                "UPDATE OR IGNORE \"{table}\" SET {name} = '{text} {table}.{name} ' || hex(randomblob(3))
                 WHERE {key} IN (SELECT id FROM theirs) AND {name} IS NOT NULL"
            );
            planted += tx.execute(&sql, [])?;
        }
    }
    tx.execute_batch("DROP TABLE temp.theirs")?;
    Ok(planted)
}

/// Where a page of this house sings, of all pages that open to its people.
async fn sings(house: &House<'_>) -> (Vec<String>, usize) {
    let (mut heard, mut opened) = (Vec::new(), 0);
    for (does, path, access) in PERMISSIONS {
        // Files too, which ask for a proof of identity: these people signed in a moment ago.
        let Some(roles) = access.roles().filter(|_| *does == Does::Reads && !access.is_own()) else {
            continue;
        };
        for role in roles {
            for address in house.addresses(path, &|_| None) {
                let answer = house.browser(*role).get(&address).await;
                opened += usize::from(answer.status == StatusCode::OK);
                for sung in answer.body.split(CANARY).skip(1) {
                    let field = sung.trim_start().split(' ').next().unwrap_or_default().to_owned();
                    let is_known =
                        matches!(role, Role::Captain | Role::Auditor) && FOR_THE_DISTRICT.contains(&&*field);
                    if !is_known {
                        heard.push(format!("{address} to {}: {field}", role.word()));
                    }
                }
            }
        }
    }
    (heard, opened)
}

#[tokio::test]
async fn no_page_of_ours_shows_any_text_of_another_school_and_theirs_show_many() {
    let server = with_uploads().await;
    let mut ours = House::open(&server, server.school, LINCOLN).await;
    ours.furnish().await;
    let adams = server.store.seed_school(ADAMS.school).await;
    let mut theirs = House::open(&server, adams, ADAMS).await;
    theirs.furnish().await;
    ours.things.insert("version", "1".to_owned());
    let school = *adams.as_bytes();
    let planted = server.store.write_blocking(|tx| plant(tx, school, CANARY)).unwrap();
    assert!(planted > 100, "{planted} texts to find");
    let (heard, opened) = sings(&ours).await;
    assert!(opened > 150, "{opened} pages");
    assert_eq!(heard, Vec::<String>::new());
    // The twin: the same search finds them where they may be read, so it can fail.
    let (heard, _) = sings(&theirs).await;
    assert!(heard.len() > 40, "{} pages of their own sing: {heard:?}", heard.len());
}
