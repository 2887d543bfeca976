import type { FastifyInstance } from 'fastify'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { cellText } from '../../../platform/documents/xml.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { languageNames } from '../../../platform/i18n/languages.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { momentWords } from '../../../ui/text/moment.tsx'
import { countryName } from '../../directory/index.ts'
import { listEverybody } from './list/queries.ts'
import { loadKeeperRequest } from './request.ts'
import { declaredDay, type Subscription } from './subscription.ts'

/** The readers of the letter as a table; each export is recorded. */
export function addExportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(
    '/:language/:network/newsletter/subscribers.xlsx',
    loadKeeperRequest,
    async ({ reply, writing, reader, network }) => {
      await inTransaction(writing, (inside) =>
        recordActivity(inside, {
          networkId: network.id,
          verb: 'exported-subscribers',
          subjectKind: 'network',
          subjectId: network.id,
          detail: { format: 'xlsx' },
        }),
      )
      const columns = subscriberColumns(reader)
      const rows = async function* () {
        for await (const people of listEverybody(writing, network.id))
          yield people.map((each) => subscriberRow(columns, each))
      }
      const sheet = { name: reader.t('newsletter.subscribers.sheet'), columns, slices: rows }
      return sendFile(
        reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex'),
        `${network.slug}-newsletter-${reader.language}.xlsx`,
        writeXlsx([sheet]),
      )
    },
  )
}

interface Column {
  title: string
  width: number
  cell(subscription: Subscription): string
}

/** The columns of the list of readers, in the language of the coordinator who exports it. */
function subscriberColumns(reader: Reader): Column[] {
  const { t } = reader
  const moment = (at: Date | null) => (at === null ? '' : momentWords(reader, at))
  return [
    { title: t('newsletter.subscribers.address'), width: 36, cell: ({ address }) => address ?? '' },
    {
      title: t('newsletter.subscribers.language'),
      width: 12,
      cell: ({ language }) => languageNames[language],
    },
    {
      title: t('newsletter.subscribers.country'),
      width: 22,
      cell: ({ country }) => countryName(reader, country),
    },
    {
      title: t('newsletter.subscribers.frequency'),
      width: 30,
      cell: ({ frequency }) => t(`newsletter.subscribers.frequency.${frequency}`),
    },
    {
      title: t('newsletter.subscribers.since.subscribed'),
      width: 24,
      cell: (each) => {
        const day = declaredDay(each)
        return day === null ? moment(each.consentAt) : dayWords(reader, day)
      },
    },
    {
      title: t('newsletter.subscribers.way'),
      width: 28,
      cell: ({ consentWay }) => (consentWay ? t(`newsletter.subscribers.way.${consentWay}`) : ''),
    },
  ]
}

/** A reader as a row of texts that no table program runs as formulas. */
function subscriberRow(columns: readonly Column[], subscription: Subscription): string[] {
  return columns.map(({ cell }) => cellText(cell(subscription)))
}
