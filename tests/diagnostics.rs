//! Every rule of content, broken once: what the author is told, and where. The reports stand in `diagnostics/*.snap`,
//! with the edit that caused each.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "what goes wrong in a test is to be seen; the switches of clippy.toml do not reach functions beside tests"
)]

#[path = "diagnostics/garbage.rs"]
mod garbage;
#[path = "diagnostics/small_course.rs"]
mod small_course;

use shanyraq::authoring::{Diagnostic, Files, Severity, check};

const COURSE: &[&str] = &["course.toml"];
const CLAIMS: &[&str] = &["claims.toml"];
const WORDS: &[&str] = &["en/interface.toml"];
const NAMES: &[&str] = &["names.toml"];
const TERMS: &[&str] = &["en/glossary.toml"];
const ABOUT: &[&str] = &["en/about.md"];
const BOTH_ABOUT: &[&str] = &["kk/about.md", "en/about.md"];
const KK: &[&str] = &["kk/lessons/first/lesson.md"];
const EN: &[&str] = &["en/lessons/first/lesson.md"];
const BOTH: &[&str] = &["kk/lessons/first/lesson.md", "en/lessons/first/lesson.md"];
const KINDS: &[&str] = &["kk/lessons/kinds/lesson.md", "en/lessons/kinds/lesson.md"];
const KINDS_EN: &[&str] = &["en/lessons/kinds/lesson.md"];
const FIGURES: &[&str] = &["kk/figures.md", "en/figures.md"];
const FIGURES_EN: &[&str] = &["en/figures.md"];
const BOTH_SECOND: &[&str] = &["kk/lessons/second/lesson.md", "en/lessons/second/lesson.md"];

/// Replaces a text of the small course, once in each of the files, and looks at what is reported. `culprit` is what
/// stands at the place that one of the reports names in the first of the files.
#[track_caller]
fn reports(name: &str, paths: &[&str], find: &str, put: &str, culprit: &str) {
    let edit = |files: &mut Files| {
        for path in paths {
            let text = files.get_mut(*path).expect("a file of the small course");
            assert!(text.contains(find), "{path} has no {find}");
            *text = text.replacen(find, put, 1);
        }
    };
    reports_of(name, &format!("{}: {find} => {put}", paths.join(", ")), edit, paths[0], culprit);
}

#[track_caller]
fn reports_of(name: &str, about: &str, edit: impl FnOnce(&mut Files), path: &str, culprit: &str) {
    let mut files = small_course::files();
    edit(&mut files);
    let (course, diagnostics) = check(&files, small_course::today());
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    assert_eq!(course.is_none(), failed, "a course with a mistake is not handed over, one with a warning is");
    for diagnostic in &diagnostics {
        is_helpful(&files, diagnostic);
    }
    let report: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    let report = report.join("\n\n");
    let points_at_it = |d: &Diagnostic| d.path == path && text_at(&files, d).starts_with(culprit);
    assert!(diagnostics.iter().any(points_at_it), "nothing points at `{culprit}` in {path}:\n\n{report}");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("diagnostics");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(about);
    settings.bind(|| insta::assert_snapshot!(name, report));
}

/// A report says where (a place that is there), shows it, and says what to do.
#[track_caller]
fn is_helpful(files: &Files, diagnostic: &Diagnostic) {
    let Diagnostic { path, line, column, message, excerpt, remedy, .. } = diagnostic;
    assert!(!message.is_empty() && !remedy.is_empty(), "{diagnostic}");
    let Some(text) = files.get(path) else {
        assert_eq!((message.as_str(), *line, *column), ("the file is missing", 1, 1), "{diagnostic}");
        return;
    };
    let written = text.split('\n').nth(line - 1).expect("the line is in the file");
    assert!(written.replace('\t', " ").contains(excerpt.trim_matches('…')), "{diagnostic}");
    assert!((1..=written.chars().count() + 1).contains(column), "{diagnostic}");
}

/// The text from the place that a report names.
fn text_at<'a>(files: &'a Files, diagnostic: &Diagnostic) -> &'a str {
    let Some(text) = files.get(&diagnostic.path) else { return "" };
    let start: usize = text.split_inclusive('\n').take(diagnostic.line - 1).map(str::len).sum();
    let line = &text[start..];
    line.char_indices().nth(diagnostic.column - 1).map_or("", |(at, _)| &line[at..])
}

