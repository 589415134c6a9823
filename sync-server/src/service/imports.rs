//! Files that somebody uploaded, and the long work on them: tried, imported, undone. All of it lives in memory and in one
//! folder that is emptied when the server starts, so a file is never imported that nobody is looking at any more.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use daymark_domain::{SchoolId, UserId};

use crate::app::App;
use crate::auth::{hex, secret, sha256};
use crate::imports::preview::{Preview, import_kind, preview};
use crate::imports::undo::{UndoError, UndoOptions, undo};
use crate::imports::{ImportError, ImportKind, ImportOptions, ImportReport};
use crate::store::SharedStore;
use crate::store::audit::AccessEvent;
use crate::store::imports::Undone;
use crate::store::sessions::SignedIn;

/// So many files lie here at once.
const JOBS_MAX: usize = 16;
/// A file that nobody confirms is forgotten after so many seconds.
const KEPT_SECONDS: i64 = 60 * 60;

/// Where uploads lie and what becomes of them.
#[derive(Default)]
pub struct ImportDesk {
    folder: Option<PathBuf>,
    jobs: Mutex<HashMap<String, Arc<Job>>>,
}

/// A file in a folder of its own, which goes away with it.
pub struct Upload {
    folder: PathBuf,
    /// The file: its name is ours.
    pub file: PathBuf,
    /// Its sha-256.
    pub digest: [u8; 32],
    /// How long it is.
    pub bytes: u64,
}

impl Drop for Upload {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            tracing::error!(%error, "an uploaded file could not be removed");
        }
    }
}

/// One piece of long work, and the session that it belongs to.
pub struct Job {
    /// What its address says.
    pub id: String,
    /// When it began.
    pub since: i64,
    /// What is worked on.
    pub of: JobOf,
    session: [u8; 32],
    state: Mutex<JobState>,
}

/// What is worked on.
pub enum JobOf {
    /// A file.
    File {
        /// Which kind of file.
        kind: ImportKind,
        /// How to read it.
        options: Box<ImportOptions>,
        /// Where it lies.
        upload: Upload,
    },
    /// An import of the history that is undone.
    Undo(i64),
}

/// How far it is.
#[derive(Clone)]
pub enum JobState {
    /// The file is read and nothing is stored.
    Trying,
    /// Somebody has to agree.
    Tried(Arc<Preview>),
    /// It is being stored.
    Importing,
    /// It is stored.
    Imported(Arc<ImportReport>),
    /// Nothing was stored.
    Refused(Arc<ImportError>),
    /// An import is being undone.
    Undoing,
    /// It is undone.
    Undone(Arc<Undone>),
    /// It was not undone.
    NotUndone(Arc<UndoError>),
    /// Our own failure; the cause is in the log.
    Broken,
}

impl JobState {
    /// Whether there is something to wait for.
    pub fn is_under_way(&self) -> bool {
        matches!(self, Self::Trying | Self::Importing | Self::Undoing)
    }
}

/// What a person agreed to, having seen the preview.
#[derive(Clone, Copy, Debug, Default)]
pub struct Agreed {
    /// The good rows count even if others are bad.
    pub skip_bad_rows: bool,
    /// More than a tenth may be ended.
    pub withdrawals: bool,
}

impl ImportDesk {
    /// A desk whose uploads lie in that folder of the server's data; what lay there is forgotten.
    pub fn in_folder(data: &Path) -> std::io::Result<Self> {
        let folder = data.join("uploads");
        match std::fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => std::fs::create_dir_all(&folder)?,
        }
        Ok(Self { folder: Some(folder), jobs: Mutex::default() })
    }

    /// An empty folder for a file of that name; none when uploads have no place.
    pub fn room(&self, name: &str) -> std::io::Result<Option<Upload>> {
        let Some(folder) = &self.folder else { return Ok(None) };
        let folder = folder.join(hex(&secret()[..16]));
        std::fs::create_dir(&folder)?;
        Ok(Some(Upload { file: folder.join(name), folder, digest: [0; 32], bytes: 0 }))
    }

    /// The session's job of that name.
    pub fn job(&self, id: &str, who: &SignedIn) -> Option<Arc<Job>> {
        self.lock().get(id).filter(|job| job.session == session(who)).cloned()
    }

    /// Puts it on the desk in place of the session's earlier ones; none when there is no room.
    fn put(&self, of: JobOf, state: JobState, who: &SignedIn, now: i64) -> Option<Arc<Job>> {
        let session = session(who);
        let mut jobs = self.lock();
        jobs.retain(|_, job| {
            job.state().is_under_way() || (job.session != session && now - job.since < KEPT_SECONDS)
        });
        if jobs.len() >= JOBS_MAX || jobs.values().any(|job| job.session == session) {
            return None;
        }
        let id = hex(&secret()[..16]);
        let job = Arc::new(Job { id: id.clone(), since: now, of, session, state: Mutex::new(state) });
        jobs.insert(id, job.clone());
        Some(job)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Job>>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn session(who: &SignedIn) -> [u8; 32] {
    sha256(who.form_token.as_bytes())
}

impl Job {
    /// How far it is.
    pub fn state(&self) -> JobState {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, state: JobState) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }

    /// Turns what was tried into what is imported, once.
    fn begin(&self) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let is_tried = matches!(*state, JobState::Tried(_));
        if is_tried {
            *state = JobState::Importing;
        }
        is_tried
    }

    /// How much of the file is read, out of a hundred, while it is tried or imported; none when that is not known.
    pub fn percent(&self) -> Option<u8> {
        match &self.of {
            JobOf::File { options, upload, .. } => options.progress.percent(upload.bytes),
            JobOf::Undo(_) => None,
        }
    }

    /// What the form that confirms carries: good for this file in this session.
    pub fn token(&self) -> Option<String> {
        match &self.of {
            JobOf::File { upload, .. } => {
                Some(hex(&sha256(&[self.session.as_slice(), &upload.digest, self.id.as_bytes()].concat())))
            }
            JobOf::Undo(_) => None,
        }
    }
}

