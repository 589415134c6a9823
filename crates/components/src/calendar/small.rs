//! A month among the months of a year: small, to look at and to print. In words it is one sentence.

use daymark_domain::{CalendarMark, SchoolDay};
use dioxus::prelude::*;

use super::day::{CalendarDay, Sun, class_of, official_sign};
use crate::{SunIcon, Words, say};

/// The month with its suns and the school's absences.
#[component]
pub fn SmallMonth(words: Words, days: Vec<CalendarDay>, today: SchoolDay) -> Element {
    let Some(first) = days.first().map(|day| day.day) else { return rsx! {} };
    let weekend = days.iter().any(|day| day.is_weekend() && day.has_something());
    let columns = if weekend { 7 } else { 5 };
    let shown: Vec<&CalendarDay> = days.iter().filter(|day| weekend || !day.is_weekend()).collect();
    let offset = shown.first().map_or(0, |day| day.day.weekday().num_days_from_monday());
    rsx! {
        section { class: "small-month",
            h2 { "{words.month_name(first)}" }
            div { class: if weekend { "cal seven" } else { "cal five" }, role: "img", "aria-label": "{in_words(words, &days)}",
                for n in 0..columns {
                    span { key: "letter-{n}", class: "weekday", "{words.weekday_letter(first.week().monday.plus(n))}" }
                }
                for n in 0..offset { span { key: "before-{n}" } }
                for day in shown {
                    span { key: "{day.day}", class: "{class_of(day, today)}", {face(words, day)} }
                }
            }
        }
    }
}

fn face(words: Words, day: &CalendarDay) -> Element {
    use chrono::Datelike;
    let number = day.day.0.day();
    let absent = day.official.filter(|status| status.is_absence());
    let sun = day.sun();
    rsx! {
        span { class: "num", "{number}" }
        if let Some(status) = absent { span { class: "official absent", {official_sign(words, status)} } }
        span { class: "together",
            if sun == Sun::On { SunIcon { size: 16 } }
            if sun == Sun::TwoAnswers { {say!(words, "calendar-sign-two-answers")} }
        }
    }
}

/// "October 2025: 14 suns, 2 days absent by the school's record".
fn in_words(words: Words, days: &[CalendarDay]) -> String {
    let suns = days.iter().filter(|day| day.marks == [CalendarMark::Present]).count();
    let absent = days.iter().filter(|day| day.official.is_some_and(|status| status.is_absence())).count();
    let month = days.first().map_or_else(String::new, |day| words.month_of_year(day.day));
    let facts = [
        Some(say!(words, "year-suns", n: suns)),
        (absent > 0).then(|| say!(words, "year-absent", n: absent)),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    say!(words, "calendar-cell", day: month, facts: facts)
}

#[cfg(test)]
mod tests {
    use daymark_domain::AttendanceStatus;

    use super::*;
    use crate::test::html_of;

    #[test]
    fn a_small_month_is_one_sentence_to_those_who_listen() {
        let first: SchoolDay = "2025-10-01".parse().unwrap();
        let day = |n: u64| CalendarDay {
            day: first.plus(n),
            day_type: None,
            official: (n == 2).then_some(AttendanceStatus::AbsentExcused),
            marks: if n < 2 { vec![CalendarMark::Present] } else { vec![] },
        };
        let days: Vec<CalendarDay> = (0..31).map(day).collect();
        let html = html_of(rsx! { SmallMonth { words: Words::english(), today: first.plus(20), days } });
        assert!(html.contains("October 2025: 2 suns, 1 day absent by the school&#39;s record"), "{html}");
        assert_eq!(html.matches("sun-core").count(), 2, "{html}");
        assert!(!html.contains("Saturday") && html.matches("class=\"day").count() == 23, "{html}");
    }
}
