//! The school's calendar to put suns on: a month, or the whole school year.

use daymark_components::{CalendarDay, MonthCalendar, SmallMonth, Words, say};
use daymark_domain::SchoolDay;
use dioxus::prelude::*;

use super::{SheetPage, blank};
use crate::service::planning::days_of_month;

/// One month, large enough for stickers.
pub fn month(words: Words, page: &SheetPage<'_>) -> Element {
    rsx! {
        h1 { {say!(words, "month-sheet-title", school: page.school.name.as_str())} }
        {blank(say!(words, "month-of"))}
        MonthCalendar { words, days: days(page, page.month), today: never(page) }
        p { {say!(words, "month-sheet-say")} }
    }
}

/// The months in which there is school.
pub fn year(words: Words, page: &SheetPage<'_>) -> Element {
    let year = page.year.0;
    let years = say!(words, "checklist-year", first: year.to_string(), second: (year + 1).to_string());
    rsx! {
        h1 { {say!(words, "year-sheet-title", school: page.school.name.as_str(), years: years)} }
        {blank(say!(words, "month-of"))}
        div { class: "year-months",
            for first in page.year.months().filter(|first| has_school(page, *first)) {
                SmallMonth { words, days: days(page, first), today: never(page) }
            }
        }
        p { {say!(words, "month-sheet-say")} }
    }
}

fn days(page: &SheetPage<'_>, month: SchoolDay) -> Vec<CalendarDay> {
    let day = |day| CalendarDay {
        day,
        day_type: page.calendar.get(&day).copied(),
        official: None,
        marks: Vec::new(),
    };
    days_of_month(month).map(day).collect()
}

/// Without a calendar nobody knows: then every month is there.
fn has_school(page: &SheetPage<'_>, month: SchoolDay) -> bool {
    let of_month = |day| page.calendar.get(&day).is_some_and(|day_type| day_type.is_instructional());
    page.calendar.is_empty() || days_of_month(month).any(of_month)
}

/// On paper no day is today's and none is still to come: a day after all that are shown.
fn never(page: &SheetPage<'_>) -> SchoolDay {
    page.month.plus(800)
}
