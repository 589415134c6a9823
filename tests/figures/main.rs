//! The figures once more: calculated a second time by plain loops that share no code with the product, and compared.
//!
//! `naive` and `district` know nothing of `daymark-domain`; `differential` brings the two together.

#![allow(clippy::unwrap_used, reason = "a comparison that cannot go on has failed, and says where")]

mod chance;
mod differential;
mod district;
mod export;
mod generator;
mod grand_bend;
mod naive;
mod pipeline;
mod server;
mod shrink;
mod vectors;
