//! A fence `question`: a question, whole, of any kind.

use std::rc::Rc;

use super::diagnostic::Rule;
use super::fence;
use super::lesson::Context;
use super::picture::{WantedPicture, WantedSpot};
use super::reader::Reader;
use crate::course::Block;
use crate::id::{ClaimId, GoalId, OptionId, QuestionId, Text};
use crate::quiz::{
    Asks, Blank, Choice, ChoiceOption, Cloze, Expected, Item, Number, Ordering, Pick, Picture, Place, Placed, Placing,
    Question, Rejected, Task, TrueFalse,
};

/// How many things there may be to choose from or to put somewhere; more are hard to hold in mind, fewer are guessed.
const ORDERING_ITEMS: Bounds = 3..=6;
const PAIRS: Bounds = 3..=6;
const GROUPS: Bounds = 2..=4;
const CARDS: Bounds = 3..=8;
const GAPS: Bounds = 1..=4;
const ANSWERS: Bounds = 1..=6;

type Bounds = std::ops::RangeInclusive<usize>;

/// What a choice must be like.
struct ChoiceRules {
    options: Bounds,
    right: Bounds,
    names_claims: bool,
}

const SINGLE: ChoiceRules = ChoiceRules { options: 3..=4, right: 1..=1, names_claims: false };
const MULTIPLE: ChoiceRules = ChoiceRules { options: 3..=5, right: 2..=4, names_claims: false };
const EVIDENCE: ChoiceRules = ChoiceRules { options: 3..=4, right: 1..=1, names_claims: true };

/// Reads what a kind asks for.
type Read = fn(&Reader<'_>, &Context<'_>, &QuestionId) -> Task;

/// All kinds, by name.
const KINDS: &[(&str, Read)] = &[
    ("single", |question, context, _| Task::Single(choice(question, context, "options", &SINGLE))),
    ("multiple", |question, context, _| Task::Multiple(choice(question, context, "options", &MULTIPLE))),
    ("ordering", |question, _, _| Task::Ordering(ordering(question))),
    ("true-false", |question, context, _| Task::TrueFalse(true_false(question, context))),
    ("matching", |question, _, _| Task::Matching(matching(question))),
    ("categorise", |question, _, _| Task::Categorise(categorise(question))),
    ("cloze", |question, context, _| Task::Cloze(cloze(question, context))),
    ("short", |question, _, _| Task::Short(short(question))),
    ("pick", |question, context, id| Task::Pick(pick(question, context, id))),
    ("evidence", |question, context, _| Task::Evidence(choice(question, context, "options", &EVIDENCE))),
];

/// The keys of all kinds, which are not to be reported as unknown where the kind itself is.
const KEYS: &[&str] = &[
    "options",
    "items",
    "shown",
    "truth",
    "because",
    "reasons",
    "pairs",
    "extra",
    "groups",
    "cards",
    "text",
    "gaps",
    "answers",
    "number",
    "tolerance",
    "wrong",
    "otherwise",
    "figure",
];

const ASKS: &[(&str, Asks)] = &[
    ("recall", Asks::Recall),
    ("why", Asks::Why),
    ("compare", Asks::Compare),
    ("apply", Asks::Apply),
    ("judge", Asks::Judge),
];

