import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { writtenLanguages } from '../../../../platform/i18n/reader.ts'
import { type FormState, type FormValues, says } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { clockWords } from '../../../../ui/text/clock-lines.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { holdersOf } from '../../../agenda/events/index.ts'
import { byOwnSide } from '../../../directory/index.ts'
import { addMeetingsForm } from '../frame.tsx'
import { paths } from '../paths.ts'
import { cancelMeetingsOf } from '../publication/appointments.commands.ts'
import { declinable, declineMeeting } from '../publication/declining.commands.ts'
import { notifyOfChanges } from '../publication/mails.ts'
import { whenWords } from '../publication/meeting-words.ts'
import { listAppointments } from '../publication/queries.ts'
import { type EventRequest, loadParticipantRequest, type ParticipantRequest } from '../request.ts'
import { type Slot, spokenIn } from '../session.ts'
import { TypedField } from '../views/typed-field.tsx'
import { changeParticipant, sayLeft } from './commands.ts'
import { participantName } from './participant-name.tsx'
import { participantErrors, participantForm } from './schema.ts'

const place = '/:language/:network/agenda/:slug/meetings/participants/:id'

/** Changes the details of a participant, withdraws it or takes it back. */
export function addParticipantRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addMeetingsForm(pages, `${place}/edit`, {
    open: loadParticipantRequest,
    title: ({ reader, participant }) => participantName(reader, participant),
    lead: 'partners.assignment.participantLead',
    path: ({ participant }) => `/participants/${participant.id}/edit`,
    action: ({ reader, network, event, participant }) =>
      paths.editing(reader, network.slug, event.slug, participant.id),
    submit: 'partners.assignment.save',
    values: valuesOf,
    schema: ({ network, facts }) =>
      participantForm({ languages: spokenIn(network), slots: facts.session.slots }),
    fields: renderFields,
    save: async (visit, typed) => {
      const { writing, facts, participant } = visit
      const errors = participantErrors(facts, participant, typed)
      if (errors.length > 0) return errors
      await changeParticipant(writing, heldOf(visit), facts.session, participant, typed)
      return addressOf(visit, 'changed')
    },
  })
  addMeetingsForm(pages.with({ ...noStore, ...limits.mail }), `${place}/decline`, {
    open: async (visit) => {
      const loaded = await loadParticipantRequest(visit)
      const all = await listAppointments(loaded.writing, loaded.facts.session.id)
      const meetings = declinable(loaded.writing, all, loaded.participant)
      return meetings.length > 0 ? { ...loaded, meetings } : notFound('meetings')
    },
    title: ({ reader }) => reader.t('partners.assignment.decline'),
    lead: 'partners.assignment.declineLead',
    path: ({ participant }) => `/participants/${participant.id}/decline`,
    action: ({ reader, network, event, participant }) =>
      paths.declining(reader, network.slug, event.slug, participant.id),
    submit: 'partners.assignment.decline',
    values: () => ({}),
    schema: ({ meetings }) =>
      z.object({
        meeting: z
          .string(says('ui.form.missing'))
          .refine((id) => meetings.some((each) => each.id === id), says('ui.form.missing')),
      }),
    fields: ({ reader, network, facts, participant, meetings }) => (
      <ChoiceField
        name="meeting"
        label={reader.t('partners.assignment.declineWhich')}
        required
        options={meetings.map((each) => {
          const otherId = each.firstId === participant.id ? each.secondId : each.firstId
          const other = facts.participants.find(({ id }) => id === otherId) ?? participant
          const when = whenWords({ reader, network, session: facts.session }, each)
          return { value: each.id, label: `${participantName(reader, other)} – ${when}` }
        })}
      />
    ),
    save: async (visit, { meeting }) => {
      const { writing, facts, participant } = visit
      await inTransaction(writing, async (inside) => {
        const changes = await declineMeeting(inside, heldOf(visit), facts.session, participant, meeting)
        await notifyOfChanges({ ...visit, writing: inside }, { changes, news: null })
      })
      return addressOf(visit, 'declined')
    },
  })
  pages
    .with({ ...noStore, ...limits.mail })
    .post(`${place}/departure`, loadParticipantRequest, async (visit) => {
      const { reply, writing, facts, participant } = visit
      await inTransaction(writing, async (inside) => {
        if (!(await sayLeft(inside, heldOf(visit), facts.session, participant, true))) return
        const changes = await cancelMeetingsOf(inside, facts.session, participant)
        await notifyOfChanges({ ...visit, writing: inside }, { changes, news: null })
      })
      return reply.redirect(addressOf(visit, 'left'), 303)
    })
  pages.post(`${place}/return`, loadParticipantRequest, async (visit) => {
    const { reply, writing, facts, participant } = visit
    await sayLeft(writing, heldOf(visit), facts.session, participant, false)
    return reply.redirect(addressOf(visit, 'returned'), 303)
  })
}

/** The holders of an event and its network, for policies. */
export function heldOf({ event, network }: EventRequest) {
  return { id: event.id, networkId: network.id, holders: holdersOf(event.organisations) }
}

function addressOf({ reader, network, event, participant }: ParticipantRequest, done: string): string {
  return paths.participant(reader, network.slug, event.slug, participant.id, { done })
}

function valuesOf({ participant }: ParticipantRequest): FormValues {
  return {
    personName: participant.personName,
    address: participant.address ?? '',
    language: participant.language,
    languages: participant.languages,
    quota: String(participant.quota),
    absences: participant.absences,
  }
}

/** The form of a participant: person, languages, number of meetings and absences. */
function renderFields({ reader, network, facts }: ParticipantRequest, form: FormState) {
  const { t } = reader
  const countries = byOwnSide(reader, network.countries)
  const words = (language: string) => capitalized(languageInWords(reader, language), reader.interfaceLanguage)
  const hours = ({ startsAt, endsAt }: Slot) =>
    clockWords(reader, { countries, hours: { startsAt, endsAt, zone: facts.session.zone } })
  return (
    <>
      <ErrorList form={form} />
      <TypedField
        name="quota"
        type="number"
        label={t('partners.assignment.quota')}
        hint={t('partners.assignment.quotaHint', { slots: facts.session.slots.length })}
      />
      <ChoiceField
        name="languages"
        label={t('partners.assignment.spoken')}
        hint={t('partners.assignment.spokenHint')}
        options={spokenIn(network).map((value) => ({ value, label: words(value) }))}
        multiple
      />
      <ChoiceField
        name="absences"
        label={t('partners.assignment.absences')}
        hint={t('partners.assignment.absencesHint')}
        options={facts.session.slots.map((slot) => ({ value: slot.id, label: hours(slot) }))}
        multiple
      />
      <TypedField
        name="personName"
        type="text"
        label={t('partners.assignment.person')}
        hint={t('partners.assignment.personHint')}
        required={false}
      />
      <TypedField
        name="address"
        type="email"
        label={t('partners.assignment.address')}
        hint={t('partners.assignment.addressHint')}
        required={false}
        autocomplete="off"
      />
      <ChoiceField
        name="language"
        label={t('partners.assignment.mailLanguage')}
        options={writtenLanguages(reader).map((value) => ({ value, label: words(value) }))}
        required
      />
    </>
  )
}
