//! Who of the school has an account, and links by which the district's own sign-in gets to know them.

use axum::extract::{Path, State};
use axum::response::Html;
use daymark_domain::UserId;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{NoFields, Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::accounts::{AccountsPage, code_page, is_open_to, link_page, page};
use crate::service::connect_links::new_link;
use crate::service::new_passwords;
use crate::store::identities::AccountLine;
use crate::store::new_passwords::TakenBy;
use crate::store::sessions::SignedIn;

/// The accounts of one's school.
pub async fn accounts(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let accounts = of_school(&app, &who).await?;
    Ok(page(
        words,
        AccountsPage { who: &who, school: &school, accounts: &accounts, district: app.district_name() },
    ))
}

/// Makes a link for one of them and shows it, this once.
pub async fn make_link(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(staff): Path<UserId>,
    form: StaffForm<NoFields>,
) -> Result<Html<String>, PageError> {
    let (who, now) = (form.who, app.clock.now());
    let district = app.district.clone().ok_or(PageError::NotFound)?;
    let accounts = of_school(&app, &who).await?;
    let is_it = |account: &&AccountLine| account.id == staff && !account.is_connected && is_open_to(account);
    let account = accounts.iter().find(is_it).ok_or(PageError::NotFound)?;
    let path = new_link(&*app.store, account.id, Some(who.staff_id), now).await?;
    let link = format!("{}{path}", district.config.address.trim_end_matches('/'));
    Ok(link_page(words, &who, account, &district.config.name, &link))
}

/// Takes the connection of one of them with the district away, and shows a code for a new password, this once.
pub async fn back_to_password(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(staff): Path<UserId>,
    form: StaffForm<NoFields>,
) -> Result<Html<String>, PageError> {
    let (who, now) = (form.who, app.clock.now());
    let accounts = of_school(&app, &who).await?;
    let is_it = |account: &&AccountLine| account.id == staff && account.is_connected && is_open_to(account);
    let account = accounts.iter().find(is_it).ok_or(PageError::NotFound)?;
    let by = TakenBy::Staff(who.staff_id);
    let code = new_passwords::back_to_password(&*app.store, account.id, by, now).await?;
    Ok(code_page(words, &who, account, &code))
}

async fn of_school(app: &App, who: &SignedIn) -> Result<Vec<AccountLine>, PageError> {
    let issuer = app.district.as_ref().map_or("", |district| district.config.issuer.as_str());
    Ok(app.store.accounts_of(who.school_id, issuer).await?)
}
