import type { FastifyInstance } from 'fastify'
import { writeCsv } from '../../platform/documents/csv.ts'
import type { Application } from '../../platform/http/application.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { chooseName, chooseText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { notFound } from '../../platform/refusal.ts'
import { countryName } from '../directory/index.ts'
import { addConsentRoutes } from './consents/pages.tsx'
import { recordExport } from './exports.commands.ts'
import { addHolderRoutes } from './holders/pages.tsx'
import { contactFilter } from './list/contact-filter.ts'
import { addListRoutes } from './list/pages.tsx'
import { listOneContactData } from './personal-data.queries.ts'
import { mayExportContacts, mayManageContacts } from './policy.ts'
import { addPostRoutes } from './posts/pages.tsx'
import { listPosts, type Post } from './posts/queries.ts'
import { loadPostEditRequest } from './posts/request.ts'
import { addProcessingRoutes } from './processing/pages.tsx'
import { addReviewRoutes } from './reminders/pages.tsx'
import { loadContactsRequest, noStoreForContacts } from './request.ts'
import { addTradeRoutes } from './trades/pages.tsx'
import { nameWords } from './views/person-name.tsx'
import { vacancyWords } from './views/post-words.tsx'

/** The pages of contacts; `request.ts` decides who gets them. */
export function addContactsRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addListRoutes,
    addExportRoutes,
    addReviewRoutes,
    addProcessingRoutes,
    addPostRoutes,
    addHolderRoutes,
    addConsentRoutes,
    addTradeRoutes,
  ])
    add(app, application)
}

/** Exports of the list as a table or as business cards, and of the data about one person: each is recorded. */
function addExportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStoreForContacts)
  for (const format of ['csv', 'vcf'] as const)
    pages.get(
      `/:language/:network/contacts/export.${format}`,
      loadContactsRequest,
      async ({ request, reply, context, reader, network, viewer }) => {
        if (!mayExportContacts(viewer.actor, network.id)) notFound('export')
        const posts = await listPosts(context, viewer, contactFilter.read(request.query))
        await recordExport(context, network.id, { format, count: posts.length })
        const rows = posts.map((post) => contactRow(reader, post))
        const text =
          format === 'csv'
            ? (
                await Array.fromAsync(writeCsv(contactHeader(reader), once(rows), reader.interfaceLanguage))
              ).join('')
            : writeVcards(reader, posts)
        return sendFile(reply, `contacts-${network.slug}.${format}`, text)
      },
    )

  pages.get(
    '/:language/:network/contacts/:post/data.json',
    loadPostEditRequest,
    async ({ reply, context, network, viewer, post }) => {
      const { holder } = post
      if (!mayManageContacts(viewer.actor, network.id) || holder?.withheld !== null) notFound(post.id)
      const collected = await listOneContactData(context, holder.contactId)
      await recordExport(context, network.id, { format: 'json', count: 1 })
      const sections = Object.fromEntries(collected.map(sectionEntry))
      return sendFile(reply, 'contact.json', `${JSON.stringify(sections, null, 2)}\n`)
    },
  )
}

async function* once(rows: string[][]): AsyncGenerator<string[][]> {
  yield rows
}

function sectionEntry({ section, records }: { section: string; records: object[] }): [string, object[]] {
  return [section, records]
}

/** The columns of the table, in the reader’s language. */
function contactHeader({ t }: Reader): string[] {
  return [
    t('contacts.export.country'),
    t('contacts.field.organisation'),
    t('contacts.field.function'),
    t('contacts.field.kind'),
    t('contacts.field.name'),
    t('contacts.field.salutation'),
    t('contacts.field.languages'),
    t('contacts.field.email'),
    t('contacts.field.telephone'),
    t('contacts.field.confirmed'),
    t('contacts.field.retention'),
  ]
}

/** A post as a row; what the reader may not see is empty. */
function contactRow(reader: Reader, post: Post): string[] {
  const { holder, organisation } = post
  return [
    countryName(reader, organisation.country),
    chooseName(organisation.name, reader.language).text,
    chooseText(post.function, reader.language)?.text ?? '',
    reader.t(`contacts.kind.${post.kind}`),
    holder === null ? vacancyWords(reader, post) : nameWords(reader, holder.name),
    holder?.salutation[reader.language] ?? '',
    holder?.languages.join(' ') ?? '',
    holder?.email ?? '',
    holder?.telephone ?? '',
    holder?.confirmedAt.toISOString().slice(0, 10) ?? '',
    holder?.retentionUntil ?? '',
  ]
}

/** Posts with a holder as business cards (vCard 3.0, RFC 2426, which every address book reads). */
function writeVcards(reader: Reader, posts: readonly Post[]): string {
  return posts.map((post) => vcard(reader, post)).join('')
}

function vcard(reader: Reader, { holder, organisation, function: words }: Post): string {
  if (holder === null || holder.isRemoved || holder.withheld !== null) return ''
  const name = nameWords(reader, holder.name)
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:urn:uuid:${holder.contactId}`,
    `FN:${escaped(name)}`,
    // The form does not ask which part is the family name: the order in which people write their name tells.
    `N:${escaped(Object.values(holder.name)[0] ?? name)};;;;`,
    `ORG:${escaped(chooseName(organisation.name, reader.language).text)}`,
    `TITLE:${escaped(chooseText(words, reader.language)?.text ?? '')}`,
    ...(holder.email ? [`EMAIL;TYPE=INTERNET,WORK:${escaped(holder.email)}`] : []),
    ...(holder.telephone ? [`TEL;TYPE=WORK,VOICE:${escaped(holder.telephone)}`] : []),
    `REV:${holder.confirmedAt.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')
}

// A line has at most 75 octets, and no character is cut in two.
function folded(line: string): string {
  let out = ''
  let length = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (length + octets > 75) {
      out += '\r\n '
      length = 1
    }
    out += character
    length += octets
  }
  return out
}
