//! What a school says to its mentors beyond students and calendar.

use serde::{Deserialize, Serialize};

use crate::rules::setting::SettingValue;
use crate::words::words;

words!(
    /// Whom mentors may text by their own phone's messages (`domain.md` section 2, row 54).
    TextPolicy, "policy for texts" {
        /// Nobody.
        Off = "off",
        /// Guardians who agreed to it.
        Guardians = "guardians",
        /// Students too, with a guardian as a second receiver.
        StudentsWithGuardian = "students_with_guardian",
    }
);

/// Until a school says otherwise nobody is texted.
impl Default for TextPolicy {
    fn default() -> Self {
        Self::Off
    }
}

impl SettingValue for TextPolicy {
    const ALLOWED: &'static str = "off, guardians, students_with_guardian";
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
    fn write(&self) -> String {
        self.word().to_owned()
    }
}

words!(
    /// A page of the team that shows what mentors recorded.
    SeenPage, "page of the team" {
        /// The week: contacts that reached student or family.
        Week = "week",
        /// Requests to the team.
        Asks = "asks",
    }
);

/// Somebody to phone at once when a student may not be safe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafetyContact {
    /// Name or office.
    pub name: String,
    /// "School counsellor", in the school's words.
    pub role: Option<String>,
    /// The number to dial.
    pub phone: String,
}

/// A contact that nobody could call.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "a safety contact needs a name of up to 100 characters and a phone number such as +1 555 0100 or 911"
)]
pub struct InvalidSafetyContact;

impl SafetyContact {
    /// From what was typed; a role may be left out.
    pub fn new(name: &str, role: &str, phone: &str) -> Result<Self, InvalidSafetyContact> {
        let [name, role, phone] = [name, role, phone].map(|text| text.trim().to_owned());
        let digits = phone.chars().filter(char::is_ascii_digit).count();
        let is_number = (3..=20).contains(&digits) && phone.chars().count() <= 60;
        let is_named = !name.is_empty() && [&name, &role].iter().all(|text| text.chars().count() <= 100);
        let is_plain = [&name, &role, &phone].iter().all(|text| !text.chars().any(char::is_control));
        let contact = Self { name, role: Some(role).filter(|role| !role.is_empty()), phone };
        (is_named && is_number && is_plain).then_some(contact).ok_or(InvalidSafetyContact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_safety_contact_has_a_name_and_a_number_that_can_be_called() {
        let contact = SafetyContact::new(" Front office ", "", "911").unwrap();
        assert_eq!(
            (contact.name.as_str(), contact.role, contact.phone.as_str()),
            ("Front office", None, "911")
        );
        let long = "x".repeat(101);
        for (name, role, phone) in
            [("", "", "911"), ("A", "", "ask"), ("A\n", "b\u{7}", "911"), (&long, "", "911")]
        {
            assert_eq!(SafetyContact::new(name, role, phone), Err(InvalidSafetyContact), "{name} {phone}");
        }
    }
}
