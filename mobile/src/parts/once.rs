//! One tap, one write: while it is under way, and for a finger that bounced, a button writes nothing more.

use std::future::Future;

use dioxus::prelude::*;

use crate::phone::{Phone, use_phone};

/// A second touch so soon after the first is no decision.
const BOUNCE_MS: f64 = 300.0;

/// Shared by the buttons of one form. Copied freely.
#[derive(Clone, Copy, PartialEq)]
pub struct Once {
    phone: Phone,
    writing: Signal<bool>,
    tapped_ms: Signal<f64>,
}

pub fn use_once() -> Once {
    Once { phone: use_phone(), writing: use_signal(|| false), tapped_ms: use_signal(|| f64::MIN) }
}

impl Once {
    /// Writes, unless a write is under way or was begun just now; `then` when it is on the disk.
    pub fn write<F>(mut self, write: impl FnOnce() -> F, then: impl FnOnce() + 'static)
    where
        F: Future<Output = bool> + 'static,
    {
        let now = self.phone.shell().now_ms();
        if *self.writing.peek() || now - *self.tapped_ms.peek() < BOUNCE_MS {
            return;
        }
        self.tapped_ms.set(now);
        self.writing.set(true);
        let saving = write();
        spawn(async move {
            let saved = saving.await;
            self.writing.set(false);
            if saved {
                then();
            }
        });
    }
}
