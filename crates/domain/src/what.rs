//! What an entry of a match record says.

use serde::{Deserialize, Serialize};

use crate::{
    Ask, Audience, Barrier, Contact, DoorResult, Element, EntryKey, FirstContactItem, Goal, GoalCheck,
    Milestone, NoteClass, NoteText, Reach, Recognition, WakeUpPlan,
};

/// What an entry says: one of the things that a mentor does, sees or agrees on. Entries never change; taking one back
/// is a fact about it, not one of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// At the door.
    DoorCheck(DoorResult),
    /// A contact of any other kind.
    Contact(Contact),
    /// A note.
    Note {
        /// The text.
        text: NoteText,
        /// Who may read it.
        audience: Audience,
        /// How carefully it is kept.
        class: NoteClass,
    },
    /// A goal was set.
    Goal(Goal),
    /// A goal was looked at.
    GoalCheck {
        /// The goal.
        goal: EntryKey,
        /// How it went.
        check: GoalCheck,
    },
    /// A recognition.
    Recognition(Recognition),
    /// Something stands in the way.
    Barrier(Barrier),
    /// It no longer does.
    BarrierResolved {
        /// The finding.
        barrier: EntryKey,
    },
    /// The team was asked for help.
    Ask(Ask),
    /// A safety concern was raised, by phone, with whom it concerns. What it was stands nowhere here.
    SafetyConcern,
    /// A step is done.
    Milestone(Milestone),
    /// How the student is called awake from now on.
    WakeUpPlan(WakeUpPlan),
    /// A point of the first contact is done.
    Checklist(FirstContactItem),
    /// Written by a newer version: kept, not understood.
    Unknown,
}

impl What {
    /// Whom it reached; `None` for what is no contact with student or family.
    pub fn reach(&self) -> Option<Reach> {
        match self {
            Self::DoorCheck(result) => Some((*result).into()),
            Self::Contact(contact) => contact.reach(),
            _ => None,
        }
    }
    /// The element of the work that it belongs to.
    pub fn element(&self) -> Option<Element> {
        Some(match self {
            Self::DoorCheck(_) => Element::MeetAndGreet,
            Self::Contact(contact) => contact.kind.element(),
            Self::Goal(_) | Self::GoalCheck { .. } | Self::Milestone(_) => Element::Tracking,
            Self::Barrier(_) | Self::BarrierResolved { .. } => Element::Tracking,
            Self::Recognition(_) => Element::Celebrate,
            Self::Ask(_) | Self::SafetyConcern => Element::WorkWithStaff,
            Self::Checklist(_) => Element::FamilyOutreach,
            Self::WakeUpPlan(_) => Element::CallHome,
            Self::Note { .. } | Self::Unknown => return None,
        })
    }
}

impl Reach {
    /// The word as projections keep it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Family => "family",
            Self::Student => "student",
        }
    }
    /// From that word; `None` when this version does not know it.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Nobody, Self::Family, Self::Student].into_iter().find(|reach| reach.word() == word)
    }
}
