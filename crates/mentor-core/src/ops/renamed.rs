//! Requests with the keys of today.

use daymark_domain::{EntryKey, MatchId};

use crate::api::{Failure, Request};
use crate::core::Core;
use crate::storage::{StorageError, renamed};

/// A screen may hold the key of an entry that was written again since under another one.
pub(crate) fn with_keys_of_today(core: &Core, mut request: Request) -> Result<Request, Failure> {
    if let Some((match_id, key)) = key_in(&mut request) {
        let today = renamed::today(&core.db, match_id, key.clone());
        *key = today.map_err(|error| StorageError::from(error).unreadable())?;
    }
    Ok(request)
}

fn key_in(request: &mut Request) -> Option<(MatchId, &mut EntryKey)> {
    match request {
        Request::VoidEntry { match_id, key }
        | Request::ReplaceContact { match_id, replaced: key, .. }
        | Request::CheckGoal { match_id, goal: key, .. }
        | Request::ResolveBarrier { match_id, barrier: key } => Some((*match_id, key)),
        Request::RecordContact { match_id, contact, .. } => {
            contact.follows.as_mut().map(|key| (*match_id, key))
        }
        _ => None,
    }
}
