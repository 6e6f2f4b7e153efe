//! The laws of links.

use proptest::prelude::*;

use super::*;

fn ids(names: &[&str]) -> Vec<QuestionId> {
    names.iter().map(|&name| QuestionId::from(name)).collect()
}

#[track_caller]
fn reads(query: &str, request: &Request, problems: &[Problem]) {
    assert_eq!(Request::from_query(query), (request.clone(), problems.to_vec()), "{query}");
}

#[test]
fn a_link_says_what_is_asked() {
    let request = Request {
        mode: Mode::Check,
        questions: ids(&["a-1", "b-2"]),
        order: Order::Shuffled,
        seed: Some(Seed::new(7)),
        count: Some(10),
        lesson: Some("forum".into()),
    };
    reads("?mode=check&q=a-1,b-2&order=shuffled&seed=7&n=10&lesson=forum", &request, &[]);
    reads("q=a-1&%71=+b%2D2%2C&order=shuffled&seed=07&n=3&n=10&lesson=forum&utm=1&&x", &request, &[]);
}

#[test]
fn nothing_asked_is_no_problem() {
    for query in ["", "?", "?&&", "?mode=&q=&seed=+&n=", "mode"] {
        reads(query, &Request::default(), &[]);
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let of = |problem: fn(Text) -> Problem, text: &str| [problem(text.into())];
    let nothing = Request::default();
    reads("?mode=exam", &nothing, &of(Problem::UnknownMode, "exam"));
    reads("?order=up", &nothing, &of(Problem::UnknownOrder, "up"));
    reads("?lesson=%D0%B0", &nothing, &of(Problem::BadLesson, "а"));
    reads(
        "?seed=123456789-123456789-123456789-1234",
        &nothing,
        &of(Problem::BadSeed, "123456789-123456789-123456789-1234"),
    );
    for count in ["0", "101", "-1", "ten", "99999999999"] {
        reads(&format!("?n={count}"), &nothing, &of(Problem::BadCount, count));
    }
    let rest = Request { questions: ids(&["a", "b"]), ..Request::default() };
    reads("?q=a,B%,b", &rest, &of(Problem::BadQuestion, "B%"));
}

#[test]
fn a_hundred_questions_are_enough() {
    let names: Vec<String> = (0..101).map(|n| format!("q{n}")).collect();
    let (request, problems) = Request::from_query(&format!("?q={}", names.join(",")));
    assert_eq!((request.questions.len(), problems), (100, vec![Problem::TooManyQuestions]));
    let (_, problems) = Request::from_query(&format!("?q={}", "!,".repeat(2_000)));
    assert_eq!(problems, vec![Problem::BadQuestion("!".into()); 100]);
}

#[test]
fn a_text_too_long_is_one_problem() {
    reads(&format!("?mode=final&q={}", "!,".repeat(2_048)), &Request::default(), &[Problem::TooLong]);
}

#[test]
fn what_is_no_text_is_no_panic() {
    for query in ["?q=%", "?q=%4", "?q=%FF%FE", "?q=%zz", "?q=%E2%82", "?%=%&=&=="] {
        let _ = Request::from_query(query);
    }
    assert_eq!(decoded("%2b+%4"), "+ %4");
}

pub(in crate::sitting) fn any_request() -> impl Strategy<Value = Request> {
    let id = || "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}";
    (
        prop::sample::select(Mode::ALL.to_vec()),
        prop::collection::vec(id().prop_map(|id| QuestionId::from(id.as_str())), 0..8),
        prop::sample::select(vec![Order::Fixed, Order::Shuffled]),
        prop::option::of(any::<u64>().prop_map(Seed::new)),
        prop::option::of(1..=MOST_QUESTIONS),
        prop::option::of(id().prop_map(|id| LessonId::from(id.as_str()))),
    )
        .prop_map(|(mode, questions, order, seed, count, lesson)| Request {
            mode,
            questions,
            order,
            seed,
            count,
            lesson,
        })
}

proptest! {
    #[test]
    fn a_request_is_read_as_it_was_written(request in any_request()) {
        prop_assert_eq!(Request::from_query(&request.to_query()), (request, vec![]));
    }

    #[test]
    fn what_was_read_is_read_again_the_same(query in "[?&=,%+a-zA-Z0-9]{0,60}") {
        let (request, _) = Request::from_query(&format!("q=a&{query}"));
        prop_assert_eq!(Request::from_query(&request.to_query()), (request, vec![]));
    }

    #[test]
    fn any_text_is_read_within_bounds(text in any::<String>()) {
        let (request, problems) = Request::from_query(&text);
        prop_assert!(request.questions.len() <= 100 && problems.len() <= 101);
        prop_assert!(request.count.is_none_or(|count| (1..=100).contains(&count)));
    }

    #[test]
    fn a_damaged_link_is_read_without_a_panic(request in any_request(), at in any::<prop::sample::Index>(), put in ".{0,3}") {
        let query: Vec<char> = request.to_query().chars().collect();
        let at = at.index(query.len());
        let damaged: String = query[..at].iter().copied().chain(put.chars()).chain(query[at + 1..].iter().copied()).collect();
        let (read, _) = Request::from_query(&damaged);
        prop_assert!(read.questions.iter().all(|id| is_kebab_case(id.as_str())));
    }
}
