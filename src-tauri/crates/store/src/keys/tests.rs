use super::*;

#[test]
fn each_slot_opens_with_its_secret_and_no_other() {
    let (home, away) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let workspace = home.path().join("facility.nexus");
    let (file, other) = (away.path().join("key"), away.path().join("other"));
    make_key_file(&file).unwrap();
    make_key_file(&other).unwrap();
    let (key, words) = (WorkspaceKey::random().unwrap(), recovery_words().unwrap());
    let mut keys = Keys::none(&workspace);
    keys.add(&Secret::Passphrase("correct horse"), &key).unwrap();
    keys.add(&Secret::Recovery(&words), &key).unwrap();
    keys.add(&Secret::KeyFile(&file), &key).unwrap();
    keys.save().unwrap();

    let keys = Keys::of(&workspace).unwrap();
    assert_eq!(
        keys.kinds(),
        [SlotKind::Passphrase, SlotKind::Recovery, SlotKind::KeyFile]
    );
    let shouted = words.to_uppercase().replace(' ', "  ");
    for secret in [
        Secret::Passphrase("correct horse"),
        Secret::Recovery(&shouted),
        Secret::KeyFile(&file),
    ] {
        assert_eq!(keys.unlock(&secret).unwrap().bytes(), key.bytes());
    }
    for secret in [
        Secret::Passphrase("correct horses"),
        Secret::Recovery(&recovery_words().unwrap()),
        Secret::KeyFile(&other),
    ] {
        assert!(matches!(keys.unlock(&secret), Err(KeyError::Wrong { .. })));
    }
    assert!(matches!(
        keys.unlock(&Secret::Recovery("zoo zoo zoo")),
        Err(KeyError::BadWords(BadWords::Count { found: 3 }))
    ));
    assert!(matches!(
        keys.unlock(&Secret::KeyFile(&away.path().join("none"))),
        Err(KeyError::KeyFileMissing { .. })
    ));
}

#[test]
fn a_key_file_is_long_enough_made_once_and_known_to_lie_beside() {
    let home = tempfile::tempdir().unwrap();
    let (workspace, file) = (home.path().join("facility.nexus"), home.path().join("key"));
    make_key_file(&file).unwrap();
    assert!(make_key_file(&file).is_err(), "a key file is never replaced");
    let key = WorkspaceKey::random().unwrap();
    let mut keys = Keys::none(&workspace);
    assert!(is_beside(&file, &workspace));
    let away = tempfile::tempdir().unwrap();
    let short = away.path().join("short");
    std::fs::write(&short, "secret").unwrap();
    assert!(matches!(
        keys.add(&Secret::KeyFile(&short), &key),
        Err(KeyError::KeyFileSize { found: 6, .. })
    ));
    assert!(matches!(
        keys.add(&Secret::Passphrase("short"), &key),
        Err(KeyError::ShortPassphrase { expected: 8 })
    ));
}

#[test]
fn missing_and_damaged_slots_are_told_apart() {
    let home = tempfile::tempdir().unwrap();
    let workspace = home.path().join("facility.nexus");
    assert!(matches!(Keys::of(&workspace), Err(KeyError::NoSlots { .. })));
    for bytes in [&b"{"[..], b"\xff\xfe", b"{\"schema\":2,\"slots\":[]}"] {
        std::fs::write(Keys::place(&workspace), bytes).unwrap();
        assert!(matches!(Keys::of(&workspace), Err(KeyError::Damaged { .. })));
    }
}

#[test]
fn damage_to_a_slot_is_told_and_never_taken_for_a_wrong_secret() {
    let home = tempfile::tempdir().unwrap();
    let workspace = home.path().join("facility.nexus");
    let words = recovery_words().unwrap();
    let mut keys = Keys::none(&workspace);
    keys.add(&Secret::Recovery(&words), &WorkspaceKey::random().unwrap())
        .unwrap();
    keys.save().unwrap();
    let whole = std::fs::read(Keys::place(&workspace)).unwrap();
    for at in (0..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] = if bytes[at] == b'x' { b'y' } else { b'x' };
        std::fs::write(Keys::place(&workspace), &bytes).unwrap();
        let opened = Keys::of(&workspace).and_then(|keys| keys.unlock(&Secret::Recovery(&words)));
        // A letter of white space or of a field's name that nobody reads may change without harm.
        if let Err(error) = opened {
            assert!(matches!(error, KeyError::Damaged { .. }), "byte {at}: {error}");
        }
    }
    std::fs::write(Keys::place(&workspace), &whole[..whole.len() / 2]).unwrap();
    assert!(matches!(Keys::of(&workspace), Err(KeyError::Damaged { .. })));
}

#[test]
fn slots_without_a_digest_open_as_they_did() {
    let home = tempfile::tempdir().unwrap();
    let workspace = home.path().join("facility.nexus");
    let key = WorkspaceKey::random().unwrap();
    let mut keys = Keys::none(&workspace);
    keys.add(&Secret::Passphrase("correct horse"), &key).unwrap();
    keys.save().unwrap();
    let text = std::fs::read_to_string(Keys::place(&workspace)).unwrap();
    let mut ring: serde_json::Value = serde_json::from_str(&text).unwrap();
    ring.as_object_mut().unwrap().remove("digest").unwrap();
    std::fs::write(Keys::place(&workspace), ring.to_string()).unwrap();
    let found = Keys::of(&workspace)
        .unwrap()
        .unlock(&Secret::Passphrase("correct horse"));
    assert_eq!(found.unwrap().bytes(), key.bytes());
}

#[cfg(unix)]
#[test]
fn a_key_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let away = tempfile::tempdir().unwrap();
    let file = away.path().join("key");
    make_key_file(&file).unwrap();
    assert_eq!(
        std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600
    );
}
