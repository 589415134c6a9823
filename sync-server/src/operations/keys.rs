//! Who may open a backup: keys of age (<https://age-encryption.org>). The public ones stand beside the data; the secret
//! ones are kept where the server is not.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;

use age::secrecy::ExposeSecret;

use super::folder::{DataFolder, new_private_file, sync_folder_of};
use super::{OperationError, failed};

/// Makes a secret key in a new file and returns its public half.
pub fn make(to: &Path) -> Result<String, OperationError> {
    let key = age::x25519::Identity::generate();
    let public = key.to_public().to_string();
    let mut file = new_private_file(to).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => OperationError::Exists(to.to_owned()),
        _ => failed("cannot write", to)(error),
    })?;
    let text = format!("# public key: {public}\n{}\n", key.to_string().expose_secret());
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    written.and_then(|()| sync_folder_of(to)).map_err(failed("cannot write", to))?;
    Ok(public)
}

/// Those that were named, and those of the folder's list.
pub(super) fn recipients(
    folder: &DataFolder,
    named: &[String],
) -> Result<Vec<age::x25519::Recipient>, OperationError> {
    let list = folder.recipients();
    let listed = if list.is_file() {
        std::fs::read_to_string(&list).map_err(failed("cannot read", &list))?
    } else {
        String::new()
    };
    let lines = listed.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut words: Vec<&str> = named.iter().map(|word| word.trim()).chain(lines).collect();
    words.sort_unstable();
    words.dedup();
    if words.is_empty() {
        return Err(OperationError::NoRecipient(list));
    }
    let read = |word: &str| word.parse().map_err(|_| OperationError::BadRecipient(word.to_owned()));
    words.into_iter().map(read).collect()
}

/// The secret keys in a file.
pub(super) fn identities(file: &Path) -> Result<Vec<Box<dyn age::Identity + Send + Sync>>, OperationError> {
    let opened = File::open(file).map_err(failed("cannot read", file))?;
    let bad = || OperationError::BadIdentity(file.to_owned());
    let keys = age::IdentityFile::from_buffer(BufReader::new(opened)).map_err(|_| bad())?;
    let keys = keys.into_identities().map_err(|_| bad())?;
    if keys.is_empty() { Err(bad()) } else { Ok(keys) }
}
