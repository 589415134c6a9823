//! One more row of a mentor's file.

use daymark_domain::{DeviceId, MentorId, SchoolId, UserId};
use daymark_sqlite::rusqlite::{Transaction, params};

use super::super::log::next_seq;
use super::super::values::run;
use crate::store::StoreError;
use crate::store::mentor_files::{Application, MentorEntry, Signature};

pub(super) fn write_down(
    tx: &Transaction<'_>,
    school: SchoolId,
    mentor: MentorId,
    entry: &MentorEntry,
    by: UserId,
    at: i64,
) -> Result<(), StoreError> {
    let (mentor_id, by_id) = (mentor.as_bytes(), by.as_bytes());
    match entry {
        MentorEntry::Application(application) => {
            return write_application(tx, school, mentor, application, by, at);
        }
        MentorEntry::Screening(entry) => run(
            tx,
            include_str!("add_screening.sql"),
            params![
                mentor_id,
                entry.kind.word(),
                entry.result.word(),
                entry.day.number(),
                entry.through.number(),
                entry.checked_by,
                by_id,
                at
            ],
        ),
        MentorEntry::Training(entry) => run(
            tx,
            include_str!("add_training.sql"),
            params![
                mentor_id,
                entry.topic.word(),
                entry.minutes,
                entry.day.number(),
                entry.given_by,
                by_id,
                at
            ],
        ),
        MentorEntry::Agreement(entry) => return sign(tx, mentor, entry, SignedBy::Staff(by), at),
        MentorEntry::Document(document, day) => run(
            tx,
            include_str!("add_document.sql"),
            params![mentor_id, document.word(), day.number(), by_id, at],
        ),
        MentorEntry::Decision(decision, day, reason) => run(
            tx,
            include_str!("add_decision.sql"),
            params![mentor_id, decision.word(), day.number(), reason, by_id, at],
        ),
    }
    .map(drop)
}

/// On whose word a signature is written down.
#[derive(Clone, Copy)]
pub(super) enum SignedBy {
    /// Somebody of the school saw it.
    Staff(UserId),
    /// The mentor's own phone sent it.
    Phone(DeviceId),
}

pub(super) fn sign(
    tx: &Transaction<'_>,
    mentor: MentorId,
    entry: &Signature,
    by: SignedBy,
    at: i64,
) -> Result<(), StoreError> {
    let (staff, device) = match by {
        SignedBy::Staff(staff) => (Some(*staff.as_bytes()), None),
        SignedBy::Phone(device) => (None, Some(*device.as_bytes())),
    };
    let row = params![
        mentor.as_bytes(),
        entry.version,
        entry.language,
        entry.text_hash,
        entry.name,
        entry.how.word(),
        entry.day.number(),
        entry.through.number(),
        staff,
        at,
        device,
    ];
    run(tx, include_str!("add_agreement.sql"), row).map(drop)
}

fn write_application(
    tx: &Transaction<'_>,
    school: SchoolId,
    mentor: MentorId,
    application: &Application,
    by: UserId,
    at: i64,
) -> Result<(), StoreError> {
    let availability: Vec<_> = application.availability.iter().map(|time| time.word()).collect();
    let row = params![
        mentor.as_bytes(),
        application.name,
        application.kind.word(),
        application.organisation,
        application.contact,
        application.languages,
        application.interests,
        availability.join(" "),
        application.capacity,
        application.motives,
        application.from_paper.map(|day| day.number()),
        by.as_bytes(),
        at,
    ];
    run(tx, include_str!("add_application.sql"), row)?;
    let id = tx.last_insert_rowid();
    for (position, reference) in application.references.iter().enumerate() {
        let row = params![id, position, reference.name, reference.relation, reference.contact];
        run(tx, include_str!("add_reference.sql"), row)?;
    }
    // The name that phones and lists show.
    if run(tx, include_str!("rename.sql"), params![mentor.as_bytes(), application.name])? > 0 {
        next_seq(tx, school, "mentor", Some(mentor.as_bytes()), at)?;
    }
    Ok(())
}
