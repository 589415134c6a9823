//! A place that keeps nothing: for a phone whose browser may not keep anything for this app.

use std::path::Path;

use super::{Damaged, Place};

/// Gone with the app.
pub struct Memory;

impl Place for Memory {
    fn database(&self) -> &Path {
        Path::new(":memory:")
    }

    fn spare(&self) -> Option<&Path> {
        None
    }

    fn always_looks(&self) -> bool {
        false
    }

    fn set_aside(&mut self, _: i64) -> Result<(), String> {
        Ok(())
    }

    fn drop_spare(&mut self) -> Result<(), String> {
        Ok(())
    }

    fn damaged(&self) -> Damaged {
        Box::new(|| Ok(()))
    }

    fn lock(&self) -> Option<&Path> {
        None
    }

    fn is_memory(&self) -> bool {
        true
    }

    fn remove_all(&mut self) -> Vec<String> {
        vec![]
    }
}

impl Place for Box<dyn Place> {
    fn database(&self) -> &Path {
        (**self).database()
    }

    fn spare(&self) -> Option<&Path> {
        (**self).spare()
    }

    fn always_looks(&self) -> bool {
        (**self).always_looks()
    }

    fn set_aside(&mut self, now: i64) -> Result<(), String> {
        (**self).set_aside(now)
    }

    fn drop_spare(&mut self) -> Result<(), String> {
        (**self).drop_spare()
    }

    fn damaged(&self) -> Damaged {
        (**self).damaged()
    }

    fn lock(&self) -> Option<&Path> {
        (**self).lock()
    }

    fn is_memory(&self) -> bool {
        (**self).is_memory()
    }

    fn remove_all(&mut self) -> Vec<String> {
        (**self).remove_all()
    }
}
