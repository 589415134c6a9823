//! Whom to thank, and whose better days to be glad of. The figures are the reports'.

use daymark_domain::{
    MentorId, Recognised, RecognitionForm, SchoolDay, StudentId, ThanksWay, Window, thanks_due,
};
use daymark_reports::{BrightSpot, DosageReport, MentorDosage, ReportName, dosage, weekly_packet};

use super::{Fields, Wrong, choice, day_done};
use crate::reports::{Past, Question, ReportError, facts};
use crate::service::school_time::reference_day;
use crate::store::Store;
use crate::store::schools::School;
use crate::store::support::SupportedMentor;
use crate::store::thanks::{Celebration, Named, NewCelebration};

/// Good words of so many days are shown beside a student.
const REMEMBERED_DAYS: u64 = 42;

/// A mentor, with what they did this year.
pub struct ToThank {
    /// The mentor.
    pub of: SupportedMentor,
    /// When they should next be thanked.
    pub due: SchoolDay,
    /// Weeks and contacts of the year; none where the reports have none.
    pub dosage: Option<MentorDosage>,
    /// Minutes with students one to one that they recorded this year.
    pub minutes: u32,
}

impl ToThank {
    /// Nobody has said thank you for six weeks.
    pub fn is_due(&self, today: SchoolDay) -> bool {
        self.due <= today
    }
}

/// A student with something to be glad of.
pub struct ToCelebrate {
    /// Who.
    pub of: Named,
    /// What.
    pub spot: BrightSpot,
    /// What was said already in the last weeks.
    pub said: Vec<Celebration>,
}

/// Both lists.
pub struct GoodNews {
    /// Mentors, who waits longest first.
    pub mentors: Vec<ToThank>,
    /// Students, by name and by nothing else.
    pub students: Vec<ToCelebrate>,
    /// The last day whose attendance counts.
    pub through: Option<SchoolDay>,
}

/// Makes both lists.
pub async fn good_news(store: &dyn Store, school: &School, now: i64) -> Result<GoodNews, ReportError> {
    let mentors = store.supported_mentors(school.id).await?;
    let Some(through) = school.recorded_through.map(|day| day.min(reference_day(school, now))) else {
        let mentors = mentors.into_iter().map(|of| to_thank(of, None, 0)).collect();
        return Ok(GoodNews { mentors: by_wait(mentors), students: Vec::new(), through: None });
    };
    let question = Question {
        school: Some(school.id),
        as_of: Some(through),
        past: Past::of(ReportName::WeeklyPacket),
        ..Question::default()
    };
    let facts = facts(store, &question).await?;
    let year = Window::school_year(through, facts.rules.rules.school_year_starts);
    let minutes = store.minutes_with_students(school.id, year.first).await?;
    let report = dosage(&facts);
    let mentors = mentors.into_iter().map(|of| {
        let minutes = minutes.iter().find(|(id, _)| *id == of.id).map_or(0, |(_, minutes)| *minutes);
        let dosage = dosage_of(&report, &of.name);
        to_thank(of, dosage, minutes)
    });
    let spots = weekly_packet(&facts).schools.into_iter().flat_map(|packet| packet.bright_spots);
    let said = store.celebrations(school.id, through.minus(REMEMBERED_DAYS)).await?;
    let students = celebrated(store.named_students(school.id).await?, spots.collect(), &said);
    Ok(GoodNews { mentors: by_wait(mentors.collect()), students, through: Some(through) })
}

/// Two mentors of one name have two lines in the report; then neither figure is shown, rather than the other's.
fn dosage_of(report: &DosageReport, name: &str) -> Option<MentorDosage> {
    let mut named = report.mentors.iter().filter(|mentor| mentor.mentor == name);
    let first = named.next()?;
    named.next().is_none().then(|| first.clone())
}

fn to_thank(of: SupportedMentor, dosage: Option<MentorDosage>, minutes: u32) -> ToThank {
    let start = of.starts.iter().min().copied().unwrap_or(SchoolDay::at(0, 0));
    ToThank { due: thanks_due(start, of.last_thanks), of, dosage, minutes }
}

fn by_wait(mut mentors: Vec<ToThank>) -> Vec<ToThank> {
    mentors.sort_by_key(|mentor| mentor.due);
    mentors
}

fn celebrated(named: Vec<Named>, mut spots: Vec<BrightSpot>, said: &[Celebration]) -> Vec<ToCelebrate> {
    let found = named.into_iter().filter_map(|of| {
        let at = spots.iter().position(|spot| spot.student_id == of.sis_id)?;
        let said = said.iter().filter(|said| said.student_id == of.id).cloned().collect();
        Some(ToCelebrate { spot: spots.swap_remove(at), of, said })
    });
    found.collect()
}

/// Reads that a mentor was thanked.
pub fn read_thanks(fields: &Fields, today: SchoolDay) -> Result<(MentorId, ThanksWay, SchoolDay), Wrong> {
    Ok((choice(fields, "mentor")?, choice(fields, "way")?, day_done(fields, "day", today)?))
}

/// Reads that somebody was told a good word.
pub fn read_celebration(fields: &Fields, today: SchoolDay) -> Result<NewCelebration, Wrong> {
    Ok(NewCelebration {
        student_id: choice::<StudentId>(fields, "student")?,
        whom: choice::<Recognised>(fields, "whom")?,
        form: choice::<RecognitionForm>(fields, "form")?,
        day: day_done(fields, "day", today)?,
    })
}
