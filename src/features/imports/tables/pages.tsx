import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { writeCsv } from '../../../platform/documents/csv.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { fieldError, readForm, readValues, typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { TableUnreadable } from '../../../platform/spreadsheets/table.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { agreementKinds } from '../../registry/index.ts'
import { renderNewImport } from '../frame.tsx'
import { importsPaths } from '../paths.ts'
import { mayImport } from '../policy.ts'
import type { TableReport } from './checking/report-shape.ts'
import { beginImport, readOtherSheet } from './commands.ts'
import { type Field, isField, type Mapping, type TableKind, tableKinds } from './fields.ts'
import { stateOf } from './import-state.ts'
import { isTableKind } from './map-file.ts'
import { findWords } from './queries.ts'
import {
  answerQuestions,
  askForImport,
  askForReturn,
  cancelWork,
  changeMapping,
  removeImport,
} from './records/commands.ts'
import { findMade } from './records/made.queries.ts'
import { findImport } from './records/queries.ts'
import { startSoon } from './running/jobs.ts'
import { writeTemplateCsv, writeTemplateXlsx } from './template-file.ts'
import { ImportPage } from './views/import-page.tsx'

const reloadsAfterSeconds = '2'

/** The pages of imported tables, except those shared with texts. */
export function addTableRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  addNetworkAction(pages, '/:language/:network/imports', {
    open: loadImporterRequest,
    upload: { fields: ['file'] },
    schema: z.object({ kind: z.string().default('') }),
    again: (visit, form) => renderNewImport(visit, { of: 'table', ...form }),
    save: async (visit, { kind }) => {
      const { reader, network, upload } = visit
      const [file] = upload.files
      if (!file) return [fieldError('file', 'imports.new.fileMissing')]
      try {
        const id = await beginImport(application, writing(visit), network, {
          file,
          kind: isTableKind(kind) ? kind : null,
          language: reader.language,
        })
        startSoon(application, id, network.id)
        return importsPaths.one(reader, network.slug, id)
      } catch (error) {
        if (!(error instanceof TableUnreadable)) throw error
        const { code, detail } = error
        return [{ field: 'file', message: (t) => t(`imports.unreadable.${code}`, { detail }) }]
      }
    },
  })

  for (const kind of tableKinds) {
    pages.get(
      `/:language/:network/imports/templates/${kind}.csv`,
      loadImporterRequest,
      async ({ reply, reader }) =>
        sendFile(reply, `${kind}.csv`, await writeTemplateCsv(kind, reader.interfaceLanguage)),
    )
    pages.get(
      `/:language/:network/imports/templates/${kind}.xlsx`,
      loadImporterRequest,
      async ({ reply, reader }) => {
        const bytes = await writeTemplateXlsx(kind, reader.interfaceLanguage, reader.t)
        return sendFile(reply, `${kind}.xlsx`, Buffer.from(bytes))
      },
    )
  }

  pages.get(
    '/:language/:network/imports/:id/errors.csv',
    loadImporterRequest,
    async ({ request, reply, context, reader, network }) => {
      const table = await findImport(context, network.id, idOf(request))
      if (table.report === null) notFound('errors')
      return sendFile(reply, 'errors.csv', await errorsTable(reader, table.report))
    },
  )

  /** Adds a form of one import. It leads back to the page of the import. */
  const addForm = (
    part: string,
    work: (
      asked: NetworkRequest,
      table: Awaited<ReturnType<typeof findImport>>,
      request: FastifyRequest,
    ) => Promise<unknown>,
  ) =>
    pages.post(`/:language/:network/imports/:id/${part}`, loadImporterRequest, async (visit) => {
      const { request, reply } = visit
      const table = await findImport(visit.context, visit.network.id, idOf(request))
      await work({ ...visit, context: writing(visit) }, table, request)
      startSoon(application, table.id, visit.network.id)
      const { reader, network } = visit
      const isGone = part === 'removal'
      return reply.redirect(
        isGone ? importsPaths.list(reader, network.slug) : importsPaths.one(reader, network.slug, table.id),
        303,
      )
    })

  addForm('columns', async ({ context }, table, request) => {
    const values = readValues(request.body)
    const read = readForm(columnsForm, values)
    if (read.valid)
      await changeMapping(context, table, mappingFrom(read.data, values, table.mapping.headerRow))
  })
  addForm('sheet', async ({ context, network }, table, request) =>
    readOtherSheet(application, context, network, table, typedValue(readValues(request.body), 'sheet')),
  )
  addForm('answers', async ({ context }, table, request) =>
    answerQuestions(context, table, answersFrom(readValues(request.body))),
  )
  addForm('start', async ({ context }, table, request) =>
    askForImport(context, table, typedValue(readValues(request.body), 'leaveOut') === '1'),
  )
  addForm('cancellation', async ({ context }, table) => cancelWork(context, table))
  addForm('return', async ({ context }, table, request) =>
    askForReturn(context, table, typedValue(readValues(request.body), 'evenChanged') !== '1'),
  )
  addForm('removal', async ({ context }, table) => removeImport(context, table))
}

