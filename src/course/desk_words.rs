//! The words of the pages around the lessons. They stand in the table `[desk]` of `interface.toml`.

use super::word_list::word_list;
use crate::id::Text;
use crate::wire::{Receipt, Value, Wire};

word_list! {
    /// Every word that the pages around the lessons say, in one language. `{name}` stands for a value filled in later.
    ///
    /// It travels as a list of texts in the order of the fields.
    DeskWords
    /// Link to the practice page.
    to_practice,
    /// Link to the progress page.
    to_progress,
    /// Heading of what is due today.
    today_title,
    /// What is due; `{goals}`, `{minutes}`.
    today_due,
    /// Nothing is due; `{date}` of the next review.
    today_none,
    /// Button: begin the review.
    today_start,
    /// Heading of the practice page.
    practice_title,
    /// What the practice page is for.
    practice_about,
    /// Name of the review.
    review_title,
    /// What the review is.
    review_about,
    /// Name of the starter.
    starter_title,
    /// What the starter is.
    starter_about,
    /// Name of the final check.
    final_title,
    /// What the final check is; `{n}`.
    final_about,
    /// Name of a check asked for by a link.
    check_title,
    /// Button: begin.
    begin,
    /// Button: go on with what was begun.
    go_on,
    /// The number of a paper; `{seed}`.
    paper_number,
    /// Button: next question.
    next,
    /// Button: question before.
    previous,
    /// Button: see the result.
    to_result,
    /// Some questions have no answer; `{open}`.
    left_open,
    /// Heading of a result.
    result_title,
    /// Heading: by goal.
    by_goal,
    /// Heading of all questions with their answers.
    all_answers,
    /// How many one was sure of; `{n}`, `{right}`.
    sure_of,
    /// How many one guessed; `{n}`, `{right}`.
    guessed,
    /// Summary of the time taken.
    time_title,
    /// Switch: ask how sure one is.
    ask_certainty,
    /// Questions of the link that are gone; `{list}`.
    missing,
    /// Problem: a mode that is not known; `{value}`.
    bad_mode,
    /// Problem: a value that cannot be; `{value}`.
    bad_value,
    /// Problem: too long, or too many questions.
    bad_link,
    /// There is nothing to ask.
    nothing_to_ask,
    /// Questions could not be fetched.
    not_fetched,
    /// Questions are on their way.
    fetching,
    /// Link back to the practice page.
    to_menu,
    /// Heading of the progress page.
    progress_title,
    /// What the progress page is for.
    progress_about,
    /// Mastery: not seen.
    level_not_seen,
    /// Mastery: seen.
    level_seen,
    /// Mastery: familiar.
    level_familiar,
    /// Mastery: sure.
    level_sure,
    /// Mastery: kept after a gap.
    level_kept,
    /// When a goal is reviewed next; `{date}`.
    next_review,
    /// A goal is due now.
    review_now,
    /// Heading of the passport.
    passport_title,
    /// What the passport is.
    passport_about,
    /// Button: save as a file.
    passport_file,
    /// Label of the short text.
    passport_text,
    /// What the QR code is.
    passport_qr,
    /// Something did not fit into the QR code; `{n}`.
    passport_trimmed,
    /// Nothing fits into a QR code.
    passport_no_qr,
    /// Heading of reading a passport.
    read_title,
    /// What reading does.
    read_about,
    /// Label of the file to read.
    read_file,
    /// Label of the text to read.
    read_text,
    /// Button: read and add.
    read_button,
    /// A passport was read.
    read_done,
    /// Some questions are not known here; `{n}`.
    read_unknown,
    /// Refused: nothing to read.
    refused_empty,
    /// Refused: something else.
    refused_foreign,
    /// Refused: damaged.
    refused_damaged,
    /// Refused: written by a newer version.
    refused_newer,
    /// Refused: too long.
    refused_long,
    /// Heading of the card.
    card_title,
    /// What the card is.
    card_about,
    /// Label of the name.
    card_name,
    /// What the card says; `{course}`, `{right}`, `{total}`.
    card_says,
    /// What the card does not say.
    card_honest,
    /// Button: print the card.
    card_print,
    /// There is no card yet; `{open}`.
    card_not_yet,
    /// Heading of starting over.
    over_title,
    /// What starting over does.
    over_about,
    /// Start over with a lesson; `{lesson}`.
    over_lesson,
    /// Start over with everything.
    over_all,
    /// Button: yes, erase.
    over_confirm,
    /// Answers were erased.
    over_done,
    /// Button: undo.
    undo,
    /// They are back.
    undone,
    /// Title of the page where the course is searched, and the link to it.
    search_title,
    /// What can be found there.
    search_about,
    /// Label of the field.
    search_label,
    /// What can be found is on its way.
    search_fetching,
    /// What can be found could not be fetched.
    search_not_fetched,
    /// Searching needs the program; the pages named after it do not.
    search_needs_program,
    /// How many were found; `{n}`.
    search_found,
    /// Nothing was found.
    search_none,
    /// Button: show more of them.
    search_more,
    /// Kind of what was found: a lesson.
    found_lesson,
    /// Kind of what was found: a section.
    found_section,
    /// Kind of what was found: a question.
    found_question,
    /// Kind of what was found: a term.
    found_term,
    /// Kind of what was found: a claim of the article.
    found_claim,
    /// Kind of what was found: a page to look things up in.
    found_page,
}

impl Wire for DeskWords {
    fn to_wire(&self) -> Value {
        self.texts().to_wire()
    }

    fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
        Self::from(Vec::<Text>::from_wire(value, receipt))
    }
}
