//! Families' numbers: those that do not work, and one with what became of it and what can be done.

use axum::response::Html;
use daymark_components::{Words, apart, say};
use daymark_domain::{NoteText, NumberEvent, NumberSource, SchoolDay};
use dioxus::prelude::*;

use super::live::live;
use super::mentors::moment_at;
use super::{document, form_token, steps};
use crate::service::numbers::{DeadNumber, NumberWrong};
use crate::service::referral_form::Fields;
use crate::store::numbers::{NumberOf, NumberPast};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the list shows.
pub struct ListPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// What has to be repaired, by student.
    pub dead: &'a [DeadNumber],
    /// Now.
    pub now: i64,
}

/// The work list.
pub fn list(words: Words, page: &ListPage<'_>) -> Html<String> {
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { {say!(words, "numbers-title")} }
                    p { class: "sub", "{page.school.name} · " {say!(words, "numbers-count", n: page.dead.len())} }
                }
                {steps(words, page.who, "numbers", rsx! {})}
            }
            main { id: "page",
                p { class: "section", {say!(words, "numbers-lead")} }
                if page.dead.is_empty() {
                    p { class: "panel", "data-testid": "numbers-none", {say!(words, "numbers-none")} }
                } else {
                    div { class: "scroll section",
                        table { class: "week",
                            caption { class: "skip", {say!(words, "numbers-title")} }
                            thead {
                                tr {
                                    th { scope: "col", {say!(words, "numbers-col-student")} }
                                    th { scope: "col", {say!(words, "numbers-col-whose")} }
                                    th { scope: "col", {say!(words, "numbers-col-told")} }
                                    th { scope: "col", span { class: "heard", {say!(words, "numbers-col-do")} } }
                                }
                            }
                            tbody {
                                for dead in page.dead { {row(words, dead)} }
                            }
                        }
                    }
                }
                {live(words, page.school, page.now)}
            }
        }
    };
    document(words, &say!(words, "numbers-title"), "/staff/numbers", body)
}

fn row(words: Words, dead: &DeadNumber) -> Element {
    let of = &dead.of;
    rsx! {
        tr {
            th { scope: "row", a { class: "n", href: "/staff/students/{of.student_id}", "{of.student_name}" } }
            td { "data-label": say!(words, "numbers-col-whose"),
                "{whose(words, of)} "
                span { class: "num", {of.phone.clone().unwrap_or_else(|| say!(words, "contact-point-no-number"))} }
            }
            td { "data-label": say!(words, "numbers-col-told"), {told(words, dead)} }
            td {
                a { class: "small-btn", href: "/staff/numbers/{of.guardian_id}", "data-testid": "number-repair",
                    {say!(words, "numbers-repair")}
                    span { class: "heard", " {of.name}" }
                }
            }
        }
    }
}

fn whose(words: Words, of: &NumberOf) -> String {
    match &of.relation {
        Some(relation) => {
            let relation = say!(words, "relation", word: relation.to_lowercase(), written: relation.as_str());
            format!("{} · {relation}", apart(&of.name))
        }
        None => of.name.clone(),
    }
}

fn told(words: Words, dead: &DeadNumber) -> String {
    if let Some(last) = dead.reports.first() {
        let (n, day) = (dead.reports.len(), words.day_short(last.day));
        return say!(words, "numbers-told", n: n, mentor: last.mentor.as_str(), day: day);
    }
    let asked = dead.asks.first().map(|ask| ask.mentor_name.as_str()).unwrap_or_default();
    say!(words, "numbers-asked", mentor: asked)
}

/// One number.
pub struct OnePage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// The guardian with the number in force.
    pub of: &'a NumberOf,
    /// The same beside each student of theirs.
    pub theirs: &'a [NumberOf],
    /// What became of it, the latest first.
    pub past: &'a [NumberPast],
    /// What is open about it.
    pub dead: &'a [DeadNumber],
    /// What was typed and not taken.
    pub typed: &'a Fields,
    /// Why it was not taken.
    pub wrong: Option<NumberWrong>,
}

/// One number with its history and the form.
pub fn one(words: Words, page: &OnePage<'_>) -> Html<String> {
    let of = page.of;
    let back = rsx! { a { href: "/staff/numbers", {say!(words, "numbers-back")} } };
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { {say!(words, "number-title", name: of.name.as_str())} }
                    p { class: "sub", {whose(words, of)} }
                }
                {steps(words, page.who, "numbers", back)}
            }
            main { id: "page",
                div { class: "panel",
                    if let Some(restrictions) = &of.restrictions {
                        p { class: "late", {say!(words, "contact-point-restricted", what: restrictions.as_str())} }
                    }
                    p { class: "number-now", "data-testid": "number-now",
                        match &of.phone {
                            Some(phone) => rsx! { a { class: "num", href: "tel:{phone}", "{phone}" } },
                            None => rsx! { {say!(words, "contact-point-no-number")} },
                        }
                    }
                    for dead in page.dead {
                        p { class: "late", {told(words, dead)} }
                    }
                    p {
                        {say!(words, "number-students")} " "
                        for (n, student) in page.theirs.iter().enumerate() {
                            if n > 0 { ", " }
                            a { href: "/staff/students/{student.student_id}", "{student.student_name}" }
                        }
                    }
                    if of.hand_set { p { small { {say!(words, "number-hand-set")} } } }
                }
                {form(words, page)}
                {history(words, page)}
            }
        }
    };
    let here = format!("/staff/numbers/{}", of.guardian_id);
    document(words, &say!(words, "numbers-title"), &here, body)
}

