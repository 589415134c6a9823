//! What a mentor has begun to write.

use crate::words::words;

words!(
    /// What a draft is going to be. A draft is private to its phone and never sent.
    DraftOf, "kind of draft" {
        /// A note.
        Note = "note",
        /// A request to the team.
        Ask = "ask",
        /// Nothing else: a private reminder.
        Private = "private",
    }
);