/// Tries the file; the answer lies on the desk. None when the desk is full.
pub fn try_file(
    app: &App,
    who: &SignedIn,
    kind: ImportKind,
    options: ImportOptions,
    upload: Upload,
) -> Option<Arc<Job>> {
    let of = JobOf::File { kind, options: Box::new(options), upload };
    let job = app.imports.put(of, JobState::Trying, who, app.clock.now())?;
    work(app, who, job.clone(), "import_tried", |store, job| match &job.of {
        JobOf::File { kind, options, upload } => {
            match preview(store.as_ref(), *kind, &upload.file, options) {
                Ok(preview) => JobState::Tried(Arc::new(preview)),
                Err(error) => refused(error),
            }
        }
        JobOf::Undo(_) => JobState::Broken,
    });
    Some(job)
}

/// Imports what was tried, as far as somebody agreed; false when there is nothing to confirm, or it is confirmed already.
pub fn import_file(app: &App, who: &SignedIn, job: &Arc<Job>, agreed: Agreed) -> bool {
    if !job.begin() {
        return false;
    }
    if let JobOf::File { options, .. } = &job.of {
        options.progress.begin_again();
    }
    let now = app.clock.now();
    work(app, who, job.clone(), "import_applied", move |store, job| match &job.of {
        JobOf::File { kind, options, upload } => {
            let options = ImportOptions {
                now,
                skip_bad_rows: agreed.skip_bad_rows,
                confirm_withdrawals: agreed.withdrawals,
                ..ImportOptions::clone(options)
            };
            match import_kind(store.as_ref(), *kind, &upload.file, &options) {
                Ok(report) => JobState::Imported(Arc::new(report)),
                Err(error) => refused(error),
            }
        }
        JobOf::Undo(_) => JobState::Broken,
    });
    true
}

/// Undoes an import of the school of whoever asks. None when the desk is full.
pub fn undo_import(app: &App, who: &SignedIn, batch: i64) -> Option<Arc<Job>> {
    let now = app.clock.now();
    let job = app.imports.put(JobOf::Undo(batch), JobState::Undoing, who, now)?;
    let options = UndoOptions { batch, now, done_by: Some(who.staff_id), only_school: Some(who.school_id) };
    work(app, who, job.clone(), "import_undone", move |store, _| match undo(store.as_ref(), &options) {
        Ok(undone) => JobState::Undone(Arc::new(undone)),
        Err(UndoError::Store(error)) => broken(&error),
        Err(error) => JobState::NotUndone(Arc::new(error)),
    });
    Some(job)
}

/// On a thread that may block; what came of it lies on the desk, in the record of access, and on the phones.
fn work(
    app: &App,
    who: &SignedIn,
    job: Arc<Job>,
    what: &'static str,
    run: impl FnOnce(SharedStore, &Job) -> JobState + Send + 'static,
) {
    let (app, by, school) = (app.clone(), who.staff_id, who.school_id);
    tokio::spawn(async move {
        let (store, of) = (app.store.clone(), job.clone());
        let state = tokio::task::spawn_blocking(move || run(store, &of)).await.unwrap_or(JobState::Broken);
        if let Err(error) = note(&app, by, school, what, &job.of, &state).await {
            tracing::error!(%error, "an import is not in the record of access");
        }
        if matches!(state, JobState::Imported(_) | JobState::Undone(_)) {
            app.poke(school);
        }
        job.set(state);
    });
}

async fn note(
    app: &App,
    by: UserId,
    school: SchoolId,
    what: &str,
    of: &JobOf,
    state: &JobState,
) -> Result<(), crate::store::StoreError> {
    let of = match of {
        JobOf::File { kind, .. } => kind.word().to_owned(),
        JobOf::Undo(batch) => batch.to_string(),
    };
    let end = match state {
        JobState::Refused(_) | JobState::NotUndone(_) => " refused",
        JobState::Broken => " failed",
        _ => "",
    };
    let mut event = AccessEvent::by_staff(app.clock.now(), by, school, what);
    event.detail = Some(format!("{of}{end}"));
    app.store.note_access(event).await
}

fn refused(error: ImportError) -> JobState {
    match error {
        ImportError::Store(error) => broken(&error),
        error => JobState::Refused(Arc::new(error)),
    }
}

fn broken(error: &crate::store::StoreError) -> JobState {
    tracing::error!(%error, "the store failed");
    JobState::Broken
}
