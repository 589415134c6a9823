//! The coordinator's tap, for whoever has no screen: says of every phone that waits that its words are the same.

use daymark_domain::{SchoolId, UserId};
use daymark_server::App;
use daymark_server::service::pairing::{self, Progress};
use daymark_server::store::accounts::Role;
use daymark_server::store::sessions::SignedIn;

use crate::{DemoError, Workshop};

/// Lets in all phones of the school that wait; how many there were.
pub async fn let_in(app: &App, school_id: SchoolId, by: UserId) -> Result<usize, DemoError> {
    let who = SignedIn {
        staff_id: by,
        name: String::new(),
        role: Role::Coordinator,
        school_id,
        form_token: String::new(),
        second_factor_by: None,
    };
    let mut phones = 0;
    for mentor in app.store.mentors(school_id).await? {
        if let Progress::Words(asking) = pairing::progress(app, &who, mentor.id).await? {
            phones += usize::from(pairing::say(app, &who, mentor.id, &asking.phone, true).await?);
        }
    }
    Ok(phones)
}

/// The same at every school of a data folder, beside the running server.
pub async fn let_in_everywhere(workshop: &Workshop) -> Result<usize, DemoError> {
    let mut phones = 0;
    for (n, school) in workshop.app.store.schools().await?.into_iter().enumerate() {
        let login = format!("coordinator{}", n + 1);
        if let Some(coordinator) = workshop.app.store.account_by_login(&login).await? {
            phones += let_in(&workshop.app, school.id, coordinator.id).await?;
        }
    }
    Ok(phones)
}
