//! Turns what plotters writes into what the window shows: lengths divided by ten, packed colours
//! turned into `var(--role)` with their finish, and nothing that says the default.

use super::palette::Role;
use super::pen::{Finish, Paint};
use std::fmt::Write;

/// The finished drawing. Plotters escapes text and attributes, so `<`, `>` and `"` only ever are
/// what they look like.
pub(super) fn write(raw: &str) -> String {
    let mut svg = String::with_capacity(raw.len());
    for piece in raw.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, ""), |tag| (tag, "/"));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        svg.push('<');
        svg.push_str(name);
        let mut parts = attributes.split('"');
        while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
            attribute(&mut svg, name, key.trim().trim_end_matches('='), value);
        }
        svg.push_str(closed);
        svg.push('>');
        svg.push_str(text.trim_matches('\n'));
        if name != "text" {
            svg.push('\n');
        }
    }
    svg
}

fn attribute(svg: &mut String, element: &str, key: &str, value: &str) {
    let is_default = match key {
        "opacity" => value == "1",
        "stroke" => value == "none",
        // Base lines are given as they are; only lines have a width.
        "dy" => true,
        "stroke-width" => element == "circle",
        _ => false,
    };
    if is_default {
        return;
    }
    svg.push(' ');
    svg.push_str(key);
    svg.push_str("=\"");
    match key {
        "fill" | "stroke" => return paint(svg, element, value),
        "xmlns" | "opacity" | "text-anchor" | "font-family" => svg.push_str(value),
        _ => lengths(svg, value.trim()),
    }
    svg.push('"');
}

/// The role of a packed colour, closed, and after it the attributes of its finish.
fn paint(svg: &mut String, element: &str, packed: &str) {
    let Some((role, finish)) = Paint::unpack(packed) else {
        let _ = write!(svg, "{packed}\"");
        return;
    };
    let _ = write!(svg, "var(--{})\"", role.name());
    svg.push_str(match finish {
        // Straight lines behind the data have no joints.
        Finish::Plain if element == "polyline" && role != Role::Grid => {
            r#" stroke-linejoin="round" stroke-linecap="round""#
        }
        Finish::Plain => "",
        Finish::Dashed => r#" stroke-dasharray="4 3""#,
        Finish::Dotted => r#" stroke-dasharray="2 3""#,
        Finish::Medium => r#" font-weight="500""#,
        Finish::Strong => r#" font-weight="600""#,
    });
}

/// Every number of a list divided by ten: `573,1046 ` becomes `57.3,104.6`.
fn lengths(svg: &mut String, list: &str) {
    for (at, number) in list.split_inclusive([' ', ',']).enumerate() {
        let (number, mark) = match number.strip_suffix([' ', ',']) {
            Some(bare) => (bare, &number[bare.len()..]),
            None => (number, ""),
        };
        // Font sizes come as 110.00000000000001: whole tenths are what was meant.
        let rounded = || number.parse().map(|value: f64| value.round() as i64);
        match number.parse().or_else(|_| rounded()) {
            Ok(value) => tenths(svg, value),
            Err(_) if at == 0 => svg.push_str(number),
            Err(_) => {}
        }
        svg.push_str(mark);
    }
}

fn tenths(svg: &mut String, value: i64) {
    let at = svg.len();
    let _ = write!(svg, "{value}");
    let Some(tenth) = svg.pop().filter(|_| value != 0) else {
        return svg.push('0');
    };
    let whole = &svg[at..];
    if whole.is_empty() || whole == "-" {
        svg.push('0');
    }
    if tenth != '0' {
        svg.push('.');
        svg.push(tenth);
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::palette::Role;
    use crate::chart::pen::{Anchor, Finish, Paint, drawing};

    #[test]
    fn lengths_are_pixels_and_colours_are_roles() {
        let svg = drawing(20, 10, |pen| {
            pen.rect((1.5, 2.0), (4.0, 9.9), Role::New);
            pen.line(
                &[(0.0, 0.5), (20.0, 0.5)],
                1.2,
                Paint::new(Role::Target).finish(Finish::Dashed),
            );
            pen.circle((3.0, 4.0), 2.6, Paint::new(Role::Accent).alpha(0.5));
        });
        let expected = [
            r#"<svg width="20" height="10" viewBox="0 0 20 10" xmlns="http://www.w3.org/2000/svg">"#,
            r#"<rect x="1.5" y="2" width="2.5" height="7.9" fill="var(--mv-new)"/>"#,
            r#"<polyline fill="none" stroke="var(--target)" stroke-dasharray="4 3" stroke-width="1.2" points="0,0.5 20,0.5"/>"#,
            r#"<circle cx="3" cy="4" r="2.6" opacity="0.5" fill="var(--accent)"/>"#,
            "</svg>\n",
        ];
        assert_eq!(svg, expected.join("\n"));
    }

    #[test]
    fn text_is_escaped_and_stands_on_its_base_line() {
        let svg = drawing(20, 10, |pen| {
            let strong = Paint::new(Role::Text).finish(Finish::Strong);
            pen.text("A<b> & \"c\"", (5.0, 8.0), Anchor::Middle, 11.0, strong);
        });
        let expected = "<text x=\"5\" y=\"8\" text-anchor=\"middle\" font-family=\"Inter, system-ui\" \
             font-size=\"11\" fill=\"var(--text)\" font-weight=\"600\">A&lt;b&gt; &amp; &quot;c&quot;</text>";
        assert!(svg.contains(expected), "{svg}");
    }
}
