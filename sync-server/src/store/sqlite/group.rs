//! One commit for many phones: what waits while the disk is busy goes into the next transaction together.
//!
//! A commit costs a write to the disk, a few milliseconds that a hundred phones would wait for one after the other. So
//! whoever comes first leads: it opens a transaction, takes in what waits, each behind a savepoint, and commits once.
//! Nobody is told anything before that commit; one that fails is rolled back to its savepoint, alone.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use daymark_locks::Line;
use daymark_sqlite::rusqlite::{Error, Transaction};
use tokio::sync::oneshot;

use super::SqliteStore;
use crate::store::StoreError;

/// So many go into one transaction at the most.
const MEMBERS_MAX: usize = 64;
/// After so long a transaction takes nobody in any more: the first one waits for its commit.
const OPEN_FOR: Duration = Duration::from_millis(5);
/// So many may wait; at 64 to a commit the last one waits for eight.
const WAITING_MAX: usize = 512;

/// Those who wait, and whether somebody leads.
pub(super) struct Group(Line<Box<dyn Member>>);

impl Default for Group {
    fn default() -> Self {
        Self(Line::of(WAITING_MAX))
    }
}

impl SqliteStore {
    /// As [`write`](Self::write), in one commit with others who wait. `work` is run once; what it returns is committed
    /// when this returns `Ok`.
    pub async fn write_grouped<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let member = Box::new(One { work: Some(work), result: None, tell });
        if self.group.0.join(member).map_err(|_| StoreError::Overrun)? {
            let store = self.clone();
            // Not awaited: it leads for others too, and goes on when this phone hangs up.
            tokio::task::spawn_blocking(move || store.lead());
        }
        // The other end is dropped when the work panicked.
        told.await.map_err(|_| StoreError::Stopped)?
    }

    /// Commits until nobody waits any more.
    fn lead(&self) {
        while !self.group.0.is_done() {
            let mut members = Vec::new();
            let committed = self.write_blocking(|tx| {
                let began = Instant::now();
                while members.len() < MEMBERS_MAX
                    && (members.is_empty() || began.elapsed() < OPEN_FOR)
                    && let Some(mut member) = self.group.0.next()
                {
                    behind_a_savepoint(tx, member.as_mut())?;
                    members.push(member);
                }
                Ok(())
            });
            match committed {
                Ok(()) => members.into_iter().for_each(|member| member.tell(None)),
                Err(error) => {
                    // The transaction did not even begin: whoever waits first hears of it, or this would go on and on.
                    if members.is_empty() {
                        members.extend(self.group.0.next());
                    }
                    members.into_iter().for_each(|member| member.tell(Some(the_same(&error))));
                }
            }
        }
    }
}

/// An error is the whole transaction's; the member's own failure is its own.
fn behind_a_savepoint(tx: &Transaction<'_>, member: &mut dyn Member) -> Result<(), StoreError> {
    tx.execute_batch("SAVEPOINT member")?;
    let is_good = catch_unwind(AssertUnwindSafe(|| member.run(tx))).unwrap_or(false);
    tx.execute_batch(if is_good { "RELEASE member" } else { "ROLLBACK TO member; RELEASE member" })?;
    Ok(())
}

