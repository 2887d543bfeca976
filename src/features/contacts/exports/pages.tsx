import type { FastifyInstance } from 'fastify'
import { writeCsv } from '../../../platform/documents/csv.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { notFound } from '../../../platform/refusal.ts'
import { neverKept, readContactsRequest } from '../call.ts'
import { readContactFilter } from '../list/filter.ts'
import { listOneContactData } from '../personal-data.queries.ts'
import { mayExportContacts, mayManageContacts } from '../policy.ts'
import { readPostEdit } from '../posts/call.ts'
import { listPosts } from '../posts/queries.ts'
import { recordExport } from './commands.ts'
import { contactHeader, contactRow } from './contact-table.ts'
import { writeVcards } from './vcard.ts'

const media = { csv: 'text/csv; charset=utf-8', vcf: 'text/vcard; charset=utf-8' } as const

/** The list as a table or as business cards, and what is kept about one person: each time written down. */
export function addExportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  for (const format of ['csv', 'vcf'] as const)
    pages.get(
      `/:language/:network/contacts/export.${format}`,
      readContactsRequest,
      async ({ request, reply, context, reader, network, sight }) => {
        if (!mayExportContacts(sight.actor, network.id)) notFound('export')
        const posts = await listPosts(context, sight, readContactFilter(request.query))
        await recordExport(context, network.id, { format, count: posts.length })
        const rows = posts.map((post) => contactRow(reader, post))
        const text =
          format === 'csv'
            ? (
                await Array.fromAsync(writeCsv(contactHeader(reader), once(rows), reader.interfaceLanguage))
              ).join('')
            : writeVcards(reader, posts)
        return reply
          .type(media[format])
          .header('content-disposition', `attachment; filename="contacts-${network.slug}.${format}"`)
          .send(text)
      },
    )

  pages.get(
    '/:language/:network/contacts/:post/data.json',
    readPostEdit,
    async ({ reply, context, network, sight, post }) => {
      const { holder } = post
      if (!mayManageContacts(sight.actor, network.id) || holder?.withheld !== null) notFound(post.id)
      const collected = await listOneContactData(context, holder.contactId)
      await recordExport(context, network.id, { format: 'json', count: 1 })
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', 'attachment; filename="contact.json"')
        .send(`${JSON.stringify(Object.fromEntries(collected.map(sectionEntry)), null, 2)}\n`)
    },
  )
}

async function* once(rows: string[][]): AsyncGenerator<string[][]> {
  yield rows
}

function sectionEntry({ section, records }: { section: string; records: object[] }): [string, object[]] {
  return [section, records]
}
