import type { Context } from '../../src/platform/context/context.ts'
import type { InterfaceLanguage } from '../../src/platform/i18n/languages.ts'
import type { LeftOut, LetterGround, LetterItem } from '../../src/platform/letters/letter-source.ts'
import type { TestApp } from './open-test-app.ts'

/** What a letter of a network of France and Korea is gathered from, on its first time unless something else is given. */
export function letterGround(
  house: TestApp,
  network: { id: string; slug: string },
  given: { today?: string; since?: string; actor?: Context['actor'] } = {},
): LetterGround {
  const { today = house.context.today, since, actor = house.context.actor } = given
  return {
    context: { ...house.context, today, actor },
    network: { ...network, countries: ['FR', 'KR'], languages: ['fr', 'ko', 'en'] },
    translate: (language) => house.application.translate(language),
    since: since === undefined ? null : Temporal.Instant.from(since),
  }
}

/** The items that a source gives, by its key. */
export async function gatherFrom(house: TestApp, key: string, ground: LetterGround): Promise<LetterItem[]> {
  const source = house.application.letterSources.find((each) => each.key === key)
  if (!source) throw new Error(`No feature offers ${key}`)
  return source.gather(ground)
}

/** What a source leaves out of a letter, by its key. */
export async function leftOutFrom(house: TestApp, key: string, ground: LetterGround): Promise<LeftOut[]> {
  const source = house.application.letterSources.find((each) => each.key === key)
  return (await source?.leftOut?.(ground, await gatherFrom(house, key, ground))) ?? []
}

/** An item in one language, as it would be read: its title, then its facts, with plain spaces. */
export function readItem({ title, facts }: LetterItem, language: InterfaceLanguage = 'fr'): string {
  return [title[language]?.text ?? '', ...facts[language]].join(' | ').replaceAll(/\s/g, ' ')
}
