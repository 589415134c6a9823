//! The server's side of the wall: a few worker processes, started when they are first needed and replaced when they
//! die or fall silent.

use std::collections::{HashSet, VecDeque};
use std::io;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use daymark_documents::{MatchRecord, Writer};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::frames::{self, Answer, Heads, Job};
use super::judge::Said;
use super::{Unsaid, WallError, worker};

/// More workers than this only share the memory of a small machine.
const WORKERS_MAX: usize = 4;
/// So many pushes may wait for a worker, as many as phones are let in at once; at a few milliseconds each the last one
/// waits about a second.
const WAITING_MAX: usize = 128;
/// A worker's own limit of processor time is shorter; this one is for a worker that does nothing, or a machine that
/// gives it nothing.
const ANSWERS_WITHIN: Duration = Duration::from_secs(10);
/// Where endless work ends in the kernel's limit, a worker that lives and says nothing was given no time: on a machine with
/// too much to do that says nothing about the change.
const SILENCE_IS_THE_MACHINES: bool = cfg!(target_os = "linux");
/// So many names of records are remembered of each worker.
const RECENT_MAX: usize = 64;
/// So many changes that took workers down are remembered.
const CONDEMNED_MAX: usize = 4_096;

/// The workers.
pub struct Pool {
    program: PathBuf,
    within: Duration,
    room: Semaphore,
    waiting: AtomicUsize,
    started: AtomicUsize,
    idle: Mutex<Vec<Worker>>,
    condemned: Mutex<HashSet<[u8; 32]>>,
}

struct Worker {
    // Killed when this is dropped.
    _process: Child,
    input: ChildStdin,
    output: ChildStdout,
    /// Heads of records that it may still have.
    recent: VecDeque<Heads>,
}

impl Pool {
    /// Workers made of the running program, one a processor.
    pub fn of_this_program() -> io::Result<Arc<Self>> {
        let workers = std::thread::available_parallelism().map_or(1, |cores| cores.get().min(WORKERS_MAX));
        Ok(Self::of(this_program()?, workers, ANSWERS_WITHIN))
    }

    /// So many workers made of a program that has the subcommand [`worker::SUBCOMMAND`]; one that is silent for longer
    /// than `within` is replaced.
    pub fn of(program: PathBuf, workers: usize, within: Duration) -> Arc<Self> {
        Arc::new(Self {
            program,
            within,
            room: Semaphore::new(workers),
            waiting: AtomicUsize::new(0),
            started: AtomicUsize::new(0),
            idle: Mutex::default(),
            condemned: Mutex::default(),
        })
    }

    /// How many workers have been started.
    pub fn started(&self) -> usize {
        self.started.load(Ordering::Relaxed)
    }

    pub(super) fn condemn(&self, hash: [u8; 32]) {
        let mut condemned = lock(&self.condemned);
        if condemned.len() >= CONDEMNED_MAX {
            condemned.clear();
        }
        condemned.insert(hash);
    }

    pub(super) fn is_condemned(&self, hash: &[u8; 32]) -> bool {
        lock(&self.condemned).contains(hash)
    }

    /// Lets a worker judge, a new one if `fresh`. Goes on when the phone hangs up: a worker in the middle of a job
    /// would have to be killed.
    pub(super) async fn say(
        self: &Arc<Self>,
        record: MatchRecord,
        writers: Arc<[Writer]>,
        changes: Vec<Vec<u8>>,
        fresh: bool,
    ) -> Result<Vec<Said>, Unsaid> {
        let Some(_waiting) = Waiting::begin(self) else { return Err(Unsaid::Not(WallError::Busy)) };
        let pool = self.clone();
        let count = changes.len();
        let job = Job {
            heads: frames::heads(record.heads()),
            record: None,
            writers: frames::named(&writers),
            changes,
        };
        let said = tokio::spawn(async move { pool.judge(record, job, fresh).await }).await;
        let said = said.map_err(|_| Unsaid::Not(WallError::Stopped))??;
        if said.len() == count { Ok(said) } else { Err(Unsaid::Dead) }
    }

