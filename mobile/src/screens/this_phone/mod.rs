//! This phone: what it keeps and what was sent, room, reminders, language, help.

mod kept;
mod reminders;
mod room;
mod set_aside;

use daymark_components::{ChevronIcon, say};
use dioxus::prelude::*;

use self::kept::Kept;
use self::reminders::Reminders;
use self::room::Room;
use self::set_aside::SetAside;
use crate::app::Route;
use crate::parts::{Languages, Page, PhoneNotices, Tab};
use crate::phone::use_words;
use crate::screens::lock::LockCard;

#[component]
pub fn ThisPhoneScreen() -> Element {
    let words = use_words();
    rsx! {
        Page { title: say!(words, "this-phone"), back: Route::Today {}, tab: Tab::Today, ready: true,
            PhoneNotices {}
            SetAside {}
            Kept {}
            Reminders {}
            LockCard {}
            Room {}
            h2 { class: "sec", {say!(words, "languages")} }
            Languages {}
            h2 { class: "sec", {say!(words, "this-phone-more")} }
            ul { class: "list",
                li { LinkRow { hook: "to-library", to: Route::Library {}, name: say!(words, "this-phone-help"), lead: say!(words, "this-phone-help-lead") } }
                li { LinkRow { hook: "to-pair", to: Route::Pair {}, name: say!(words, "this-phone-pair"), lead: say!(words, "this-phone-pair-lead") } }
            }
        }
    }
}

#[component]
fn LinkRow(hook: &'static str, to: Route, name: String, lead: String) -> Element {
    rsx! {
        Link { class: "row", "data-testid": hook, to,
            span {
                span { class: "who", "{name}" }
                span { class: "why", "{lead}" }
            }
            ChevronIcon {}
        }
    }
}
