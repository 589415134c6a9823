//! A phone never receives a byte of a student who is not its mentor's.

use std::fs;
use std::path::Path;

use daymark_domain::{DoorResult, MatchId, MentorId, StudentId};
use daymark_server::store::sqlite::SqliteStore;
use daymark_sqlite::rusqlite;
use daymark_test_support::District;

use crate::phone::Phone;
use crate::school::School;

pub const CANARY: &str = "Kanarienvogel";

/// Writes the canary into every name, number and restriction of the export but those of the first students of the
/// school's list, who will be the mentor's own.
fn plant(district: &District, export: &Path, own: &[String]) {
    let users = export.join("oneroster/users.csv");
    let text = fs::read_to_string(&users).unwrap();
    let own_people = |line: &str| own.iter().any(|id| line.starts_with(&format!("{id},")));
    let planted: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(n, line)| {
            if n == 0 || own_people(line) {
                return line.to_owned();
            }
            let mut fields: Vec<&str> = line.split(',').collect();
            let family = format!("{CANARY}{n}");
            fields[9] = &family;
            fields.join(",")
        })
        .collect();
    fs::write(&users, planted.join("\r\n")).unwrap();
    assert!(district.students.len() > own.len());
}

/// The middle school's students whose families the mentor may know: the first four, with their guardians.
fn own_people(district: &District) -> Vec<String> {
    let students = district.students.iter().filter(|student| student.school == 1).take(4);
    students
        .flat_map(|student| {
            let guardians =
                student.contacts.iter().map(|contact| district.guardians[contact.guardian].sis_id.clone());
            std::iter::once(student.sis_id.clone()).chain(guardians)
        })
        .collect()
}

#[tokio::test]
async fn nothing_of_other_students_reaches_the_phone_or_its_disk() {
    let mut own_students = Vec::new();
    let school = School::open_with(|district, export| {
        let own = own_people(district);
        own_students =
            district.students.iter().filter(|s| s.school == 1).take(4).map(|s| s.sis_id.clone()).collect();
        plant(district, export, &own);
    })
    .await;
    let (ana, ben) = (school.add_mentor("Ana Ruiz").await, school.add_mentor("Ben Adeyemi").await);
    let mut own_matches = Vec::new();
    for sis_id in &own_students {
        let student = school.workshop.store.student_by_sis_id(sis_id).await.unwrap().unwrap();
        own_matches.push(school.match_with(ana, student).await);
    }
    let all = school.students().await;
    let bens = school.match_with(ben, all[all.len() - 1]).await;

    // The other mentor's phone sends notes of its own; Ana's phone syncs before and after.
    let (anas_phone, bens_phone) = (Phone::paired(&school, ana).await, Phone::paired(&school, ben).await);
    anas_phone.sync_until_done().await;
    bens_phone.sync_until_done().await;
    let note = daymark_mentor_core::api::Request::AddNote {
        match_id: bens,
        day: school.today,
        text: format!("{CANARY} in a note"),
        audience: daymark_domain::Audience::Team,
        class: daymark_domain::NoteClass::Shareable,
    };
    bens_phone.ask(note).unwrap();
    bens_phone.sync_until_done().await;
    anas_phone.greet(own_matches[0], school.today, DoorResult::Greeted);
    anas_phone.sync_until_done().await;

    assert!(bens_phone.everything_stored().contains(CANARY), "the canary sings where it may");
    assert_eq!(anas_phone.caseload().len(), own_students.len());
    let received = anas_phone.link.seen.borrow();
    assert!(!String::from_utf8_lossy(&received).contains(CANARY), "not on the wire");
    assert!(!anas_phone.everything_stored().contains(CANARY), "not in the database");
}

