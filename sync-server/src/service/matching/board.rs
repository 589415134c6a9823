//! The matching board: students who wait for a mentor, mentors who have room, and how well they fit.

use daymark_domain::{
    Fit, Holds, Mentee, MentorId, MentorOffer, SchoolDay, SchoolId, StudentId, fit, suggest,
};

use super::candidates::waiting;
use crate::store::candidates::{CandidateRecord, CandidateStudent, MenteeProfile};
use crate::store::fields::{FieldClass, Readable};
use crate::store::fits::{MatchingRules, OfferingMentor, PairNote};
use crate::store::proposals::MatchCase;
use crate::store::{Store, StoreError};

/// A student who waits, with the mentor who fits best.
pub struct Waiting {
    /// Who.
    pub student: CandidateStudent,
    /// What was decided.
    pub record: CandidateRecord,
    /// The best of those who have room.
    pub best: Option<(String, Fit<MentorId>)>,
}

/// The board of a school.
pub struct Board {
    /// Students who wait for a mentor.
    pub waiting: Vec<Waiting>,
    /// All mentors who have not left.
    pub mentors: Vec<OfferingMentor>,
    /// Matches that are not over.
    pub cases: Vec<MatchCase>,
    /// How the school matches.
    pub rules: MatchingRules,
}

impl Board {
    /// As somebody reads it who may read these fields.
    pub fn as_read(mut self, fields: Readable) -> Self {
        let read = |of: Waiting| Waiting { student: of.student.as_read(fields), ..of };
        self.waiting = fields.of_class(FieldClass::Candidacy, self.waiting).into_iter().map(read).collect();
        self.cases = self.cases.into_iter().map(|case| case.as_read(fields)).collect();
        self
    }
}

/// Reads it.
pub async fn board(store: &dyn Store, school: SchoolId, day: SchoolDay) -> Result<Board, StoreError> {
    let rules = store.matching_rules(school).await?;
    let (mentors, notes) = (store.offering_mentors(school).await?, store.pair_notes(school).await?);
    let mut students = Vec::new();
    for (student, record) in waiting(store, school, day).await? {
        let profile = store.mentee_profile(school, student.id).await?.unwrap_or_default();
        let fits = suggest(&mentee(&student, &profile), &offers(&mentors, &notes, student.id), rules.weights);
        let best = fits.into_iter().next().and_then(|fit| Some((name_of(&mentors, fit.mentor)?, fit)));
        students.push(Waiting { student, record, best });
    }
    Ok(Board { waiting: students, mentors, cases: store.match_cases(school).await?, rules })
}

/// The mentors who could be a student's, the best fit first.
pub struct Suggestions {
    /// Each with all of its reasons.
    pub fits: Vec<(OfferingMentor, Fit<MentorId>)>,
    /// Those who have no room.
    pub full: u32,
    /// How the school matches.
    pub rules: MatchingRules,
}

/// Looks how each mentor fits.
pub async fn suggestions(
    store: &dyn Store,
    school: SchoolId,
    student: &CandidateStudent,
    profile: &MenteeProfile,
) -> Result<Suggestions, StoreError> {
    let rules = store.matching_rules(school).await?;
    let mentors = store.offering_mentors(school).await?;
    let offers = offers(&mentors, &store.pair_notes(school).await?, student.id);
    let full = offers.iter().filter(|offer| !offer.has_room()).count();
    let fits = suggest(&mentee(student, profile), &offers, rules.weights).into_iter();
    let named = fits.filter_map(|fit| {
        mentors.iter().find(|mentor| mentor.id == fit.mentor).map(|mentor| (mentor.clone(), fit))
    });
    Ok(Suggestions { fits: named.collect(), full: u32::try_from(full).unwrap_or(u32::MAX), rules })
}

/// How one mentor fits; none: no mentor of this school, or one who has left.
pub async fn how_they_fit(
    store: &dyn Store,
    school: SchoolId,
    (student, profile): (&CandidateStudent, &MenteeProfile),
    mentor: MentorId,
) -> Result<Option<(OfferingMentor, Fit<MentorId>)>, StoreError> {
    let rules = store.matching_rules(school).await?;
    let mut mentors = store.offering_mentors(school).await?;
    mentors.retain(|of| of.id == mentor);
    let offers = offers(&mentors, &store.pair_notes(school).await?, student.id);
    let fit = offers.first().map(|offer| fit(&mentee(student, profile), offer, rules.weights));
    Ok(mentors.pop().zip(fit))
}

fn mentee(student: &CandidateStudent, profile: &MenteeProfile) -> Mentee {
    Mentee { languages: student.languages.clone(), availability: profile.availability.clone() }
}

fn offers(mentors: &[OfferingMentor], notes: &[PairNote], student: StudentId) -> Vec<MentorOffer<MentorId>> {
    let of_student: Vec<&PairNote> = notes.iter().filter(|note| note.student_id == student).collect();
    let offer = |mentor: &OfferingMentor| MentorOffer {
        id: mentor.id,
        languages: mentor.languages.clone(),
        availability: mentor.availability.clone(),
        capacity: mentor.capacity,
        students: mentor.students,
        recorded: of_student
            .iter()
            .filter(|note| note.mentor_id == mentor.id && note.holds != Holds::Unknown)
            .map(|note| (note.factor, note.holds))
            .collect(),
    };
    mentors.iter().filter(|mentor| !mentor.is_away()).map(offer).collect()
}

fn name_of(mentors: &[OfferingMentor], id: MentorId) -> Option<String> {
    mentors.iter().find(|mentor| mentor.id == id).map(|mentor| mentor.name.clone())
}
