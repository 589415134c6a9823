//! Coming in by the district's own sign-in: who is known there has an account here, or gets one by a group.

use daymark_domain::UserId;

use super::rules::RulesError;
use super::sign_in::{Came, SignIn, after_first_step};
use crate::app::App;
use crate::auth::district::{DistrictError, DistrictSignIn, Known};
use crate::auth::waiting::{OnTheWay, Purpose};
use crate::auth::{hex, secret};
use crate::store::StoreError;
use crate::store::accounts::{Account, NewAccount};
use crate::store::factors::Factors;
use crate::store::identities::{Connected, ConnectedBy, Identity, Place, Whose};
use crate::store::sessions::How;

/// Why nobody came in.
#[derive(Debug, thiserror::Error)]
pub enum NotIn {
    /// The issuer, or what came back from it.
    #[error(transparent)]
    District(#[from] DistrictError),
    /// A group leads to a school that is not here.
    #[error("oidc.toml: no school has the SIS id '{0}'")]
    NoSchool(String),
    /// Our own store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Our own rules.
    #[error(transparent)]
    Rules(#[from] RulesError),
}

/// Where to send somebody.
pub struct Sent {
    /// The issuer's address.
    pub to: String,
    /// By which this browser is known when it comes back.
    pub step: String,
}

/// What a browser brings back.
pub struct Back {
    /// By which it is known.
    pub step: String,
    /// What was sent along.
    pub state: String,
    /// What the issuer gives for a proof; none: nobody signed in there.
    pub code: Option<String>,
    /// Family and system of the browser.
    pub browser: String,
}

/// How it ended.
pub enum CameBack {
    /// They came in, or owe a second step.
    In(SignIn),
    /// Whoever was signed in has proved again who they are; where they go on to.
    Proved(Option<String>),
    /// This browser did not ask, or too long ago.
    NotAsked,
    /// Nobody signed in there.
    TurnedBack,
    /// They are known there, and have no account here.
    NoAccount,
    /// Somebody else is signed in here.
    SomebodyElse,
    /// What they showed there is less than they are asked for here.
    TooLittle,
    /// The link does not hold, or one of both is connected already.
    NotConnected,
}

/// Sends somebody to the issuer.
pub async fn send(app: &App, district: &DistrictSignIn, purpose: Purpose) -> Result<Sent, DistrictError> {
    let (now, state) = (app.clock.now(), hex(&secret()));
    let is_anew = matches!(purpose, Purpose::Prove { .. });
    let (to, begun) = district.begin(state.clone(), is_anew, now).await?;
    let step = app.sign_ins.district.keep(OnTheWay { state, purpose, begun }, now);
    Ok(Sent { to, step })
}

/// Takes somebody who came back. Whatever comes of it, the same answer of the issuer is good for nothing any more.
pub async fn take(app: &App, district: &DistrictSignIn, back: Back) -> Result<CameBack, NotIn> {
    let now = app.clock.now();
    let Some(OnTheWay { state, purpose, begun }) = app.sign_ins.district.take(&back.step, now) else {
        return Ok(CameBack::NotAsked);
    };
    if state != back.state {
        return Ok(CameBack::NotAsked);
    }
    let Some(code) = back.code else { return Ok(CameBack::TurnedBack) };
    let known = district.known_by(code, begun, now).await?;
    match purpose {
        Purpose::SignIn => come_in(app, district, &known, back.browser).await,
        Purpose::Prove { staff, session, to } => prove(app, district, &known, (staff, session, to)).await,
        Purpose::Connect { code_hash } => {
            if connect(app, district, &known, code_hash).await? {
                come_in(app, district, &known, back.browser).await
            } else {
                Ok(CameBack::NotConnected)
            }
        }
    }
}

/// Whether somebody can prove by the district's sign-in who they are: it must not be less than what they have here.
pub async fn proves(app: &App, staff: UserId, factors: &Factors) -> Result<bool, StoreError> {
    let Some(district) = &app.district else { return Ok(false) };
    let is_enough = district.config.second_step.is_some() || !factors.second();
    Ok(is_enough && app.store.is_connected(staff, &district.config.issuer).await?)
}

async fn come_in(
    app: &App,
    district: &DistrictSignIn,
    known: &Known,
    browser: String,
) -> Result<CameBack, NotIn> {
    let Some(account) = account_of(app, district, known).await? else { return Ok(CameBack::NoAccount) };
    let came = Came { how: How::District, second_step_elsewhere: known.second_step, browser };
    Ok(CameBack::In(after_first_step(app, &account, came).await?))
}

async fn prove(
    app: &App,
    district: &DistrictSignIn,
    known: &Known,
    (staff, session, to): (UserId, [u8; 32], Option<String>),
) -> Result<CameBack, NotIn> {
    let Some(account) = account_of(app, district, known).await? else { return Ok(CameBack::NoAccount) };
    if account.id != staff {
        return Ok(CameBack::SomebodyElse);
    }
    if !known.second_step && app.store.factors(staff).await?.second() {
        return Ok(CameBack::TooLittle);
    }
    app.store.prove_session(session, app.clock.now()).await?;
    Ok(CameBack::Proved(to))
}

async fn connect(
    app: &App,
    district: &DistrictSignIn,
    known: &Known,
    code_hash: [u8; 32],
) -> Result<bool, StoreError> {
    let now = app.clock.now();
    let Some(account) = app.store.account_to_connect(code_hash, now).await? else { return Ok(false) };
    let by = ConnectedBy::Link(code_hash);
    let connected = app.store.connect(account.id, identity(district, known), by, false, now).await?;
    Ok(connected == Connected::Yes)
}

fn identity(district: &DistrictSignIn, known: &Known) -> Identity {
    Identity { issuer: district.config.issuer.clone(), subject: known.subject.clone() }
}

/// The account of whoever is known there, as the district's groups have it now.
async fn account_of(app: &App, district: &DistrictSignIn, known: &Known) -> Result<Option<Account>, NotIn> {
    let (config, at, identity) = (&district.config, app.clock.now(), identity(district, known));
    let place = place_of(app, district, known).await?;
    let whose = app.store.whose(&identity).await?;
    match decide(!config.groups.is_empty(), config.creates_accounts, whose, place) {
        Decision::Refuse => Ok(None),
        Decision::LetIn(account) => Ok(Some(account)),
        Decision::Follow(account, place) => {
            app.store.follow_groups(account.id, place, at).await?;
            Ok(app.store.account(account.id).await?)
        }
        Decision::Lose(account) => {
            app.store.lose_groups(account.id, at).await?;
            Ok(None)
        }
        Decision::Create(place) => {
            let account = new_account(district, known, &place, at);
            let id = account.id;
            match app.store.add_account_of(identity, account).await {
                Ok(()) => Ok(app.store.account(id).await?),
                Err(StoreError::Taken { .. }) => Ok(None),
                Err(error) => Err(error.into()),
            }
        }
    }
}

async fn place_of(app: &App, district: &DistrictSignIn, known: &Known) -> Result<Option<Place>, NotIn> {
    let Some(group) = district.config.group(&known.groups) else { return Ok(None) };
    let school = app.store.school_by_sis_id(&group.school).await?;
    let school = school.ok_or_else(|| NotIn::NoSchool(group.school.clone()))?.id;
    Ok(Some(Place { group: group.name.clone(), school, role: group.role }))
}

/// Without a password: the district's sign-in is the only way into it.
fn new_account(district: &DistrictSignIn, known: &Known, place: &Place, at: i64) -> NewAccount {
    let login = format!("{}@{}", known.subject, district.config.name);
    NewAccount {
        id: UserId::random(),
        school_id: place.school,
        name: known.name.clone().unwrap_or_else(|| login.clone()),
        login,
        role: place.role,
        password_hash: String::new(),
        at,
    }
}

/// What becomes of somebody who is known there.
enum Decision {
    Refuse,
    LetIn(Account),
    Follow(Account, Place),
    Lose(Account),
    Create(Place),
}

/// Where groups are written down they decide, at each sign-in and for everybody.
fn decide(has_groups: bool, creates: bool, whose: Whose, place: Option<Place>) -> Decision {
    match (whose, place) {
        (Whose::Of(account), _) if !has_groups => Decision::LetIn(account),
        (Whose::Of(account), Some(place)) => Decision::Follow(account, place),
        (Whose::Of(account), None) => Decision::Lose(account),
        (Whose::Nobody, Some(place)) if creates => Decision::Create(place),
        (Whose::Nobody | Whose::ShutOut, _) => Decision::Refuse,
    }
}
