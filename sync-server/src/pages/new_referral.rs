//! The form of a new referral, with what the directory has for what stands in the student's way.

use std::collections::BTreeSet;

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{
    BarrierFactor, ConsentBasis, NoteText, ReferralKind, ReferralStatus, SchoolDay, Urgency, UserId,
};
use dioxus::prelude::*;

use super::mentors::grade;
use super::referrals::{answer, consent, danger, refusal, who_and_when};
use super::{document, form_token, steps};
use crate::service::referral_form::{Fields, TO_CHARACTERS_MAX, Wrong};
use crate::store::asks::AskSummary;
use crate::store::resources::Resource;
use crate::store::sessions::SignedIn;
use crate::store::student_file::StudentFile;

/// What the page shows.
pub struct NewPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The student.
    pub file: &'a StudentFile,
    /// The mentor's request that it answers.
    pub ask: Option<&'a AskSummary>,
    /// Where it answers none: the requests about the student that wait, which it could answer.
    pub waiting: &'a [AskSummary],
    /// What stands in the student's way.
    pub in_the_way: &'a BTreeSet<BarrierFactor>,
    /// The directory.
    pub resources: &'a [Resource],
    /// Who may own it.
    pub owners: &'a [(UserId, String)],
    /// By when, unless another day is chosen.
    pub due: SchoolDay,
    /// A form that was not taken, as it was typed.
    pub typed: &'a Fields,
    /// Why it was not.
    pub wrong: Option<Wrong>,
}

impl NewPage<'_> {
    fn typed(&self, name: &str, otherwise: &str) -> String {
        self.typed.get(name).cloned().unwrap_or_else(|| otherwise.to_owned())
    }
    fn kind(&self) -> Option<ReferralKind> {
        self.ask.and_then(|ask| ReferralKind::of_ask(ask.kind))
    }
    /// Helps with what stands in the student's way, or with what was asked for.
    fn suggests(&self, resource: &Resource) -> bool {
        let wanted = self.kind().map(ReferralKind::factors).unwrap_or_default();
        let factors = &resource.facts.factors;
        factors.iter().any(|factor| self.in_the_way.contains(factor) || wanted.contains(factor))
    }
}

/// The whole page.
pub fn page(words: Words, page: &NewPage<'_>) -> Html<String> {
    let title = say!(words, "referral-new-title", student: page.file.name.as_str());
    let student = format!("/staff/students/{}", page.file.id);
    let here = match page.ask {
        Some(ask) => format!("/staff/referrals/new?match={}&ask={}", ask.match_id, ask.key),
        None => format!("/staff/referrals/new?student={}", page.file.id),
    };
    let back = rsx! { a { href: "{student}", {say!(words, "referral-to-student")} } };
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", {grade(words, page.file.grade.as_deref())} }
                }
                {steps(words, page.who, "", back)}
            }
            main { id: "page", class: "referral",
                {danger(words)}
                {refusal(words, page.wrong)}
                if let Some(ask) = page.ask {
                    {asked(words, ask)}
                }
                {waiting(words, page.waiting)}
                {form(words, page)}
            }
        }
    };
    document(words, &title, &here, body)
}

fn asked(words: Words, ask: &AskSummary) -> Element {
    let kind = say!(words, "ask-kind", word: ask.kind.word());
    rsx! {
        section { class: "ask section",
            h2 { {say!(words, "referral-from-ask", mentor: ask.mentor_name.as_str())} }
            p { "{kind}" }
            if let Some(text) = &ask.text { blockquote { "{text}" } }
        }
    }
}

/// Whoever helps without knowing that a mentor asked would leave the mentor waiting.
fn waiting(words: Words, asks: &[AskSummary]) -> Element {
    rsx! {
        for ask in asks {
            p { class: "notice", "data-testid": "waiting-ask",
                {say!(words, "referral-ask-waits", mentor: ask.mentor_name.as_str(), kind: say!(words, "ask-kind", word: ask.kind.word()))}
                " "
                a { href: "/staff/referrals/new?match={ask.match_id}&ask={ask.key}", {say!(words, "referral-ask-answer")} }
            }
        }
    }
}

