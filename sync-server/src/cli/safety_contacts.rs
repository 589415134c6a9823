//! `daymark-server school safety-contacts`.

use std::path::PathBuf;

use clap::Args;
use daymark_domain::{InvalidSafetyContact, SafetyContact};

use super::{CliError, open_store, school_by_sis_id};
use crate::clock::Clock;
use crate::store::schools::SchoolStore;

/// Whom, in their order; without `--set` and `--none` only listed.
#[derive(Args)]
pub struct SafetyContacts {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The school, by the key of the district's export.
    #[arg(long)]
    school: String,
    /// In place of all others: name, role (may be empty) and phone, such as "Grace Okafor; Counsellor; +1 555 0100".
    #[arg(long, value_name = "NAME; ROLE; PHONE", value_parser = contact)]
    set: Vec<SafetyContact>,
    /// Take all of them away.
    #[arg(long, conflicts_with = "set")]
    none: bool,
}

impl SafetyContacts {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let store = open_store(&self.data)?;
        let school = school_by_sis_id(&store, self.school).await?;
        if self.none || !self.set.is_empty() {
            store.set_safety_contacts(school.id, self.set, Clock::system().now()).await?;
        }
        for SafetyContact { name, role, phone } in store.safety_contacts(school.id).await? {
            println!("{name}; {}; {phone}", role.unwrap_or_default());
        }
        Ok(())
    }
}

fn contact(text: &str) -> Result<SafetyContact, InvalidSafetyContact> {
    let mut parts = text.split(';');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(name), Some(role), Some(phone), None) => SafetyContact::new(name, role, phone),
        _ => Err(InvalidSafetyContact),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_typed_as_it_is_listed() {
        let grace = contact("Grace Okafor; Counsellor; +1 555 0100").unwrap();
        assert_eq!((grace.name.as_str(), grace.role.as_deref()), ("Grace Okafor", Some("Counsellor")));
        assert_eq!(contact("Office;;911").unwrap().role, None);
        for wrong in ["", "Office", "Office; 911", "a; b; 911; d"] {
            assert!(contact(wrong).is_err(), "{wrong}");
        }
    }
}
