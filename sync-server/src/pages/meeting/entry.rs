//! A decision or an action, written down beside what it is about: one text, two buttons.

use daymark_components::{Words, say};
use daymark_domain::{MeetingId, NoteText, SchoolDay, StudentId, UserId};
use dioxus::prelude::*;

use super::super::form_token;
use super::{Held, MeetingPage, Typed};
use crate::service::meeting_form::Wrong;
use crate::store::sessions::SignedIn;

/// The form of a student's row, or of the school.
pub fn form(words: Words, page: &MeetingPage<'_>, held: &Held, student: Option<StudentId>) -> Element {
    let typed = page.typed.filter(|typed| typed.student == student);
    let more = rsx! {
        input { r#type: "hidden", name: "sort", value: page.address.sort.word() }
        if let Some(day) = page.address.as_of {
            input { r#type: "hidden", name: "as_of", value: "{day}" }
        }
        if let Some(id) = page.address.meeting {
            input { r#type: "hidden", name: "meeting", value: "{id}" }
        }
    };
    let of =
        Of { who: page.who, meeting: held.meeting.id, due: held.meeting.day.plus(7), owners: page.owners };
    rsx! {
        details { class: "entry no-print", open: typed.is_some(),
            summary { "data-testid": "entry", {say!(words, "meet-entry")} }
            {fields(words, &of, student, typed, more)}
        }
    }
}

/// Whose form it is.
pub struct Of<'a> {
    /// Whoever writes.
    pub who: &'a SignedIn,
    /// In which meeting.
    pub meeting: MeetingId,
    /// When an action is due unless another day is chosen.
    pub due: SchoolDay,
    /// Who may own one.
    pub owners: &'a [(UserId, String)],
}

/// The form itself; `more`: what brings the person back to where they were.
pub fn fields(
    words: Words,
    of: &Of<'_>,
    student: Option<StudentId>,
    typed: Option<&Typed>,
    more: Element,
) -> Element {
    let wrong = typed.map(|typed| typed.wrong);
    let value = |name: &str, otherwise: String| {
        typed.and_then(|typed| typed.fields.get(name).cloned()).unwrap_or(otherwise)
    };
    let text = value("text", String::new());
    let (owner, due) = (value("owner", of.who.staff_id.to_string()), value("due", of.due.to_string()));
    let at = |field: &str| wrong.filter(|wrong| wrong.field() == field);
    rsx! {
        form { class: "entry-form", method: "post", action: "/team/meeting/{of.meeting}/entries",
            {form_token(of.who)}
            {more}
            if let Some(student) = student {
                input { r#type: "hidden", name: "student", value: "{student}" }
            }
            label { class: "field wide", {say!(words, "meet-entry-text")}
                {said(words, at("text"))}
                textarea {
                    name: "text",
                    rows: "2",
                    maxlength: "{NoteText::MAX_CHARACTERS}",
                    "aria-invalid": at("text").map(|_| "true"),
                    "data-testid": "entry-text",
                    "{text}"
                }
            }
            button { class: "small-btn", name: "what", value: "decision", "data-testid": "decision", {say!(words, "meet-entry-decision")} }
            {who(words, of.owners, &owner, at("owner"))}
            {when(words, &due, at("due"))}
            button { class: "small-btn", name: "what", value: "action", "data-testid": "action", {say!(words, "meet-entry-action")} }
            {said(words, at("state"))}
        }
    }
}

/// Who does it.
pub fn who(words: Words, owners: &[(UserId, String)], chosen: &str, wrong: Option<Wrong>) -> Element {
    rsx! {
        label { class: "field", {say!(words, "meet-owner")}
            {said(words, wrong)}
            select { name: "owner", "aria-invalid": wrong.map(|_| "true"),
                option { value: "", {say!(words, "meet-owner-none")} }
                for (id, name) in owners {
                    option { value: "{id}", selected: id.to_string() == chosen, "{name}" }
                }
            }
        }
    }
}

/// By when.
pub fn when(words: Words, due: &str, wrong: Option<Wrong>) -> Element {
    rsx! {
        label { class: "field", {say!(words, "meet-due")}
            {said(words, wrong)}
            input { r#type: "date", name: "due", value: "{due}", "aria-invalid": wrong.map(|_| "true") }
        }
    }
}

/// What is wrong, at the field.
pub fn said(words: Words, wrong: Option<Wrong>) -> Element {
    rsx! {
        if let Some(wrong) = wrong {
            span { class: "late said", role: "alert", {say!(words, "meet-wrong", word: wrong.word())} }
        }
    }
}

/// What this meeting has come to about a student, or about the school.
pub fn come_to(words: Words, page: &MeetingPage<'_>, held: &Held, student: Option<StudentId>) -> Element {
    let decisions = held.decisions.iter().filter(|of| of.student_id == student && of.taken_back_by.is_none());
    let decisions: Vec<_> = decisions.collect();
    let asked = |of: &&crate::store::actions::ActionItem| {
        of.student_id == student && of.meeting == Some(held.meeting.id)
    };
    let actions: Vec<_> = page.actions.iter().filter(asked).collect();
    if page.names.is_public() || (decisions.is_empty() && actions.is_empty()) {
        return rsx! {};
    }
    rsx! {
        ul { class: "come-to",
            for decision in decisions {
                li { span { class: "badge leaf", {say!(words, "meet-decision")} } " {decision.text.as_str()}" }
            }
            for action in actions {
                li {
                    span { class: "badge sky", {say!(words, "meet-action")} } " "
                    a { href: "/team/actions/{action.id}", "{action.text.as_str()}" }
                    " · {action.now.owner_name}, {words.day_short(action.now.now.due)}"
                }
            }
        }
    }
}
