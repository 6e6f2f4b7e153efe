//! Where the seats of a chamber stand. Worked out here, natively, so that the program in the browser needs no
//! trigonometry: it draws the path.

const OUTER: f64 = 100.0;
const INNER: f64 = 46.0;
/// The size of a seat against the distance between rows: a little air stays.
const FILL: f64 = 0.4;
/// The largest radius of a seat, so that those of a small chamber stay within the drawing.
const LARGEST: f64 = 6.0;

/// One SVG path for each part, its seats side by side from left to right, in a half circle of radius 100 around the
/// origin.
pub(super) fn drawings(counts: &[usize]) -> Vec<String> {
    drawings_at(counts, 0.0)
}

/// The same, around a point `across` to the right of the origin.
pub(super) fn drawings_at(counts: &[usize], across: f64) -> Vec<String> {
    let total = counts.iter().sum();
    let (places, radius) = places(total);
    let mut places = places.into_iter();
    counts
        .iter()
        .map(|count| places.by_ref().take(*count).map(|(x, y)| seat(x + across, y, radius)).collect())
        .collect()
}

/// A seat as a closed path, a circle in two arcs.
fn seat(x: f64, y: f64, radius: f64) -> String {
    let (left, there, back) = (x - radius, radius * 2.0, radius * -2.0);
    format!("M{left:.1} {y:.1}a{radius:.1} {radius:.1} 0 1 1 {there:.1} 0a{radius:.1} {radius:.1} 0 1 1 {back:.1} 0z")
}

/// Where the seats stand, from left to right, and their radius. As few rows as give room to all.
fn places(total: usize) -> (Vec<(f64, f64)>, f64) {
    let rows = (2..12).find(|rows| capacity(*rows) >= total).unwrap_or(12);
    let gap = gap(rows);
    let mut rows = shares(total, rows, gap);
    let mut places = Vec::with_capacity(total);
    // Always the leftmost seat of all rows next, the outer row first where two stand at one angle.
    while let Some(row) =
        rows.iter_mut().rev().filter(|row| row.taken < row.seats).min_by(|a, b| a.angle().total_cmp(&b.angle()))
    {
        let (sin, cos) = row.angle().sin_cos();
        places.push((-row.radius * cos, -row.radius * sin));
        row.taken += 1;
    }
    (places, (gap * FILL).min(LARGEST))
}

/// A row of seats in a half circle.
struct Row {
    radius: f64,
    seats: usize,
    taken: usize,
}

impl Row {
    /// The angle of the next seat, from the left, in radians.
    #[expect(clippy::cast_precision_loss, reason = "a row has some dozen seats")]
    fn angle(&self) -> f64 {
        std::f64::consts::PI * self.taken as f64 / (self.seats.max(2) - 1) as f64
    }
}

/// The seats shared out among the rows by their length; the last row takes what is left.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "some hundred seats, at least nought"
)]
fn shares(total: usize, rows: usize, gap: f64) -> Vec<Row> {
    let radius = |row: usize| INNER + row as f64 * gap;
    let length: f64 = (0..rows).map(radius).sum();
    let mut left = total;
    let row = |row: usize| {
        let share =
            if row + 1 == rows { left } else { ((total as f64 * radius(row) / length).round() as usize).min(left) };
        left -= share;
        Row { radius: radius(row), seats: share, taken: 0 }
    };
    (0..rows).map(row).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a dozen rows")]
fn gap(rows: usize) -> f64 {
    (OUTER - INNER) / (rows.max(2) - 1) as f64
}

/// How many seats fit into so many rows.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "small, and at least nought"
)]
fn capacity(rows: usize) -> usize {
    let gap = gap(rows);
    (0..rows).map(|row| (std::f64::consts::PI * (INNER + row as f64 * gap) / gap) as usize + 1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seat_is_drawn_once() {
        for counts in [vec![67, 10], vec![98, 9], vec![1], vec![145], vec![500]] {
            let drawn: Vec<usize> = drawings(&counts).iter().map(|path| path.matches('M').count()).collect();
            assert_eq!(drawn, counts);
        }
    }

    #[test]
    fn no_seat_lies_outside_the_drawing() {
        for total in [1, 2, 5, 9, 40, 77, 107, 145, 500] {
            let (places, radius) = places(total);
            for (x, y) in places {
                assert!(
                    x.abs() + radius <= 106.001 && y - radius >= -106.001 && y + radius <= 10.0,
                    "{total}: {x:.1} {y:.1}"
                );
            }
        }
    }

    #[test]
    fn seats_do_not_overlap() {
        for total in [9, 77, 107, 145] {
            let (places, radius) = places(total);
            for (n, a) in places.iter().enumerate() {
                for b in &places[n + 1..] {
                    let distance = (a.0 - b.0).hypot(a.1 - b.1);
                    assert!(distance > radius * 1.9, "{total} seats: {distance:.1} apart, radius {radius:.1}");
                }
            }
        }
    }
}
