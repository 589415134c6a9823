//! Enough that each page of a school's team has something to show.

use daymark_server::store::accounts::Role;

use super::staff::Staff;
use crate::Outcome;
use crate::school::Mentor;

impl Staff<'_> {
    /// Enough that each page has something to show.
    pub(super) async fn write_something_down(&self, mentors: &[Mentor]) -> Outcome {
        let today = self.school.district.calendar.today;
        let student =
            self.school.most_absent(1).await?.first().copied().ok_or("the school has no student")?;
        let (owner, past) = (self.school.coordinator, self.school.past());
        let last = past.last().ok_or("no school day has passed")?;
        for (role, to, fields) in [
            (Role::Coordinator, "/team/meeting", format!("as_of={last}")),
            (Role::Coordinator, "/staff/resources/new", "name=Pantry&factor_food=yes".to_owned()),
            (Role::Coordinator, "/staff/planning", "follows=0&data=as+recorded".to_owned()),
            (
                Role::Coordinator,
                "/staff/referrals/new",
                format!(
                    "student={student}&kind=food&urgency=this_week&to=Pantry&consent=written&owner={owner}&status=draft"
                ),
            ),
            (Role::Coordinator, "/staff/reports/attendance", String::new()),
            (
                Role::Captain,
                "/district/agreements",
                format!("partner=A+university&purpose=A+study&first={today}&last={}", today.plus(90)),
            ),
        ] {
            self.send(role, to, &fields).await?;
        }
        let page = self.text(Role::Coordinator, "/team/meeting").await?;
        let meeting = page.split("action=\"/team/meeting/").nth(1).and_then(|rest| rest.split('/').next());
        let entries = format!("/team/meeting/{}/entries", meeting.ok_or("the meeting was not begun")?);
        let action = format!("what=action&student={student}&text=Call&owner={owner}&due={}", today.plus(7));
        self.send(Role::Coordinator, &entries, &action).await?;
        self.hand_over(mentors).await
    }

    /// A match ends, and its student is proposed to another mentor.
    async fn hand_over(&self, mentors: &[Mentor]) -> Outcome {
        let [of, other, ..] = mentors else { return Err("a match goes on with another mentor".into()) };
        let closing = format!("/staff/closing/{}", of.matches[0]);
        self.send(Role::Coordinator, &format!("{closing}/end"), "reason=safety").await?;
        let (other, today) = (other.id, self.school.district.calendar.today);
        let next = format!(
            "mentor={other}&start_day={today}&expected_end={}&rationale=Chess&hand_over=Likes+chess",
            today.plus(90)
        );
        self.send(Role::Coordinator, &format!("{closing}/next"), &next).await
    }

    /// A file of attendance, tried and waiting for somebody to confirm it; the address of its page. One like it was
    /// imported before.
    pub(super) async fn upload(&self) -> Outcome<String> {
        let (student, school) = self.school.keys().ok_or("the school has no student")?;
        let day = self.school.past().first().ok_or("no school day has passed")?;
        let head = "student_id,school_id,date,category,reason,duration";
        let row = |category: &str| format!("{head}\n{student},{school},{day},{category},,\n");
        let (job, page) = self.tried(&row("Tardy")).await?;
        let token = page.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let token = token.ok_or("the file cannot be confirmed")?;
        self.send(Role::Coordinator, &job, &format!("token={token}")).await?;
        self.done(&job).await?;
        Ok(self.tried(&row("Excused")).await?.0)
    }

    async fn tried(&self, file: &str) -> Outcome<(String, String)> {
        let job = self.send_file(Role::Coordinator, "/staff/imports/files/attendance", file).await?;
        let page = self.done(&job).await?;
        Ok((job, page))
    }

    /// The page of a job that has come to its end.
    async fn done(&self, job: &str) -> Outcome<String> {
        loop {
            let page = self.text(Role::Coordinator, job).await?;
            if !page.contains("http-equiv=\"refresh\"") {
                return Ok(page);
            }
            tokio::task::yield_now().await;
        }
    }
}
