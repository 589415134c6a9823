//! A OneRoster set in a zip: refused or read, never unpacked, never larger in memory than its limits.

use std::io::Write;

use daymark_sis_import::read_one_roster;

/// The input is the zip.
pub fn run(input: &[u8]) {
    // Without these two bytes it is a CSV file, which is another target.
    let Ok(mut file) = tempfile::NamedTempFile::new() else { return };
    if file.write_all(&[b"PK", input].concat()).is_ok() {
        match read_one_roster(file.path()) {
            Ok(_) => {}
            Err(refused) => assert!(!refused.to_string().is_empty()),
        }
    }
}

/// A zip with one file, stored: as small as they come.
pub fn seeds() -> Vec<Vec<u8>> {
    vec![stored_zip("orgs.csv", b"sourcedId,name,type\nA,Lincoln,school\n")[2..].to_vec()]
}

/// PKWARE's APPNOTE 4.3: a local header, the bytes, the central directory and its end; the checksum is left at zero, which
/// readers notice only at the end of the file.
fn stored_zip(name: &str, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap_or(0).to_le_bytes();
    let name_length = u16::try_from(name.len()).unwrap_or(0).to_le_bytes();
    let common =
        [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &[0; 4], &length, &length, &name_length, &[0, 0]].concat();
    let local = [b"PK\x03\x04", &common[..], name.as_bytes(), content].concat();
    let central = [b"PK\x01\x02\x14\x00", &common[..], &[0; 14], name.as_bytes()].concat();
    let size = u32::try_from(central.len()).unwrap_or(0).to_le_bytes();
    let offset = u32::try_from(local.len()).unwrap_or(0).to_le_bytes();
    let end = [b"PK\x05\x06", &[0, 0, 0, 0, 1, 0, 1, 0][..], &size, &offset, &[0, 0]].concat();
    [local, central, end].concat()
}