/// Text that is one of a few words, a key or a list that the server reads back: it says nothing of its own.
const WORDS: &[(&str, &str)] = &[
    ("*", "entry_key"),
    ("*", "status"),
    ("*", "kind"),
    ("*", "basis"),
    ("*", "basis_scope"),
    ("*", "scope"),
    ("*", "decision"),
    ("*", "rules"),
    ("*", "day_type"),
    ("*", "group_id"),
    // Whom another mentor of the same student reached is told to all of that student's mentors.
    ("contact", "reached"),
    ("match", "variant"),
    ("enrollment_source", "rows"),
];

/// Puts the canary into every text of every row that is about a student, a match or a guardian, but for those of the
/// mentor whose phone is looked at, and makes all of it new to every cursor. By the schema itself, so that a column which
/// somebody adds is searched for at once. How many values there are.
pub fn plant_in_every_field(store: &SqliteStore, mentor: MentorId, canary: &str) -> usize {
    let own = *mentor.as_bytes();
    let plant = move |tx: &rusqlite::Transaction<'_>| {
        let locks = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%raise(ABORT%'";
        for name in column(tx, locks) {
            tx.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
        }
        tx.execute_batch("CREATE TEMP TABLE own (id BLOB PRIMARY KEY)")?;
        for kin in [
            "SELECT student_id FROM match WHERE mentor_id = ?1 AND ended_seq IS NULL",
            "SELECT id FROM match WHERE mentor_id = ?1 AND ended_seq IS NULL",
            "SELECT guardian_id FROM student_guardian WHERE student_id IN (SELECT student_id FROM match WHERE mentor_id = ?1 AND ended_seq IS NULL)",
        ] {
            tx.execute(&format!("INSERT OR IGNORE INTO own {kin}"), [own])?;
        }
        let mut planted = 0;
        let tables = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1";
        for table in column(tx, tables) {
            let text = format!("SELECT name FROM pragma_table_info('{table}') WHERE type = 'TEXT'");
            let all = column(tx, &format!("SELECT name FROM pragma_table_info('{table}')"));
            let keys = ["student_id", "match_id", "guardian_id"]
                .into_iter()
                .filter(|key| all.iter().any(|name| name == key));
            let keys: Vec<&str> =
                if ["student", "guardian", "match"].contains(&&*table) { vec!["id"] } else { keys.collect() };
            if keys.is_empty() || table == "access_event" {
                continue;
            }
            let theirs =
                keys.iter().map(|key| format!("({key} IS NULL OR {key} NOT IN (SELECT id FROM own))"));
            let theirs = theirs.collect::<Vec<_>>().join(" AND ");
            for name in column(tx, &text) {
                if WORDS.iter().any(|(of, word)| *word == name && (*of == "*" || *of == table)) {
                    continue;
                }
                let sql = format!(
                    "UPDATE OR IGNORE \"{table}\" SET {name} = '{canary} in {table}.{name} ' || hex(randomblob(4)) WHERE {theirs}"
                );
                planted += tx.execute(&sql, [])?;
            }
        }
        tx.execute_batch(
            "DROP TABLE temp.own; UPDATE school SET seq = seq + 1; UPDATE student SET seq = (SELECT max(seq) FROM school)",
        )?;
        Ok(planted)
    };
    store.write_blocking(plant).unwrap()
}

