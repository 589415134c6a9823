//! Whether something is still there: in texts that people wrote, and in the bytes of every file.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use daymark_sqlite::rusqlite::{Connection, params};

use crate::operations::census::tables;
use crate::operations::{OperationError, failed};
use crate::store::StoreError;
use crate::store::sqlite::values::all;

/// Bytes that must be nowhere, and what they are.
#[derive(Clone, Debug)]
pub struct Needle {
    /// In words.
    pub what: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Needle {
    /// Something to look for.
    pub fn new(what: &'static str, bytes: Vec<u8>) -> Self {
        Self { what, bytes }
    }
}

/// So much of a file is held at one time.
const PIECE: usize = 1 << 20;

/// In which files any of the needles stands: `file: what`.
pub fn find_in_files(files: &[PathBuf], needles: &[Needle]) -> Result<Vec<String>, OperationError> {
    let mut by_start: Vec<Vec<&Needle>> = vec![Vec::new(); 1 << 16];
    for needle in needles {
        if let Some(start) = start_of(&needle.bytes) {
            by_start[start].push(needle);
        }
    }
    let longest = needles.iter().map(|needle| needle.bytes.len()).max().unwrap_or(0);
    let mut found = Vec::new();
    for path in files {
        let mut file = File::open(path).map_err(failed("cannot read", path))?;
        let mut window = Vec::new();
        loop {
            let before = window.len();
            let read = file.by_ref().take(PIECE as u64).read_to_end(&mut window);
            read.map_err(failed("cannot read", path))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            found.extend(seen(&window, &by_start).map(|needle| format!("{name}: {}", needle.what)));
            if window.len() == before {
                break;
            }
            // A needle may lie across two pieces.
            window.drain(..window.len().saturating_sub(longest.saturating_sub(1)));
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// The first two bytes as a number. A needle has more than that.
fn start_of(bytes: &[u8]) -> Option<usize> {
    let [first, second, ..] = bytes else { return None };
    Some(usize::from(*first) << 8 | usize::from(*second))
}

fn seen<'n>(window: &'n [u8], by_start: &'n [Vec<&'n Needle>]) -> impl Iterator<Item = &'n Needle> + 'n {
    window.windows(2).enumerate().flat_map(move |(at, start)| {
        let here = start_of(start).map_or(&[][..], |start| &by_start[start]).iter().copied();
        here.filter(move |needle| window[at..].starts_with(&needle.bytes))
    })
}

/// Whether the word stands in the text by itself: `12` is not in `4123`.
pub(super) fn is_word_in(word: &str, text: &str) -> bool {
    let edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(word)
        .any(|(at, _)| edge(text[..at].chars().next_back()) && edge(text[at + word.len()..].chars().next()))
}

/// Table and column in which people wrote one of the names, with how many rows.
pub(super) fn mentions(db: &Connection, names: &[String]) -> Result<Vec<(String, u64)>, StoreError> {
    let mut found = Vec::new();
    for table in tables(db)? {
        let columns = "SELECT name FROM pragma_table_info(?1) WHERE type = 'TEXT'";
        let columns: Vec<String> = all(db, columns, params![table], |row| Ok(row.get(0)?))?;
        for column in columns {
            let sql =
                format!("SELECT count(*) FROM \"{table}\" WHERE instr(lower(\"{column}\"), lower(?1)) > 0");
            let mut rows = 0;
            for name in names {
                rows += db.query_row(&sql, params![name], |row| row.get::<_, u64>(0))?;
            }
            if rows > 0 {
                found.push((format!("{table}.{column}"), rows));
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_needle_across_two_pieces_is_found_and_one_that_is_not_there_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("haystack");
        let mut bytes = vec![b'x'; PIECE - 3];
        bytes.extend_from_slice(b"needle and more");
        std::fs::write(&file, bytes).unwrap();
        let look = |text: &str| {
            find_in_files(std::slice::from_ref(&file), &[Needle::new("it", text.as_bytes().to_vec())])
                .unwrap()
        };
        assert_eq!(look("needle"), ["haystack: it"]);
        assert!(look("noodle").is_empty());
    }

    #[test]
    fn a_key_is_found_as_a_word_and_not_inside_of_another() {
        assert!(is_word_in("12", "row 12: no grade"));
        assert!(is_word_in("12", "\"12\""));
        assert!(!is_word_in("12", "4123"));
    }
}
