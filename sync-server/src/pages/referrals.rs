//! Referrals: the list by due day, one with its history and its next step, and whom to call when a child is in danger.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{
    ConsentBasis, NoteText, ReferralOutcome, ReferralStatus, SafetyContact, SchoolDay, UserId,
};
use dioxus::prelude::*;

use super::live::live;
use super::mentors::{grade, moment_at};
use super::{document, form_token, steps};
use crate::auth::permissions::{Does, may};
use crate::service::referral_form::{Fields, Wrong};
use crate::store::referrals::{Referral, ReferralStep};
use crate::store::resources::Resource;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// Which referrals are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Those that somebody still has to do something about.
    Open,
    /// All but mistakes.
    All,
    /// Those of one status.
    Only(ReferralStatus),
}

impl Filter {
    /// From an address; nothing means open.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "" | "open" => Some(Self::Open),
            "all" => Some(Self::All),
            word => word.parse().ok().map(Self::Only),
        }
    }
    /// As an address has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::All => "all",
            Self::Only(status) => status.word(),
        }
    }
    fn shows(self, status: ReferralStatus) -> bool {
        match self {
            Self::Open => status.is_open(),
            Self::All => status != ReferralStatus::EnteredInError,
            Self::Only(only) => status == only,
        }
    }
    fn every() -> impl Iterator<Item = Self> {
        [Self::Open, Self::All]
            .into_iter()
            .chain(ReferralStatus::ALL.iter().map(|status| Self::Only(*status)))
    }
}

/// What the list shows.
pub struct ListPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// Now.
    pub now: i64,
    /// Which.
    pub filter: Filter,
    /// All of the school, by due day.
    pub referrals: &'a [Referral],
}

/// The list: open ones before ended ones.
pub fn list(words: Words, page: &ListPage<'_>) -> Html<String> {
    let mut shown: Vec<_> =
        page.referrals.iter().filter(|referral| page.filter.shows(referral.now.state.status)).collect();
    // The sort is stable: within each half by due day.
    shown.sort_by_key(|referral| !referral.now.state.status.is_open());
    let overdue = shown.iter().filter(|referral| is_overdue(referral, page.today)).count();
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { {say!(words, "referrals-title")} }
                    p { class: "sub", "{page.school.name} · " {say!(words, "referrals-count", n: shown.len(), overdue: overdue)} }
                }
                {steps(words, page.who, "referrals", rsx! {})}
            }
            main { id: "page",
                {danger(words)}
                div { class: "referral-bar section",
                    if may(page.who.role, Does::Changes, "/staff/referrals/new") {
                        a { class: "btn", href: "/staff/students", {say!(words, "referrals-new")} }
                    }
                    a { href: "/staff/resources", {say!(words, "referrals-resources")} }
                    form { class: "inline", method: "get", action: "/staff/referrals",
                        label { class: "field", {say!(words, "referrals-filter")}
                            select { name: "status",
                                for filter in Filter::every() {
                                    option { value: filter.word(), selected: filter == page.filter,
                                        {say!(words, "referrals-filter-word", word: filter.word())}
                                    }
                                }
                            }
                        }
                        button { class: "small-btn", {say!(words, "referrals-filter-do")} }
                    }
                }
                if shown.is_empty() {
                    p { class: "section", {say!(words, "referrals-none")} }
                } else {
                    {table(words, &shown, page.today, true)}
                }
                {live(words, page.school, page.now)}
            }
        }
    };
    let here = format!("/staff/referrals?status={}", page.filter.word());
    document(words, &say!(words, "referrals-title"), &here, body)
}

/// Referrals in rows; `named`: with the student of each.
pub fn table(words: Words, referrals: &[&Referral], today: SchoolDay, named: bool) -> Element {
    rsx! {
        div { class: "scroll section",
            table { class: "referrals",
                caption { class: "skip", {say!(words, "referrals-title")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "referral-col-what")} }
                        if named { th { scope: "col", {say!(words, "referral-col-student")} } }
                        th { scope: "col", {say!(words, "referral-col-status")} }
                        th { scope: "col", {say!(words, "referral-owner")} }
                        th { scope: "col", {say!(words, "referral-due")} }
                    }
                }
                tbody {
                    for referral in referrals {
                        tr {
                            th { scope: "row",
                                a { href: "/staff/referrals/{referral.id}", {say!(words, "referral-kind", word: referral.kind.word())} }
                                small { "{referral.to}" }
                            }
                            if named {
                                td {
                                    a { href: "/staff/students/{referral.student_id}", "{referral.student_name}" }
                                    small { {grade(words, referral.grade.as_deref())} }
                                }
                            }
                            td { {status(words, &referral.now)} }
                            td { "{referral.now.owner_name}" }
                            td { {due(words, referral, today)} }
                        }
                    }
                }
            }
        }
    }
}

/// Somebody ought to have done something by now.
pub fn is_overdue(referral: &Referral, today: SchoolDay) -> bool {
    let state = &referral.now.state;
    state.status.is_open() && state.due.is_some_and(|due| due < today)
}

