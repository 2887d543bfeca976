import type { Context } from '../../../platform/context/context.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { listOrganisationsBySlug } from '../../directory/index.ts'
import { type Agreement, listAgreements } from '../../registry/agreements/index.ts'
import { findCooperation } from '../../registry/cooperations/index.ts'
import { asParty, type KnownParty, type PathInput } from './legal-path.ts'
import type { RecordedAct } from './progress.ts'

/** Organisations of the directory by their slugs, in that order; those that do not exist are left out. */
export async function listParties(context: Context, slugs: readonly string[]): Promise<KnownParty[]> {
  const found = await listOrganisationsBySlug(context, [...slugs])
  return found.toSorted((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug)).map(asParty)
}

/** The newest agreement of a tie, and what its path is computed from. */
export interface TieAct {
  slug: string
  input: PathInput<KnownParty>
  act: RecordedAct
  /** Of the agreement; null where the tie has none. */
  title: LocalizedText | null
  /** Its day is vaguer than a day: the path is that of the first day it may be. */
  isVague: boolean
}

/** A tie’s newest agreement as known on the context's day; a tie without one is an act without agreement, today. 404 for no tie. */
export async function findTieAct(context: Context, networkId: string, slug: string): Promise<TieAct> {
  const tie = await findCooperation(context, networkId, slug)
  const dated = (await listAgreements(context, [tie.id]))
    .filter(({ parentId, kind }) => parentId === null && kind !== 'none')
    .map((agreement) => ({ agreement, date: dateOf(agreement) }))
  // One without any date is still being talked about: it is the newest.
  const day = (date: (typeof dated)[number]['date']) => date?.from ?? '9999-12-31'
  const newest = dated.toSorted((a, b) => day(b.date).localeCompare(day(a.date)))[0]
  const { kind = 'none', steps = [], title = null } = newest?.agreement ?? {}
  const { date = null } = newest ?? {}
  const parties = tie.parties.filter(({ capacity }) => capacity === 'party').map(asParty)
  const on = date === null || date.openStart ? context.today : date.from
  const isVague = date !== null && date.from !== date.to
  return { slug: tie.slug, input: { kind, parties, on }, act: { kind, steps }, title, isVague }
}

/** The date of an agreement: of its signature, else of the last thing that happened to it. */
function dateOf({ steps }: Agreement) {
  const signed = steps.find(({ state, happened }) => state === 'signed' && happened !== null)
  const happened = (signed ?? steps.findLast((step) => step.happened !== null))?.happened ?? null
  return happened === null ? null : readEdtf(happened)
}
