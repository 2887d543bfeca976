import type { Part, Passage } from '../../../../platform/documents/sheet.ts'
import { joined, type Speaker } from '../../../../platform/documents/speaker.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { countryName, isAuthorityKind, kindName } from '../../../directory/index.ts'
import { authorityWords } from '../authority-words.ts'
import type { Holder } from '../queries.ts'
import type { Room } from '../room.ts'
import { readersName } from './sheet-name.ts'

interface Row {
  label: string
  cells: Passage[]
}

/** The parties side by side: kind and level, territory, population, and the title of their head. */
export function authorityTable(speaker: Speaker, holders: Holder[], room: Room, more: Row[] = []): Part[] {
  const { t } = speaker.reader
  const shown = fromEachSide(holders, room.parties)
  if (shown.length === 0) return []
  const only = shown.length === 1 ? shown[0] : undefined
  const title = only
    ? t(isAuthorityKind(only.kind) ? 'registry.note.authority' : 'registry.note.body')
    : t('registry.note.partners')
  const rows = [
    { label: t('registry.note.kind'), cells: shown.map((holder) => kindCell(speaker, holder, room)) },
    { label: t('registry.note.territory'), cells: shown.map((holder) => territoryCell(speaker, holder)) },
    {
      label: t('registry.organisation.population'),
      cells: shown.map((holder) => populationCell(speaker, holder)),
    },
    { label: t('registry.note.head'), cells: shown.map((holder) => headCell(speaker, holder)) },
    ...more,
  ]
  return [
    {
      kind: 'table',
      title,
      columns: shown.map((holder) => speaker.name(only ? holder.name : readersName(speaker, holder))),
      rows: rows.filter(({ cells }) => cells.some((cell) => cell.length > 0)),
    },
  ]
}

/** A few of the parties, in their order: one of each side before a second of any. */
function fromEachSide(holders: Holder[], most: number): Holder[] {
  const sides = [...Map.groupBy(holders, ({ country }) => country).values()]
  const ranks = new Map(sides.flatMap((side) => side.map((holder, rank) => [holder, rank])))
  const chosen = [...holders].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)).slice(0, most)
  return holders.filter((holder) => chosen.includes(holder))
}

function kindCell({ reader, words }: Speaker, holder: Holder, room: Room): Passage {
  const known = authorityWords(holder.kind)
  const isOwn = languageOf(holder.country) === reader.language
  const level = known && room.explanations && !isOwn ? words(reader.t(known.level)) : []
  return joined([words(kindName(reader, holder.kind)), level], ' – ')
}

// Koreans write an address from the country down.
function territoryCell(speaker: Speaker, holder: Holder): Passage {
  const { reader } = speaker
  const upwards = [
    ...holder.territories.map((territory) => speaker.name(readersName(speaker, territory))),
    speaker.words(countryName(reader, holder.country)),
  ]
  return reader.interfaceLanguage === 'ko' ? joined(upwards.reverse(), ' ') : joined(upwards, ', ')
}

function populationCell({ reader, words }: Speaker, { population, populationYear }: Holder): Passage {
  if (population === null || populationYear === null) return []
  return words(reader.t('registry.organisation.populationOf', { population, year: String(populationYear) }))
}

function headCell({ reader, words }: Speaker, holder: Holder): Passage {
  const known = authorityWords(holder.kind)
  return known ? words(reader.t(known.head)) : []
}
