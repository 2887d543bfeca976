import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import { writeCalendar } from '../../../platform/calendar/writing/write-calendar.ts'
import type { Part, Sheet } from '../../../platform/documents/sheet.ts'
import { Typesetter } from '../../../platform/documents/typesetter.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { readForm, readValues, says, typedValues } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusal.ts'
import { daysFrom, typedDay } from '../../agenda/planning/index.ts'
import { renderContactsOf } from '../../contacts/index.ts'
import { listOrganisationsBySlug } from '../../directory/index.ts'
import {
  cachedByNetwork,
  isHeldOn,
  listMemberships,
  loadNetworkRequest,
  type NetworkRequest,
  renderNetworkPage,
} from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { rooms, whole } from '../visit-note/room.ts'
import { findVisit, type VisitFacts } from './queries.ts'
import { VisitPage } from './visit-page.tsx'
import { clockSentences, placeName, renderVisitSheet } from './visit-sheet.ts'

const mostPlaces = 20
const longestVisit = 60
const onPaper = { mostHolidays: 10 }
const onPage = { mostHolidays: 1000, room: { ...whole, ties: 1000 } }

/** Preparing a visit: its page, its note with what is known of the country as PDF and DOCX, its days for a calendar. The page alone shows contacts, to those who may see them. */
export function addVisitRoutes(app: FastifyInstance, application: Application): void {
  const kept = { ...cachedByNetwork(['place', 'among', 'from', 'to', 'now']), scope: () => null }
  const pages = pagesOf(app, application, { config: { kept } })
  const typesetter = new Typesetter()
  app.addHook('onClose', async () => typesetter.close())
  const { baseUrl } = application.settings

  pages.get('/:language/:network/visit', loadVisitRequest, async (visit) => {
    const { context, reader, network, places, form, facts } = visit
    const parts = facts ? await findParts(application, visit, facts) : []
    const sheet = facts ? withParts(renderVisitSheet(reader, facts, { baseUrl, ...onPage }), parts) : null
    return renderNetworkPage(visit, {
      status: form.errors.length > 0 ? 400 : 200,
      title: sheet?.title ?? reader.t('registry.visit.title'),
      description: reader.t('registry.visit.lead'),
      path: '/visit',
      noindex: true,
      isNeverKept: context.actor.kind !== 'anonymous',
      children: (
        <VisitPage
          network={network.slug}
          places={places}
          form={form}
          sheet={sheet}
          country={facts ? (application.visitPages?.link(visitedBy(visit, facts)) ?? null) : null}
          contacts={facts ? await renderContacts(visit, facts) : null}
        />
      ),
    })
  })

  for (const format of ['pdf', 'docx'] as const)
    pages.get(`/:language/:network/visit.${format}`, loadVisitRequest, async (visit) => {
      const { reply, reader, facts } = visit
      if (!facts) return notFound('visit')
      const parts = await findParts(application, visit, facts)
      // What others tell goes when nothing else can give way.
      const sheets = rooms.map((room) => renderVisitSheet(reader, facts, { baseUrl, room, ...onPaper }))
      sheets.unshift(...sheets.map((sheet) => withParts(sheet, parts)))
      const forms = await application.visitPages?.find(visitedBy(visit, facts), baseUrl)
      const bytes = forms
        ? await typesetter.drawDossier(format, sheets, forms)
        : (await typesetter.render(format, sheets)).bytes
      return sendFile(
        reply.header('cache-control', 'no-cache'),
        `${facts.facts.holder.slug}.${format}`,
        bytes,
      )
    })

  pages.get('/:language/:network/visit.ics', loadVisitRequest, async (visit) => {
    const { reply, context, reader, network, facts } = visit
    if (!facts) return notFound('visit')
    const { from, to } = facts
    const { slug } = facts.facts.holder
    const { language } = reader
    const name = placeName(reader, facts)
    const address = baseUrl + paths.visit(reader, network.slug, { place: slug, from, to })
    const event = {
      uid: `visit-${slug}-${from}-${to}@${await findUidHost(context, application.settings)}`,
      stampedAt: new Date(context.clock.now().epochMilliseconds),
      start: { kind: 'day' as const, day: from },
      end: { kind: 'day' as const, day: Temporal.PlainDate.from(to).add({ days: 1 }).toString() },
      summary: { text: reader.t('registry.visit.to', { name }), language },
      description: { text: [...clockSentences(reader, facts), address].join('\n'), language },
      location: { text: name, language },
      address,
    }
    const calendar = writeCalendar({ product: `-//Entente//Visit//${language.toUpperCase()}` }, [event])
    return sendFile(reply.header('cache-control', 'no-cache'), `${slug}-${from}.ics`, calendar)
  })
}

/** The network with the places, the days as typed, and what is known of them once they are right. */
async function loadVisitRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { request, context, network } = loaded
  const values = readValues(request.query)
  const slugs = [...typedValues(values, 'among'), ...typedValues(values, 'place')].slice(0, mostPlaces)
  const found = await listOrganisationsBySlug(context, slugs)
  const places = found.toSorted((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug))
  // A page that leads here may know the days, and leave the place to choose.
  const isAsked = places.length > 0 && 'from' in values && 'place' in values
  const form = isAsked ? readForm(visitForm(context.today, places), values) : null
  return {
    ...loaded,
    places,
    form: { values, errors: form && !form.valid ? form.errors : [] },
    facts: form?.valid ? await findVisit(context, network, form.data) : null,
  }
}

function visitForm(today: string, places: readonly { slug: string }[]) {
  const slugs = places.map(({ slug }) => slug)
  return z
    .object({
      place: z.enum(slugs, says('registry.visit.error.place')),
      from: typedDay.refine((day) => day >= today, says('registry.visit.error.past')),
      to: z.union([z.literal(''), typedDay]).default(''),
    })
    .transform((typed) => ({ ...typed, to: typed.to === '' ? typed.from : typed.to }))
    .refine(({ from, to }) => from <= to, { error: says('agenda.error.reversed'), path: ['to'] })
    .refine(({ from, to }) => daysFrom(from, to).length <= longestVisit, {
      error: says('registry.visit.error.long'),
      path: ['to'],
    })
}

/** What other features tell of the hosts. */
async function findParts(
  { visitParts }: Application,
  visit: NetworkRequest,
  facts: VisitFacts,
): Promise<Part[]> {
  const visited = visitedBy(visit, facts)
  const found = await Promise.all(visitParts.map((part) => part(visited, facts.facts.holder.id)))
  return found.flatMap((part) => part ?? [])
}

const withParts = (sheet: Sheet, parts: readonly Part[]): Sheet => ({
  ...sheet,
  parts: [...sheet.parts, ...parts],
})

/** The hosts’ country, for what another feature knows of it. */
function visitedBy(visit: NetworkRequest, { facts }: VisitFacts) {
  return { ...visit, country: facts.holder.country }
}

async function renderContacts(visit: NetworkRequest, { facts }: VisitFacts) {
  const { context, network } = visit
  const embassies = (await listMemberships(context, network.id)).filter(
    (membership) => membership.role === 'embassy' && isHeldOn(membership, context.today),
  )
  return renderContactsOf(visit, [facts.holder.id, ...embassies.map(({ organisationId }) => organisationId)])
}
