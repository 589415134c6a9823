//! One meeting: who was there, what held of the four checks, what was said to the agenda, what it came to.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{AgendaItem, MeetingCheck, NoteText, SchoolDay, UserId};
use dioxus::prelude::*;

use super::super::{document, form_token, steps};
use super::{Held, Typed, called, entry};
use crate::service::meeting::Names;
use crate::service::meeting_form::{NAME_CHARACTERS_MAX, OTHERS_CHARACTERS_MAX};
use crate::service::referral_form::Fields;
use crate::store::actions::ActionItem;
use crate::store::meetings::Decision;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page of a meeting shows.
pub struct RecordPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// The meeting.
    pub held: &'a Held,
    /// What it asked for.
    pub actions: &'a [&'a ActionItem],
    /// Who can have been there, and may own an action.
    pub people: &'a [(UserId, String)],
    /// Whose mentors are told of.
    pub leads: &'a [(UserId, String)],
    /// Who is who.
    pub names: &'a Names,
    /// An entry that was not taken.
    pub typed: Option<&'a Typed>,
    /// What was said of the meeting and not taken.
    pub refused: Option<&'a Fields>,
}

/// One meeting with its forms.
pub fn page(words: Words, page: &RecordPage<'_>) -> Html<String> {
    let meeting = &page.held.meeting;
    let title = say!(words, "meet-held", day: words.day_and_year(meeting.day));
    let address = format!("/team/meeting/{}", meeting.id);
    let more = rsx! {
        a { href: "/team/meeting?meeting={meeting.id}", {say!(words, "meet-packet")} }
        a { href: "{address}/minutes", {say!(words, "meet-minutes")} }
        a { href: "/team/meeting/past", {say!(words, "meet-past-step")} }
    };
    let of = entry::Of { who: page.who, meeting: meeting.id, due: meeting.day.plus(7), owners: page.people };
    let back = rsx! { input { r#type: "hidden", name: "from", value: "record" } };
    let typed = page.typed.filter(|typed| typed.student.is_none());
    let body = rsx! {
        div { class: "page meeting",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", "{page.school.name} · " {say!(words, "meet-as-of", day: words.day_and_year(meeting.as_of))} }
                }
                {steps(words, page.who, "meeting", more)}
            }
            main { id: "page", class: "record-forms",
                {facts_form(words, page, &address)}
                {agenda_forms(words, page, &address)}
                section { class: "section", id: "entries",
                    h2 { {say!(words, "meet-came-to-title")} }
                    {entries(words, page, true)}
                    div { class: "panel no-print",
                        h3 { {say!(words, "meet-for-school")} }
                        {entry::fields(words, &of, None, typed, back)}
                    }
                }
            }
        }
    };
    document(words, &title, &address, body)
}

