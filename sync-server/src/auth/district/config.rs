//! `DATA/oidc.toml`: which issuer, and whom it lets in as what.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer};

use super::fetch::{self, FetchError};
use crate::store::accounts::Role;

const FILE: &str = "oidc.toml";

/// What the operator wrote down.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// What people call the district; it stands on the button.
    pub name: String,
    /// The issuer, exactly as its own documents call it.
    pub issuer: String,
    /// The name under which this server is known there.
    pub client_id: String,
    /// The file with the secret, in the data folder; only its owner may read it.
    pub client_secret_file: PathBuf,
    /// This server's own address, such as `https://daymark.example.org`.
    pub address: String,
    /// Other origins that the issuer's documents name, when its tokens or keys lie elsewhere.
    #[serde(default)]
    pub also_at: Vec<String>,
    /// What is asked for besides `openid`.
    #[serde(default = "profile")]
    pub scopes: Vec<String>,
    /// The claim of the ID token that holds somebody's groups.
    #[serde(default = "groups")]
    pub groups_claim: String,
    /// Whether somebody in a group below gets an account by signing in.
    #[serde(default)]
    pub creates_accounts: bool,
    /// By what the district says that it asked for a second factor; none: it is not believed to.
    pub second_step: Option<SecondStep>,
    /// Groups and what they may do; the first that fits. None: people keep the role that they have here.
    #[serde(default, rename = "group")]
    pub groups: Vec<GroupRole>,
}

/// Any of these, in the ID token, says that the district asked for more than a password.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondStep {
    /// Values of `acr`; the district is asked for them.
    #[serde(default)]
    pub acr: Vec<String>,
    /// Values of `amr`, such as `mfa`.
    #[serde(default)]
    pub amr: Vec<String>,
}

/// Whoever is in this group has this role at this school.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRole {
    /// As the claim has it.
    pub name: String,
    /// `coordinator`, `team`, `principal`, `captain`, `clerk` or `auditor`.
    #[serde(deserialize_with = "role")]
    pub role: Role,
    /// The school, by the key of the district's export.
    pub school: String,
}

/// Why the file is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// It cannot be read.
    #[error("{} cannot be read: {source}", path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// What it says cannot be.
    #[error("oidc.toml: {0}")]
    Wrong(String),
    /// One of its addresses cannot be asked.
    #[error("oidc.toml: {0}")]
    Address(#[from] FetchError),
    /// Others may read the secret.
    #[error("{} may be read by others; run: chmod 600 {}", .0.display(), .0.display())]
    Open(PathBuf),
}

impl Config {
    /// The first group that somebody is in, of those written down.
    pub fn group(&self, theirs: &[String]) -> Option<&GroupRole> {
        self.groups.iter().find(|group| theirs.contains(&group.name))
    }

    /// Whether this says that the district asked for more than a password.
    pub fn is_second_step(&self, acr: Option<&str>, amr: &[String]) -> bool {
        self.second_step.as_ref().is_some_and(|wanted| {
            acr.is_some_and(|acr| wanted.acr.iter().any(|one| one == acr))
                || amr.iter().any(|said| wanted.amr.contains(said))
        })
    }

    fn check(&self) -> Result<(), ConfigError> {
        let wrong = |why: &str| Err(ConfigError::Wrong(why.to_owned()));
        fetch::origin_of(&self.address)?;
        if self.creates_accounts && self.groups.is_empty() {
            return wrong("creates_accounts needs a [[group]]: without one there is no role to give");
        }
        if self.second_step.as_ref().is_some_and(|step| step.acr.is_empty() && step.amr.is_empty()) {
            return wrong(
                "[second_step] names no acr and no amr; leave it out when the district asks for none",
            );
        }
        Ok(())
    }
}

/// File and secret; none when there is no file.
pub(super) fn read(data: &Path) -> Result<Option<(Config, String)>, ConfigError> {
    let path = data.join(FILE);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(ConfigError::Unreadable { path, source }),
    };
    let config: Config = toml::from_str(&text).map_err(|error| ConfigError::Wrong(error.to_string()))?;
    config.check()?;
    let path = data.join(&config.client_secret_file);
    only_for_its_owner(&path)?;
    let secret = fs::read_to_string(&path).map_err(|source| ConfigError::Unreadable { path, source })?;
    Ok(Some((config, secret.trim().to_owned())))
}

#[cfg(unix)]
fn only_for_its_owner(path: &Path) -> Result<(), ConfigError> {
    use std::os::unix::fs::PermissionsExt;
    let about = fs::metadata(path);
    let about = about.map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })?;
    if about.permissions().mode() & 0o077 == 0 { Ok(()) } else { Err(ConfigError::Open(path.to_owned())) }
}

#[cfg(not(unix))]
fn only_for_its_owner(_: &Path) -> Result<(), ConfigError> {
    Ok(())
}

fn role<'de, D: Deserializer<'de>>(from: D) -> Result<Role, D::Error> {
    let word = String::deserialize(from)?;
    Role::from_word(&word).map_err(|_| serde::de::Error::custom(format!("'{word}' is no role")))
}

fn profile() -> Vec<String> {
    vec!["profile".to_owned()]
}

fn groups() -> String {
    "groups".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "name = 'Lincoln Unified'\nissuer = 'https://id.example.org'\nclient_id = 'daymark'\n\
        client_secret_file = 'oidc-secret'\naddress = 'https://daymark.example.org'\n\
        [second_step]\nacr = ['phr']\namr = ['mfa']\n\
        [[group]]\nname = 'mentoring'\nrole = 'team'\nschool = 'L1'\n";

    #[cfg(unix)]
    #[test]
    fn a_secret_that_others_may_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        assert!(read(folder.path()).unwrap().is_none());
        fs::write(folder.path().join(FILE), TEXT).unwrap();
        let secret = folder.path().join("oidc-secret");
        fs::write(&secret, "of both sides\n").unwrap();
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(read(folder.path()), Err(ConfigError::Open(_))));
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o600)).unwrap();
        let (config, secret) = read(folder.path()).unwrap().unwrap();
        assert_eq!(
            (config.group(&["mentoring".into()]).unwrap().role, secret.as_str()),
            (Role::Team, "of both sides")
        );
        assert!(config.group(&["others".into()]).is_none() && !config.creates_accounts);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let wrong = [
            TEXT.replace("'team'", "'king'"),
            TEXT.replace("client_id", "client"),
            TEXT.replace("acr = ['phr']\namr = ['mfa']\n", ""),
            "creates_accounts = true\n".to_owned() + TEXT.split("[[group]]").next().unwrap(),
        ];
        for wrong in wrong {
            fs::write(folder.path().join(FILE), &wrong).unwrap();
            assert!(matches!(read(folder.path()), Err(ConfigError::Wrong(_))), "{wrong}");
        }
        let open = TEXT.replace("https://daymark", "http://daymark");
        fs::write(folder.path().join(FILE), open).unwrap();
        assert!(matches!(read(folder.path()), Err(ConfigError::Address(_))));
    }

    #[test]
    fn the_district_is_believed_to_ask_for_more_only_by_the_words_that_were_written_down() {
        let mut config: Config = toml::from_str(TEXT).unwrap();
        assert!(config.is_second_step(Some("phr"), &[]));
        assert!(config.is_second_step(None, &["pwd".into(), "mfa".into()]));
        assert!(!config.is_second_step(Some("1"), &["pwd".into()]) && !config.is_second_step(None, &[]));
        config.second_step = None;
        assert!(!config.is_second_step(Some("phr"), &["mfa".into()]));
    }
}
