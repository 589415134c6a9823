//! The form of a backup: a tar archive inside of an age file. With the key, `age -d -i KEY FILE | tar x` opens it on any
//! machine, without a program of ours.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::folder::{new_private_file, publish, workspace_in};
use super::manifest::{FORMAT, FileEntry, Manifest, NAME};
use super::{OperationError, failed, hex, keys};

/// What was written.
pub(super) struct Written {
    pub bytes: u64,
    pub sha256: String,
}

/// Counts and hashes what passes.
struct Hashing<W> {
    inner: W,
    hash: Sha256,
    bytes: u64,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Length and hash of a file.
pub(super) fn entry(name: &str, path: &Path) -> Result<FileEntry, OperationError> {
    let mut sink = Hashing { inner: io::sink(), hash: Sha256::new(), bytes: 0 };
    let file = File::open(path).map_err(failed("cannot read", path))?;
    io::copy(&mut BufReader::with_capacity(1 << 20, file), &mut sink).map_err(failed("cannot read", path))?;
    Ok(FileEntry { name: name.to_owned(), bytes: sink.bytes, sha256: hex(&sink.hash.finalize()) })
}

/// Writes manifest and files (name in the archive, path) under a name that nothing has yet.
pub(super) fn write(
    to: &Path,
    recipients: &[age::x25519::Recipient],
    manifest: &Manifest,
    files: &[(String, PathBuf)],
) -> Result<Written, OperationError> {
    if to.exists() {
        return Err(OperationError::Exists(to.to_owned()));
    }
    let beside = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let workspace = workspace_in(beside)?;
    let unfinished = workspace.path().join("backup");
    let written = write_to(&unfinished, recipients, manifest, files)?;
    publish(&unfinished, to)?;
    Ok(written)
}

fn write_to(
    path: &Path,
    recipients: &[age::x25519::Recipient],
    manifest: &Manifest,
    files: &[(String, PathBuf)],
) -> Result<Written, OperationError> {
    let file = new_private_file(path).map_err(failed("cannot write", path))?;
    let counted = Hashing { inner: BufWriter::with_capacity(1 << 20, file), hash: Sha256::new(), bytes: 0 };
    let encryptor = age::Encryptor::with_recipients(recipients.iter().map(|one| one as &dyn age::Recipient))?;
    let done = (|| {
        let mut tar = tar::Builder::new(encryptor.wrap_output(counted)?);
        append(&mut tar, NAME, &serde_json::to_vec_pretty(manifest)?[..], manifest.made_at)?;
        for (name, path) in files {
            let file = File::open(path)?;
            append_sized(&mut tar, name, file.metadata()?.len(), file, manifest.made_at)?;
        }
        let mut counted = tar.into_inner()?.finish()?;
        counted.flush()?;
        counted.inner.get_ref().sync_all()?;
        Ok(Written { bytes: counted.bytes, sha256: hex(&counted.hash.finalize()) })
    })();
    done.map_err(failed("cannot write", path))
}

fn append<W: Write>(tar: &mut tar::Builder<W>, name: &str, bytes: &[u8], at: i64) -> io::Result<()> {
    append_sized(tar, name, bytes.len() as u64, bytes, at)
}

fn append_sized<W: Write>(
    tar: &mut tar::Builder<W>,
    name: &str,
    bytes: u64,
    content: impl Read,
    at: i64,
) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(at).unwrap_or(0));
    header.set_entry_type(tar::EntryType::Regular);
    tar.append_data(&mut header, name, content)
}

/// Opens a backup into an empty folder and compares every file with the manifest.
pub(super) fn extract(from: &Path, identity: &Path, into: &Path) -> Result<Manifest, OperationError> {
    let identities = keys::identities(identity)?;
    let file = File::open(from).map_err(failed("cannot read", from))?;
    let closed = |source| OperationError::Decrypt { path: from.to_owned(), source };
    let decryptor = age::Decryptor::new_buffered(BufReader::with_capacity(1 << 20, file)).map_err(closed)?;
    let keys = identities.iter().map(|key| key.as_ref() as &dyn age::Identity);
    let mut archive = tar::Archive::new(decryptor.decrypt(keys).map_err(closed)?);
    let mut manifest = None;
    let mut found = Vec::new();
    for entry in archive.entries().map_err(damaged)? {
        let mut entry = entry.map_err(damaged)?;
        let name = plain_name(&entry)?;
        if name == NAME {
            let read: Manifest = serde_json::from_reader(&mut entry)
                .map_err(|error| OperationError::Damaged(format!("its manifest cannot be read: {error}")))?;
            manifest = Some(read);
        } else {
            found.push(take(&mut entry, &name, into)?);
        }
    }
    // The whole stream is read, so that a cut end is seen even behind tar's own end.
    io::copy(&mut archive.into_inner(), &mut io::sink()).map_err(damaged)?;
    let manifest = manifest.ok_or_else(|| OperationError::Damaged("it has no manifest".to_owned()))?;
    compare(&manifest, &found)?;
    Ok(manifest)
}

fn damaged(error: io::Error) -> OperationError {
    OperationError::Damaged(error.to_string())
}

/// A backup's files lie flat; a name that leads elsewhere is not of our making.
fn plain_name<R: Read>(entry: &tar::Entry<'_, R>) -> Result<String, OperationError> {
    let path = entry.path().map_err(damaged)?;
    let name = path.to_str().filter(|name| !name.contains(['/', '\\']) && !name.starts_with('.'));
    let name = name.filter(|name| !name.is_empty() && entry.header().entry_type().is_file());
    name.map(str::to_owned)
        .ok_or_else(|| OperationError::Damaged("it holds a file that no backup of ours holds".to_owned()))
}

fn take(content: &mut impl Read, name: &str, into: &Path) -> Result<FileEntry, OperationError> {
    let path = into.join(name);
    let file = new_private_file(&path).map_err(failed("cannot write", &path))?;
    let mut counted =
        Hashing { inner: BufWriter::with_capacity(1 << 20, file), hash: Sha256::new(), bytes: 0 };
    io::copy(content, &mut counted).map_err(damaged)?;
    counted
        .flush()
        .and_then(|()| counted.inner.get_ref().sync_all())
        .map_err(failed("cannot write", &path))?;
    Ok(FileEntry { name: name.to_owned(), bytes: counted.bytes, sha256: hex(&counted.hash.finalize()) })
}

fn compare(manifest: &Manifest, found: &[FileEntry]) -> Result<(), OperationError> {
    if manifest.format > FORMAT {
        return Err(OperationError::Damaged(
            "it was written by a newer version: update the program".to_owned(),
        ));
    }
    let wrong = manifest.files.iter().find(|expected| !found.contains(expected));
    if let Some(wrong) = wrong {
        return Err(OperationError::Damaged(format!("{} is not as the manifest says", wrong.name)));
    }
    if found.len() != manifest.files.len() {
        return Err(OperationError::Damaged("it holds files that its manifest does not name".to_owned()));
    }
    Ok(())
}

/// How long a file is; 0 when there is none.
pub(super) fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |data| data.len())
}
