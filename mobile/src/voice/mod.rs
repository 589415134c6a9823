//! What the app says about the core's values: states, failures and outcomes in the catalogue's words.

mod asks;
mod calls;
mod done;

use daymark_components::{Language, SyncTone, Words, say};
use daymark_domain::{CallOutcome, SchoolDay};
use daymark_mentor_core::api::{EntryState, Failure, LocalTime, Status, SyncTrouble};

pub use asks::{ask_kind, ask_status};
pub use calls::{CallStep, other_contact, others_at_the_door, pace};
pub use done::{
    barrier_factor, barrier_told, contact_kind, done, goal, goal_looked_at, goal_measure, goal_result,
    milestone, note, reason, recognition_form, recognition_reason,
};

/// A failure in words, with the way out.
pub fn failure(words: Words, failure: &Failure) -> String {
    match failure {
        Failure::NotPaired => say!(words, "failure-not-paired"),
        Failure::Locked => say!(words, "failure-locked"),
        Failure::CodeRefused => say!(words, "failure-code-refused"),
        Failure::WordsDiffer => say!(words, "failure-words-differ"),
        Failure::NoConnection => say!(words, "failure-no-connection"),
        Failure::Server(detail) => say!(words, "failure-server", detail: detail.as_str()),
        Failure::NotSaved(detail) => say!(words, "failure-not-saved", detail: detail.as_str()),
        Failure::Unreadable(detail) => say!(words, "failure-unreadable", detail: detail.as_str()),
        Failure::NoStorage(detail) => say!(words, "failure-no-storage", detail: detail.as_str()),
        Failure::OpenElsewhere => say!(words, "failure-open-elsewhere"),
        Failure::NoSuchMatch => say!(words, "failure-no-such-match"),
        Failure::NoSuchEntry => say!(words, "failure-no-such-entry"),
        Failure::Invalid(detail) => say!(words, "failure-invalid", detail: detail.as_str()),
    }
}

/// The sync line: its dot, its words, and a second line where there is more to say.
pub struct SyncWords {
    /// The dot.
    pub tone: SyncTone,
    /// "7 saved here", "sent 14:03".
    pub text: String,
    /// "no network".
    pub more: Option<String>,
}

/// How things stand with the school's server, in words.
pub fn sync(words: Words, status: &Status, sending: bool, today: Option<SchoolDay>) -> SyncWords {
    let text = match (status.unsent, status.last_sent) {
        (0, None) => say!(words, "sync-all-saved"),
        (0, Some(sent)) => sent_at(words, sent, today),
        (unsent, _) => say!(words, "sync-saved-here", n: unsent),
    };
    let more = match status.trouble {
        _ if sending && status.unsent > 0 => Some(say!(words, "sync-sending")),
        None => None,
        Some(SyncTrouble::NoConnection) => Some(say!(words, "sync-no-connection")),
        Some(SyncTrouble::Server) => Some(say!(words, "sync-server")),
        Some(SyncTrouble::NotGenuine) => Some(say!(words, "sync-not-genuine")),
        Some(SyncTrouble::OutOfStep) => Some(say!(words, "sync-out-of-step")),
        Some(SyncTrouble::NotPairedAnyMore) => Some(say!(words, "sync-pair-again")),
    };
    let tone = match (status.trouble, status.unsent) {
        (Some(SyncTrouble::NotPairedAnyMore | SyncTrouble::NotGenuine | SyncTrouble::OutOfStep), _) => {
            SyncTone::Trouble
        }
        (_, 0) => SyncTone::Sent,
        _ => SyncTone::Waiting,
    };
    SyncWords { tone, text, more }
}

fn sent_at(words: Words, sent: LocalTime, today: Option<SchoolDay>) -> String {
    let time = words.time_of_minute(sent.minute);
    if today == Some(sent.day) {
        say!(words, "sync-sent-at", time: time)
    } else {
        say!(words, "sync-sent-on", day: words.day_short(sent.day), time: time)
    }
}

/// How a call ended.
pub fn outcome(words: Words, outcome: CallOutcome, first_name: &str) -> String {
    match outcome {
        CallOutcome::ReachedStudent => say!(words, "call-reached-student", name: first_name),
        CallOutcome::ReachedGuardian => say!(words, "call-reached-guardian"),
        CallOutcome::LeftMessage => say!(words, "call-left-message"),
        CallOutcome::NoAnswer => say!(words, "call-no-answer"),
        CallOutcome::WrongNumber => say!(words, "call-wrong-number"),
        CallOutcome::Declined => say!(words, "call-declined"),
        CallOutcome::LanguageBarrier => say!(words, "call-language-barrier"),
    }
}

