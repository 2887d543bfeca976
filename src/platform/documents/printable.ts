const longestText = 20_000

/**
 * Makes every text of a value fit to be set: replaces broken characters, removes control and invisible ones, and those
 * that turn the direction of what follows; makes white space plain (no-break spaces stay); 20,000 characters at most.
 */
export function printable<T>(value: T): T {
  return mapTexts(value, clean)
}

/** The value with each of these characters shown as an empty box: no available font has them. */
export function withBoxes<T>(value: T, missing: ReadonlySet<string>): T {
  if (missing.size === 0) return value
  return mapTexts(value, (text) => [...text].map((sign) => (missing.has(sign) ? '□' : sign)).join(''))
}

function clean(text: string): string {
  return text
    .slice(0, longestText)
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Noncharacter_Code_Point}\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  const walk = (each: unknown): unknown => {
    if (typeof each === 'string') return change(each)
    if (Array.isArray(each)) return each.map(walk)
    if (typeof each !== 'object' || each === null) return each
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(value) as T
}