/// A question. Words that are missing are reported and left empty, so that nothing else is said of them: no mistake is
/// reported twice.
pub(super) fn read(question: &Reader<'_>, context: &Context<'_>) -> Option<Block> {
    let id = question.id("id");
    let kind = question.one_of("kind", KINDS);
    let goal = question.id("goal");
    let asks = question.one_of("asks", ASKS);
    let revision = if question.has("revision") { question.number("revision", 2..=u16::MAX) } else { Some(1) };
    question.ask("revision");
    let claims = fence::claims(question, context);
    let prompt = question.words("prompt");
    let hint = question.optional_words("hint");
    let explanation = question.words("explanation");
    let sibling_of = if question.has("sibling-of") { question.id("sibling-of").map(QuestionId::from) } else { None };
    question.ask("sibling-of");
    if kind.is_none() {
        for key in KEYS {
            question.ask(key);
        }
    }
    let id = id.map_or_else(|| QuestionId::from(""), QuestionId::from);
    let supposed = question.numbers("supposes", &(0..=u16::MAX));
    if !supposed.is_empty() {
        context.supposed.borrow_mut().insert(id.clone(), supposed);
    }
    let task = kind?(question, context, &id);
    let claims = with_claims_of_options(claims, &task);
    Some(Block::Question(Rc::new(Question {
        id: Some(id).filter(|id| !id.as_str().is_empty())?,
        revision: u32::from(revision?),
        goal: GoalId::from(goal?),
        asks: asks?,
        claims,
        prompt: prompt.unwrap_or_default(),
        sibling_of,
        hint,
        explanation: explanation.unwrap_or_default(),
        task,
    })))
}

const REASON: &str = "say why it is right or wrong, to the one who chose it: a sentence that teaches";

/// Why something is right or wrong; must be said.
fn reason(part: &Reader<'_>, key: &str) -> Text {
    part.words_or(key, Rule::MissingReason, REASON).unwrap_or_default()
}

fn check_count(list: &Reader<'_>, key: &str, found: usize, bounds: &Bounds) {
    if !bounds.contains(&found) {
        let message = format!("there are {found} {key} here");
        let remedy = format!(
            "write {} to {}: fewer are guessed, more are forgotten while reading",
            bounds.start(),
            bounds.end()
        );
        list.error(key, Rule::OptionCount, &message, &remedy);
    }
}

fn choice(question: &Reader<'_>, context: &Context<'_>, key: &'static str, rules: &ChoiceRules) -> Choice {
    let options = question.tables(key, "an option", |option| {
        let claim = if rules.names_claims { claim_of(option, context) } else { None };
        written_option(option, claim)
    });
    checked_choice(question, key, options.into_iter().flatten().collect(), rules)
}

fn written_option(option: &Reader<'_>, claim: Option<ClaimId>) -> Option<ChoiceOption> {
    let (id, right) = (option.id("id"), option.flag("right"));
    let (text, because) = (option.words("text"), reason(option, "because"));
    Some(ChoiceOption { id: OptionId::from(id?), text: text.unwrap_or_default(), right, claim, because })
}

fn checked_choice(question: &Reader<'_>, key: &str, options: Vec<ChoiceOption>, rules: &ChoiceRules) -> Choice {
    check_count(question, key, options.len(), &rules.options);
    let found = options.iter().filter(|option| option.right).count();
    if !rules.right.contains(&found) || found == options.len() {
        let message = format!("{found} of {} {key} are right", options.len());
        let remedy = match rules.right.end() {
            1 => "mark exactly one with `right = true`",
            _ => "mark at least two with `right = true`, and leave at least one wrong",
        };
        question.error(key, Rule::RightAnswers, &message, remedy);
    }
    Choice { options }
}

fn claim_of(option: &Reader<'_>, context: &Context<'_>) -> Option<ClaimId> {
    let claim = ClaimId::from(option.id("claim")?);
    if !context.knows(&claim) {
        let message = format!("there is no claim `{claim}`");
        option.error("claim", Rule::UnknownId, &message, "use an id of claims.toml");
    }
    Some(claim)
}

/// An answer leads to the ground of every statement that was weighed.
fn with_claims_of_options(mut claims: Vec<ClaimId>, task: &Task) -> Vec<ClaimId> {
    if let Task::Evidence(choice) = task {
        for claim in choice.options.iter().filter_map(|option| option.claim.clone()) {
            if !claims.contains(&claim) {
                claims.push(claim);
            }
        }
    }
    claims
}

