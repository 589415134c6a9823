//! Where the keyboard leads to from every screen: `mobile/web/keys.js` presses these.

use dioxus::prelude::*;

use crate::app::Route;

/// Out of everybody's way: not seen, not heard, not reached by Tab. Screens without tabs have their shortcuts from here.
#[component]
pub fn Shortcuts() -> Element {
    rsx! {
        div { hidden: true,
            Link { to: Route::Today {}, "data-shortcut": "1" }
            Link { to: Route::Door {}, "data-shortcut": "2" }
            Link { to: Route::Students {}, "data-shortcut": "3" }
        }
    }
}