macro_rules! mistakes {
    ($($name:ident: $paths:ident, $find:literal => $put:literal, at $culprit:literal;)*) => {$(
        #[test]
        fn $name() {
            reports(stringify!($name), $paths, $find, $put, $culprit);
        }
    )*};
}

// The shape of the files.
mistakes! {
    a_course_file_that_is_not_toml: COURSE, "revision = 1" => "revision = = 1", at "= 1";
    a_language_is_named_twice: COURSE, r#"["kk", "en"]"# => r#"["kk", "en", "en"]"#, at "\"en\"]";
    a_course_without_lessons: COURSE, r#"lessons = ["first", "second", "kinds"]"# => "", at "id = \"small\"";
    a_lesson_with_the_address_of_a_page: COURSE, r#""second""# => r#""practice""#, at "\"practice\"";
    steps_of_review_that_grow_shorter: COURSE, "revision = 1" => "revision = 1\nreview-days = [7, 1]", at "[7, 1]";
    front_matter_that_is_not_toml: BOTH, "minutes = 5" => "minutes = five", at "five";
    a_lesson_without_front_matter: EN, "+++\n" => "", at "title";
    a_question_that_is_not_toml: BOTH, "asks = \"recall\"" => "asks = \"recall", at "\n";
    an_unknown_key_of_a_lesson: BOTH, "minutes = 5" => "minutes = 5\nmintues = 5", at "mintues";
    an_unknown_key_of_an_option: BOTH, r#"id = "y1995", text"# => r#"id = "y1995", txet"#, at "txet";
    an_unknown_key_of_a_claim: CLAIMS, "paragraph = 5" => "paragraph = 5\nyear = 1992", at "year";
    an_unknown_word_of_the_interface: WORDS, "months = " => "chekc = \"Check\"\nmonths = ", at "chekc";
    an_unknown_key_of_a_heading: BOTH, ".check}" => ".check level=2}", at "## ";
    a_missing_key_of_a_question: KK, "prompt = \"Форум қашан өтті?\"\n" => "", at "id = \"forum-year\"";
    a_missing_key_of_a_claim: CLAIMS, "as-of = \"2007\"\n" => "", at "[[claim]]\nid = \"nine\"";
    a_value_of_the_wrong_kind: BOTH, "minutes = 5" => "minutes = \"5\"", at "\"5\"";
    a_number_out_of_bounds: BOTH, "paragraphs = [5, 10]" => "paragraphs = [5, 27]", at "27";
    a_day_that_is_not_in_the_calendar: CLAIMS, "\"1992-12-14\"" => "\"1992-12-32\"", at "\"1992-12-32\"";
    a_name_that_is_none_of_the_list: BOTH, "kind = \"single\"" => "kind = \"singel\"", at "\"singel\"";
    an_id_that_is_not_kebab_case: BOTH, "id = \"forum-year\"" => "id = \"Forum_year\"", at "\"Forum_year\"";
    a_source_without_an_address: CLAIMS, "https://example.org/forum" => "example.org", at "\"example.org\"";
}

// What is said about the course, and the terms: the languages side by side.
mistakes! {
    no_section_lists_what_is_not_confirmed: BOTH_ABOUT, " .unconfirmed" => "", at "## ";
    a_question_about_the_course: BOTH_ABOUT, "- " => "```teacher\nid = \"t\"\naims = [\"a\"]\nwith-devices = [\"a\"]\nwithout-devices = [\"a\"]\n```\n\n- ", at "```teacher";
    a_mark_of_lessons_about_the_course: BOTH_ABOUT, "{#article}" => "{#article .check}", at "## ";
    two_sections_about_the_course_of_one_id: BOTH_ABOUT, "{#open" => "{#article", at "## Не";
    a_section_about_the_course_is_not_translated: ABOUT, "{#open .unconfirmed}" => "{#closed .unconfirmed}", at "## ";
    a_number_about_the_course_drifts: ABOUT, "2013" => "2014", at "2014";
    an_unknown_term_about_the_course: ABOUT, "term:assembly" => "term:asembly", at "[Assembly]";
    a_term_is_not_translated: TERMS, "[assembly]" => "[asembly]", at "[asembly]";
    a_number_drifts_in_a_term: TERMS, "gave advice" => "gave advice 3 times", at "3 times";
}

