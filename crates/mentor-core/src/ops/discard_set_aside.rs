//! Done with what the server refused.

use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, set_aside};

/// Forgets it: the mentor has read it and says so. Nothing else ever removes it.
pub(crate) fn discard_set_aside(core: &mut Core, id: i64) -> Result<Reply, Failure> {
    core.change(|tx| Ok(set_aside::remove(tx, id)?)).map_err(StorageError::not_saved)?;
    Ok(Reply::Kept)
}
