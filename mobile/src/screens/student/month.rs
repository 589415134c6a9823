//! The month that student and mentor mark together.

use std::collections::HashMap;

use daymark_components::{CalendarDay, CalendarLegend, MonthCalendar, SunIcon, say};
use daymark_domain::{CalendarMark, SchoolDay};
use daymark_mentor_core::api::{MonthDay, MonthView, Request};
use dioxus::prelude::*;

use super::desk::Desk;
use super::two_answers::TwoAnswers;

/// What the calendar draws of a day.
pub fn calendar_day(day: &MonthDay) -> CalendarDay {
    CalendarDay { day: day.day, day_type: day.day_type, official: day.official, marks: day.marks.clone() }
}

/// A sun shows at the tap, before the view that holds it was read again.
fn with_taps(days: &[MonthDay], taps: &HashMap<SchoolDay, CalendarMark>) -> Vec<CalendarDay> {
    let tapped = |day: CalendarDay| match taps.get(&day.day) {
        Some(mark) => CalendarDay { marks: vec![*mark], ..day },
        None => day,
    };
    days.iter().map(calendar_day).map(tapped).collect()
}

/// The month, with what two phones disagree about below it.
#[component]
pub fn Month(
    desk: Desk,
    today: SchoolDay,
    shown: MonthView,
    #[props(default)] in_a_row: u32,
    month: Signal<Option<SchoolDay>>,
) -> Element {
    let words = desk.words;
    let mut taps = use_signal(HashMap::<SchoolDay, CalendarMark>::new);
    // A tap is forgotten when the view shows it: from then on the disk speaks.
    use_effect(use_reactive!(|shown| {
        let held = |day: &SchoolDay, mark: &CalendarMark| {
            shown.days.iter().any(|shown| shown.day == *day && shown.marks == [*mark])
        };
        taps.write().retain(|day, mark| !held(day, mark));
    }));
    let on_day = use_callback(move |(day, mark)| {
        taps.write().insert(day, mark);
        let saving = put(desk, day, mark);
        spawn(async move {
            if !saving.await {
                taps.write().remove(&day);
            }
        });
    });
    let first = shown.first;
    let badge = (in_a_row > 1).then(|| say!(words, "student-in-a-row", n: in_a_row));
    let days = with_taps(&shown.days, &taps.read());
    let disputed: Vec<MonthDay> = shown
        .days
        .iter()
        .filter(|day| day.marks.len() > 1 && !taps.read().contains_key(&day.day))
        .cloned()
        .collect();
    rsx! {
        section { class: "card month",
            MonthCalendar {
                words, today, badge, days,
                on_day: move |tapped| on_day.call(tapped),
                on_previous: move |()| month.set(Some(first.minus(1))),
                on_next: move |()| month.set(Some(first.plus(31))),
            }
            for day in disputed {
                TwoAnswers { key: "{day.day}", words, day: day.clone(), on_choose: move |mark| on_day.call((day.day, mark)) }
            }
            CalendarLegend { words }
        }
    }
}

/// The button under the thumb: today's sun on, or off again.
#[component]
pub fn MarkToday(
    desk: Desk,
    today: SchoolDay,
    days: Vec<MonthDay>,
    month: Signal<Option<SchoolDay>>,
) -> Element {
    let words = desk.words;
    let day = days.iter().find(|day| day.day == today);
    let closed = day.and_then(|day| day.day_type).is_some_and(|day_type| !day_type.is_instructional());
    let mark = day.map_or(CalendarMark::Present, |day| calendar_day(day).next_mark());
    let (look, text) = match mark {
        _ if closed => ("btn", say!(words, "student-no-school-today")),
        CalendarMark::Present => ("btn", say!(words, "student-mark-today")),
        CalendarMark::Cleared => ("btn quiet", say!(words, "student-unmark-today")),
    };
    rsx! {
        button { r#type: "button", class: "{look} mark-today", "data-testid": "mark-today", disabled: closed,
            onclick: move |_| {
                // From another month back to this one, so that the sun is seen where it went.
                month.set(None);
                spawn(async move { put(desk, today, mark).await; });
            },
            if !closed { SunIcon {} }
            "{text}"
        }
    }
}

fn put(desk: Desk, day: SchoolDay, mark: CalendarMark) -> impl Future<Output = bool> {
    let name = desk.words.day_plain(day);
    let saved = match mark {
        CalendarMark::Present => say!(desk.words, "student-marked", day: name),
        CalendarMark::Cleared => say!(desk.words, "student-unmarked", day: name),
    };
    desk.act(Request::MarkCalendarDay { match_id: desk.match_id, day, mark }, saved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tapped_sun_shows_before_the_disk_has_it() {
        let day: SchoolDay = "2025-10-14".parse().unwrap();
        let days = [MonthDay { day, day_type: None, official: None, marks: vec![CalendarMark::Cleared] }];
        let taps = HashMap::from([(day, CalendarMark::Present)]);
        assert_eq!(with_taps(&days, &HashMap::new())[0].marks, [CalendarMark::Cleared]);
        assert_eq!(with_taps(&days, &taps)[0].marks, [CalendarMark::Present]);
    }
}
