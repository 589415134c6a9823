//! What mentors did, as phones would have sent it.

use daymark_documents::{MatchRecord, Writer};
use daymark_domain::{
    Contact as ContactMade, ContactKind, MatchId, MentorId, NoteClass, SchoolId, UserId, What,
};
use daymark_protocol::limits;
use daymark_test_support::{Contact, ContactEntry};

use crate::{DemoError, PairedPhone, Pairing, Workshop};

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
    let Caseload { school, by, mentor, .. } = caseload;
    let phone = PairedPhone::pair(&workshop.app, Pairing { school, mentor, by, at: last.min(now) }).await?;
    let writer = phone.writer();
    workshop.set_clock((last + 60).min(now));
    let mut sent = 0;
    for (match_id, contacts) in &caseload.matches {
        let mut record = MatchRecord::new()?;
        let changes = contacts.iter().map(|contact| write(&mut record, &writer, contact));
        let changes: Vec<Vec<u8>> = changes.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        for batch in changes.chunks(limits::PUSH_BYTES_MAX / 1_024) {
            sent += phone.push(*match_id, batch).await?;
        }
    }
    workshop.set_clock(now);
    Ok(sent)
}

fn write(record: &mut MatchRecord, writer: &Writer, contact: &Contact) -> Result<Option<Vec<u8>>, DemoError> {
    let what = match &contact.entry {
        ContactEntry::Door(result) => What::DoorCheck(*result),
        ContactEntry::WakeUpCall(outcome) => {
            What::Contact(ContactMade::call(ContactKind::WakeUpCall, *outcome))
        }
        ContactEntry::OneOnOne { minutes } => {
            What::Contact(ContactMade::session(ContactKind::OneOnOne, *minutes))
        }
        ContactEntry::Note { text, audience } => {
            What::Note { text: text.clone(), audience: *audience, class: NoteClass::Shareable }
        }
        ContactEntry::Calendar(mark) => {
            return Ok(record.mark_day(writer, contact.day, *mark)?.map(|written| written.bytes));
        }
    };
    Ok(Some(record.add_entry(writer, contact.day, contact.at, &what)?.bytes))
}
