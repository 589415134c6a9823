//! What the server did not take. It never stops the rest: what it goes on refusing is set aside and shown, what came
//! after that is written anew, and the outbox drains.

use std::collections::BTreeMap;

use daymark_documents::ChangeHash;
use daymark_domain::MatchId;
use daymark_protocol::Refused;

use super::rewrite::{Leaving, Rewriting};
use crate::core::Core;
use crate::storage::{StorageError, caseload, change, phone, set_aside};

/// So often is said again what was refused for no fault of its own. Then it is set aside: nothing goes round for ever.
const TIMES_MAX: u32 = 3;

/// Another change stands on the server under this one's name and number: some copy of this phone wrote it.
const WRITTEN_BY_A_COPY: &str = "wrong-sequence";

/// What becomes of a refused change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// What it says is not wanted: the mentor decides.
    SetAside,
    /// Only how it says it is wrong: under another name it may be taken.
    SayAgain,
    /// It came before what it depends on.
    Wait,
}

fn fate(code: &str, refusals: u32) -> Fate {
    match code {
        _ if refusals >= TIMES_MAX => Fate::SetAside,
        WRITTEN_BY_A_COPY | "wrong-start" | "foreign-actor" => Fate::SayAgain,
        "unknown-dependency" => Fate::Wait,
        _ => Fate::SetAside,
    }
}

impl Core {
    /// Gets over all that one answer refused. `true`: this phone is not the only one of its name, so all that the school
    /// has is to be fetched again.
    pub(super) fn apply_refused(&mut self, refused: &[Refused]) -> Result<bool, StorageError> {
        let mut by_match = BTreeMap::<MatchId, BTreeMap<[u8; 8], &str>>::new();
        for one in refused {
            let codes = by_match.entry(MatchId::from_bytes(*one.match_id)).or_default();
            codes.insert(*one.hash, &one.code);
        }
        let mut copied = false;
        for (match_id, codes) in by_match {
            copied |= self.get_over(match_id, &codes)?;
        }
        Ok(copied)
    }

    fn get_over(&mut self, match_id: MatchId, codes: &BTreeMap<[u8; 8], &str>) -> Result<bool, StorageError> {
        let (mut leaving, mut waits) = (Leaving::default(), Vec::new());
        let mut copied = false;
        for waiting in change::waiting(&self.db, match_id)? {
            let Some(code) = codes.get(&waiting.hash.prefix()) else { continue };
            match fate(code, waiting.refusals) {
                Fate::SetAside => drop(leaving.aside.insert(waiting.hash, (*code).to_owned())),
                Fate::SayAgain => drop(leaving.again.insert(waiting.hash)),
                Fate::Wait => waits.push(waiting),
            }
            copied |= *code == WRITTEN_BY_A_COPY;
        }
        let Some(mut phone) = phone::get(&self.db)? else { return Ok(false) };
        if caseload::get(&self.db, match_id)?.is_none() {
            // The student has left this phone, and the record with them: there is nothing to write it into.
            let code =
                |hash: ChangeHash| (hash, codes.get(&hash.prefix()).copied().unwrap_or_default().to_owned());
            leaving.aside.extend(leaving.again.into_iter().map(code));
            return self.change(|tx| {
                leaving
                    .aside
                    .iter()
                    .try_for_each(|(hash, code)| set_aside::add(tx, match_id, *hash, code))?;
                waits.iter().try_for_each(|waiting| put_last(tx, match_id, waiting))?;
                Ok(false)
            });
        }
        self.change_record(match_id, |tx, record| {
            let rewriting = Rewriting::begin(tx, match_id, &mut phone)?;
            let left_out = match leaving.aside.is_empty() && leaving.again.is_empty() {
                true => Default::default(),
                false => rewriting.rewrite(record, &leaving, |_| Ok(()))?,
            };
            let waits = waits.iter().filter(|waiting| !left_out.contains(&waiting.hash));
            waits.into_iter().try_for_each(|waiting| put_last(tx, match_id, waiting))?;
            Ok(copied)
        })
    }
}

fn put_last(
    tx: &daymark_sqlite::rusqlite::Transaction<'_>,
    match_id: MatchId,
    waiting: &change::Waiting,
) -> Result<(), StorageError> {
    change::set_refusals(tx, match_id, waiting.hash, waiting.refusals + 1)?;
    Ok(change::put_last(tx, match_id, waiting.hash)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_change_says_is_refused_once_how_it_says_it_three_times() {
        for content in
            ["not-allowed", "too-large", "malformed", "too-costly", "not-your-match", "a-word-to-come"]
        {
            assert_eq!(fate(content, 0), Fate::SetAside, "{content}");
        }
        for name in ["wrong-sequence", "wrong-start", "foreign-actor"] {
            assert_eq!(
                [0, 2, 3].map(|times| fate(name, times)),
                [Fate::SayAgain, Fate::SayAgain, Fate::SetAside]
            );
        }
        assert_eq!([0, 3].map(|times| fate("unknown-dependency", times)), [Fate::Wait, Fate::SetAside]);
    }
}