fn column(db: &rusqlite::Connection, sql: &str) -> Vec<String> {
    let mut statement = db.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Two schools and three mentors, whose phones sync through mornings on which everything changes.
struct Mornings {
    school: School,
    ana: MentorId,
    anas: Vec<MatchId>,
    bens: MatchId,
    foreign: StudentId,
    anas_phone: Phone,
    bens_phone: Phone,
}

impl Mornings {
    async fn begin() -> Self {
        let school = School::open().await;
        let (ana, ben) = (school.add_mentor("Ana Ruiz").await, school.add_mentor("Ben Adeyemi").await);
        let students = school.students().await;
        let (own, foreign) = (&students[..3], students[students.len() - 1]);
        let mut anas = Vec::new();
        for student in own {
            anas.push(school.match_with(ana, *student).await);
        }
        // One student has both: what Ben writes of her is not Ana's either.
        school.match_with(ben, own[0]).await;
        let bens = school.match_with(ben, foreign).await;
        let (anas_phone, bens_phone) = (Phone::paired(&school, ana).await, Phone::paired(&school, ben).await);
        anas_phone.sync_until_done().await;
        bens_phone.sync_until_done().await;
        Self { school, ana, anas, bens, foreign, anas_phone, bens_phone }
    }

    /// Both work and sync; the server's rows of all other students are full of canaries, and all are new to every cursor.
    async fn pass(&self, mornings: u64) {
        for n in 0..mornings {
            let note = |match_id, text: String| daymark_mentor_core::api::Request::AddNote {
                match_id,
                day: self.school.today.minus(n),
                text,
                audience: daymark_domain::Audience::Team,
                class: daymark_domain::NoteClass::Shareable,
            };
            self.bens_phone.ask(note(self.bens, format!("{CANARY} {n} in a note"))).unwrap();
            self.bens_phone.sync_until_done().await;
            self.anas_phone.greet(self.anas[1], self.school.today.minus(n), DoorResult::Greeted);
            let planted = plant_in_every_field(&self.school.workshop.store, self.ana, CANARY);
            assert!(planted > 500, "there is something to find");
            self.anas_phone.sync_until_done().await;
        }
    }

    fn received(&self) -> String {
        String::from_utf8_lossy(&self.anas_phone.link.seen.borrow()).into_owned()
    }
}

#[tokio::test]
async fn no_field_of_any_other_student_reaches_a_phone_over_a_history_of_syncs() {
    let mornings = Mornings::begin().await;
    mornings.pass(4).await;
    assert!(mornings.received().len() > 2_000, "the phone did receive something");
    assert!(!mornings.received().contains(CANARY), "not on the wire");
    assert!(!mornings.anas_phone.everything_stored().contains(CANARY), "not in the database");
    // The same phone under a name that it never had: everything from the start.
    let again = Phone::paired(&mornings.school, mornings.ana).await;
    again.sync_until_done().await;
    assert_eq!(again.caseload().len(), 3);
    assert!(!String::from_utf8_lossy(&again.link.seen.borrow()).contains(CANARY));
    assert!(!again.everything_stored().contains(CANARY));
}

/// The twin: with the one thing that keeps them apart gone, the canaries are found. So the search above can fail.
#[tokio::test]
async fn the_same_search_finds_the_canaries_when_the_student_is_given_to_the_phone() {
    let mornings = Mornings::begin().await;
    mornings.pass(1).await;
    mornings.school.match_with(mornings.ana, mornings.foreign).await;
    mornings.anas_phone.sync_until_done().await;
    let stored = mornings.anas_phone.everything_stored();
    assert!(stored.contains(CANARY) && mornings.received().contains(CANARY));
    for field in ["student.family_name", "guardian.phone", "student_guardian.restrictions"] {
        assert!(
            stored.contains(&format!("{CANARY} in {field}")),
            "{field} sings: {}",
            stored.matches(CANARY).count()
        );
    }
    // And even then nothing but what the policy gives a phone.
    for field in
        ["attendance_event.reason", "student.lunch", "student.race_ethnicity", "student.sex", "student.zip"]
    {
        assert!(!stored.contains(&format!("{CANARY} in {field}")), "{field} is no phone's");
        assert!(!mornings.received().contains(&format!("{CANARY} in {field}")), "{field} is no phone's");
    }
}

#[tokio::test]
async fn the_phones_files_hold_no_name_in_plain_text() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    for student in school.students().await.into_iter().take(3) {
        school.match_with(mentor, student).await;
    }
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let names: Vec<String> = phone
        .caseload()
        .iter()
        .flat_map(|row| row.student.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    for file in phone.files() {
        let bytes = fs::read(&file).unwrap();
        for name in names.iter().filter(|name| name.len() > 4) {
            let found = bytes.windows(name.len()).any(|window| window == name.as_bytes());
            assert!(!found, "a name lies in plain text in {}", file.display());
        }
    }
}