    async fn judge(&self, record: MatchRecord, job: Job, fresh: bool) -> Result<Vec<Said>, Unsaid> {
        let stopped = Unsaid::Not(WallError::Stopped);
        let _room = self.room.acquire().await.map_err(|_| stopped)?;
        let mut worker = match self.idle_one(&job.heads).filter(|_| !fresh) {
            Some(worker) => worker,
            None => self.start().await.map_err(|error| {
                tracing::error!(%error, "a worker of the gate cannot be started");
                Unsaid::Not(WallError::Down)
            })?,
        };
        match timeout(self.within, worker.ask(record, job)).await {
            Ok(Ok(said)) => {
                lock(&self.idle).push(worker);
                said.ok_or(Unsaid::Unproven)
            }
            // Dropped, and so killed.
            Ok(Err(_)) => {
                tracing::warn!("a worker of the gate died of its job");
                Err(Unsaid::Dead)
            }
            Err(_) if SILENCE_IS_THE_MACHINES => {
                tracing::warn!("a worker of the gate got no time for its job");
                Err(Unsaid::Not(WallError::Busy))
            }
            Err(_) => Err(Unsaid::Dead),
        }
    }

    /// The idle worker that has this record, or the one that was used last.
    fn idle_one(&self, heads: &Heads) -> Option<Worker> {
        let mut idle = lock(&self.idle);
        let has_it = idle.iter().position(|worker| worker.recent.contains(heads));
        has_it.map(|nth| idle.remove(nth)).or_else(|| idle.pop())
    }

    async fn start(&self) -> io::Result<Worker> {
        // A new one in place of another that is idle: never more processes than there is room for.
        drop(lock(&self.idle).pop());
        let mut process = Command::new(&self.program)
            .arg(worker::SUBCOMMAND)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let pipes = process.stdin.take().zip(process.stdout.take());
        let (input, output) = pipes.ok_or(io::ErrorKind::BrokenPipe)?;
        let mut worker = Worker { _process: process, input, output, recent: VecDeque::new() };
        match timeout(self.within, frames::receive::<Answer>(&mut worker.output)).await {
            Ok(Ok(Answer::Ready)) => {
                self.started.fetch_add(1, Ordering::Relaxed);
                Ok(worker)
            }
            Ok(Err(error)) => Err(error),
            Ok(Ok(_)) | Err(_) => Err(io::ErrorKind::TimedOut.into()),
        }
    }
}

impl Worker {
    /// One job; `None` when what came of it could not be proven. An error is the end of this worker.
    async fn ask(&mut self, record: MatchRecord, mut job: Job) -> io::Result<Option<Vec<Said>>> {
        if !self.recent.contains(&job.heads) {
            job.record = Some(saved(record.clone()).await?);
        }
        frames::send(&mut self.input, &job).await?;
        let mut answer = frames::receive(&mut self.output).await?;
        if let Answer::WhichRecord = answer {
            job.record = Some(saved(record).await?);
            frames::send(&mut self.input, &job).await?;
            answer = frames::receive(&mut self.output).await?;
        }
        self.recent.retain(|heads| *heads != job.heads);
        match answer {
            Answer::Judged(said, heads) => {
                self.recent.push_back(heads);
                if self.recent.len() > RECENT_MAX {
                    self.recent.pop_front();
                }
                Ok(Some(said.into_iter().map(Said::from).collect()))
            }
            Answer::Unproven => Ok(None),
            Answer::Ready | Answer::WhichRecord => Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

async fn saved(record: MatchRecord) -> io::Result<Vec<u8>> {
    tokio::task::spawn_blocking(move || record.save()).await.map_err(io::Error::other)
}

/// One more that waits, until this is dropped.
struct Waiting<'a>(&'a Pool);

impl<'a> Waiting<'a> {
    fn begin(pool: &'a Pool) -> Option<Self> {
        let waiting = Self(pool);
        (pool.waiting.fetch_add(1, Ordering::Relaxed) < WAITING_MAX).then_some(waiting)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The link that Linux keeps stays good when an update replaces the file under the running server.
fn this_program() -> io::Result<PathBuf> {
    if cfg!(target_os = "linux") { Ok(PathBuf::from("/proc/self/exe")) } else { std::env::current_exe() }
}

fn lock<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
