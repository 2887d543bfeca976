import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import {
  type Edition,
  findEdition,
  freezeEdition,
  listEditions,
  withdrawEdition,
} from '../../../platform/editions/editions.ts'
import { addErratum } from '../../../platform/editions/errata.ts'
import { digestOf } from '../../../platform/editions/frozen-facts.ts'
import { isSecondPerson } from '../../../platform/editions/second-person.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { TypedText } from '../../../platform/i18n/localized-text.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import { authorize } from '../../../platform/refusal.ts'
import { type Filling, measureLanguages } from '../drawing/drawing.ts'
import { mayPublishBriefs } from '../policy.ts'
import { findBriefs, findLastAuthor } from './queries.ts'

/** What stands against an edition: the facts are others than the person saw, nobody else looked, a language does not fit. */
export type Hindrance = { kind: 'changed' } | { kind: 'second' } | { kind: 'full'; fillings: Filling[] }

export const seriesOf = (network: Pick<RecordNetwork, 'id'>) => ({
  networkId: network.id,
  kind: 'brief' as const,
})

/**
 * Publishes the briefs of all countries of a group as its next edition, as they are on the context’s day; or says what stands against it.
 * `seen` is the digest of what the person looked at.
 */
export async function publishBriefs(
  context: Context,
  network: RecordNetwork,
  seen: string,
  translate: (language: InterfaceLanguage) => Translate,
): Promise<{ number: number } | Hindrance> {
  authorize(mayPublishBriefs(context.actor, network.id))
  for (const brief of (await findBriefs(context, network)).briefs) {
    const fillings = await measureLanguages({ context, network, translate }, brief)
    const over = fillings.filter(({ linesLeft }) => linesLeft < 0)
    if (over.length > 0) return { kind: 'full', fillings: over }
  }
  const { personId, hasSecond } = await findLastAuthor(context, network)
  if (hasSecond && personId !== null && !isSecondPerson(context.actor, personId)) return { kind: 'second' }
  return inTransaction(context, async (inside) => {
    const facts = await findBriefs(inside, network)
    if (digestOf(facts) !== seen) return { kind: 'changed' }
    const { id, number } = await freezeEdition(inside, { ...seriesOf(network), day: context.today, facts })
    await record(inside, network, 'published', id)
    return { number }
  })
}

/** Adds a correction beside an edition, whose facts stay as they are. */
export function correctBriefs(context: Context, network: RecordNetwork, number: number, typed: TypedText) {
  return changeEdition(context, network, { number, verb: 'corrected' }, (inside, { id }) =>
    addErratum(inside, { kind: 'brief', id }, typed),
  )
}

/** Takes an edition back, with a reason that its readers are given. */
export function withdrawBriefs(context: Context, network: RecordNetwork, number: number, reason: TypedText) {
  return changeEdition(context, network, { number, verb: 'withdrawn' }, (inside, edition) =>
    withdrawEdition(inside, seriesOf(network), edition.number, reason),
  )
}

async function changeEdition(
  context: Context,
  network: RecordNetwork,
  { number, verb }: { number: number; verb: string },
  change: (inside: Context, edition: Edition) => Promise<unknown>,
): Promise<void> {
  authorize(mayPublishBriefs(context.actor, network.id))
  await inTransaction(context, async (inside) => {
    const edition = await findEdition(inside, seriesOf(network), number)
    await change(inside, edition)
    await record(inside, network, verb, edition.id)
  })
}

/** The first editions of the demonstration: of the day on which it opens, and of today. Nothing where there is one already. */
export async function completeEditions(
  context: Context,
  network: RecordNetwork & { opensOn: string | null },
  today: string,
): Promise<void> {
  if (network.opensOn === null || (await listEditions({ ...context, today }, seriesOf(network))).length > 0)
    return
  for (const day of [network.opensOn, today])
    await inTransaction({ ...context, today: day }, async (inside) => {
      const facts = await findBriefs(inside, network)
      await freezeEdition(inside, { ...seriesOf(network), day, facts })
    })
}

function record(context: Context, network: RecordNetwork, verb: string, editionId: string): Promise<void> {
  return recordActivity(context, {
    networkId: network.id,
    verb,
    subjectKind: 'brief_edition',
    subjectId: editionId,
  })
}
