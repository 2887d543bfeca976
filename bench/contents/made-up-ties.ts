import type { Insertable } from 'kysely'
import type { OrganisationRef } from '../../src/features/directory/organisation.ts'
import { type Theme, themes } from '../../src/features/networks/themes/index.ts'
import { agreementKinds } from '../../src/features/registry/codes.ts'
import { searchFieldsOf } from '../../src/features/registry/cooperations/search-fields.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import type { Database } from '../../src/platform/database/schema.generated.ts'
import { readEdtf } from '../../src/platform/dates/index.ts'
import type { LocalizedText } from '../../src/platform/i18n/localized-text.ts'
import { Chance } from './chance.ts'

/** Rows of some tables, by the table's name, in an order in which they can be written. */
export type Rows = { [T in Written]: Insertable<Database[T]>[] }
type Written = (typeof written)[number]

export const written = [
  'registry_cooperation',
  'registry_party',
  'registry_standing',
  'registry_theme',
  'registry_actor',
  'registry_agreement',
  'registry_agreement_party',
  'registry_agreement_step',
  'agenda_event',
  'agenda_event_cooperation',
  'registry_dispute',
] as const

const at = '2026-11-02T09:00:00Z'
const statuses = [
  'active',
  'active',
  'active',
  'slow',
  'dormant',
  'in_talks',
  'prospective',
  'ended',
] as const

/**
 * Cooperations of a network that might exist: each of a French and a Korean authority, in one case of six of two more,
 * with what the list shows of them. Every run gives equal ones.
 */
export function madeUpTies(
  networkId: string,
  french: OrganisationRef[],
  korean: OrganisationRef[],
  count: number,
): Rows {
  const chance = new Chance(1886)
  const rows: Rows = {
    registry_cooperation: [],
    registry_party: [],
    registry_standing: [],
    registry_theme: [],
    registry_actor: [],
    registry_agreement: [],
    registry_agreement_party: [],
    registry_agreement_step: [],
    agenda_event: [],
    agenda_event_cooperation: [],
    registry_dispute: [],
  }
  for (let number = 0; number < count; number++) {
    const parties = [chance.oneOf(french), chance.oneOf(korean)]
    if (chance.below(6) === 0)
      parties.push(chance.oneOf(french.filter((each) => each !== parties[0]).slice(0, 400)))
    addTie(rows, chance, networkId, number, parties)
  }
  return rows
}

function addTie(
  rows: Rows,
  chance: Chance,
  networkId: string,
  number: number,
  parties: OrganisationRef[],
): void {
  const cooperation_id = newId()
  const chosen = chance.some(themes, 1 + chance.below(6))
  const summary = summaryOf(parties, chosen)
  const year = 1965 + chance.below(60)
  const since = chance.below(4) === 0 ? null : readEdtf(chance.below(3) === 0 ? `${year}-05` : `${year}`)
  const known_on = chance.below(20) === 0 ? '2030-01-01' : `${Math.min(2025, year + 1)}-03-01`
  rows.registry_cooperation.push({
    cooperation_id,
    network_id: networkId,
    slug: `${parties.map((party) => party.slug).join('-')}-${number}`.slice(0, 118),
    listed: chance.below(10) > 0,
    summary: JSON.stringify(summary),
    since: since?.edtf ?? null,
    since_from: since?.from ?? null,
    since_to: since?.to ?? null,
    known_on,
    created_at: at,
    updated_at: at,
    ...searchFieldsOf({
      summary,
      parties: parties.map((organisation) => ({ organisation, capacity: 'party' })),
      actors: [],
    }),
  })
  for (const [position, { id: organisation_id, country }] of parties.entries()) {
    rows.registry_party.push({
      cooperation_id,
      organisation_id,
      network_id: networkId,
      country,
      capacity: 'party',
      position,
      known_on,
    })
  }
  for (const [position, theme] of chosen.entries()) {
    rows.registry_theme.push({
      cooperation_id,
      theme,
      network_id: networkId,
      wished: chance.below(8) === 0,
      position,
      known_on,
    })
  }
  if (chance.below(10) < 7) {
    rows.registry_standing.push({
      standing_id: newId(),
      cooperation_id,
      status: chance.oneOf(statuses),
      stated_on: '2024-06-01',
      known_on,
    })
  }
  addAgreement(rows, chance, { cooperation_id, network_id: networkId, known_on }, parties, year)
  addActivities(rows, chance, { cooperation_id, network_id: networkId, known_on }, number, year)
  if (chance.below(30) === 0) {
    rows.registry_dispute.push({
      dispute_id: newId(),
      network_id: networkId,
      slug: `dispute-${number}`,
      subject_kind: 'cooperation',
      subject_id: cooperation_id,
      field: 'since',
      position: 0,
      known_on,
    })
  }
}

interface Tie {
  cooperation_id: string
  network_id: string
  known_on: string
}

function addAgreement(rows: Rows, chance: Chance, tie: Tie, parties: OrganisationRef[], year: number): void {
  const many = chance.below(3)
  for (let position = 0; position < many; position++) {
    const agreement_id = newId()
    const kind = chance.oneOf(agreementKinds)
    rows.registry_agreement.push({ ...tie, agreement_id, kind, title: '{}', position })
    for (const [place, { id: organisation_id }] of parties.entries()) {
      rows.registry_agreement_party.push({ agreement_id, organisation_id, position: place })
    }
    for (const [place, state] of (['draft', 'signed', 'transmitted'] as const)
      .slice(0, chance.below(4))
      .entries()) {
      const when = readEdtf(`${year + position * 5}-0${1 + chance.below(9)}`)
      rows.registry_agreement_step.push({
        agreement_id,
        position: place,
        state,
        happened: when?.edtf ?? null,
        happened_from: when?.from ?? null,
        happened_to: when?.to ?? null,
        known_on: tie.known_on,
      })
    }
  }
}

function addActivities(rows: Rows, chance: Chance, tie: Tie, number: number, year: number): void {
  const many = chance.below(4)
  for (let position = 0; position < many; position++) {
    const event_id = newId()
    const when = readEdtf(`${Math.min(2026, year + 2 + chance.below(30))}-0${1 + chance.below(9)}`)
    rows.agenda_event.push({
      event_id,
      network_id: tie.network_id,
      slug: `activity-${number}-${position}`,
      kind: 'mission',
      title: '{}',
      happens: when?.edtf ?? null,
      starts_on: when?.from ?? null,
      ends_on: when?.to ?? null,
      state: chance.below(5) === 0 ? 'planned' : 'past',
      known_on: tie.known_on,
      published_at: at,
      created_at: at,
      updated_at: at,
    })
    rows.agenda_event_cooperation.push({ event_id, cooperation_id: tie.cooperation_id })
  }
}

function summaryOf(parties: OrganisationRef[], chosen: Theme[]): LocalizedText {
  const [one, other] = parties.map((party) => party.name)
  const subjects = chosen.join(', ').replaceAll('_', ' ')
  return {
    fr: {
      text: `${one?.fr} et ${other?.fr} échangent sur ${subjects} et reçoivent chaque année une délégation.`,
      state: 'original',
    },
    ko: {
      text: `${one?.ko ?? one?.fr}와 ${other?.ko}는 ${subjects} 분야에서 교류하며 해마다 대표단을 맞이합니다.`,
      state: 'machine',
    },
    en: {
      text: `${one?.en ?? one?.fr} and ${other?.en} exchange on ${subjects} and receive a delegation every year.`,
      state: 'machine',
    },
  }
}
