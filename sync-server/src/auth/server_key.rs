//! The server's own key: with it it signs what it holds ([`receipt`]), so that no proxy, portal or other server can make
//! a phone believe that an entry has arrived. Phones pin its public half when they are paired.
//!
//! It lies beside the database and not in it: `DATA/server-key`, readable by the server's user alone. A server that is
//! restored must have it again, or every phone must be paired again.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use daymark_domain::{DeviceId, DeviceTag, MentorId};
use daymark_protocol::access::{Leaving, shut_out_bytes};
use daymark_protocol::lease::{self, Leased};
use daymark_protocol::receipt::{self, Receipted};
use ed25519_dalek::{Signature, Signer, SigningKey};

use super::{from_hex, hex, secret};

/// The file's name in the data folder.
pub const FILE: &str = "server-key";

/// The key pair of this server.
pub struct ServerKey(SigningKey);

impl ServerKey {
    /// The key that lies in the data folder; made there at the first start.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        let path = folder.join(FILE);
        match fs::read_to_string(&path) {
            Ok(text) => from_hex(text.trim()).map(Self::from_seed).ok_or_else(damaged),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let seed = secret();
                write_once(folder, &path, &format!("{}\n", hex(&seed)))?;
                Ok(Self::from_seed(seed))
            }
            Err(error) => Err(error),
        }
    }

    /// The key that follows from 32 random bytes.
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&seed))
    }

    /// The half that phones know.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// Signs what was taken. Only to be called after the commit.
    pub fn receipt(&self, receipt: &Receipted<'_>) -> [u8; 64] {
        self.0.sign(&receipt::signed_bytes(receipt)).to_bytes()
    }

    /// Signs whose phone a phone is.
    pub fn certificate(&self, device: DeviceId, mentor: MentorId, tag: &DeviceTag) -> [u8; 64] {
        self.0.sign(&certificate_bytes(device, mentor, tag)).to_bytes()
    }

    /// Signs that a phone is shut out.
    pub fn shut_out(&self, device: DeviceId, action: Leaving, nonce: &str) -> [u8; 64] {
        self.0.sign(&shut_out_bytes(device.as_bytes(), action, nonce)).to_bytes()
    }

    /// Signs from when until when a phone may be read, in answer to its question.
    pub fn lease(
        &self,
        device: DeviceId,
        (issued_at, until): (i64, i64),
        nonce: Option<[u8; 16]>,
    ) -> [u8; 64] {
        let (server_key, device_id) = (self.public(), *device.as_bytes());
        let lease = Leased { server_key, device_id, issued_at, until, nonce };
        self.0.sign(&lease::signed_bytes(&lease)).to_bytes()
    }

    /// Whether this server signed that.
    pub fn is_certificate(
        &self,
        certificate: &[u8; 64],
        device: DeviceId,
        mentor: MentorId,
        tag: &DeviceTag,
    ) -> bool {
        let signed = certificate_bytes(device, mentor, tag);
        self.0.verifying_key().verify_strict(&signed, &Signature::from_bytes(certificate)).is_ok()
    }
}

fn certificate_bytes(device: DeviceId, mentor: MentorId, tag: &DeviceTag) -> Vec<u8> {
    receipt::certificate_bytes(device.as_bytes(), mentor.as_bytes(), tag.as_str())
}

fn damaged() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        "the file 'server-key' is damaged: put it back from the backup, or remove it and pair every phone again",
    )
}

/// Whole or not at all: a kill on the way leaves the temporary file, which the next start writes anew.
fn write_once(folder: &Path, path: &Path, text: &str) -> io::Result<()> {
    let unfinished = path.with_extension("new");
    let mut file = private(&unfinished)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    File::open(folder)?.sync_all()
}

#[cfg(unix)]
fn private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_and_only_its_owner_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let first = ServerKey::in_folder(folder.path()).unwrap().public();
        assert_eq!(ServerKey::in_folder(folder.path()).unwrap().public(), first);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        fs::write(folder.path().join(FILE), "half a k").unwrap();
        assert!(ServerKey::in_folder(folder.path()).is_err(), "a damaged key is never replaced in silence");
    }

    #[test]
    fn a_certificate_is_good_for_its_phone_mentor_and_tag_alone() {
        let key = ServerKey::from_seed([1; 32]);
        let (device, mentor, tag) = (DeviceId::random(), MentorId::random(), DeviceTag::from_serial(40));
        let certificate = key.certificate(device, mentor, &tag);
        assert!(key.is_certificate(&certificate, device, mentor, &tag));
        assert!(!key.is_certificate(&certificate, DeviceId::random(), mentor, &tag));
        assert!(!key.is_certificate(&certificate, device, MentorId::random(), &tag));
        assert!(!key.is_certificate(&certificate, device, mentor, &DeviceTag::from_serial(41)));
        assert!(!ServerKey::from_seed([2; 32]).is_certificate(&certificate, device, mentor, &tag));
    }
}