/// Who led, who was there, what held.
fn facts_form(words: Words, page: &RecordPage<'_>, address: &str) -> Element {
    let facts = &page.held.meeting.facts;
    let typed = |name: &str, stored: String| match page.refused {
        Some(fields) => fields.get(name).cloned().unwrap_or_default(),
        None => stored,
    };
    let is_here = |id: UserId| match page.refused {
        Some(fields) => fields.contains_key(&format!("here_{id}")),
        None => facts.attended.contains(&id),
    };
    let holds = |check: MeetingCheck| match page.refused {
        Some(fields) => fields.contains_key(&format!("check_{check}")),
        None => facts.checks.contains(&check),
    };
    let chair = typed("chair", facts.chair.map(|id| id.to_string()).unwrap_or_default());
    let guest = if facts.chair.is_some() { String::new() } else { facts.chair_name.clone() };
    // Whoever has left since was there all the same, and stays ticked.
    let left = facts.attended.iter().zip(&page.held.meeting.attended_names);
    let left = left.filter(|(id, _)| !page.people.iter().any(|(known, _)| known == *id));
    let people: Vec<(UserId, String)> =
        page.people.iter().cloned().chain(left.map(|(id, name)| (*id, name.clone()))).collect();
    rsx! {
        form { class: "panel", method: "post", action: "{address}",
            h2 { {say!(words, "meet-who")} }
            {form_token(page.who)}
            if page.refused.is_some() {
                p { class: "notice bad", role: "alert", {say!(words, "meet-wrong", word: "too_long")} }
            }
            fieldset { class: "choices columns",
                legend { {say!(words, "meet-here")} }
                for (id, name) in people.iter() {
                    label {
                        input { r#type: "checkbox", name: "here_{id}", value: "yes", checked: is_here(*id) }
                        "{name}"
                    }
                }
            }
            label { class: "field", {say!(words, "meet-others")}
                input { name: "others", value: typed("others", facts.others.clone().unwrap_or_default()), maxlength: "{OTHERS_CHARACTERS_MAX}", autocomplete: "off" }
            }
            div { class: "inline",
                label { class: "field", {say!(words, "meet-chair")}
                    select { name: "chair",
                        option { value: "", {say!(words, "meet-chair-other")} }
                        for (id, name) in people.iter() {
                            option { value: "{id}", selected: id.to_string() == chair, "{name}" }
                        }
                    }
                }
                label { class: "field", {say!(words, "meet-chair-name")}
                    input { name: "chair_name", value: typed("chair_name", guest), maxlength: "{NAME_CHARACTERS_MAX}", autocomplete: "off" }
                }
            }
            fieldset { class: "choices",
                legend { {say!(words, "meet-checks")} }
                for check in MeetingCheck::ALL {
                    label {
                        input { r#type: "checkbox", name: "check_{check}", value: "yes", checked: holds(*check) }
                        {say!(words, "meet-check", word: check.word())}
                    }
                }
            }
            button { class: "btn", "data-testid": "say", {say!(words, "meet-who-do")} }
        }
    }
}

/// A note to each item; of the mentor leads, one each.
fn agenda_forms(words: Words, page: &RecordPage<'_>, address: &str) -> Element {
    let others = AgendaItem::ALL.iter().filter(|item| **item != AgendaItem::MentorLeads);
    rsx! {
        section { class: "panel", id: "leads",
            h2 { {say!(words, "meet-agenda-item", word: AgendaItem::MentorLeads.word())} }
            p { {say!(words, "meet-leads-says")} }
            for (id, name) in page.leads {
                {note_form(words, page, address, AgendaItem::MentorLeads, Some(*id), name)}
            }
            if page.leads.is_empty() {
                {note_form(words, page, address, AgendaItem::MentorLeads, None, &say!(words, "meet-agenda-item", word: AgendaItem::MentorLeads.word()))}
            }
        }
        section { class: "panel", id: "agenda",
            h2 { {say!(words, "meet-agenda-notes")} }
            for item in others {
                {note_form(words, page, address, *item, None, &say!(words, "meet-agenda-item", word: item.word()))}
            }
        }
    }
}

fn note_form(
    words: Words,
    page: &RecordPage<'_>,
    address: &str,
    item: AgendaItem,
    lead: Option<UserId>,
    label: &str,
) -> Element {
    let found = page.held.notes.iter().find(|note| note.item == item && note.lead == lead);
    let text = found.map(|note| note.text.as_str().to_owned()).unwrap_or_default();
    let form = rsx! {
        form { class: "inline note-form", method: "post", action: "{address}/notes",
            {form_token(page.who)}
            input { r#type: "hidden", name: "item", value: item.word() }
            if let Some(lead) = lead { input { r#type: "hidden", name: "lead", value: "{lead}" } }
            label { class: "field", "{label}"
                textarea { name: "text", rows: "2", maxlength: "{NoteText::MAX_CHARACTERS}", "{text}" }
            }
            button { class: "small-btn", "aria-label": say!(words, "meet-note-do-of", item: label), {say!(words, "meet-note-do")} }
        }
    };
    // The standing item is open; the others open when somebody has something to say.
    match item {
        AgendaItem::MentorLeads => form,
        _ => rsx! {
            details { open: found.is_some(),
                summary { "{label}" }
                {form}
            }
        },
    }
}

/// Decisions and actions; `forms`: with the way to take a decision back.
pub(super) fn entries(words: Words, page: &RecordPage<'_>, forms: bool) -> Element {
    let about = |student: Option<daymark_domain::StudentId>| match student {
        Some(id) => called(words, page.names, page.names.key(id).unwrap_or_default()),
        None => say!(words, "meet-the-school"),
    };
    let shown = super::actions::Shown { names: page.names, today: page.today, who: page.who };
    rsx! {
        h3 { {say!(words, "meet-decisions")} }
        if page.held.decisions.is_empty() { p { {say!(words, "meet-decisions-none")} } }
        ol { class: "history",
            for decision in &page.held.decisions {
                {decision_line(words, page, decision, &about(decision.student_id), forms)}
            }
        }
        h3 { {say!(words, "meet-actions")} }
        if page.actions.is_empty() {
            p { {say!(words, "meet-actions-none", word: "all")} }
        } else {
            {super::actions::table(words, page.actions, &shown)}
        }
    }
}

fn decision_line(
    words: Words,
    page: &RecordPage<'_>,
    decision: &Decision,
    about: &str,
    forms: bool,
) -> Element {
    let back = decision.taken_back_by.as_ref().map(|by| page.names.adult(by));
    // The minutes tell what stands.
    if back.is_some() && !forms {
        return rsx! {};
    }
    rsx! {
        li {
            span { class: "n", "{about}" }
            if page.names.is_public() {
                p { {say!(words, "meet-hidden")} }
            } else {
                p { class: if back.is_some() { "as-typed gone" } else { "as-typed" }, "{decision.text.as_str()}" }
            }
            small { {page.names.adult(&decision.by)} }
            match back {
                Some(by) => rsx! { span { class: "badge", {say!(words, "meet-taken-back", by: by)} } },
                None if forms => rsx! {
                    form { method: "post", action: "/team/meeting/{page.held.meeting.id}/decisions/{decision.id}/take-back",
                        {form_token(page.who)}
                        button { class: "small-btn", "aria-label": say!(words, "meet-take-back-of", student: about), {say!(words, "meet-take-back")} }
                    }
                },
                None => rsx! {},
            }
        }
    }
}
