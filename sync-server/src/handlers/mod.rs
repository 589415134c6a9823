//! One function a route: who may, what is asked, the service's answer as a page or JSON.

pub mod events;
pub mod health;
pub mod language;
pub mod matches;
pub mod mentors;
pub mod pairing;
pub mod sign_in;
pub mod sync;
pub mod web_app;
pub mod week;
