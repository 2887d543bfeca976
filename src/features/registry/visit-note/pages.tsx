import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Sheet } from '../../../platform/documents/sheet.ts'
import { Typesetter } from '../../../platform/documents/typesetter.ts'
import type { SheetFormat } from '../../../platform/documents/typesetting.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { readPictureFile } from '../../../platform/storage/picture-file.ts'
import { cachedByNetwork, loadNetworkRequest } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { findCooperationFacts, findOrganisationFacts } from './queries.ts'
import { rooms } from './room.ts'
import { renderCooperationSheet } from './views/cooperation-sheet.ts'
import { renderOrganisationSheet } from './views/organisation-sheet.ts'

const kept = cachedByNetwork(['now'])

/** The one-page note of a cooperation and of an organisation, as PDF and as DOCX. */
export function addNoteRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept } })
  const typesetter = new Typesetter()
  app.addHook('onClose', async () => typesetter.close())

  for (const format of ['pdf', 'docx'] as const) {
    pages.get(
      `/:language/:network/cooperations/:slug/note.${format}`,
      loadNetworkRequest,
      async ({ request, reply, context, reader, network }) => {
        const facts = await findCooperationFacts(context, network, parameterOf(request.params, 'slug') ?? '')
        const { slug } = facts.cooperation
        const url = application.settings.baseUrl + paths.cooperation(reader, network.slug, slug)
        const sheets = rooms.map((room) => renderCooperationSheet(reader, facts, url, room))
        const picture =
          facts.picture && (await readPictureFile(context, application.storage, facts.picture.fileId))
        return sendNote(reply, typesetter, format, { sheets, picture }, `${slug}-${reader.language}`)
      },
    )

    pages.get(
      `/:language/:network/organisations/:slug/note.${format}`,
      loadNetworkRequest,
      async ({ request, reply, context, reader, network }) => {
        const facts = await findOrganisationFacts(context, network, parameterOf(request.params, 'slug') ?? '')
        const { slug } = facts.holder
        const url = application.settings.baseUrl + paths.organisation(reader, network.slug, slug)
        const sheets = rooms.map((room) => renderOrganisationSheet(reader, facts, url, room))
        return sendNote(reply, typesetter, format, { sheets, picture: null }, `${slug}-${reader.language}`)
      },
    )
  }
}

async function sendNote(
  reply: FastifyReply,
  typesetter: Typesetter,
  format: SheetFormat,
  { sheets, picture }: { sheets: Sheet[]; picture: Uint8Array | null },
  name: string,
) {
  const { bytes } = await typesetter.render(format, sheets, picture)
  return sendFile(reply.header('cache-control', 'no-cache'), `${name}.${format}`, bytes)
}
