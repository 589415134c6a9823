//! What makes a page follow the school's work while it is open: when it was fresh, and a script that asks for it again.
//! Without JavaScript the line is all there is, and the page is as true as when it was asked for.

use std::sync::LazyLock;

use daymark_components::{Words, say};
use dioxus::prelude::*;

use crate::auth::{hex, sha256};
use crate::service::school_time;
use crate::store::schools::School;

/// The script.
pub const LIVE_JS: &str = include_str!("live.js");

/// The first of its hash, so that a browser may keep it for ever and never has an old one.
pub static LIVE_VERSION: LazyLock<String> = LazyLock::new(|| hex(&sha256(LIVE_JS.as_bytes())[..8]));

/// At the end of a `main`: the page is asked for again when something happened at the school.
pub fn live(words: Words, school: &School, now: i64) -> Element {
    fresh(words, school, now, "events")
}

/// At the end of a `main` that waits for long work: the page is asked for again every two seconds.
pub fn waiting(words: Words, school: &School, now: i64) -> Element {
    fresh(words, school, now, "waiting")
}

fn fresh(words: Words, school: &School, now: i64, follows: &str) -> Element {
    let time = words.time_of_minute(school_time::at(school, now).minute);
    rsx! {
        div { class: "fresh no-print", "data-live": follows, "data-testid": "fresh",
            p {
                {say!(words, "live-as-of", time: time)}
                span { role: "status",
                    span { "data-live-new": "", hidden: true, " " {say!(words, "live-new")} " "
                        a { href: "", {say!(words, "live-reload")} }
                    }
                    span { "data-live-lost": "", hidden: true, " " {say!(words, "live-lost")} }
                }
            }
            script { r#type: "module", src: "/assets/team/live.{*LIVE_VERSION}.js" }
        }
    }
}
