//! The match record as an Automerge document. The only crate that imports automerge.
