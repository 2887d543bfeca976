import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { TextOwner } from '../../platform/translation/text-owner.ts'
import { addNetwork, lookUpNetwork, recordLandmark, recordMembership } from '../networks/index.ts'
import { writeDispute, writeEvidence } from '../registry/evidence/index.ts'
import { addInterest, writeNote } from '../registry/index.ts'
import { loadSourceText } from '../registry/sources/index.ts'
import { indexNetwork } from '../translations/index.ts'
import { seedActivity, seedCooperation } from './cooperations.ts'
import { type Demonstration, localize, readDemonstration } from './demonstration-files.ts'
import { writeEdition } from './editions.commands.ts'
import { EvidenceReader } from './evidence-reader.ts'
import { seedMeetings } from './meetings.commands.ts'
import { seedOrganisation } from './organisations.commands.ts'
import { seedPeople } from './people.commands.ts'
import { Seeding } from './seeding.ts'
import { seedSources } from './sources.commands.ts'

/** The day on which the demonstration opens: the day after the meeting of Tours. */
export const opensOn = '2017-07-08'

/**
 * Loads a demonstration network with the evidence of every fact and the index of its texts. The directory must be loaded; refuses
 * when the network exists.
 */
export async function seedDemonstration(
  context: Context,
  name: string,
  textOwners: readonly TextOwner[],
): Promise<void> {
  const demonstration = readDemonstration(name)
  if (await lookUpNetwork(context, name)) throw new Refusal('taken', `There is a network "${name}" already`)
  await inTransaction(context, async (inside) => {
    for (const organisation of demonstration.organisations.organisations)
      await seedOrganisation(inside, organisation)
    const networkId = await seedNetwork(inside, demonstration)
    const sourceIds = await seedSources(inside, networkId, demonstration.sources)
    const evidence = new EvidenceReader(demonstration, sourceIds)
    for (const { slug, passages } of evidence.accounts)
      await loadSourceText(inside, networkId, evidence.sourceId(slug), passages)
    const seeding = new Seeding(inside, networkId, evidence)
    for (const { slug, evidence: references, known_on } of demonstration.organisations.organisations) {
      const { id } = await seeding.organisation(slug)
      seeding.addEvidence(
        { kind: 'organisation', id },
        references,
        known_on ?? demonstration.organisations.known_on,
        'name',
      )
    }
    await seedGroup(seeding, demonstration)
    for (const cooperation of demonstration.cooperations) await seedCooperation(seeding, cooperation)
    for (const activity of demonstration.activities.activities) {
      await seedActivity(seeding, activity, demonstration.activities.known_on)
    }
    await seedInterests(seeding, demonstration)
    await seedMeetings(seeding, demonstration)
    await seedDisputes(seeding, demonstration)
    await writeEvidence(inside, networkId, seeding.evidenceRows)
    await seedPeople(inside, networkId)
    await writeEdition(inside, networkId, demonstration.network.edition)
    await indexNetwork(inside, textOwners, networkId)
  })
}

async function seedNetwork(context: Context, { network }: Demonstration): Promise<string> {
  return addNetwork(context, {
    slug: network.slug,
    name: network.name,
    summary: localize(network.summary),
    objectives: network.objectives.map((each) => localize(each)),
    countries: network.countries,
    languages: network.languages,
    opensOn,
  })
}

