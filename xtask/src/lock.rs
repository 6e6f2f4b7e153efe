//! One at a time: a file that a second run waits for.

use std::{
    fs::{self, File, TryLockError},
    path::Path,
};

use anyhow::{Context, Result};

/// Held until dropped; the system lets go of it even after a crash.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock at `path`, saying `waiting` if somebody else has it.
    pub(crate) fn take(path: &Path, waiting: &str) -> Result<Self> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        }
        let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                println!("{waiting}");
                file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
            }
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| format!("cannot lock {}", path.display()));
            }
        }
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use std::{env, process, thread, time::Duration};

    use super::*;

    #[test]
    fn the_second_waits_for_the_first() {
        let path = env::temp_dir().join(format!("shanyraq-lock-{}", process::id()));
        let first = Lock::take(&path, "").unwrap();
        let second = thread::spawn({
            let path = path.clone();
            move || Lock::take(&path, "waiting").is_ok()
        });
        thread::sleep(Duration::from_millis(50));
        assert!(!second.is_finished());
        drop(first);
        assert!(second.join().unwrap());
        fs::remove_file(path).unwrap();
    }
}
