import { type LocalizedText, plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import type { AgendaEvent } from '../../agenda/events/index.ts'
import type { Agreement } from '../agreements/queries.ts'
import type { Party } from '../cooperations/summary.queries.ts'
import { type Pointing, permanentAddress } from '../paths.ts'
import type { CooperationParts } from './queries.ts'
import type { CooperationAnswer } from './schema.ts'

/** A cooperation as in the API and the exports. */
export function cooperationResponse(pointing: Pointing, parts: CooperationParts): CooperationAnswer {
  const { cooperation, details, agreements, activities } = parts
  const { standing: status } = cooperation
  return {
    id: cooperation.id,
    slug: cooperation.slug,
    url: permanentAddress(pointing, 'cooperations', cooperation.slug),
    updated_at: cooperation.updatedAt.toISOString(),
    listed: cooperation.listed,
    status: status.status,
    intention: status.intention,
    confirmation: cooperation.confirmation,
    claimed_by: cooperation.parties.find(({ id }) => id === cooperation.claimedBy)?.slug ?? null,
    stated: status.stated && { status: status.stated.status, on: status.stated.statedOn },
    last_exchange_on: status.lastExchangeOn,
    parties: cooperation.parties.map(partyResponse),
    since: cooperation.since,
    since_words: plainText(cooperation.sinceWords),
    agreements: agreements.map(agreementResponse),
    themes: themesOf(parts, false),
    wished_themes: themesOf(parts, true),
    actors: details.actors.map((actor) => actor.slug),
    actor_roles: details.actors.map(({ slug, name, country, kind, role }) => ({
      slug,
      name,
      country,
      kind,
      role: plainText(role),
    })),
    activities: activities.map(activityResponse),
    prospects: details.prospects.map(({ text, horizon }) => ({ text: plainText(text), horizon })),
    figures: figuresOf(parts).map(({ label, value }) => ({ label: plainText(label), value })),
    resources: resourcesOf(parts).map(({ label, url }) => ({ label: plainText(label), url })),
    summary: plainText(cooperation.summary),
    inherited: details.inheritance && {
      from: details.inheritance.predecessor.slug,
      to: details.inheritance.successor.slug,
      on: details.inheritance.happenedOn,
      reference: plainText(details.inheritance.reference),
      confirmed_on: details.inheritance.confirmedOn,
    },
    evidence: evidenceResponse(parts),
    disputed: disputeResponse(parts),
    text_states: textStatesOf(textsOf(parts)),
  }
}

function partyResponse({
  id,
  slug,
  name,
  shortName,
  country,
  kind,
  codes,
  capacity,
  latitude,
  longitude,
}: Party) {
  const location = latitude === null || longitude === null ? null : { latitude, longitude }
  return { id, slug, name, short_name: shortName, country, kind, codes, capacity, location }
}

function agreementResponse(agreement: Agreement) {
  return {
    id: agreement.id,
    kind: agreement.kind,
    state: agreement.steps.at(-1)?.state ?? null,
    signed_on: agreement.steps.find((step) => step.state === 'signed')?.happened ?? null,
    title: plainText(agreement.title),
    object: plainText(agreement.object),
    parties: agreement.parties.map((party) => party.slug),
    parent: agreement.parentId,
    steps: agreement.steps.map(({ state, happened, words }) => ({
      state,
      on: happened,
      words: plainText(words),
    })),
    planned_amount: agreement.plannedAmount,
    currency: agreement.currency,
  }
}

function activityResponse(activity: AgendaEvent) {
  return {
    id: activity.id,
    slug: activity.slug,
    kind: activity.kind,
    title: plainText(activity.title),
    when: activity.happens,
    words: plainText(activity.words),
    state: activity.state,
    firmness: activity.firmness,
    frame: plainText(activity.frame),
    place: activity.place?.slug ?? null,
    organisations: activity.organisations.map(({ slug, role }) => ({ slug, role })),
    cooperations: activity.cooperations.map((each) => each.slug),
  }
}

function evidenceResponse(parts: CooperationParts): CooperationAnswer['evidence'] {
  return parts.evidence.flatMap(({ subjectId, field, source, locator, stance, label }) => {
    const place = placeOf(parts, subjectId, field)
    return place === null
      ? []
      : [{ field: place, source: source.slug, source_url: source.url, locator, stance, label }]
  })
}

function disputeResponse(parts: CooperationParts): CooperationAnswer['disputed'] {
  return parts.disputes.map(({ subjectId, field, values, note }) => ({
    field: placeOf(parts, subjectId, field) ?? field,
    values: values.map(({ value, source, rank }) => ({
      value: typeof value === 'string' ? value : plainText(value),
      source: source?.slug ?? null,
      rank,
    })),
    note: plainText(note),
  }))
}

/** The texts of a cooperation’s record by their place in it, as in `agreements/0/title`. */
function textsOf(parts: CooperationParts): Record<string, LocalizedText> {
  const { cooperation, details, agreements, activities, disputes } = parts
  return {
    summary: cooperation.summary,
    since_words: cooperation.sinceWords,
    ...textsIn('agreements', agreements, ({ title, object }) => ({ title, object })),
    ...textsIn('actor_roles', details.actors, ({ role }) => ({ role })),
    ...textsIn('activities', activities, ({ title, words, frame }) => ({ title, words, frame })),
    ...textsIn('prospects', details.prospects, ({ text }) => ({ text })),
    ...textsIn('figures', figuresOf(parts), ({ label }) => ({ label })),
    ...textsIn('resources', resourcesOf(parts), ({ label }) => ({ label })),
    ...(details.inheritance ? { 'inherited/reference': details.inheritance.reference } : {}),
    ...textsIn('disputed', disputes, ({ note }) => ({ note })),
  }
}

function textsIn<T>(
  list: string,
  records: T[],
  texts: (record: T) => Record<string, LocalizedText>,
): Record<string, LocalizedText> {
  return Object.fromEntries(
    records.flatMap((record, index) =>
      Object.entries(texts(record)).map(([name, text]) => [`${list}/${index}/${name}`, text] as const),
    ),
  )
}

/**
 * The place of a fact in a cooperation’s record, from the subject and field that evidence names: `themes/culture` becomes `themes/2`. Null
 * if the fact is not known yet on the day of the record.
 */
function placeOf(parts: CooperationParts, subjectId: string, field: string): string | null {
  const { agreements, activities, notes } = parts
  if (subjectId === parts.cooperation.id) return placeInTie(parts, field)
  const agreement = agreements.findIndex((each) => each.id === subjectId)
  if (agreement >= 0)
    return field === 'agreement' ? `agreements/${agreement}` : `agreements/${agreement}/${field}`
  const activity = activities.findIndex((each) => each.id === subjectId)
  if (activity >= 0)
    return field === 'activity' ? `activities/${activity}` : `activities/${activity}/${field}`
  const note = notes.find((each) => each.id === subjectId)
  if (note?.kind === 'figure') return `figures/${figuresOf(parts).indexOf(note)}`
  if (note?.kind === 'resource') return `resources/${resourcesOf(parts).indexOf(note)}`
  return null
}

function themesOf({ details }: Pick<CooperationParts, 'details'>, wished: boolean) {
  return details.themes.filter((each) => each.wished === wished).map((each) => each.theme)
}

function figuresOf({ notes }: Pick<CooperationParts, 'notes'>) {
  return notes.filter((note) => note.kind === 'figure')
}

function resourcesOf({ notes }: Pick<CooperationParts, 'notes'>) {
  return notes.filter((note) => note.kind === 'resource')
}

function placeInTie(parts: CooperationParts, field: string): string | null {
  const [list, key = ''] = field.split('/')
  const { actors, prospects } = parts.details
  switch (list) {
    case 'themes':
      return at('themes', themesOf(parts, false), key) ?? at('wished_themes', themesOf(parts, true), key)
    case 'actors':
      return at(
        'actors',
        actors.map((actor) => actor.slug),
        key,
      )
    case 'prospects':
      return at(
        'prospects',
        prospects.map((prospect) => String(prospect.position)),
        key,
      )
    case 'inheritance':
      return 'inherited'
    default:
      return field
  }
}

function at(list: string, keys: string[], key: string): string | null {
  const index = keys.indexOf(key)
  return index < 0 ? null : `${list}/${index}`
}
