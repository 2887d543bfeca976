import type { Context } from '../../src/platform/context/context.ts'
import type { InterfaceLanguage } from '../../src/platform/i18n/languages.ts'
import type { LeftOut, LetterContext, LetterItem } from '../../src/platform/letters/letter-source.ts'
import type { TestApp } from './open-test-app.ts'

/** What a letter of a network of France and Korea is gathered from, on its first time unless something else is given. */
export function letterFixture(
  testApp: TestApp,
  network: { id: string; slug: string },
  given: { today?: string; since?: string; actor?: Context['actor'] } = {},
): LetterContext {
  const { today = testApp.context.today, since, actor = testApp.context.actor } = given
  return {
    context: { ...testApp.context, today, actor },
    network: { ...network, countries: ['FR', 'KR'], languages: ['fr', 'ko', 'en'] },
    translate: (language) => testApp.application.translate(language),
    since: since === undefined ? null : Temporal.Instant.from(since),
  }
}

/** The items that a source gives, by its key. */
export async function gatherFrom(
  testApp: TestApp,
  key: string,
  fixture: LetterContext,
): Promise<LetterItem[]> {
  const source = testApp.application.letterSources.find((each) => each.key === key)
  if (!source) throw new Error(`No feature offers ${key}`)
  return source.gather(fixture)
}

/** What a source leaves out of a letter, by its key. */
export async function leftOutFrom(testApp: TestApp, key: string, fixture: LetterContext): Promise<LeftOut[]> {
  const source = testApp.application.letterSources.find((each) => each.key === key)
  return (await source?.leftOut?.(fixture, await gatherFrom(testApp, key, fixture))) ?? []
}

/** An item in one language, as it would be read: its title, then its facts, with plain spaces. */
export function readItem({ title, facts }: LetterItem, language: InterfaceLanguage = 'fr'): string {
  return [title[language]?.text ?? '', ...facts[language]].join(' | ').replaceAll(/\s/g, ' ')
}