// Ids: each once, and each known.
mistakes! {
    two_options_of_one_id: BOTH, r#"id = "y1995""# => r#"id = "y1991""#, at "\"y1991\", text = \"1995";
    two_goals_of_one_id: BOTH_SECOND, r#"id = "tell-why""# => r#"id = "name-place""#, at "\"name-place\"\ntext = \"Неге";
    two_events_of_one_id: BOTH, r#"id = "step-decree""# => r#"id = "step-forum""#, at "\"step-forum\"\ndate = \"1995";
    two_sections_of_one_id: BOTH, "{#the-house" => "{#the-forum", at "## Палата";
    a_section_named_like_a_question: BOTH, "{#the-house" => "{#forum-year", at "## Палата";
    a_section_named_like_a_part_of_every_page: BOTH, "{#the-house" => "{#data", at "## Палата";
    one_question_in_two_lessons: BOTH_SECOND, r#"id = "which-place""# => r#"id = "forum-year""#, at "```question";
    a_section_without_an_id: BOTH, " {#the-house claims=nine}" => "", at "## ";
    a_section_without_a_title: BOTH, ".check}" => ".check}\n\n## {#untitled claims=nine}", at "## {#untitled";
    an_unknown_claim_of_a_question: BOTH, r#"["nine", "unique"]"# => r#"["nine", "uniqe"]"#, at "\"uniqe\"";
    an_unknown_claim_of_a_section: BOTH, "claims=forum,unique" => "claims=forum,uniqe", at "## ";
    an_unknown_goal: BOTH, "goal = \"count-seats\"" => "goal = \"count-seatz\"", at "```question";
    an_unknown_term: EN, "term:assembly" => "term:asembly", at "[Assembly]";
}

// Questions worth asking.
mistakes! {
    no_right_answer: BOTH, r#"text = "8", right = true"# => r#"text = "8""#, at "[\n  { id = \"s8\"";
    two_right_answers_where_one_is_asked_for: BOTH, r#"text = "5", "# => r#"text = "5", right = true, "#, at "[\n  { id = \"s8\"";
    one_right_answer_where_several_are_asked_for: EN, r#"text = "Parties", right = true"# => r#"text = "Parties""#, at "[\n  { id = \"parties\"";
    a_wrong_option_without_a_reason: EN, ", because = \"It had 5 before.\"" => "", at "{ id = \"s5\"";
    an_empty_reason: EN, "because = \"It had 5 before.\"" => "because = \" \"", at "\" \"";
    a_question_without_a_claim: BOTH, "asks = \"recall\"\nclaims = [\"forum\"]\n" => "asks = \"recall\"\n", at "id = \"forum-year\"";
    a_question_with_an_empty_list_of_claims: BOTH, "asks = \"recall\"\nclaims = [\"forum\"]" => "asks = \"recall\"\nclaims = []", at "[]";
    a_first_order_that_is_the_right_one: BOTH, r#"["reform", "forum", "decree"]"# => r#"["forum", "decree", "reform"]"#, at "[\"forum\", \"decree\"";
    a_first_order_that_lacks_an_item: BOTH, r#"["reform", "forum", "decree"]"# => r#"["reform", "forum"]"#, at "[\"reform\", \"forum\"]";
}

