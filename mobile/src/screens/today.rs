//! The home screen: who to call before the bell, and who to greet at it.

use std::collections::HashMap;

use daymark_components::{CheckIcon, ChevronIcon, SunIcon, UndoIcon, Words, say};
use daymark_domain::{CallOutcome, EntryKey, MatchId};
use daymark_mentor_core::api::{CallCard, Failure, RecordedCall, Reply, Request, SyncTrouble, TodayView};
use dioxus::prelude::*;

use crate::app::Route;
use crate::parts::{Callees, Languages, Page, Tab, Waiting, use_view};
use crate::phone::{unexpected, use_phone, use_words};
use crate::voice;

/// The outcomes that one tap records; the rest of the list is the student page's.
const OUTCOMES: [CallOutcome; 4] = [
    CallOutcome::ReachedStudent,
    CallOutcome::ReachedGuardian,
    CallOutcome::NoAnswer,
    CallOutcome::WrongNumber,
];

#[component]
pub fn TodayScreen() -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut today = phone.today;
    let mut view = use_view(move || async move {
        match phone.ask(Request::Today).await? {
            Reply::Today(view) => {
                today.set(Some(view.day));
                Ok(view)
            }
            _ => Err(unexpected()),
        }
    });
    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok());
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    let title = loaded.map_or_else(|| say!(words, "tab-today"), |view| greeting(words, view));
    let sub = loaded.map(|view| what_day(words, view));
    rsx! {
        Page { title, sub, tab: Tab::Today, ready: loaded.is_some(),
            Notices {}
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(view) if view.door.students == 0 => rsx! { NoStudents {} },
                Some(today) => rsx! {
                    Calls { today: today.clone(), on_change: move |()| view.restart() }
                    h2 { class: "sec", {say!(words, "today-then")} }
                    ul { class: "list", li { DoorSummaryRow { today: today.clone() } } }
                },
            }
            Languages {}
        }
    }
}

/// "Good morning, Ana".
fn greeting(words: Words, view: &TodayView) -> String {
    let name = voice::first_word(&view.mentor);
    match view.minute / 60 {
        0..12 => say!(words, "today-morning", name: name),
        12..17 => say!(words, "today-afternoon", name: name),
        _ => say!(words, "today-evening", name: name),
    }
}

/// The date, and what it is for the school.
fn what_day(words: Words, view: &TodayView) -> String {
    let day = words.day_long(view.day);
    match (view.day_type, view.school_day_number) {
        (Some(day_type), _) if !day_type.is_instructional() => {
            say!(words, "today-no-school", day: day, what: words.day_type(day_type))
        }
        (_, Some(n)) => say!(words, "today-school-day", day: day, n: n),
        (_, None) => say!(words, "today-plain", day: day),
    }
}

/// What needs a person: a phone that the server has forgotten, entries that it did not take.
#[component]
fn Notices() -> Element {
    let phone = use_phone();
    let words = use_words();
    let status = phone.status.read();
    rsx! {
        if status.trouble == Some(SyncTrouble::NotPairedAnyMore) {
            div { class: "notice bad",
                p { {say!(words, "trouble-pair-again")} }
                Link { class: "link", to: Route::Pair {}, {say!(words, "trouble-pair-again-do")} }
            }
        }
        if status.refused > 0 {
            p { class: "notice bad", {say!(words, "trouble-refused", n: status.refused)} }
        }
    }
}

