//! The three screens that are always one tap away.

use daymark_components::say;
use dioxus::prelude::*;

use crate::app::Route;
use crate::phone::use_words;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Today,
    Door,
    Students,
}

#[component]
pub fn Tabs(tab: Tab) -> Element {
    let words = use_words();
    let tabs = [
        (Tab::Today, Route::Today {}, "tab-today", say!(words, "tab-today"), "Alt+1"),
        (Tab::Door, Route::Door {}, "tab-door", say!(words, "tab-door"), "Alt+2"),
        (Tab::Students, Route::Students {}, "tab-students", say!(words, "tab-students"), "Alt+3"),
    ];
    rsx! {
        nav { class: "tabs", "aria-label": say!(words, "tabs"),
            for (each, to, hook, name, keys) in tabs {
                Link { key: "{hook}", class: if each == tab { "here" } else { "" }, "data-testid": hook, aria_keyshortcuts: keys,
                    aria_current: if each == tab { "page" } else { "false" }, to, "{name}" }
            }
        }
    }
}
