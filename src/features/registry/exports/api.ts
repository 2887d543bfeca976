import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { etagOf, isCurrent, isUnmodified } from '../../../platform/http/api/freshness.ts'
import { addDownload } from '../../../platform/http/api/operation.ts'
import { oneOf } from '../../../platform/http/api/parameters.ts'
import type { Application } from '../../../platform/http/application.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { networkPlace, readNetworkCall, seenOn } from '../../networks/index.ts'
import { refuseReversed } from '../cooperations/api.ts'
import { cooperationFilter } from '../cooperations/cooperation-filter.ts'
import { cooperationArray } from '../records/schema.ts'
import { cooperationColumns } from './cooperation-table.ts'
import { partColumns } from './parts-table.ts'
import { listCooperationSlices } from './queries.ts'
import { type Format, fileName, formats, writeExport } from './write-export.ts'

const summaries: Record<Format, string> = {
  csv: 'Cooperations as a table (CSV, UTF-8 with byte order mark, RFC 4180)',
  xlsx: 'Cooperations, and their agreements and activities, as a workbook (XLSX)',
  json: 'Cooperations as one JSON array of the same records as the list',
  geojson: 'Cooperations as lines between their parties (GeoJSON, RFC 7946)',
  iati: 'Cooperations as activities of IATI 2.03: a view, no claim of aid',
}

const columnsOf = (columns: { name: string }[]) => columns.map((column) => column.name).join(', ')
const descriptions: Partial<Record<Format, string>> = {
  csv: `Columns, always in this order: ${columnsOf(cooperationColumns)}.`,
  xlsx: `First sheet: the columns of the CSV. Second sheet: ${columnsOf(partColumns)}.`,
}

/** The whole list as a document, in one answer that is written while it is read. */
export function addExportsApi(app: FastifyInstance, application: Application): void {
  for (const format of ['csv', 'xlsx', 'json', 'geojson', 'iati'] as const)
    addExport(app, application, format)
}

function addExport(app: FastifyInstance, application: Application, format: Format): void {
  const { media, suffix } = formats[format]
  const description = descriptions[format]
  addDownload(
    app,
    {
      id: `exportCooperations${format.slice(0, 1).toUpperCase()}${format.slice(1)}`,
      path: `/networks/{network}/cooperations.${suffix}`,
      tag: 'exports',
      summary: summaries[format],
      ...(description === undefined ? {} : { description }),
      place: networkPlace,
      query: exportParameters,
      media: media.split(';')[0] ?? media,
      answer: format === 'json' ? cooperationArray : null,
    },
    async (call) => {
      const { request, reply } = call
      const { language } = call.query
      const filter = cooperationFilter.take(refuseReversed(call.query))
      const { context, network, freshness } = await readNetworkCall(application, call)
      const etag = etagOf(freshness, context.today, request.url)
      reply.header('etag', etag).header('cache-control', 'no-cache')
      if (isCurrent(request, etag) || isUnmodified(request, reply)) return reply.code(304).send()
      reply
        .type(media)
        .header(
          'content-disposition',
          `attachment; filename="${fileName(format, network.slug, context.today)}"`,
        )
      if (request.method === 'HEAD') return reply.send(Readable.from([]))
      const pointing = { baseUrl: application.settings.baseUrl, network: network.slug, language }
      const document = writeExport(format, {
        network,
        language,
        today: context.today,
        generatedAt: context.clock.now().toString({ fractionalSecondDigits: 0 }),
        translate: (each) => application.translate(each),
        slices: () => listCooperationSlices(context, network.id, filter, pointing),
      })
      return reply.send(Readable.from(document, { objectMode: false }))
    },
  )
}

const exportParameters = z.object({
  ...cooperationFilter.schema(),
  language: oneOf(interfaceLanguages)
    .default('en')
    .describe('Language of labels and of the pages pointed to'),
  ...seenOn,
})
