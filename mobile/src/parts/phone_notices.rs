//! What this phone needs of a person: room, the right time, a network, to be closed once.

use daymark_components::{Words, say};
use daymark_mentor_core::api::Status;
use dioxus::prelude::*;

use crate::phone::{use_phone, use_words};
use crate::shell::{Keeping, Storage, use_around};

/// All of it; nothing, mostly.
#[component]
pub fn PhoneNotices() -> Element {
    let phone = use_phone();
    let words = use_words();
    let around = use_around();
    let clock_off = use_memo(move || phone.status.read().clock_off);
    rsx! {
        if let Some(minutes) = clock_off() {
            p { class: "notice bad", "data-testid": "clock-off", "{clock(words, minutes)}" }
        }
        StorageNotice {}
        if *around.new_version.read() {
            p { class: "notice", "data-testid": "new-version", {say!(words, "notice-new-version")} }
        }
    }
}

/// Room for entries, while there is time to make some.
#[component]
fn StorageNotice() -> Element {
    let phone = use_phone();
    let words = use_words();
    let storage = use_around().storage.read().unwrap_or_default();
    let old = use_memo(move || waits_since_yesterday(&phone.status.read(), &phone));
    rsx! {
        if storage.is_nearly_full() {
            p { class: "notice bad", "data-testid": "storage-full", "{full(words, storage)}" }
        } else if storage.keeping == Keeping::MayBeCleared && old() {
            p { class: "notice", "data-testid": "storage-unsent", {say!(words, "notice-unsent")} }
        }
    }
}

fn full(words: Words, storage: Storage) -> String {
    match storage.free_megabytes() {
        Some(n) => say!(words, "notice-storage-full", n: n),
        None => say!(words, "notice-storage-full-unknown"),
    }
}

/// Entries wait, and the last that were sent were sent on an earlier day.
fn waits_since_yesterday(status: &Status, phone: &crate::phone::Phone) -> bool {
    let today = *phone.today.read();
    status.unsent > 0 && status.last_sent.zip(today).is_some_and(|(sent, today)| sent.day < today)
}

/// By how much, in the largest unit that fits.
fn clock(words: Words, minutes: i32) -> String {
    let off = minutes.unsigned_abs();
    let span = match off {
        0..120 => say!(words, "span-minutes", n: off),
        120..2880 => say!(words, "span-hours", n: off / 60),
        _ => say!(words, "span-days", n: off / 1440),
    };
    match minutes > 0 {
        true => say!(words, "notice-clock-ahead", span: span),
        false => say!(words, "notice-clock-behind", span: span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_clock_is_said_with_its_direction_and_in_a_unit_that_one_can_picture() {
        let said = |minutes| clock(Words::english(), minutes);
        assert!(said(14).starts_with("This phone's clock is 14 minutes ahead"));
        assert!(said(-60).starts_with("This phone's clock is 60 minutes behind"));
        assert!(said(150).contains("2 hours ahead"));
        assert!(said(-4320).contains("3 days behind"));
    }
}
