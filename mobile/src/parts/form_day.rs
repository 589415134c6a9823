//! Days to choose from: by chips, and any other by the platform's own calendar.

use daymark_components::{Words, say};
use daymark_domain::SchoolDay;
use daymark_mentor_core::api::MonthDay;
use dioxus::prelude::*;

/// Whether there is school: by the calendar where it is known here, else by the day of the week.
pub fn is_school_day(known: &[MonthDay], day: SchoolDay) -> bool {
    let day_type = known.iter().find(|known| known.day == day).and_then(|known| known.day_type);
    day_type.map_or(day.weekday().number_from_monday() <= 5, |day_type| day_type.is_instructional())
}

/// The last school days before today, latest first.
pub fn school_days_before(known: &[MonthDay], today: SchoolDay, how_many: usize) -> Vec<SchoolDay> {
    let back = (1..=LOOK_DAYS).map(|n| today.minus(n));
    back.filter(|day| is_school_day(known, *day)).take(how_many).collect()
}

/// The first school day from a day on.
pub fn school_day_from(known: &[MonthDay], day: SchoolDay) -> SchoolDay {
    (0..LOOK_DAYS).map(|n| day.plus(n)).find(|day| is_school_day(known, *day)).unwrap_or(day)
}

/// The nth school day after a day.
pub fn school_day_after(known: &[MonthDay], day: SchoolDay, nth: u32) -> SchoolDay {
    (0..nth).fold(day, |day, _| school_day_from(known, day.next()))
}

/// "Today", "Yesterday", "Mon 13 Oct".
pub fn when(words: Words, today: SchoolDay, day: SchoolDay) -> String {
    match day {
        day if day == today => say!(words, "record-today"),
        day if day == today.minus(1) => say!(words, "record-yesterday"),
        day => words.day_short(day),
    }
}

/// The longest holidays are shorter.
const LOOK_DAYS: u64 = 30;

/// Any day between two. A day that is only half typed, or outside, is no answer yet.
#[component]
pub fn DayInput(
    label: String,
    hook: String,
    day: Option<SchoolDay>,
    first: SchoolDay,
    last: SchoolDay,
    on_day: EventHandler<SchoolDay>,
) -> Element {
    let value = day.map(|day| day.to_string()).unwrap_or_default();
    rsx! {
        label { class: "field",
            "{label}"
            input { r#type: "date", name: "{hook}", "data-testid": "{hook}", min: "{first}", max: "{last}", value,
                oninput: move |event| {
                    let day = event.value().parse().ok().filter(|day| (first..=last).contains(day));
                    day.into_iter().for_each(|day| on_day.call(day));
                } }
        }
    }
}

#[cfg(test)]
mod tests {
    use daymark_domain::DayType;

    use super::*;

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    fn holiday(text: &str) -> MonthDay {
        MonthDay { day: day(text), day_type: Some(DayType::Holiday), official: None, marks: vec![] }
    }

    #[test]
    fn weekends_and_known_holidays_are_no_school_days() {
        let known = [holiday("2025-10-13")];
        let before = school_days_before(&known, day("2025-10-14"), 3);
        assert_eq!(before, [day("2025-10-10"), day("2025-10-09"), day("2025-10-08")]);
        assert_eq!(school_day_after(&[], day("2025-10-16"), 1), day("2025-10-17"));
        assert_eq!(school_day_after(&[], day("2025-10-16"), 3), day("2025-10-21"));
        assert_eq!(school_day_from(&known, day("2025-10-11")), day("2025-10-14"));
    }
}
