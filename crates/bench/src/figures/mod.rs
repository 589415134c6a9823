//! One file a figure.

pub mod access_record;
pub mod district_report;
pub mod first_sync;
pub mod gate;
pub mod import;
pub mod operations;
pub mod ordinary_day;
pub mod pages;
pub mod push;
pub mod taps;
pub mod team_page;
pub mod views;
pub mod web_app;