// The other kinds of question.
mistakes! {
    a_statement_that_is_neither_true_nor_false: KINDS, "truth = false\n" => "", at "id = \"is-it-so\"";
    a_statement_without_a_right_reason: KINDS_EN, "text = \"It met earlier\", right = true" => "text = \"It met earlier\"", at "[\n  { id = \"later\"";
    two_partners_that_are_the_same: KINDS_EN, "match = \"the decree\"" => "match = \"the Forum\"", at "[\n  { id = \"y1992\"";
    partners_in_the_order_of_the_pairs: KINDS_EN, "match = \"nine deputies\"" => "match = \"their nine deputies\"", at "[\n  { id = \"y1992\"";
    a_pair_without_a_partner: KINDS_EN, "match = \"the decree\", " => "", at "{ id = \"y1995\"";
    a_card_of_no_group: KINDS, "group = \"view\"" => "group = \"veiw\"", at "\"veiw\"";
    a_clue_that_is_not_on_the_card: KINDS, "clue = \"1992\"" => "clue = \"1993\"", at "\"1993\"";
    a_gap_that_is_not_in_the_text: KINDS_EN, "{year}" => "{yaer}", at "\"In {yaer}";
    a_gap_without_an_answer: KINDS, "answers = [\"1992\"], " => "", at "{ id = \"year\"";
    a_short_answer_without_an_answer: KINDS_EN, "answers = [\"Mazhilis\"]\n" => "", at "id = \"name-it\"";
    a_short_answer_that_says_nothing_to_other_answers: KINDS_EN, "otherwise = \"Because l.\"\n" => "", at "id = \"name-it\"";
    a_number_that_drifts: KINDS_EN, "number = 9" => "number = 8", at "```question";
    a_pick_on_a_figure_that_is_not_there: KINDS, "figure = \"line\"" => "figure = \"lien\"", at "\"lien\"";
    a_pick_of_a_spot_that_is_not_there: KINDS, "spot = \"point-forum\"" => "spot = \"point-forun\"", at "\"point-forun\"";
    evidence_from_a_claim_that_is_not_there: KINDS, "claim = \"nine\"" => "claim = \"nein\"", at "\"nein\"";
    a_sibling_of_no_question: KINDS, "sibling-of = \"how-many\"" => "sibling-of = \"how-much\"", at "```question";
    a_sibling_with_another_goal: KINDS, "sibling-of = \"how-many\"\ngoal = \"weigh-words\"" => "sibling-of = \"how-many\"\ngoal = \"know-kinds\"", at "```question";
    a_lesson_without_its_three_sentences: KINDS, "recap = [" => "rekap = [", at "rekap";
    a_plan_without_steps: KINDS_EN, "with-devices = [" => "with-devises = [", at "with-devises";
    a_ladder_of_one_rung: KINDS, "[[rungs]]\nid = \"low\"" => "[[rugns]]\nid = \"low\"", at "rugns";
    a_source_that_is_not_weighed: KINDS_EN, "interest = \"Words weighed\"\n" => "", at "id = \"weighed\"";
}

// Sections, figures and what they rest on.
mistakes! {
    a_section_without_a_claim: BOTH, " claims=nine}" => "}", at "## ";
    a_lesson_without_a_closing_check: BOTH_SECOND, " .check}" => " claims=forum}", at "";
    a_lesson_with_one_goal: BOTH_SECOND, "[[goals]]\nid = \"tell-why\"" => "[[golas]]\nid = \"tell-why\"", at "golas";
    a_skipped_heading: BOTH, "### " => "#### ", at "#### ";
    a_heading_of_the_level_of_the_title: BOTH, "### " => "# ", at "# ";
    an_image_in_markdown: EN, "a roof, as" => "![a roof](roof.png), as", at "![a roof]";
    raw_html: EN, "One more question." => "<div class=\"x\">\nOne more question.\n</div>", at "<div";
    raw_html_within_a_line: EN, "One more question." => "One <b>more</b> question.", at "<b>";
    a_link_that_is_not_safe: EN, "https://example.org/roof" => "http://example.org/roof", at "[a source]";
    a_fence_of_no_kind: BOTH, "```timeline" => "```timelien", at "```timelien";
    prose_before_the_first_section: EN, "\n## The forum" => "\nEarly words.\n\n## The forum", at "Early";
    a_figure_without_a_text_for_those_who_cannot_see: EN, "alt = \"A line with two events, 1992 and 1995.\"\n" => "", at "id = \"steps\"";
    a_timeline_that_runs_backwards: BOTH, "date = \"1995-03\"" => "date = \"1991-03\"", at "[[events]]";
    seats_that_rest_on_no_claim: BOTH, "claims = [\"nine\"]\n\n[[chambers]]" => "\n[[chambers]]", at "id = \"house\"";
    a_box_then_and_now_without_a_source: KK, "sources = [{ title = \"Заң\", url = \"https://example.org/law\" }]\n" => "", at "id = \"quota\"";
    a_fact_that_is_said_not_to_be_checkable: CLAIMS, "\"confirmed\"" => "\"not-checkable\"", at "\"not-checkable\"";
}

