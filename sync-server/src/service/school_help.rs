//! Whom mentors of a school may text: a setting like any other, so that the district decides where a school does not.

use daymark_domain::TextPolicy;

use super::rules::Rulebook;
use super::school_time;
use crate::app::App;
use crate::reports::ReportError;
use crate::store::schools::School;
use crate::store::settings::NewSetting;

/// What holds today.
pub async fn texting(app: &App, school: &School) -> Result<TextPolicy, ReportError> {
    let today = school_time::at(school, app.clock.now()).day;
    let book = Rulebook::of(app.store.as_ref()).await?;
    Ok(book.rules(Some(school.id), today)?.rules.texting)
}

/// Says so for this school, if that is anything new.
pub async fn set_texting(
    app: &App,
    school: &School,
    policy: TextPolicy,
    by: &str,
) -> Result<(), ReportError> {
    if texting(app, school).await? == policy {
        return Ok(());
    }
    let new = NewSetting {
        school_id: Some(school.id),
        key: "texting".to_owned(),
        value: Some(policy.word().to_owned()),
        from: None,
        at: app.clock.now(),
        by: by.to_owned(),
    };
    app.store.add_setting(new).await?;
    Ok(())
}
