//! How to get in: a sign-in for the team's page, a pairing code for the mentor's app.

use daymark_server::service::pairing;
use daymark_server::store::mentors::MentorSummary;
use daymark_server::store::schools::School;
use daymark_server::store::sessions::SignedIn;

use crate::{DEMO_PASSWORD, DemoError, Workshop};

/// What to type.
pub struct Invitation {
    /// The coordinator's login at the mentor's school.
    pub login: String,
    /// The password.
    pub password: &'static str,
    /// The school.
    pub school: String,
    /// Whose phone it will be.
    pub mentor: String,
    /// A single-use code for ten minutes.
    pub code: String,
}

/// Invites a phone for the mentor with the most students.
pub async fn invite(workshop: &Workshop) -> Result<Invitation, DemoError> {
    let mut most: Option<(usize, School, MentorSummary)> = None;
    for (n, school) in workshop.app.store.schools().await?.into_iter().enumerate() {
        for mentor in workshop.app.store.mentors(school.id).await? {
            if most.as_ref().is_none_or(|(_, _, so_far)| mentor.active_matches > so_far.active_matches) {
                most = Some((n, school.clone(), mentor));
            }
        }
    }
    let anew = DemoError::Missing("the district has no mentor or no staff; make it anew with --fresh");
    let Some((n, school, mentor)) = most else { return Err(anew) };
    let login = format!("coordinator{}", n + 1);
    let Some(account) = workshop.app.store.account_by_login(&login).await? else { return Err(anew) };
    let who = SignedIn {
        staff_id: account.id,
        name: String::new(),
        role: account.role,
        school_id: school.id,
        form_token: String::new(),
    };
    let Some(invite) = pairing::invite(&workshop.app, &who, mentor.id).await? else { return Err(anew) };
    Ok(Invitation {
        login,
        password: DEMO_PASSWORD,
        school: school.name,
        mentor: mentor.name,
        code: invite.code,
    })
}