async function seedGroup(seeding: Seeding, { network }: Demonstration): Promise<void> {
  const { context, networkId } = seeding
  const subject = { kind: 'network', id: networkId }
  seeding.refer(`network:${network.slug}`, subject)
  seeding.addEvidence(subject, network.summary_evidence, network.known_on, 'summary')
  seeding.addEvidence(subject, network.objectives_evidence, network.known_on, 'objectives')
  await seeding.writeNotes(
    { kind: 'network', id: networkId },
    { figures: network.figures, resources: [] },
    network.known_on,
  )
  for (const [position, membership] of network.memberships.entries()) {
    const knownOn = membership.known_on ?? network.known_on
    const id = await recordMembership(context, networkId, {
      organisationId: (await seeding.organisation(membership.organisation)).id,
      role: membership.role,
      ofId: membership.of ? (await seeding.organisation(membership.of)).id : null,
      person: localize(membership.person_words),
      from: membership.from,
      until: membership.until,
      fromWords: localize(membership.from_words),
      untilWords: localize(membership.until_words),
      endKnownOn: membership.until_known_on ?? null,
      position,
      knownOn,
    })
    seeding.addEvidence({ kind: 'membership', id }, membership.evidence, knownOn)
  }
  for (const landmark of network.landmarks) {
    const knownOn = landmark.known_on ?? network.known_on
    const concerns = await Promise.all(
      landmark.concerns.map(async (slug) => (await seeding.organisation(slug)).id),
    )
    const id = await recordLandmark(context, networkId, {
      slug: landmark.slug,
      title: localize(landmark.title),
      when: landmark.when,
      concerns,
      knownOn,
    })
    seeding.refer(`landmark:${landmark.slug}`, { kind: 'landmark', id })
    seeding.addEvidence({ kind: 'landmark', id }, landmark.evidence, knownOn)
  }
}

async function seedInterests(seeding: Seeding, { interests }: Demonstration): Promise<void> {
  for (const [position, interest] of interests.interests.entries()) {
    const knownOn = interest.known_on ?? interests.known_on
    const id = await addInterest(seeding.context, seeding.networkId, {
      organisationId: (await seeding.organisation(interest.organisation)).id,
      seeks: localize(interest.seeks),
      offers: localize(interest.offers),
      themes: interest.themes.map(({ theme }) => theme),
      position,
      knownOn,
    })
    const subject = { kind: 'interest', id }
    seeding.refer(`interest:${interest.organisation}`, subject)
    seeding.addEvidence(subject, interest.evidence, knownOn)
    for (const { theme, evidence } of interest.themes)
      seeding.addEvidence(subject, evidence, knownOn, `themes/${theme}`)
    await seeding.writeNotes({ kind: 'interest', id }, interest, knownOn)
    for (const [index, tie] of interest.other_ties.entries()) {
      const label = localize(tie.text)
      const note = {
        subjectKind: 'interest',
        subjectId: id,
        kind: 'other_tie',
        label,
        position: 100 + index,
        knownOn,
        cooperationId: tie.cooperation ? (await seeding.subjectOf('cooperation', tie.cooperation)).id : null,
      } as const
      const noteId = await writeNote(seeding.context, seeding.networkId, note)
      seeding.addEvidence({ kind: 'note', id: noteId }, tie.evidence, knownOn)
    }
  }
}

async function seedDisputes(seeding: Seeding, { disputes }: Demonstration): Promise<void> {
  for (const [position, dispute] of disputes.disputes.entries()) {
    const subject = await seeding.subjectOf(dispute.subject.kind, dispute.subject.ref)
    const id = await writeDispute(seeding.context, seeding.networkId, {
      slug: dispute.ref ?? `dispute-${position + 1}`,
      subjectKind: subject.kind,
      subjectId: subject.id,
      field: dispute.field,
      values: dispute.values.map((each) => ({
        value: typeof each.value === 'string' ? each.value : localize(each.value),
        rank: each.rank,
        knownOn: each.known_on ?? dispute.known_on ?? disputes.known_on,
        ...seeding.placeOf(each.source, each.evidence),
      })),
      note: localize(dispute.note),
      position,
      knownOn: dispute.known_on ?? disputes.known_on,
    })
    for (const [place, value] of dispute.values.entries()) {
      const knownOn = value.known_on ?? dispute.known_on ?? disputes.known_on
      seeding.addEvidence({ kind: 'dispute', id }, value.evidence, knownOn, `values/${place}`)
    }
  }
}
