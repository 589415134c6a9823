//! Taking an entry back, for ten seconds or for ever.

use daymark_documents::Entry;
use daymark_domain::{EntryKey, MatchId, What};
use daymark_sqlite::rusqlite::Transaction;

use super::record_contact::{NUMBER_WANTED, is_wrong_number};
use super::{Pen, saved, write_void};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, entry};

/// Takes an entry back. It stays in the history; taking it back twice changes nothing.
pub(crate) fn void_entry(core: &mut Core, match_id: MatchId, key: EntryKey) -> Result<Reply, Failure> {
    let pen = Pen::take(core, match_id)?;
    let found = core
        .change_record(match_id, |tx, record| {
            let Some(target) = entry::get(tx, match_id, &key)? else { return Ok(false) };
            if !target.is_voided() {
                if let Some(repair) = opened_with(tx, match_id, &target)? {
                    write_void(tx, record, match_id, &pen, repair)?;
                }
                write_void(tx, record, match_id, &pen, target)?;
            }
            Ok(true)
        })
        .map_err(StorageError::not_saved)?;
    if found { saved(core, None) } else { Err(Failure::NoSuchEntry) }
}

/// The request for a number that a wrong one opened: it goes with the call, unless it was taken back before.
fn opened_with(tx: &Transaction<'_>, match_id: MatchId, call: &Entry) -> Result<Option<Entry>, StorageError> {
    if !matches!(&call.what, What::Contact(contact) if is_wrong_number(contact)) {
        return Ok(None);
    }
    let asks = entry::standing_of_kind(tx, match_id, "ask")?.into_iter().map(|kept| kept.entry);
    let is_its_own = |ask: &Entry| ask.at == call.at && ask.what == What::Ask(NUMBER_WANTED);
    Ok(asks.into_iter().find(is_its_own))
}
