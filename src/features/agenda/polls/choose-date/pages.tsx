import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import type { PartCall } from '../../../../platform/records/record-kind.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { dateToType } from '../../../../ui/text/date-words.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { mayAddRecord } from '../../../contributions/index.ts'
import { byOwnSide, countryName } from '../../../directory/index.ts'
import { addNetworkForm } from '../../../directory/picking/index.ts'
import { type EventDocument, emptyEvent, eventDocument } from '../../events/document/schema.ts'
import { newEventForm, newEventPresses } from '../../events/forms/new-event-form.tsx'
import { hoursToType } from '../../events/forms/when-reading.ts'
import { holdersOf } from '../../events/record/holders.ts'
import { callFor } from '../../writing.request.ts'
import { paths } from '../paths.ts'
import { eventTimeOf } from '../poll.ts'
import { findResults } from '../results/queries.ts'
import { OptionDate } from '../views/option-date.tsx'
import { chooseForEvent, chooseForNewEvent } from './commands.ts'
import { type DateChoiceRequest, loadDateChoiceRequest } from './request.ts'

/** Choosing a date: it becomes an event, or the date of the event that was asked about. */
export function addDateChoiceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, '/:language/:network/agenda/polls/:id/dates/:option', {
    sending: { ...noStore, ...limits.mail },
    open: loadDateChoiceRequest,
    title: 'agenda.poll.take',
    description: 'agenda.polls.lead',
    path: ({ poll, option }) => `/agenda/polls/${poll.id}/dates/${option.id}`,
    values: (visit) => (visit.poll.event === null ? firstValues(visit) : {}),
    ...newEventPresses,
    // The form of a new event reads what is sent, if it is read at all.
    schema: z.unknown(),
    fields: async (visit, form) => {
      const { reader, poll } = visit
      return (
        <>
          {poll.event === null ? (
            <>
              <UsualSubmit value="save" />
              {await newEventForm.form(newEventCall(visit), form)}
            </>
          ) : null}
          <p class="form-end">
            <button type="submit" class="button primary" name="action" value="save">
              {reader.t('agenda.poll.takeAndTell')}
            </button>
          </p>
        </>
      )
    },
    page: async (visit, form, state) => {
      const { writing, reader, network, poll, option } = visit
      const { t } = reader
      const { tallies } = await findResults(writing, network, poll)
      const tally = tallies.find(({ optionId }) => optionId === option.id)
      return (
        <>
          <ErrorList form={state} />
          <PageHeading
            kicker={
              <a href={paths.poll(reader, network.slug, poll.id)}>
                {chooseText(poll.title, reader.language)?.text ?? t('agenda.polls.title')}
              </a>
            }
            lead={t(poll.event === null ? 'agenda.poll.takeAdds' : 'agenda.poll.takeMoves')}
          >
            {t('agenda.poll.take')}
          </PageHeading>
          <OptionDate countries={byOwnSide(reader, network.countries)} option={option} />
          {(tally?.outvoted ?? []).map((code) => (
            <Notice key={code} kind="warning">
              {t('agenda.poll.outvoted', { country: countryName(reader, code), code })}
            </Notice>
          ))}
          {form}
        </>
      )
    },
    save: async (visit, _typed, _choices, values) => {
      const { reader, network, poll } = visit
      const taken = paths.pollAfter(reader, network.slug, poll.id, 'taken')
      if (poll.event !== null) {
        await chooseForEvent(application, visit)
        return taken
      }
      const reading = await newEventForm.read(newEventCall(visit), values)
      if (!reading.valid) return reading.errors
      const document = eventDocument.parse(reading.document)
      const errors = errorsIn(visit, document)
      if (errors.length > 0) return errors
      await chooseForNewEvent(application, visit, document)
      return taken
    },
  })
}

// The date is the one that was asked about, and the event is one that the reader may add.
function errorsIn({ writing, network, option }: DateChoiceRequest, document: EventDocument): FieldError[] {
  const { when, startsAt, endsAt } = eventTimeOf(option)
  const isOther = document.when !== when || document.startsAt !== startsAt || document.endsAt !== endsAt
  if (isOther) return [fieldError('when', 'agenda.error.pollOtherDate')]
  const owners = holdersOf(document.organisations)
  return mayAddRecord(writing.actor, { networkId: network.id, owners })
    ? []
    : [fieldError('participants', 'agenda.error.pollNotYours')]
}

async function firstValues(visit: DateChoiceRequest) {
  const time = eventTimeOf(visit.option)
  return {
    ...(await newEventForm.values(newEventCall(visit))),
    when: dateToType(visit.reader, time.when, null),
    ...(time.startsAt === null ? {} : hoursToType(time)),
    visibility: 'network',
  }
}

function newEventCall(visit: DateChoiceRequest): PartCall {
  const { title, about } = visit.poll
  return callFor(visit, { ...emptyEvent, title, summary: about })
}
