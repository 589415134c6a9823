//! A real phone: the core over an encrypted file, paired by a code.

use std::cell::RefCell;
use std::net::SocketAddr;
use std::rc::Rc;

use daymark_domain::MentorId;
use daymark_mentor_core::Core;
use daymark_mentor_core::api::Request;
use daymark_mentor_core::storage::MIGRATIONS;
use daymark_mentor_core::sync::{HttpApi, SharedCore, pair, run_once};
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
    _folder: TempDir,
}

impl Phone {
    /// Pairs a new phone of the mentor; nothing is synced yet.
    pub async fn pair(school: &School, mentor: MentorId) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let db = open(&folder.path().join("daymark.sqlite"), Some(&DatabaseKey([7; 32])), MIGRATIONS)?;
        let clock = school.clock.clone();
        let core = Rc::new(RefCell::new(Core::new(db, Rc::new(move || clock.now()))));
        let who = SignedIn {
            staff_id: school.coordinator,
            name: String::new(),
            role: Role::Coordinator,
            school_id: school.id,
            form_token: String::new(),
        };
        let invite = pairing::invite(&school.workshop.app, &who, mentor).await?;
        let code = invite.ok_or("the mentor is not the school's")?.code;
        let server = base(school.address);
        pair(&core, &HttpApi::new(&server), &server, &code, "desktop").await?;
        Ok(Self { core, _folder: folder })
    }

    /// One tap, committed when this returns.
    pub fn tap(&self, request: Request) -> Outcome {
        self.core.borrow_mut().answer(request)?;
        Ok(())
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

/// The link that the installed app uses.
pub fn native_link(address: SocketAddr) -> HttpApi {
    HttpApi::new(&base(address))
}

fn base(address: SocketAddr) -> String {
    format!("http://{address}")
}
