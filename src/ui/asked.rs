//! The page that parameters ask for, in the file that holds the whole course: the one that `embed/` leads to on a site
//! (`static/embed-forward.js`).

use super::{Address, View};
use crate::id::{LanguageId, LessonId, Text, is_kebab_case};
use crate::sitting::{Mode, decoded};

/// The parameters that practice reads.
const OF_PRACTICE: [&str; 6] = ["mode", "q", "order", "seed", "n", "lesson"];

/// The path that a query asks for, from the root of the course, with what it asks of practice; `None` if it asks for no
/// page. What is not known is passed over: then it is the `first` language, and the cover. `has` says which pages there
/// are, `checks` which questions the check of a lesson asks.
pub fn asked_page(
    query: &str,
    first: &LanguageId,
    has: impl Fn(&Address) -> bool,
    checks: &[(Text, Text)],
) -> Option<String> {
    let pairs: Vec<(&str, String, String)> = query
        .strip_prefix('?')
        .unwrap_or(query)
        .split('&')
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (pair, decoded(name), decoded(value))
        })
        .collect();
    let value = |wanted: &str| {
        let found = pairs.iter().find(|(_, name, value)| name == wanted && !value.is_empty());
        found.map(|(.., value)| &**value)
    };
    let (language, lesson, mode, questions) = (value("lang"), value("lesson"), value("mode"), value("q"));
    language.or(lesson).or(mode).or(questions)?;
    let of_language = |language: LanguageId| Address { language, view: View::Cover };
    let cover = language.filter(|language| is_kebab_case(language)).map(|language| of_language(language.into()));
    let cover = cover.filter(&has).unwrap_or_else(|| of_language(first.clone()));
    let is_paper = questions.is_some() || Mode::ALL.iter().any(|known| Some(known.name()) == mode);
    if !is_paper {
        let lesson = lesson.filter(|lesson| is_kebab_case(lesson));
        let lesson = lesson.map(|lesson| cover.with(View::Lesson(LessonId::from(lesson)))).filter(has);
        return Some(lesson.unwrap_or(cover).to_string());
    }
    let mut asked: Vec<&str> =
        pairs.iter().filter(|(_, name, _)| OF_PRACTICE.contains(&&**name)).map(|(pair, ..)| *pair).collect();
    // A check of a lesson asks the questions of its closing check.
    let check = checks.iter().find(|(known, _)| Some(&**known) == lesson);
    let check = check.filter(|_| questions.is_none() && mode == Some(Mode::Check.name()));
    let check = check.map(|(_, questions)| format!("q={questions}"));
    asked.extend(check.as_deref());
    Some(format!("{}?{}", cover.with(View::Practice), asked.join("&")))
}

#[cfg(test)]
mod tests {
    use super::asked_page;
    use crate::id::{LanguageId, Text};

    #[test]
    fn parameters_lead_to_the_page_that_is_meant() {
        let checks = [(Text::from("nine-seats"), Text::from("a,b"))];
        let has = |address: &super::Address| {
            ["kk/data.json", "en/data.json", "kk/nine-seats/data.json", "en/nine-seats/data.json"]
                .contains(&&*address.data_path())
        };
        for (query, page) in [
            ("", None),
            ("?embed", None),
            ("?embed&theme=dark&parent=https://school.kz", None),
            ("?embed&lang=&seed=7", None),
            ("?lang=en", Some("en/")),
            ("?embed&lang=xx", Some("kk/")),
            ("?lang=../en", Some("kk/")),
            ("?lesson=nine-seats", Some("kk/nine-seats/")),
            ("?embed&lang=en&lesson=nine-seats&mode=learn", Some("en/nine-seats/")),
            ("?lang=en&lesson=zzz", Some("en/")),
            ("?lang=en&lesson=nine-seats&mode=dance", Some("en/nine-seats/")),
            (
                "?embed&lang=en&lesson=nine-seats&mode=check&theme=dark",
                Some("en/practice/?lesson=nine-seats&mode=check&q=a,b"),
            ),
            ("?lesson=nine%2Dseats&mode=check", Some("kk/practice/?lesson=nine%2Dseats&mode=check&q=a,b")),
            ("?lesson=nine-seats&mode=check&q=c", Some("kk/practice/?lesson=nine-seats&mode=check&q=c")),
            ("?mode=final&seed=7&n=3&size=large", Some("kk/practice/?mode=final&seed=7&n=3")),
            ("?q=a,b", Some("kk/practice/?q=a,b")),
        ] {
            let asked = asked_page(query, &LanguageId::from("kk"), has, &checks);
            assert_eq!(asked.as_deref(), page, "{query}");
        }
    }
}
