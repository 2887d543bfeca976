import type { Report } from '../../../../platform/documents/report.ts'
import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { countryName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
import { eventDateWords } from '../../events/views/event-date.tsx'
import { placeOf } from '../../feeds/feed-event.ts'
import type { Registration } from '../registration.ts'

interface Attendance {
  reader: Reader
  network: Network
  event: AgendaEvent
  /** By name. */
  people: readonly Registration[]
  /** More come than a sheet holds: the rest are in the table alone. */
  isCut: boolean
}

/** The list of who comes as a sheet to sign at the door, in the reader’s language; names stay in their own script. */
export function attendanceReport({ reader, network, event, people, isCut }: Attendance): Report {
  const { t } = reader
  const title = chooseText(event.title, reader.language)
  const name = title?.text ?? t(`agenda.eventKind.${event.kind}`)
  const place = placeOf({ reader }, event)
  const group = chooseName(network.name, reader.language).text
  return {
    language: reader.interfaceLanguage,
    title: [{ text: name, ...(title ? { language: title.language } : {}) }],
    name: `${name} – ${t('agenda.registration.sheet')}`,
    subject: t('agenda.registration.sheet'),
    author: group,
    day: reader.today,
    kicker: [{ text: `${group} · ${t('agenda.registration.sheet')}` }],
    facts: [
      {
        label: t('agenda.event.when'),
        passage: [{ text: eventDateWords(reader, network.countries, event) }],
      },
      ...(place ? [{ label: t('agenda.event.where'), passage: [{ text: place }] }] : []),
      {
        label: t('agenda.registration.state.placed'),
        passage: [{ text: numberFormatter(reader.interfaceLanguage, {}).format(people.length) }],
      },
    ],
    contents: null,
    blocks: [
      {
        kind: 'table',
        isToSign: true,
        columns: [
          t('agenda.registration.name'),
          t('agenda.registration.organisation'),
          t('agenda.registration.country'),
          t('agenda.registration.signature'),
        ],
        rows: people.map((person) => [
          [{ text: person.name, emphasis: 'strong' as const }],
          [{ text: person.organisation }],
          [{ text: countryName(reader, person.country) }],
          [{ text: person.arrivedAt ? '✓' : '' }],
        ]),
      },
      ...(isCut
        ? [{ kind: 'paragraph' as const, passage: [{ text: t('agenda.registration.sheetCut') }] }]
        : []),
    ],
    foot: [[{ text: t('agenda.registration.sheetNote') }]],
  }
}
