//! Words of surveys.

/// The group of an answer to "how likely are you to recommend us" (metrics.md 8): promoters gave 9
/// or 10, passives 7 or 8, detractors 0 to 6.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NpsCategory {
    /// 9 and 10.
    Promoter,
    /// 7 and 8.
    Passive,
    /// 0 to 6.
    Detractor,
}

impl NpsCategory {
    /// Every group.
    pub const ALL: [Self; 3] = [Self::Promoter, Self::Passive, Self::Detractor];

    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Promoter => "promoter",
            Self::Passive => "passive",
            Self::Detractor => "detractor",
        }
    }

    /// Reads what `code` writes.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.code() == code)
    }
}
