//! Whatever is touched keeps the phone open.

use dioxus::prelude::*;

use crate::phone::use_phone;
use crate::shell::use_around;

/// Around all screens; it has no box of its own.
#[component]
pub fn Watched(children: Element) -> Element {
    let phone = use_phone();
    let around = use_around();
    rsx! {
        div { class: "watched", onpointerdown: move |_| around.touched(phone), onkeydown: move |_| around.touched(phone), {children} }
    }
}
