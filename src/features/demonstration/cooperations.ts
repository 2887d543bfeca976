import { writeEvent } from '../agenda/events/index.ts'
import { writeVisitCount } from '../partners/index.ts'
import { addCooperation } from '../registry/cooperations/index.ts'
import { writeAgreement } from '../registry/index.ts'
import { localize } from './demonstration-files.ts'
import type { ActivityEntry, CooperationFile } from './schema.ts'
import type { Seeding } from './seeding.ts'

/** Loads one cooperation of a demonstration with its agreements, activities, notes and evidence. */
export async function seedCooperation(seeding: Seeding, file: CooperationFile): Promise<void> {
  const { context, networkId } = seeding
  const knownOn = (fact: { known_on?: string | undefined }) => fact.known_on ?? file.known_on
  const id = await addCooperation(context, networkId, {
    slug: file.slug,
    listed: file.listed,
    parties: await Promise.all(
      file.parties.map(async (party) => ({
        organisation: await seeding.organisation(party.organisation),
        capacity: party.capacity,
        knownOn: knownOn(party),
      })),
    ),
    summary: localize(file.summary),
    since: file.since,
    sinceWords: localize(file.since_words),
    standings: await Promise.all(
      file.standings.map(async (stored) => ({
        status: stored.status,
        intention: stored.intention,
        reason: localize(stored.reason),
        saidById: stored.said_by ? (await seeding.organisation(stored.said_by)).id : null,
        statedOn: stored.stated_on,
        knownOn: knownOn(stored),
      })),
    ),
    themes: file.themes.map((each) => ({ theme: each.theme, wished: each.wished, knownOn: knownOn(each) })),
    actors: await Promise.all(
      file.actors.map(async (actor) => ({
        organisation: await seeding.organisation(actor.organisation),
        role: localize(actor.role),
        knownOn: knownOn(actor),
      })),
    ),
    prospects: file.prospects.map((prospect) => ({
      text: localize(prospect.text),
      horizon: prospect.horizon,
      knownOn: knownOn(prospect),
    })),
    inheritance: await inheritanceOf(seeding, file),
    knownOn: file.known_on,
  })
  const subject = { kind: 'cooperation' as const, id }
  seeding.refer(`cooperation:${file.slug}`, subject)
  seeding.addEvidence(subject, file.since_evidence, file.known_on, 'since')
  seeding.addEvidence(subject, file.summary_evidence, file.known_on, 'summary')
  // Evidence for the parties from a later account concerns parties that joined later.
  const latest = file.parties.map(knownOn).sort().at(-1) ?? file.known_on
  seeding.addEvidence(
    subject,
    file.party_evidence.filter((each) => !each.since),
    file.known_on,
    'parties',
  )
  seeding.addEvidence(
    subject,
    file.party_evidence.filter((each) => each.since),
    latest,
    'parties',
  )
  for (const stored of file.standings)
    seeding.addEvidence(subject, stored.evidence, knownOn(stored), 'status')
  for (const each of file.themes)
    seeding.addEvidence(subject, each.evidence, knownOn(each), `themes/${each.theme}`)
  for (const actor of file.actors)
    seeding.addEvidence(subject, actor.evidence, knownOn(actor), `actors/${actor.organisation}`)
  for (const [index, prospect] of file.prospects.entries()) {
    seeding.addEvidence(subject, prospect.evidence, knownOn(prospect), `prospects/${index}`)
  }
  if (file.inherited) seeding.addEvidence(subject, file.inherited.evidence, file.known_on, 'inheritance')
  await seedAgreements(seeding, file, id)
  for (const activity of file.activities) await seedActivity(seeding, activity, file.known_on, file.slug)
  await seeding.writeNotes(subject, file, file.known_on)
}

/** Loads one exchange of a cooperation, or of the group as such. */
export async function seedActivity(
  seeding: Seeding,
  entry: ActivityEntry,
  fileKnownOn: string,
  cooperation?: string,
): Promise<void> {
  const slugs = new Set([...(cooperation ? [cooperation] : []), ...(entry.cooperations ?? [])])
  const cooperations = await Promise.all([...slugs].map((slug) => seeding.subjectOf('cooperation', slug)))
  const knownOn = entry.known_on ?? fileKnownOn
  const id = await writeEvent(seeding.context, seeding.networkId, {
    slug: entry.ref,
    kind: entry.kind,
    title: localize(entry.title),
    when: entry.when,
    words: localize(entry.words),
    hours: hoursOf(entry),
    state: entry.state,
    firmness: entry.firmness ?? null,
    guestCountries: entry.guest_countries ?? [],
    placeId: entry.place ? (await seeding.organisation(entry.place)).id : null,
    frame: localize(entry.frame),
    organisations: await Promise.all(
      entry.organisations.map(async ({ organisation, role }) => ({
        organisationId: (await seeding.organisation(organisation)).id,
        role,
      })),
    ),
    cooperationIds: cooperations.map((each) => each.id),
    knownOn,
  })
  if (entry.visits !== undefined) await writeVisitCount(seeding.context, id, entry.visits, knownOn)
  seeding.refer(`activity:${entry.ref}`, { kind: 'activity', id })
  seeding.addEvidence({ kind: 'activity', id }, entry.evidence, knownOn, 'activity')
}

// From 10 to 17 o'clock of its day, in local time where it takes place.
function hoursOf({ when, hours }: ActivityEntry) {
  if (!hours || when === null) return null
  const at = (time: string) =>
    Temporal.PlainDateTime.from(`${when}T${time}`).toZonedDateTime(hours.zone).toInstant()
  return { startsAt: at(hours.start), endsAt: at(hours.end), zone: hours.zone }
}

async function seedAgreements(seeding: Seeding, file: CooperationFile, cooperationId: string): Promise<void> {
  const ids = new Map<string, string>()
  const ordered = [...file.agreements].sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null))
  for (const [position, agreement] of ordered.entries()) {
    const knownOn = agreement.known_on ?? file.known_on
    const parties = agreement.parties.map(async ({ organisation, signatory_words }) => ({
      organisationId: (await seeding.organisation(organisation)).id,
      signatory: localize(signatory_words),
    }))
    const id = await writeAgreement(
      seeding.context,
      { id: cooperationId, networkId: seeding.networkId },
      {
        kind: agreement.kind,
        title: localize(agreement.title),
        parties: await Promise.all(parties),
        parentId: agreement.parent ? (ids.get(agreement.parent) ?? null) : null,
        steps: agreement.steps.map((step) => ({
          state: step.state,
          on: step.on,
          words: localize(step.words),
          knownOn: step.known_on ?? knownOn,
        })),
        position,
        knownOn,
      },
    )
    ids.set(agreement.ref, id)
    seeding.refer(`agreement:${agreement.ref}`, { kind: 'agreement', id })
    seeding.addEvidence({ kind: 'agreement', id }, agreement.evidence, knownOn, 'agreement')
  }
}

async function inheritanceOf(seeding: Seeding, { inherited }: CooperationFile) {
  if (!inherited) return null
  return {
    fromId: (await seeding.organisation(inherited.from)).id,
    toId: (await seeding.organisation(inherited.to)).id,
    happenedOn: inherited.on,
    reference: localize(inherited.reference),
    confirmedOn: null,
  }
}
