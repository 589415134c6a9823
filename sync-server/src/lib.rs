//! The school's sync server: grants, the log, imports, and the team's pages.
//!
//! [`app`] is everything that answers a request, without a port; [`serve`] is the port.

pub mod app;
pub mod auth;
pub mod cli;
pub mod clock;
pub mod entropy;
pub mod gate;
mod handlers;
mod headers;
pub mod imports;
pub mod metrics;
pub mod openapi;
pub mod operations;
mod pages;
pub mod problem;
pub mod reports;
mod router;
mod serve;
pub mod service;
pub mod store;
#[cfg(test)]
mod tests;
#[cfg(feature = "weakened")]
mod weakened;
pub mod web_app;

pub use app::{App, Settings};
pub use clock::Clock;
pub use entropy::Entropy;
pub use serve::{TlsError, acceptor, serve};

/// Everything that answers a request.
pub fn app(state: App) -> axum::Router {
    router::router(state)
}
