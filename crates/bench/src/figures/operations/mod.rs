//! What whoever looks after a large district's server waits for: backups and their like, a server that comes back after it
//! was killed, and what its phones make it compute. All on `daymark-server` as it is given, in a process of its own.

mod commands;
mod district;
mod load;
mod recovery;

use super::pages::Sizes;
use crate::Outcome;
use crate::program::Server;
use crate::report::progress;

/// Any port of this machine.
const ANY_PORT: ([u8; 4], u16) = ([127, 0, 0, 1], 0);

/// Builds the district and lets its server run beside everything that is measured.
pub async fn measure(sizes: &Sizes) -> Outcome {
    let district = district::build(sizes).await?;
    progress("its server in a process of its own");
    let server = Server::start(&district.files.data(), ANY_PORT.into())?;
    load::measure(&district, &server).await?;
    progress("what is done beside that server");
    commands::measure(&district)?;
    progress("killing it");
    let server = recovery::measure(&district, server).await?;
    recovery::after_an_import(&district, server).await
}
