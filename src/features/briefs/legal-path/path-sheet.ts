import type { Sheet } from '../../../platform/documents/sheet.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import type { Network } from '../../networks/index.ts'
import type { KnownPath } from './known-path.ts'
import type { TieAct } from './path.queries.ts'
import {
  actName,
  cautionsOf,
  inWords,
  lawNotes,
  partyName,
  pathTitle,
  stepLines,
  stepsOf,
} from './path-words.ts'

interface PathFacts {
  network: Network
  path: KnownPath
  tie: TieAct | null
  /** The address of the page. */
  url: string
}

/** The path on one page of A4, both sides beside each other; each sheet is shorter than the one before. */
export function renderPathSheets(reader: Reader, facts: PathFacts): Sheet[] {
  const { sides } = facts.path
  return [sides.length, 3, 2].flatMap((most) =>
    [2, 1, 0].map((room) => renderSheet(reader, facts, { room, sides: sides.slice(0, most) })),
  )
}

function renderSheet(
  reader: Reader,
  { network, path, tie, url }: PathFacts,
  { room, sides }: { room: number; sides: KnownPath['sides'] },
): Sheet {
  const { t } = reader
  const points = cautionsOf(reader, path, tie)
  const more = path.sides.length - sides.length
  const [left = [], ...right] = sides.map(({ party }) => inWords(reader, partyName(reader, party)))
  const name = chooseName(network.name, reader.language).text
  return {
    language: reader.interfaceLanguage,
    title: pathTitle(reader, path),
    subject: t('briefs.path.lead'),
    author: name,
    day: reader.today,
    kicker: inWords(reader, name),
    aside: inWords(reader, `${t('briefs.path.title')} · ${dayWords(reader, reader.today)}`),
    heading: {
      left: [{ main: left, own: [] }],
      right: right.map((main) => ({ main, own: [] })),
      line: { pattern: 'dashes', above: actName(reader, path.kind), below: dayWords(reader, path.on) },
    },
    parts: [
      {
        kind: 'table',
        title: t('briefs.path.steps'),
        columns: [left, ...right],
        rows: stepsOf({ ...path, sides }).map((key) => ({
          label: t(`briefs.step.${key}`),
          cells: sides.map((side) =>
            stepLines(reader, side, key, { tie, room }).flatMap((line, index) =>
              index === 0 ? line : [{ text: ' – ' }, ...line],
            ),
          ),
        })),
      },
      ...(points.length > 0 ? [{ kind: 'points' as const, title: t('briefs.path.notes'), points }] : []),
    ],
    foot: [
      ...(more > 0 ? [inWords(reader, t('registry.list.more', { count: more }))] : []),
      ...lawNotes(reader, path),
      inWords(reader, t('briefs.path.disclaimer')),
      [{ text: url, href: url }],
    ],
  }
}
