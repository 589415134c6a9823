//! Files of students that name none of them: the usual way in which a report leaves the page (`domain.md` R14).

use daymark_reports::{FaceError, Faces, Facts, ReportName};
use sha2::{Digest, Sha256};

use crate::entropy::Entropy;

/// By what the students of a file are called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Called {
    /// By names that hold in this file alone.
    #[default]
    ByPseudonyms,
    /// By the keys of the district's export.
    ByKeys,
}

impl Called {
    /// As an address has it; anything else than `keys` is the usual way.
    pub fn from_word(word: &str) -> Self {
        if word == "keys" { Self::ByKeys } else { Self::ByPseudonyms }
    }
    /// As the record of access has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::ByPseudonyms => "pseudonyms",
            Self::ByKeys => "keys",
        }
    }
}

/// The faces of a report. Under pseudonyms no cell tells of a few: their grade is left out.
pub fn faces_of(name: ReportName, facts: Facts, called: Called) -> Result<Faces, FaceError> {
    if called == Called::ByKeys || name.leaves_the_team() {
        return Faces::of(name.make(&facts).as_ref());
    }
    let minimum = facts.rules.rules.small_group_minimum;
    // Thrown away with this call: nobody can find out later whom a file meant, not even from two files.
    let secret = Entropy::system().secret();
    let facts = facts.under_pseudonyms(&|key| pseudonym(&secret, key));
    Faces::of(name.make(&facts).as_ref())?.without_small_cells(minimum)
}

fn pseudonym(secret: &[u8; 32], key: &str) -> String {
    let hash = Sha256::new().chain_update(secret).chain_update(key).finalize();
    format!("S-{}", crate::auth::hex(&hash[..8]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_calls_a_student_by_one_name_and_another_file_by_another() {
        let (one, other) = ([1; 32], [2; 32]);
        assert_eq!(pseudonym(&one, "4711"), pseudonym(&one, "4711"));
        assert_ne!(pseudonym(&one, "4711"), pseudonym(&one, "4712"));
        assert_ne!(pseudonym(&one, "4711"), pseudonym(&other, "4711"));
        assert!(!pseudonym(&one, "4711").contains("4711"));
    }
}
