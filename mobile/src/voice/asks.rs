//! What is asked of the team, and how far the team has come with it.

use daymark_components::{Words, say};
use daymark_domain::{AskKind, AskStatus};

/// "a number or address that works".
pub fn ask_kind(words: Words, kind: AskKind) -> String {
    say!(words, "ask-kind", word: kind.word())
}

/// "done".
pub fn ask_status(words: Words, status: AskStatus) -> String {
    say!(words, "ask-status", word: status.word())
}
