//! Digits by the thumb: big keys on the screen, so that no keyboard hides what is asked.

use daymark_components::say;
use daymark_mentor_core::api::{PIN_DIGITS, is_whole_pin};
use dioxus::prelude::*;

use crate::phone::use_words;

/// Hooks are values: only then can a test find what to tap.
const KEYS: [(&str, &str); 9] = [
    ("1", "pad-1"),
    ("2", "pad-2"),
    ("3", "pad-3"),
    ("4", "pad-4"),
    ("5", "pad-5"),
    ("6", "pad-6"),
    ("7", "pad-7"),
    ("8", "pad-8"),
    ("9", "pad-9"),
];
const NOUGHT: (&str, &str) = ("0", "pad-0");
const DELETE: &str = "pad-delete";
const DONE: &str = "pad-done";

/// The pad. Each thing that is asked has one of its own, which begins empty.
#[component]
pub fn Pad(
    /// What is asked.
    lead: String,
    /// Nothing is taken while it is.
    busy: bool,
    on_pin: EventHandler<String>,
) -> Element {
    let words = use_words();
    let mut digits = use_signal(String::new);
    let mut short = use_signal(|| false);
    let mut add = move |digit: &str| {
        short.set(false);
        if !busy && digits.peek().len() < *PIN_DIGITS.end() {
            digits.write().push_str(digit);
        }
    };
    let mut delete = move || {
        short.set(false);
        digits.write().pop();
    };
    let mut done = move || {
        let whole = is_whole_pin(&digits.peek());
        short.set(!whole);
        if whole && !busy {
            on_pin.call(std::mem::take(&mut *digits.write()));
        }
    };
    // A window's own keyboard may serve too.
    let typed = move |event: KeyboardEvent| match event.key() {
        Key::Character(digit) if digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit() => add(&digit),
        Key::Backspace => delete(),
        Key::Enter => done(),
        _ => {}
    };
    let count = digits.read().len();
    rsx! {
        div { class: "stack", role: "group", "aria-label": "{lead}", tabindex: "-1", "aria-busy": busy.to_string(), onkeydown: typed,
            onmounted: move |pad| async move { drop(pad.set_focus(true).await) },
            p { class: "pad-lead", "{lead}" }
            p { class: "heard", role: "status", {say!(words, "pad-digits", n: count)} }
            div { class: "pad-dots", "aria-hidden": "true", "data-testid": "pad-dots", "data-count": "{count}",
                for place in 0..count.max(*PIN_DIGITS.start()) {
                    i { key: "{place}", class: if place < count { "on" } }
                }
            }
            if *short.read() { p { class: "notice", role: "alert", {say!(words, "pad-too-short")} } }
            // On a key of the screen Enter means that key.
            div { class: "pad", onkeydown: move |event| if event.key() == Key::Enter { event.stop_propagation() },
                for (digit, hook) in KEYS {
                    button { key: "{digit}", r#type: "button", "data-testid": hook, onclick: move |_| add(digit), "{digit}" }
                }
                button { r#type: "button", "data-testid": DELETE, "aria-label": say!(words, "pad-delete"), onclick: move |_| delete(), "⌫" }
                button { r#type: "button", "data-testid": NOUGHT.1, onclick: move |_| add(NOUGHT.0), "{NOUGHT.0}" }
                button { r#type: "button", class: "done", "data-testid": DONE, onclick: move |_| done(), {say!(words, "pad-done")} }
            }
        }
    }
}
