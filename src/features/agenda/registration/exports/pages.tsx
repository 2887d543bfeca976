import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { Typesetter } from '../../../../platform/documents/typesetter.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { sendFile } from '../../../../platform/http/send-file.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { writeXlsx } from '../../../../platform/spreadsheets/write-xlsx.ts'
import { listEverybody, listRegistrations } from '../list/queries.ts'
import { loadListRequest, type OpenedRequest } from '../request.ts'
import { attendanceReport } from './attendance-report.ts'
import { attendanceColumns, attendanceRow } from './attendance-table.ts'
import { recordExport } from './commands.ts'

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