fn form(words: Words, page: &NewPage<'_>) -> Element {
    let kind = page.typed("kind", page.kind().map(ReferralKind::word).unwrap_or_default());
    let urgency = page.typed("urgency", page.ask.map_or(Urgency::ThisWeek, |ask| ask.urgency).word());
    let status = page.typed("status", ReferralStatus::Draft.word());
    let (reason, note) = (page.typed("reason", ""), page.typed("note", ""));
    let me = (page.who.staff_id, page.who.name.as_str());
    let due = page.typed("due", &page.due.to_string());
    rsx! {
        form { class: "panel", method: "post", action: "/staff/referrals/new",
            {form_token(page.who)}
            input { r#type: "hidden", name: "student", value: "{page.file.id}" }
            if let Some(ask) = page.ask {
                input { r#type: "hidden", name: "match", value: "{ask.match_id}" }
                input { r#type: "hidden", name: "ask", value: "{ask.key}" }
            }
            div { class: "inline",
                label { class: "field", {say!(words, "referral-what")}
                    select { name: "kind", required: true,
                        option { value: "", {say!(words, "referral-choose")} }
                        for word in ReferralKind::ALL {
                            option { value: word.word(), selected: word.word() == kind, {say!(words, "referral-kind", word: word.word())} }
                        }
                    }
                }
                label { class: "field", {say!(words, "referral-urgency")}
                    select { name: "urgency",
                        for word in Urgency::ALL {
                            option { value: word.word(), selected: word.word() == urgency, {say!(words, "ask-urgency", word: word.word())} }
                        }
                    }
                }
            }
            {recipient(words, page)}
            label { class: "field", {say!(words, "referral-reason")}
                textarea { name: "reason", rows: "3", maxlength: "{NoteText::MAX_CHARACTERS}", "aria-describedby": "reason-hint", "{reason}" }
            }
            small { id: "reason-hint", {say!(words, "referral-reason-hint")} }
            {consent(words, &page.typed("consent", ConsentBasis::Awaited.word()))}
            {who_and_when(words, page.owners, me, page.typed, &due)}
            fieldset { class: "choices",
                legend { {say!(words, "referral-begin")} }
                for word in [ReferralStatus::Draft, ReferralStatus::Requested] {
                    label {
                        input { r#type: "radio", name: "status", value: word.word(), checked: word.word() == status }
                        {say!(words, "referral-begin-word", word: word.word())}
                    }
                }
            }
            label { class: "field", {say!(words, "referral-note")}
                textarea { name: "note", rows: "2", maxlength: "{NoteText::MAX_CHARACTERS}", "{note}" }
            }
            if page.ask.is_some() { {answer(words, page.typed)} }
            button { class: "btn", {say!(words, "referral-add")} }
        }
    }
}

fn recipient(words: Words, page: &NewPage<'_>) -> Element {
    let offered = page.resources.iter().filter(|resource| !resource.facts.retired);
    let (suggested, others): (Vec<_>, Vec<_>) = offered.partition(|resource| page.suggests(resource));
    let chosen = page.typed("resource", "");
    let to = page.typed("to", "");
    let group = |label: String, resources: Vec<&Resource>| {
        rsx! {
            if !resources.is_empty() {
                optgroup { label: "{label}",
                    for resource in resources {
                        option { value: "{resource.id}", selected: resource.id.to_string() == chosen, "{resource.facts.name}" }
                    }
                }
            }
        }
    };
    rsx! {
        div { class: "inline",
            label { class: "field", {say!(words, "referral-resource")}
                select { name: "resource",
                    option { value: "", {say!(words, "referral-resource-none")} }
                    {group(say!(words, "referral-suggested"), suggested)}
                    {group(say!(words, "referral-others"), others)}
                }
            }
            label { class: "field", {say!(words, "referral-to-other")}
                input { name: "to", value: "{to}", maxlength: "{TO_CHARACTERS_MAX}", autocomplete: "off" }
            }
        }
    }
}
