//! What a mentor gets: a talk twice in the first month and monthly from then on, questions to think about, thanks
//! (`domain.md` 1, 2 #56; MENTOR's standard 5).

use std::collections::BTreeMap;

use crate::words::words;
use crate::{Ratio, SchoolDay};

words!(
    /// How coordinator and mentor talked.
    CheckInWay, "way of a check-in" {
        /// Face to face.
        InPerson = "in_person",
        /// On the phone.
        Phone = "phone",
        /// By video.
        Video = "video",
        /// In writing, where nothing else was to be had.
        Message = "message",
    }
);

words!(
    /// What a check-in was about.
    CheckInTopic, "topic of a check-in" {
        /// How the two get along.
        Relationship = "relationship",
        /// What the student's attendance shows.
        Attendance = "attendance",
        /// Three contacts a week: what makes them hard.
        Contacts = "contacts",
        /// The family.
        Family = "family",
        /// Boundaries and confidentiality.
        Boundaries = "boundaries",
        /// Something in the student's way.
        Barriers = "barriers",
        /// The app, the phone, the door list.
        Tools = "tools",
        /// How the mentor is.
        Wellbeing = "wellbeing",
        /// What went well.
        Success = "success",
        /// The end of the match, or the next year.
        Ending = "ending",
    }
);

words!(
    /// What the mentor needs.
    SupportNeed, "need of a mentor" {
        /// Time in the week.
        Time = "time",
        /// A place to meet.
        Place = "place",
        /// Training.
        Training = "training",
        /// Help with the family: language, first contact, a number that works.
        FamilyHelp = "family_help",
        /// Help from the team for the student.
        TeamHelp = "team_help",
        /// Fewer students, or others.
        OtherStudents = "other_students",
        /// A break.
        Rest = "rest",
    }
);

words!(
    /// Questions to think about, of which a check-in takes one or two.
    SupportPrompt, "question for a mentor" {
        /// The moment of the week.
        BestMoment = "best_moment",
        /// What the student did well.
        Strength = "strength",
        /// From "does not want to" to "what is in the way".
        BehindIt = "behind_it",
        /// An absence as news, not as failure.
        AbsenceTells = "absence_tells",
        /// What the student would say.
        StudentsEyes = "students_eyes",
        /// What the family does right.
        FamilyRight = "family_right",
        /// What was said when the student came back.
        WelcomeBack = "welcome_back",
        /// A small step.
        SmallStep = "small_step",
        /// What one took home and should not have.
        TookHome = "took_home",
        /// Where it stops being the mentor's task.
        NotMine = "not_mine",
        /// When it did not work.
        TryAgain = "try_again",
        /// How one judges too fast.
        FirstThought = "first_thought",
        /// Who else could know.
        WhoElse = "who_else",
        /// What keeps one coming.
        WhyICome = "why_i_come",
    }
);

words!(
    /// Who answers the three questions.
    PulseOf, "who answers" {
        /// The mentor.
        Mentor = "mentor",
        /// One of the mentor's students.
        Student = "student",
    }
);

words!(
    /// How a thank-you was said.
    ThanksWay, "way of a thank-you" {
        /// In words.
        Words = "words",
        /// A card or a letter.
        Card = "card",
        /// In front of others.
        Public = "public",
        /// A small thing.
        Treat = "treat",
        /// A word to the mentor's employer or college.
        ToEmployer = "to_employer",
    }
);

/// The days after the start in which two talks are due.
pub const FIRST_MONTH_DAYS: u64 = 30;
/// From a talk to the next, after the first month.
pub const CHECK_IN_EVERY_DAYS: u64 = 30;
/// From the start, or from a late first talk, to the next while there was only one.
const HALF_A_MONTH_DAYS: u64 = 14;
/// Days without a thank-you after which one is due.
pub const THANKS_EVERY_DAYS: u64 = 42;
/// Days before a talk is due in which the list already shows it.
pub const CHECK_IN_SHOWN_BEFORE_DAYS: u64 = 7;

/// When the next talk with a mentor is due: two in the first month, then monthly. `start` is the first day of the
/// mentor's first match; talks before it count for nothing.
pub fn next_check_in(start: SchoolDay, talks: &[SchoolDay]) -> SchoolDay {
    let since = talks.iter().filter(|day| **day >= start);
    match (since.clone().count(), since.max()) {
        (0, _) | (_, None) => start.plus(HALF_A_MONTH_DAYS),
        (1, Some(last)) => start.plus(FIRST_MONTH_DAYS).max(last.plus(HALF_A_MONTH_DAYS)),
        (_, Some(last)) => last.plus(CHECK_IN_EVERY_DAYS),
    }
}

/// When somebody should next be thanked: six weeks after the last time, or after the start.
pub fn thanks_due(start: SchoolDay, last: Option<SchoolDay>) -> SchoolDay {
    last.unwrap_or(start).max(start).plus(THANKS_EVERY_DAYS)
}

/// Which questions to offer next: those that were not talked about for longest, in the deck's order.
pub fn prompts_to_offer(talked_about: &[SupportPrompt], how_many: usize) -> Vec<SupportPrompt> {
    let times = |prompt: &SupportPrompt| talked_about.iter().filter(|done| *done == prompt).count();
    let mut deck = SupportPrompt::ALL.to_vec();
    // Stable: questions that came equally often stay in the deck's order.
    deck.sort_by_key(times);
    deck.truncate(how_many);
    deck
}

