//! What stands in the place of all other screens while the phone is closed.

mod change;
mod choose;
mod gone;
mod install;
mod lease;
mod pad;
mod unlock;

pub use change::LockCard;
pub use choose::ChoosePinScreen;
pub use gone::Gone;
pub use install::InstallScreen;
pub use lease::LeaseScreen;
pub use unlock::UnlockScreen;

use daymark_components::{Words, say};
use daymark_mentor_core::api::{Pin, WeakPin};
use dioxus::prelude::*;

use crate::phone::{use_phone, use_words};

/// A PIN that may be chosen, or why not.
fn chosen(words: Words, digits: &str) -> Result<Pin, String> {
    Pin::chosen(digits).map_err(|weak| match weak {
        WeakPin::Length => say!(words, "pin-length"),
        WeakPin::Repeats => say!(words, "pin-repeats"),
        WeakPin::Row => say!(words, "pin-row"),
    })
}

/// What waits behind the lock, as the phone last knew.
#[component]
fn Waits() -> Element {
    let words = use_words();
    let n = use_phone().waiting();
    rsx! {
        if n > 0 { p { class: "notice", "data-testid": "lock-waiting", {say!(words, "lock-waiting", n: n)} } }
    }
}
