//! A file a target.

pub mod csv;
pub mod frames;
pub mod gate;
pub mod pairing;
pub mod view;
pub mod zip;

use daymark_documents::Writer;
use daymark_domain::{DeviceTag, SchoolDay};

/// The phone with this number.
fn writer(serial: u8) -> Writer {
    Writer::of_device(&[serial; 16], &DeviceTag::from_serial(serial.into()), 0)
}

/// A day of autumn 2024.
fn day() -> SchoolDay {
    SchoolDay::from_number(20_000).unwrap_or_else(|| panic!("a date of every calendar"))
}
