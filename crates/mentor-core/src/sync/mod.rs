//! Bringing the outbox to the school and the school's news to the phone.
//!
//! What becomes of an unsent entry: it waits in `change` as *unsent*; each attempt sends it again; it turns *sent* only
//! on the server's acknowledgement of a hash that covers it, signed by the key that was pinned at pairing
//! ([`receipt`]), or *refused* when the server names it so. A lost, cut,
//! doubled or late answer is always the same case: ask again. Deciding what to send ([`plan`]) needs no database, and
//! no attempt holds up a tap: nothing is borrowed while the network is awaited.

mod access;
mod agreement;
mod apply;
mod backoff;
mod events;
mod http;
mod leaving;
mod pair;
mod plan;
mod receipt;
mod refused;
mod rewrite;
mod rows;
mod run;
mod shut_out;
mod standing;
mod take_in;
#[cfg(feature = "weakened")]
mod weakened;

pub(crate) use access::Access;
pub use access::Word;
pub use agreement::{accept_agreement, read_agreement};
pub use backoff::{Backoff, Wait};
pub use events::Heard;
pub use http::HttpApi;
pub use pair::{PairApi, PairError, Wanted, awaited_server, give_up, look_for_answer, pair};
pub use plan::{Batch, Opening, plan};
pub use receipt::Pushed;
pub use run::{SharedCore, SyncError, run_once};
pub use shut_out::{LeaveApi, awaits_word, leave, tell_wiped};
pub(crate) use standing::Doubt;
