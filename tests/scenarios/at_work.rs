//! The app at work: its core with what it does in the background, and what it tells.

use std::rc::Rc;
use std::time::Duration;

use daymark_mentor_core::api::{FromCore, Reply, Request, Status};
use daymark_mentor_core::host::{Host, Sleep};
use tempfile::TempDir;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::phone::Phone;

/// The app at work.
pub struct AtWork {
    pub host: Host,
    told: UnboundedReceiver<FromCore>,
    _folder: TempDir,
}

impl AtWork {
    /// Its pauses up to `longest` are over at once, and longer ones never end: what comes, comes for another reason.
    pub fn start(phone: Phone, longest: Duration) -> Self {
        let (tell, told) = unbounded_channel();
        let (core, folder) = phone.into_core();
        let told_by = Rc::new(move |message| {
            let _ = tell.send(message);
        });
        let host = Host::new(core, "desktop", told_by);
        let sleep: Sleep = Rc::new(move |time| {
            let is_short = time <= longest;
            Box::pin(async move {
                if is_short {
                    tokio::task::yield_now().await;
                } else {
                    std::future::pending().await
                }
            })
        });
        tokio::task::spawn_local(host.clone().run_in_background(sleep));
        Self { host, told, _folder: folder }
    }

    pub async fn students(&self) -> usize {
        match self.host.answer(Request::Caseload).await {
            Ok(Reply::Caseload(view)) => view.rows.len(),
            other => panic!("{other:?}"),
        }
    }

    /// Looks at every change that the core tells of until there are so many students.
    pub async fn shows(&mut self, students: usize) {
        while self.students().await != students {
            self.told.recv().await.unwrap();
        }
    }

    /// The next status that is as asked for.
    pub async fn tells(&mut self, wanted: impl Fn(&Status) -> bool) -> Status {
        loop {
            match self.told.recv().await.unwrap() {
                FromCore::Changed(status) if wanted(&status) => return status,
                _ => {}
            }
        }
    }
}
