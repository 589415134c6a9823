//! What a fresh Debian machine with git and a Rust toolchain still lacks.

use crate::packages;
use crate::step::{Outcome, has, step};
use crate::wasm::Toolchain;

/// What a command is going to need.
#[derive(Clone, Copy)]
pub struct Needs {
    /// The wasm toolchain.
    pub web: bool,
    /// Chromium, node, a webview and a screen for them.
    pub tests: bool,
}

impl Needs {
    /// Everything.
    pub const ALL: Self = Self { web: true, tests: true };
    /// What Rust alone needs.
    pub const NATIVE: Self = Self { web: false, tests: false };
    /// To see the demo.
    pub const DEMO: Self = Self { web: true, tests: false };
}

/// The window's libraries (what dioxus-desktop links), SQLCipher's crypto, and what the tests drive and read with.
const FOR_TESTS: [&str; 14] = [
    "build-essential",
    "chromium",
    "fonts-dejavu-core",
    "imagemagick",
    "libayatana-appindicator3-dev",
    "libgtk-3-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "libxdo-dev",
    "pkg-config",
    "tesseract-ocr",
    "xauth",
    "xdotool",
    "xvfb",
];

/// Installs what is missing and nothing else.
pub fn setup(needs: Needs) -> Outcome {
    step("set up what is missing", || {
        packages::install(&["build-essential"])?;
        if needs.web {
            Toolchain::install()?;
        }
        if needs.tests {
            packages::install(&FOR_TESTS)?;
            if !has("node") || !has("npm") {
                packages::install(&["nodejs", "npm"])?;
            }
        }
        Ok(())
    })
}
