//! The bytes of released entries: an app of last year and one of today write the same change for the same tap.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

use daymark_domain::{
    Audience, CallOutcome, Contact, ContactKind, DeviceTag, DoorResult, NoteClass, SchoolDay, What,
};

use crate::{MatchRecord, Writer};

#[test]
fn the_first_versions_entries_keep_their_bytes() {
    let note = "Bus pass".to_owned().try_into().unwrap();
    let released = [
        (
            What::DoorCheck(DoorResult::Late),
            "ea13dc050a4340fce551959a176e377981f751659dc6aea7e1605ef1395fae3c",
        ),
        (
            What::Contact(Contact::call(ContactKind::WakeUpCall, CallOutcome::ReachedGuardian)),
            "d1242983171547e293908ea7facafba87fcdba21ebc00646c59055bfdf6465a9",
        ),
        (
            What::Contact(Contact::session(ContactKind::OneOnOne, 20)),
            "44e1de4284fc9dd8611f288f0032b52a70528858084e513c3d2f1c9fa83a4bff",
        ),
        (
            What::Note { text: note, audience: Audience::Team, class: NoteClass::Shareable },
            "7f7e45aa6fb06461690adfff0d59fb396905d747b42ee188ef52c9bd2137e60e",
        ),
    ];
    let writer = Writer::of_device(&[1; 16], &DeviceTag::from_serial(11), 0);
    let day = SchoolDay::from_number(20_375).unwrap();
    for (what, hash) in released {
        let mut record = MatchRecord::new().unwrap();
        let written = record.add_entry(&writer, day, 1_760_445_720, &what).unwrap();
        // The hash is the SHA-256 of the bytes.
        assert_eq!(format!("{:?}", written.hash), format!("ChangeHash({hash})"), "{what:?}");
    }
}
