//! The match record: what one mentor observed and did with one student, as an Automerge document.
//!
//! Many phones of the mentor write it offline; whatever order their changes arrive in, all copies show the same
//! view ([`RecordView`]) with the same canonical hash. Entries are immutable, taking one back is a new fact, calendar
//! marks are kept by date and a disagreement between two phones is shown, never hidden (`design.md` decision 4).
//!
//! This is the only crate that imports automerge; outside of it a change is bytes and a hash. It knows nothing of
//! SQL, HTTP or clocks.

mod canonical;
mod fields;
pub mod gate;
mod genesis;
mod preamble;
mod record;
mod rewrite;
mod view;
mod write;

pub use fields::{FieldValue, Fields, KIND, fields_of, kind_word, what_of};
pub use gate::{Inspected, Refusal, inspect};
pub use preamble::{hash_of, with_preamble, without_preamble};
pub use record::{ChangeHash, MatchRecord, RecordError};
pub use rewrite::{LeftOut, Renamed, Said, SaidEntry, dependencies, said};
pub use view::{Entry, RecordView};
pub use write::{Writer, Written};

#[cfg(test)]
mod any_what;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod properties;