fn form(words: Words, page: &OnePage<'_>) -> Element {
    let of = page.of;
    let typed = |name: &str| page.typed.get(name).cloned();
    let chosen = typed("what").unwrap_or_else(|| "replaced".into());
    let day = typed("day").unwrap_or_else(|| page.today.to_string());
    let source = typed("source").unwrap_or_default();
    let seen = page.past.first().map_or(0, |past| past.id);
    let offered = NumberEvent::BY_STAFF.into_iter().filter(|what| match what {
        NumberEvent::Released => of.hand_set,
        NumberEvent::Verified | NumberEvent::Retired => of.phone.is_some(),
        _ => true,
    });
    let wrong_at = |at: &[NumberWrong]| page.wrong.filter(|wrong| at.contains(wrong));
    rsx! {
        form { class: "panel number-form", method: "post", action: "/staff/numbers/{of.guardian_id}", "data-testid": "number-form",
            {form_token(page.who)}
            input { r#type: "hidden", name: "seen", value: "{seen}" }
            {wrong(words, wrong_at(&[NumberWrong::Moved]))}
            fieldset { class: "choices",
                legend { {say!(words, "number-what")} }
                {wrong(words, wrong_at(&[NumberWrong::What]))}
                for what in offered {
                    label {
                        input { r#type: "radio", name: "what", value: what.word(), checked: what.word() == chosen, "data-testid": "number-{what.word()}" }
                        {say!(words, "number-what-word", word: what.word())}
                    }
                }
            }
            {wrong(words, wrong_at(&[NumberWrong::Phone, NumberWrong::Same]))}
            label { class: "field", {say!(words, "number-new")}
                input { r#type: "tel", name: "phone", value: typed("phone").unwrap_or_default(), maxlength: "60", autocomplete: "off", "data-testid": "number-phone" }
            }
            {wrong(words, wrong_at(&[NumberWrong::Source, NumberWrong::Day]))}
            div { class: "inline",
                label { class: "field", {say!(words, "number-source")}
                    select { name: "source", required: true,
                        option { value: "", {say!(words, "referral-choose")} }
                        for word in NumberSource::ALL {
                            option { value: word.word(), selected: word.word() == source,
                                {say!(words, "number-source-word", word: word.word())}
                            }
                        }
                    }
                }
                label { class: "field", {say!(words, "number-day")}
                    input { r#type: "date", name: "day", value: "{day}", max: "{page.today}", required: true }
                }
            }
            if page.dead.iter().any(|dead| !dead.asks.is_empty()) {
                {wrong(words, wrong_at(&[NumberWrong::Answer]))}
                label { class: "field", {say!(words, "number-answer")}
                    textarea { name: "answer", rows: "2", maxlength: "{NoteText::MAX_CHARACTERS}", "aria-describedby": "number-answer-hint",
                        {typed("answer").unwrap_or_default()}
                    }
                }
                small { id: "number-answer-hint", {say!(words, "number-answer-hint")} }
            }
            button { class: "btn", "data-testid": "number-save", {say!(words, "number-save")} }
        }
    }
}

fn wrong(words: Words, wrong: Option<NumberWrong>) -> Element {
    rsx! {
        if let Some(wrong) = wrong {
            p { class: "late", role: "alert", {say!(words, "number-wrong", word: wrong.word())} }
        }
    }
}

fn history(words: Words, page: &OnePage<'_>) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "number-past")} }
            if page.past.is_empty() { p { {say!(words, "file-none")} } }
            ol { class: "history", "data-testid": "number-past",
                for past in page.past {
                    li { {past_line(words, page.school, past)} }
                }
            }
        }
    }
}

/// What happened, the number from then on, who says so.
pub(super) fn past_line(words: Words, school: &School, past: &NumberPast) -> Element {
    let source = past.source.map(|source| say!(words, "number-source-word", word: source.word()));
    let day = past.day.map(|day| words.day_and_year(day));
    let said: Vec<String> = [source, day].into_iter().flatten().collect();
    rsx! {
        span { class: "n", {say!(words, "number-past-word", word: past.what.word())} }
        if let Some(phone) = &past.phone { " · " span { class: "num", "{phone}" } }
        if !said.is_empty() { " · " {said.join(", ")} }
        small {
            if let Some(by) = &past.by { "{by}, " }
            {moment_at(words, school, past.at)}
        }
    }
}
