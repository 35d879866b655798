//! What ICU knows of a voice, asked once and kept: symbols and where they stand, digits, date
//! patterns, lists. Numbers and patterns come from the region, month names and lists from the
//! language.

use super::digits::Digits;
use super::{Language, Region, Voice};
use crate::model::{Currency, Day};
use chrono::Datelike;
use icu::calendar::{Date, Gregorian};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::enums::DateFieldSet;
use icu::datetime::fieldsets::{MD, YM, YMD};
use icu::datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use icu::decimal::input::Decimal;
use icu::decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu::experimental::dimension::currency::CurrencyType;
use icu::experimental::dimension::currency::formatter::CurrencyFormatter;
use icu::experimental::dimension::percent::formatter::PercentFormatter;
use icu::experimental::dimension::provider::currency::symbols::CurrencySymbolsV1;
use icu::experimental::provider::Baked;
use icu::list::ListFormatter;
use icu::locale::{Locale, locale};
use icu_provider::{
    DataIdentifierBorrowed, DataLocale, DataProvider, DataRequest, DataRequestMetadata,
    DataResponse,
};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;
use writeable::{TryWriteable, Writeable};

/// The minus of figures: never a hyphen.
pub(super) const MINUS: &str = "\u{2212}";

/// What stands before a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    None,
    Minus,
    Plus,
}

impl Sign {
    /// Minus below zero, else none.
    pub(super) fn of(value: i64) -> Self {
        if value < 0 { Self::Minus } else { Self::None }
    }

    /// Minus below zero, plus above, none at zero.
    pub(super) fn always(value: i64) -> Self {
        if value > 0 { Self::Plus } else { Self::of(value) }
    }

    /// Put before a number that has no symbol.
    pub(super) fn before(self, digits: String) -> String {
        match self {
            Self::None => digits,
            Self::Minus => format!("{MINUS}{digits}"),
            Self::Plus => format!("+{digits}"),
        }
    }
}

/// The symbols around a number, as ICU places them: `€` before, or `U+00A0 €` behind.
#[derive(Clone, Debug, Default)]
pub(super) struct Around {
    plain: (String, String),
    /// With the sign as U+2212.
    minus: (String, String),
    /// With a plus where that stands.
    plus: (String, String),
}

impl Around {
    /// Cut from what ICU writes for 1 and for -1.
    fn cut(one: &str, minus_one: &str) -> Self {
        let minus = minus_one.replace('-', MINUS);
        let plus = outside_digits(&minus.replace(MINUS, "+"));
        Self { plain: outside_digits(one), minus: outside_digits(&minus), plus }
    }

    pub(super) fn put(&self, sign: Sign, digits: &str) -> String {
        let (before, after) = match sign {
            Sign::None => &self.plain,
            Sign::Minus => &self.minus,
            Sign::Plus => &self.plus,
        };
        [before, digits, after].concat()
    }
}

fn outside_digits(text: &str) -> (String, String) {
    let digit = |c: char| c.is_ascii_digit();
    let first = text.find(digit).unwrap_or(text.len());
    let last = text.rfind(digit).map_or(text.len(), |at| at + 1);
    (text[..first].to_owned(), text[last..].to_owned())
}

/// Forms of a date.
#[derive(Clone, Copy)]
pub(super) enum DateForm {
    /// 20 Nov 2026
    Day,
    /// 20 Nov
    DayShort,
    /// October 2026
    Month,
    /// Oct 2026
    MonthShort,
    /// October
    MonthName,
    /// Oct
    MonthTick,
}

const FORMS: [DateForm; 6] = [
    DateForm::Day,
    DateForm::DayShort,
    DateForm::Month,
    DateForm::MonthShort,
    DateForm::MonthName,
    DateForm::MonthTick,
];

/// A pattern of the region with the names of the language.
struct DateWriter {
    pattern: DateTimePattern,
    names: FixedCalendarDateTimeNames<Gregorian, DateFieldSet>,
}

