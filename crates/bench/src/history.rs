//! What an earlier phone of a mentor has sent: straight into the sync service, through the same gate as by HTTP.

use daymark_documents::{MatchRecord, Writer, without_preamble};
use daymark_domain::{DeviceId, MatchId, SchoolDay};
use daymark_protocol::{Hello, Push, Up};
use daymark_server::auth::device::Device;
use daymark_server::auth::{secret, sha256};
use daymark_server::service;
use daymark_server::store::pairing::{NewDevice, NewInvite};

use crate::Outcome;
use crate::diary::Diary;
use crate::school::{Mentor, School};

/// About half of what a phone would put into one request.
const CHANGES_A_PUSH: usize = 135;

/// Sends three entries a match and day. Returns how many.
pub async fn send(school: &School, mentor: &Mentor, days: &[SchoolDay], seed: u64) -> Outcome<u64> {
    let device = earlier_phone(school, mentor).await?;
    let writer = Writer::of_device(device.id.as_bytes(), &device.tag, 0);
    let mut diary = Diary::new(seed);
    let mut sent = 0;
    for match_id in &mentor.matches {
        let mut record = MatchRecord::new()?;
        let mut changes = Vec::with_capacity(days.len() * 3);
        for entry in days.iter().flat_map(|day| diary.write(*day, 3)) {
            let at = school.district.instant(entry.day, entry.second);
            changes.push(record.add_entry(&writer, entry.day, at, &entry.new_entry()?)?.bytes);
        }
        for batch in changes.chunks(CHANGES_A_PUSH) {
            sent += push(school, &device, *match_id, batch).await?;
        }
    }
    Ok(sent)
}

async fn earlier_phone(school: &School, mentor: &Mentor) -> Outcome<Device> {
    let (store, at) = (&school.workshop.app.store, school.clock.now());
    let code_hash = sha256(&secret());
    let invite = NewInvite {
        code_hash,
        school_id: school.id,
        mentor_id: mentor.id,
        by: school.coordinator,
        at,
        expires_at: at + 600,
    };
    store.add_invite(invite).await?;
    let id = DeviceId::random();
    let new = NewDevice {
        code_hash,
        id,
        public_key: secret(),
        token_hash: sha256(&secret()),
        platform: "web".to_owned(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        at,
    };
    let paired = store.pair_device(new).await?.ok_or("the earlier phone was not paired")?;
    Ok(Device { id, mentor_id: mentor.id, school_id: school.id, tag: paired.tag })
}

async fn push(school: &School, device: &Device, match_id: MatchId, changes: &[Vec<u8>]) -> Outcome<u64> {
    let mut frames = Vec::new();
    // A cursor beyond the log is answered with "start over": what comes down is not looked at here.
    Up::from(Hello::new(i64::MAX as u64, None, 0)).write(&mut frames);
    let changes = changes.iter().map(|bytes| without_preamble(bytes).to_vec().into()).collect();
    Up::from(Push::new((*match_id.as_bytes()).into(), changes)).write(&mut frames);
    let answer = service::sync::sync(&school.workshop.app, device, &frames).await;
    let answer = answer.map_err(|problem| format!("the server refused the history: {problem:?}"))?;
    if answer.refused > 0 { Err("the gate refused the history".into()) } else { Ok(answer.accepted) }
}
