//! A choice by tapping: each answer is a button, and the chosen one says so by sign and state.

use dioxus::prelude::*;

/// One answer.
#[derive(Clone, PartialEq)]
pub struct Chip<T> {
    pub value: T,
    /// Its test hook.
    pub hook: String,
    pub label: String,
}

impl<T> Chip<T> {
    pub fn new(value: T, hook: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value, hook: hook.into(), label: label.into() }
    }
}

/// A question with its answers. Tapping the chosen one takes the answer back.
#[component]
pub fn Chips<T: Clone + PartialEq + 'static>(
    legend: String,
    chips: Vec<Chip<T>>,
    picked: Option<T>,
    on_pick: EventHandler<Option<T>>,
) -> Element {
    // Long answers stand two in a row, short ones as many as fit.
    let is_long = chips.iter().any(|chip| chip.label.chars().count() > 14);
    rsx! {
        fieldset { class: "form-asked",
            legend { "{legend}" }
            div { class: if is_long { "form-chips two" } else { "form-chips" },
                for chip in chips {
                    ChipButton { key: "{chip.hook}", on: picked.as_ref() == Some(&chip.value), hook: chip.hook.clone(), label: chip.label,
                        on_tap: {
                            let value = chip.value.clone();
                            let on = picked.as_ref() == Some(&value);
                            move |()| on_pick.call((!on).then(|| value.clone()))
                        }
                    }
                }
            }
        }
    }
}

/// One button that is on or off.
#[component]
pub fn ChipButton(on: bool, hook: String, label: String, on_tap: EventHandler<()>) -> Element {
    rsx! {
        button { r#type: "button", class: "form-chip", "data-testid": "{hook}", aria_pressed: on.to_string(), onclick: move |_| on_tap.call(()),
            span { class: "cap", "{label}" }
        }
    }
}
