//! What the server does, apart from HTTP and SQL.

pub mod pairing;
pub mod planning;
pub mod rules;
pub mod school_help;
pub mod school_time;
pub mod sign_in;
pub mod sync;
pub mod week;
