//! What a tap starts belongs to its section: the card that was tapped may fold before the answer is there.

use std::future::Future;
use std::pin::Pin;

use dioxus::prelude::*;

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// Runs work for as long as the component that made it is on the screen. Copied freely.
#[derive(Clone, Copy, PartialEq)]
pub struct Running(Callback<Work>);

pub fn use_running() -> Running {
    Running(use_callback(|work: Work| {
        spawn(work);
    }))
}

impl Running {
    pub fn run(self, work: impl Future<Output = ()> + 'static) {
        self.0.call(Box::pin(work));
    }
}
