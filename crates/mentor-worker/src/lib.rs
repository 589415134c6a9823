//! mentor-core in a browser's dedicated worker: requests and replies as postcard bytes over `postMessage`.
//!
//! One worker at a time holds the data (a Web Lock, for life), in the origin's private file system. When either is not
//! to be had the page is told so; nothing falls back to memory unasked. A worker that is started under the name `take-over`
//! asks the one that holds the data to close, which it does between two requests, telling its page `OpenElsewhere`.
//! Native builds of this crate are empty.

#[cfg(target_family = "wasm")]
mod browser;
#[cfg(target_family = "wasm")]
mod plain_key;
#[cfg(target_family = "wasm")]
mod pool;
#[cfg(target_family = "wasm")]
mod secret;
#[cfg(target_family = "wasm")]
mod worker;
