//! What people do with the real server and real phones, told as sentences.
//!
//! One binary: linking the server and the phone's core once is most of the time that these take to build.

#![allow(clippy::unwrap_used, reason = "a scenario that cannot go on has failed, and says where")]

mod absence;
mod at_work;
mod canary;
mod copies;
mod end_of_match;
mod field_grants;
mod gate;
mod grand_bend;
mod handed_on;
mod lease;
mod leaving;
mod link;
mod listening;
mod long_away;
mod names;
mod network_back;
mod new_year;
mod others;
mod pairing;
mod phone;
mod pokes;
mod receipts;
mod repair;
mod restored;
mod rosters;
mod school;
mod school_help;
mod simulator;
mod teams_word;
mod two_phones;
mod way;
mod whole_day;
mod wrong_clock;