// What a lesson has to ask, and on what ground.
mistakes! {
    bounds_that_are_no_bounds: COURSE, "minutes = [1, 45]" => "minutes = [45, 1]", at "[45, 1]";
    an_unknown_bound: COURSE, "kinds = 1" => "knids = 1", at "knids";
    a_goal_that_nothing_asks: BOTH_SECOND, "goal = \"tell-why\"" => "goal = \"name-place\"", at "\"tell-why\"";
    a_lure_that_is_invented: BOTH, "supposes = [1991]" => "", at "1991";
    a_number_that_nothing_supposes: BOTH, "supposes = [1991]" => "supposes = [1991, 1990]", at "```question";
}

/// Replaces the same in both languages, each in its own words, and looks for `culprit` in the original.
#[track_caller]
fn reports_in_both(name: &str, paths: &[&str], finds: [&str; 2], puts: [&str; 2], culprit: &str) {
    let edit = |files: &mut Files| {
        for ((path, find), put) in paths.iter().zip(finds).zip(puts) {
            let text = files.get_mut(*path).expect("a file of the small course");
            assert!(text.contains(find), "{path} has no {find}");
            *text = text.replacen(find, put, 1);
        }
    };
    reports_of(name, &format!("{}: {puts:?}", paths.join(", ")), edit, paths[0], culprit);
}

#[test]
fn a_number_that_no_cited_claim_has() {
    let finds = ["explanation = \"Форум 1992", "explanation = \"The forum met in 1992"];
    let puts = ["explanation = \"Форум 1993", "explanation = \"The forum met in 1993"];
    reports_in_both("a_number_that_no_cited_claim_has", BOTH, finds, puts, "1993");
}

#[test]
fn a_sum_that_is_wrong() {
    let finds = ["explanation = \"8 орын болды.", "explanation = \"There were 8 seats."];
    let puts = ["explanation = \"6 + 2 = 9 орын.", "explanation = \"There were 6 + 2 = 9 seats."];
    reports_in_both("a_sum_that_is_wrong", BOTH, finds, puts, "6 + 2");
}

#[test]
fn a_claim_that_nobody_teaches_or_asks() {
    let edit = |files: &mut Files| {
        let claims = files.get_mut(CLAIMS[0]).expect("a file");
        let last = claims.rsplit("[[claim]]").next().expect("a claim").replace("\"unique\"", "\"spare\"");
        *claims = format!("{claims}\n[[claim]]{last}");
    };
    reports_of("a_claim_nobody_teaches_or_asks", "a claim is added", edit, CLAIMS[0], "\"spare\"");
}

/// Tightens a bound of the small course, and looks at what is reported of a lesson.
#[track_caller]
fn reports_out_of(name: &str, find: &str, put: &str, path: &str, culprit: &str) {
    let edit = |files: &mut Files| {
        let text = files.get_mut(COURSE[0]).expect("a file of the small course");
        assert!(text.contains(find), "no {find}");
        *text = text.replacen(find, put, 1);
    };
    reports_of(name, put, edit, path, culprit);
}

#[test]
fn lessons_outside_the_bounds_of_the_course() {
    let title = "\"Жиналатын орын\"";
    for (name, find, put, path, culprit) in [
        ("a_lesson_too_short", "minutes = [1, 45]", "minutes = [8, 12]", KK[0], "5\n"),
        ("a_lesson_with_too_few_questions", "questions = 1", "questions = 15", BOTH_SECOND[0], title),
        ("a_lesson_with_questions_of_too_few_kinds", "kinds = 1", "kinds = 5", BOTH_SECOND[0], title),
        ("a_lesson_that_asks_too_little_thinking", "thinking = [0, 1]", "thinking = [1, 1]", KK[0], "\"Форумнан"),
        ("a_goal_without_siblings", "siblings = 0", "siblings = 1", KK[0], "\"order-steps\""),
    ] {
        reports_out_of(name, find, put, path, culprit);
    }
}

