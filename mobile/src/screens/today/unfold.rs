//! What is one more tap away, and not even drawn before.

use dioxus::prelude::*;

#[component]
pub fn Unfold(hook: String, title: String, children: Element) -> Element {
    let mut open = use_signal(|| false);
    rsx! {
        button { r#type: "button", class: "unfold", "data-testid": "{hook}", aria_expanded: open().to_string(),
            onclick: move |_| open.toggle(), "{title}"
        }
        if open() { {children} }
    }
}
