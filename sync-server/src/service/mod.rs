//! What the server does, apart from HTTP and SQL.

pub mod imports;
pub mod pairing;
pub mod planning;
pub mod referral_form;
pub mod rules;
pub mod school_help;
pub mod school_time;
pub mod sign_in;
pub mod student_page;
pub mod sync;
pub mod week;