fn ordering(question: &Reader<'_>) -> Ordering {
    let items = question.tables("items", "an item", |item| {
        let (id, text, because) = (item.id("id"), item.words("text"), reason(item, "because"));
        Some(Item { id: OptionId::from(id?), text: text.unwrap_or_default(), because })
    });
    let items: Vec<Item> = items.into_iter().flatten().collect();
    check_count(question, "items", items.len(), &ORDERING_ITEMS);
    let shown: Vec<OptionId> = question.ids("shown").into_iter().map(|(id, _)| OptionId::from(id)).collect();
    let ordering = Ordering { items, shown };
    let is_right = ordering.items.iter().map(|item| &item.id).eq(&ordering.shown);
    if !ordering.is_permutation(&ordering.shown) || is_right {
        let remedy = "list the ids of all items once, in an order that is not the right one";
        question.error("shown", Rule::RightAnswers, "`shown` is not a first order to begin from", remedy);
    }
    ordering
}

fn true_false(question: &Reader<'_>, context: &Context<'_>) -> TrueFalse {
    if !question.has("truth") {
        question.error(
            "truth",
            Rule::MissingKey,
            "nothing says whether it is so",
            "write `truth = true` or `truth = false`",
        );
    }
    let is_true = question.flag("truth");
    let because = reason(question, "because");
    TrueFalse { is_true, because, reasons: choice(question, context, "reasons", &SINGLE) }
}

fn matching(question: &Reader<'_>) -> Placing {
    let pairs = question.tables("pairs", "a pair", |pair| {
        let (id, text, partner) = (pair.id("id"), pair.words("text"), pair.words("match"));
        let because = reason(pair, "because");
        let id = OptionId::from(id?);
        let place = Place { id: id.clone(), text: partner.unwrap_or_default() };
        Some((Placed { place: id.clone(), id, text: text.unwrap_or_default(), clue: None, because }, place))
    });
    let (items, mut places): (Vec<_>, Vec<_>) = pairs.into_iter().flatten().unzip();
    check_count(question, "pairs", items.len(), &PAIRS);
    let extra = question.tables("extra", "a text without a partner", |extra| {
        let (id, text) = (extra.id("id"), extra.words("text"));
        Some(Place { id: OptionId::from(id?), text: text.unwrap_or_default() })
    });
    places.extend(extra.into_iter().flatten());
    let is_twin = |(n, place): (usize, &Place)| {
        places.iter().take(n).any(|other| other.text == place.text || other.id == place.id)
    };
    if places.iter().enumerate().any(is_twin) {
        let remedy = "give each pair and each extra text its own id and its own words: two alike cannot be told apart";
        question.error("pairs", Rule::DuplicateId, "two partners are the same", remedy);
    }
    places.sort_by(|a, b| a.text.cmp(&b.text));
    let partners = places.iter().map(|place| &place.id).filter(|id| items.iter().any(|item| item.place == **id));
    if items.len() > 1 && items.iter().map(|item| &item.place).eq(partners) {
        let remedy = "word a partner otherwise: they are shown by the alphabet, and whoever goes down the list must not be right";
        question.error("pairs", Rule::RightAnswers, "the partners are shown in the order of the pairs", remedy);
    }
    Placing { items, places }
}

fn categorise(question: &Reader<'_>) -> Placing {
    let groups = question.tables("groups", "a group", |group| {
        let (id, text) = (group.id("id"), group.words("text"));
        Some(Place { id: OptionId::from(id?), text: text.unwrap_or_default() })
    });
    let places: Vec<Place> = groups.into_iter().flatten().collect();
    check_count(question, "groups", places.len(), &GROUPS);
    let cards = question.tables("cards", "a card", |card| {
        let (id, text, group) = (card.id("id"), card.words("text"), card.id("group"));
        let clue = card.optional_words("clue");
        let because = reason(card, "because");
        let (text, place) = (text.unwrap_or_default(), OptionId::from(group?));
        if places.iter().all(|known| known.id != place) {
            card.error("group", Rule::UnknownId, &format!("there is no group `{place}`"), "use an id of `groups`");
        }
        if clue.as_ref().is_some_and(|clue| !text.contains(&**clue)) {
            let remedy = "repeat words of the card exactly as they stand there";
            card.error("clue", Rule::WrongValue, "these words are not on the card", remedy);
        }
        Some(Placed { id: OptionId::from(id?), text, place, clue, because })
    });
    let items: Vec<Placed> = cards.into_iter().flatten().collect();
    check_count(question, "cards", items.len(), &CARDS);
    Placing { items, places }
}

