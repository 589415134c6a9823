//! A month: the school's signs and the suns stand side by side and are never merged.

use daymark_domain::{AttendanceStatus, CalendarMark, DayType, SchoolDay};
use dioxus::prelude::*;

use crate::{ChevronIcon, SunIcon, Words, say};

/// One date of the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// The date.
    pub day: SchoolDay,
    /// What it is for the school; `None` when the calendar does not say.
    pub day_type: Option<DayType>,
    /// The school's record.
    pub official: Option<AttendanceStatus>,
    /// Marks made together. Two different ones: two phones disagree.
    pub marks: Vec<CalendarMark>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sun {
    Off,
    On,
    TwoAnswers,
}

impl CalendarDay {
    fn sun(&self) -> Sun {
        match (self.marks.contains(&CalendarMark::Present), self.marks.contains(&CalendarMark::Cleared)) {
            (true, true) => Sun::TwoAnswers,
            (true, false) => Sun::On,
            (false, _) => Sun::Off,
        }
    }

    /// What a tap on the date means: a sun where there is none or where two phones disagree, else it comes off.
    pub fn next_mark(&self) -> CalendarMark {
        if self.sun() == Sun::On { CalendarMark::Cleared } else { CalendarMark::Present }
    }

    fn is_weekend(&self) -> bool {
        self.day.weekday().number_from_monday() > 5
    }

    fn is_closed(&self) -> bool {
        // A weekend that the calendar does not mention is no school day; a weekday that it does not mention is unknown.
        let weekend = self.day.weekday().num_days_from_monday() >= 5;
        self.day_type.map_or(weekend, |day_type| !day_type.is_instructional())
    }

    /// A weekend gets its column only when there is something to see on it.
    fn has_something(&self) -> bool {
        self.sun() != Sun::Off
            || self.official.is_some()
            || self.day_type.is_some_and(DayType::is_instructional)
    }

    /// A sun belongs on a day that has come and on which school may be held; and off wherever it is.
    fn can_be_marked(&self, today: SchoolDay) -> bool {
        self.day <= today && (!self.is_closed() || self.sun() != Sun::Off)
    }
}

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
    let disputed: Vec<SchoolDay> =
        days.iter().filter(|day| day.sun() == Sun::TwoAnswers).map(|day| day.day).collect();
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
        for day in disputed {
            p { class: "notice bad", {say!(words, "calendar-two-answers", day: words.day_plain(day))} }
        }
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

fn class_of(day: &CalendarDay, today: SchoolDay) -> String {
    let states = [
        (day.is_closed(), "closed"),
        (day.sun() == Sun::On, "marked"),
        (day.sun() == Sun::TwoAnswers, "two-answers"),
        (day.day == today, "today"),
        (day.day > today, "ahead"),
    ];
    let on = states.into_iter().filter(|(on, _)| *on).map(|(_, class)| class);
    std::iter::once("day").chain(on).collect::<Vec<_>>().join(" ")
}

fn cell_says(words: Words, day: &CalendarDay, today: SchoolDay) -> String {
    let mut facts = Vec::new();
    if day.day == today {
        facts.push(say!(words, "calendar-says-today"));
    }
    if let Some(day_type) = day.day_type.filter(|day_type| *day_type != DayType::Instructional) {
        facts.push(words.day_type(day_type));
    }
    if let Some(status) = day.official {
        facts.push(official_says(words, status));
    }
    match day.sun() {
        Sun::On => facts.push(say!(words, "calendar-says-sun")),
        Sun::TwoAnswers => facts.push(say!(words, "calendar-says-two-answers")),
        Sun::Off if facts.is_empty() => facts.push(say!(words, "calendar-cell-nothing")),
        Sun::Off => {}
    }
    say!(words, "calendar-cell", day: words.day_long(day.day), facts: facts.join(", "))
}

fn official_sign(words: Words, status: AttendanceStatus) -> String {
    use AttendanceStatus as S;
    match status {
        S::Present | S::InSchoolSuspension => say!(words, "calendar-sign-present"),
        S::Tardy => say!(words, "calendar-sign-late"),
        S::EarlyDeparture | S::Partial => say!(words, "calendar-sign-part"),
        S::AbsentExcused | S::AbsentUnexcused | S::AbsentSuspension => say!(words, "calendar-sign-absent"),
    }
}

fn official_says(words: Words, status: AttendanceStatus) -> String {
    use AttendanceStatus as S;
    match status {
        S::Present | S::InSchoolSuspension => say!(words, "calendar-says-present"),
        S::Tardy => say!(words, "calendar-says-late"),
        S::EarlyDeparture | S::Partial => say!(words, "calendar-says-part"),
        S::AbsentExcused | S::AbsentUnexcused | S::AbsentSuspension => say!(words, "calendar-says-absent"),
    }
}

#[cfg(test)]
mod tests {
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
        assert!(html.contains("2 October: one phone has a sun, another took it off."), "{html}");
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
