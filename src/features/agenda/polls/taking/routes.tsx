import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { type FieldError, fieldError, readValues } from '../../../../platform/input/form.ts'
import type { PartCall } from '../../../../platform/records/record-kind.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { dateToType } from '../../../../ui/text/understood-date.ts'
import { mayAddRecord } from '../../../contributions/index.ts'
import { byOwnSide } from '../../../directory/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { type EventDocument, emptyEvent, eventDocument } from '../../events/document/schema.ts'
import { newEventForm } from '../../events/forms/new-event-form.tsx'
import { hoursToType } from '../../events/forms/when-reading.ts'
import { holdersOf } from '../../events/record/holders.ts'
import { callFor } from '../../writing/call.ts'
import { paths } from '../paths.ts'
import { eventTimeOf } from '../poll.ts'
import { findResults } from '../results/queries.ts'
import { readTakingRequest, type TakingRequest } from './call.ts'
import { takeForEvent, takeForNewEvent } from './commands.ts'
import { TakePage } from './views/take-page.tsx'

const place = '/:language/:network/agenda/polls/:id/dates/:option'
// Each writes to everybody who was asked.
const seldom = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** A date is taken: it becomes an event, or the date of the event that was asked about. */
export function addTakingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(place, readTakingRequest, show)
  pages.with({ ...neverKept, config: seldom }).post(place, readTakingRequest, async (asked) => {
    const { reply, reader, network, poll } = asked
    if (poll.event === null) return takeForm(asked)
    await takeForEvent(application, asked)
    return reply.redirect(paths.pollAfter(reader, network.slug, poll.id, 'taken'), 303)
  })
}

async function takeForm(asked: TakingRequest): Promise<FastifyReply> {
  const { request, application, reply, reader, network, poll } = asked
  const reading = await newEventForm.read(newEventCall(asked), request.body)
  if (!reading.valid) return show(asked, reading)
  const document = eventDocument.parse(reading.document)
  const errors = errorsIn(asked, document)
  if (errors.length > 0) {
    const values = readValues(request.body)
    return show(asked, { values, errors })
  }
  await takeForNewEvent(application, asked, document)
  return reply.redirect(paths.pollAfter(reader, network.slug, poll.id, 'taken'), 303)
}

// The date is the one that was asked about, and the event somebody's own to add.
function errorsIn({ writing, network, option }: TakingRequest, document: EventDocument): FieldError[] {
  const { when, startsAt, endsAt } = eventTimeOf(option)
  const isOther = document.when !== when || document.startsAt !== startsAt || document.endsAt !== endsAt
  if (isOther) return [fieldError('when', 'agenda.error.pollOtherDate')]
  const owners = holdersOf(document.organisations)
  return mayAddRecord(writing.actor, { networkId: network.id, owners })
    ? []
    : [fieldError('participants', 'agenda.error.pollNotYours')]
}

async function show(asked: TakingRequest, typed?: Shown): Promise<FastifyReply> {
  const { writing, reader, network, poll, option } = asked
  const call = newEventCall(asked)
  const shown = typed ?? { values: await firstValues(asked, call), errors: [] }
  const { tallies } = await findResults(writing, network, poll)
  return drawNetworkPage(asked, {
    status: shown.errors.length > 0 ? 422 : 200,
    title: reader.t('agenda.poll.take'),
    description: reader.t('agenda.polls.lead'),
    path: `/agenda/polls/${poll.id}/dates/${option.id}`,
    noindex: true,
    children: (
      <TakePage
        network={network.slug}
        countries={byOwnSide(reader, network.countries)}
        poll={poll}
        option={option}
        tally={tallies.find(({ optionId }) => optionId === option.id) ?? null}
        fields={
          poll.event === null ? (
            <FormFields form={shown}>{await newEventForm.form(call, shown)}</FormFields>
          ) : null
        }
        errors={shown.errors}
      />
    ),
  })
}

async function firstValues({ reader, option }: TakingRequest, call: PartCall) {
  const time = eventTimeOf(option)
  return {
    ...(await newEventForm.values(call)),
    when: dateToType(reader, time.when, null),
    ...(time.startsAt === null ? {} : hoursToType(time)),
    visibility: 'network',
  }
}

function newEventCall(asked: TakingRequest): PartCall {
  const { title, about } = asked.poll
  return callFor(asked, { ...emptyEvent, title, summary: about })
}
