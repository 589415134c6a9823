//! A real phone: the core over an encrypted file, paired by a code.

use std::cell::RefCell;
use std::net::SocketAddr;
use std::rc::Rc;

use daymark_demo::let_in;
use daymark_domain::{EntryKey, MentorId};
use daymark_mentor_core::api::{Reply, Request};
use daymark_mentor_core::storage::{MIGRATIONS, projection};
use daymark_mentor_core::sync::{HttpApi, SharedCore, Wanted, look_for_answer, pair, run_once};
use daymark_mentor_core::{Clock, Core};
use daymark_protocol::SyncApi;
use daymark_server::service::pairing;
use daymark_server::store::accounts::Role;
use daymark_server::store::sessions::SignedIn;
use daymark_sqlite::{DatabaseKey, open};
use tempfile::TempDir;

use crate::Outcome;
use crate::school::School;

pub struct Phone {
    pub core: SharedCore,
    folder: TempDir,
    clock: Clock,
}

impl Phone {
    /// Pairs a new phone of the mentor; nothing is synced yet.
    pub async fn pair(school: &School, mentor: MentorId) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let clock = school.clock.clone();
        let clock: Clock = Rc::new(move || clock.now());
        let core = open_core(&folder, &clock)?;
        let who = SignedIn {
            staff_id: school.coordinator,
            name: String::new(),
            role: Role::Coordinator,
            school_id: school.id,
            form_token: String::new(),
            second_factor_by: None,
        };
        let invite = pairing::invite(&school.workshop.app, &who, mentor).await?;
        let code = invite.ok_or("the mentor is not the school's")?.code;
        let server = base(school.address);
        let (api, platform, language) = (HttpApi::new(&server), "desktop", "en");
        pair(&core, &api, Wanted { server: &server, code: &code, platform, language }).await?;
        let_in(&school.workshop.app, school.id, school.coordinator).await?;
        if !look_for_answer(&core, &api).await? {
            return Err("the phone was not let in".into());
        }
        Ok(Self { core, folder, clock })
    }

    /// The app closed and opened again.
    pub fn reopened(self) -> Outcome<Self> {
        drop(self.core);
        let core = open_core(&self.folder, &self.clock)?;
        Ok(Self { core, ..self })
    }

    /// What lies on the disk.
    pub fn file_bytes(&self) -> Outcome<u64> {
        let files = std::fs::read_dir(self.folder.path())?;
        files.map(|file| Ok(file?.metadata()?.len())).sum()
    }

    /// One tap, committed when this returns.
    pub fn tap(&self, request: Request) -> Outcome {
        self.core.borrow_mut().answer(request)?;
        Ok(())
    }

    /// One entry, by its key.
    pub fn save(&self, request: Request) -> Outcome<Option<EntryKey>> {
        match self.core.borrow_mut().answer(request)? {
            Reply::Saved { key, .. } => Ok(key),
            _ => Err("the core answered another question".into()),
        }
    }

    /// Sends what is unsent, takes what is new.
    pub async fn sync(&self, link: &impl SyncApi) -> Outcome {
        run_once(&self.core, link).await?;
        Ok(())
    }

    /// Entries that wait.
    pub fn unsent(&self) -> Outcome<u32> {
        Ok(self.core.borrow().status()?.unsent)
    }

    /// Reads all records into memory, as the app does when it is idle.
    pub fn warm(&self) -> Outcome {
        while self.core.borrow_mut().warm_one()? {}
        Ok(())
    }
}

fn open_core(folder: &TempDir, clock: &Clock) -> Outcome<SharedCore> {
    let mut db = open(&folder.path().join("daymark.sqlite"), Some(&DatabaseKey([7; 32])), MIGRATIONS)?;
    projection::catch_up(&mut db)?;
    Ok(Rc::new(RefCell::new(Core::new(db, clock.clone()))))
}

/// The link that the installed app uses.
pub fn native_link(address: SocketAddr) -> HttpApi {
    HttpApi::new(&base(address))
}

fn base(address: SocketAddr) -> String {
    format!("http://{address}")
}
