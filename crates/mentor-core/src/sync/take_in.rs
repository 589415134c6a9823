//! Changes from the server, into a record of this phone.
//!
//! Mostly they are another phone's. Where they are this phone's own and it does not know them, its database is an older
//! copy: restored from a backup, or cloned. Then it takes them in, and writes on under another name (`sync.md` 3.6).

use daymark_documents::{MatchRecord, RecordError, inspect};
use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::Transaction;

use super::rewrite::{Leaving, Rewriting};
use crate::storage::phone::Phone;
use crate::storage::{StorageError, change, phone, set_aside};

/// What the changes told about this phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TakenIn {
    /// Nothing: they are in.
    Plainly,
    /// They are in, and this phone's database was an older copy of itself: it may lack more.
    ByAnOlderCopy,
    /// They are not in: what they depend on was never sent here.
    NotYet,
}

impl TakenIn {
    /// All that the school has is to be fetched again.
    pub fn starts_over(self) -> bool {
        self != Self::Plainly
    }
}

/// Takes changes into the record. The caller writes the rows.
pub(super) fn take_in(
    tx: &Transaction<'_>,
    match_id: MatchId,
    record: &mut MatchRecord,
    changes: &[&[u8]],
) -> Result<TakenIn, StorageError> {
    let Some(mut phone) = phone::get(tx)? else { return Ok(TakenIn::Plainly) };
    let older_copy = is_older_copy(&phone, record, changes)?;
    let in_the_way = record.in_the_way_of(changes);
    let generation = phone.generation;
    if in_the_way.is_empty() {
        match record.apply(changes) {
            Err(RecordError::MissingChange) => return Ok(TakenIn::NotYet),
            other => other?,
        }
    } else {
        let leaving = Leaving { again: in_the_way, ..Leaving::default() };
        let rewriting = Rewriting::begin(tx, match_id, &mut phone)?;
        rewriting.rewrite(record, &leaving, |record| Ok(record.apply(changes)?))?;
    }
    take_in_rescued(tx, match_id, record)?;
    if !older_copy {
        return Ok(TakenIn::Plainly);
    }
    if phone.generation == generation {
        phone::next_generation(tx, &mut phone)?;
    }
    Ok(TakenIn::ByAnOlderCopy)
}

/// What was rescued from a damaged database waits in the outbox for what it depends on. Where a copy of this phone has
/// taken its place meanwhile it is set aside: the mentor can write it again.
fn take_in_rescued(
    tx: &Transaction<'_>,
    match_id: MatchId,
    record: &mut MatchRecord,
) -> Result<(), StorageError> {
    for waiting in change::waiting(tx, match_id)? {
        if record.holds(&waiting.hash) {
            continue;
        }
        let bytes = change::bytes(tx, match_id, waiting.hash)?;
        match record.apply(&[&bytes]) {
            Ok(()) | Err(RecordError::MissingChange) => {}
            Err(_) => set_aside::add(tx, match_id, waiting.hash, "wrong-sequence")?,
        }
    }
    Ok(())
}

/// Whether somebody has written under the name that this phone writes under now. A record that is new here says nothing:
/// the match was given back, or the phone was made anew.
fn is_older_copy(phone: &Phone, record: &MatchRecord, changes: &[&[u8]]) -> Result<bool, StorageError> {
    let actor = phone.writer().actor;
    let unknown = |bytes: &&[u8]| {
        inspect(bytes).is_ok_and(|change| change.actor == actor && !record.holds(&change.hash))
    };
    Ok(changes.iter().any(unknown) && record.heads() != MatchRecord::new()?.heads())
}