// The page of figures.
mistakes! {
    a_figure_that_stands_in_no_lesson: FIGURES, "figure = \"house\"" => "figure = \"hut\"", at "```figure";
    a_figure_of_a_lesson_that_is_not_there: FIGURES, "lesson = \"first\"" => "lesson = \"fist\"", at "```figure";
    a_question_on_the_page_of_figures: FIGURES, "```figure\n" => "```question\n", at "```question";
    a_chronicle_in_a_lesson: BOTH, "```timeline" => "```chronicle", at "```chronicle";
    a_section_of_figures_without_a_claim: FIGURES, "{#body claims=nine}" => "{#body}", at "## ";
    a_chronicle_without_strands: FIGURES_EN, "id = \"chronicle\"\n" => "id = \"chronicle\"\nstrands = []\n", at "[]";
    a_span_that_ends_before_it_begins: FIGURES, "until = \"1994\"" => "until = \"1991\"", at "[ { id = \"someone\"";
    a_span_that_begins_before_the_last_has_ended: FIGURES, "from = \"2007-05\"" => "from = \"2007-04\"", at "[\n  { id = \"law-first\"";
    a_span_that_does_not_end_before_the_next: FIGURES, ", until = \"2007\"" => "", at "[\n  { id = \"met\"";
    a_span_that_rests_on_no_claim: FIGURES, ", claims = [\"nine\"] },\n]\n\n[[strands]]" => " },\n]\n\n[[strands]]", at "{ id = \"law-second\"";
    an_event_of_a_chronicle_that_rests_on_no_claim: FIGURES, "claims = [\"unique\"]\n" => "", at "[[events]]";
    tiers_from_below: FIGURES, "tier = 1" => "tier = 3", at "[[parts]]";
    an_institution_without_parts: FIGURES, "[[parts]]\nid = \"head\"\ntier = 1" => "[[prats]]\nid = \"head\"\ntier = 1", at "prats";
    a_word_that_its_parts_do_not_make: FIGURES_EN, "text = \"тар\"" => "text = \"дар\"", at "[ { text = \"халық\"";
    the_days_of_a_span_drift: FIGURES_EN, "from = 1995-03-01, until" => "from = 1995-03-02, until", at "```chronicle";
    the_letters_of_a_word_drift: FIGURES_EN, "after = \"Қазақстан халқы\"" => "after = \"Бұл Қазақстан халқы\"", at "```word";
    a_figure_drifts_to_another_lesson: FIGURES_EN, "lesson = \"first\"\nfigure = \"house\"" => "lesson = \"first\"\nfigure = \"steps\"", at "## The time";
    a_section_of_figures_is_not_translated: FIGURES_EN, "{#body" => "{#boddy", at "## The time";
}

// Marks and letters.
mistakes! {
    a_quotation_that_does_not_close: EN, "“One home for all.”" => "“One home for all.", at "“One home";
    a_quotation_that_does_not_open: EN, "One more question." => "One more” question.", at "” question";
    a_straight_quotation_mark_in_prose: EN, "*new*" => "\"new\"", at "\"new\"";
    a_straight_apostrophe_in_a_question: EN, "The forum met in 1992.\"\noptions" => "The people's forum met in 1992.\"\noptions", at "'s forum";
    a_letter_that_only_looks_kazakh: KK, "Тағы бір сұрақ" => "Тағы бір нəрсе", at "нəрсе";
    a_word_of_look_alikes: KK, "Тағы бір сұрақ" => "Тағы cap сұрақ", at "cap";
    a_straight_quotation_mark_in_a_term: TERMS, "A body" => "A 'body", at "'body";
    a_straight_quotation_mark_in_the_interface: WORDS, "\"en check\"" => "\"en check'\"", at "'\"";
    a_quotation_that_does_not_close_in_a_claim: CLAIMS, "The law says so." => "The “law says so.", at "“law";
    a_word_that_mixes_scripts_in_prose: KK, "Тағы бір сұрақ" => "Тағы бiр сұрақ", at "бiр";
    a_word_that_mixes_scripts_in_a_claim: CLAIMS, "Заңда солай жазылған." => "Заңда сoлай жазылған.", at "сoлай";
    a_word_that_mixes_scripts_in_the_glossary: TERMS, "A body" => "A bоdy", at "bоdy";
}

