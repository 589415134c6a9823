//! The first eight bytes of a change chunk: a magic number, and a checksum that is the beginning of the change's hash.
//! Both follow from the rest, and a checksum does not compress; so a phone does not send them.

use sha2::{Digest, Sha256};

use crate::record::ChangeHash;

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const PREAMBLE_BYTES: usize = 8;

/// A change as it is sent up.
pub fn without_preamble(change: &[u8]) -> &[u8] {
    change.get(PREAMBLE_BYTES..).unwrap_or_default()
}

/// The whole change chunk again. Whatever the bytes are, the gate looks at them afterwards.
pub fn with_preamble(rest: &[u8]) -> Vec<u8> {
    let hash = Sha256::digest(rest);
    [&MAGIC, &hash[..4], rest].concat()
}

/// The hash that these bytes have if they are a change: its name before anybody has read it.
pub fn hash_of(change: &[u8]) -> ChangeHash {
    ChangeHash(Sha256::digest(without_preamble(change)).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MatchRecord, Writer};
    use daymark_domain::{CalendarMark, DeviceTag, SchoolDay};

    #[test]
    fn a_change_is_whole_again_after_the_journey() {
        let writer = Writer::of_device(&[1; 16], &DeviceTag::from_serial(1), 0);
        let day = SchoolDay::from_number(20_000).unwrap();
        let mut record = MatchRecord::new().unwrap();
        let written = record.mark_day(&writer, day, CalendarMark::Present).unwrap().unwrap();
        let change = written.bytes;
        assert_eq!(hash_of(&change), written.hash);
        assert_eq!(with_preamble(without_preamble(&change)), change);
        assert_eq!(without_preamble(&[]), [0; 0]);
    }
}
