//! A report that is given out is kept: its bytes, the day, the version of the rules, and a hash of what it was made of.
//! What is kept for ever holds no word that a mentor wrote: a note must be gone when it is to be forgotten.

use daymark_reports::{Faces, Facts, ReportName};
use sha2::{Digest, Sha256};

use super::ReportError;
use crate::store::Store;
use crate::store::snapshots::NewSnapshot;

/// A report that was kept.
pub struct Frozen {
    /// Its number.
    pub id: i64,
    /// Its bytes.
    pub faces: Faces,
    /// Sha-256 of the facts and rules.
    pub inputs: [u8; 32],
}

/// Makes the report and keeps it.
pub async fn freeze(
    store: &dyn Store,
    name: ReportName,
    facts: Facts,
    at: i64,
    by: String,
) -> Result<Frozen, ReportError> {
    let facts = facts.without_texts();
    let faces = Faces::of(name.make(&facts).as_ref())?;
    let inputs = digest(&facts);
    let snapshot = NewSnapshot {
        report: name.word().to_owned(),
        school_id: facts.school,
        as_of: facts.as_of,
        rule_version: facts.rules.version,
        inputs,
        json: faces.json.clone(),
        csv: faces.csv.clone(),
        at,
        by,
    };
    Ok(Frozen { id: store.add_snapshot(snapshot).await?, faces, inputs })
}

/// What the facts and rules were, in 32 bytes.
pub(crate) fn digest(facts: &Facts) -> [u8; 32] {
    let mut hash = Sha256::new();
    facts.lines(|line| {
        hash.update(line);
        hash.update(b"\n");
    });
    hash.finalize().into()
}
