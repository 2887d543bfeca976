/**
 * Formatters of `Intl`, each made once: making one takes as long as writing two hundred dates with it. English is British, as
 * everywhere here.
 */
export const dateFormatter = kept<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(
  (language, shape) => new Intl.DateTimeFormat(language, shape),
)
export const listFormatter = kept<Intl.ListFormatOptions, Intl.ListFormat>(
  (language, shape) => new Intl.ListFormat(language, shape),
)
export const numberFormatter = kept<Intl.NumberFormatOptions, Intl.NumberFormat>(
  (language, shape) => new Intl.NumberFormat(language, shape),
)
export const displayNames = kept<Intl.DisplayNamesOptions, Intl.DisplayNames>(
  (language, shape) => new Intl.DisplayNames(language, shape),
)

const dayFormatter = kept<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(
  (language, shape) => new Intl.DateTimeFormat(language, { ...shape, timeZone: 'UTC' }),
)
const collators = kept<Intl.CollatorOptions, Intl.Collator>(
  (language, shape) => new Intl.Collator(language, shape),
)

const usual = {}

/** Compares names in the order in which readers of a language look for them. */
export function compareNames(language: string, a: string, b: string): number {
  return collators(language, usual).compare(a, b)
}

/** A day of the calendar, ISO or plain, in a shape: « lundi 9 octobre 2017 ». */
export function writeDay(
  language: string,
  day: string | Temporal.PlainDate,
  shape: Intl.DateTimeFormatOptions,
): string {
  const ms =
    typeof day === 'string' ? Date.parse(`${day}T00:00:00Z`) : Date.UTC(day.year, day.month - 1, day.day)
  return withFirst(language, dayFormatter(language, shape).format(ms))
}

/** Words of dates as French has them: the first of a month is « 1er », which the library does not know. */
export function withFirst(language: string, words: string): string {
  return language === 'fr' ? words.replaceAll(first, '1er') : words
}

const first = /(?<=^|\s|–)1(?=\s\p{Ll}|–\d+\s\p{Ll})/gu

// Readers’ languages and the shapes of this code are few; the languages that an address may name are not.
const mostKept = 500

function kept<Shape extends object, Formatter>(
  make: (language: string, shape: Shape) => Formatter,
): (language: string, shape: Shape) => Formatter {
  const made = new Map<string, Formatter>()
  // Most shapes are constants: they need not be serialised to be recognised.
  const byShape = new WeakMap<Shape, Map<string, Formatter>>()
  return (language, shape) => {
    const ofShape = byShape.get(shape) ?? new Map<string, Formatter>()
    const known = ofShape.get(language)
    if (known !== undefined) return known
    const key = language + JSON.stringify(shape)
    const formatter = made.get(key) ?? make(language === 'en' ? 'en-GB' : language, shape)
    if (made.size >= mostKept) made.clear()
    made.set(key, formatter)
    byShape.set(shape, ofShape.set(language, formatter))
    return formatter
  }
}
