//! How to get in: a sign-in for the team's page, a pairing code for the mentor's app.

use daymark_domain::MentorId;
use daymark_server::service::pairing;
use daymark_server::store::accounts::Account;
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
    /// Where the coordinator compares the words.
    pub page: String,
}

/// The school where the mentor with the most students is, who runs it, and that mentor.
pub(crate) struct Busiest {
    pub school: School,
    pub login: String,
    pub coordinator: Account,
    pub mentor: MentorSummary,
}

pub(crate) async fn busiest(workshop: &Workshop) -> Result<Busiest, DemoError> {
    let mut most: Option<(usize, School, MentorSummary)> = None;
    for (n, school) in workshop.app.store.schools().await?.into_iter().enumerate() {
        for mentor in workshop.app.store.mentors(school.id).await? {
            if most.as_ref().is_none_or(|(_, _, so_far)| mentor.active_matches > so_far.active_matches) {
                most = Some((n, school.clone(), mentor));
            }
        }
    }
    let (n, school, mentor) = most.ok_or(ANEW)?;
    let login = format!("coordinator{}", n + 1);
    let coordinator = workshop.app.store.account_by_login(&login).await?.ok_or(ANEW)?;
    Ok(Busiest { school, login, coordinator, mentor })
}

const ANEW: DemoError =
    DemoError::Missing("the district has no mentor or no staff; make it anew with --fresh");

/// Invites a phone for the mentor with the most students.
pub async fn invite(workshop: &Workshop) -> Result<Invitation, DemoError> {
    let busiest = busiest(workshop).await?;
    let (mentor, name) = (busiest.mentor.id, busiest.mentor.name.clone());
    invite_mentor(workshop, busiest, mentor, name).await
}

/// Invites a phone for a mentor of that school.
pub(crate) async fn invite_mentor(
    workshop: &Workshop,
    at: Busiest,
    mentor: MentorId,
    name: String,
) -> Result<Invitation, DemoError> {
    let who = SignedIn {
        staff_id: at.coordinator.id,
        name: String::new(),
        role: at.coordinator.role,
        school_id: at.school.id,
        form_token: String::new(),
        second_factor_by: None,
    };
    let invite = pairing::invite(&workshop.app, &who, mentor).await?.ok_or(ANEW)?;
    Ok(Invitation {
        login: at.login,
        password: DEMO_PASSWORD,
        school: at.school.name,
        mentor: name,
        code: invite.code,
        page: format!("/staff/mentors/{mentor}/pairing"),
    })
}
