/** The units of a series. */
export const units = ['week', 'month', 'year'] as const

/**
 * How a month or a year finds its day again: by its number, as the second or the last Friday, or in the second week, which is the one
 * with the second Thursday (ISO 8601, KS X ISO 8601).
 */
export const placings = ['day', 'weekday', 'last_weekday', 'week'] as const

/** What most series are, by one choice. */
export const presets = [
  'week',
  'two_weeks',
  'month',
  'month_weekday',
  'year',
  'year_weekday',
  'two_years',
  'two_years_week',
] as const
export type Preset = (typeof presets)[number]

/** Limits of a document. */
export const mostTimes = 500
export const mostDays = 500
export const mostChanges = 200
export const mostInterval = 50
