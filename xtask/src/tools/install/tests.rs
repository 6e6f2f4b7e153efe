use std::{env, ffi::OsStr, process};

use super::*;

fn order() -> Order {
    Order {
        name: "Trunk",
        package: "trunk",
        version: "0.21.14".to_owned(),
        executable: "trunk",
        arguments: &["--locked", "--no-default-features"],
        optimisation: "0",
        crates: 350,
        minutes: "about 3 minutes",
    }
}

#[test]
fn the_tool_comes_from_the_registry_into_a_folder_of_its_version() {
    let cache = Cache::at("/cache".into());
    let command = command(&cache, &order());
    let arguments: Vec<_> = command.get_args().map(OsStr::to_string_lossy).collect();
    let expected = "install trunk --version 0.21.14 --locked --no-default-features --root /cache/tools/trunk-0.21.14";
    assert_eq!(arguments.join(" "), expected);
    let target = command.get_envs().find(|(name, _)| *name == "CARGO_TARGET_DIR");
    assert_eq!(target.and_then(|(_, value)| value), Some(OsStr::new("/cache/build")));
}

#[test]
fn progress_is_counted_in_crates() {
    let mut progress = Progress::new(350);
    let wait = Duration::from_secs(75);
    assert_eq!(progress.news(wait), "downloading, 1 min 15 s");
    for line in ["  Downloaded libc v0.2.1", "   Compiling libc v0.2.1", "   Compiling syn v2.0.1"] {
        assert_eq!(progress.hear(Said::Err(line)), None);
    }
    assert_eq!(progress.news(wait), "2 of about 350 crates, 1 min 15 s");
    progress.compiled = 351;
    assert_eq!(progress.news(wait), "last crates, 1 min 15 s");
}

#[test]
fn what_is_there_already_is_not_built_again() {
    let cache = Cache::at(env::temp_dir().join(format!("shanyraq-cache-{}", process::id())));
    assert!(!cache.has(&order()));
    fs::create_dir_all(cache.bin(&order())).unwrap();
    fs::write(cache.bin(&order()).join(format!("trunk{}", env::consts::EXE_SUFFIX)), "").unwrap();
    assert!(cache.has(&order()));
    fs::remove_dir_all(cache.folder()).unwrap();
}
