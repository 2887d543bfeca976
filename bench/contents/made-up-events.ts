import type { Insertable } from 'kysely'
import type { OrganisationRef } from '../../src/features/directory/organisation.ts'
import { themes } from '../../src/features/networks/themes/index.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import type { Database } from '../../src/platform/database/schema.generated.ts'
import { readEdtf } from '../../src/platform/dates/index.ts'
import type { LocalizedText } from '../../src/platform/i18n/localized-text.ts'
import { Chance } from './chance.ts'

export interface EventRows {
  agenda_event: Insertable<Database['agenda_event']>[]
  agenda_event_organisation: Insertable<Database['agenda_event_organisation']>[]
}

const kinds = ['mission', 'meeting', 'seminar', 'festival', 'exhibition', 'workshop'] as const
const dayMs = 86_400_000

/**
 * Events of a network that might exist, from 2012 to 2030: three in five with hours, one in five of some days, one of which only the
 * month is known, each with two organisations and words in three languages. Every run gives equal ones.
 */
export function madeUpEvents(
  networkId: string,
  organisations: readonly OrganisationRef[],
  count: number,
): EventRows {
  const chance = new Chance(2017)
  const rows: EventRows = { agenda_event: [], agenda_event_organisation: [] }
  for (let number = 0; number < count; number++) {
    const event_id = newId()
    const [host, other] = [chance.oneOf(organisations), chance.oneOf(organisations)]
    const on = Date.UTC(2012, 0, 1) + chance.below(19 * 365) * dayMs
    rows.agenda_event.push({
      event_id,
      network_id: networkId,
      slug: `event-${number}`,
      kind: chance.oneOf(kinds),
      ...textsOf(number, host, other),
      ...whenOf(chance, number, on),
      state: on < Date.UTC(2026, 10, 2) ? 'past' : 'planned',
      place_id: host.id,
      themes: chance.some(themes, 1 + chance.below(2)),
      sequence: chance.below(3),
      known_on: '2012-01-01',
      published_at: '2026-11-02T09:00:00Z',
      created_at: '2026-11-02T09:00:00Z',
      updated_at: new Date(Date.UTC(2026, 9, 1) + number * 60_000).toISOString(),
    })
    for (const [position, { id: organisation_id }] of [...new Set([host, other])].entries())
      rows.agenda_event_organisation.push({
        event_id,
        organisation_id,
        role: position === 0 ? 'host' : 'participant',
        position,
      })
  }
  return rows
}

function whenOf(chance: Chance, number: number, on: number) {
  const day = isoDay(on)
  if (number % 5 === 4) return daysOf(day.slice(0, 7))
  if (number % 5 === 3) return daysOf(`${day}/${isoDay(on + (1 + chance.below(4)) * dayMs)}`)
  // Of some hours of the day, and of none that a clock shows twice.
  const at = on + (6 + chance.below(9)) * 3_600_000
  return {
    ...daysOf(day),
    starts_at: new Date(at).toISOString(),
    ends_at: new Date(at + (1 + chance.below(4)) * 3_600_000).toISOString(),
    zone: number % 2 === 0 ? 'Europe/Paris' : 'Asia/Seoul',
  }
}

function daysOf(happens: string) {
  const { from, to } = readEdtf(happens)
  return { happens, starts_on: from, ends_on: to }
}

function textsOf(number: number, { name: host }: OrganisationRef, { name: other }: OrganisationRef) {
  const told = (fr: string, ko: string, en: string): LocalizedText => ({
    fr: { text: fr, state: 'original' },
    ko: { text: ko, state: 'machine' },
    en: { text: en, state: 'machine' },
  })
  return {
    title: JSON.stringify(
      told(
        `Rencontres de ${host.fr} et ${other.fr ?? other.ko} : bilan et préparation de l’année (${number})`,
        `${host.ko ?? host.fr}·${other.ko ?? other.fr} 교류협력 정기회의: 사업 계획 및 예산 (${number})`,
        `Meeting of ${host.en ?? host.fr} and ${other.en ?? other.fr}; review of the year (${number})`,
      ),
    ),
    summary: JSON.stringify(
      told(
        `Une délégation de ${other.fr ?? other.ko} est accueillie par ${host.fr}, visite les ateliers et prépare la suite.`,
        `${other.ko ?? other.fr} 대표단이 ${host.ko ?? host.fr}을(를) 방문하여 작업장을 둘러보고 다음 사업을 준비합니다.`,
        `A delegation from ${other.en ?? other.fr} is received by ${host.en ?? host.fr}, visits the studios and prepares what follows.`,
      ),
    ),
  }
}

const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10)
