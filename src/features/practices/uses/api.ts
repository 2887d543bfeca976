import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import { ownDay } from '../../../platform/context/clock.ts'
import { named, namedBody } from '../../../platform/http/api/named-schema.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import { slug } from '../../../platform/http/api/parameters.ts'
import { jsonType } from '../../../platform/http/api/read-json.ts'
import { addWriting } from '../../../platform/http/api/writing.ts'
import type { Application } from '../../../platform/http/application.ts'
import { WrongInput } from '../../../platform/http/problems.ts'
import { WrongParts } from '../../../platform/records/api/wrong-parts.ts'
import { emptyOf } from '../../../platform/records/fields/field.ts'
import { answerOf, readFields, shapeOf } from '../../../platform/records/fields/programs.ts'
import { notFound } from '../../../platform/refusal.ts'
import { findNetwork, networkPlace, readNetworkCall, seenOn } from '../../networks/index.ts'
import { findPractice, type Practice } from '../sheets/queries.ts'
import { declareUse } from './commands.ts'
import { listUses, type PracticeUse, useFields } from './queries.ts'

const place = networkPlace.extend({ slug: slug().describe('Slug of the sheet') })
const described = { path: '/networks/{network}/practices/{slug}/uses', tag: 'practices', place }

/** API of uses: who took a practice up, and saying so for one’s own authority. */
export function addUsesApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      ...described,
      id: 'listPracticeUses',
      summary: 'Who took a practice up, as one authority said and the other confirmed',
      query: z.object({ ...seenOn }),
      answer: useList,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const practice = await findPractice(context, network.id, call.place.slug)
      return { uses: (await listUses(context, practice.id)).map((use) => useResponse(practice, use)) }
    },
  )
  addWriting(
    app,
    application,
    {
      ...described,
      id: 'declarePracticeUse',
      method: 'POST',
      summary: 'Says that the authority of the token’s person took a practice up, or changes what it said',
      answer: useSchema,
      needs: 'write:practices',
      writing: {
        takes: [jsonType],
        body: useBody,
        isConditional: false,
        outcomes: { 201: 'Said; it counts once the holder of the practice confirms it' },
        example: { state: 'adapted', since: '2017', changed: { fr: { text: 'Un four à bois' } } },
      },
    },
    {
      prepare: async ({ context: bare, place: { network: name, slug: sheet } }) => {
        const network = await findNetwork(bare, name)
        const context = { ...bare, today: ownDay(application, network.opensOn) }
        const practice = await findPractice(context, network.id, sheet)
        const [organisationId] = organisationsOf(context.actor, network.id, ['member'])
        if (organisationId === undefined || practice.publication !== 'published') notFound(sheet)
        return { context, network, practice, organisationId }
      },
      write: async ({ context: { database } }, { context: own, network, practice, organisationId }, sent) => {
        const context = { ...own, database }
        const of = ({ taker }: PracticeUse) => taker.id === organisationId
        const before = (await listUses(context, practice.id)).find(of) ?? emptyOf(useFields)
        const wrong = new WrongParts()
        const typed = readFields(useFields, { before, network }, sent, wrong, [])
        if (typed.state === 'given_up' && Object.keys(typed.reason).length === 0)
          wrong.add(['reason'], 'words, where the practice was given up')
        if (organisationId === practice.holder.id) wrong.add([], 'a holder takes up no practice of its own')
        if (wrong.errors.length > 0) throw new WrongInput(wrong.errors)
        await declareUse(context, practice, { ...typed, organisationId })
        const said = (await listUses(context, practice.id)).find(of) ?? notFound('use')
        return { status: 201, body: useResponse(practice, said) }
      },
    },
  )
}

function useResponse({ holder }: Practice, use: PracticeUse): z.input<typeof useSchema> {
  return {
    organisation: use.taker.slug,
    ...answerOf(useFields, use),
    said_for: use.saidFor === holder.id ? holder.slug : use.taker.slug,
    confirmed_on: use.confirmedOn,
    known_on: use.knownOn,
  }
}

const useBody = namedBody('NewPracticeUse', z.strictObject(shapeOf(useFields, 'program')))
const useSchema = named(
  'PracticeUse',
  z.object({
    organisation: z.string().describe('Slug of the authority that took it up'),
    ...shapeOf(useFields, 'answer'),
    said_for: z.string().describe('Slug of the organisation that said it'),
    confirmed_on: z.iso.date().nullable().describe('When the other one confirmed it'),
    known_on: z.iso.date(),
  }),
)
const useList = named('PracticeUses', z.object({ uses: z.array(useSchema) }))
