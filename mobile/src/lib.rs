//! The mentor's app: screens, and the shells that carry them.
//!
//! A screen asks the core through [`phone::Phone`] and shows the view that comes back. It knows the core's requests
//! and replies only: neither SQL nor documents, neither worker nor thread. What differs between a browser and a
//! window stands behind [`shell::Shell`].

pub mod app;
mod decks;
mod parts;
pub mod phone;
mod reminders;
mod screens;
pub mod shell;
mod voice;

#[cfg(test)]
mod tests;