// The languages are full equals.
mistakes! {
    a_word_of_the_interface_is_missing: WORDS, "check = \"en check\"\n" => "", at "plural-rule";
    a_word_that_counts_is_missing: WORDS, "seats = " => "saets = ", at "saets";
    a_claim_is_not_said_in_every_language: CLAIMS, "text.en = \"The forum met in 1992.\"\n" => "", at "text.kk";
    a_change_is_not_said_in_every_language: CLAIMS, "since.kk = \"Референдум бұл орындарды алып тастады.\"\n" => "", at "since.when";
    options_drift_in_their_ids: EN, "id = \"y1991\"" => "id = \"y1990\"", at "```question";
    the_right_answer_drifts: EN, r#"text = "8", right = true, because = "6 and 2 make 8." },
  { id = "s5", text = "5","# => r#"text = "8", because = "6 and 2 make 8." },
  { id = "s5", text = "5", right = true,"#, at "```question";
    the_claims_of_a_question_drift: EN, r#"["nine", "unique"]"# => r#"["nine"]"#, at "```question";
    the_claims_of_a_section_drift: EN, "claims=forum,unique" => "claims=forum", at "## The forum";
    a_number_drifts_in_prose: EN, "In 1992 a forum" => "In 1993 a forum", at "1993 a forum";
    a_number_drifts_in_a_question: EN, "explanation = \"There were 8 seats.\"" => "explanation = \"There were 9 seats.\"", at "9 seats";
    a_number_drifts_in_a_heading: EN, "## The forum" => "## The forum of 1993", at "1993 {#";
    a_number_drifts_in_the_facts_of_a_lesson: EN, "\"First.\"" => "\"First of 3.\"", at "3.";
    a_number_drifts_in_a_claim: CLAIMS, "The forum met in 1992." => "The forum met in 1993.", at "1993";
    a_number_drifts_in_the_glossary: TERMS, "A body" => "A body of 9", at "9";
    a_number_drifts_in_the_interface: WORDS, "\"en check\"" => "\"en check 2\"", at "2\"";
    a_number_is_not_translated: EN, "In 1992 a forum" => "Then a forum", at "The forum {#";
    a_name_is_not_translated: EN, "[Assembly](term:assembly)" => "[body](term:assembly)", at "The forum {#";
    a_name_drifts_in_prose: EN, "One more question." => "The Assembly again.", at "Assembly again";
    a_name_drifts_in_a_claim: CLAIMS, "The law says so." => "The Assembly says so.", at "Assembly says";
    a_name_without_a_language: NAMES, "en = [\"Assembly\"]" => "", at "[assembly]";
    a_name_that_nothing_says: NAMES, "[assembly]" => "[hall]\nkk = [\"Сарай\"]\nen = [\"Palace\"]\n\n[assembly]", at "hall";
    what_is_supposed_drifts: EN, "supposes = [1991]" => "", at "```question";
    a_question_is_not_translated: EN, "id = \"forum-year\"" => "id = \"forum-date\"", at "## The forum";
    the_facts_of_a_lesson_drift: EN, "minutes = 5" => "minutes = 6", at "+++";
}

#[test]
fn the_small_course_has_no_mistake() {
    let (course, diagnostics) = check(&small_course::files(), small_course::today());
    assert_eq!(diagnostics, []);
    assert_eq!(course.map(|course| course.editions.len()), Some(2));
}

#[test]
fn five_different_mistakes_in_a_file_are_reported_at_once() {
    let edit = |files: &mut Files| {
        let text = files.get_mut(EN[0]).expect("a file of the small course");
        for (find, put) in [
            ("minutes = 5", "minutes = 5\nmintues = 5"),
            ("term:assembly", "term:asembly"),
            ("“One home for all.”", "“One home for all."),
            (", because = \"In 1995 the decree was signed.\"", ""),
            ("claims = [\"nine\"]\nprompt", "claims = [\"ten\"]\nprompt"),
        ] {
            assert!(text.contains(find), "{find}");
            *text = text.replacen(find, put, 1);
        }
    };
    reports_of("five_different_mistakes", "five edits in one file", edit, EN[0], "mintues");
}

#[test]
fn a_mistake_in_the_interface_hides_no_mistake_in_a_lesson() {
    let edit = |files: &mut Files| {
        *files.get_mut(WORDS[0]).expect("a file") = files[WORDS[0]].replacen("check = \"en check\"\n", "", 1);
        *files.get_mut(EN[0]).expect("a file") = files[EN[0]].replacen("minutes = 5", "minutes = 6", 1);
    };
    reports_of("a_mistake_in_the_interface_and_one_in_a_lesson", "two edits in two files", edit, EN[0], "+++");
}

#[test]
fn a_stale_fact_is_a_warning_and_the_course_is_handed_over() {
    let edit = |files: &mut Files| {
        for text in files.values_mut() {
            *text = text.replace("review-by = 2027-07-01", "review-by = 2026-07-01");
        }
    };
    reports_of("a_stale_fact", "review-by = 2026-07-01", edit, CLAIMS[0], "2026-07-01");
}

#[test]
fn two_claims_of_one_id() {
    let edit = |files: &mut Files| {
        let claims = files.get_mut(CLAIMS[0]).expect("a file");
        let first = claims.split("\n\n").next().expect("a claim").to_owned();
        *claims = format!("{claims}\n{first}\n");
    };
    reports_of("two_claims_of_one_id", "the first claim stands at the end once more", edit, CLAIMS[0], "\"forum\"");
}

#[test]
fn missing_files_are_named() {
    for path in [
        "course.toml",
        "claims.toml",
        "names.toml",
        "en/about.md",
        "en/glossary.toml",
        "en/figures.md",
        "kk/interface.toml",
        "en/lessons/second/lesson.md",
    ] {
        let name = format!("a_missing_file_{}", path.replace(['/', '.'], "_"));
        reports_of(&name, &format!("{path} is deleted"), |files| drop(files.remove(path)), path, "");
    }
}

#[test]
fn files_that_nothing_names_are_named() {
    for path in ["en/lessons/third/lesson.md", "ru/glossary.toml"] {
        let name = format!("an_unused_file_{}", path.replace(['/', '.'], "_"));
        reports_of(
            &name,
            &format!("{path} is added"),
            |files| drop(files.insert(path.to_owned(), "x".to_owned())),
            path,
            "x",
        );
    }
}

#[test]
fn a_section_too_long_to_read_at_a_sitting() {
    let edit = |files: &mut Files| {
        let long = "word ".repeat(121);
        *files.get_mut(EN[0]).expect("a file") =
            files[EN[0]].replacen("Before the reform the house was smaller.", &long, 1);
    };
    reports_of("a_section_too_long", "the second section gets 121 words more", edit, EN[0], "## The house");
}

#[test]
fn too_many_questions_after_a_section() {
    let edit = |files: &mut Files| {
        for path in BOTH {
            let mut text = files[*path].clone();
            let check = text.find("{#check .check}").expect("a closing check");
            let start = text[..check].rfind("\n## ").expect("its heading");
            let end = check + text[check..].find("```question").expect("its question");
            let check: String = text.drain(start..end).collect();
            text = text.replace("```question\nid = \"seats-after\"", "\n```question\nid = \"seats-after\"") + &check;
            let house = text.find("{#the-house").expect("the second section");
            let start = text[..house].rfind("\n## ").expect("its heading");
            let end = house + text[house..].find('\n').expect("its end");
            text.drain(start..end);
            files.insert((*path).to_owned(), text);
        }
    };
    reports_of("too_many_questions", "the sections are joined into one", edit, KK[0], "## Форум");
}

#[test]
fn too_few_options() {
    let edit = |files: &mut Files| {
        for path in BOTH {
            let kept: Vec<&str> = files[*path].lines().filter(|line| !line.contains("id = \"y1995\"")).collect();
            let kept = kept.join("\n") + "\n";
            files.insert((*path).to_owned(), kept);
        }
    };
    reports_of("too_few_options", "a question loses its third option", edit, KK[0], "[\n  { id = \"y1991\"");
}
