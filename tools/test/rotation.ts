import { execFileSync } from 'node:child_process'
import { languages } from '../browser/addresses.ts'

type Language = (typeof languages)[number]

/**
 * The languages in which axe looks at every page: one, which the commit draws, as the markup is the same in all of them; each of the three
 * with TEST_PAGES=all.
 */
export function wholeLanguages(
  environment: Record<string, string | undefined> = process.env,
  commit = readCommit(),
): [Language, ...Language[]] {
  if (environment.TEST_PAGES === 'all') return [...languages]
  return [languages[Number.parseInt(commit.slice(0, 8), 16) % languages.length] ?? languages[0]]
}

/**
 * Of what a test does in each language, a journey say, the entries in the languages of `wholeLanguages`: a language by itself, first in a
 * list, or as a property.
 */
export function inTurn<T extends string | readonly [string, ...unknown[]] | { language: string }>(
  told: readonly T[],
): T[] {
  const whole: readonly string[] = wholeLanguages()
  return told.filter((each) => whole.includes(languageOf(each)))
}

function languageOf(told: string | readonly [string, ...unknown[]] | { language: string }): string {
  if (typeof told === 'string') return told
  return 'language' in told ? told.language : told[0]
}

/** What a run leaves out, and how it is asked for; nothing where all is run. */
export function leftOut(environment: Record<string, string | undefined>): string[] {
  const whole = wholeLanguages(environment)
  const others = languages.filter((language) => !whole.includes(language))
  return [
    ...(others.length > 0
      ? [`Not run: journeys, and axe on every page, in ${others.join(' and ')} (TEST_PAGES=all)`]
      : []),
    ...(environment.TEST_DATABASES === 'both'
      ? []
      : [
          'Not run: on the embedded database, all but the platform and a story a feature (TEST_DATABASES=both)',
        ]),
  ]
}

function readCommit(): string {
  try {
    const words = ['rev-parse', 'HEAD']
    return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    // Without a history there is nothing to draw from.
    return '0'
  }
}