/// Before the first match: where students come from.
#[component]
pub fn NoStudents() -> Element {
    let phone = use_phone();
    let words = use_words();
    rsx! {
        div { class: "empty",
            SunIcon { size: 64 }
            h2 { {say!(words, "today-no-students-title")} }
            p { {say!(words, "today-no-students")} }
            button { r#type: "button", class: "btn quiet", onclick: move |_| phone.sync(), {say!(words, "today-look-again")} }
        }
    }
}

#[component]
fn DoorSummaryRow(today: TodayView) -> Element {
    let words = use_words();
    let door = today.door;
    let facts = [
        today.bell_minute.map(|minute| say!(words, "today-bell", time: words.time_of_minute(minute))),
        (door.absent_yesterday > 0).then(|| say!(words, "today-absent", n: door.absent_yesterday)),
        (door.greeted > 0).then(|| say!(words, "today-greeted", n: door.greeted)),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    rsx! {
        Link { class: "row", to: Route::Door {},
            span {
                span { class: "who", {say!(words, "today-door", n: door.students)} }
                span { class: "why num", "{facts}" }
            }
            ChevronIcon {}
        }
    }
}

/// The call cards. They keep their places: a card whose call is done stays where it is.
#[component]
fn Calls(today: TodayView, on_change: EventHandler<()>) -> Element {
    let phone = use_phone();
    let words = use_words();
    let day = today.day;
    let mut saving = use_signal(HashMap::<MatchId, CallOutcome>::new);
    let mut problem = use_signal(|| None::<Failure>);

    let write = move |match_id: MatchId, request: Request| {
        let answer = phone.save(request);
        spawn(async move {
            let outcome = answer.await;
            problem.set(outcome.err());
            saving.write().remove(&match_id);
            on_change.call(());
        });
    };
    rsx! {
        h2 { class: "sec", {say!(words, "today-calls")} }
        if let Some(problem) = problem.read().as_ref() {
            p { class: "notice bad", role: "alert", "{voice::failure(words, problem)}" }
        }
        if today.calls.is_empty() { p { class: "card quiet-text", {say!(words, "today-calls-none")} } }
        for (n, card) in today.calls.iter().enumerate() {
            Call { key: "{card.match_id}", n, card: card.clone(), saving: saving.read().get(&card.match_id).copied(),
                on_outcome: {
                    let (match_id, name) = (card.match_id, card.first_name.clone());
                    move |outcome: CallOutcome| {
                        phone.shell().tick();
                        saving.write().insert(match_id, outcome);
                        phone.say(say!(words, "say-call", name: name.as_str(), outcome: voice::outcome(words, outcome, &name)));
                        write(match_id, Request::RecordWakeUpCall { match_id, day, outcome });
                    }
                },
                on_undo: {
                    let match_id = card.match_id;
                    move |key| write(match_id, Request::VoidEntry { match_id, key })
                },
            }
        }
    }
}

#[component]
fn Call(
    n: usize,
    card: CallCard,
    saving: Option<CallOutcome>,
    on_outcome: EventHandler<CallOutcome>,
    on_undo: EventHandler<EntryKey>,
) -> Element {
    let words = use_words();
    let mut again = use_signal(|| false);
    let open = saving.is_none() && (card.calls.is_empty() || again());
    let absent = voice::absent_in_a_row(words, card.absent_in_a_row);
    rsx! {
        section { class: "card", "data-testid": "call-card-{n}",
            div { class: "call-head",
                h3 { "{card.student}" }
                if let Some(absent) = absent { span { class: "badge num", "{absent}" } }
            }
            for call in card.calls.iter().cloned() {
                DoneCall { key: "{call.key}", call, first_name: card.first_name.clone(), on_undo }
            }
            if let Some(outcome) = saving {
                p { class: "done-call open",
                    span { "{voice::outcome(words, outcome, &card.first_name)}" }
                    span { {say!(words, "call-saving")} }
                }
            }
            if open {
                Callees { callees: card.callees.clone(), first_name: card.first_name.clone() }
                p { class: "quiet-text", {say!(words, "call-how")} }
                div { class: "grid2 outcomes",
                    for outcome in OUTCOMES {
                        button { key: "{outcome}", r#type: "button", class: "btn quiet", "data-testid": "call-outcome-{outcome}",
                            onclick: move |_| {
                                again.set(false);
                                on_outcome.call(outcome);
                            },
                            "{voice::outcome(words, outcome, &card.first_name)}"
                        }
                    }
                }
            } else if saving.is_none() {
                button { r#type: "button", class: "link", onclick: move |_| again.set(true), {say!(words, "call-again")} }
            }
        }
    }
}

#[component]
fn DoneCall(call: RecordedCall, first_name: String, on_undo: EventHandler<EntryKey>) -> Element {
    let words = use_words();
    let look = match call.outcome {
        outcome if outcome.reached_student() => "",
        outcome if outcome.reached_family() => "family",
        _ => "open",
    };
    let outcome = voice::outcome(words, call.outcome, &first_name);
    let key = call.key.clone();
    rsx! {
        div { class: "done-call {look}", "data-testid": "call-done",
            if look.is_empty() { CheckIcon { size: 20 } }
            span { class: "num", {say!(words, "call-done", outcome: outcome, time: words.time_of_minute(call.minute))} }
            button { r#type: "button", class: "link", "data-testid": "undo", onclick: move |_| on_undo.call(key.clone()),
                UndoIcon {}
                {say!(words, "undo")}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use daymark_domain::DayType;
    use daymark_mentor_core::api::{DoorSummary, DueToday};

    use super::*;

    fn view(minute: u16, day_type: Option<DayType>, school_day_number: Option<u32>) -> TodayView {
        TodayView {
            mentor: "Ana Ruiz".to_owned(),
            day: "2025-10-14".parse().unwrap(),
            minute,
            day_type,
            school_day_number,
            bell_minute: None,
            calls: vec![],
            door: DoorSummary::default(),
            due: DueToday::default(),
        }
    }

    #[test]
    fn a_mentor_is_greeted_by_the_time_of_day() {
        let said = |minute| greeting(Words::english(), &view(minute, None, None));
        assert_eq!(said(0), "Good morning, Ana");
        assert_eq!(said(12 * 60), "Good afternoon, Ana");
        assert_eq!(said(17 * 60), "Good evening, Ana");
    }

    #[test]
    fn a_day_says_what_it_is_for_the_school() {
        let said = |day_type, n| what_day(Words::english(), &view(0, day_type, n));
        assert_eq!(said(Some(DayType::Instructional), Some(31)), "Tuesday 14 October · school day 31");
        assert_eq!(said(Some(DayType::Holiday), None), "Tuesday 14 October · no school today: Holiday");
        assert_eq!(said(None, None), "Tuesday 14 October");
    }
}
