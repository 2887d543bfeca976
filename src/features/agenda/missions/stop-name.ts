import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { type OrganisationRef, shortNames } from '../../directory/index.ts'
import type { MissionStop } from './document/schema.ts'

/** What a stop is called in the reader’s language: its town, else the words given for the place, else its number. */
export function stopName(
  reader: Reader,
  { placeId, place }: Pick<MissionStop, 'placeId' | 'place'>,
  refs: ReadonlyMap<string, OrganisationRef>,
  number: number,
): { text: string; language: string } {
  const ref = refs.get(placeId ?? '')
  const named = ref ? chooseName(shortNames(ref), reader.language) : chooseText(place, reader.language)
  if (named?.text) return { text: named.text, language: named.language }
  return { text: reader.t('agenda.mission.stop', { number }), language: reader.interfaceLanguage }
}
