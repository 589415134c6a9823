//! The bytes of each frame, for ever: another version of either side reads them.

use super::*;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn up(frame: impl Into<Up>) -> String {
    let mut body = Vec::new();
    frame.into().write(&mut body);
    assert_eq!(Frames::<Up>::of(&body).count(), 1);
    hex(&body)
}

fn down(frame: impl Into<Down>) -> String {
    let mut body = Vec::new();
    frame.into().write(&mut body);
    assert_eq!(Frames::<Down>::of(&body).count(), 1);
    hex(&body)
}

fn same(found: &str, expected: &str) {
    assert_eq!(found, expected.replace(' ', ""));
}

#[test]
fn what_a_phone_says_keeps_its_bytes() {
    let id = |byte: &str| format!("50{}", byte.repeat(16));
    let mut hello = Hello::new(5, Some([7; 8].into()), 0);
    hello.wants_key = Some(true);
    same(&up(hello), "a5 0001 0105 0248 0707070707070707 0300 04f5");
    same(&up(Hello::new(0, None, 2)), "a3 0001 0100 0302");
    let mut named = Hello::new(0, None, 0);
    named.request = Some(0x0102_0304);
    same(&up(named), "a4 0001 0100 0300 051a01020304");
    let push = Push::new([1; 16].into(), vec![vec![0xab].into()]);
    same(&up(push), &format!("a3 0002 01{} 0281 41ab", id("01")));
    let mut asking = Hello::new(0, None, 0);
    asking.wants_lease = Some(true);
    same(&up(asking), "a4 0001 0100 0300 06f5");
    let mut asking = Hello::new(0, None, 0);
    asking.lease_nonce = Some([4; 16].into());
    same(&up(asking), &format!("a4 0001 0100 0300 08{}", id("04")));
    let kin = Kin::new([2; 16].into(), "a".to_owned(), [3; 64].into());
    same(&up(kin), &format!("a4 0003 01{} 026161 035840{}", id("02"), "03".repeat(64)));
    let standing = Standing::of([([1; 16], [2; 8])]);
    assert_eq!(standing.records().collect::<Vec<_>>(), [([1; 16], [2; 8])]);
    same(&up(AgreementWanted::new("en".to_owned())), "a2 001818 0162656e");
    same(&up(AgreementAccepted::new(1, "es".to_owned())), "a3 001819 0101 02626573");
    same(&up(standing), &format!("a2 0004 015818{}{}", "01".repeat(16), "02".repeat(8)));
}

#[test]
fn what_the_server_says_keeps_its_bytes() {
    let id = |byte: &str| format!("50{}", byte.repeat(16));
    let log = "0748 0707070707070707".replacen("07", "01", 1);
    same(&down(Welcome::new([7; 8].into(), 9, None, None, None)), &format!("a3 000a {log} 0209"));
    let first = Welcome::new([7; 8].into(), 9, Some([4; 32].into()), Some([5; 64].into()), None);
    let key = format!("035820{} 045840{}", "04".repeat(32), "05".repeat(64));
    same(&down(first), &format!("a5 000a {log} 0209 {key}"));
    let named = Welcome::new([7; 8].into(), 9, None, None, Some(0x0102_0304));
    same(&down(named), &format!("a4 000a {log} 0209 051a01020304"));
    same(&down(Acknowledged::new(vec![8; 8].into())), "a2 000b 0148 0808080808080808");
    let receipt = Receipt::new(300, 9, [6; 64].into());
    same(&down(receipt), &format!("a4 0011 0119012c 0209 035840{}", "06".repeat(64)));
    let writing = Writing::new([2; 16].into(), "a".to_owned(), [3; 64].into());
    same(&down(writing), &format!("a4 0012 01{} 026161 035840{}", id("02"), "03".repeat(64)));
    same(
        &down(Refused::new([1; 16].into(), [2; 8].into(), "x".to_owned())),
        &format!("a4 000c 01{} 0248 0202020202020202 036178", id("01")),
    );
    let below = ChangesBelow::new([1; 16].into(), vec![vec![0xab].into()]);
    same(&down(below), &format!("a3 000e 01{} 0281 41ab", id("01")));
    same(&down(Snapshot::new([1; 16].into(), vec![0xab].into())), &format!("a3 000f 01{} 0241ab", id("01")));
    same(&down(Revoked::new([1; 16].into(), None)), &format!("a2 0010 01{}", id("01")));
    let erased = Revoked::new([1; 16].into(), Some(true));
    same(&down(erased), &format!("a3 0010 01{} 02f5", id("01")));
    let held = Held::new([1; 16].into(), vec![2; 8].into());
    same(&down(held), &format!("a3 0013 01{} 0248 0202020202020202", id("01")));
    same(&down(Done::new(12, true, None)), "a3 0014 010c 02f5");
    same(&down(Done::new(12, false, Some([2; 8].into()))), "a4 0014 010c 02f4 0348 0202020202020202");
    let text = AgreementText::new(1, "en".to_owned(), "A.".to_owned());
    same(&down(text), "a4 001818 0101 0262656e 0362412e");
    let lease = Lease::new(1, 0x6000_0000, [6; 64].into());
    same(&down(lease), &format!("a4 001819 0101 021a60000000 035840{}", "06".repeat(64)));
    same(&down(Redo::new([7; 8].into())), "a2 0015 0148 0707070707070707");
}

