//! A journey: a browser of its own, an end that the console agrees with, and evidence where it went wrong.

use std::{
    env, fmt, fs,
    io::{self, Write as _},
    sync::{Condvar, Mutex, PoisonError},
    time::Duration,
};

use anyhow::{Context, Result};
use tokio::{runtime::Builder, time::timeout};

use crate::{Engine, Visit};

/// Far longer than any journey; a browser that hangs ends here.
const LIMIT: Duration = Duration::from_mins(4);
/// How many browsers run at a time.
const PLACES: usize = 2;

/// Makes a journey in an engine, and once more if it fails: three engines that share two processors with their drivers
/// stumble now and then over themselves. What is wrong with the course is wrong twice. One that arrives only the second
/// time is said to be unsteady, with what went wrong, however the tests are run.
///
/// # Errors
/// What went wrong on the way, or what the console complained of, both times.
pub fn travel(engine: Engine, name: &str, journey: &impl AsyncFn(&Visit) -> Result<()>) -> Result<(), Failure> {
    let Err(first) = run(engine, name, journey) else { return Ok(()) };
    let first = Failure(first);
    run(engine, name, journey).map_err(|second| {
        Failure(second.context(format!("it failed twice; the first time:\n{first:?}the second time:")))
    })?;
    // Not by `eprintln!`: of a test that passes, what that says is never shown.
    let said = writeln!(
        io::stderr(),
        "UNSTEADY: {name} in {} arrived the second time. The first time:\n{first:?}",
        engine.name()
    );
    // A terminal that is gone is no failure of the course.
    drop(said);
    Ok(())
}

/// What went wrong, shown line by line and without a backtrace: that would only show this harness.
pub struct Failure(anyhow::Error);

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.0.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        // Drivers add the addresses of their own functions.
        let is_ours = |line: &&str| !line.trim_start().starts_with('#') && !line.trim().is_empty();
        lines.lines().filter(is_ours).try_for_each(|line| writeln!(f, "{line}"))
    }
}

fn run(engine: Engine, name: &str, journey: &impl AsyncFn(&Visit) -> Result<()>) -> Result<()> {
    let _place = Place::take();
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let visit = Visit::begin(engine).await?;
        let went = match timeout(LIMIT, journey(&visit)).await {
            Ok(Ok(())) => visit.was_quiet().await,
            Ok(error) => error,
            Err(late) => Err(late).context("the journey takes too long"),
        };
        let went = match went {
            Ok(()) => Ok(()),
            Err(error) => {
                let complaints = visit.complaints().await.unwrap_or_default().join("\n  ");
                let picture = keep_picture(&visit, &format!("{}-{name}", engine.name())).await.unwrap_or_default();
                Err(error.context(format!("{name} in {}\n  {complaints}\n  {picture}", engine.name())))
            }
        };
        // A browser that is gone already has failed the journey before.
        let ended = visit.browser.quit().await;
        went.and(ended)
    })
}

async fn keep_picture(visit: &Visit, name: &str) -> Result<String> {
    let folder = env::temp_dir().join("shanyraq-journeys");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}.png"));
    fs::write(&file, visit.browser.session().screenshot_as_png().await?)?;
    Ok(format!("what it looked like: {}", file.display()))
}

static TAKEN: (Mutex<usize>, Condvar) = (Mutex::new(0), Condvar::new());

/// One of the places for a browser; free again when dropped.
struct Place;

impl Place {
    fn take() -> Self {
        let taken = TAKEN.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken = TAKEN.1.wait_while(taken, |taken| *taken >= PLACES).unwrap_or_else(PoisonError::into_inner);
        *taken += 1;
        Self
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *TAKEN.0.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        TAKEN.1.notify_one();
    }
}

/// Turns journeys, `async fn(&Visit) -> anyhow::Result<()>`, into tests, one for each engine named; without a list, for
/// all three.
#[macro_export]
macro_rules! journeys {
    ($name:ident in $($engine:ident)+) => {
        mod $name {
            $( $crate::journeys!(@ $name $engine); )+
        }
    };
    (@ $name:ident chromium) => { $crate::journeys!(@ $name chromium Chromium); };
    (@ $name:ident firefox) => { $crate::journeys!(@ $name firefox Firefox); };
    (@ $name:ident webkit) => { $crate::journeys!(@ $name webkit WebKit); };
    (@ $name:ident $test:ident $engine:ident) => {
        #[test]
        fn $test() -> Result<(), $crate::Failure> {
            $crate::travel($crate::Engine::$engine, stringify!($name), &super::$name)
        }
    };
    ($($name:ident)*) => { $( $crate::journeys!($name in chromium firefox webkit); )* };
}

/// Fails the journey unless both are equal, and shows them.
#[macro_export]
macro_rules! same {
    ($left:expr, $right:expr, $($what:tt)+) => {
        match (&$left, &$right) {
            (left, right) => {
                anyhow::ensure!(left == right, "{}\n  found:    {left:?}\n  expected: {right:?}", format!($($what)+));
            }
        }
    };
}
