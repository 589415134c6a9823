//! What a platform lends to the screens.

use std::future::Future;
use std::pin::Pin;

use daymark_components::Language;
use daymark_mentor_core::api::{Failure, Reply, Request};
use futures_channel::mpsc;

mod around;
#[cfg(all(any(feature = "desktop", feature = "phone"), not(target_family = "wasm")))]
pub mod desktop;
mod lent;
#[cfg(all(feature = "web", target_family = "wasm"))]
pub mod web;

pub use around::{Around, due, use_around, use_provide_around};
pub use lent::{Given, GivenFile, Keeping, News, Notices, Storage};

/// Something that the platform answers later.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// An answer on its way.
pub type Answer = Later<Result<Reply, Failure>>;

/// A pause under way.
pub type Rest = Later<()>;

/// A browser's page or a window: where the core runs, and what is around the screens.
pub trait Shell {
    /// Hands the request to the core at once; the future only waits for the answer.
    fn ask(&self, request: Request) -> Answer;
    /// Opens the core again, after it could not be opened.
    fn open_again(&self);
    /// Whether this window can go on where another one holds the data.
    fn can_take_over(&self) -> bool {
        false
    }
    /// Asks the window that holds the data to close, and opens the core here. The other one ends what it writes first.
    fn take_over(&self) {
        self.open_again();
    }
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
    /// Seconds since 1970 by this phone's clock, whatever it says.
    fn unix_seconds(&self) -> i64;
    /// Waits for so many milliseconds.
    fn rest(&self, ms: u32) -> Rest;
    /// Prints the page or window as its print style lays it out.
    fn print(&self);
    /// A short tremble under the finger, where there is one.
    fn tick(&self) {}
    /// Whether this is an app and not a page that one comes by: only an app keeps anything.
    fn is_installed(&self) -> bool {
        true
    }
    /// Whether the platform can be asked to install it.
    fn can_install(&self) -> bool {
        false
    }
    /// Asks it.
    fn install(&self) {}
    /// Shows the screens again, which the platform hides while nobody looks.
    fn uncover(&self) {}
    /// How safe and how full the place is where entries are kept.
    fn storage(&self) -> Later<Storage>;
    /// Asks the platform not to clear that place by itself; how things stand then.
    fn keep_storage(&self) -> Later<Storage> {
        self.storage()
    }
    /// A small choice of this phone; nothing about a student is ever one.
    fn setting(&self, name: &str) -> Option<String>;
    /// Keeps it for the next start.
    fn keep_setting(&self, name: &str, value: &str);
    /// Hands a file over: to another app where that can be chosen, else to where downloads go.
    fn give(&self, file: GivenFile) -> Later<Given>;
    /// A number on the app's own sign; 0 takes it off.
    fn badge(&self, _items: u32) {}
    /// Whether reminders can be shown while the app is open.
    fn notices(&self) -> Notices {
        Notices::Never
    }
    /// Asks for leave to show them.
    fn ask_for_notices(&self) -> Later<Notices> {
        let notices = self.notices();
        Box::pin(async move { notices })
    }
    /// Shows each sentence after so many seconds, for as long as the app is open; whatever was planned before is dropped.
    fn remind(&self, _sentences: Vec<(u64, String)>) {}
    /// Which build of the app this is.
    fn build(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }
    /// What the platform tells by itself. Asked for once.
    fn news(&self) -> mpsc::UnboundedReceiver<News> {
        mpsc::unbounded().1
    }
}
