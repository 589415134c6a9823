//! What the school's server did not take, with what can be done about it; and what befell the data on this phone.

use daymark_components::{Words, say};
use daymark_domain::CalendarMark;
use daymark_mentor_core::api::{
    DamageView, RefusalReason, Reply, Request, SetAsideRow, SetAsideView, SetAsideWhat,
};
use dioxus::prelude::*;

use crate::parts::use_view;
use crate::phone::{unexpected, use_phone, use_words};
use crate::voice;

#[component]
pub fn SetAside() -> Element {
    let phone = use_phone();
    let view = use_view(move || async move {
        match phone.ask(Request::SetAside).await? {
            Reply::SetAside(view) => Ok(view),
            _ => Err(unexpected()),
        }
    });
    match &*view.read() {
        Some(Ok(SetAsideView { rows, damage })) => rsx! {
            if let Some(damage) = *damage { Damaged { damage } }
            if !rows.is_empty() { Rows { rows: rows.clone() } }
        },
        // The page's other parts say when nothing can be read.
        _ => rsx! {},
    }
}

#[component]
fn Damaged(damage: DamageView) -> Element {
    let phone = use_phone();
    let words = use_words();
    let read = move |_| async move {
        if phone.ask(Request::ReadDamage).await.is_ok() {
            phone.look_again();
        }
    };
    let at = say!(words, "kept-when", day: words.day_short(damage.at.day), time: words.time_of_minute(damage.at.minute));
    rsx! {
        div { class: "notice bad stack", "data-testid": "damaged",
            p { {say!(words, "damaged", at: at)} }
            p { "{rescued(words, damage)}" }
            button { r#type: "button", class: "btn quiet", "data-testid": "damage-read", onclick: read, {say!(words, "damaged-read")} }
        }
    }
}

fn rescued(words: Words, damage: DamageView) -> String {
    match damage {
        DamageView { paired: false, .. } => say!(words, "damaged-pair-again"),
        DamageView { lost: 0, rescued, .. } => say!(words, "damaged-rescued", n: rescued),
        DamageView { lost, .. } => say!(words, "damaged-lost", n: lost),
    }
}

#[component]
fn Rows(rows: Vec<SetAsideRow>) -> Element {
    let words = use_words();
    rsx! {
        h2 { class: "sec", {say!(words, "set-aside-title")} }
        p { class: "card quiet-text", {say!(words, "set-aside-lead")} }
        for row in rows { Refused { key: "{row.id}", row } }
    }
}

#[component]
fn Refused(row: SetAsideRow) -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut sure = use_signal(|| false);
    let mut failure = use_signal(|| None::<String>);
    let id = row.id;
    let does = move |request: Request| async move {
        match phone.ask(request).await {
            Ok(_) => phone.look_again(),
            Err(wrong) => failure.set(Some(voice::failure(words, &wrong))),
        }
    };
    let discards = move |_| async move {
        if *sure.peek() {
            does(Request::DiscardSetAside { id }).await;
        } else {
            sure.set(true);
        }
    };
    let text = match &row.what {
        Some(SetAsideWhat::Entry { what, .. }) => voice::note(what).map(str::to_owned),
        _ => None,
    };
    let again = row.reason == RefusalReason::NotUnderstood && row.what.is_some() && row.student.is_some();
    rsx! {
        div { class: "card stack", "data-testid": "set-aside",
            p { class: "who", "{title(words, &row)}" }
            if let Some(text) = text { p { class: "say note", "{text}" } }
            if row.what.is_some() { p { class: "quiet-text", "{reason(words, row.reason)}" } }
            if let Some(failure) = failure.read().clone() { p { class: "notice bad", role: "alert", "{failure}" } }
            if again {
                button { r#type: "button", class: "btn", "data-testid": "write-again",
                    onclick: move |_| does(Request::WriteAgain { id }),
                    {say!(words, "set-aside-again")}
                }
            }
            button { r#type: "button", class: "btn quiet", "data-testid": "discard", onclick: discards,
                if *sure.read() { {say!(words, "set-aside-discard-sure")} } else { {say!(words, "set-aside-discard")} }
            }
        }
    }
}

/// "Amir Example, Tue 14 October: Note for the team".
fn title(words: Words, row: &SetAsideRow) -> String {
    let student = row.student.clone().unwrap_or_else(|| say!(words, "set-aside-gone"));
    let first_name = voice::first_word(&student);
    let (day, what) = match &row.what {
        None => return say!(words, "set-aside-unreadable", student: student),
        Some(SetAsideWhat::Entry { day, what, .. }) => (day, voice::done(words, what, None, first_name)),
        Some(SetAsideWhat::TakingBack { day }) => (day, say!(words, "set-aside-taking-back")),
        Some(SetAsideWhat::Mark { day, mark: CalendarMark::Present }) => (day, say!(words, "set-aside-sun")),
        Some(SetAsideWhat::NotShown { day }) => (day, say!(words, "set-aside-not-shown")),
        Some(SetAsideWhat::Mark { day, mark: CalendarMark::Cleared }) => {
            (day, say!(words, "set-aside-no-sun"))
        }
    };
    say!(words, "set-aside-what", student: student, day: words.day_short(*day), what: what)
}

fn reason(words: Words, reason: RefusalReason) -> String {
    match reason {
        RefusalReason::NotYourStudent => say!(words, "set-aside-not-your-student"),
        RefusalReason::AnotherMentors => say!(words, "set-aside-anothers"),
        RefusalReason::TooLong => say!(words, "set-aside-too-long"),
        RefusalReason::NotUnderstood => say!(words, "set-aside-not-understood"),
    }
}
