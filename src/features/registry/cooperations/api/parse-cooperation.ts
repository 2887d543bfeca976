import { newId } from '../../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { matchEntries, refuseRepeated } from '../../../../platform/records/api/program-entries.ts'
import { documentPath, type ProgramCall } from '../../../../platform/records/api/program-record.ts'
import { type ProgramText, textAfter } from '../../../../platform/records/api/program-text.ts'
import type { WrongParts } from '../../../../platform/records/api/wrong-parts.ts'
import { findIdsBySlug } from '../../../directory/picking/index.ts'
import { notesAfter } from '../../program-notes.ts'
import type { CooperationDocument } from '../document/schema.ts'
import { activitiesAfter } from './parse-activities.ts'
import { agreementsAfter } from './parse-agreements.ts'
import type { CooperationInput } from './schema.ts'

/** The common ground for reading a sent document. */
export interface Reading {
  call: ProgramCall<CooperationDocument>
  wrong: WrongParts
  idOf(slug: string): string
  text(before: LocalizedText | undefined, sent: ProgramText, path: readonly PropertyKey[]): LocalizedText
}

/** The cooperation after a program sent it: by the same rules as its forms. */
export async function parseCooperation(
  call: ProgramCall<CooperationDocument>,
  sent: CooperationInput,
  wrong: WrongParts,
): Promise<CooperationDocument> {
  const { before, context, network } = call
  const { languages } = network
  const reading: Reading = {
    call,
    wrong,
    idOf: await findIdsBySlug(context, slugsIn(sent), wrong),
    text: (was, is, path) => textAfter(was ?? {}, is, { path: [...documentPath, ...path], languages, wrong }),
  }
  return {
    ...before,
    parties: partiesAfter(reading, sent),
    summary: reading.text(before.summary, sent.summary, ['summary']),
    // The words of a date belong to that date.
    since: sent.since === before.since.on ? before.since : { on: sent.since, words: {} },
    standings: statusesAfter(reading, sent),
    themes: themesAfter(reading, sent),
    agreements: agreementsAfter(reading, sent.agreements),
    activities: activitiesAfter(reading, sent.activities),
    actors: actorsAfter(reading, sent),
    prospects: prospectsAfter(reading, sent),
    notes: notesAfter(before.notes, sent.notes, {
      path: [...documentPath, 'notes'],
      languages,
      today: context.today,
      wrong,
    }),
  }
}

function partiesAfter({ call: { before, context }, idOf, wrong }: Reading, { parties }: CooperationInput) {
  const slugs = parties.map(({ slug }) => slug)
  refuseRepeated(slugs, (index) => [...documentPath, 'parties', index, 'slug'], wrong)
  const known = new Map(before.parties.map((party) => [party.id, party.knownOn]))
  return parties.map(({ slug, capacity }) => {
    const id = idOf(slug)
    return { id, capacity, knownOn: known.get(id) ?? context.today }
  })
}

function statusesAfter({ call: { before, context }, text, wrong }: Reading, { standings }: CooperationInput) {
  const matched = matchEntries(before.standings, standings, [...documentPath, 'standings'], wrong)
  return standings
    .map((status, index) => {
      const found = matched[index]
      return {
        id: found?.id ?? newId(),
        status: status.status,
        intention: status.intention,
        reason: text(found?.reason, status.reason, ['standings', index, 'reason']),
        saidBy: found?.saidBy ?? null,
        statedOn: status.stated_on,
        knownOn: found?.knownOn ?? context.today,
      }
    })
    .toSorted((a, b) => (a.statedOn < b.statedOn ? -1 : a.statedOn > b.statedOn ? 1 : 0))
}

function themesAfter({ call: { before, context }, wrong }: Reading, sent: CooperationInput) {
  const repeated = (index: number) =>
    index < sent.themes.length
      ? [...documentPath, 'themes', index]
      : [...documentPath, 'wished_themes', index - sent.themes.length]
  refuseRepeated([...sent.themes, ...sent.wished_themes], repeated, wrong)
  const known = new Map(before.themes.map((theme) => [theme.id, theme.knownOn]))
  const chosen = [
    ...sent.themes.map((id) => ({ id, wished: false })),
    ...sent.wished_themes.map((id) => ({ id, wished: true })),
  ]
  // Existing themes keep their place.
  const order = [...before.themes.map(({ id }) => id), ...chosen.map(({ id }) => id)]
  return chosen
    .map((theme) => ({ ...theme, knownOn: known.get(theme.id) ?? context.today }))
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

function actorsAfter(
  { call: { before, context }, idOf, text, wrong }: Reading,
  { actors }: CooperationInput,
) {
  const slugs = actors.map(({ slug }) => slug)
  refuseRepeated(slugs, (index) => [...documentPath, 'actors', index, 'slug'], wrong)
  const known = new Map(before.actors.map((actor) => [actor.id, actor]))
  return actors.map(({ slug, role }, index) => {
    const id = idOf(slug)
    const found = known.get(id)
    return {
      id,
      role: text(found?.role, role, ['actors', index, 'role']),
      knownOn: found?.knownOn ?? context.today,
    }
  })
}

function prospectsAfter(
  { call: { before, context }, text, wrong }: Reading,
  { prospects }: CooperationInput,
) {
  const matched = matchEntries(before.prospects, prospects, [...documentPath, 'prospects'], wrong)
  let next = Math.max(-1, ...before.prospects.map(({ id }) => Number(id))) + 1
  return prospects.map((prospect, index) => {
    const found = matched[index]
    if (Object.keys(prospect.text).length === 0)
      wrong.add([...documentPath, 'prospects', index, 'text'], 'a text in one language at least')
    return {
      id: found?.id ?? String(next++),
      text: text(found?.text, prospect.text, ['prospects', index, 'text']),
      horizon: prospect.horizon,
      knownOn: found?.knownOn ?? context.today,
    }
  })
}

function slugsIn(sent: CooperationInput): { slug: string; path: PropertyKey[] }[] {
  const at = (path: PropertyKey[]) => (each: { slug: string }, index: number) => ({
    slug: each.slug,
    path: [...documentPath, ...path, index, 'slug'],
  })
  return [
    ...sent.parties.map(at(['parties'])),
    ...sent.actors.map(at(['actors'])),
    ...sent.agreements.flatMap(({ parties }, index) => parties.map(at(['agreements', index, 'parties']))),
    ...sent.activities.flatMap(({ organisations, place }, index) => [
      ...organisations.map(at(['activities', index, 'organisations'])),
      ...(place === null ? [] : [{ slug: place, path: [...documentPath, 'activities', index, 'place'] }]),
    ]),
  ]
}
