//! What is said about calls: what another mentor did, how the year may still end, and the six steps of a call home.

use daymark_components::{Words, days_of, say};
use daymark_domain::{AbsenceFigure, ContactKind, Projection, Reach};
use daymark_mentor_core::api::OtherContact;

use super::contact_kind;

/// "Another mentor: Call home about the absence · 9:05 · reached the family".
pub fn other_contact(words: Words, other: &OtherContact) -> String {
    let time = words.time_of_minute(other.minute);
    if other.kind == ContactKind::DoorGreeting && other.reach == Reach::Student {
        return say!(words, "others-greeted", time: time);
    }
    let kind = contact_kind(words, other.kind);
    say!(words, "others-did", kind: kind, time: time, reach: other.reach.word())
}

/// What a door row has room for: the greeting of another mentor, else the latest that reached somebody.
pub fn others_at_the_door(words: Words, others: &[OtherContact]) -> Option<String> {
    let greeting = others.iter().find(|other| other.kind == ContactKind::DoorGreeting);
    let latest = others.iter().filter(|other| other.reach != Reach::Nobody).max_by_key(|other| other.minute);
    greeting.filter(|other| other.reach == Reach::Student).or(latest).map(|other| other_contact(words, other))
}

/// A step of a call home (`domain.md` section 2, row 14), in the order in which it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallStep {
    /// How they are, before anything else.
    Learn,
    /// Something good about the student.
    Share,
    /// The days that were missed.
    Inform,
    /// What a day at school gives.
    Discuss,
    /// What would help.
    Ask,
    /// One thing for tomorrow.
    Plan,
}

impl CallStep {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Learn, Self::Share, Self::Inform, Self::Discuss, Self::Ask, Self::Plan];

    /// As the catalogue knows it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Learn => "learn",
            Self::Share => "share",
            Self::Inform => "inform",
            Self::Discuss => "discuss",
            Self::Ask => "ask",
            Self::Plan => "plan",
        }
    }
    /// Its name.
    pub fn title(self, words: Words) -> String {
        say!(words, "call-step", step: self.word())
    }
    /// What to do in it.
    pub fn advice(self, words: Words) -> String {
        say!(words, "call-step-do", step: self.word())
    }
    /// A sentence to begin it with.
    pub fn sentence(self, words: Words, mentor: &str, name: &str) -> String {
        say!(words, "call-step-say", step: self.word(), mentor: mentor, name: name)
    }
}

/// "4 of 31 school days missed so far", and how many more the year bears.
pub fn pace(words: Words, figure: AbsenceFigure, projection: Option<&Projection>) -> Vec<String> {
    let (missed, of) = (days_of(figure.missed_halves()), days_of(figure.enrolled_halves()));
    let so_far = say!(words, "pace-missed", missed: missed, of: of);
    let ahead = projection.map(|projection| match projection.absences_left {
        Some(left) => say!(words, "pace-left", n: left),
        None => say!(words, "pace-over"),
    });
    [Some(so_far), ahead].into_iter().flatten().collect()
}
