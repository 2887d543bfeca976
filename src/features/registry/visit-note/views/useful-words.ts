import type { Part } from '../../../../platform/documents/sheet.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import type { Room } from '../room.ts'
import type { Speaker } from '../speaker.ts'

/** How to greet and thank the other side, and the title that must not be translated word for word. */
export function usefulWordsPart(
  speaker: Speaker,
  parties: { country: string; kind: string }[],
  room: Room,
): Part[] {
  if (!room.usefulWords) return []
  const { reader, words } = speaker
  const others = new Set(
    parties.map(({ country }) => languageOf(country)).filter((language) => language !== reader.language),
  )
  const hasDeputies = parties.some(({ kind }) => kind === 'commune' || kind === 'ville_paris')
  const points = [
    ...(others.has('ko') ? [words(reader.t('registry.note.greetingInKorean'))] : []),
    ...(others.has('fr') ? [words(reader.t('registry.note.greetingInFrench'))] : []),
    ...(hasDeputies && others.size > 0 ? [words(reader.t('registry.note.deputy'))] : []),
  ]
  return points.length === 0 ? [] : [{ kind: 'points', title: reader.t('registry.note.usefulWords'), points }]
}
