import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Report } from '../../../platform/documents/report.ts'
import { Typesetter } from '../../../platform/documents/typesetter.ts'
import { cellText } from '../../../platform/documents/xml.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import { languageNames } from '../../../platform/i18n/languages.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts'
import { momentWords } from '../../../ui/text/moment.tsx'
import { countryName } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { eventDateWords } from '../events/views/event-date.tsx'
import { placeOf } from '../feeds/feed-event.ts'
import { recordExport } from './commands.ts'
import { loadListRequest, type OpenedRequest } from './frame.tsx'
import { listEverybody, listRegistrations } from './list/queries.ts'
import { answerWords, type Question } from './questions/question.ts'
import type { Registration } from './registration.ts'

const list = '/:language/:network/agenda/:slug/registrations'
// As many as sign at a door; the table has everybody.
const mostOnSheet = 2000

/** The list of who comes as a table and as a sheet to sign: each export is recorded. */
export function addExportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const typesetter = new Typesetter()
  app.addHook('onClose', async () => typesetter.close())

  pages.get(`${list}.xlsx`, loadListRequest, async (visit) => {
    const { reply, reader, writing, event, terms } = visit
    await noteExport(visit, 'xlsx')
    const columns = attendanceColumns(reader, terms.questions)
    const rows = async function* () {
      for await (const people of listEverybody(writing, event.id))
        yield people.map((person) => attendanceRow(columns, person))
    }
    const sheet = { name: reader.t('agenda.registration.list'), columns, slices: rows }
    return sendFile(reply, `${event.slug}-${reader.language}.xlsx`, writeXlsx([sheet]))
  })

  pages.get(`${list}.pdf`, loadListRequest, async (visit) => {
    const { reply, reader, writing, network, event } = visit
    await noteExport(visit, 'pdf')
    const coming = { state: 'placed', country: null, q: '' } as const
    const people = await listRegistrations(writing, event.id, coming, { limit: mostOnSheet + 1, offset: 0 })
    const isCut = people.length > mostOnSheet
    const shown = people.slice(0, mostOnSheet)
    const report = attendanceReport({ reader, network, event, people: shown, isCut })
    return sendFile(reply, `${event.slug}-${reader.language}.pdf`, await typesetter.drawReport('pdf', report))
  })
}

function noteExport({ writing, network, event }: OpenedRequest, format: 'xlsx' | 'pdf'): Promise<void> {
  return inTransaction(writing, (inside) => recordExport(inside, network.id, event.id, format))
}

interface Column {
  title: string
  width: number
  cell(person: Registration): string
}

/** The columns of the list of who comes, in the reader’s language: every question is one. */
function attendanceColumns(reader: Reader, questions: readonly Question[]): Column[] {
  const { t, language } = reader
  const words = { language, yes: t('agenda.registration.yes'), no: t('agenda.registration.no') }
  const moment = (at: Date | null) => (at === null ? '' : momentWords(reader, at))
  return [
    { title: t('agenda.registration.name'), width: 28, cell: ({ name }) => name },
    {
      title: t('agenda.registration.organisation'),
      width: 32,
      cell: ({ organisation }) => organisation,
    },
    {
      title: t('agenda.registration.country'),
      width: 20,
      cell: ({ country }) => countryName(reader, country),
    },
    { title: t('agenda.registration.address'), width: 30, cell: ({ address }) => address ?? '' },
    {
      title: t('agenda.registration.language'),
      width: 12,
      cell: ({ language: spoken }) => languageNames[spoken],
    },
    {
      title: t('agenda.registration.attendance'),
      width: 14,
      cell: ({ attendance }) => (attendance ? t(`agenda.registration.presence.${attendance}`) : ''),
    },
    {
      title: t('agenda.registration.stateTitle'),
      width: 16,
      cell: ({ state }) => t(`agenda.registration.state.${state}`),
    },
    { title: t('agenda.registration.since'), width: 24, cell: ({ queuedAt }) => moment(queuedAt) },
    { title: t('agenda.registration.present'), width: 24, cell: ({ arrivedAt }) => moment(arrivedAt) },
    ...questions.map((question) => ({
      title: cellText(chooseText(question.label, language)?.text ?? ''),
      width: 32,
      cell: ({ answers }: Registration) => answerWords(question, answers, words),
    })),
  ]
}

/** A person as a row: texts that fit every table, and that none runs as a formula. */
function attendanceRow(columns: readonly Column[], person: Registration): string[] {
  return columns.map(({ cell }) => cellText(cell(person)))
}

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
function attendanceReport({ reader, network, event, people, isCut }: Attendance): Report {
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
