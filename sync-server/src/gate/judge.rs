//! What is said of each change of a batch, in whichever process.

use daymark_documents::{ChangeHash, Inspected, MatchRecord, Refusal, Writer, hash_of, inspect};

/// What the gate says of one change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The record holds it already.
    Held,
    /// It is new and may come in, under the name of this writer of the list.
    Fresh(u32),
    /// It may not.
    Refused(Refusal),
}

/// Lets a change into a record, or says why not: [`MatchRecord::admit`], but for tests of the wall itself.
pub type Admit<'a> = dyn Fn(&mut MatchRecord, &Writer, &[u8]) -> Result<Inspected, Refusal> + 'a;

/// The gate.
pub fn admit(record: &mut MatchRecord, writer: &Writer, bytes: &[u8]) -> Result<Inspected, Refusal> {
    record.admit(writer, bytes)
}

/// Lets into the record what may come in. An error is about all of them together: what came of the record could not
/// be saved and read again.
pub(super) fn judge(
    record: &mut MatchRecord,
    writers: &[Writer],
    changes: &[Vec<u8>],
    admit: &Admit<'_>,
) -> Result<Vec<Said>, Refusal> {
    let before: Vec<ChangeHash> = record.heads();
    let mut said = Vec::with_capacity(changes.len());
    for bytes in changes {
        said.push(one(record, writers, bytes, admit));
    }
    if said.iter().any(|said| matches!(said, Said::Fresh(_))) {
        record.prove(&before)?;
    }
    Ok(said)
}

fn one(record: &mut MatchRecord, writers: &[Writer], bytes: &[u8], admit: &Admit<'_>) -> Said {
    if record.holds(&hash_of(bytes)) {
        return Said::Held;
    }
    let nth = writer_of(writers, bytes);
    let Some(writer) = writers.get(nth as usize) else { return Said::Refused(Refusal::ForeignActor) };
    match admit(record, writer, bytes) {
        Ok(_) => Said::Fresh(nth),
        Err(refusal) => Said::Refused(refusal),
    }
}

/// Whose change this says it is; the phone's own when that cannot be told, and then the gate refuses it.
fn writer_of(writers: &[Writer], bytes: &[u8]) -> u32 {
    let actor = inspect(bytes).map(|change| change.actor).unwrap_or_default();
    let nth = writers.iter().position(|writer| writer.actor[..] == actor[..]);
    nth.and_then(|nth| u32::try_from(nth).ok()).unwrap_or(0)
}
