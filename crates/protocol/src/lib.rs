//! What crosses HTTP between a phone and the school's server (`design.md` section 5, `sync.md` 3.3).
//!
//! One request carries everything both ways and may arrive twice, late, or cut off: each frame is complete alone,
//! nothing depends on what an earlier request left behind on the server, and unknown keys and frames are skipped.
//! This crate knows nothing of axum, reqwest, SQL or Automerge: changes are opaque bytes here.

pub mod access;
mod api;
mod body;
mod digest;
mod down;
mod frames;
pub mod lease;
pub mod limits;
pub mod pairing;
mod problem;
pub mod receipt;
mod up;
pub mod words;

pub use api::{Answered, LinkError, SyncApi};
pub use body::{BodyError, deflate, inflate};
pub use digest::digest;
pub use down::{
    Acknowledged, AgreementText, AnswerRow, AttendanceRow, CalendarRow, CalleeRow, ChangesBelow, Done, Down,
    GrantedFieldRow, GrantedLineRow, GrantedRow, Held, Lease, MatchRow, MentorRow, OtherContactRow,
    OthersRow, Receipt, Redo, Refused, Revoked, Rows, SafetyContactRow, SchoolRow, SeenRow, Snapshot,
    StudentRow, Welcome, Writing,
};
pub use frames::{FrameError, Frames};
pub use minicbor::bytes::{ByteArray, ByteVec};
pub use problem::Problem;
pub use up::{AgreementAccepted, AgreementWanted, Hello, Kin, Push, Standing, Up};

/// The media type of both bodies: a CBOR sequence (RFC 8742).
pub const MEDIA_TYPE: &str = "application/vnd.daymark.sync+cbor-seq";
/// Sixteen bytes that name a match, student, school or mentor.
pub type Id = ByteArray<16>;
/// Days since 1970-01-01 in the school's zone.
pub type Day = i32;
/// The first 8 bytes of a change's SHA-256 hash: enough to name it among a phone's own.
pub type HashPrefix = ByteArray<8>;
/// An Ed25519 signature.
pub type Signature = ByteArray<64>;

