//! One function a route: who may, what is asked, the service's answer as a page or JSON.

pub mod asks;
pub mod checklist;
pub mod district;
pub mod events;
pub mod health;
pub mod home;
pub mod imports;
pub mod keeping;
pub mod kick_off;
pub mod language;
pub mod matches;
pub mod matching;
pub mod meeting;
pub mod mentors;
pub mod numbers;
pub mod pairing;
pub mod planning;
pub mod referrals;
pub mod reports;
pub mod resources;
pub mod school;
pub mod sign_in;
pub mod students;
pub mod sync;
pub mod web_app;
pub mod week;
