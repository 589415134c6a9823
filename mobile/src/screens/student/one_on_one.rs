//! Time for one student: one tap for the usual lengths.

use daymark_components::say;
use daymark_domain::SchoolDay;
use daymark_mentor_core::api::Request;
use dioxus::prelude::*;

use super::desk::Desk;

const LENGTHS: [u16; 4] = [5, 10, 20, 30];

#[component]
pub fn OneOnOne(desk: Desk, today: SchoolDay, first_name: String) -> Element {
    let words = desk.words;
    rsx! {
        h2 { class: "sec", {say!(words, "student-one-on-one")} }
        section { class: "card grid4",
            for minutes in LENGTHS {
                button { key: "{minutes}", r#type: "button", class: "btn quiet num", "data-testid": "one-on-one-{minutes}",
                    onclick: {
                        let name = first_name.clone();
                        move |_| {
                            let saved = say!(words, "student-one-on-one-saved", n: minutes, name: name.as_str());
                            let request = Request::RecordOneOnOne { match_id: desk.match_id, day: today, minutes };
                            let saving = desk.act(request, saved);
                            spawn(async move { saving.await; });
                        }
                    },
                    {say!(words, "student-one-on-one-minutes", n: minutes)}
                }
            }
        }
    }
}
