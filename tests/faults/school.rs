//! A school as the demo makes it, in a folder that each round copies: mentors with students, and a pairing code each.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono_tz::Tz;
use daymark_demo::{MentorPlan, Workshop, add_mentor_with, make};
use daymark_domain::SchoolDay;
use daymark_test_support::DistrictPlan;
use tempfile::TempDir;

use crate::Broken;

/// How many students each mentor has.
pub const STUDENTS: usize = 10;

/// A data folder of the server that nobody has open, and codes for phones.
pub struct School {
    pub folder: TempDir,
    pub codes: Vec<String>,
}

impl School {
    /// Of today, since the shipped server reads the machine's clock.
    pub async fn make(mentors: usize) -> Result<Self, Broken> {
        let folder = tempfile::tempdir()?;
        let codes = fill(folder.path(), mentors).await?;
        Ok(Self { folder, codes })
    }

    /// In another zone, at another time, with the demo's own mentors.
    pub async fn make_in(zone: Tz, today: SchoolDay, now: i64) -> Result<Self, Broken> {
        let folder = tempfile::tempdir()?;
        let workshop = Workshop::open(folder.path(), now)?;
        make(&workshop, &DistrictPlan { zone, ..small(today) }, now).await?;
        Ok(Self { folder, codes: Vec::new() })
    }

    /// Where the server's files are.
    pub fn data(&self) -> &Path {
        self.folder.path()
    }
}

async fn fill(data: &Path, mentors: usize) -> Result<Vec<String>, Broken> {
    let (now, today) = (now(), today());
    let workshop = Workshop::open(data, now)?;
    make(&workshop, &small(today), now).await?;
    let mut codes = Vec::new();
    for n in 0..mentors {
        let plan = MentorPlan { name: format!("Mentor {n}"), students: STUDENTS, entries: 0 };
        codes.push(add_mentor_with(&workshop, plan, today, now).await?.code);
    }
    Ok(codes)
}

fn small(today: SchoolDay) -> DistrictPlan {
    DistrictPlan { students: 90, weeks_of_contacts: 0, ..DistrictPlan::demo(today) }
}

/// Seconds since 1970 by this machine.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// Today at the demo's school, as far as a day that a phone takes: never ahead of it.
pub fn today() -> SchoolDay {
    SchoolDay::at(now(), -8 * 3_600)
}

/// A copy of a folder without its folders' folders: what lies in a data folder is one deep.
pub fn copied(from: &Path) -> Result<TempDir, Broken> {
    let folder = tempfile::tempdir()?;
    copy(from, folder.path())?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Result<(), Broken> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir_all(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
