//! What crosses HTTP between a phone and the school's server (`design.md` section 5, `sync.md` 3.3).
//!
//! One request carries everything both ways and may arrive twice, late, or cut off: each frame is complete alone,
//! nothing depends on what an earlier request left behind on the server, and unknown keys and frames are skipped.
//! This crate knows nothing of axum, reqwest, SQL or Automerge: changes are opaque bytes here.

mod api;
mod body;
mod down;
mod frames;
pub mod limits;
pub mod pairing;
mod problem;
mod up;

pub use api::{LinkError, SyncApi};
pub use body::{BodyError, deflate, inflate};
pub use down::{
    Acknowledged, AttendanceRow, CalendarRow, CalleeRow, ChangesBelow, Done, Down, MatchRow, MentorRow, Redo,
    Refused, Revoked, Rows, SchoolRow, Snapshot, StudentRow, Welcome,
};
pub use frames::{FrameError, Frames};
pub use minicbor::bytes::{ByteArray, ByteVec};
pub use problem::Problem;
pub use up::{Hello, Push, Up};

/// The media type of both bodies: a CBOR sequence (RFC 8742).
pub const MEDIA_TYPE: &str = "application/vnd.daymark.sync+cbor-seq";
/// Sixteen bytes that name a match, student, school or mentor.
pub type Id = ByteArray<16>;
/// Days since 1970-01-01 in the school's zone.
pub type Day = i32;
/// The first 8 bytes of a change's SHA-256 hash: enough to name it among a phone's own.
pub type HashPrefix = ByteArray<8>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_reads_back_frame_by_frame_and_skips_what_it_does_not_know() {
        let mut body = Vec::new();
        Down::from(Welcome::new([7; 8].into(), 1_760_417_400)).write(&mut body);
        body.extend([0xa2, 0x00, 0x18, 0x63, 0x01, 0x61, b'x']); // {0: 99, 1: "x"}: from a newer server
        Down::from(Done::new(12, false)).write(&mut body);
        let frames: Result<Vec<Down>, _> = Frames::of(&body).collect();
        assert!(
            matches!(frames.unwrap().as_slice(), [Down::Welcome(_), Down::Done(done)] if done.cursor == 12)
        );
    }

    #[test]
    fn of_a_cut_body_the_whole_frames_still_count() {
        let mut body = Vec::new();
        Down::from(Revoked::new([1; 16].into())).write(&mut body);
        let whole = body.len();
        Down::from(Done::new(3, false)).write(&mut body);
        for cut in whole + 1..body.len() {
            let frames: Vec<Result<Down, _>> = Frames::of(&body[..cut]).collect();
            assert!(matches!(frames.as_slice(), [Ok(Down::Revoked(_)), Err(_)]), "cut at {cut}");
        }
    }

    #[test]
    fn nothing_new_fits_in_a_few_bytes() {
        let mut up = Vec::new();
        Up::from(Hello::new(100_000, Some([7; 8].into()), 0)).write(&mut up);
        let mut down = Vec::new();
        Down::from(Welcome::new([7; 8].into(), 1_760_417_400)).write(&mut down);
        Down::from(Done::new(100_000, false)).write(&mut down);
        assert!(up.len() <= 120 && down.len() <= 120, "{} up, {} down", up.len(), down.len());
    }
}
