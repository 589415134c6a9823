//! The seven elements of a Success Mentor's work.

use crate::words::words;

words!(
    /// What a mentor's work consists of; each entry belongs to one of them.
    Element, "element" {
        /// Greeting at the door.
        MeetAndGreet = "meet_and_greet",
        /// Getting to know the family, and good news.
        FamilyOutreach = "family_outreach",
        /// Calls because of absence, and to wake up before it.
        CallHome = "call_home",
        /// Time with one student or a few.
        OneOnOne = "one_on_one",
        /// Following attendance, goals and what stands in the way.
        Tracking = "tracking",
        /// Recognising what got better.
        Celebrate = "celebrate",
        /// The team, referrals, teachers.
        WorkWithStaff = "work_with_staff",
    }
);
