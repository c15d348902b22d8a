//! The recovery words of an open workspace: whether there are any, and making new ones.

use nexus_store::keys::{Keys, Secret, SlotKind, recovery_words};

use crate::{App, Result};

/// Whether the open workspace has recovery words.
///
/// # Errors
/// [`crate::AppError::Key`] when the slots beside it are missing or damaged.
pub fn has_recovery(app: &App) -> Result<bool> {
    Ok(Keys::of(app.ws().path())?.kinds().contains(&SlotKind::Recovery))
}

/// Makes twelve new words, to be shown this once. Those from before open the workspace no longer; backups
/// made before still open with them.
///
/// # Errors
/// [`crate::AppError::Key`] when the slots cannot be read or written.
pub fn renew_recovery(app: &App) -> Result<String> {
    let words = recovery_words()?;
    let mut keys = Keys::of(app.ws().path())?;
    keys.add(&Secret::Recovery(&words), app.ws().key())?;
    keys.save()?;
    Ok(words.to_string())
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::*;
    use crate::settings::{Home, Unlock, create, open};
    use crate::{AppError, Clock};

    #[test]
    fn new_words_take_the_place_of_those_before() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(&folder.path().join("home"));
        let path = folder.path().join("w.nexus");
        let way = Unlock::Passphrase(Zeroizing::new("a long passphrase".to_owned()));
        let app = App::new(create(&path, &way).unwrap(), "Ana", Clock::Device);
        assert!(!has_recovery(&app).unwrap());
        let first = renew_recovery(&app).unwrap();
        assert!(has_recovery(&app).unwrap());
        let second = renew_recovery(&app).unwrap();
        drop(app);
        let with = |words: &str| open(&home, &path, &Unlock::Recovery(Zeroizing::new(words.to_owned())));
        assert!(matches!(with(&first), Err(AppError::Key(_))));
        drop(with(&second).unwrap());
        drop(open(&home, &path, &way).unwrap());
    }
}
