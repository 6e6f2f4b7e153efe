//! Every word the interface says. The words stand in `content/<language>/interface.toml`; a field without words does
//! not build, and words without a field are refused.

use super::{Date, Plural, PluralRule, fill};
use crate::id::Text;
use crate::quiz::{Expected, Task};
use crate::wire::{Receipt, Value, Wire};

impl Wire for Words {
    fn to_wire(&self) -> Value {
        Vec::<Text>::from(self.clone()).to_wire()
    }

    fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
        Self::from(Vec::<Text>::from_wire(value, receipt))
    }
}

/// Not a closure inside: it would be written out for each of the words.
#[inline(never)]
fn or_empty(text: Option<Text>) -> Text {
    text.unwrap_or_else(|| Text::from(""))
}

macro_rules! words {
    (
        texts { $($(#[$text_doc:meta])* $text:ident,)* }
        plurals { $($(#[$plural_doc:meta])* $plural:ident,)* }
    ) => {
        /// Every word the interface says, in one language. `{name}` in a text stands for a value filled in later.
        ///
        /// It travels as a list of texts in the order of the fields.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Words {
            /// How the language chooses among plural forms.
            pub plural_rule: PluralRule,
            /// The twelve months as they stand in a full date.
            pub months_in_date: [Text; 12],
            /// The twelve months by themselves.
            pub months: [Text; 12],
            $($(#[$text_doc])* pub $text: Text,)*
            $($(#[$plural_doc])* pub $plural: Plural,)*
        }

        impl Words {
            /// The keys of all texts, as fields are named in Rust.
            pub const TEXTS: &[&str] = &[$(stringify!($text)),*];
            /// The keys of all plurals, as fields are named in Rust.
            pub const PLURALS: &[&str] = &[$(stringify!($plural)),*];
        }

        impl From<Vec<Text>> for Words {
            fn from(list: Vec<Text>) -> Self {
                let mut list = list.into_iter();
                let mut next = || or_empty(list.next());
                Self {
                    plural_rule: PluralRule::of(&next()),
                    months_in_date: std::array::from_fn(|_| next()),
                    months: std::array::from_fn(|_| next()),
                    $($text: next(),)*
                    $($plural: Plural { one: next(), few: next(), other: next() },)*
                }
            }
        }

        impl From<Words> for Vec<Text> {
            fn from(words: Words) -> Self {
                let mut list = vec![Text::from(words.plural_rule.name())];
                list.extend(words.months_in_date);
                list.extend(words.months);
                $(list.push(words.$text);)*
                $(list.extend([words.$plural.one, words.$plural.few, words.$plural.other]);)*
                list
            }
        }
    };
}

words! {
    texts {
        /// The language's name in itself.
        language_name,
        /// The course's title.
        course_title,
        /// One line under the title.
        course_tagline,
        /// What the course is, in two or three sentences.
        course_about,
        /// On the page where a language is chosen: the invitation.
        choose_language,
        /// First link of every page, for the keyboard.
        skip_to_content,
        /// Link to the cover.
        to_cover,
        /// Name of the group of language links.
        language_label,
        /// Name of the button that opens the settings.
        settings,
        /// Name of the choice of theme.
        theme_label,
        /// Theme as the system says.
        theme_system,
        /// Light theme.
        theme_light,
        /// Dark theme.
        theme_dark,
        /// Name of the choice of text size.
        size_label,
        /// Text size as the browser says.
        size_normal,
        /// Larger text.
        size_large,
        /// Largest text.
        size_largest,
        /// Start with the first lesson.
        start,
        /// Continue where one stopped.
        go_on,
        /// Heading of the course map.
        map_title,
        /// What the drawing of the map shows; `{right}` of `{total}` answers.
        map_alt,
        /// A lesson's number; `{n}`.
        lesson_number,
        /// State of a lesson: nothing answered.
        lesson_new,
        /// State of a lesson: `{right}` of `{total}` answered rightly.
        lesson_begun,
        /// State of a lesson: everything answered rightly.
        lesson_learned,
        /// Heading of the goals.
        goals_title,
        /// How long the reading of a lesson takes; `{minutes}`.
        reading_time,
        /// Which paragraphs of the article a lesson teaches; `{list}`.
        paragraphs_taught,
        /// Name of the list of sections.
        contents_title,
        /// Heading of the terms of a section.
        terms_title,
        /// “Then”.
        then_label,
        /// “Now”.
        now_label,
        /// The act that changed something; `{act}`.
        by_act,
        /// When something was last checked; `{date}`.
        checked_on,
        /// That a review date has passed; `{date}`.
        past_review,
        /// Heading of sources.
        sources_title,
        /// Heading of what to take away from a lesson.
        recap_title,
        /// Above what an institution was at other times than the one shown.
        other_times,
        /// A source weighed: who.
        who_label,
        /// A source weighed: when.
        when_label,
        /// A source weighed: in what interest.
        interest_label,
        /// A source weighed: what is missing.
        missing_label,
        /// A source weighed: where to look for a second opinion.
        second_opinion_label,
        /// Summary of what is for the teacher.
        for_teachers,
        /// For the teacher: what the lesson is for.
        aims_title,
        /// For the teacher: 40 minutes where pupils have devices.
        with_devices_title,
        /// For the teacher: 40 minutes where they have none.
        without_devices_title,
        /// For the teacher: beliefs to reckon with.
        misconceptions_title,
        /// For the teacher: where the answers are.
        answers_are_here,
        /// Name of the bar that shows how far one is.
        progress_label,
        /// How far one is in a lesson; `{answered}`, `{total}`.
        lesson_progress,
        /// Link from a lesson to its result.
        to_result,
        /// Link to the lesson before.
        previous_lesson,
        /// Link to the lesson after.
        next_lesson,
        /// A question's number; `{n}`, `{total}`.
        question_number,
        /// Instruction: choose one.
        choose_one,
        /// Instruction: choose several, with the rule of points.
        choose_several,
        /// Instruction: put in order, with the rule of points.
        put_in_order,
        /// Instruction: say whether it is true, and why, with the rule of points.
        judge_and_reason,
        /// Instruction: find the partners, with the rule of points.
        match_pairs,
        /// Instruction: put cards in groups, with the rule of points.
        sort_cards,
        /// Instruction: fill the gaps, with the rule of points.
        fill_gaps,
        /// Instruction: type a short answer.
        type_answer,
        /// Instruction: type a number.
        type_number,
        /// Instruction: type a number, near is good enough; `{tolerance}`.
        type_number_near,
        /// Instruction: pick a spot on the drawing, or in the list.
        pick_spot,
        /// Instruction: choose the statement that supports another.
        choose_evidence,
        /// A statement is true.
        yes_true,
        /// A statement is not true.
        no_false,
        /// Heading of the reasons to choose from.
        choose_reason,
        /// In a select: nothing chosen yet.
        not_chosen,
        /// Name of a gap; `{n}`.
        gap_number,
        /// Name of the box of a short answer.
        your_answer,
        /// Letters that a keyboard may lack, with spaces between; a dash where the language needs none.
        typing_keys,
        /// Name of the group of those letters.
        keys_label,
        /// What belongs there; `{answer}`.
        right_is,
        /// Right, and how it is spelled; `{answer}`.
        spelled,
        /// Button that gives the answer.
        check,
        /// Button: I don't know yet.
        unsure,
        /// Button: mark all questions of a section together.
        mark_together,
        /// How sure one is: the question.
        certainty_label,
        /// How sure one is: it is a guess.
        certainty_guess,
        /// How sure one is: I think so.
        certainty_think,
        /// How sure one is: sure.
        certainty_sure,
        /// Said to one who was sure, and wrong.
        sure_and_wrong,
        /// Button: answer anew.
        try_again,
        /// Summary: start over with a question.
        start_over,
        /// Button: erase its answers.
        erase_answers,
        /// Its answers are erased.
        answers_erased,
        /// Button: bring them back.
        undo,
        /// Summary of a hint.
        hint,
        /// Summary that opens the claims.
        why,
        /// Summary of the answer where the program does not run.
        show_answer,
        /// Verdict: everything right.
        verdict_right,
        /// Verdict: partly right; `{points}`, `{of}`.
        verdict_part,
        /// Verdict: not right.
        verdict_wrong,
        /// Verdict on “I don't know yet”.
        verdict_unsure,
        /// Said when nothing was chosen.
        choose_first,
        /// Mark at the learner's option.
        your_choice,
        /// Mark at a right option.
        right_option,
        /// Mark at an option that is not right.
        wrong_option,
        /// Summary of the reasons of the other options.
        other_reasons,
        /// Heading of the right order.
        right_order,
        /// Label before the explanation.
        remember,
        /// Button: move an item up; `{item}`.
        move_up,
        /// Button: move an item down; `{item}`.
        move_down,
        /// Said after a move; `{item}`, `{place}`, `{total}`.
        moved_to,
        /// A claim's paragraph; `{n}`.
        claim_paragraph,
        /// Heading of the claims of a lesson.
        claims_title,
        /// What the list of claims is, in a sentence.
        claims_about,
        /// Kind of claim: fact.
        kind_fact,
        /// Kind of claim: official position.
        kind_position,
        /// Kind of claim: author's assessment.
        kind_assessment,
        /// The time a claim speaks for; `{date}`.
        as_of,
        /// Finding: confirmed.
        verified_confirmed,
        /// Finding: in part.
        verified_in_part,
        /// Finding: contradicted.
        verified_contradicted,
        /// Finding: could not be confirmed.
        verified_not_found,
        /// Finding: not something one checks.
        verified_not_checkable,
        /// What changed since; `{date}`.
        changed_since,
        /// Timeline: button to the event before.
        earlier,
        /// Timeline: button to the event after.
        later,
        /// Timeline: place on the line; `{n}`, `{total}`.
        event_number,
        /// Kind of event: law.
        event_law,
        /// Kind of event: institution.
        event_institution,
        /// Kind of event: person.
        event_person,
        /// Kind of event: event.
        event_event,
        /// Heading of the result; `{lesson}`.
        result_title,
        /// Result: nothing answered yet.
        result_none,
        /// Result: so many right; `{right}`, `{total}`.
        result_score,
        /// Result: some not answered yet; `{open}`.
        result_open,
        /// Result: everything right.
        result_all_right,
        /// Heading: by goal.
        by_goal,
        /// Heading: what to look at again.
        look_again,
        /// Link: read a section again; `{section}`.
        read_again,
        /// Button: retry only what was wrong.
        retry_wrong,
        /// Link: back to the lesson.
        back_to_lesson,
        /// Heading of what can be printed, before its links.
        print_title,
        /// The page of questions to print.
        sheet_title,
        /// The page of answers to print.
        key_title,
        /// Button: print.
        print_button,
        /// On paper: name.
        print_name,
        /// On paper: class.
        print_class,
        /// On paper: date.
        print_date,
        /// Not found: heading.
        not_found_title,
        /// Not found: what happened and what to do.
        not_found_text,
        /// Notice: storage is refused.
        not_kept,
        /// Notice: storage is full.
        not_kept_full,
        /// Notice: saved by a newer version.
        not_kept_newer,
        /// Notice: what was saved is damaged; it was set aside.
        kept_damaged,
        /// Notice: a page could not be fetched.
        page_not_fetched,
        /// Line: the program could not load.
        app_failed,
        /// Button: try again to load the program.
        app_retry,
        /// Where the course comes from, and its licence.
        colophon,
        /// A full date; `{day}`, `{month}`, `{year}`.
        date_day,
        /// A month; `{month}`, `{year}`.
        date_month,
        /// A year; `{year}`.
        date_year,
    }
    plurals {
        /// How long something takes.
        minutes,
        /// How many questions.
        questions,
        /// How many seats.
        seats,
    }
}

impl Words {
    /// The words that travel with the pages around the lessons: all but those of pages without the program.
    pub(super) fn of_a_desk(&self) -> Self {
        let Self { months_in_date, months, date_day, date_month, date_year, .. } = self.clone();
        Self { months_in_date, months, date_day, date_month, date_year, ..self.of_any_program() }
    }

    fn of_any_program(&self) -> Self {
        let nothing = || Text::from("");
        Self {
            choose_language: nothing(),
            not_found_title: nothing(),
            not_found_text: nothing(),
            app_failed: nothing(),
            app_retry: nothing(),
            ..self.without_stills()
        }
    }

    /// Without the words of what is rendered once, when the course is built.
    fn without_stills(&self) -> Self {
        let nothing = || Text::from("");
        Self {
            months_in_date: Default::default(),
            months: Default::default(),
            date_day: nothing(),
            date_month: nothing(),
            date_year: nothing(),
            terms_title: nothing(),
            then_label: nothing(),
            now_label: nothing(),
            by_act: nothing(),
            checked_on: nothing(),
            past_review: nothing(),
            seats: Plural { one: nothing(), few: nothing(), other: nothing() },
            sources_title: nothing(),
            as_of: nothing(),
            changed_since: nothing(),
            kind_fact: nothing(),
            kind_position: nothing(),
            kind_assessment: nothing(),
            verified_confirmed: nothing(),
            verified_in_part: nothing(),
            verified_contradicted: nothing(),
            verified_not_found: nothing(),
            verified_not_checkable: nothing(),
            who_label: nothing(),
            when_label: nothing(),
            interest_label: nothing(),
            missing_label: nothing(),
            second_opinion_label: nothing(),
            for_teachers: nothing(),
            aims_title: nothing(),
            with_devices_title: nothing(),
            without_devices_title: nothing(),
            misconceptions_title: nothing(),
            answers_are_here: nothing(),
            recap_title: nothing(),
            other_times: nothing(),
            print_button: nothing(),
            print_name: nothing(),
            print_class: nothing(),
            print_date: nothing(),
            earlier: nothing(),
            later: nothing(),
            event_number: nothing(),
            event_law: nothing(),
            event_institution: nothing(),
            event_person: nothing(),
            event_event: nothing(),
            ..self.clone()
        }
    }

    /// The words that travel with a lesson that asks these: neither those of pages without the program, nor those of the
    /// cover, which brings its own, nor those of kinds that it does not ask.
    pub(super) fn of_a_lesson<'a>(&self, tasks: impl Iterator<Item = &'a Task>) -> Self {
        let nothing = || Text::from("");
        let mut words = Self {
            course_tagline: nothing(),
            course_about: nothing(),
            start: nothing(),
            go_on: nothing(),
            map_title: nothing(),
            map_alt: nothing(),
            lesson_number: nothing(),
            lesson_new: nothing(),
            lesson_begun: nothing(),
            lesson_learned: nothing(),
            colophon: nothing(),
            goals_title: nothing(),
            paragraphs_taught: nothing(),
            reading_time: nothing(),
            ..self.of_any_program()
        };
        let (mut orders, mut picks, mut is_near) = (false, false, false);
        for task in tasks {
            orders |= matches!(task, Task::Ordering(_));
            picks |= matches!(task, Task::Pick(_));
            let Task::Short(blank) = task else { continue };
            is_near |= matches!(&blank.expected, Expected::Number(number) if number.tolerance > 0);
        }
        if !orders {
            let Self { put_in_order, right_order, move_up, move_down, moved_to, .. } = &mut words;
            for word in [put_in_order, right_order, move_up, move_down, moved_to] {
                *word = nothing();
            }
        }
        if !picks {
            words.pick_spot = nothing();
        }
        if !is_near {
            words.type_number_near = nothing();
        }
        words
    }

    /// How long the reading of a lesson takes.
    pub fn reading_time(&self, minutes: u16) -> String {
        fill(&self.reading_time, &[("minutes", &self.count(&self.minutes, minutes.into()))])
    }

    /// A date as the language writes it.
    pub fn date(&self, date: Date) -> String {
        let name = |names: &[Text; 12], month: u8| {
            names.get(usize::from(month).saturating_sub(1)).cloned().unwrap_or_default()
        };
        match (date.month, date.day) {
            (Some(month), Some(day)) => {
                let month = name(&self.months_in_date, month);
                fill(&self.date_day, &[("day", &day), ("month", &month), ("year", &date.year)])
            }
            (Some(month), None) => {
                fill(&self.date_month, &[("month", &name(&self.months, month)), ("year", &date.year)])
            }
            (None, _) => fill(&self.date_year, &[("year", &date.year)]),
        }
    }

    /// A number of things.
    pub fn count(&self, plural: &Plural, n: usize) -> String {
        plural.say(self.plural_rule, n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_places_in_the_list() {
        let count = 1 + 24 + Words::TEXTS.len() + 3 * Words::PLURALS.len();
        let list: Vec<Text> = (0..count).map(|n| Text::from(n.to_string().as_str())).collect();
        let there_and_back = Vec::<Text>::from(Words::from(list.clone()));
        assert_eq!(there_and_back[1..], list[1..]);
    }
}
