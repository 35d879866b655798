//! The colour roles of drawings. `ui/src/styles/tokens.css` owns the colours; they are repeated
//! here for files, where no style sheet reaches, and a test holds the two equal.

/// Which look a file gets.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// Dark on white: paper, and most screens.
    #[default]
    Light,
    /// Light on almost black.
    Dark,
}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident $name:literal $light:literal $dark:literal;)*) => {
        /// What a colour stands for.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u8)]
        pub enum Role {
            $($(#[$doc])* $role,)*
        }

        impl Role {
            /// Every role.
            pub const ALL: &[Self] = &[$(Self::$role),*];

            /// Its name in the style sheet without `--`: `mv-new`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$role => $name,)* }
            }

            /// Its value in a theme: `#3A70B4`.
            pub fn colour(self, theme: Theme) -> &'static str {
                let (light, dark) = match self { $(Self::$role => ($light, $dark),)* };
                match theme { Theme::Light => light, Theme::Dark => dark }
            }
        }
    };
}

roles! {
    /// What the drawing lies on.
    Surface "surface" "#FFFFFF" "#161C1E";
    /// Behind the selected period.
    Selection "surface-sel" "#E2EFF1" "#17343B";
    /// Strong text.
    Text "text" "#12191A" "#EAF0F0";
    /// Labels.
    Text2 "text-2" "#465255" "#B3BFC1";
    /// Quiet labels.
    Text3 "text-3" "#5F6B6E" "#8F9DA0";
    /// The one accent.
    Accent "accent" "#0F5C6E" "#6CC4D6";
    /// Lines behind the data.
    Grid "grid" "#E9EDEC" "#242D30";
    /// The line at zero; the series one compares with.
    Axis "axis" "#AEB8B9" "#4A575B";
    /// Numbers and months beside axes.
    AxisText "axis-text" "#5F6B6E" "#8F9DA0";
    /// Target lines and their word.
    Target "target" "#465255" "#B3BFC1";
    /// New MRR.
    New "mv-new" "#3A70B4" "#4F8CDA";
    /// Expansion MRR.
    Expansion "mv-expansion" "#2B9C8A" "#37AE9B";
    /// MRR of customers who returned.
    Reactivation "mv-reactivation" "#9C88D7" "#BCA9F0";
    /// Contraction MRR.
    Contraction "mv-contraction" "#CB8415" "#E0AB56";
    /// Churned MRR.
    Churn "mv-churn" "#B4452E" "#D65D44";
    /// Net new MRR.
    Net "mv-net" "#12191A" "#EAF0F0";
    /// Scores of 9 and 10.
    Promoter "nps-promoter" "#1F7F8C" "#45B3C2";
    /// 7 and 8.
    Passive "nps-passive" "#869294" "#76868A";
    /// 0 to 6.
    Detractor "nps-detractor" "#B5431F" "#EB7A54";
    /// The tiers of a loyalty programme, by the names of their colours.
    TierBronze "tier-bronze" "#8A5428" "#D59A68";
    /// Grey.
    TierSilver "tier-silver" "#5D6B75" "#AAB8C2";
    /// Ochre.
    TierGold "tier-gold" "#8A6A00" "#E2BE4B";
    /// Indigo.
    TierPlatinum "tier-platinum" "#4656A0" "#A7B4F5";
    /// Green.
    TierGreen "tier-green" "#2F6B3C" "#7CC48B";
    /// Violet.
    TierViolet "tier-violet" "#8A3F86" "#DE9BDA";
    /// First of the series colours.
    C1 "c1" "#0F5C6E" "#6CC4D6";
    /// Second.
    C2 "c2" "#CE8213" "#E8AE52";
    /// Third.
    C3 "c3" "#5396C6" "#408ABF";
    /// Fourth.
    C4 "c4" "#A8341D" "#E0593F";
    /// Fifth.
    C5 "c5" "#7046B9" "#895CD6";
    /// Sixth, and what is not known.
    C6 "c6" "#879395" "#7D8C90";
}

/// A drawing for a file: the roles of `svg` replaced by the colours of a theme.
pub fn with_colours(svg: &str, theme: Theme) -> String {
    let mut pieces = svg.split("var(--");
    let mut coloured = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(')').unwrap_or((piece, ""));
        let role = Role::ALL.iter().find(|role| role.name() == name);
        coloured.push_str(role.map_or("currentColor", |role| role.colour(theme)));
        coloured.push_str(rest);
    }
    coloured
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../../../ui/src/styles/tokens.css");

    #[test]
    fn the_palette_repeats_the_style_sheet() {
        for role in Role::ALL {
            let declared = format!("--{}:", role.name());
            let line = TOKENS.lines().find(|line| line.trim_start().starts_with(&declared));
            let value = line.and_then(|line| line.split_once("light-dark(")).expect(&declared).1;
            let value = value.split(')').next().unwrap_or_default();
            let expected = format!("{}, {}", role.colour(Theme::Light), role.colour(Theme::Dark));
            assert_eq!(value, expected, "{}", role.name());
        }
    }

    #[test]
    fn a_file_holds_colours_instead_of_roles() {
        let svg = r#"<rect fill="var(--mv-new)"/><line stroke="var(--grid)"/>"#;
        let dark = r##"<rect fill="#4F8CDA"/><line stroke="#242D30"/>"##;
        assert_eq!(with_colours(svg, Theme::Dark), dark);
    }
}
