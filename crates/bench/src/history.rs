//! What an earlier phone of a mentor has sent: straight into the sync service, through the same gate as by HTTP.

use daymark_demo::{PairedPhone, Pairing};
use daymark_documents::MatchRecord;
use daymark_domain::SchoolDay;

use crate::Outcome;
use crate::diary::Diary;
use crate::school::{Mentor, School};

/// About half of what a phone would put into one request.
const CHANGES_A_PUSH: usize = 135;

/// Sends three entries a match and day. Returns how many.
pub async fn send(school: &School, mentor: &Mentor, days: &[SchoolDay], seed: u64) -> Outcome<u64> {
    let (by, at) = (school.coordinator, school.clock.now());
    let pairing = Pairing { school: mentor.school, mentor: mentor.id, by, at };
    let phone = PairedPhone::pair(&school.workshop.app, pairing).await?;
    let writer = phone.writer();
    let mut diary = Diary::new(seed);
    let mut sent = 0;
    for match_id in &mentor.matches {
        let mut record = MatchRecord::new()?;
        let mut changes = Vec::with_capacity(days.len() * 3);
        for entry in days.iter().flat_map(|day| diary.write(*day, 3)) {
            let at = school.district.instant(entry.day, entry.second);
            changes.push(record.add_entry(&writer, entry.day, at, &entry.what()?)?.bytes);
        }
        for batch in changes.chunks(CHANGES_A_PUSH) {
            sent += phone.push(*match_id, batch).await?;
        }
    }
    Ok(sent)
}
