//! The home screen: by the hour who to call, who to greet, and whatever else the day holds.

mod absent;
mod answers;
mod calls;
mod card;
mod desk;
mod dial;
mod done;
mod due;
mod due_desk;
mod evening;
mod items;
mod opened;
mod order;
mod reasons;
mod rows;
mod running;
mod script;
mod unfold;

use daymark_components::{SunIcon, Words, say};
use daymark_domain::ClearanceGap;
use daymark_mentor_core::api::{Reply, Request, SyncTrouble, TodayView};
use dioxus::prelude::*;

use self::absent::Absent;
use self::answers::Answers;
use self::calls::Calls;
use self::due::Due;
use self::evening::Evening;
use self::order::{PartOfDay, Section, part_of_day, sections};
use self::rows::{Also, Door};
use crate::app::Route;
use crate::parts::{Languages, Page, PhoneNotices, PhoneRow, Tab, Waiting, use_view};
use crate::phone::{unexpected, use_phone, use_words};
use crate::voice;

/// A second touch so soon after the first is a finger that bounced: what it hits has only just come under it.
const GHOST_MS: f64 = 300.0;

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
            PhoneNotices {}
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(view) if view.door.students == 0 && !view.waits_for.is_empty() => rsx! {
                    NotYetClear { school: view.school.clone(), waits_for: view.waits_for.clone() }
                },
                Some(view) if view.door.students == 0 => rsx! { NoStudents {} },
                Some(today) => rsx! { Day { today: today.clone(), on_change: move |()| view.restart() } },
            }
            ul { class: "list", li { PhoneRow {} } }
            Languages {}
        }
    }
}

/// In the order of the hour. A section that has nothing to say is left out, but for the calls in their time: silence
/// there could be a fault.
#[component]
fn Day(today: TodayView, on_change: EventHandler<()>) -> Element {
    let words = use_words();
    let part = part_of_day(today.minute, today.bell_minute);
    let closed = is_closed(&today);
    rsx! {
        if closed { p { class: "card quiet-text", "data-testid": "no-school", {say!(words, "today-closed")} } }
        // Keyed, so that what is under way in a section goes on when the hour moves it.
        for section in sections(part, closed) {
            Part { key: "{section:?}", section: *section, part, today: today.clone(), on_change }
        }
        Also {}
    }
}

#[component]
fn Part(section: Section, part: PartOfDay, today: TodayView, on_change: EventHandler<()>) -> Element {
    let words = use_words();
    let day = today.day;
    match section {
        Section::Calls => rsx! {
            Calls { today: today.clone(), now: matches!(part, PartOfDay::BeforeTheDoor | PartOfDay::AtTheDoor), on_change }
            Due { title: say!(words, "calls-ended"), day, items: items::calls_ended(words, &today), on_change }
        },
        Section::Door => rsx! { Door { today, now: part == PartOfDay::AtTheDoor } },
        Section::Absent => rsx! { Absent { today, on_change } },
        Section::Answers => rsx! { Answers { cards: today.due.answers, on_change } },
        Section::Sessions => rsx! {
            Due { title: say!(words, "due-sessions"), day, items: items::sessions(words, &today), on_change }
        },
        Section::Goals => rsx! {
            Due { title: say!(words, "due-goals"), day, items: items::goals(words, &today), on_change }
        },
        Section::FollowUps => rsx! {
            Due { title: say!(words, "due-follow-ups"), day, items: items::follow_ups(words, &today), on_change }
        },
        Section::Celebrations => rsx! {
            Due { title: say!(words, "due-celebrations"), day, items: items::celebrations(words, &today), on_change }
        },
        Section::Evening => rsx! { Evening { next_calls: today.due.next_calls } },
    }
}

/// The school's calendar says that today is no school day.
fn is_closed(today: &TodayView) -> bool {
    today.day_type.is_some_and(|day_type| !day_type.is_instructional())
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
            div { class: "notice bad",
                p { {say!(words, "trouble-refused", n: status.refused)} }
                Link { class: "link", to: Route::ThisPhone {}, {say!(words, "trouble-refused-do")} }
            }
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

/// The school gives no students to this phone until something is there: what, and whom to ask.
#[component]
fn NotYetClear(school: String, waits_for: Vec<ClearanceGap>) -> Element {
    let phone = use_phone();
    let words = use_words();
    let decided = waits_for.iter().find(|gap| matches!(gap, ClearanceGap::Left | ClearanceGap::Pause));
    rsx! {
        div { class: "empty", "data-testid": "not-yet-clear",
            SunIcon { size: 64 }
            h2 { {say!(words, "waits-title")} }
            match decided {
                Some(gap) => rsx! { p { {say!(words, "waits-decided", word: gap.word())} } },
                None => rsx! {
                    p { {say!(words, "waits-for")} }
                    ul { class: "waits",
                        for gap in &waits_for {
                            li { key: "{gap}", {say!(words, "waits-for-word", word: gap.word())} }
                        }
                    }
                },
            }
            if decided.is_none() && waits_for.contains(&ClearanceGap::Agreement) {
                Link { class: "btn", to: Route::Agreement {}, "data-testid": "to-agreement", {say!(words, "agreement-read")} }
            }
            p { {say!(words, "waits-ask", school: school)} }
            button { r#type: "button", class: "btn quiet", onclick: move |_| phone.sync(), {say!(words, "today-look-again")} }
        }
    }
}

#[cfg(test)]
mod tests {
    use daymark_domain::{DayType, TextPolicy};
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
            texting: TextPolicy::Off,
            school: String::new(),
            waits_for: vec![],
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
