//! The library: short leaves by us, each under one topic or two.

/// What a leaf is about; the chips of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Calls,
    Meeting,
    Trust,
    Growth,
    Texts,
    Families,
    Activities,
    Sources,
}

impl Topic {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Calls,
        Self::Meeting,
        Self::Trust,
        Self::Growth,
        Self::Texts,
        Self::Families,
        Self::Activities,
        Self::Sources,
    ];

    /// Its word in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Meeting => "meeting",
            Self::Trust => "trust",
            Self::Growth => "growth",
            Self::Texts => "texts",
            Self::Families => "families",
            Self::Activities => "activities",
            Self::Sources => "sources",
        }
    }
}

/// One short lesson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leaf {
    /// Its key in the catalogue.
    pub key: &'static str,
    pub topics: &'static [Topic],
}

const fn leaf(key: &'static str, topics: &'static [Topic]) -> Leaf {
    Leaf { key, topics }
}

/// All of them, in the order in which a mentor first needs them.
#[rustfmt::skip]
pub const LEAVES: &[Leaf] = &[
    leaf("first_meeting", &[Topic::Meeting]),
    leaf("does_not_talk", &[Topic::Meeting]),
    leaf("silence", &[Topic::Meeting]),
    leaf("after_an_absence", &[Topic::Meeting, Topic::Calls]),
    leaf("wake_up_call", &[Topic::Calls]),
    leaf("first_call_home", &[Topic::Calls, Topic::Families]),
    leaf("interpreter", &[Topic::Calls, Topic::Families]),
    leaf("boundaries", &[Topic::Trust]),
    leaf("confidentiality", &[Topic::Trust]),
    leaf("duty_to_report", &[Topic::Trust]),
    leaf("what_to_write", &[Topic::Trust]),
    leaf("growth_mindset", &[Topic::Growth]),
    leaf("celebrate_improvement", &[Topic::Growth]),
    leaf("small_goals", &[Topic::Growth]),
    leaf("setback", &[Topic::Growth]),
    leaf("two_days_a_month", &[Topic::Families, Topic::Growth]),
    leaf("texts_do", &[Topic::Texts]),
    leaf("texts_do_not", &[Topic::Texts]),
    leaf("newcomers", &[Topic::Families, Topic::Meeting]),
    leaf("goodbye", &[Topic::Meeting, Topic::Trust]),
];
