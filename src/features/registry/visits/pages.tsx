import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import { writeCalendar } from '../../../platform/calendar/writing/write-calendar.ts'
import { Typesetter } from '../../../platform/documents/typesetter.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { readForm, readValues, says, typedValue, typedValues } from '../../../platform/input/form.ts'
import { daysFrom, typedDay } from '../../agenda/planning/index.ts'
import { renderContactsOf } from '../../contacts/index.ts'
import { shortNames } from '../../directory/index.ts'
import {
  cachedByNetwork,
  isHeldOn,
  listMemberships,
  loadNetworkRequest,
  type NetworkRequest,
  renderNetworkPage,
} from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { rooms } from '../visit-note/room.ts'
import { findVisit, listPlaces, type VisitFacts } from './queries.ts'
import { VisitPage } from './visit-page.tsx'
import { clockSentences, renderVisitSheet, visitDays } from './visit-sheet.ts'

const mostPlaces = 20
const longestVisit = 60
const holidaysOnPaper = 10

/** Preparing a visit: its page, its note as PDF, its days for a calendar. The page alone shows contacts, to those who may see them. */
export function addVisitRoutes(app: FastifyInstance, application: Application): void {
  const kept = { ...cachedByNetwork(['place', 'among', 'from', 'to', 'now']), scope: () => null }
  const pages = pagesOf(app, application, { config: { kept } })
  const typesetter = new Typesetter()
  app.addHook('onClose', async () => typesetter.close())

  pages.get('/:language/:network/visit', loadVisitRequest, async (visit) => {
    const { context, reader, network, places, form, prepared } = visit
    const contacts = prepared ? await renderContacts(visit, prepared) : null
    return renderNetworkPage(visit, {
      status: form.errors.length > 0 ? 422 : 200,
      title: prepared
        ? reader.t('registry.visit.noteTitle', {
            name: chooseName(shortNames(prepared.facts.holder), reader.language).text,
            days: visitDays(reader, prepared),
          })
        : reader.t('registry.visit.title'),
      description: reader.t('registry.visit.lead'),
      path: '/visit',
      noindex: true,
      isNeverKept: context.actor.kind !== 'anonymous',
      children: (
        <VisitPage
          network={network}
          places={places}
          form={form}
          visit={prepared}
          contacts={contacts}
          url={prepared ? addressOf(visit, prepared) : ''}
        />
      ),
    })
  })

  pages.get('/:language/:network/visit.pdf', loadPreparedRequest, async (visit) => {
    const { reply, reader, prepared } = visit
    const url = addressOf(visit, prepared)
    const sheets = rooms.map((room) =>
      renderVisitSheet(reader, prepared, { url, room, most: holidaysOnPaper }),
    )
    const { bytes } = await typesetter.render('pdf', sheets)
    return sendFile(reply.header('cache-control', 'no-cache'), `${fileName(visit)}.pdf`, bytes)
  })

  pages.get('/:language/:network/visit.ics', loadPreparedRequest, async (visit) => {
    const { reply, context, reader, network, prepared } = visit
    const { facts, from, to } = prepared
    const { language } = reader
    const name = chooseName(shortNames(facts.holder), language).text
    const address = application.settings.baseUrl + paths.visit(reader, network.slug, chosen(prepared))
    const calendar = writeCalendar({ product: `-//Entente//Visit//${language.toUpperCase()}` }, [
      {
        uid: `visit-${facts.holder.slug}-${from}-${to}@${await findUidHost(context, application.settings)}`,
        stampedAt: new Date(context.clock.now().epochMilliseconds),
        start: { kind: 'day', day: from },
        end: { kind: 'day', day: Temporal.PlainDate.from(to).add({ days: 1 }).toString() },
        summary: { text: reader.t('registry.visit.to', { name }), language },
        description: { text: [...clockSentences(reader, prepared), address].join('\n'), language },
        location: { text: name, language },
        address,
      },
    ])
    return sendFile(reply.header('cache-control', 'no-cache'), `${fileName(visit)}.ics`, calendar)
  })
}

type VisitRequest = Awaited<ReturnType<typeof loadVisitRequest>>
type PreparedRequest = VisitRequest & { prepared: VisitFacts }

/** The network with the places, the days as typed, and what is known of them once they are right. */
async function loadVisitRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { request, context, network } = loaded
  const typed = readValues(request.query)
  const among = [...typedValues(typed, 'among'), typedValue(typed, 'place')].filter(Boolean)
  const places = await listPlaces(context, [...new Set(among)].slice(0, mostPlaces))
  const [only] = places
  const values = places.length === 1 && only ? { ...typed, place: only.slug } : typed
  // A page that leads here may know the days, and leave the place to choose.
  const isAsked = places.length > 0 && 'from' in values && 'place' in values
  const reading = isAsked
    ? readForm(
        visitForm(
          context.today,
          places.map(({ slug }) => slug),
        ),
        values,
      )
    : null
  return {
    ...loaded,
    places,
    form: { values, errors: reading && !reading.valid ? reading.errors : [] },
    prepared: reading?.valid ? await findVisit(context, network, reading.data.place, reading.data) : null,
  }
}

/** For files: days that are wrong lead to the page, which says what is. */
async function loadPreparedRequest(visit: Visit): Promise<PreparedRequest | null> {
  const loaded = await loadVisitRequest(visit)
  const { reply, reader, network, form, places, prepared } = loaded
  if (prepared) return { ...loaded, prepared }
  const typed = (name: string) => typedValue(form.values, name)
  const again = { place: typed('place'), from: typed('from'), to: typed('to') }
  await reply.redirect(paths.visit(reader, network.slug, { ...again, among: places.map(({ slug }) => slug) }))
  return null
}

function visitForm(today: string, places: readonly string[]) {
  return z
    .object({
      place: z.enum(places, says('registry.visit.error.place')),
      from: typedDay.refine((day) => day >= today, says('registry.visit.error.past')),
      to: z.union([z.literal(''), typedDay]).default(''),
    })
    .transform((typed) => ({ ...typed, to: typed.to === '' ? typed.from : typed.to }))
    .refine(({ from, to }) => from <= to, { error: says('agenda.error.reversed'), path: ['to'] })
    .refine(({ from, to }) => from > to || daysFrom(from, to).length <= longestVisit, {
      error: says('registry.visit.error.long'),
      path: ['to'],
    })
}

async function renderContacts(visit: NetworkRequest, { facts }: VisitFacts) {
  const { context, network } = visit
  const embassies = (await listMemberships(context, network.id)).filter(
    (membership) => membership.role === 'embassy' && isHeldOn(membership, context.today),
  )
  return renderContactsOf(visit, [facts.holder.id, ...embassies.map(({ organisationId }) => organisationId)])
}

function chosen({ facts, from, to }: VisitFacts) {
  return { place: facts.holder.slug, from, to }
}

function addressOf({ application, reader, network }: VisitRequest, { facts }: VisitFacts): string {
  return application.settings.baseUrl + paths.organisation(reader, network.slug, facts.holder.slug)
}

function fileName({ reader, prepared }: PreparedRequest): `${string}` {
  return `${prepared.facts.holder.slug}-${prepared.from}-${reader.language}`
}
