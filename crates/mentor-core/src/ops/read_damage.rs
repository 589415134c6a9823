//! The mentor has read that the phone's data had been damaged.

use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::{StorageError, mishap};

/// Says it no more. The damaged files stay where they are for a while.
pub(crate) fn read_damage(core: &mut Core) -> Result<Reply, Failure> {
    core.change(|tx| Ok(mishap::read(tx)?)).map_err(StorageError::not_saved)?;
    Ok(Reply::Kept)
}
