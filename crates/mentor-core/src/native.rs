//! The core on a thread of its own, for the window: syncs go on while the webview sleeps.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use daymark_sqlite::DatabaseKey;
use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_channel::oneshot;
use futures_util::StreamExt;

use crate::api::{Access, Failure, FromCore, Reply, Request};
use crate::host::{Keeper, Platform};
use crate::lock::lease::TERM_OF_A_WINDOW;
use crate::lock::{Effort, FileSecret};
use crate::open::Folder;

type Question = (Request, oneshot::Sender<Result<Reply, Failure>>);
type Listeners = Arc<Mutex<Vec<UnboundedSender<FromCore>>>>;

/// A handle to the core's thread. The thread ends with the last handle.
#[derive(Clone)]
pub struct Phone {
    questions: UnboundedSender<Question>,
    listeners: Listeners,
    opened: Access,
}

impl Phone {
    /// Opens the phone's data in the folder, as far as it opens without a PIN, and starts its thread.
    ///
    /// # Errors
    /// `OpenElsewhere` when another window holds the data, `Unreadable` when it cannot be opened.
    pub fn open(folder: PathBuf) -> Result<Self, Failure> {
        let began = Instant::now();
        Self::open_with(folder, move || Effort::Measured(Rc::new(move || began.elapsed())))
    }

    /// As `open`, for tests whose PINs guard nothing.
    #[cfg(any(test, feature = "test-costs"))]
    pub fn open_for_a_test(folder: PathBuf) -> Result<Self, Failure> {
        Self::open_with(folder, || Effort::HardlyAny)
    }

    fn open_with(folder: PathBuf, effort: impl FnOnce() -> Effort + Send + 'static) -> Result<Self, Failure> {
        let (questions, received) = unbounded();
        let listeners = Listeners::default();
        let heard = listeners.clone();
        let (opened, outcome) = std::sync::mpsc::channel();
        std::thread::Builder::new()
            .name("mentor-core".to_owned())
            .spawn(move || live(&folder, effort(), received, &heard, &opened))
            .map_err(|error| Failure::Unreadable(error.to_string()))?;
        let opened = outcome.recv().map_err(|error| Failure::Unreadable(error.to_string()))??;
        Ok(Self { questions, listeners, opened })
    }

    /// How it stood when it was opened; from then on `subscribe` tells.
    pub fn access_when_opened(&self) -> Access {
        self.opened
    }

    /// Asks the core.
    pub async fn ask(&self, request: Request) -> Result<Reply, Failure> {
        let stopped = || Failure::Unreadable("the core has stopped".to_owned());
        let (answer, answered) = oneshot::channel();
        self.questions.unbounded_send((request, answer)).map_err(|_| stopped())?;
        answered.await.map_err(|_| stopped())?
    }

    /// What the core tells without being asked.
    pub fn subscribe(&self) -> UnboundedReceiver<FromCore> {
        let (sender, receiver) = unbounded();
        self.listeners.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(sender);
        receiver
    }
}

type Opened = std::sync::mpsc::Sender<Result<Access, Failure>>;

/// The thread's life: open, answer, sync.
fn live(
    folder: &Path,
    effort: Effort,
    questions: UnboundedReceiver<Question>,
    listeners: &Listeners,
    opened: &Opened,
) {
    let unreadable = |error: std::io::Error| Failure::Unreadable(error.to_string());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(unreadable);
    let begun = runtime.and_then(|runtime| {
        let lock = own(folder)?;
        let keeper = keeper_of(folder, effort, listeners.clone())?;
        Ok((runtime, lock, keeper))
    });
    let (runtime, _lock, keeper) = match begun {
        Ok(begun) => begun,
        Err(failure) => return drop(opened.send(Err(failure))),
    };
    tokio::task::LocalSet::new().block_on(&runtime, async move {
        let outcome = begin(&keeper, folder).await;
        let failed = outcome.is_err();
        if opened.send(outcome).is_ok() && !failed {
            work(keeper, questions).await;
        }
    });
}

/// One window at a time holds the data, for as long as the file is open.
fn own(folder: &Path) -> Result<File, Failure> {
    let unreadable = |error: std::io::Error| Failure::Unreadable(error.to_string());
    std::fs::create_dir_all(folder).map_err(unreadable)?;
    let lock = File::create(folder.join("lock")).map_err(unreadable)?;
    lock.try_lock().map_err(|_| Failure::OpenElsewhere)?;
    Ok(lock)
}

fn keeper_of(folder: &Path, effort: Effort, listeners: Listeners) -> Result<Keeper, Failure> {
    let place = Folder::at(folder);
    let install = place.install().map_err(|error| Failure::Unreadable(error.to_string()))?;
    let began = Instant::now();
    let platform = Platform {
        name: "desktop",
        place: Box::new(place),
        install: Some(install),
        secret: Rc::new(FileSecret::in_folder(folder)),
        effort,
        clock: Rc::new(unix_seconds),
        ticks: Rc::new(move || began.elapsed()),
        term: TERM_OF_A_WINDOW,
        sleep: Rc::new(|duration| Box::pin(tokio::time::sleep(duration))),
    };
    let tell = move |message: FromCore| {
        let mut listeners = listeners.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        listeners.retain(|listener| listener.unbounded_send(message.clone()).is_ok());
    };
    Keeper::new(platform, tell)
}

/// A phone from before the lock has its key in a plain file.
async fn begin(keeper: &Keeper, folder: &Path) -> Result<Access, Failure> {
    let plain = folder.join("key");
    if let Some(key) = std::fs::read(&plain).ok().and_then(|bytes| bytes.try_into().ok()) {
        keeper.take_over_plain_key(&DatabaseKey(key)).await?;
        erase(&plain).map_err(|error| Failure::Unreadable(error.to_string()))?;
    }
    keeper.begin().await
}

async fn work(keeper: Keeper, mut questions: UnboundedReceiver<Question>) {
    tokio::task::spawn_local(keeper.clone().run_in_background());
    while let Some((request, answer)) = questions.next().await {
        let keeper = keeper.clone();
        tokio::task::spawn_local(async move {
            let _ = answer.send(keeper.answer(request).await);
        });
    }
}

/// Writes over a file and removes it; none is none to remove. A disk may keep what was written over all the same: so what
/// lies in such a file opens nothing by itself.
pub(crate) fn erase(path: &Path) -> std::io::Result<()> {
    let gone = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    };
    match OpenOptions::new().write(true).open(path) {
        Ok(mut file) => {
            let mut left = file.metadata()?.len().min(ERASED_MAX);
            while left > 0 {
                let piece = left.min(NOUGHTS.len() as u64) as usize;
                file.write_all(&NOUGHTS[..piece])?;
                left -= piece as u64;
            }
            file.sync_all()?;
        }
        Err(error) => return gone(error),
    }
    std::fs::remove_file(path).or_else(gone)
}

const NOUGHTS: [u8; 4096] = [0; 4096];

/// Of a database it is enough to write over the beginning: without its key it is noise.
const ERASED_MAX: u64 = 1024 * 1024;

/// Under another name first: a kill in between leaves no half key behind.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let unfinished = path.with_extension("new");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(unfinished, path)
}

fn unix_seconds() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
