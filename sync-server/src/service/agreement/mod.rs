//! The confidentiality agreement that mentors sign. Each version is a file a language and stays for ever: a signature
//! names its version and keeps the hash of the text. A changed text is a new version with a new number, which
//! `daymark_domain::AGREEMENT_VERSION` then names, and all mentors sign again.

use daymark_components::Language;
use daymark_domain::AGREEMENT_VERSION;

use crate::auth::sha256;

/// One version of the agreement in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Which version.
    pub version: u32,
    /// In which language.
    pub language: Language,
    /// Paragraphs with an empty line between; a paragraph is one line, or points that begin with "- ".
    pub text: &'static str,
}

const EVERY: [Agreement; 2] = [
    Agreement { version: 1, language: Language::English, text: include_str!("1.en.txt") },
    Agreement { version: 1, language: Language::Spanish, text: include_str!("1.es.txt") },
];

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// What follows is about this.
    Heading(&'static str),
    /// A paragraph.
    Paragraph(&'static str),
    /// Points.
    Points(Vec<&'static str>),
}

impl Agreement {
    /// The one that is signed now.
    pub fn current(language: Language) -> Self {
        let current = |agreement: &&Self| agreement.version == AGREEMENT_VERSION;
        let mut in_force = EVERY.iter().filter(current);
        *in_force.find(|agreement| agreement.language == language).unwrap_or(&EVERY[0])
    }

    /// The sha-256 of the text.
    pub fn hash(self) -> [u8; 32] {
        sha256(self.text.as_bytes())
    }

    /// The text as a page shows it.
    pub fn parts(self) -> Vec<Part> {
        let part = |block: &'static str| {
            if block.starts_with("- ") {
                Part::Points(block.lines().filter_map(|line| line.strip_prefix("- ")).collect())
            } else if block.ends_with('.') {
                Part::Paragraph(block)
            } else {
                Part::Heading(block)
            }
        };
        self.text.trim_end().split("\n\n").map(part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_current_version_with_the_same_points() {
        let [english, spanish] = [Language::English, Language::Spanish].map(Agreement::current);
        assert_eq!((english.version, spanish.version), (AGREEMENT_VERSION, AGREEMENT_VERSION));
        assert_ne!(english.hash(), spanish.hash());
        let shape = |agreement: Agreement| -> Vec<usize> {
            let points = |part: &Part| match part {
                Part::Points(points) => points.len(),
                Part::Heading(_) => 100,
                Part::Paragraph(_) => 200,
            };
            agreement.parts().iter().map(points).collect()
        };
        assert_eq!(shape(english), shape(spanish));
        assert_eq!(shape(english), [200, 100, 8, 100, 200, 100, 5]);
    }

    #[test]
    fn a_version_that_was_signed_is_never_changed() {
        let hash = |agreement: &Agreement| -> String {
            agreement.hash().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
        };
        let hashes: Vec<_> = EVERY.iter().map(|of| (of.version, of.language.word(), hash(of))).collect();
        assert_eq!(
            hashes,
            [(1, "en", "0c2851ac90bfcd59".to_owned()), (1, "es", "5b59f50d741eb652".to_owned())]
        );
    }
}