#[test]
fn what_is_signed_keeps_its_bytes() {
    let receipt = receipt::Receipted {
        log_id: [1; 8],
        device_id: [2; 16],
        seq: 3,
        at: 4,
        held: &[([5; 16], [6; 32]), ([7; 16], [0; 32])],
    };
    let expected = [
        &b"daymark-receipt-v1"[..],
        &[1; 8],
        &[2; 16],
        &[0, 0, 0, 0, 0, 0, 0, 3],
        &[0, 0, 0, 0, 0, 0, 0, 4],
        &[5; 16],
        &[6; 32],
        &[7; 16],
        &[0; 32],
    ];
    assert_eq!(receipt::signed_bytes(&receipt), expected.concat());
    let certificate = receipt::certificate_bytes(&[1; 16], &[2; 16], "a1");
    assert_eq!(certificate, [&b"daymark-device-v1"[..], &[1; 16], &[2; 16], b"a1"].concat());
    let lease =
        lease::Leased { server_key: [1; 32], device_id: [2; 16], issued_at: 3, until: 4, nonce: None };
    let expected =
        [&b"daymark-lease-v1"[..], &[1; 32], &[2; 16], &[0, 0, 0, 0, 0, 0, 0, 3], &[0, 0, 0, 0, 0, 0, 0, 4]];
    assert_eq!(lease::signed_bytes(&lease), expected.concat());
    let answer = lease::Leased { nonce: Some([5; 16]), ..lease };
    let expected = [&b"daymark-lease-v2"[..], &expected[1..].concat(), &[5; 16]];
    assert_eq!(lease::signed_bytes(&answer), expected.concat());
}

/// What a phone reads that was built before there were leases, and what a damaged lease costs one that knows them.
#[test]
fn a_phone_from_before_leases_skips_one_and_a_cut_one_stops_where_it_was_cut() {
    frames::frames! {
        /// The frames of a phone from before.
        Before {
            /// Opens every answer.
            10 => Welcome,
            /// Closes a whole answer.
            20 => Done,
        }
    }
    let mut answer = Vec::new();
    Before::from(Welcome::new([7; 8].into(), 9, None, None, None)).write(&mut answer);
    let greeted = answer.len();
    Down::from(Lease::new(1, 2, [6; 64].into())).write(&mut answer);
    let leased = answer.len();
    Down::from(Done::new(12, false, None)).write(&mut answer);
    let read: Vec<_> = Frames::<Before>::of(&answer).map(Result::unwrap).collect();
    assert!(matches!(read.as_slice(), [Before::Welcome(_), Before::Done(done)] if done.cursor == 12));
    for cut in greeted + 1..leased {
        let read: Vec<_> = Frames::<Down>::of(&answer[..cut]).collect();
        assert!(matches!(read.as_slice(), [Ok(Down::Welcome(_)), Err(_)]), "cut at {cut}");
    }
    // A signature of another length is no lease at all.
    let mut short = answer[..greeted].to_vec();
    short.extend([0xa4, 0x00, 0x18, 0x19, 0x01, 0x01, 0x02, 0x02, 0x03, 0x41, 0x06]);
    assert!(matches!(Frames::<Down>::of(&short).nth(1), Some(Err(_))));
}

/// Both as phones have it most of the time: the key is pinned, nothing is unsent, nothing is new.
#[test]
fn a_receipt_costs_less_than_a_hundred_bytes_and_is_not_there_when_nothing_was_pushed() {
    let mut answer = Vec::new();
    Down::from(Welcome::new([7; 8].into(), 1_760_417_400, None, None, None)).write(&mut answer);
    Down::from(Acknowledged::new(vec![8; 30 * 8].into())).write(&mut answer);
    Down::from(Receipt::new(4_000_000, 1_760_417_400, [6; 64].into())).write(&mut answer);
    Down::from(Done::new(4_000_000, false, Some([2; 8].into()))).write(&mut answer);
    assert!(answer.len() < 400, "a day of 30 students: {} bytes down", answer.len());
    let mut receipt = Vec::new();
    Down::from(Receipt::new(4_000_000, 1_760_417_400, [6; 64].into())).write(&mut receipt);
    assert!(receipt.len() < 100, "{} bytes", receipt.len());
}
