//! One mentor: whether students reach their phone, what is done and what is missing, students, phones, the file.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{ClearanceGap, MentorState, MentoringRules, SchoolDay};
use dioxus::prelude::*;

use super::super::{document, steps};
use super::fields::Typed;
use super::{file, forms, handed_in, ladder, list, phones, students, unread};
use crate::service::mentor_forms::Wrong;
use crate::service::referral_form::Fields;
use crate::store::handed_in::HandedInEntry;
use crate::store::matches::MatchSummary;
use crate::store::mentor_files::{MentorFile, MentorOnLadder};
use crate::store::pairing::DeviceSummary;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::unread::UnreadEntry;

/// The forms on a mentor's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A background check.
    Background,
    /// A suitability talk.
    Suitability,
    /// A training.
    Training,
    /// Documents.
    Documents,
    /// Pause, leaving, coming back.
    Decision,
}

impl Form {
    /// In front of its fields' ids.
    pub fn word(self) -> &'static str {
        match self {
            Self::Background => "background",
            Self::Suitability => "suitability",
            Self::Training => "training",
            Self::Documents => "documents",
            Self::Decision => "decision",
        }
    }
}

/// What the mentor's page shows.
pub struct MentorPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// The gate's rules.
    pub rules: &'a MentoringRules,
    /// The mentor.
    pub mentor: &'a MentorOnLadder,
    /// Everything that is written down.
    pub file: &'a MentorFile,
    /// Students now and before.
    pub matches: &'a [MatchSummary],
    /// Phones now and before.
    pub devices: &'a [DeviceSummary],
    /// What the phones sent and could not be read.
    pub unread: &'a [UnreadEntry],
    /// What they brought after the mentor had left.
    pub handed_in: &'a [HandedInEntry],
    /// The form that was not taken.
    pub refused: Option<(Form, &'a Fields, &'a Wrong)>,
}

impl<'a> MentorPage<'a> {
    /// A form as it stands on this page.
    pub(super) fn typed(&self, form: Form) -> Typed<'a> {
        let refused = self.refused.filter(|(refused, ..)| *refused == form);
        Typed {
            form: form.word(),
            fields: refused.map(|(_, fields, _)| fields),
            wrong: refused.map(|(.., wrong)| wrong),
        }
    }
}

/// One mentor.
pub fn one(words: Words, page: &MentorPage<'_>) -> Html<String> {
    let MentorPage { who, mentor, .. } = page;
    let state = mentor.facts.state(page.rules, page.today);
    let is_clear = mentor.facts.gaps(page.rules, page.today).is_empty();
    let body = rsx! {
        div { class: "page mentor",
            header { class: "head",
                div {
                    h1 { "{mentor.name}" }
                    p { class: "sub",
                        {list::badge(words, state)}
                        if let Some(kind) = mentor.facts.kind { " " {say!(words, "mentors-kind", word: kind.word())} " ·" }
                        " {page.school.name}"
                    }
                }
                {steps(words, who, "staff", rsx! {})}
            }
            main { id: "page",
                {gate(words, page, state)}
                {unread::unread(words, page)}
                {handed_in::handed_in(words, page)}
                // Whoever is clear is looked up for students and phones; whoever is not, for what is missing.
                if is_clear {
                    {students::students(words, page)}
                    {phones::phones(words, page)}
                }
                {ladder::ladder(words, page)}
                if !is_clear {
                    {students::students(words, page)}
                    {phones::phones(words, page)}
                }
                {file::documents(words, page)}
                {file::file(words, page)}
                {forms::decision(words, page)}
            }
        }
    };
    document(words, &mentor.name, &format!("/staff/mentors/{}", mentor.id), body)
}

/// Whether students reach the phone, and else what keeps them from it.
fn gate(words: Words, page: &MentorPage<'_>, state: MentorState) -> Element {
    let gaps = page.mentor.facts.gaps(page.rules, page.today);
    let decided = gaps.iter().find(|gap| matches!(gap, ClearanceGap::Left | ClearanceGap::Pause));
    let name = page.mentor.name.as_str();
    let open = page.mentor.facts.open_matches;
    rsx! {
        div { class: if gaps.is_empty() { "notice good section" } else { "notice section" }, "data-testid": "gate",
            if gaps.is_empty() {
                p { {say!(words, "mentors-clear", name: name)} }
            } else if let Some(gap) = decided {
                p { {say!(words, "mentors-decided", word: gap.word(), name: name, n: open)} }
            } else {
                p { {say!(words, "mentors-not-clear", name: name)} }
                ul {
                    for gap in &gaps {
                        li { {say!(words, "mentors-gap", word: gap.word())} }
                    }
                }
                if state == MentorState::Matched { p { {say!(words, "mentors-kept")} } }
            }
        }
    }
}
