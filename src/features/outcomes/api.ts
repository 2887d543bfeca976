import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inLanguages } from '../../platform/http/api/localized.ts'
import { named } from '../../platform/http/api/named-schema.ts'
import { addOperation } from '../../platform/http/api/operation.ts'
import { slug } from '../../platform/http/api/parameters.ts'
import type { Application } from '../../platform/http/application.ts'
import { plainText } from '../../platform/i18n/localized-text.ts'
import { findEvent } from '../agenda/events/index.ts'
import { actorKinds } from '../agenda/index.ts'
import { listOrganisationRefs } from '../directory/picking/index.ts'
import { networkPlace, readNetworkCall, seenOn } from '../networks/index.ts'
import { heldStates, outcomeResults } from './codes.ts'
import { lookUpOutcome } from './outcomes.queries.ts'

/** What holders of an exchange were asked and what they say came of it, for programs that may read the event. */
export function addOutcomeApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'readOutcome',
      path: '/networks/{network}/events/{slug}/outcome',
      tag: 'events',
      summary: 'What came of an exchange by the word of each holder, and who was asked and did not answer',
      place: networkPlace.extend({ slug: slug().describe('Slug of the event') }),
      query: z.object({ ...seenOn }),
      answer: outcomeSchema,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const event = await findEvent(context, network.id, call.place.slug)
      const { asked = [], answers = [] } = (await lookUpOutcome(context, event.id)) ?? {}
      const ids = [...asked, ...answers].map(({ organisationId }) => organisationId)
      const refs = await listOrganisationRefs(context, ids)
      const slugOf = (id: string) => refs.get(id)?.slug ?? ''
      return {
        event: event.slug,
        asked: asked.map(({ organisationId, askedOn, remindedOn, answeredOn }) => ({
          organisation: slugOf(organisationId),
          asked_on: askedOn,
          reminded_on: remindedOn,
          answered_on: answeredOn,
        })),
        answers: answers.map(
          ({ organisationId, movedTo, sentence, takesUp, url, saidAs, knownOn, ...answer }) => ({
            organisation: slugOf(organisationId),
            held: answer.held,
            moved_to: movedTo,
            actors: answer.actors,
            results: answer.results,
            sentence: plainText(sentence),
            takes_up: plainText(takesUp),
            url: url || null,
            money: answer.money,
            said_as: saidAs || null,
            known_on: knownOn,
            happens: answer.happens,
          }),
        ),
      }
    },
  )
}

const day = z.iso.date().nullable()
const edtf = z.string().nullable()
const outcomeSchema = named(
  'Outcome',
  z.object({
    event: z.string(),
    asked: z.array(
      z.object({
        organisation: z.string().describe('Slug'),
        asked_on: day.describe('Null: nobody could be asked, for want of an account and an address'),
        reminded_on: day.describe('By mail'),
        answered_on: day.describe('Null: it did not answer'),
      }),
    ),
    answers: z.array(
      z.object({
        organisation: z.string().describe('Slug'),
        held: z.enum(heldStates),
        moved_to: edtf.describe('EDTF'),
        actors: z.array(z.object({ kind: z.enum(actorKinds), count: z.int().nullable() })),
        results: z.array(z.enum(outcomeResults)),
        sentence: inLanguages,
        takes_up: inLanguages.describe('What it would take up from what it saw there'),
        url: z.string().nullable(),
        money: z
          .object({ amount: z.number(), currency: z.string().describe('ISO 4217'), year: z.int() })
          .nullable()
          .describe('What its own side spent'),
        said_as: z.string().nullable().describe('In which function'),
        known_on: z.iso.date(),
        happens: edtf.describe('EDTF of the event when the answer was given'),
      }),
    ),
  }),
)
