//! A record without some of its changes, and with the rest of this phone's written anew: one transaction, nothing lost.

use std::collections::{BTreeMap, BTreeSet};

use daymark_documents::{ChangeHash, MatchRecord, Renamed, Said, inspect, said};
use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::Transaction;

use crate::storage::phone::Phone;
use crate::storage::{StorageError, change, phone, projection, record, renamed, set_aside};

/// What to do with the changes that leave a record, by hash.
#[derive(Debug, Default)]
pub(super) struct Leaving {
    /// Kept aside, for the server goes on refusing what they say: with its word.
    pub aside: BTreeMap<ChangeHash, String>,
    /// Said again under another name.
    pub again: BTreeSet<ChangeHash>,
}

/// Whoever rewrites one record.
pub(super) struct Rewriting<'a, 't> {
    pub tx: &'a Transaction<'t>,
    pub match_id: MatchId,
    pub phone: &'a mut Phone,
    /// What waits in the outbox, with how often it was refused.
    waiting: BTreeMap<ChangeHash, u32>,
}

impl<'a, 't> Rewriting<'a, 't> {
    pub fn begin(
        tx: &'a Transaction<'t>,
        match_id: MatchId,
        phone: &'a mut Phone,
    ) -> Result<Self, StorageError> {
        let waiting = change::waiting(tx, match_id)?;
        let waiting = waiting.into_iter().map(|waiting| (waiting.hash, waiting.refusals)).collect();
        Ok(Self { tx, match_id, phone, waiting })
    }

    /// Takes the changes out of the record together with all that depends on them, lets `between` happen, and writes
    /// this phone's own anew. Returns what was taken out.
    pub fn rewrite(
        mut self,
        record: &mut MatchRecord,
        leaving: &Leaving,
        between: impl FnOnce(&mut MatchRecord) -> Result<(), StorageError>,
    ) -> Result<BTreeSet<ChangeHash>, StorageError> {
        let roots = leaving.aside.keys().chain(&leaving.again).copied().collect();
        let (base, left_out) = record.without(&roots)?;
        *record = base;
        between(record)?;
        self.leave_the_name_behind(&left_out)?;
        let mut renamed = Renamed::new();
        for (hash, bytes) in &left_out {
            match leaving.aside.get(hash) {
                Some(code) => set_aside::add(self.tx, self.match_id, *hash, code)?,
                // It may have come back in between.
                None if record.holds(hash) => {}
                None => self.say_again(record, (*hash, bytes), leaving, &mut renamed)?,
            }
        }
        record::fold(self.tx, self.match_id, record)?;
        projection::rewrite(self.tx, self.match_id, record)?;
        Ok(left_out.into_iter().map(|(hash, _)| hash).collect())
    }

    /// Two histories under one name would be refused for ever, here or by another phone that got the first of them.
    fn leave_the_name_behind(&mut self, left_out: &[(ChangeHash, Vec<u8>)]) -> Result<(), StorageError> {
        let actor = self.phone.writer().actor;
        let used = left_out.iter().any(|(_, bytes)| inspect(bytes).is_ok_and(|change| change.actor == actor));
        if used {
            phone::next_generation(self.tx, self.phone)?;
        }
        Ok(())
    }

    fn say_again(
        &self,
        record: &mut MatchRecord,
        (hash, bytes): (ChangeHash, &[u8]),
        leaving: &Leaving,
        renamed: &mut Renamed,
    ) -> Result<(), StorageError> {
        let waits = self.waiting.get(&hash);
        if waits.is_none() && !self.is_own(bytes) {
            // Another phone wrote it; if the school has it, it comes again.
            return Ok(change::remove(self.tx, self.match_id, hash)?);
        }
        let Some(said) = said(bytes) else {
            return Ok(set_aside::add(self.tx, self.match_id, hash, "malformed")?);
        };
        if let Some(target) = takes_back(&said)
            && set_aside::take_back(self.tx, self.match_id, &target)?
        {
            return Ok(set_aside::add(self.tx, self.match_id, hash, set_aside::TAKEN_BACK)?);
        }
        let refusals = waits.copied().unwrap_or(0) + u32::from(leaving.again.contains(&hash));
        change::remove(self.tx, self.match_id, hash)?;
        let Some(written) = record.say_again(&self.phone.writer(), &said, renamed)? else { return Ok(()) };
        change::add_unsent(self.tx, self.match_id, &written)?;
        change::set_refusals(self.tx, self.match_id, written.hash, refusals)?;
        if let (Said::Entry(entry), Some(key)) = (said, written.key) {
            renamed::set(self.tx, self.match_id, &entry.key, &key)?;
            renamed.insert(entry.key, key);
        }
        Ok(())
    }

    fn is_own(&self, bytes: &[u8]) -> bool {
        let actors = self.phone.actors();
        inspect(bytes).is_ok_and(|change| actors.iter().any(|actor| actor[..] == change.actor[..]))
    }
}

fn takes_back(said: &Said) -> Option<daymark_domain::EntryKey> {
    match said {
        Said::Entry(entry) => entry.takes_back(),
        Said::Mark { .. } => None,
    }
}
