import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import type { FormState, FormValues } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { clockWords } from '../../../../ui/text/clock-lines.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { holdersOf } from '../../../agenda/events/index.ts'
import { byOwnSide } from '../../../directory/index.ts'
import { type EventRequest, type ParticipantRequest, readParticipantRequest } from '../call.ts'
import { spokenIn } from '../languages.ts'
import { addMeetingsForm } from '../page.tsx'
import { paths } from '../paths.ts'
import { cancelMeetingsOf } from '../publication/commands.ts'
import { notifyOfChanges } from '../publication/mails.ts'
import type { Slot } from '../session.ts'
import { TypedField } from '../views/typed-field.tsx'
import { changeParticipant, sayLeft } from './commands.ts'
import { participantName } from './participant-name.tsx'
import { participantErrors, participantForm } from './schema.ts'

const place = '/:language/:network/agenda/:slug/meetings/participants/:id'

/** What is said of a participant, and that it leaves or comes back. */
export function addParticipantRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  addMeetingsForm(pages, `${place}/edit`, {
    open: readParticipantRequest,
    title: ({ reader, participant }) => participantName(reader, participant),
    lead: 'partners.assignment.participantLead',
    path: ({ participant }) => `/participants/${participant.id}/edit`,
    action: ({ reader, network, event, participant }) =>
      paths.editing(reader, network.slug, event.slug, participant.id),
    submit: 'partners.assignment.save',
    values: valuesOf,
    schema: ({ network, ground }) =>
      participantForm({ languages: spokenIn(network), slots: ground.session.slots }),
    fields: drawFields,
    save: async (asked, typed) => {
      const { writing, ground, participant } = asked
      const errors = participantErrors(ground, participant, typed)
      if (errors.length > 0) return errors
      await changeParticipant(writing, heldOf(asked), ground.session, participant, typed)
      return addressOf(asked, 'changed')
    },
  })
  pages
    .with({ ...neverKept, ...limits.mail })
    .post(`${place}/departure`, readParticipantRequest, async (asked) => {
      const { reply, writing, ground, participant } = asked
      await inTransaction(writing, async (inside) => {
        if (!(await sayLeft(inside, heldOf(asked), ground.session, participant, true))) return
        const changes = await cancelMeetingsOf(inside, ground.session, participant)
        await notifyOfChanges({ ...asked, writing: inside }, { changes, news: null })
      })
      return reply.redirect(addressOf(asked, 'left'), 303)
    })
  pages.post(`${place}/return`, readParticipantRequest, async (asked) => {
    const { reply, writing, ground, participant } = asked
    await sayLeft(writing, heldOf(asked), ground.session, participant, false)
    return reply.redirect(addressOf(asked, 'returned'), 303)
  })
}

/** What of an event says who may do what at its meetings. */
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

/** Who comes for a participant, what they speak, how many meetings they take and when they are not there. */
function drawFields({ reader, network, ground }: ParticipantRequest, form: FormState) {
  const { t } = reader
  const countries = byOwnSide(reader, network.countries)
  const words = (language: string) => capitalized(languageInWords(reader, language), reader.interfaceLanguage)
  const hours = ({ startsAt, endsAt }: Slot) =>
    clockWords(reader, { countries, hours: { startsAt, endsAt, zone: ground.session.zone } })
  return (
    <>
      <ErrorList form={form} />
      <TypedField
        name="quota"
        type="number"
        label={t('partners.assignment.quota')}
        hint={t('partners.assignment.quotaHint', { slots: ground.session.slots.length })}
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
        options={ground.session.slots.map((slot) => ({ value: slot.id, label: hours(slot) }))}
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
        options={interfaceLanguages.map((value) => ({ value, label: words(value) }))}
        required
      />
    </>
  )
}
