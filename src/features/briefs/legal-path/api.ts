import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import { day, oneOf, severalOf, slug } from '../../../platform/http/api/parameters.ts'
import type { Application } from '../../../platform/http/application.ts'
import { WrongInput } from '../../../platform/http/problems.ts'
import { networkPlace, readNetworkCall, seenOn } from '../../networks/index.ts'
import { computeKnownPath, type KnownParty, type PathInput } from './legal-path.ts'
import { findTieAct, listParties } from './path.queries.ts'
import { progressOf, progressStates, wholeCautions } from './progress.ts'
import { acts, bodies, circumstances, stepCautions, stepKeys } from './rules.ts'

/** The legal path of an act, for programs. */
export function addLegalPathApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'readLegalPath',
      path: '/networks/{network}/legal-path',
      tag: 'briefs',
      summary:
        'What each side of an act does, in order, by the rules in force on its day, with their articles',
      place: networkPlace,
      query: pathParameters,
      answer: pathAnswer,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const tie = call.query.tie ? await findTieAct(context, network.id, call.query.tie) : null
      const path = computeKnownPath(tie?.input ?? (await describedAct(context, call.query)))
      return {
        on: path.on,
        kind: path.kind,
        sides: path.sides.map(({ party, steps, cautions }) => ({
          organisation: { slug: party.slug, name: party.name, kind: party.kind },
          country: party.country,
          level: [...party.tiers],
          steps: steps.map((rule) => {
            const { step, by, required, law, article, from, until, address, checked_on, caution } = rule
            const progress = tie ? progressOf(rule, tie.act) : null
            return {
              key: step,
              required: required === 'depends' ? required : required === 'yes',
              by,
              law: law === null ? null : { title: law, article, from, until, url: address },
              checked: checked_on,
              done: progress?.state ?? null,
              evidence: progress?.evidence?.happened ?? null,
              caution,
            }
          }),
          cautions: cautions.map((each) => each.key),
        })),
        cautions: wholeCautions(path, tie),
      }
    },
  )
}

async function describedAct(
  context: Context,
  { kind, parties, on, with: given = [] }: z.output<typeof pathParameters>,
): Promise<PathInput<KnownParty>> {
  const wrong = (name: string, detail: string) =>
    new WrongInput([{ pointer: `/${name}`, detail: `${name} ${detail}` }])
  const missing = 'is missing: it may be left out only where a tie is given'
  if (kind === undefined) throw wrong('kind', missing)
  if (parties === undefined) throw wrong('parties', missing)
  if (on === undefined) throw wrong('on', missing)
  const found = await listParties(context, parties)
  const unknown = parties.filter((each) => !found.some((party) => party.slug === each))
  if (unknown.length > 0)
    throw wrong('parties', `names what the directory does not have: ${unknown.join(', ')}`)
  return { ...Object.fromEntries(given.map((each) => [each, true])), kind, parties: found, on }
}

const slugs = z
  .string()
  .regex(/^[a-z0-9-]+(?:,[a-z0-9-]+)+$/, { error: 'slugs of the directory, as in limoges,icheon' })
  .transform((text) => [...new Set(text.split(','))])
  .refine(({ length }) => length > 1 && length < 7, {
    error: 'two to six organisations, as in limoges,icheon',
  })

const pathParameters = z.object({
  kind: oneOf(acts).optional().describe('The kind of agreement, or event; needed without a tie'),
  parties: slugs.optional().describe('Slugs of the parties, as in limoges,icheon; needed without a tie'),
  on: day().optional().describe('The day of the act; needed without a tie'),
  with: severalOf(circumstances).optional().describe('What comes with it'),
  tie: slug().optional().describe('Instead: a cooperation, whose newest agreement gives all of these'),
  ...seenOn,
})

const law = z.object({
  title: z.string().describe('In its own language'),
  article: z.string(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  url: z.string().nullable(),
})
const step = z.object({
  key: z.enum(stepKeys),
  required: z.union([z.boolean(), z.literal('depends')]),
  by: z.enum(bodies),
  law: law.nullable().describe('Null where no article is known, or none is needed'),
  checked: z.iso.date().nullable().describe('When someone read the text beside it; null: to be checked'),
  done: z.enum(progressStates).nullable().describe('By the record of the agreement; null without a tie'),
  evidence: z.string().nullable().describe('The date that says so, EDTF'),
  caution: z.enum(stepCautions).nullable(),
})
const side = z.object({
  organisation: z.object({ slug: z.string(), name: inLanguages, kind: z.string() }),
  country: z.string(),
  level: z.array(z.string()).describe('Tiers of local government that it is; none where no law is known'),
  steps: z.array(step),
  cautions: z.array(z.string()),
})
const pathAnswer = named(
  'LegalPath',
  z.object({ on: z.iso.date(), kind: z.enum(acts), sides: z.array(side), cautions: z.array(z.string()) }),
)