fn status(words: Words, step: &ReferralStep) -> Element {
    let state = &step.state;
    let colour = match state.status {
        ReferralStatus::Completed => "leaf",
        status if status.is_open() => "sky",
        _ => "",
    };
    rsx! {
        span { class: "badge {colour}", {say!(words, "referral-status", word: state.status.word())} }
        if let Some(outcome) = state.outcome {
            small { {say!(words, "referral-outcome-word", word: outcome.word())} }
        }
    }
}

fn due(words: Words, referral: &Referral, today: SchoolDay) -> Element {
    let Some(due) = referral.now.state.due else { return rsx! { {say!(words, "referral-due-none")} } };
    let day = words.day_short(due);
    match is_overdue(referral, today) {
        true => rsx! { span { class: "late", {say!(words, "referral-overdue", day: day)} } },
        false => rsx! { "{day}" },
    }
}

/// A child in danger is no referral.
pub fn danger(words: Words) -> Element {
    rsx! {
        p { class: "notice danger",
            {say!(words, "danger-not-here")} " "
            a { href: "/staff/safety", {say!(words, "danger-whom")} }
        }
    }
}

/// What one referral's page shows.
pub struct OnePage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// The referral.
    pub referral: &'a Referral,
    /// Its steps, the latest first.
    pub steps: &'a [ReferralStep],
    /// The directory.
    pub resources: &'a [Resource],
    /// Who may own it.
    pub owners: &'a [(UserId, String)],
    /// A form that was not taken, as it was typed.
    pub typed: &'a Fields,
    /// Why it was not.
    pub wrong: Option<Wrong>,
}

/// One referral.
pub fn one(words: Words, page: &OnePage<'_>) -> Html<String> {
    let referral = page.referral;
    let title = say!(words, "referral-kind", word: referral.kind.word());
    let address = format!("/staff/referrals/{}", referral.id);
    let grade = grade(words, referral.grade.as_deref());
    let back = rsx! { a { href: "/staff/referrals", {say!(words, "referral-back")} } };
    let has_next = !referral.now.state.status.next().is_empty();
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub",
                        a { href: "/staff/students/{referral.student_id}", "{referral.student_name}" } " · {grade}"
                    }
                }
                {steps(words, page.who, "", back)}
            }
            main { id: "page", class: "referral",
                {refusal(words, page.wrong)}
                {facts(words, page)}
                if has_next && may(page.who.role, Does::Changes, "/staff/referrals/{referral}") {
                    {step_form(words, page, &address)}
                }
                {history(words, page)}
            }
        }
    };
    document(words, &title, &address, body)
}

/// Why a form was not taken.
pub fn refusal(words: Words, wrong: Option<Wrong>) -> Element {
    rsx! {
        if let Some(wrong) = wrong {
            p { class: "notice bad", role: "alert", {say!(words, "referral-wrong", word: wrong.word())} }
        }
    }
}

fn facts(words: Words, page: &OnePage<'_>) -> Element {
    let referral = page.referral;
    let resource = referral.resource.and_then(|id| page.resources.iter().find(|resource| resource.id == id));
    let phone = resource.and_then(|resource| resource.facts.phone.as_deref());
    rsx! {
        dl { class: "facts panel",
            dt { {say!(words, "referral-to")} }
            dd {
                "{referral.to}"
                if let Some(phone) = phone { " · " span { class: "num", "{phone}" } }
            }
            dt { {say!(words, "referral-urgency")} }
            dd { {say!(words, "ask-urgency", word: referral.urgency.word())} }
            dt { {say!(words, "referral-consent")} }
            dd { {say!(words, "referral-consent-word", word: referral.now.state.consent.word())} }
            dt { {say!(words, "referral-col-status")} }
            dd { {status(words, &referral.now)} }
            dt { {say!(words, "referral-owner")} }
            dd { "{referral.now.owner_name}" }
            dt { {say!(words, "referral-due")} }
            dd { {due(words, referral, page.today)} }
            if let Some(reason) = &referral.reason {
                dt { {say!(words, "referral-reason")} }
                dd { class: "as-typed", "{reason}" }
            }
            if referral.ask.is_some() {
                dt { {say!(words, "referral-asked")} }
                dd { {say!(words, "referral-asked-says")} }
            }
        }
    }
}