/// How far an entry has come.
pub fn entry_state(words: Words, state: EntryState) -> String {
    match state {
        EntryState::Saved => say!(words, "log-saved"),
        EntryState::Sent => say!(words, "log-sent"),
        EntryState::Seen => say!(words, "log-seen"),
    }
}

/// "absent yesterday", "absent 2 days"; nothing for who was there.
pub fn absent_in_a_row(words: Words, days: u32) -> Option<String> {
    match days {
        0 => None,
        1 => Some(say!(words, "absent-one")),
        days => Some(say!(words, "absent-more", n: days)),
    }
}

/// A home language in words, from whatever the school's export has: a tag, a code of three letters, an English name.
/// Any other is shown as the school wrote it.
pub fn home_language(words: Words, written: &str) -> String {
    say!(words, "home-language", tag: language_tag(written), written: written)
}

/// A home language that the catalogue speaks too.
pub fn catalogue_language(written: &str) -> Option<Language> {
    Language::from_word(language_tag(written))
}

/// Empty for a language that is not among those known.
fn language_tag(written: &str) -> &'static str {
    let first = written.split(['-', '_', ' ']).next().unwrap_or(written).to_lowercase();
    LANGUAGES.iter().find(|names| names.contains(&first.as_str())).map_or("", |names| names[0])
}

/// Tag, code (ISO 639-2) and English name, as the catalogue's `home-language` knows them by the first.
const LANGUAGES: [[&str; 3]; 12] = [
    ["ar", "ara", "arabic"],
    ["en", "eng", "english"],
    ["es", "spa", "spanish"],
    ["fr", "fra", "french"],
    ["ht", "hat", "haitian"],
    ["ko", "kor", "korean"],
    ["pt", "por", "portuguese"],
    ["ru", "rus", "russian"],
    ["so", "som", "somali"],
    ["tl", "tgl", "tagalog"],
    ["vi", "vie", "vietnamese"],
    ["zh", "zho", "chinese"],
];

/// Who somebody is to the student; what the catalogue does not know is shown as the school wrote it.
pub fn relation(words: Words, written: &str) -> String {
    let word = written.trim().to_lowercase().replace(' ', "-");
    say!(words, "relation", word: word, written: written)
}

/// The name to greet a mentor by: what stands before the first space.
pub fn first_word(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2025-10-14";

    fn line(status: &Status) -> (SyncTone, String, Option<String>) {
        let line = sync(Words::english(), status, false, TODAY.parse().ok());
        (line.tone, line.text, line.more)
    }

    #[test]
    fn the_sync_line_says_what_is_saved_here_and_what_was_sent() {
        let sent = LocalTime { day: TODAY.parse().unwrap(), minute: 14 * 60 + 3 };
        let yesterday = LocalTime { day: sent.day.minus(1), ..sent };
        let all_sent = Status { last_sent: Some(sent), ..Status::default() };
        let long_ago = Status { last_sent: Some(yesterday), ..Status::default() };
        let waiting = Status { unsent: 7, ..all_sent.clone() };
        assert_eq!(line(&Status::default()), (SyncTone::Sent, "all saved".to_owned(), None));
        assert_eq!(line(&all_sent), (SyncTone::Sent, "sent 14:03".to_owned(), None));
        assert_eq!(line(&long_ago), (SyncTone::Sent, "sent Mon 13 Oct, 14:03".to_owned(), None));
        assert_eq!(line(&waiting), (SyncTone::Waiting, "7 saved here".to_owned(), None));
    }

    #[test]
    fn a_family_is_named_in_the_mentors_language_and_else_as_the_school_wrote_it() {
        let (english, spanish) = (Words::english(), Words::spanish());
        for written in ["es", "es-MX", "spa", "Spanish"] {
            assert_eq!(home_language(english, written), "Spanish");
            assert_eq!(home_language(spanish, written), "español");
        }
        assert_eq!(home_language(spanish, "Mixteco"), "Mixteco");
        assert_eq!(relation(english, "Mother"), "Mother");
        assert_eq!(relation(spanish, "Mother"), "Madre");
        assert_eq!(relation(spanish, "Foster parent"), "Familia de acogida");
        assert_eq!(relation(spanish, "Neighbour"), "Neighbour");
    }

    #[test]
    fn no_network_is_not_an_error_but_a_forgotten_phone_is() {
        let offline = Status { unsent: 7, trouble: Some(SyncTrouble::NoConnection), ..Status::default() };
        let forgotten = Status { trouble: Some(SyncTrouble::NotPairedAnyMore), ..offline.clone() };
        assert_eq!(
            line(&offline),
            (SyncTone::Waiting, "7 saved here".to_owned(), Some("no network".to_owned()))
        );
        assert_eq!(
            line(&forgotten),
            (SyncTone::Trouble, "7 saved here".to_owned(), Some("pair again".to_owned()))
        );
    }
}