/** One imported table: how it is read, what it would add, and what it has added. */
export async function showTable(visit: NetworkRequest): Promise<FastifyReply> {
  const { request, reply, context, reader, network } = visit
  const table = await findImport(context, network.id, idOf(request))
  const state = stateOf(table, table.report !== null)
  // Without a script, the browser reloads by itself.
  if (table.waitsFor !== null) reply.header('refresh', reloadsAfterSeconds)
  const made = table.importedAt === null ? null : await findMade(context, network, table)
  return render(visit, {
    title: table.fileName,
    path: `/imports/${table.id}`,
    children: (
      <ImportPage
        network={network}
        table={table}
        state={state}
        report={table.report}
        made={made}
        words={await findWords(writing(visit), table, reader.language)}
      />
    ),
  })
}

interface Drawn {
  title: string
  path: string
  children: Parameters<typeof renderNetworkPage>[1]['children']
}

function render(visit: NetworkRequest, rendered: Drawn): FastifyReply {
  const { reply } = visit
  reply.header('x-robots-tag', 'noindex')
  return renderNetworkPage(visit, {
    ...rendered,
    description: visit.reader.t('imports.list.lead'),
    width: 'wide',
    noindex: true,
  })
}

async function loadImporterRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  if (!mayImport(loaded.context.actor, loaded.network.id)) notFound('imports')
  return loaded
}

/** Writing uses the network's own day, whichever day the reader looks at. */
function writing({ context, usualDay }: NetworkRequest) {
  return { ...context, today: usualDay }
}

function idOf(request: FastifyRequest): string {
  return parameterOf(request.params, 'id') ?? ''
}

/** The errors in a table, as a table: opened beside it, each line leads to its cell. */
async function errorsTable(reader: Reader, { errors }: TableReport): Promise<string> {
  const { t } = reader
  const header = [t('imports.check.cell'), t('imports.check.problem')]
  const rows = errors.map(({ cell, code, text }) => [cell, t(`imports.cell.${code}`, { text })])
  const slices = (async function* () {
    yield rows
  })()
  return (await Array.fromAsync(writeCsv(header, slices, reader.interfaceLanguage))).join('')
}

const country = z
  .string()
  .regex(/^([A-Z]{2})?$/)
  .default('')
  .transform((text) => text || null)

/** The form of the columns: a field for each column, and values for all rows. */
const columnsForm = z.object({
  kind: z.enum(tableKinds),
  columns: z.record(z.string(), z.string()).or(z.array(z.unknown())).default({}),
  firstCountry: country,
  secondCountry: country,
  agreementKind: z
    .enum(['', ...agreementKinds])
    .default('')
    .transform((kind) => kind || null),
})

/** Builds a mapping from the submitted fields (`column.0`, `column.1` …); of two columns with one field the first counts. */
function mappingFrom(
  { kind, firstCountry, secondCountry, agreementKind }: z.output<typeof columnsForm>,
  sent: Readonly<Record<string, string | string[]>>,
  headerRow: number,
): Mapping {
  const columns: Record<string, Field> = {}
  for (const [name, value] of Object.entries(sent)) {
    const index = /^column\.(\d{1,3})$/.exec(name)?.[1]
    const field = fieldOf(kind, value)
    if (index !== undefined && field !== null && !Object.values(columns).includes(field))
      columns[index] = field
  }
  return { kind, headerRow, columns, defaults: { firstCountry, secondCountry, agreementKind } }
}

function fieldOf(kind: TableKind, value: string | string[]): Field | null {
  return typeof value === 'string' && isField(kind, value) ? value : null
}

/** Answers from the form of questions: each has the question's number and its key; an empty one removes the answer. */
function answersFrom(sent: Readonly<Record<string, string | string[]>>): Record<string, string> {
  const answers: Record<string, string> = {}
  for (const [name, spelling] of Object.entries(sent)) {
    const number = /^spelling\.(\d{1,4})$/.exec(name)?.[1]
    const answer = number === undefined ? undefined : sent[`answer.${number}`]
    if (typeof spelling === 'string' && typeof answer === 'string' && /^[a-z0-9-]{0,200}$/.test(answer))
      answers[spelling] = answer
  }
  return answers
}
