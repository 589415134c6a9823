//! The phone without a face: what a mentor can do ([`ops`]), what a screen reads ([`views`]), how it is kept
//! ([`storage`]) and how it reaches the school ([`sync`]).
//!
//! Screens see [`api`] only: a request goes in, a reply comes out, wherever the core runs (a worker in the browser,
//! a thread in the window). This crate knows nothing of Dioxus, of the server's tables or of other mentors.

pub mod api;
