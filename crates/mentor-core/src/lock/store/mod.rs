//! The lock's rows. A commit is on the disk when it returns, as everywhere.

use std::path::Path;

use daymark_sqlite::rusqlite::{Connection, OptionalExtension, params};
use daymark_sqlite::{Migration, open, open_in_memory};

use super::seal::Sealed;
use super::{Cost, LockError};
use crate::api::Why;

const MIGRATIONS: &[Migration] = &[Migration { name: "0001_lock", sql: include_str!("0001_lock.sql") }];

pub(super) struct Store(Connection);

impl Store {
    /// `None`: in memory.
    pub fn open(path: Option<&Path>) -> Result<Self, LockError> {
        let opened = match path {
            Some(path) => open(path, None, MIGRATIONS),
            None => open_in_memory(MIGRATIONS),
        };
        opened.map(Self).map_err(|error| LockError::Store(error.to_string()))
    }

    /// The sealed key, and the tries that were counted.
    pub fn get(&self) -> Result<Option<(Sealed, u8)>, LockError> {
        let found = self.0.query_row(include_str!("get.sql"), [], |row| {
            let (memory, passes): (Option<u32>, Option<u32>) = (row.get(1)?, row.get(2)?);
            let cost = memory.zip(passes).map(|(memory_kib, passes)| Cost { memory_kib, passes });
            let sealed = Sealed { salt: row.get(0)?, cost, nonce: row.get(3)?, sealed: row.get(4)? };
            Ok((sealed, row.get(5)?))
        });
        Ok(found.optional()?)
    }

    /// Puts it in the place of any other, of which nothing stays in the file.
    pub fn set(&mut self, sealed: &Sealed) -> Result<(), LockError> {
        let tx = self.0.transaction()?;
        tx.execute("DELETE FROM destroyed", [])?;
        let Sealed { salt, cost, nonce, sealed } = sealed;
        let (memory, passes) = (cost.map(|cost| cost.memory_kib), cost.map(|cost| cost.passes));
        tx.execute(include_str!("set.sql"), params![salt, memory, passes, nonce, sealed])?;
        tx.commit()?;
        self.leave_no_trace()
    }

    /// On the disk before anybody looks at the PIN. `false`: there is no try left.
    pub fn count_try(&self, of: u8) -> Result<bool, LockError> {
        Ok(self.0.execute(include_str!("count_try.sql"), [of])? == 1)
    }

    /// The PIN was right.
    pub fn forget_tries(&self) -> Result<(), LockError> {
        self.0.execute("UPDATE lock SET tries = 0", [])?;
        Ok(())
    }

    pub fn destroyed(&self) -> Result<Option<Why>, LockError> {
        let word: Option<String> =
            self.0.query_row("SELECT why FROM destroyed", [], |row| row.get(0)).optional()?;
        Ok(word.map(|word| {
            WORDS.into_iter().find(|(known, _)| *known == word).map_or(Why::Asked, |(_, why)| why)
        }))
    }

    pub fn destroy(&mut self, why: Why) -> Result<(), LockError> {
        let word = WORDS.into_iter().find(|(_, known)| *known == why).map_or("asked", |(word, _)| word);
        let tx = self.0.transaction()?;
        tx.execute("DELETE FROM lock", [])?;
        tx.execute("INSERT OR REPLACE INTO destroyed (id, why) VALUES (1, ?1)", [word])?;
        tx.commit()?;
        self.leave_no_trace()
    }

    /// `secure_delete` writes over what is removed from the file; the log beside it is emptied.
    fn leave_no_trace(&self) -> Result<(), LockError> {
        Ok(self.0.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }
}

const WORDS: [(&str, Why); 3] =
    [("wrong-pins", Why::WrongPins), ("asked", Why::Asked), ("school", Why::School)];
