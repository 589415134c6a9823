//! The last step: what a change made of the record can be saved, read again, and is then the same.
//!
//! Automerge 0.12 applies some changes without a word whose record it then cannot load (`sync.md` 1.5: a `start_op` too
//! low). The equalities of `admit` refuse those that are known; this refuses the ones that are not.

use std::collections::BTreeSet;

use automerge::Automerge;

use super::{Refusal, unwinding};
use crate::record::{ChangeHash, MatchRecord};

impl MatchRecord {
    /// Saves the record, loads what was saved, and compares: the changes since those heads byte for byte, and what the
    /// whole record says.
    pub fn prove(&self, since: &[ChangeHash]) -> Result<(), Refusal> {
        unwinding(|| is_the_same_again(&self.doc, since))
            .unwrap_or(false)
            .then_some(())
            .ok_or(Refusal::NotApplicable)
    }
}

fn is_the_same_again(doc: &Automerge, since: &[ChangeHash]) -> bool {
    let Ok(again) = Automerge::load(&doc.save()) else { return false };
    let since: Vec<_> = since.iter().map(|hash| automerge::ChangeHash(hash.0)).collect();
    let changes = |doc: &Automerge| -> BTreeSet<Vec<u8>> {
        doc.get_changes(&since).iter().map(|change| change.raw_bytes().to_vec()).collect()
    };
    let hash = |doc: &Automerge| MatchRecord { doc: doc.clone() }.canonical_hash();
    doc.get_heads() == again.get_heads() && changes(doc) == changes(&again) && hash(doc) == hash(&again)
}
