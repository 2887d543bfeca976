import { refuseRepeated } from '../../../../platform/records/programs/program-entries.ts'
import { documentPath, type ProgramCall } from '../../../../platform/records/programs/program-record.ts'
import { textAfter } from '../../../../platform/records/programs/program-text.ts'
import type { WrongParts } from '../../../../platform/records/programs/wrong-parts.ts'
import { findIdsBySlug } from '../../../directory/picking/index.ts'
import type { WishDocument } from '../document/schema.ts'
import { listPersonalMarks } from '../drafting-rules.ts'
import { latestExpiry, usualExpiry } from '../wish-state.ts'
import type { WishForPrograms } from './schema.ts'

/** The wish with what a program sent: by the same rules as its forms. */
export async function readWish(
  call: ProgramCall<WishDocument>,
  sent: WishForPrograms,
  wrong: WrongParts,
): Promise<WishDocument> {
  const { before, context, network, head } = call
  const at = (...path: PropertyKey[]) => [...documentPath, ...path]
  const text = (field: 'title' | 'text' | 'means' | 'returns') => {
    const after = textAfter(before[field], sent[field], {
      path: at(field),
      languages: network.languages,
      wrong,
    })
    for (const { language } of listPersonalMarks(after))
      wrong.add(at(field, language), 'no mail address and no telephone number: talks begin by this site')
    return after
  }
  const idOf = await findIdsBySlug(context, [{ slug: sent.organisation, path: at('organisation') }], wrong)
  refuseContradictions(call, sent, wrong)
  return {
    ...before,
    kind: sent.kind,
    organisationId: idOf(sent.organisation),
    title: text('title'),
    text: text('text'),
    themes: sent.themes,
    forms: sent.forms,
    tiers: sent.tiers,
    populationFrom: sent.population_from,
    populationTo: sent.population_to,
    countries: sent.countries,
    languages: sent.languages,
    means: text('means'),
    meanKinds: sent.mean_kinds,
    returns: text('returns'),
    returnThemes: sent.return_themes,
    horizon: sent.horizon,
    horizonWords: before.horizon === sent.horizon ? before.horizonWords : {},
    expiresOn: sent.expires_on ?? usualExpiry(context.today),
    foundOn: sent.found_on,
    visibility: sent.visibility,
    knownOn: head === null ? context.today : before.knownOn,
  }
}

function refuseContradictions(
  { before, context, head }: ProgramCall<WishDocument>,
  sent: WishForPrograms,
  wrong: WrongParts,
): void {
  const at = (...path: PropertyKey[]) => [...documentPath, ...path]
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
  for (const field of [
    'themes',
    'forms',
    'tiers',
    'countries',
    'languages',
    'mean_kinds',
    'return_themes',
  ] as const)
    refuseRepeated(sent[field], (index) => at(field, index), wrong)
}