impl DateWriter {
    fn new(voice: Voice, form: DateForm) -> Option<Self> {
        let pattern = pattern(voice.region, form)?;
        let mut names =
            FixedCalendarDateTimeNames::try_new(language_locale(voice.language).into()).ok()?;
        names.include_for_pattern(&pattern).ok()?;
        Some(Self { pattern, names })
    }

    fn write(&self, day: Day) -> Option<String> {
        let date = gregorian(day)?;
        let written = self.names.with_pattern_unchecked(&self.pattern).format(&date);
        written.try_write_to_string().ok().map(std::borrow::Cow::into_owned)
    }
}

fn gregorian(day: Day) -> Option<Date<Gregorian>> {
    let date = day.date();
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Date::try_new_gregorian(date.year(), month, day).ok()
}

fn pattern(region: Region, form: DateForm) -> Option<DateTimePattern> {
    /// What ICU would write these fields with.
    macro_rules! of_fields {
        ($fields:expr) => {
            FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(
                region_locale(region).into(),
                $fields,
            )
            .ok()?
            .format(&gregorian(Day(0))?)
            .pattern()
        };
    }
    Some(match form {
        DateForm::Day => of_fields!(YMD::medium()),
        DateForm::DayShort => of_fields!(MD::medium()),
        DateForm::Month => of_fields!(YM::long()),
        DateForm::MonthShort => of_fields!(YM::medium()),
        DateForm::MonthName => "LLLL".parse().ok()?,
        DateForm::MonthTick => "LLL".parse().ok()?,
    })
}

fn region_locale(region: Region) -> Locale {
    match region {
        Region::Gb => locale!("en-GB"),
        Region::Us => locale!("en-US"),
        Region::Nl => locale!("nl-NL"),
        Region::Se => locale!("sv-SE"),
    }
}

fn language_locale(language: Language) -> Locale {
    match language {
        Language::En => locale!("en"),
        Language::Nl => locale!("nl"),
        Language::Sv => locale!("sv"),
    }
}

/// The catalogue's English is British, without a comma before "and"; its short month names are
/// not ("Sep", where British English has "Sept").
fn list_locale(language: Language) -> Locale {
    match language {
        Language::En => locale!("en-GB"),
        Language::Nl | Language::Sv => language_locale(language),
    }
}

/// Everything of one voice.
pub(super) struct Formats {
    region: Region,
    digits: Digits,
    decimal: Option<DecimalFormatter>,
    percent: Around,
    money: RefCell<FxHashMap<Currency, Rc<Around>>>,
    dates: [Option<DateWriter>; 6],
    /// Names of months by form and day: a chart says each of them several times.
    months: RefCell<FxHashMap<(u8, Day), Rc<str>>>,
    list: Option<ListFormatter>,
}

impl Formats {
    fn new(voice: Voice) -> Self {
        let region = region_locale(voice.region);
        let list = ListFormatter::try_new_and(
            list_locale(voice.language).into(),
            icu::list::options::ListFormatterOptions::default(),
        );
        let decimal = DecimalFormatter::try_new(
            DecimalFormatterPreferences::from(&region),
            icu::decimal::options::DecimalFormatterOptions::default(),
        )
        .ok();
        Self {
            region: voice.region,
            digits: Digits::cut(decimal.as_ref()),
            decimal,
            percent: percent_sides(&region),
            money: RefCell::default(),
            dates: FORMS.map(|form| DateWriter::new(voice, form)),
            months: RefCell::default(),
            list: list.ok(),
        }
    }

    /// `value * 10^-decimals` without its sign, grouped: 1,284 or 75.93.
    pub(super) fn digits(&self, value: i64, decimals: u32) -> String {
        self.digits.write(value.unsigned_abs(), decimals as usize)
    }

    /// As `digits`, without zeros at the end of the fraction: 1.5 for 150 and two decimals.
    pub(super) fn digits_trimmed(&self, value: i64, decimals: u32) -> String {
        let mut number = Decimal::from(value.unsigned_abs());
        number.multiply_pow10(-i16::try_from(decimals).unwrap_or(0));
        number.trim_end();
        self.by_icu(&number)
    }

