//! The kinds of contact, and the element that each belongs to.

use super::Party;
use crate::Element;
use crate::words::words;

words!(
    /// What kind of contact it was. Its word is the entry's `kind` in a match record.
    ContactKind, "contact kind" {
        /// Greeted at the door; recorded as a door check.
        DoorGreeting = "door_greeting",
        /// A call to wake the student.
        WakeUpCall = "wake_up_call",
        /// A call home because the student is absent.
        AbsenceCall = "absence_call",
        /// A call home with good news.
        GoodNewsCall = "good_news_call",
        /// A text message by the phone's own app.
        Text = "text",
        /// Time for one student.
        OneOnOne = "one_on_one",
        /// Time for a few students.
        SmallGroup = "small_group",
        /// Looked in on the student in class.
        ClassroomVisit = "classroom_visit",
        /// Met the family.
        FamilyMeeting = "family_meeting",
        /// Visited the family at home.
        HomeVisit = "home_visit",
        /// Talked with staff about the student.
        TeamConsult = "team_consult",
        /// An event with the student or the family.
        Event = "event",
        /// A letter.
        Letter = "letter",
    }
);

impl ContactKind {
    /// The element of the work that it belongs to.
    pub fn element(self) -> Element {
        match self {
            Self::DoorGreeting => Element::MeetAndGreet,
            Self::WakeUpCall | Self::AbsenceCall => Element::CallHome,
            Self::GoodNewsCall | Self::Text | Self::FamilyMeeting | Self::HomeVisit | Self::Letter => {
                Element::FamilyOutreach
            }
            Self::OneOnOne | Self::SmallGroup | Self::ClassroomVisit => Element::OneOnOne,
            Self::Event => Element::Celebrate,
            Self::TeamConsult => Element::WorkWithStaff,
        }
    }
    /// By phone: it ends as a call ends.
    pub fn is_call(self) -> bool {
        matches!(self, Self::WakeUpCall | Self::AbsenceCall | Self::GoodNewsCall | Self::Text)
    }
    /// In person: it is held or it is not.
    pub fn is_session(self) -> bool {
        use ContactKind::{ClassroomVisit, Event, FamilyMeeting, HomeVisit, OneOnOne, SmallGroup};
        matches!(self, OneOnOne | SmallGroup | ClassroomVisit | FamilyMeeting | HomeVisit | Event)
    }
    /// Time of the mentor for the student: what a week without is short of.
    pub fn is_time_for_student(self) -> bool {
        matches!(self, Self::OneOnOne | Self::SmallGroup)
    }
    /// With whom it is, where the entry does not say.
    pub fn usual_party(self) -> Party {
        match self {
            Self::AbsenceCall | Self::GoodNewsCall | Self::FamilyMeeting | Self::HomeVisit | Self::Letter => {
                Party::Guardian
            }
            Self::TeamConsult => Party::Other,
            _ => Party::Student,
        }
    }
}
