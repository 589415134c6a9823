//! The phone without a face: what a mentor can do ([`ops`]), what a screen reads ([`views`]), how it is kept
//! ([`storage`]) and how it reaches the school ([`sync`]).
//!
//! Screens see [`api`] only: a request goes in, a reply comes out, wherever the core runs (a worker in the browser,
//! a thread in the window). This crate knows nothing of Dioxus, of the server's tables or of other mentors.

pub mod api;

#[cfg(feature = "core")]
mod core;
#[cfg(feature = "core")]
mod entropy;
#[cfg(feature = "core")]
pub mod host;
#[cfg(feature = "core")]
pub mod lock;
#[cfg(all(feature = "core", not(target_family = "wasm")))]
pub mod native;
#[cfg(feature = "core")]
pub mod open;
#[cfg(feature = "core")]
pub mod ops;
#[cfg(feature = "core")]
pub mod storage;
#[cfg(feature = "core")]
pub mod sync;
#[cfg(feature = "core")]
pub mod views;

#[cfg(feature = "core")]
pub use crate::core::{Clock, Core};
#[cfg(feature = "core")]
pub use entropy::Entropy;
#[cfg(feature = "core")]
pub use storage::phone::Phone as PairedPhone;

#[cfg(all(test, feature = "core"))]
mod tests;
