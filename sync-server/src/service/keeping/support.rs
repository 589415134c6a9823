//! Which talks with mentors are due, and what staff typed of them.

use daymark_domain::{
    CHECK_IN_SHOWN_BEFORE_DAYS, CheckInTopic, CheckInWay, MatchId, MentorId, PulseOf, PulseScore, SchoolDay,
    SupportNeed, SupportPrompt, next_check_in,
};

use super::{Fields, Wrong, choice, day_done, long_text, optional_choice, short_text, ticked};
use crate::store::support::{CheckInFacts, PulseFacts, SupportedMentor};

/// A mentor with the day of the next talk.
pub struct NextTalk<'a> {
    /// The mentor.
    pub of: &'a SupportedMentor,
    /// When it is due.
    pub day: SchoolDay,
    /// The last one.
    pub last: Option<SchoolDay>,
}

impl NextTalk<'_> {
    /// It ought to have been.
    pub fn is_overdue(&self, today: SchoolDay) -> bool {
        self.day < today
    }
    /// It is due, or will be within a week.
    pub fn is_near(&self, today: SchoolDay) -> bool {
        self.day <= today.plus(CHECK_IN_SHOWN_BEFORE_DAYS)
    }
}

/// When each mentor should next be talked with, the longest overdue first. Every match has its own first month.
pub fn next_talks(mentors: &[SupportedMentor]) -> Vec<NextTalk<'_>> {
    let mut next: Vec<_> = mentors.iter().filter_map(next_talk).collect();
    next.sort_by_key(|next| next.day);
    next
}

/// The same for one.
pub fn next_talk(of: &SupportedMentor) -> Option<NextTalk<'_>> {
    let day = of.starts.iter().map(|start| next_check_in(*start, &of.talks)).min()?;
    Some(NextTalk { of, day, last: of.talks.iter().max().copied() })
}

/// Reads a talk.
pub fn read_check_in(fields: &Fields, today: SchoolDay) -> Result<CheckInFacts, Wrong> {
    let topics = ticked(fields, "topic", CheckInTopic::ALL, CheckInTopic::word);
    if topics.is_empty() {
        return Err(Wrong::at("topic", "tick_one"));
    }
    Ok(CheckInFacts {
        day: day_done(fields, "day", today)?,
        way: choice::<CheckInWay>(fields, "way")?,
        topics,
        needs: ticked(fields, "need", SupportNeed::ALL, SupportNeed::word),
        prompts: ticked(fields, "prompt", SupportPrompt::ALL, SupportPrompt::word),
        note: long_text(fields, "note")?,
        next_step: long_text(fields, "next_step")?,
    })
}

/// The fields of the three answers.
pub const ANSWERS: [&str; 3] = ["first", "second", "third"];

/// Reads the answers to the three questions.
pub fn read_pulse(fields: &Fields, today: SchoolDay) -> Result<PulseFacts, Wrong> {
    let match_id = match choice::<PulseOf>(fields, "of")? {
        PulseOf::Mentor => None,
        PulseOf::Student => {
            Some(optional_choice::<MatchId>(fields, "match")?.ok_or(Wrong::at("match", "choose"))?)
        }
    };
    let score = |field| {
        let score = choice::<u8>(fields, field)?;
        PulseScore::new(score).ok_or(Wrong::at(field, "choose"))
    };
    let [first, second, third] = ANSWERS;
    Ok(PulseFacts {
        day: day_done(fields, "day", today)?,
        match_id,
        scores: [score(first)?, score(second)?, score(third)?],
        note: long_text(fields, "note")?,
    })
}

/// Reads a meeting of mentors: when, what about, who came.
pub fn read_event(
    fields: &Fields,
    mentors: &[MentorId],
    today: SchoolDay,
) -> Result<(SchoolDay, String, Vec<MentorId>), Wrong> {
    let came: Vec<MentorId> =
        mentors.iter().copied().filter(|id| fields.contains_key(&format!("came_{id}"))).collect();
    if came.is_empty() {
        return Err(Wrong::at("came", "tick_one"));
    }
    Ok((day_done(fields, "day", today)?, short_text(fields, "topic")?, came))
}
