//! Bringing the outbox to the school and the school's news to the phone.
//!
//! What becomes of an unsent entry: it waits in `change` as *unsent*; each attempt sends it again; it turns *sent* only
//! on the server's acknowledgement of a hash that covers it, or *refused* when the server names it so. A lost, cut,
//! doubled or late answer is always the same case: ask again. Deciding what to send ([`plan`]) needs no database, and
//! no attempt holds up a tap: nothing is borrowed while the network is awaited.

mod apply;
mod backoff;
mod events;
mod http;
mod pair;
mod plan;
mod run;

pub use backoff::{Backoff, Wait};
pub use events::Heard;
pub use http::HttpApi;
pub use pair::{PairApi, PairError, pair};
pub use plan::{Batch, plan};
pub use run::{SharedCore, SyncError, run_once};
