import { newId } from '../../../../platform/context/identifier.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { slugOf } from '../../../../platform/input/slug.ts'
import { matchEntries, refuseRepeated } from '../../../../platform/records/api/program-entries.ts'
import { documentPath, type ProgramCall } from '../../../../platform/records/api/program-record.ts'
import { type ProgramText, textAfter } from '../../../../platform/records/api/program-text.ts'
import type { WrongParts } from '../../../../platform/records/api/wrong-parts.ts'
import type { EventEntry } from '../../../agenda/events/index.ts'
import { findIdsBySlug } from '../../../directory/picking/index.ts'
import { notesAfter } from '../../program-notes.ts'
import type { AgreementEntry, CooperationDocument } from '../document/schema.ts'
import { readAmount } from '../forms/amount.ts'
import type { CooperationInput } from './schema.ts'

/** The common ground for reading a sent document. */
interface Reading {
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
  if (sent.since !== null && sent.since !== before.since.on && readEdtf(sent.since).from > context.today)
    wrong.add([...documentPath, 'since'], 'a day until today: since when the cooperation exists')
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

type SentAgreement = CooperationInput['agreements'][number]

/** The agreements of a tie after a program sent them. */
function agreementsAfter(reading: Reading, sent: SentAgreement[]): AgreementEntry[] {
  const { before, context } = reading.call
  const at = [...documentPath, 'agreements']
  const matched = matchEntries(before.agreements, sent, at, reading.wrong)
  const parents = new Set(sent.flatMap(({ id, parent }) => (id !== undefined && parent === null ? [id] : [])))
  return sent.map((agreement, index) => {
    const found = matched[index]
    refuseAgreement(reading, agreement, [...at, index])
    if (agreement.parent !== null && (!parents.has(agreement.parent) || agreement.parent === agreement.id))
      reading.wrong.add(
        [...at, index, 'parent'],
        'the id of an agreement of this list that has no parent itself',
      )
    const path = ['agreements', index]
    return {
      id: found?.id ?? newId(),
      parentId: agreement.parent,
      kind: agreement.kind,
      title: reading.text(found?.title, agreement.title, [...path, 'title']),
      object: reading.text(found?.object, agreement.object, [...path, 'object']),
      plannedAmount: amountAfter(found, agreement.planned_amount),
      currency: agreement.currency,
      parties: agreement.parties.map(({ slug, signatory }, place) => {
        const id = reading.idOf(slug)
        const was = found?.parties.find((party) => party.id === id)?.signatory
        return { id, signatory: reading.text(was, signatory, [...path, 'parties', place, 'signatory']) }
      }),
      steps: stepsAfter(reading, found, agreement, [...at, index, 'steps']),
      knownOn: found?.knownOn ?? context.today,
    }
  })
}

// In the database’s notation, unless the amount is the same already.
function amountAfter(found: AgreementEntry | undefined, sent: string | null): string | null {
  return sent === null || sent === found?.plannedAmount ? sent : readAmount(sent)
}

function refuseAgreement({ wrong }: Reading, agreement: SentAgreement, at: readonly PropertyKey[]): void {
  const slugs = agreement.parties.map(({ slug }) => slug)
  refuseRepeated(slugs, (index) => [...at, 'parties', index, 'slug'], wrong)
  if (agreement.kind === 'none' && agreement.steps.length > 0)
    wrong.add([...at, 'steps'], 'no steps where there is no agreement')
  if ((agreement.planned_amount === null) !== (agreement.currency === null))
    wrong.add([...at, 'currency'], 'a currency where there is an amount, and only there')
}

function stepsAfter(
  { call: { context }, wrong }: Reading,
  found: AgreementEntry | undefined,
  { steps }: SentAgreement,
  at: readonly PropertyKey[],
): AgreementEntry['steps'] {
  const matched = matchEntries(found?.steps ?? [], steps, at, wrong)
  return steps.map(({ state, on }, index) => {
    const before = matched[index]
    return {
      id: before?.id ?? newId(),
      state,
      on,
      words: before && before.on === on ? before.words : {},
      knownOn: before?.knownOn ?? context.today,
    }
  })
}

type SentActivity = CooperationInput['activities'][number]

/** The exchanges of a tie after a program sent them. */
function activitiesAfter(reading: Reading, sent: SentActivity[]): EventEntry[] {
  const { before, context } = reading.call
  const at = [...documentPath, 'activities']
  const matched = matchEntries(before.activities, sent, at, reading.wrong)
  return sent.map((activity, index) => {
    const found = matched[index]
    const path = ['activities', index]
    refuseActivity(reading, activity, found, [...at, index])
    const title = reading.text(found?.title, activity.title, [...path, 'title'])
    return {
      id: found?.id ?? newId(),
      slug: found?.slug ?? slugOf(title.en?.text ?? title.fr?.text ?? '', activity.kind.replaceAll('_', '-')),
      kind: activity.kind,
      title,
      when: activity.when,
      words: found && found.when === activity.when ? found.words : {},
      state: activity.state,
      firmness: activity.firmness,
      guestCountries: activity.guest_countries,
      placeId: activity.place === null ? null : reading.idOf(activity.place),
      frame: reading.text(found?.frame, activity.frame, [...path, 'frame']),
      organisations: activity.organisations.map(({ slug, role }) => ({ id: reading.idOf(slug), role })),
      knownOn: found?.knownOn ?? context.today,
    }
  })
}

function refuseActivity(
  { call: { context, network }, wrong }: Reading,
  activity: SentActivity,
  found: EventEntry | undefined,
  at: readonly PropertyKey[],
): void {
  if (Object.keys(activity.title).length === 0) wrong.add([...at, 'title'], 'a text in one language at least')
  const isAhead = activity.when !== null && readEdtf(activity.when).from > context.today
  if (activity.state === 'past' && isAhead) wrong.add([...at, 'when'], 'what is past has happened by today')
  if (activity.state !== 'planned' && activity.firmness !== null)
    wrong.add([...at, 'firmness'], 'null for what is no plan')
  for (const [index, country] of activity.guest_countries.entries())
    if (!network.countries.includes(country) && !found?.guestCountries.includes(country))
      wrong.add(
        [...at, 'guest_countries', index],
        `one of the countries of the group: ${network.countries.join(', ')}`,
      )
  refuseRepeated(
    activity.organisations.map(({ slug }) => slug),
    (index) => [...at, 'organisations', index, 'slug'],
    wrong,
  )
}
