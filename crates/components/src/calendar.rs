//! A month: the school's signs and the suns stand side by side and are never merged.

mod day;
mod small;

use daymark_domain::{CalendarMark, SchoolDay};
use dioxus::prelude::*;

pub use self::day::CalendarDay;
use self::day::{Sun, cell_says, class_of, official_sign};
pub use self::small::SmallMonth;
use crate::{ChevronIcon, SunIcon, Words, say};

/// A month with its heading. With `on_day`, days that have come can be tapped.
#[component]
pub fn MonthCalendar(
    words: Words,
    days: Vec<CalendarDay>,
    today: SchoolDay,
    /// Said below the days: "5 in a row".
    #[props(default)]
    badge: Option<String>,
    #[props(default)] on_day: Option<EventHandler<(SchoolDay, CalendarMark)>>,
    #[props(default)] on_previous: Option<EventHandler<()>>,
    #[props(default)] on_next: Option<EventHandler<()>>,
) -> Element {
    let Some(first) = days.first().map(|day| day.day) else { return rsx! {} };
    let weekend = days.iter().any(|day| day.is_weekend() && day.has_something());
    let columns = if weekend { 7 } else { 5 };
    let shown: Vec<CalendarDay> = days.iter().filter(|day| weekend || !day.is_weekend()).cloned().collect();
    let is_latest = days.last().is_some_and(|last| last.day >= today);
    let offset = shown.first().map_or(0, |day| day.day.weekday().num_days_from_monday());
    let month = words.month_of_year(first);
    rsx! {
        div { class: "cal-head",
            if let Some(on_previous) = on_previous {
                button { r#type: "button", class: "turn", "data-testid": "month-previous",
                    "aria-label": say!(words, "calendar-previous"), onclick: move |_| on_previous.call(()),
                    ChevronIcon { back: true }
                }
            }
            h2 { "{month}" }
            if let Some(on_next) = on_next {
                button { r#type: "button", class: "turn", "data-testid": "month-next", disabled: is_latest,
                    "aria-label": say!(words, "calendar-next"), onclick: move |_| on_next.call(()),
                    ChevronIcon {}
                }
            }
        }
        div { class: if weekend { "cal seven" } else { "cal five" }, role: "group",
            "aria-label": say!(words, "calendar-of", month: month.clone()),
            for n in 0..columns {
                span { class: "weekday", "aria-hidden": "true", "{words.weekday_letter(first.week().monday.plus(n))}" }
            }
            for n in 0..offset { span { key: "before-{n}" } }
            for day in shown {
                DayCell { key: "{day.day}", words, today, on_day, day }
            }
        }
        if let Some(badge) = badge { p { class: "cal-foot", span { class: "badge sun num", "{badge}" } } }
    }
}

/// What the calendar's signs mean.
#[component]
pub fn CalendarLegend(words: Words) -> Element {
    let official = say!(words, "calendar-legend-official",
        present: say!(words, "calendar-sign-present"), late: say!(words, "calendar-sign-late"),
        part: say!(words, "calendar-sign-part"), absent: say!(words, "calendar-sign-absent"));
    rsx! {
        p { class: "legend",
            SunIcon { size: 18 }
            " "
            {say!(words, "calendar-legend-sun")}
            br {}
            "{official}"
        }
    }
}

#[component]
fn DayCell(
    words: Words,
    day: CalendarDay,
    today: SchoolDay,
    on_day: Option<EventHandler<(SchoolDay, CalendarMark)>>,
) -> Element {
    let (date, mark, sun) = (day.day, day.next_mark(), day.sun());
    let class = class_of(&day, today);
    let label = cell_says(words, &day, today);
    let face = face(words, &day);
    match on_day.filter(|_| day.can_be_marked(today)) {
        Some(on_day) => rsx! {
            button { r#type: "button", class: "{class}", "data-testid": "day-{date}", "aria-label": "{label}",
                "aria-pressed": (sun == Sun::On).to_string(), onclick: move |_| on_day.call((date, mark)),
                {face}
            }
        },
        None => rsx! {
            div { class: "{class}", "data-testid": "day-{date}", role: "img", "aria-label": "{label}", {face} }
        },
    }
}

fn face(words: Words, day: &CalendarDay) -> Element {
    use chrono::Datelike;
    let number = day.day.0.day();
    let (sign, absent) = match day.official {
        Some(status) => (official_sign(words, status), if status.is_absence() { "absent" } else { "" }),
        None => (String::new(), ""),
    };
    let sun = day.sun();
    rsx! {
        span { class: "num", "{number}" }
        span { class: "official {absent}", "{sign}" }
        span { class: "together",
            if sun != Sun::Off { SunIcon {} }
            if sun == Sun::TwoAnswers { {say!(words, "calendar-sign-two-answers")} }
        }
    }
}

#[cfg(test)]
mod tests {
    use daymark_domain::{AttendanceStatus, DayType};

    use super::*;
    use crate::test::html_of;

    fn october() -> Vec<CalendarDay> {
        let first: SchoolDay = "2025-10-01".parse().unwrap();
        (0..31).map(|n| plain(first.plus(n))).collect()
    }

    fn plain(day: SchoolDay) -> CalendarDay {
        let school = day.weekday().number_from_monday() <= 5;
        let day_type = school.then_some(DayType::Instructional);
        CalendarDay { day, day_type, official: None, marks: vec![] }
    }

    fn shown(days: Vec<CalendarDay>) -> String {
        let today = "2025-10-14".parse().unwrap();
        html_of(rsx! { MonthCalendar { words: Words::english(), days, today } })
    }

    #[test]
    fn the_schools_sign_and_the_sun_stand_side_by_side() {
        let mut days = october();
        days[0].official = Some(AttendanceStatus::AbsentUnexcused);
        days[0].marks = vec![CalendarMark::Present];
        let html = shown(days);
        assert!(
            html.contains("Wednesday 1 October: school&#39;s record: absent, sun, marked together"),
            "{html}"
        );
        assert!(html.contains(r#"class="official absent""#));
        assert!(html.contains("sun-core"));
    }

    #[test]
    fn weekends_have_no_column_until_something_happens_on_one() {
        assert!(!shown(october()).contains("Saturday"));
        let mut days = october();
        days[3].marks = vec![CalendarMark::Present];
        assert!(shown(days).contains("Saturday 4 October: sun, marked together"));
    }

    #[test]
    fn two_phones_that_disagree_are_both_shown() {
        let mut days = october();
        days[1].marks = vec![CalendarMark::Present, CalendarMark::Cleared];
        let html = shown(days.clone());
        assert!(html.contains("2 October: two phones disagree about the sun"), "{html}");
        assert_eq!(days[1].next_mark(), CalendarMark::Present);
    }

    #[test]
    fn a_tap_puts_the_sun_on_and_off() {
        let mut day = october().remove(0);
        assert_eq!(day.next_mark(), CalendarMark::Present);
        day.marks = vec![CalendarMark::Present];
        assert_eq!(day.next_mark(), CalendarMark::Cleared);
        day.marks = vec![CalendarMark::Cleared];
        assert_eq!(day.next_mark(), CalendarMark::Present);
    }

    #[test]
    fn only_days_that_have_come_and_have_school_can_be_marked() {
        let (mut days, today) = (october(), "2025-10-14".parse().unwrap());
        days[12].day_type = Some(DayType::Holiday);
        let open: Vec<bool> = [12, 13, 14].map(|n: usize| days[n].can_be_marked(today)).into();
        assert_eq!(open, [false, true, false]);
    }
}
