//! Where help is to be had: the directory, and the form of one entry with its earlier versions.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{BarrierCategory, BarrierFactor, ResourceId, SchoolDay};
use dioxus::prelude::*;

use super::mentors::moment_at;
use super::{document, form_token, steps};
use crate::auth::permissions::{Does, may};
use crate::store::resources::{Resource, ResourceFacts};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// A line.
pub const FIELD_CHARACTERS_MAX: usize = 200;
/// A number that nobody tried for so long may be another's by now.
const STALE_AFTER_DAYS: u64 = 180;

/// The directory.
pub fn list(
    words: Words,
    who: &SignedIn,
    school: &School,
    today: SchoolDay,
    resources: &[Resource],
) -> Html<String> {
    let title = say!(words, "resources-title");
    let may_change = may(who.role, Does::Changes, "/staff/resources/{resource}");
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", "{school.name}" }
                }
                {steps(words, who, "", rsx! { a { href: "/staff/referrals", {say!(words, "referral-back")} } })}
            }
            main { id: "page",
                p { class: "section", {say!(words, "resources-lead")} }
                if may_change {
                    p { class: "section referral-bar", a { class: "btn", href: "/staff/resources/new", {say!(words, "resources-new")} } }
                }
                if resources.is_empty() {
                    p { class: "section", {say!(words, "resources-none")} }
                }
                ul { class: "resources section",
                    for resource in resources {
                        {item(words, resource, today, may_change)}
                    }
                }
            }
        }
    };
    document(words, &title, "/staff/resources", body)
}

fn item(words: Words, resource: &Resource, today: SchoolDay, may_change: bool) -> Element {
    let ResourceFacts { name, factors, eligibility, hours, phone, verified, retired } = &resource.facts;
    let stale = verified.is_none_or(|day| day.plus(STALE_AFTER_DAYS) < today);
    rsx! {
        li { class: "panel",
            h2 {
                if may_change { a { href: "/staff/resources/{resource.id}", "{name}" } } else { "{name}" }
                if *retired { " " span { class: "badge", {say!(words, "resource-retired")} } }
            }
            p { class: "tags",
                for factor in factors {
                    span { class: "badge sky", {say!(words, "barrier-factor", word: factor.word())} }
                }
            }
            if let Some(phone) = phone { p { a { class: "num", href: "tel:{phone}", "{phone}" } } }
            if let Some(hours) = hours { p { "{hours}" } }
            if let Some(eligibility) = eligibility { p { {say!(words, "resource-for", whom: eligibility.as_str())} } }
            small { class: if stale { "late" },
                match verified {
                    Some(day) => say!(words, "resource-verified", day: words.day_and_year(*day)),
                    None => say!(words, "resource-not-verified"),
                }
            }
        }
    }
}

/// What the form shows.
pub struct FormPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// Which; none: a new one.
    pub id: Option<ResourceId>,
    /// As stored or as typed.
    pub facts: &'a ResourceFacts,
    /// Every version, the latest first.
    pub versions: &'a [Resource],
    /// The form was not taken.
    pub wrong: bool,
}

/// The form of one.
pub fn form(words: Words, page: &FormPage<'_>) -> Html<String> {
    let title = match page.id {
        Some(_) => say!(words, "resource-change"),
        None => say!(words, "resources-new"),
    };
    let address = match page.id {
        Some(id) => format!("/staff/resources/{id}"),
        None => "/staff/resources/new".to_owned(),
    };
    let back = rsx! { a { href: "/staff/resources", {say!(words, "resource-back")} } };
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                h1 { "{title}" }
                {steps(words, page.who, "", back)}
            }
            main { id: "page",
                if page.wrong {
                    p { class: "notice bad", role: "alert", {say!(words, "resource-wrong", max: FIELD_CHARACTERS_MAX)} }
                }
                {fields(words, page, &address)}
                if page.versions.len() > 1 {
                    {history(words, page)}
                }
            }
        }
    };
    document(words, &title, &address, body)
}

fn fields(words: Words, page: &FormPage<'_>, address: &str) -> Element {
    let ResourceFacts { name, eligibility, hours, phone, verified, retired, .. } = page.facts;
    let verified = verified.map(|day| day.to_string()).unwrap_or_default();
    let line = |label: String, name: &'static str, value: &str| {
        rsx! {
            label { class: "field", "{label}"
                input { name, value: "{value}", maxlength: "{FIELD_CHARACTERS_MAX}", autocomplete: "off", required: name == "name" }
            }
        }
    };
    rsx! {
        form { class: "panel", method: "post", action: "{address}",
            {form_token(page.who)}
            {line(say!(words, "resource-name"), "name", name)}
            fieldset { class: "factors",
                legend { {say!(words, "resource-factors")} }
                for category in [BarrierCategory::Barrier, BarrierCategory::Aversion, BarrierCategory::Disengagement, BarrierCategory::Misconception] {
                    div { class: "choices",
                        for factor in BarrierFactor::ALL.iter().filter(|factor| factor.category() == category) {
                            label {
                                input {
                                    r#type: "checkbox",
                                    name: "factor_{factor.word()}",
                                    value: "yes",
                                    checked: page.facts.factors.contains(factor),
                                }
                                {say!(words, "barrier-factor", word: factor.word())}
                            }
                        }
                    }
                }
            }
            {line(say!(words, "resource-eligibility"), "eligibility", eligibility.as_deref().unwrap_or_default())}
            {line(say!(words, "resource-hours"), "hours", hours.as_deref().unwrap_or_default())}
            {line(say!(words, "resource-phone"), "phone", phone.as_deref().unwrap_or_default())}
            label { class: "field", {say!(words, "resource-verified-day")}
                input { r#type: "date", name: "verified", value: "{verified}" }
            }
            if page.id.is_some() {
                p { class: "choices",
                    label {
                        input { r#type: "checkbox", name: "retired", value: "yes", checked: *retired }
                        {say!(words, "resource-retire")}
                    }
                }
            }
            button { class: "btn", {say!(words, "resource-save")} }
        }
    }
}

fn history(words: Words, page: &FormPage<'_>) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "resource-history")} }
            ol { class: "history",
                for version in page.versions {
                    li {
                        span { class: "n", "{version.facts.name}" }
                        if let Some(phone) = &version.facts.phone { span { class: "num", " · {phone}" } }
                        if let Some(hours) = &version.facts.hours { " · {hours}" }
                        small {
                            {say!(words, "resource-saved-by", by: version.by.as_str(), moment: moment_at(words, page.school, version.at))}
                        }
                    }
                }
            }
        }
    }
}
