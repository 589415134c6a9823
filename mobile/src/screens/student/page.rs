//! What can be seen or done for one student beyond the page itself: each has an address and one screen.

use std::fmt;
use std::str::FromStr;

use daymark_domain::MatchId;
use daymark_mentor_core::api::StudentView;
use dioxus::prelude::*;

use super::desk::{Desk, use_desk};
use crate::app::Route;
use crate::parts::{Page, Tab, ToastLine, Waiting};

/// Its name in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StudentPageName {
    /// The calendar in the student's hands.
    Together,
    /// The school year, to look at and to print.
    Year,
    /// Everything that was done.
    Log,
    /// What they agreed on.
    Goals,
    /// What stands in the way.
    Barriers,
    /// A warm word for what got better.
    Praise,
    /// Milestones.
    Steps,
    /// Something to talk about.
    Starters,
    /// A contact of any kind.
    Contact,
    /// A short note.
    Note,
    /// Help from the team.
    Ask,
    /// A child who may not be safe.
    Safety,
    /// How the student is called awake.
    WakeUp,
    /// The family: whom to reach, and the first contact.
    Family,
}

impl StudentPageName {
    const ALL: [(Self, &'static str); 14] = [
        (Self::Together, "together"),
        (Self::Year, "year"),
        (Self::Log, "log"),
        (Self::Goals, "goals"),
        (Self::Barriers, "barriers"),
        (Self::Praise, "praise"),
        (Self::Steps, "steps"),
        (Self::Starters, "starters"),
        (Self::Contact, "contact"),
        (Self::Note, "note"),
        (Self::Ask, "ask"),
        (Self::Safety, "safety"),
        (Self::WakeUp, "wake-up"),
        (Self::Family, "family"),
    ];
}

impl fmt::Display for StudentPageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, word) = Self::ALL.iter().find(|(name, _)| name == self).ok_or(fmt::Error)?;
        f.write_str(word)
    }
}

/// An address that names none of them.
#[derive(Debug, thiserror::Error)]
#[error("there is no such page")]
pub struct NoSuchPage;

impl FromStr for StudentPageName {
    type Err = NoSuchPage;
    fn from_str(word: &str) -> Result<Self, NoSuchPage> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(name, _)| *name).ok_or(NoSuchPage)
    }
}

#[component]
pub fn StudentPageScreen(match_id: MatchId, page: StudentPageName) -> Element {
    match page {
        StudentPageName::Together => rsx! { super::together::Together { match_id } },
        StudentPageName::Year => rsx! { super::year::Year { match_id } },
        StudentPageName::Log => rsx! { super::log::Log { match_id } },
        StudentPageName::Goals => rsx! { super::goals::Goals { match_id } },
        StudentPageName::Barriers => rsx! { super::barriers::Barriers { match_id } },
        StudentPageName::Praise => rsx! { super::praise::Praise { match_id } },
        StudentPageName::Steps => rsx! { super::steps::Steps { match_id } },
        StudentPageName::Starters => rsx! { super::starters::Starters { match_id } },
        StudentPageName::Contact => rsx! { super::contact::Contact { match_id } },
        StudentPageName::Note => rsx! { super::note::Note { match_id } },
        StudentPageName::Ask => rsx! { super::ask::Ask { match_id } },
        StudentPageName::Safety => rsx! { super::safety::Safety { match_id } },
        StudentPageName::WakeUp => rsx! { super::wake_up::WakeUp { match_id } },
        StudentPageName::Family => rsx! { super::family::Family { match_id } },
    }
}

/// The frame of such a screen: its title, the student's name below it, the way back, the toast with Undo.
#[component]
pub fn Sheet(desk: Desk, title: String, body: Callback<StudentView, Element>) -> Element {
    let mut view = desk.view;
    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok()).cloned();
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    let sub = loaded.as_ref().map(|student| student.student.clone());
    let foot = desk.toast.read().clone().map(|toast| {
        rsx! { ToastLine { toast, on_undo: move |(_, key)| { spawn(desk.take_back(key)); } } }
    });
    rsx! {
        Page { title, sub, back: Route::Student { match_id: desk.match_id }, tab: Tab::Students, ready: loaded.is_some(), foot,
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(student) => body.call(student),
            }
        }
    }
}

/// A desk for such a screen: reads the student's page of this month.
pub fn use_sheet(match_id: MatchId) -> Desk {
    let month = use_signal(|| None);
    use_desk(match_id, month)
}
