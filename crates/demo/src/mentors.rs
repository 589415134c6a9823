//! Mentors as a school finds them in the middle of a year: most clear, with something that runs out soon, and some on
//! their way.

use daymark_domain::{
    Availability, MentorDocument, MentorId, MentorType, SchoolDay, SchoolId, ScreeningKind, ScreeningResult,
    TrainingTopic, UserId,
};
use daymark_server::service::clearing::clear_mentor;
use daymark_server::store::Store;
use daymark_server::store::mentor_files::{
    Application, MentorEntry, MentorFileStore, Reference, ScreeningEntry, TrainingEntry,
};
use daymark_server::store::mentors::NewMentor;

use crate::{DemoError, Workshop};

/// How many days ago the mentors of a district signed, were screened and trained, in turn; the third renews soon.
const CLEARED_DAYS_AGO: [u64; 5] = [45, 120, 345, 200, 75];

/// Where a mentor is added, by whom, when.
#[derive(Clone, Copy)]
pub struct At {
    /// The school.
    pub school: SchoolId,
    /// The coordinator.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// A mentor who signed, was screened and trained before today; the number varies how long ago.
pub async fn add_clear(
    workshop: &Workshop,
    to: At,
    name: &str,
    number: usize,
) -> Result<MentorId, DemoError> {
    let mentor = add(workshop, to, name).await?;
    let day = SchoolDay::at(to.at, 0).minus(CLEARED_DAYS_AGO[number % CLEARED_DAYS_AGO.len()]);
    write(workshop, to, mentor, application(name, number)).await?;
    let store: &dyn Store = workshop.app.store.as_ref();
    clear_mentor(store, (to.school, mentor, name), to.by, day, to.at).await?;
    Ok(mentor)
}

/// One who has been asked, one who applied, one who has only to sign.
pub async fn add_pipeline(workshop: &Workshop, to: At) -> Result<(), DemoError> {
    add(workshop, to, "Luis Herrera").await?;
    let joan = add(workshop, to, "Joan Miller").await?;
    write(workshop, to, joan, application("Joan Miller", 1)).await?;
    let (name, today) = ("Priya Nair", SchoolDay::at(to.at, 0));
    let priya = add(workshop, to, name).await?;
    write(workshop, to, priya, application(name, 2)).await?;
    for kind in ScreeningKind::ALL {
        let screening = ScreeningEntry {
            kind: *kind,
            result: ScreeningResult::Clear,
            day: today.minus(12),
            through: today.plus(353),
            checked_by: "District office".to_owned(),
        };
        write(workshop, to, priya, MentorEntry::Screening(screening)).await?;
    }
    for topic in [TrainingTopic::FirstTraining, TrainingTopic::Confidentiality, TrainingTopic::DutyToReport] {
        let day = today.minus(5);
        let training = TrainingEntry { topic, minutes: 60, day, given_by: Some("Grace Okafor".to_owned()) };
        write(workshop, to, priya, MentorEntry::Training(training)).await?;
    }
    write(workshop, to, priya, MentorEntry::Document(MentorDocument::BuildingRules, today.minus(5))).await
}

async fn add(workshop: &Workshop, to: At, name: &str) -> Result<MentorId, DemoError> {
    let id = MentorId::random();
    let new = NewMentor { id, school_id: to.school, name: name.to_owned(), at: to.at };
    workshop.app.store.add_mentor(new).await?;
    Ok(id)
}

async fn write(workshop: &Workshop, to: At, mentor: MentorId, entry: MentorEntry) -> Result<(), DemoError> {
    workshop.store.write_down(to.school, mentor, entry, to.by, to.at).await?;
    Ok(())
}

fn application(name: &str, number: usize) -> MentorEntry {
    use Availability as A;
    let kinds = [
        MentorType::Retiree,
        MentorType::CommunityVolunteer,
        MentorType::GraduateIntern,
        MentorType::PartnerStaff,
        MentorType::SchoolStaff,
    ];
    let languages = ["English, Spanish", "English", "English, Haitian Creole"][number % 3];
    let times = [
        vec![A::MondayBefore, A::TuesdayBefore, A::WednesdayBefore, A::ThursdayBefore, A::FridayBefore],
        vec![A::TuesdayDuring, A::ThursdayDuring, A::ThursdayAfter],
        vec![A::MondayBefore, A::MondayDuring, A::FridayAfter],
    ];
    MentorEntry::Application(Box::new(Application {
        name: name.to_owned(),
        kind: kinds[number % kinds.len()],
        organisation: (number % 5 == 3).then(|| "Neighborhood House".to_owned()),
        contact: format!("555 01{:02}", (40 + number) % 100),
        languages: languages.to_owned(),
        interests: Some(["Chess, cooking", "Basketball", "Books and drawing"][number % 3].to_owned()),
        availability: times[number % 3].iter().copied().collect(),
        capacity: 30,
        motives: Some("Somebody did this for me.".to_owned()),
        from_paper: None,
        references: vec![Reference {
            name: "Maria Delgado".to_owned(),
            relation: Some("worked together".to_owned()),
            contact: Some("555 0199".to_owned()),
        }],
    }))
}
