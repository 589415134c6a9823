//! Reports of small districts whose every number can be counted by hand.

mod absence;
mod beyond;
mod groups;
mod mentors;
#[cfg(test)]
mod over_time;
#[cfg(test)]
mod school;
mod team;
mod told;
