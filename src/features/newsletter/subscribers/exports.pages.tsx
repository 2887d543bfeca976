import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts'
import { readKeeperRequest } from './call.ts'
import { listEverybody } from './list/queries.ts'
import { subscriberColumns, subscriberRow } from './subscriber-table.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The readers of the letter as a table: each time written down. */
export function addExportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(
    '/:language/:network/newsletter/subscribers.xlsx',
    readKeeperRequest,
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
      return reply
        .type(xlsx)
        .header('cache-control', 'private, no-store')
        .header('x-robots-tag', 'noindex')
        .header(
          'content-disposition',
          `attachment; filename="${network.slug}-newsletter-${reader.language}.xlsx"`,
        )
        .send(Readable.from(writeXlsx([sheet]), { objectMode: false }))
    },
  )
}
