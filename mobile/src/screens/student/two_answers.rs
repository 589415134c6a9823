//! A day about which two phones disagree: both answers are shown, and one tap settles it.

use daymark_components::{SunIcon, Words, say};
use daymark_domain::CalendarMark;
use daymark_mentor_core::api::MonthDay;
use dioxus::prelude::*;

#[component]
pub fn TwoAnswers(words: Words, day: MonthDay, on_choose: EventHandler<CalendarMark>) -> Element {
    let date = day.day;
    rsx! {
        section { class: "two-answers-of", "data-testid": "two-answers-{date}",
            h3 { {say!(words, "two-answers-title", day: words.day_plain(date))} }
            p { class: "quiet-text", {say!(words, "two-answers-lead")} }
            div { class: "grid2",
                button { r#type: "button", class: "btn quiet", "data-testid": "choose-sun-{date}",
                    onclick: move |_| on_choose.call(CalendarMark::Present),
                    SunIcon { size: 22 }
                    {say!(words, "two-answers-sun")}
                }
                button { r#type: "button", class: "btn quiet", "data-testid": "choose-no-sun-{date}",
                    onclick: move |_| on_choose.call(CalendarMark::Cleared),
                    {say!(words, "two-answers-no-sun")}
                }
            }
        }
    }
}
