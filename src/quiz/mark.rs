//! The verdict on a response.

/// Points earned out of the points to be had. Never more than the maximum, and the maximum is never nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    points: u16,
    of: u16,
}

impl Score {
    /// `points` out of `of`; more points than there are to be had count as all of them.
    pub fn new(points: usize, of: usize) -> Self {
        let of = u16::try_from(of.max(1)).unwrap_or(u16::MAX);
        let points = u16::try_from(points).unwrap_or(u16::MAX).min(of);
        Self { points, of }
    }

    /// Points earned.
    pub fn points(self) -> u16 {
        self.points
    }

    /// Points to be had, at least 1.
    pub fn of(self) -> u16 {
        self.of
    }

    /// Whether every point was earned.
    pub fn is_full(self) -> bool {
        self.points == self.of
    }
}

/// Why a response cannot be marked. The interface finds the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invalid {
    /// The response belongs to another kind of question.
    WrongKind,
    /// It names an option that the question does not have, or lacks one that it needs.
    UnknownOption,
    /// More than one option where one is asked for.
    TooMany,
}

/// The verdict on a response: a value, never an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing was answered yet. Not the same as wrong.
    Unanswered,
    /// “I don't know yet”: an honest answer that earns nothing and costs nothing.
    Unsure,
    /// The response does not fit the question, as after an update of the content.
    Invalid(Invalid),
    /// The response was marked.
    Scored(Score),
}

impl Mark {
    /// The score, if there is one.
    pub fn score(self) -> Option<Score> {
        match self {
            Self::Scored(score) => Some(score),
            Self::Unanswered | Self::Unsure | Self::Invalid(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Score;

    #[test]
    fn a_score_stays_within_its_maximum() {
        assert_eq!(Score::new(7, 3).points(), 3);
        assert_eq!(Score::new(0, 0).of(), 1);
        assert!(Score::new(2, 2).is_full());
    }
}
