//! The door: 25 students in ten minutes. The whole row is the button, one tap is one greeting, nothing moves.
//!
//! A row's sign fills when the core says that the tap is on the disk; a tap that takes longer than an eye notices shows
//! before as being saved, and one that could not be saved says so, with its row as the disk holds it.

mod desk;
mod row;
mod taps;

use daymark_components::{Meter, Words, say};
use daymark_mentor_core::api::DoorView;
use dioxus::prelude::*;

use self::desk::{Desk, Running, between_taps, read_door};
use self::row::DoorRowButton;
use self::taps::{Count, Taps};
use crate::parts::{Page, Tab, Toast, ToastLine, Waiting, use_view};
use crate::phone::{use_phone, use_words};
use crate::screens::today::NoStudents;

#[component]
pub fn DoorScreen() -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut today = phone.today;
    let mut taps = use_signal(Taps::default);
    let mut view = use_view(move || async move {
        between_taps(phone, taps).await;
        // What was on the disk before this read is in the answer: only then may its tap be forgotten.
        let landed = taps.peek().landed();
        let read = read_door(phone).await;
        if let Ok(door) = &read {
            if door.is_today {
                today.set(Some(door.day));
            }
            if !landed.is_empty() {
                taps.write().forget(&landed);
            }
        }
        read
    });
    let toast = use_signal(|| Toast::Hint(say!(words, "door-hint")));
    let run = use_callback(move |work: Running| {
        spawn(work);
    });
    let (drawn, before) = (use_signal(|| 0), use_signal(|| None));
    let desk = Desk { phone, words, taps, toast, drawn, before, view, run };
    // Taps and toast are read further down: a tap draws its own row and the foot, never the list.

    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok());
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    let sub = loaded.map(|view| what_day(words, view));
    let foot = loaded.filter(|view| !view.rows.is_empty()).map(|_| rsx! { Foot { desk } });
    rsx! {
        Page { title: say!(words, "door-title"), sub, tab: Tab::Door, ready: loaded.is_some(), foot,
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(door) if door.rows.is_empty() => rsx! { NoStudents {} },
                Some(door) => rsx! {
                    ul { class: "list", "aria-label": say!(words, "door-list"),
                        for (n, row) in door.rows.iter().enumerate() {
                            li { key: "{row.match_id}", class: "turnable",
                                DoorRowButton { n, desk, day: door.day, row: row.clone() }
                            }
                        }
                    }
                },
            }
        }
    }
}

/// "Tuesday 14 October · bell 8:05".
fn what_day(words: Words, view: &DoorView) -> String {
    let day = words.day_long(view.day);
    match (view.day_type, view.bell_minute) {
        (Some(day_type), _) if !day_type.is_instructional() => {
            say!(words, "door-no-school", day: day, what: words.day_type(day_type))
        }
        (_, Some(minute)) => say!(words, "door-bell", day: day, time: words.time_of_minute(minute)),
        (_, None) => say!(words, "door-day", day: day),
    }
}

/// What was just done, and the count: always in sight.
#[component]
fn Foot(desk: Desk) -> Element {
    let count = use_memo(move || {
        let _ = desk.drawn.read();
        match desk.view.read().as_ref() {
            Some(Ok(view)) => Count::of(&view.rows, &desk.taps.peek()),
            _ => Count::default(),
        }
    });
    rsx! {
        ToastLine { toast: desk.toast.read().clone(), on_undo: move |(match_id, key)| desk.undo(match_id, key) }
        CountLine { count: count() }
    }
}

/// How many of how many.
#[component]
fn CountLine(count: Count) -> Element {
    let words = use_words();
    let rest = [
        (count.rest() > 0).then(|| say!(words, "door-rest", n: count.rest())),
        (count.not_seen > 0).then(|| say!(words, "door-unseen", n: count.not_seen)),
    ];
    let rest = rest.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    rsx! {
        div { class: "count",
            span { class: "num", "data-testid": "door-count",
                {say!(words, "door-count", greeted: count.greeted, total: count.total)}
            }
            small { class: "num", "{rest}" }
        }
        Meter { part: count.greeted, whole: count.total }
    }
}
