//! The core on a thread of its own, for the window: syncs go on while the webview sleeps.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use daymark_sqlite::DatabaseKey;
use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_channel::oneshot;
use futures_util::StreamExt;

use crate::api::{Failure, FromCore, Reply, Request};
use crate::core::Core;
use crate::host::{Host, Sleep};
use crate::open::{self, Folder};

type Question = (Request, oneshot::Sender<Result<Reply, Failure>>);
type Listeners = Arc<Mutex<Vec<UnboundedSender<FromCore>>>>;

/// A handle to the core's thread. The thread ends with the last handle.
#[derive(Clone)]
pub struct Phone {
    questions: UnboundedSender<Question>,
    listeners: Listeners,
}

impl Phone {
    /// Opens the phone's data in the folder and starts its thread.
    ///
    /// # Errors
    /// `OpenElsewhere` when another window holds the data, `Unreadable` when it cannot be opened.
    pub fn open(folder: PathBuf) -> Result<Self, Failure> {
        let (questions, received) = unbounded();
        let listeners = Listeners::default();
        let heard = listeners.clone();
        let (opened, outcome) = std::sync::mpsc::channel();
        std::thread::Builder::new()
            .name("mentor-core".to_owned())
            .spawn(move || match open_core(&folder) {
                Ok((core, _lock)) => {
                    let _ = opened.send(Ok(()));
                    work(core, received, &heard);
                }
                Err(failure) => {
                    let _ = opened.send(Err(failure));
                }
            })
            .map_err(|error| Failure::Unreadable(error.to_string()))?;
        outcome.recv().map_err(|error| Failure::Unreadable(error.to_string()))??;
        Ok(Self { questions, listeners })
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

fn open_core(folder: &Path) -> Result<(Core, File), Failure> {
    let unreadable = |error: &dyn std::fmt::Display| Failure::Unreadable(error.to_string());
    std::fs::create_dir_all(folder).map_err(|error| unreadable(&error))?;
    let lock = File::create(folder.join("lock")).map_err(|error| unreadable(&error))?;
    lock.try_lock().map_err(|_| Failure::OpenElsewhere)?;
    let key = key_in(folder).map_err(|error| unreadable(&error))?;
    let mut place = Folder::at(folder);
    let install = place.install().map_err(|error| unreadable(&error))?;
    let core = open::open(&mut place, &key, Some(&install), Rc::new(unix_seconds))?;
    Ok((core, lock))
}

/// The database key beside the database, readable by its owner only. Its protection by a PIN comes later; until then
/// `docs/SECURITY.md` says what this does and does not keep out.
fn key_in(folder: &Path) -> std::io::Result<DatabaseKey> {
    let path = folder.join("key");
    let mut key = [0; 32];
    match File::open(&path) {
        Ok(mut file) => file.read_exact(&mut key)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            getrandom::fill(&mut key).map_err(|error| std::io::Error::other(error.to_string()))?;
            write_whole(&path, &key)?;
        }
        Err(error) => return Err(error),
    }
    Ok(DatabaseKey(key))
}

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

fn work(core: Core, mut questions: UnboundedReceiver<Question>, listeners: &Listeners) {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
    let listeners = listeners.clone();
    let tell = move |message: FromCore| {
        let mut listeners = listeners.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        listeners.retain(|listener| listener.unbounded_send(message.clone()).is_ok());
    };
    let sleep: Sleep = Rc::new(|duration| Box::pin(tokio::time::sleep(duration)));
    tokio::task::LocalSet::new().block_on(&runtime, async move {
        let host = Host::new(core, "desktop", Rc::new(tell));
        tokio::task::spawn_local(host.clone().run_in_background(sleep));
        while let Some((request, answer)) = questions.next().await {
            let host = host.clone();
            tokio::task::spawn_local(async move {
                let _ = answer.send(host.answer(request).await);
            });
        }
    });
}
