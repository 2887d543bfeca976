import type { Passage } from '../../../../platform/documents/sheet.ts'
import type { Evidence } from '../../evidence/queries.ts'
import type { Room } from '../room.ts'
import type { Speaker } from '../speaker.ts'
import { limited } from './limited.ts'

/**
 * The sources of the facts, the page that shows each with its source, and a note on machine translations, if there are any: called last,
 * once every text is written.
 */
export function sheetFoot(speaker: Speaker, evidence: Evidence[], url: string, room: Room): Passage[] {
  const { reader, words } = speaker
  const { shown, more } = limited(speaker, sourceTitles(speaker, evidence), room.sources)
  const titles = [...shown, ...(more.length > 0 ? [more] : [])].map((passage) =>
    passage.map(({ text }) => text).join(''),
  )
  return [
    ...(shown.length > 0
      ? [words(reader.t('registry.note.sources', { titles: titles.join(speaker.semicolon) }))]
      : []),
    [...words(reader.t('registry.note.page')), { text: ' ' }, { text: url, href: url }],
    ...(speaker.usedMachine() ? [words(reader.t('registry.note.machine'))] : []),
  ]
}

/** The titles of the sources, those of most facts first. */
function sourceTitles(speaker: Speaker, evidence: Evidence[]): Passage[] {
  const bySlug = Map.groupBy(evidence, ({ source }) => source.slug)
  return [...bySlug.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap(([first]) => (first ? [speaker.say(first.source.title)] : []))
    .filter((title) => title.length > 0)
}
