//! How long a phone may be read without another word of the school.

use daymark_domain::{DeviceId, MentorId, Rules, SchoolDay, SchoolId};
use daymark_sqlite::rusqlite::{Connection, params};

use super::super::mentors::facts::facts_of_school;
use super::super::values::{id, one};
use super::rules;
use crate::store::StoreError;
use crate::store::access::LeaseTerms;

/// The platforms whose app keeps its data outside of a browser. Whatever else a phone calls itself gets the shorter term.
const OWN_APP: [&str; 3] = ["desktop", "android", "ios"];

/// By the rules in force today, and what stands written of the mentor.
pub(super) fn lease_terms(
    db: &Connection,
    device: DeviceId,
    today: SchoolDay,
) -> Result<Option<LeaseTerms>, StoreError> {
    let phone = one(db, include_str!("lease.sql"), params![device.as_bytes()], |row| {
        let (mentor, school) = (id(row, 0, MentorId::from_bytes)?, id(row, 1, SchoolId::from_bytes)?);
        let own_app = OWN_APP.contains(&row.get_ref(2)?.as_str().unwrap_or_default());
        Ok((mentor, school, own_app, row.get(3)?))
    })?;
    let Some((mentor, school, own_app, first_at)) = phone else { return Ok(None) };
    let Rules { leases, mentoring, .. } = rules(db, school, today)?;
    let seconds = leases.seconds(!own_app);
    // The term may begin in one day and end in another.
    let last = today.plus(u64::try_from(seconds / 86_400 + 1).unwrap_or(0));
    let known = facts_of_school(db, school)?.remove(&mentor);
    let runs_out_on = known.and_then(|known| known.facts.runs_out_on(&mentoring, today, last));
    Ok(Some(LeaseTerms { seconds, first_at, runs_out_on }))
}
