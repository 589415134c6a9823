use daymark_domain::{DeviceId, MatchId, MentorId};

use super::*;
use crate::auth::sha256;
use crate::store::access::AccessStore;
use crate::store::contract::{day, mentor};
use crate::store::pairing::{NewDevice, NewInvite, PairingStore};
use crate::store::sync::{RefusedChange, SyncStore};
use crate::store::unread::{KEPT_DAYS, UnreadStore};

const NOTE: &str = "what nobody shall read";

impl Server {
    /// A phone of the mentor that sent something which the gate refused.
    async fn refuse_from(&self, mentor_id: MentorId, code: &'static str) {
        let id = DeviceId::random();
        let code_hash = sha256(id.as_bytes());
        let by = self.account(self.school, &id.to_string(), Role::Clerk).await;
        let invite =
            NewInvite { code_hash, school_id: self.school, mentor_id, by, at: NOON, expires_at: NOON + 600 };
        self.store.add_invite(invite).await.unwrap();
        let device = NewDevice {
            code_hash,
            id,
            public_key: [0; 32],
            by,
            platform: "web".to_owned(),
            app_version: "0".to_owned(),
            at: NOON,
        };
        self.store.pair_device(device).await.unwrap().unwrap();
        let bytes = NOTE.as_bytes().to_vec();
        let refused = RefusedChange {
            match_id: MatchId::random(),
            hash: code_hash,
            device_id: id,
            code,
            bytes,
            at: NOON,
        };
        self.store.add_refused(vec![refused]).await.unwrap();
    }
}

#[tokio::test]
async fn the_coordinator_learns_whose_entry_could_not_be_read_and_why_but_not_what_stood_in_it() {
    let server = Server::start().await;
    let ana = mentor(&server.store, server.school, "Ana Ruiz").await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let before = kim.get(&format!("/staff/mentors/{ana}")).await.body;
    assert!(!before.contains("data-testid=\"unread\""));
    server.refuse_from(ana, "wrong-sequence").await;
    server.refuse_from(ana, "too-costly").await;

    let home = kim.get("/staff/home").await.body;
    let task = between(&home, "data-testid=\"task-entries_unread\"", "</li>");
    assert!(task.contains("Something that 1 mentor&#39;s phone sent could not be read"), "{task}");
    assert!(task.contains("Ana Ruiz") && task.contains("href=\"/staff"), "{task}");
    let page = kim.get(&format!("/staff/mentors/{ana}")).await.body;
    let told = between(&page, "data-testid=\"unread\"", "</section>");
    for wanted in ["2 entries from Ana Ruiz&#39;s phone", "not the next entry", "more work than any entry"] {
        assert!(told.contains(wanted), "{wanted} is missing in {told}");
    }
    assert!(!page.contains(NOTE) && !home.contains(NOTE) && !page.contains("⟦"));

    let other = server.store.seed_school("Another").await;
    assert!(server.store.unread_entries(other).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_could_not_be_read_is_gone_after_thirty_days() {
    let server = Server::start().await;
    let ana = mentor(&server.store, server.school, "Ana Ruiz").await;
    server.refuse_from(ana, "malformed").await;
    let later = |days: i64| NOON + days * 86_400;
    let today = day("2025-10-14");
    server.store.settle_if_due(server.school, today.plus(30), later(KEPT_DAYS)).await.unwrap();
    assert_eq!(server.store.unread_entries(server.school).await.unwrap().len(), 1);
    server.store.settle_if_due(server.school, today.plus(31), later(KEPT_DAYS + 1)).await.unwrap();
    assert!(server.store.unread_entries(server.school).await.unwrap().is_empty());
}
