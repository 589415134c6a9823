//! When this student misses school: by day of the week, and week by week.

use daymark_components::{AbsenceLine, AbsenceTable, Words, missed_of, say, weekday_lines, weekday_sentence};
use daymark_domain::WeekdayPattern;
use daymark_mentor_core::api::WeekTotal;
use dioxus::prelude::*;

/// Left out before any school day was recorded.
#[component]
pub fn Pattern(
    words: Words,
    weekdays: WeekdayPattern,
    /// Latest first.
    weeks: Vec<WeekTotal>,
) -> Element {
    let line = |week: &WeekTotal| AbsenceLine {
        name: say!(words, "pattern-week", day: words.day_plain(week.monday)),
        figure: week.figure,
    };
    let lines: Vec<AbsenceLine> = weeks.iter().map(line).collect();
    rsx! {
        if !weekdays.all().enrolled.is_zero() {
            h2 { class: "sec", {say!(words, "pattern-title")} }
            section { class: "card",
                p { "data-testid": "pattern-weekdays", "{weekday_sentence(words, &weekdays)}" }
                if let Some(latest) = weeks.first() {
                    p { class: "num", "data-testid": "pattern-week",
                        {say!(words, "pattern-latest", day: words.day_plain(latest.monday), figure: missed_of(words, latest.figure))}
                    }
                }
                details { class: "more",
                    summary { "data-testid": "pattern-more", {say!(words, "pattern-more")} }
                    AbsenceTable { words, caption: say!(words, "pattern-by-weekday"), lines: weekday_lines(words, &weekdays) }
                    if !lines.is_empty() {
                        AbsenceTable { words, caption: say!(words, "pattern-by-week"), lines }
                    }
                }
            }
        }
    }
}