/// An answer of the three questions: 1 (no) to 5 (yes).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PulseScore(u8);

impl PulseScore {
    /// From 1 to 5.
    pub fn new(score: u8) -> Option<Self> {
        (1..=5).contains(&score).then_some(Self(score))
    }
    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// Whether one of the answers asks for a talk soon.
pub fn pulse_worries(scores: [PulseScore; 3]) -> bool {
    scores.iter().any(|score| score.0 <= 2)
}

/// The answers of a month together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PulseMonth {
    /// Its first day.
    pub month: SchoolDay,
    /// How often the three questions were answered.
    pub times: u32,
    /// The mean answer to each of them.
    pub means: [Ratio; 3],
    /// The mean of these.
    pub mean: Ratio,
}

/// Answers by month, the earliest first; a month without one is left out.
pub fn pulse_by_month(answers: impl IntoIterator<Item = (SchoolDay, [PulseScore; 3])>) -> Vec<PulseMonth> {
    let mut months = BTreeMap::<SchoolDay, Vec<[PulseScore; 3]>>::new();
    for (day, scores) in answers {
        months.entry(day.first_of_month()).or_default().push(scores);
    }
    months.into_iter().filter_map(|(month, answers)| pulse_month(month, &answers)).collect()
}

fn pulse_month(month: SchoolDay, answers: &[[PulseScore; 3]]) -> Option<PulseMonth> {
    let of = |question: usize| {
        let scores: Vec<Ratio> = answers.iter().map(|scores| Ratio::whole(scores[question].get())).collect();
        Ratio::mean(&scores)
    };
    let means = [of(0)?, of(1)?, of(2)?];
    let (times, mean) = (u32::try_from(answers.len()).ok()?, Ratio::mean(&means)?);
    Some(PulseMonth { month, times, means, mean })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_by_month_and_a_month_without_one_is_left_out() {
        let scores = |of: [u8; 3]| of.map(|score| PulseScore::new(score).unwrap());
        let answers = [
            (day("2025-11-03"), scores([2, 3, 4])),
            (day("2025-09-30"), scores([5, 4, 3])),
            (day("2025-09-01"), scores([4, 4, 4])),
        ];
        let told: Vec<_> = pulse_by_month(answers)
            .into_iter()
            .map(|of| {
                (of.month.to_string(), of.times, of.means.map(|mean| mean.decimal(1)), of.mean.decimal(2))
            })
            .collect();
        let means = |of: [&str; 3]| of.map(str::to_owned);
        let expected = [
            ("2025-09-01".to_owned(), 2, means(["4.5", "4.0", "3.5"]), "4.00".to_owned()),
            ("2025-11-01".to_owned(), 1, means(["2.0", "3.0", "4.0"]), "3.00".to_owned()),
        ];
        assert_eq!(told, expected);
        assert!(pulse_by_month([]).is_empty());
    }

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    #[test]
    fn two_talks_are_due_in_the_first_month_and_then_one_a_month() {
        let start = day("2025-09-01");
        for (talks, due) in [
            (vec![], "2025-09-15"),
            (vec!["2025-09-10"], "2025-10-01"),
            (vec!["2025-09-28"], "2025-10-12"),
            (vec!["2025-11-10"], "2025-11-24"),
            (vec!["2025-09-10", "2025-09-24"], "2025-10-24"),
            (vec!["2025-09-24", "2025-09-10"], "2025-10-24"),
            (vec!["2025-09-10", "2025-09-24", "2025-10-30"], "2025-11-29"),
            // Of the year before.
            (vec!["2025-05-10", "2025-06-24"], "2025-09-15"),
        ] {
            let days: Vec<SchoolDay> = talks.iter().map(|text| day(text)).collect();
            assert_eq!(next_check_in(start, &days), day(due), "{talks:?}");
        }
    }

    #[test]
    fn nobody_goes_six_weeks_without_a_thank_you() {
        let start = day("2025-09-01");
        assert_eq!(thanks_due(start, None), day("2025-10-13"));
        assert_eq!(thanks_due(start, Some(day("2025-10-10"))), day("2025-11-21"));
        assert_eq!(thanks_due(start, Some(day("2025-05-10"))), day("2025-10-13"), "of the year before");
    }

    #[test]
    fn a_question_comes_again_only_after_all_others_did() {
        let deck = SupportPrompt::ALL;
        assert!(deck.len() >= 12);
        assert_eq!(prompts_to_offer(&[], 3), deck[..3]);
        assert_eq!(prompts_to_offer(&deck[..2], 3), deck[2..5]);
        let mut all = deck.to_vec();
        all.push(deck[0]);
        assert_eq!(prompts_to_offer(&all, 2), deck[1..3]);
    }

    #[test]
    fn a_low_answer_asks_for_a_talk() {
        let scores = |of: [u8; 3]| of.map(|score| PulseScore::new(score).unwrap());
        assert!(pulse_worries(scores([5, 2, 5])));
        assert!(!pulse_worries(scores([3, 3, 3])));
        assert_eq!([PulseScore::new(0), PulseScore::new(6)], [None, None]);
    }
}
