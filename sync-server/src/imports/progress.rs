//! How far an import has read, for whoever waits for it.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Bytes that were read. Clones tell the same.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    read: AtomicU64,
    /// Of how many; 0: of the file that was uploaded.
    of: AtomicU64,
}

impl Progress {
    /// The file is read anew, for other work than before.
    pub fn begin_again(&self) {
        self.0.read.store(0, Ordering::Relaxed);
    }

    /// So many bytes of so many are read: of a set, whose files are longer than the zip that brought them.
    pub(super) fn tell(&self, read: u64, of: u64) {
        self.0.of.store(of, Ordering::Relaxed);
        self.0.read.fetch_max(read, Ordering::Relaxed);
    }

    /// Out of a hundred, of a file of so many bytes or of the set in it; none before the first byte. It never goes back
    /// and never beyond a hundred: a dry run may read the same file twice.
    pub fn percent(&self, bytes: u64) -> Option<u8> {
        let bytes = Some(self.0.of.load(Ordering::Relaxed)).filter(|of| *of > 0).unwrap_or(bytes);
        let read = self.0.read.load(Ordering::Relaxed).min(bytes);
        let percent = (read > 0 && bytes > 0).then(|| u128::from(read) * 100 / u128::from(bytes))?;
        u8::try_from(percent).ok()
    }
}

/// Passes bytes on and tells how many there were.
pub(super) struct Telling<R> {
    inner: R,
    read: u64,
    progress: Progress,
}

impl<R: Read> Telling<R> {
    pub fn new(inner: R, progress: &Progress) -> Self {
        Self { inner, read: 0, progress: progress.clone() }
    }
}

impl<R: Read> Read for Telling<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read += read as u64;
        self.progress.0.read.fetch_max(self.read, Ordering::Relaxed);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_again(progress: &Progress, bytes: &[u8]) {
        io::copy(&mut Telling::new(bytes, progress), &mut io::sink()).unwrap();
    }

    #[test]
    fn what_was_read_never_goes_back_and_never_beyond_a_hundred() {
        let progress = Progress::default();
        assert_eq!(progress.percent(200), None);
        read_again(&progress, &[0; 100]);
        assert_eq!(progress.percent(200), Some(50));
        read_again(&progress, &[0; 60]);
        assert_eq!(progress.percent(200), Some(50), "a second look at the same file");
        read_again(&progress, &[0; 300]);
        assert_eq!((progress.percent(200), progress.percent(0)), (Some(100), None));
    }

    #[test]
    fn a_set_is_told_of_its_own_files_and_not_of_the_zip() {
        let progress = Progress::default();
        progress.tell(0, 1_000);
        assert_eq!(progress.percent(100), None);
        progress.tell(250, 1_000);
        assert_eq!(progress.percent(100), Some(25), "of a zip of a tenth of its size");
        progress.tell(1_000, 1_000);
        assert_eq!(progress.percent(100), Some(100));
        progress.begin_again();
        assert_eq!(progress.percent(100), None);
    }
}
