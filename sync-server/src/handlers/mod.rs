//! One function a route: who may, what is asked, the service's answer as a page or JSON.

pub mod asks;
pub mod checklist;
pub mod events;
pub mod health;
pub mod imports;
pub mod kick_off;
pub mod language;
pub mod matches;
pub mod mentors;
pub mod pairing;
pub mod planning;
pub mod referrals;
pub mod resources;
pub mod school;
pub mod sign_in;
pub mod students;
pub mod sync;
pub mod web_app;
pub mod week;