fn cloze(question: &Reader<'_>, context: &Context<'_>) -> Cloze {
    let text = question.words("text").unwrap_or_default();
    let gaps = question.tables("gaps", "a gap", |gap| {
        let id = gap.id("id");
        let rejected = rejected(gap);
        let because = reason(gap, "because");
        let expected = if gap.has("options") {
            Expected::OneOf(choice(gap, context, "options", &SINGLE))
        } else {
            Expected::Words(answers(gap))
        };
        Some(Blank { id: OptionId::from(id?), expected, rejected, because, otherwise: "".into() })
    });
    let mut gaps: Vec<Blank> = gaps.into_iter().flatten().collect();
    check_count(question, "gaps", gaps.len(), &GAPS);
    let place = |gap: &Blank| text.find(&format!("{{{}}}", gap.id));
    let is_in_place = gaps.iter().all(|gap| place(gap).is_some()) && text.matches('{').count() == gaps.len();
    if !is_in_place {
        let remedy = "write each gap's id once in the text, between { and }, and nothing else in braces";
        question.error("text", Rule::UnknownId, "the gaps of the text are not the `gaps`", remedy);
    }
    gaps.sort_by_key(|gap| place(gap));
    let mut pieces = Vec::new();
    let mut rest = &*text;
    for gap in &gaps {
        let (before, after) = rest.split_once(&format!("{{{}}}", gap.id)).unwrap_or((rest, ""));
        pieces.push(Text::from(before));
        rest = after;
    }
    pieces.push(Text::from(rest));
    Cloze { text: pieces, gaps }
}

fn short(question: &Reader<'_>) -> Blank {
    let expected = if question.has("number") {
        let value = question.number("number", 0..=u16::MAX).unwrap_or_default();
        let tolerance =
            if question.has("tolerance") { question.number("tolerance", 0..=u16::MAX).unwrap_or_default() } else { 0 };
        question.ask("tolerance");
        Expected::Number(Number { value: value.into(), tolerance: tolerance.into() })
    } else {
        Expected::Words(answers(question))
    };
    let rejected = rejected(question);
    let (because, otherwise) = (reason(question, "because"), reason(question, "otherwise"));
    Blank { id: OptionId::from("answer"), expected, rejected, because, otherwise }
}

fn answers(blank: &Reader<'_>) -> Vec<Text> {
    let answers = blank.word_list("answers");
    check_count(blank, "answers", answers.len(), &ANSWERS);
    answers
}

fn rejected(blank: &Reader<'_>) -> Vec<Rejected> {
    blank.tables("wrong", "a wrong answer", |wrong| {
        let (text, because) = (wrong.words("text"), reason(wrong, "because"));
        Rejected { text: text.unwrap_or_default(), because }
    })
}

/// The picture is drawn when the whole lesson has been read: see `picture`.
fn pick(question: &Reader<'_>, context: &Context<'_>, id: &QuestionId) -> Pick {
    let figure = question.id("figure").map(str::to_owned);
    let mut spots = Vec::new();
    let options = question.tables("options", "an option", |option| {
        let spot = option.string("spot");
        if spot.is_none() {
            let remedy = "name the event, the rung, or chamber and part with a full stop between";
            option.error("spot", Rule::MissingKey, "an option of a figure has no `spot`", remedy);
        }
        let written = written_option(option, None);
        if let (Some(spot), Some(option_id)) = (spot, written.as_ref().map(|option| option.id.clone())) {
            spots.push(WantedSpot { option: option_id, name: spot.to_owned(), at: option.span_of("spot") });
        }
        written
    });
    let choice = checked_choice(question, "options", options.into_iter().flatten().collect(), &SINGLE);
    if let Some(figure) = figure {
        let at = question.span_of("figure");
        context.pictures.borrow_mut().push(WantedPicture { question: id.clone(), figure, at, spots });
    }
    Pick { choice, picture: Picture::default() }
}
