//! What mentors did, as phones would have sent it.

use daymark_documents::{MatchRecord, NewEntry, Writer, without_preamble};
use daymark_domain::{DeviceId, MatchId, MentorId, SchoolId, UserId};
use daymark_protocol::{Hello, Push, Up, limits};
use daymark_server::auth::device::Device;
use daymark_server::auth::{secret, sha256};
use daymark_server::service;
use daymark_server::store::pairing::{NewDevice, NewInvite};
use daymark_test_support::{Contact, ContactEntry};
use ed25519_dalek::SigningKey;

use crate::{DemoError, Workshop};

/// One mentor's matches with what was done in each.
pub(crate) struct Caseload {
    pub school: SchoolId,
    pub by: UserId,
    pub mentor: MentorId,
    pub matches: Vec<(MatchId, Vec<Contact>)>,
}

/// Pairs a phone for the mentor and syncs everything from it, on the evening of the last entry.
pub(crate) async fn sync(workshop: &Workshop, caseload: Caseload, now: i64) -> Result<u64, DemoError> {
    let last =
        caseload.matches.iter().flat_map(|(_, contacts)| contacts.iter().map(|contact| contact.at)).max();
    let Some(last) = last else { return Ok(0) };
    let device = pair(workshop, &caseload, last.min(now)).await?;
    let writer = Writer::of_device(device.id.as_bytes(), &device.tag, 0);
    workshop.set_clock((last + 60).min(now));
    let mut sent = 0;
    for (match_id, contacts) in &caseload.matches {
        let mut record = MatchRecord::new()?;
        let changes = contacts.iter().map(|contact| write(&mut record, &writer, contact));
        let changes: Vec<Vec<u8>> = changes.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        for batch in changes.chunks(limits::PUSH_BYTES_MAX / 1_024) {
            sent += push(workshop, &device, *match_id, batch).await?;
        }
    }
    workshop.set_clock(now);
    Ok(sent)
}

async fn pair(workshop: &Workshop, caseload: &Caseload, at: i64) -> Result<Device, DemoError> {
    let code_hash = sha256(&secret());
    let invite = NewInvite {
        code_hash,
        school_id: caseload.school,
        mentor_id: caseload.mentor,
        by: caseload.by,
        at,
        expires_at: at + 600,
    };
    workshop.app.store.add_invite(invite).await?;
    let id = DeviceId::random();
    let new = NewDevice {
        code_hash,
        id,
        public_key: SigningKey::from_bytes(&secret()).verifying_key().to_bytes(),
        token_hash: sha256(&secret()),
        platform: "web".to_owned(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        at,
    };
    let paired = workshop.app.store.pair_device(new).await?;
    let paired = paired.ok_or(DemoError::Missing("the demo's own pairing code was refused"))?;
    Ok(Device { id, mentor_id: caseload.mentor, school_id: paired.school_id, tag: paired.tag })
}

fn write(record: &mut MatchRecord, writer: &Writer, contact: &Contact) -> Result<Option<Vec<u8>>, DemoError> {
    let entry = match &contact.entry {
        ContactEntry::Door(result) => NewEntry::DoorCheck(*result),
        ContactEntry::WakeUpCall(outcome) => NewEntry::WakeUpCall(*outcome),
        ContactEntry::OneOnOne { minutes } => NewEntry::OneOnOne { minutes: *minutes },
        ContactEntry::Note { text, audience } => NewEntry::Note { text: text.clone(), audience: *audience },
        ContactEntry::Calendar(mark) => {
            return Ok(record.mark_day(writer, contact.day, *mark)?.map(|written| written.bytes));
        }
    };
    Ok(Some(record.add_entry(writer, contact.day, contact.at, &entry)?.bytes))
}

async fn push(
    workshop: &Workshop,
    device: &Device,
    match_id: MatchId,
    changes: &[Vec<u8>],
) -> Result<u64, DemoError> {
    let mut frames = Vec::new();
    // A cursor beyond the log is answered with "start over": what comes down is not looked at here.
    Up::from(Hello::new(i64::MAX as u64, None, 0)).write(&mut frames);
    let changes = changes.iter().map(|bytes| without_preamble(bytes).to_vec().into()).collect();
    Up::from(Push::new((*match_id.as_bytes()).into(), changes)).write(&mut frames);
    let answer = service::sync::sync(&workshop.app, device, &frames).await.map_err(DemoError::Refused)?;
    if answer.refused > 0 {
        return Err(DemoError::Missing("the server refused an entry of the demo"));
    }
    Ok(answer.accepted)
}
