//! The data as files in the browser's pool.
//!
//! No spare copy here: a second file would be a second flush at every tap, and what the browser clears it clears with
//! all the rest. From a damaged database is saved what can be read of it.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use daymark_mentor_core::open::{Damaged, Place};
use daymark_sqlite::opfs::Pool;

/// Nobody's phone is damaged more often.
const NUMBERS: std::ops::RangeInclusive<u32> = 1..=64;

/// A database and what lies beside it.
const ENDS: [&str; 3] = ["", "-wal", "-journal"];

/// The pool, and which of its databases is in use: the last one, for a damaged one keeps its name.
pub struct Files {
    pool: Rc<Pool>,
    number: u32,
    database: PathBuf,
}

impl Files {
    /// The databases of the pool.
    pub fn of(pool: Pool) -> Self {
        let number = NUMBERS.rev().find(|number| pool.has(&name(*number))).unwrap_or(1);
        Self { pool: Rc::new(pool), number, database: PathBuf::from(name(number)) }
    }
}

/// The first one has no number.
fn name(number: u32) -> String {
    if number == 1 { "daymark.sqlite".to_owned() } else { format!("daymark-{number}.sqlite") }
}

impl Place for Files {
    fn database(&self) -> &Path {
        &self.database
    }

    fn spare(&self) -> Option<&Path> {
        None
    }

    fn always_looks(&self) -> bool {
        false
    }

    fn set_aside(&mut self, _: i64) -> Result<(), String> {
        self.number += 1;
        self.database = PathBuf::from(name(self.number));
        // A pool holds few files: only the latest damaged one is kept.
        match self.number.checked_sub(2) {
            Some(old) if old > 0 => remove(&self.pool, old),
            _ => Ok(()),
        }
    }

    fn drop_spare(&mut self) -> Result<(), String> {
        Ok(())
    }

    fn damaged(&self) -> Damaged {
        let (pool, number) = (self.pool.clone(), self.number);
        Box::new(move || (1..number).try_for_each(|old| remove(&pool, old)))
    }

    fn lock(&self) -> Option<&Path> {
        Some(Path::new("pin.sqlite"))
    }

    fn remove_all(&mut self) -> Vec<String> {
        let files = NUMBERS.flat_map(|number| ENDS.map(|end| format!("{}{end}", name(number))));
        let left = files.filter(|file| self.pool.remove(file).is_err()).collect();
        (self.number, self.database) = (1, PathBuf::from(name(1)));
        left
    }
}

fn remove(pool: &Pool, number: u32) -> Result<(), String> {
    let files = ENDS.map(|end| format!("{}{end}", name(number)));
    files.iter().try_for_each(|file| pool.remove(file))
}