/// One who waits.
trait Member: Send {
    /// Does its work; true if it is to be kept.
    fn run(&mut self, tx: &Transaction<'_>) -> bool;
    /// Tells it what became of it.
    fn tell(self: Box<Self>, failed: Option<StoreError>);
}

struct One<T, F> {
    work: Option<F>,
    result: Option<Result<T, StoreError>>,
    tell: oneshot::Sender<Result<T, StoreError>>,
}

impl<T, F> Member for One<T, F>
where
    T: Send,
    F: FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send,
{
    fn run(&mut self, tx: &Transaction<'_>) -> bool {
        self.result = self.work.take().map(|work| work(tx));
        matches!(self.result, Some(Ok(_)))
    }

    fn tell(self: Box<Self>, failed: Option<StoreError>) {
        let Self { result, tell, .. } = *self;
        let result = match (result, failed) {
            (Some(Ok(_)) | None, Some(failed)) => Some(Err(failed)),
            (result, _) => result,
        };
        // Whoever hung up does not hear it.
        let _ = result.map(|result| tell.send(result));
    }
}

/// The error once more, for each who suffered from it.
fn the_same(error: &StoreError) -> StoreError {
    match error {
        StoreError::Database(Error::SqliteFailure(code, said)) => {
            StoreError::Database(Error::SqliteFailure(*code, said.clone()))
        }
        _ => StoreError::Stopped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    const WORDS: &str = "CREATE TABLE word (text TEXT NOT NULL UNIQUE);
                         CREATE TABLE said (word TEXT REFERENCES word (text) DEFERRABLE INITIALLY DEFERRED);";

    fn store() -> (SqliteStore, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).unwrap();
        store.write_blocking(|tx| Ok(tx.execute_batch(WORDS)?)).unwrap();
        (store, folder)
    }

    fn say(
        text: &'static str,
    ) -> impl FnOnce(&Transaction<'_>) -> Result<usize, StoreError> + Send + 'static {
        move |tx| Ok(tx.execute("INSERT INTO word VALUES (?1)", [text])?)
    }

    fn words(store: &SqliteStore) -> Vec<String> {
        let read = |db: &daymark_sqlite::rusqlite::Connection| {
            crate::store::sqlite::values::all(db, "SELECT text FROM word ORDER BY 1", [], |row| {
                Ok(row.get(0)?)
            })
        };
        store.read_blocking(read).unwrap()
    }

    /// Holds the writer until everybody of the test waits, so that they all go into the next commit.
    async fn together<T: Send + 'static>(
        store: &SqliteStore,
        tasks: Vec<tokio::task::JoinHandle<T>>,
        release: mpsc::Sender<()>,
    ) -> Vec<T> {
        while store.group.0.waiting() < tasks.len() {
            tokio::task::yield_now().await;
        }
        release.send(()).unwrap();
        let mut results = Vec::new();
        for task in tasks {
            results.push(task.await.unwrap());
        }
        results
    }

    async fn held(store: &SqliteStore) -> mpsc::Sender<()> {
        let (release, released) = mpsc::channel::<()>();
        let (begun, begins) = oneshot::channel();
        let holder = store.clone();
        tokio::task::spawn_blocking(move || {
            holder.write_blocking(|_| {
                let _ = begun.send(());
                let _ = released.recv();
                Ok(())
            })
        });
        begins.await.unwrap();
        release
    }

    #[tokio::test]
    async fn of_pushes_in_one_commit_the_one_that_fails_spoils_no_other() {
        let (store, _folder) = store();
        let release = held(&store).await;
        let mut tasks = Vec::new();
        for text in ["one", "two", "two", "three"] {
            let store = store.clone();
            let work = move |tx: &Transaction<'_>| {
                tx.execute("INSERT INTO said VALUES (?1)", [text])?;
                say(text)(tx)
            };
            tasks.push(tokio::spawn(async move { store.write_grouped(work).await.is_ok() }));
            tokio::task::yield_now().await;
        }
        let panics = store.clone();
        tasks.push(tokio::spawn(async move {
            let work = |_: &Transaction<'_>| -> Result<(), StoreError> { panic!("on purpose") };
            panics.write_grouped(work).await.is_ok()
        }));
        let told = together(&store, tasks, release).await;
        assert_eq!(told.iter().filter(|good| **good).count(), 3);
        assert!(!told[4]);
        assert_eq!(words(&store), ["one", "three", "two"]);
        let said = |db: &daymark_sqlite::rusqlite::Connection| {
            Ok(db.query_row("SELECT count(*) FROM said", [], |row| row.get::<_, i64>(0))?)
        };
        assert_eq!(store.read_blocking(said).unwrap(), 3, "what a failing member had written is gone");
    }

    #[tokio::test]
    async fn nobody_is_told_of_success_when_the_commit_fails() {
        let (store, _folder) = store();
        let release = held(&store).await;
        let good = store.clone();
        let good = tokio::spawn(async move { good.write_grouped(say("kept?")).await.is_ok() });
        let bad = store.clone();
        let bad = tokio::spawn(async move {
            // Each statement is good; the commit looks at the reference and says no.
            let work =
                |tx: &Transaction<'_>| Ok(tx.execute("INSERT INTO said VALUES ('never written')", [])?);
            bad.write_grouped(work).await.is_ok()
        });
        assert_eq!(together(&store, vec![good, bad], release).await, [false, false]);
        assert!(words(&store).is_empty());
        assert!(store.write_grouped(say("after")).await.is_ok(), "and it goes on");
        assert_eq!(words(&store), ["after"]);
    }

    #[tokio::test]
    async fn more_than_can_be_written_soon_are_turned_away_at_once() {
        let (store, _folder) = store();
        let release = held(&store).await;
        let tasks: Vec<_> = (0..WAITING_MAX)
            .map(|n| {
                let store = store.clone();
                let work = move |tx: &Transaction<'_>| {
                    Ok(tx.execute("INSERT INTO word VALUES (?1)", [n.to_string()])?)
                };
                tokio::spawn(async move { store.write_grouped(work).await.is_ok() })
            })
            .collect();
        while store.group.0.waiting() < WAITING_MAX {
            tokio::task::yield_now().await;
        }
        let turned_away = store.write_grouped(say("one too many")).await.unwrap_err();
        assert!(turned_away.is_busy());
        assert!(together(&store, tasks, release).await.into_iter().all(|good| good));
        assert_eq!(words(&store).len(), WAITING_MAX);
    }
}
