import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { addNetworkAction, addNetworkForm, listOrganisationRefs } from '../../../directory/picking/index.ts'
import { AuthorityField } from '../../authority-field.tsx'
import { paths as eventPaths } from '../../events/paths.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { paths } from '../paths.ts'
import { answerRequest, askForSeats, type Outcome, withdrawRequest } from './commands.ts'
import {
  type AnswerRequest,
  isStillOpen,
  loadAnswerRequest,
  loadSeatsRequest,
  renderRequest,
} from './frame.tsx'
import { notifyOfAnswer, notifyOfRequest } from './mails.ts'
import { OfferFacts } from './offer-facts.tsx'
import { answerForm, longestWords, requestForm } from './schema.ts'
import { seatsLeft } from './seats.ts'

/** Asking for seats on the mission of another authority, and answering. */
export function addSeatsRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)

  addNetworkForm(pages, '/:language/:network/agenda/:slug/seats/:seats', {
    open: loadSeatsRequest,
    title: ({ reader, event }) => `${reader.t('agenda.seats.ask')} · ${eventTitle(reader, event)}`,
    description: 'agenda.seats.askLead',
    path: ({ event, offer }) => `/agenda/${event.slug}/seats/${offer.id}`,
    width: 'reading',
    submit: 'agenda.seats.send',
    schema: (visit) => {
      const { own, offer, requests } = visit
      return requestForm({ own, left: seatsLeft(offer, requests), isOpen: isStillOpen(visit, offer) })
    },
    fields: async ({ reader: { t }, own, writing }) => {
      const authorities = await listOrganisationRefs(writing, own)
      return (
        <>
          <AuthorityField authorities={[...authorities.values()]} />
          <Field name="count" type="number" label={t('agenda.mission.seatsHowMany')} required />
          <TextAreaField
            name="words"
            label={t('agenda.seats.words')}
            hint={t('agenda.seats.wordsHint')}
            max={longestWords}
          />
        </>
      )
    },
    page: (visit, form, state) => {
      const { reader, network, event, sheet, offer, requests } = visit
      const { t } = reader
      return (
        <>
          <ErrorList form={state} />
          <PageHeading
            kicker={
              <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
            }
            lead={t('agenda.seats.askLead')}
          >
            {t('agenda.seats.ask')}
          </PageHeading>
          <OfferFacts sheet={sheet} offer={offer} left={seatsLeft(offer, requests)} />
          {isStillOpen(visit, offer) ? form : <Notice>{t('agenda.error.seatsClosed')}</Notice>}
        </>
      )
    },
    save: async (visit, { authority: organisationId, count, words }) => {
      const { reader, network, event, mission, offer, writing } = visit
      const id = await inTransaction(writing, async (inside) => {
        const wanted = { seatsId: offer.id, organisationId, count, words, language: reader.interfaceLanguage }
        const made = await askForSeats(inside, mission, wanted)
        if (made !== null) await notifyOfRequest({ ...visit, writing: inside }, made, 'asked')
        return made
      })
      return id === null
        ? [fieldError('authority', 'agenda.error.askedAlready')]
        : paths.request(reader, network.slug, event.slug, id)
    },
  })

  const one = '/:language/:network/agenda/:slug/requests/:request'
  pages.get(one, loadAnswerRequest, (visit) => renderRequest(visit))

  addNetworkAction(pages, `${one}/answer`, {
    open: async (visit: Visit) => {
      const loaded = await loadAnswerRequest(visit)
      return loaded.mayAnswer ? loaded : notFound(loaded.wanted.id)
    },
    schema: answerForm,
    save: async (visit, { action: decision, answer }) => {
      const { reader, writing, mission, wanted, sheet } = visit
      const seats = sheet.mission.seats.find(({ id }) => id === wanted.seatsId)?.count ?? 0
      const outcome = await inTransaction(writing, async (inside) => {
        const given = { decision, answer, language: reader.interfaceLanguage, seats }
        const done = await answerRequest(inside, mission, wanted, given)
        if (done === 'done') await notifyOfAnswer({ ...visit, writing: inside }, wanted.id)
        return done
      })
      return ledTo(visit, outcome)
    },
    again: renderRequest,
  })

  addNetworkAction(pages, `${one}/withdrawal`, {
    open: async (visit: Visit) => {
      const loaded = await loadAnswerRequest(visit)
      return loaded.isOwn ? loaded : notFound(loaded.wanted.id)
    },
    schema: z.object({}),
    save: async (visit) => {
      const { writing, mission, wanted } = visit
      const outcome = await inTransaction(writing, async (inside) => {
        const done = await withdrawRequest(inside, mission, wanted)
        if (done === 'done') await notifyOfRequest({ ...visit, writing: inside }, wanted.id, 'withdrawn')
        return done
      })
      return ledTo(visit, outcome)
    },
    again: renderRequest,
  })
}

function ledTo({ reader, network, event, wanted }: AnswerRequest, outcome: Outcome) {
  if (outcome === 'done') return paths.request(reader, network.slug, event.slug, wanted.id)
  const key = outcome === 'tooFew' ? 'agenda.error.tooFewSeats' : 'agenda.error.answeredMeanwhile'
  return [fieldError('answer', key)]
}
