//! The work's own hours, for the phone's calendar. Nobody's name goes with them.

use daymark_components::{Words, say};
use daymark_mentor_core::api::{Failure, Reply, Request};
use dioxus::prelude::*;

use crate::parts::{Waiting, use_view};
use crate::phone::{Phone, unexpected, use_phone, use_words};
use crate::reminders::{self, Occasion, Plan, Reminder, SchoolDays};
use crate::shell::{Given, Notices};

/// Said as a value: only then can a test find what to tap.
const FILE: &str = "reminders-file";

/// What the choices are made from.
#[derive(Clone, PartialEq)]
struct Read {
    plan: Plan,
    days: SchoolDays,
}

async fn read(phone: Phone) -> Result<Read, Failure> {
    let Reply::Today(today) = phone.ask(Request::Today).await? else { return Err(unexpected()) };
    let mut shown = phone.today;
    shown.set(Some(today.day));
    let days = reminders::school_days(phone, today.day).await?;
    Ok(Read { plan: Plan::kept(phone, today.bell_minute), days })
}

#[component]
pub fn Reminders() -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut view = use_view(move || read(phone));
    let known = view.read();
    let failure = known.as_ref().and_then(|read| read.as_ref().err()).cloned();
    rsx! {
        h2 { class: "sec", {say!(words, "reminders-title")} }
        match known.as_ref().and_then(|read| read.as_ref().ok()) {
            None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
            Some(read) => rsx! { Choices { read: read.clone() } },
        }
    }
}

#[component]
fn Choices(read: Read) -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut given = use_signal(|| None::<Given>);
    // Held here, so that the next tap finds each choice made, however soon it comes.
    let mut chosen = use_signal(|| read.plan);
    let change = move |changed: Reminder| {
        let with_it = chosen.peek().with(phone, changed);
        chosen.set(with_it);
        given.set(None);
        spawn(reminders::plan_today(phone));
    };
    let file = {
        let days = read.days.clone();
        move |_| {
            // Made before anything is awaited: a browser shares only what follows at once from a tap.
            let giving = phone.shell().give(reminders::file(phone, *chosen.peek(), &days));
            async move {
                let outcome = giving.await;
                if let Some(said) = outcome_says(words, &outcome) {
                    phone.say(said);
                }
                given.set(Some(outcome));
            }
        }
    };
    let plan = *chosen.read();
    let said = given.read().as_ref().and_then(|outcome| outcome_says(words, outcome));
    let failed = matches!(*given.read(), Some(Given::Failed(_)));
    rsx! {
        div { class: "card stack",
            p { {say!(words, "reminders-lead")} }
            for reminder in plan.0 {
                Choice { key: "{reminder.occasion.word()}", reminder, on_change: change }
            }
            p { class: "quiet-text", "data-testid": "reminder-days", "{which_days(words, &read.days)}" }
            button { r#type: "button", class: "btn quiet", "data-testid": FILE, disabled: plan.wanted().next().is_none(),
                onclick: file, {say!(words, "reminders-file")} }
            if let Some(said) = said {
                p { class: if failed { "notice bad" } else { "notice good" }, "data-testid": "reminders-given", "{said}" }
            }
            NoticeChoice {}
        }
    }
}

/// One reminder: wanted or not, and when.
#[component]
fn Choice(reminder: Reminder, on_change: EventHandler<Reminder>) -> Element {
    let words = use_words();
    let (occasion, name) = (reminder.occasion, reminder.occasion.name(words));
    let hook = occasion.word();
    let chosen = move |event: FormEvent| {
        let minute = event.value().parse().ok().filter(|minute| occasion.times().any(|time| time == *minute));
        if let Some(minute) = minute {
            on_change.call(Reminder { minute, ..reminder });
        }
    };
    rsx! {
        fieldset { class: "reminder",
            legend { class: "heard", "{name}" }
            label { class: "switch",
                input { r#type: "checkbox", "data-testid": "reminder-{hook}", checked: reminder.on,
                    onchange: move |event| on_change.call(Reminder { on: event.checked(), ..reminder }) }
                span { "{name}" if occasion == Occasion::Week { small { class: "quiet-text", {say!(words, "reminder-week-when")} } } }
            }
            select { class: "num", "data-testid": "reminder-{hook}-time", "aria-label": say!(words, "reminder-time", what: name.as_str()),
                disabled: !reminder.on, onchange: chosen,
                for minute in occasion.times() {
                    option { key: "{minute}", value: "{minute}", selected: minute == reminder.minute, {words.time_of_minute(minute)} }
                }
            }
        }
    }
}

/// Notices of the platform while the app is open; where there are none, nothing is said of them.
#[component]
fn NoticeChoice() -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut notices = use_signal(|| phone.shell().notices());
    let mut on = use_signal(|| reminders::gives_notice(phone));
    let choose = move |event: FormEvent| async move {
        let wanted = event.checked();
        let answer = reminders::give_notice(phone, wanted).await;
        notices.set(answer);
        on.set(wanted && answer == Notices::Allowed);
    };
    rsx! {
        if notices() != Notices::Never {
            label { class: "switch",
                input { r#type: "checkbox", "data-testid": "reminder-notices", checked: on(), onchange: choose }
                span { {say!(words, "reminders-notices")} small { class: "quiet-text", {say!(words, "reminders-notices-note")} } }
            }
            if notices() == Notices::Refused { p { class: "notice", {say!(words, "reminders-notices-refused")} } }
        }
    }
}

fn which_days(words: Words, days: &SchoolDays) -> String {
    let until = days.days.last().map(|day| words.day_plain(*day)).unwrap_or_default();
    match days.from_calendar {
        true => say!(words, "reminders-days-school", until: until),
        false => say!(words, "reminders-days-week", until: until),
    }
}

fn outcome_says(words: Words, given: &Given) -> Option<String> {
    match given {
        Given::Shared => Some(say!(words, "given-shared")),
        Given::Downloaded => Some(say!(words, "given-downloaded")),
        Given::SavedAs(path) => Some(say!(words, "given-saved-as", path: path.as_str())),
        Given::Failed(detail) => Some(say!(words, "given-failed", detail: detail.as_str())),
        Given::Cancelled => None,
    }
}
