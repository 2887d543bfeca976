import {
  documentPath,
  type ProgramCall,
  programRecord,
} from '../../../platform/records/api/program-record.ts'
import type { WrongParts } from '../../../platform/records/api/wrong-parts.ts'
import { readFields, shownOf } from '../../../platform/records/fields/programs.ts'
import { findIdsBySlug, findSlugs } from '../../directory/picking/index.ts'
import { type WishDocument, wishDocument, wishFields } from './fields.ts'
import { latestExpiry, usualExpiry } from './wish.ts'
import { type WishInput, wishExample, wishInput } from './wish-program.schema.ts'

/** Wishes as programs read and write them. */
export const wishProgram = programRecord({
  scope: 'write:wishes',
  segment: 'wishes',
  schema: wishInput,
  example: wishExample,
  parse: (document) => wishDocument.parse(document),
  show: async (context, _network, document) => {
    const { organisationId } = document
    const slugOf = await findSlugs(context, organisationId === null ? [] : [organisationId])
    const { kind, ...said } = shownOf(wishFields, document)
    return { kind, organisation: organisationId === null ? '' : slugOf(organisationId), ...said }
  },
  read: readWish,
})

const at = (...path: PropertyKey[]) => [...documentPath, ...path]

/** The wish with what a program sent: by the same rules as its forms. */
async function readWish(
  call: ProgramCall<WishDocument>,
  sent: WishInput,
  wrong: WrongParts,
): Promise<WishDocument> {
  const { before, context, head } = call
  const idOf = await findIdsBySlug(context, [{ slug: sent.organisation, path: at('organisation') }], wrong)
  refuseContradictions(call, sent, wrong)
  const expires_on = sent.expires_on ?? usualExpiry(context.today)
  return {
    ...before,
    ...readFields(wishFields, call, { ...sent, expires_on }, wrong),
    organisationId: idOf(sent.organisation),
    horizonWords: before.horizon === sent.horizon ? before.horizonWords : {},
    knownOn: head === null ? context.today : before.knownOn,
  }
}

// What no field knows by itself: it looks at the day, or at two fields.
function refuseContradictions(
  { before, context, head }: ProgramCall<WishDocument>,
  sent: WishInput,
  wrong: WrongParts,
): void {
  for (const field of ['title', 'text'] as const)
    if (Object.keys(sent[field]).length === 0) wrong.add(at(field), 'a text in one language at least')
  const { population_from: from, population_to: to, expires_on: expires } = sent
  if (from !== null && to !== null && from > to)
    wrong.add(at('population_to'), 'no smaller than population_from')
  const isNew = head === null || expires !== before.expiresOn
  if (expires !== null && isNew && (expires < context.today || expires > latestExpiry(context.today)))
    wrong.add(at('expires_on'), `a day from ${context.today} to ${latestExpiry(context.today)}`)
  if (sent.found_on !== null && sent.found_on > context.today)
    wrong.add(at('found_on'), 'a day that has come')
}