#[cfg(test)]
mod golden;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_reads_back_frame_by_frame_and_skips_what_it_does_not_know() {
        let mut body = Vec::new();
        Down::from(Welcome::new([7; 8].into(), 1_760_417_400, None, None, None)).write(&mut body);
        body.extend([0xa2, 0x00, 0x18, 0x63, 0x01, 0x61, b'x']); // {0: 99, 1: "x"}: from a newer server
        Down::from(Done::new(12, false, None)).write(&mut body);
        let frames: Result<Vec<Down>, _> = Frames::of(&body).collect();
        assert!(
            matches!(frames.unwrap().as_slice(), [Down::Welcome(_), Down::Done(done)] if done.cursor == 12)
        );
    }

    #[test]
    fn of_a_cut_body_the_whole_frames_still_count() {
        let mut body = Vec::new();
        Down::from(Revoked::new([1; 16].into(), None)).write(&mut body);
        let whole = body.len();
        Down::from(Done::new(3, false, None)).write(&mut body);
        for cut in whole + 1..body.len() {
            let frames: Vec<Result<Down, _>> = Frames::of(&body[..cut]).collect();
            assert!(matches!(frames.as_slice(), [Ok(Down::Revoked(_)), Err(_)]), "cut at {cut}");
        }
    }

    #[test]
    fn nothing_new_fits_in_a_few_bytes() {
        let mut up = Vec::new();
        let mut hello = Hello::new(100_000, Some([7; 8].into()), 0);
        hello.request = Some(u32::MAX);
        Up::from(hello).write(&mut up);
        let mut down = Vec::new();
        Down::from(Welcome::new([7; 8].into(), 1_760_417_400, None, None, Some(u32::MAX))).write(&mut down);
        Down::from(Done::new(100_000, false, Some([9; 8].into()))).write(&mut down);
        assert!(up.len() <= 120 && down.len() <= 120, "{} up, {} down", up.len(), down.len());
    }

    /// As bytes from before the wire had rules, safety contacts and what is known of a callee's calls: an old server's.
    #[test]
    fn rows_of_an_older_server_are_read_as_saying_nothing_more() {
        let school = [0x84, 0x61, b'L', 0x18, 0x64, 0xf6, 0x81, 0x82, 0x00, 0x00];
        let school: SchoolRow = minicbor::decode(&school).unwrap();
        assert_eq!((school.name.as_str(), school.bell_minute, school.offsets.len()), ("L", Some(100), 1));
        assert_eq!((school.rules, school.safety_contacts), (None, None));
        let callee: CalleeRow = minicbor::decode(&[0x85, 0x61, b'A', 0xf6, 0xf6, 0x61, b'1', 0xf6]).unwrap();
        assert_eq!((callee.phone.as_deref(), callee.interpreter, callee.may_text), (Some("1"), None, None));
    }

    /// What a phone of the first version knows of the rows that have grown since.
    #[test]
    fn a_phone_of_the_first_version_reads_what_it_knows_of_newer_rows() {
        use minicbor::{Decode, Encode};
        #[derive(Debug, PartialEq, Encode, Decode)]
        struct FirstSchool(#[n(0)] String, #[n(1)] Option<u16>, #[n(2)] Option<Day>, #[n(3)] Vec<(i64, i32)>);
        #[derive(Debug, PartialEq, Encode, Decode)]
        #[cbor(map)]
        struct FirstRows {
            #[n(0)]
            kind: u32,
            #[n(2)]
            school: Option<FirstSchool>,
        }
        let contact = SafetyContactRow { name: "Office".into(), role: None, phone: "555".into() };
        let rows = Rows {
            school: Some(SchoolRow {
                name: "Lincoln".into(),
                bell_minute: None,
                recorded_through: Some(20_000),
                offsets: vec![(0, -18_000)],
                rules: Some(vec![("chronic_from_percent".into(), "12".into())]),
                safety_contacts: Some(vec![contact]),
            }),
            others: Some(vec![OthersRow { student_id: [1; 16].into(), contacts: Vec::new() }]),
            seen: Some(Vec::new()),
            ..Rows::default()
        };
        let read: FirstRows = minicbor::decode(&minicbor::to_vec(&rows).unwrap()).unwrap();
        let first = FirstSchool("Lincoln".into(), None, Some(20_000), vec![(0, -18_000)]);
        assert_eq!(read, FirstRows { kind: 13, school: Some(first) });
    }

    #[test]
    fn the_rows_of_the_teams_word_keep_their_bytes() {
        let contact = OtherContactRow { day: 1, at: 2, kind: "text".into(), reach: "family".into() };
        let rows = Rows {
            others: Some(vec![OthersRow { student_id: [1; 16].into(), contacts: vec![contact] }]),
            answers: Some(vec![AnswerRow {
                match_id: [2; 16].into(),
                ask: "a-1".into(),
                status: "completed".into(),
                text: None,
                by: "K".into(),
                at: 3,
            }]),
            seen: Some(vec![SeenRow {
                match_id: [3; 16].into(),
                page: "week".into(),
                device_tag: "a".into(),
                counter: 9,
            }]),
            ..Rows::default()
        };
        let mut body = Vec::new();
        Down::from(rows).write(&mut body);
        let hex: String = body.iter().map(|byte| format!("{byte:02x}")).collect();
        let id = |byte: &str| format!("50{}", byte.repeat(16));
        let others = format!("0781 82{} 81 84 01 02 6474657874 6666616d696c79", id("01"));
        let answers = format!("0881 86{} 63612d31 69636f6d706c65746564 f6 614b 03", id("02"));
        let seen = format!("0981 84{} 647765656b 6161 09", id("03"));
        assert_eq!(hex, format!("a4000d{others}{answers}{seen}").replace(' ', ""));
        let line = GrantedLineRow { day: 1, kind: None, text: Some("x".into()), hundredths: None };
        let field = GrantedFieldRow { field: "discipline".into(), until: 2, lines: vec![line] };
        let granted = GrantedRow { match_id: [2; 16].into(), fields: vec![field] };
        let rows = Rows { granted: Some(vec![granted]), ..Rows::default() };
        let mut granted = Vec::new();
        Down::from(rows).write(&mut granted);
        let hex: String = granted.iter().map(|byte| format!("{byte:02x}")).collect();
        let of = format!("82{} 81 83 6a6469736369706c696e65 02 81 83 01 f6 6178", id("02"));
        assert_eq!(hex, format!("a2000d 0a81 {of}").replace(' ', ""));
        let read: Vec<Down> = Frames::of(&body).map(Result::unwrap).collect();
        assert!(matches!(read.as_slice(), [Down::Rows(rows)] if rows.seen.is_some()));
    }
}
