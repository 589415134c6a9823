use daymark_domain::{MatchId, MentorId, StudentId};

use super::*;
use crate::store::audit::AuditStore;
use crate::store::contract::{clear_mentor_of, day, matched};

/// A school whose mentor left, with the student of whom the phone still brought something.
struct Left {
    server: Server,
    ana: MentorId,
    student: StudentId,
    of: MatchId,
}

impl Left {
    async fn with_a_note() -> Self {
        let server = Server::start().await;
        let student = server.store.seed_student(server.school, "Tyrone", "Quill", day("2025-08-25")).await;
        let ana = clear_mentor_of(&server.store, server.school, "Ana Ruiz").await;
        let of = matched(&server.store, server.school, student, ana).await;
        server.store.seed_note(of, "7-4", "Likes drums", "team", "shareable").await;
        server.store.seed_note(of, "7-5", "Likes chess", "team", "shareable").await;
        let device = "INSERT INTO device (id, mentor_id, public_key, token_hash, platform, app_version, paired_at, revoked_at, leaving)
                      VALUES (zeroblob(16), ?1, x'00', x'00', 'web', '0', 1760000000, 1760445720, 'left')";
        let row = (*ana.as_bytes(),);
        server.store.write(move |tx| Ok(tx.execute(device, row).map(drop)?)).await.unwrap();
        let left = Self { server, ana, student, of };
        left.brings("7-4", "note").await;
        left
    }

    async fn brings(&self, entry: &'static str, kind: &'static str) {
        let sql = "INSERT INTO handed_in (match_id, hash, kind, day, entry_key, device_id, received_at)
                   VALUES (?1, randomblob(32), ?3, 20375, ?2, zeroblob(16), 1760445720)";
        let row = (*self.of.as_bytes(), entry, kind);
        self.server.store.write(move |tx| Ok(tx.execute(sql, row).map(drop)?)).await.unwrap();
    }

    fn page(&self) -> String {
        format!("/staff/mentors/{}", self.ana)
    }

    async fn waits(&self, kim: &Browser<'_>) -> bool {
        kim.get("/staff/home").await.body.contains("data-testid=\"task-entries_handed_in\"")
    }
}

#[tokio::test]
async fn what_a_phone_brought_after_its_mentor_had_left_waits_until_the_coordinator_has_looked_at_it() {
    let left = Left::with_a_note().await;
    let kim = left.server.signed_in("kim", Role::Coordinator).await;
    assert!(left.waits(&kim).await);
    let page = kim.get(&left.page()).await.body;
    let told = between(&page, "data-testid=\"handed-in\"", "</section>");
    for wanted in
        ["1 entry came from Ana Ruiz&#39;s phone", "Tyrone Quill", "A note", "I have looked at these"]
    {
        assert!(told.contains(wanted), "{wanted} is missing in {told}");
    }
    assert!(!told.contains("Likes drums"), "what was written stands in the record alone");
    let of_student = kim.get(&format!("/staff/students/{}", left.student)).await.body;
    assert_eq!(
        of_student.matches("came from the phone after the mentor had left").count(),
        1,
        "{of_student}"
    );

    let shown = between(&page, "name=\"through\" value=\"", "\"").to_owned();
    // Comes in while the page is read.
    left.brings("7-5", "void").await;
    let looked = format!("{}/handed-in", left.page());
    assert_eq!(goes_to(&kim.post(&looked, &format!("through={shown}")).await), left.page());
    let page = kim.get(&left.page()).await.body;
    assert!(page.contains("An entry was taken back") && page.contains("1 that was looked at"), "{page}");
    assert!(page.contains("by Name of kim"), "{page}");
    assert!(left.waits(&kim).await, "nobody has looked at what came since");
    let shown = between(&page, "name=\"through\" value=\"", "\"");
    kim.post(&looked, &format!("through={shown}")).await;
    assert!(!left.waits(&kim).await);
    assert!(!kim.get(&left.page()).await.body.contains("I have looked at these"));
}

#[tokio::test]
async fn who_looked_at_what_was_handed_in_stands_in_the_record_of_access_once() {
    let left = Left::with_a_note().await;
    left.brings("7-5", "void").await;
    let kim = left.server.signed_in("kim", Role::Coordinator).await;
    let noted = async || {
        let all = left.server.store.accesses(left.server.school, 1_000).await.unwrap();
        let looked = all.into_iter().filter(|event| event.what == "handed_in_looked_at");
        looked.map(|event| event.student_id).collect::<Vec<_>>()
    };
    assert!(noted().await.is_empty());
    let looked = format!("{}/handed-in", left.page());
    for _ in 0..2 {
        kim.post(&looked, "through=99").await;
        assert_eq!(noted().await, [Some(left.student)], "two entries of one student, and once more");
    }
    assert_eq!(kim.post(&looked, "through=all").await.status, StatusCode::BAD_REQUEST);
}
