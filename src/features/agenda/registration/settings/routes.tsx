import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { zonesFor } from '../../../../platform/dates/index.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { type FormValues, readForm, readValues, typedValue } from '../../../../platform/input/form.ts'
import { applyListAction } from '../../../../platform/input/list-action.ts'
import { authorize } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { type EventRequest, readKeeperRequest } from '../call.ts'
import { paths } from '../paths.ts'
import { promoteWaiting } from '../queue/commands.ts'
import { otherCountries, type Terms } from '../terms.ts'
import { saveTerms } from './commands.ts'
import { deadlineToType, readDeadline } from './deadline.ts'
import { termsForm } from './schema.ts'
import { questionValues, readQuestions } from './typed-questions.ts'
import { TermsPage } from './views/terms-page.tsx'

const place = '/:language/:network/agenda/:slug/registration/terms'

/** Where those who hold an event open registration for it, and say on which terms. */
export function addSettingsRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(place, readKeeperRequest, (asked) => {
    return show(asked, { values: valuesOf(asked), errors: [] })
  })
  pages.post(place, readKeeperRequest, (asked) => {
    const { request } = asked
    const sent = readValues(request.body)
    const change = applyListAction(sent, typedValue(sent, 'action'))
    if (change?.focus.list === 'questions') {
      const { action: _, ...values } = change.values
      return show(asked, { values, errors: [] }, change.focus.index)
    }
    return take(asked)
  })
}

type Shown = Parameters<typeof TermsPage>[0]['shown']

function show(asked: EventRequest, shown: Shown, focus: number | null = null): FastifyReply {
  const { reader, network, event, terms } = asked
  const title = reader.t(terms ? 'agenda.registration.terms' : 'agenda.registration.openIt')
  return drawNetworkPage(asked, {
    status: shown.errors.length > 0 ? 422 : 200,
    title: `${title} · ${eventTitle(reader, event)}`,
    description: title,
    path: `/agenda/${event.slug}/registration/terms`,
    noindex: true,
    children: (
      <TermsPage
        network={network}
        event={event}
        title={title}
        terms={terms}
        countries={countriesOf(asked)}
        shown={shown}
        focus={focus}
      />
    ),
  })
}

async function take(asked: EventRequest): Promise<FastifyReply> {
  const { request, application, reply, reader, network, event, writing, isKeeper, terms: before } = asked
  const form = readForm(
    termsForm({ countries: countriesOf(asked), dataUse: before?.dataUse ?? {} }),
    request.body,
  )
  if (!form.valid) return show(asked, form)
  const { isOpen, untilDay, untilTime, zone, countryPlaces, questions: typed, ...said } = form.data
  const deadline = readDeadline(event, { untilDay, untilTime, zone })
  const questions = readQuestions(before?.questions ?? [], typed)
  const errors = [
    ...('field' in deadline ? [deadline] : []),
    ...('errors' in questions ? questions.errors : []),
  ]
  if ('field' in deadline || 'errors' in questions) return show(asked, { values: form.values, errors })
  const terms: Terms = {
    ...said,
    ...deadline,
    ...questions,
    eventId: event.id,
    isOpen: isOpen === 'yes',
    countryPlaces: Object.fromEntries(
      Object.entries(countryPlaces).flatMap(([country, count]) => (count === null ? [] : [[country, count]])),
    ),
  }
  authorize(isKeeper)
  await inTransaction(writing, async (inside) => {
    await saveTerms(inside, network.id, terms)
    await promoteWaiting({ application, writing: inside, network, event }, terms)
  })
  return reply.redirect(paths.list(reader, network.slug, event.slug), 303)
}

function countriesOf({ network }: EventRequest): string[] {
  return [...network.countries, otherCountries]
}

function valuesOf(asked: EventRequest): FormValues {
  const { terms, network } = asked
  if (terms === null)
    return {
      isOpen: 'yes',
      forWhom: 'anybody',
      zone: asked.event.zone ?? zonesFor(network.countries)[0] ?? 'UTC',
      keptMonths: '6',
      reminderDays: '3',
    }
  return {
    isOpen: terms.isOpen ? 'yes' : 'no',
    ...deadlineToType(terms),
    forWhom: terms.forWhom,
    places: terms.places === null ? '' : String(terms.places),
    ...Object.fromEntries(
      Object.entries(terms.countryPlaces).map(([country, count]) => [
        `countryPlaces.${country}`,
        String(count),
      ]),
    ),
    ...questionValues(terms.questions, network.languages),
    keptMonths: String(terms.keptMonths),
    reminderDays: terms.reminderDays === null ? '' : String(terms.reminderDays),
  }
}
