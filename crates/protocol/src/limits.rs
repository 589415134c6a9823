//! How much a request may carry. The phone splits by these, the server refuses beyond them.

/// The most bytes of one change: a note of 2,000 characters takes a tenth of it.
pub const CHANGE_BYTES_MAX: usize = 64 * 1024;
/// The most bytes of changes that a phone puts into one request, before compression.
pub const PUSH_BYTES_MAX: usize = 64 * 1024;
/// The most bytes of a request on the wire.
pub const REQUEST_BYTES_MAX: usize = 128 * 1024;
/// The most bytes of a request after inflation.
pub const REQUEST_INFLATED_BYTES_MAX: usize = 256 * 1024;
/// About how many bytes the server puts into one answer before it says that there is more.
pub const ANSWER_BYTES_WANTED: usize = 512 * 1024;
/// The most changes in one request.
pub const CHANGES_MAX: usize = 2_000;
/// The most phones that one request may vouch for.
pub const KIN_MAX: usize = 32;
