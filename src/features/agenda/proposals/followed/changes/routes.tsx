import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../../platform/database/transaction.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import { pagesOf, type Visit, withStatus } from '../../../../../platform/http/visit.ts'
import { type FieldError, readValues } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { notFound } from '../../../../../platform/refusals/refusal.ts'
import { FormFields } from '../../../../../ui/form/filled.tsx'
import { drawSecretPage } from '../../../../networks/index.ts'
import { type EventDocument, eventDocument } from '../../../events/document/schema.ts'
import { longestSummary } from '../../../events/forms/about-form.tsx'
import { callFor } from '../../../writing/call.ts'
import { changeProposal } from '../../commands.ts'
import { proposerForm } from '../../forms/event-forms.ts'
import { tellModerators } from '../../notices/commands.ts'
import { creditedTo } from '../../proposal.ts'
import { type FollowedRequest, isOpen, readLiveRequest, standingOf } from '../call.ts'
import { wishFor } from '../wishes/commands.ts'
import { ChangePage } from './views/change-page.tsx'

const place = '/:language/:network/agenda/proposed/:token/change'

const seldom = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** The form by which a proposer changes what they proposed, before and after it is published. */
export function addChangeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readChangeable, show)
  pages.with({ config: seldom }).post(place, readChangeable, async (asked) => {
    const { request, reply } = asked
    const standing = startingFrom(asked)
    const reading = await proposerForm.read(callFor(asked, standing), request.body)
    if (!reading.valid)
      return show(withStatus(asked, 422), {
        values: readValues(request.body),
        errors: reading.errors,
      })
    const document = eventDocument.parse(reading.document)
    const errors = asked.event === null ? [] : tooLongFor(document)
    if (errors.length > 0) return show(withStatus(asked, 422), { values: readValues(request.body), errors })
    await keep(application, asked, document)
    return reply.header('referrer-policy', 'no-referrer').redirect(`${asked.address}?done=changed`, 303)
  })
}

async function readChangeable(visit: Visit): Promise<FollowedRequest> {
  const asked = await readLiveRequest(visit)
  return isOpen(asked) ? asked : notFound('change')
}

// A moderator shortens what is proposed, not what is wished.
function tooLongFor({ summary }: EventDocument): FieldError[] {
  return Object.entries(summary)
    .filter(([, { text }]) => text.length > longestSummary)
    .map(([language]) => ({
      field: `summary.${language}.text`,
      message: (t) => t('ui.form.tooLong', { maximum: longestSummary }),
    }))
}

// A wish that still waits is gone on from.
function startingFrom(asked: FollowedRequest): EventDocument {
  return asked.proposal.wish?.document ?? standingOf(asked)
}

async function keep(application: Application, asked: FollowedRequest, typed: EventDocument): Promise<void> {
  const { writing, network, proposal, event } = asked
  const document = creditedTo(typed, proposal)
  await inTransaction(writing, async (inside) => {
    const isNew =
      event === null
        ? await changeProposal(inside, proposal, document, { isOfProposer: true, note: '' })
        : await wishFor(inside, proposal, event, moved(event, document))
    if (isNew && proposal.heldFor === null)
      await tellModerators(
        { application, writing: inside, network },
        proposal,
        event === null ? 'changed' : 'wished',
      )
  })
}

// What was announced for another day keeps that day, and says so.
function moved(before: EventDocument, after: EventDocument): EventDocument {
  const { when, words, startsAt } = before
  if (when === null || (when === after.when && startsAt === after.startsAt)) return after
  return { ...after, previously: { when, words, startsAt } }
}

async function show(asked: FollowedRequest, typed?: Shown): Promise<FastifyReply> {
  const { reader, address, event } = asked
  const call = callFor(asked, startingFrom(asked))
  const shown = typed ?? { values: await proposerForm.values(call), errors: [] }
  return drawSecretPage(asked, {
    title: reader.t('agenda.proposal.change'),
    description: reader.t('agenda.proposal.lead'),
    children: (
      <ChangePage
        address={address}
        fields={<FormFields form={shown}>{await proposerForm.form(call, shown)}</FormFields>}
        shown={shown}
        isPublished={event !== null}
      />
    ),
  })
}
