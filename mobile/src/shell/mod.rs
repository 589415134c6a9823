//! What a platform lends to the screens.

use std::future::Future;
use std::pin::Pin;

use daymark_components::Language;
use daymark_mentor_core::api::{Failure, Reply, Request};

#[cfg(all(feature = "desktop", not(target_family = "wasm")))]
pub mod desktop;
#[cfg(all(feature = "web", target_family = "wasm"))]
pub mod web;

/// An answer on its way.
pub type Answer = Pin<Box<dyn Future<Output = Result<Reply, Failure>>>>;

/// A pause under way.
pub type Rest = Pin<Box<dyn Future<Output = ()>>>;

/// A browser's page or a window: where the core runs, and what is around the screens.
pub trait Shell {
    /// Hands the request to the core at once; the future only waits for the answer.
    fn ask(&self, request: Request) -> Answer;
    /// Opens the core again, after it could not be opened.
    fn open_again(&self);
    /// The server that this app came from; `None`: the mentor has to name it.
    fn own_server(&self) -> Option<String>;
    /// A pairing code that the app was opened with.
    fn pairing_code(&self) -> Option<String>;
    /// The language that was chosen here, else the one that browser or system asks for.
    fn language(&self) -> Language;
    /// Keeps a chosen language for the next start.
    fn keep_language(&self, language: Language);
    /// Says in the page which language it is in, and which way it is read.
    fn mark_language(&self, language: Language);
    /// Names the page or window, and says whether the screen has its data.
    fn show(&self, title: &str, ready: bool);
    /// Milliseconds that only grow, to tell a ghost tap from a second one.
    fn now_ms(&self) -> f64;
    /// Waits for so many milliseconds.
    fn rest(&self, ms: u32) -> Rest;
    /// A short tremble under the finger, where there is one.
    fn tick(&self) {}
}