    fn by_icu(&self, number: &Decimal) -> String {
        match &self.decimal {
            Some(decimal) => decimal.format(number).to_string(),
            None => number.to_string(),
        }
    }

    /// The percent sign of the region.
    pub(super) fn percent(&self) -> &Around {
        &self.percent
    }

    /// The sign of a currency where the region puts it.
    pub(super) fn money(&self, currency: Currency) -> Rc<Around> {
        let mut known = self.money.borrow_mut();
        let around = || Rc::new(money_sides(&region_locale(self.region), currency));
        known.entry(currency).or_insert_with(around).clone()
    }

    /// A date, or `2026-11-20` where ICU has no words for it (outside its range of years).
    pub(super) fn date(&self, form: DateForm, day: Day) -> String {
        let write = || {
            let writer = self.dates[form as usize].as_ref();
            writer.and_then(|writer| writer.write(day)).unwrap_or_else(|| day.to_string())
        };
        // There are few months and many days.
        if matches!(form, DateForm::Day | DateForm::DayShort) {
            return write();
        }
        let mut known = self.months.borrow_mut();
        known.entry((form as u8, day)).or_insert_with(|| write().into()).to_string()
    }

    /// "a, b and c"
    pub(super) fn list(&self, items: &[String]) -> String {
        match &self.list {
            Some(list) => list.format_to_string(items.iter().map(String::as_str)),
            None => items.join(", "),
        }
    }
}

fn percent_sides(region: &Locale) -> Around {
    let Ok(formatter) = PercentFormatter::try_new(region.into(), Default::default()) else {
        return Around::cut("1%", "-1%");
    };
    let write = |n: i64| formatter.format(&Decimal::from(n)).write_to_string().into_owned();
    Around::cut(&write(1), &write(-1))
}

fn money_sides(region: &Locale, currency: Currency) -> Around {
    let code = currency.code();
    let written = |n: i64| {
        let kind = CurrencyType::try_from_str(code).ok()?;
        let formatter = if has_symbol(region, kind) {
            CurrencyFormatter::try_new_symbol(region.into(), kind, Default::default())
        } else {
            CurrencyFormatter::try_new_code(region.into(), kind, Default::default())
        }
        .ok()?;
        let amount = Decimal::from(n);
        Some(formatter.format_fixed_decimal(&amount).write_to_string().into_owned())
    };
    match (written(1), written(-1)) {
        (Some(one), Some(minus_one)) => Around::cut(&one, &minus_one),
        _ => Around::cut(&format!("{code}\u{a0}1"), &format!("-{code}\u{a0}1")),
    }
}

/// Whether the region writes the currency with a sign; else its code stands there. Asked for before,
/// because a formatter of signs that finds none says so on the terminal.
fn has_symbol(region: &Locale, currency: CurrencyType) -> bool {
    let mut name = Default::default();
    let attributes =
        CurrencySymbolsV1::make_attributes(currency, CurrencySymbolsV1::SHORT, &mut name);
    let locale = DataLocale::from(region);
    let mut metadata = DataRequestMetadata::default();
    metadata.silent = true;
    let id = DataIdentifierBorrowed::for_marker_attributes_and_locale(attributes, &locale);
    let found: Result<DataResponse<CurrencySymbolsV1>, _> =
        Baked.load(DataRequest { id, metadata });
    found.is_ok()
}

thread_local! {
    static KNOWN: RefCell<FxHashMap<(Language, Region), Rc<Formats>>> = RefCell::default();
}

/// The formats of a voice. Kept for each thread: ICU's compiled data is not shared between them.
pub(super) fn of(voice: Voice) -> Rc<Formats> {
    KNOWN.with_borrow_mut(|known| {
        let key = (voice.language, voice.region);
        known.entry(key).or_insert_with(|| Rc::new(Formats::new(voice))).clone()
    })
}
