//! How things stand with the school's server, in words. No spinner, no percentage.

use dioxus::prelude::*;

/// Which dot stands before the words; grey is not an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncTone {
    /// Everything has arrived.
    Sent,
    /// Something is saved here only; it goes by itself.
    Waiting,
    /// A person has to do something.
    Trouble,
}

impl SyncTone {
    fn class(self) -> &'static str {
        match self {
            Self::Sent => "",
            Self::Waiting => "waiting",
            Self::Trouble => "trouble",
        }
    }
}

/// The line at the top right of every screen; a tap on it sends now.
#[component]
pub fn SyncLine(
    tone: SyncTone,
    text: String,
    /// A second line, such as "no network".
    #[props(default)]
    more: Option<String>,
    /// What a screen reader says: the state, and that a tap sends.
    label: String,
    /// How many entries are saved here only; what waits for them to be sent looks here.
    #[props(default)]
    unsent: u32,
    on_tap: EventHandler<()>,
) -> Element {
    rsx! {
        button { r#type: "button", class: "sync", "data-testid": "sync-line", "data-unsent": "{unsent}", "aria-label": "{label}",
            onclick: move |_| on_tap.call(()),
            i { class: "dot {tone.class()}" }
            span { class: "num",
                "{text}"
                if let Some(more) = &more { span { class: "more", "{more}" } }
            }
        }
    }
}
