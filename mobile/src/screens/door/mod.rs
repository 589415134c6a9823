//! The door: 25 students in ten minutes. The whole row is the button, one tap is one greeting, nothing moves.
//!
//! A tap shows at once, and its sign fills when the core says that it is on the disk; a tap that could not be saved
//! says so, and its row goes back to what the disk holds.

mod desk;
mod row;
mod taps;

use daymark_components::{Meter, Words, say};
use daymark_mentor_core::api::DoorView;
use dioxus::prelude::*;

use self::desk::{Desk, Running, read_door};
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
    let desk = Desk { phone, words, taps, toast, before: use_signal(|| None), view, run };

    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok());
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    let sub = loaded.map(|view| what_day(words, view));
    let foot = loaded.filter(|view| !view.rows.is_empty()).map(|view| {
        let count = Count::of(&view.rows, &taps.read());
        rsx! {
            ToastLine { toast: toast.read().clone(), on_undo: move |(match_id, key)| desk.undo(match_id, key) }
            CountLine { count }
        }
    });
    rsx! {
        Page { title: say!(words, "door-title"), sub, tab: Tab::Door, ready: loaded.is_some(), foot,
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(door) if door.rows.is_empty() => rsx! { NoStudents {} },
                Some(door) => rsx! {
                    ul { class: "list", "aria-label": say!(words, "door-list"),
                        for (n, row) in door.rows.iter().enumerate() {
                            li { key: "{row.match_id}", class: "turnable",
                                DoorRowButton { n, desk, day: door.day, row: row.clone(),
                                    flight: taps.read().of(row.match_id), open: taps.read().is_open(row.match_id) }
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

/// The count, always in sight.
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