fn step_form(words: Words, page: &OnePage<'_>, address: &str) -> Element {
    let state = &page.referral.now.state;
    let typed = |name: &str, stored: String| page.typed.get(name).cloned().unwrap_or(stored);
    let chosen = typed("status", state.status.word().to_owned());
    let outcome =
        typed("outcome", state.outcome.map(|outcome| outcome.word().to_owned()).unwrap_or_default());
    let due = typed("due", state.due.map(|day| day.to_string()).unwrap_or_default());
    let note = typed("note", String::new());
    let possible = std::iter::once(&state.status).chain(state.status.next());
    rsx! {
        form { class: "panel", method: "post", action: "{address}",
            h2 { {say!(words, "referral-step")} }
            {form_token(page.who)}
            input { r#type: "hidden", name: "from", value: state.status.word() }
            div { class: "inline",
                label { class: "field", {say!(words, "referral-step-status")}
                    select { name: "status",
                        for status in possible {
                            option { value: status.word(), selected: status.word() == chosen,
                                {say!(words, "referral-status", word: status.word())}
                            }
                        }
                    }
                }
                label { class: "field", {say!(words, "referral-outcome")}
                    select { name: "outcome",
                        option { value: "", {say!(words, "referral-outcome-none")} }
                        for word in ReferralOutcome::ALL {
                            option { value: word.word(), selected: word.word() == outcome,
                                {say!(words, "referral-outcome-word", word: word.word())}
                            }
                        }
                    }
                }
            }
            {who_and_when(words, page.owners, (state.owner, &page.referral.now.owner_name), page.typed, &due)}
            {consent(words, &typed("consent", state.consent.word().to_owned()))}
            label { class: "field", {say!(words, "referral-note")}
                textarea { name: "note", rows: "3", maxlength: "{NoteText::MAX_CHARACTERS}", "{note}" }
            }
            if page.referral.ask.is_some() {
                {answer(words, page.typed)}
            }
            button { class: "btn", {say!(words, "referral-step-do")} }
        }
    }
}

/// Who sees to it, and by when. Who owns it stays on the list even after leaving.
pub fn who_and_when(
    words: Words,
    owners: &[(UserId, String)],
    owner: (UserId, &str),
    typed: &Fields,
    due: &str,
) -> Element {
    let chosen = typed.get("owner").cloned().unwrap_or_else(|| owner.0.to_string());
    let has_left = !owners.iter().any(|(id, _)| *id == owner.0);
    rsx! {
        div { class: "inline",
            label { class: "field", {say!(words, "referral-owner")}
                select { name: "owner",
                    if has_left { option { value: "{owner.0}", selected: true, "{owner.1}" } }
                    for (id, name) in owners {
                        option { value: "{id}", selected: id.to_string() == chosen, "{name}" }
                    }
                }
            }
            label { class: "field", {say!(words, "referral-due")}
                input { r#type: "date", name: "due", value: "{due}" }
            }
        }
    }
}

/// What allows others to be told.
pub fn consent(words: Words, chosen: &str) -> Element {
    rsx! {
        label { class: "field", {say!(words, "referral-consent")}
            select { name: "consent", "aria-describedby": "consent-hint",
                for basis in ConsentBasis::ALL {
                    option { value: basis.word(), selected: basis.word() == chosen,
                        {say!(words, "referral-consent-word", word: basis.word())}
                    }
                }
            }
        }
        small { id: "consent-hint", {say!(words, "referral-consent-hint")} }
    }
}

/// What the mentor who asked reads.
pub fn answer(words: Words, typed: &Fields) -> Element {
    let text = typed.get("answer").cloned().unwrap_or_default();
    rsx! {
        label { class: "field", {say!(words, "referral-answer")}
            textarea {
                name: "answer",
                rows: "2",
                maxlength: "{NoteText::MAX_CHARACTERS}",
                "aria-describedby": "answer-hint",
                "{text}"
            }
        }
        small { id: "answer-hint", {say!(words, "referral-answer-hint")} }
    }
}

fn history(words: Words, page: &OnePage<'_>) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "referral-history")} }
            ol { class: "history",
                for step in page.steps {
                    li {
                        {status(words, step)}
                        small {
                            {say!(words, "referral-step-by", by: step.by.as_str(), moment: moment_at(words, page.school, step.at), owner: step.owner_name.as_str())}
                        }
                        if let Some(note) = &step.state.note {
                            p { class: "as-typed", "{note.as_str()}" }
                        }
                    }
                }
            }
        }
    }
}

/// Whom to call when a child may be in danger.
pub fn safety(words: Words, who: &SignedIn, contacts: &[SafetyContact]) -> Html<String> {
    let title = say!(words, "staff-safety-title");
    let body = rsx! {
        div { class: "page narrow",
            header { class: "head",
                h1 { "{title}" }
                {steps(words, who, "", rsx! { a { href: "/staff/referrals", {say!(words, "referral-back")} } })}
            }
            main { id: "page",
                p { class: "section", {say!(words, "staff-safety-call")} }
                if contacts.is_empty() {
                    p { class: "notice bad", {say!(words, "danger-none")} }
                }
                ol { class: "history",
                    for contact in contacts {
                        li {
                            span { class: "n", "{contact.name}" }
                            if let Some(role) = &contact.role { small { "{role}" } }
                            a { class: "num", href: "tel:{contact.phone}", "{contact.phone}" }
                        }
                    }
                }
                p { class: "section", {say!(words, "danger-not-written")} }
            }
        }
    };
    document(words, &title, "/staff/safety", body)
}
