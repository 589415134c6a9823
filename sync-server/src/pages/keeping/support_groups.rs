//! Mentors among themselves: support groups and events, with who came.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::SchoolDay;
use dioxus::prelude::*;

use super::form::Form;
use super::{Frame, framed};
use crate::pages::form_token;
use crate::store::mentors::MentorSummary;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::support::SupportEvent;

/// What the page shows.
pub struct GroupsPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// Mentors of the school.
    pub mentors: &'a [MentorSummary],
    /// Meetings, the latest first.
    pub events: &'a [SupportEvent],
    /// A form that was not taken.
    pub form: Form<'a>,
}

/// The whole page.
pub fn page(words: Words, page: &GroupsPage<'_>) -> Html<String> {
    let frame = Frame {
        who: page.who,
        title: say!(words, "keep-groups"),
        sub: page.school.name.clone(),
        of: "support",
        address: "/staff/support/groups".to_owned(),
    };
    let form = &page.form;
    let mentors = page.mentors.iter().map(|mentor| (mentor.id.to_string(), mentor.name.clone())).collect();
    let main = rsx! {
        {form.refusal()}
        form { class: "panel no-print", method: "post", action: "/staff/support/groups",
            {form_token(page.who)}
            h2 { {say!(words, "keep-group-new")} }
            div { class: "inline",
                {form.line(say!(words, "keep-group-topic"), "topic", "text", "")}
                {form.line(say!(words, "keep-talk-day"), "day", "date", &page.today.to_string())}
            }
            {form.ticks(say!(words, "keep-group-came"), "came", mentors)}
            button { class: "btn", "data-testid": "keep-group", {say!(words, "keep-save")} }
        }
        section { class: "section",
            h2 { {say!(words, "keep-groups-held")} }
            if page.events.is_empty() { p { {say!(words, "keep-groups-none")} } }
            ol { class: "history",
                for event in page.events {
                    li {
                        span { class: "n", "{event.topic}" }
                        " · "
                        {words.day_and_year(event.day)}
                        p { {say!(words, "keep-group-who", n: event.mentors.len(), names: event.mentors.join(", "))} }
                        small { {say!(words, "keep-noted-by", by: event.by.as_str())} }
                    }
                }
            }
        }
    };
    framed(words, &frame, main)
}
