import { type CooperationAnswer, cooperationSchema } from '../../src/features/registry/records/schema.ts'

const place = { latitude: 45.8336, longitude: 1.2476 }

/** A cooperation as the API answers it, without a database: what matters to the test is given. */
export function cooperationRecord(given: Partial<CooperationAnswer> = {}): CooperationAnswer {
  return cooperationSchema.parse({
    id: '01a20fee-b122-7efc-9477-77e3ea5e8a1c',
    slug: 'limoges-icheon',
    url: 'https://example.org/en/france-coree/cooperations/limoges-icheon',
    updated_at: '2026-11-02T09:00:00.000Z',
    listed: true,
    status: 'active',
    intention: null,
    confirmation: 'claimed',
    claimed_by: null,
    stated: null,
    last_exchange_on: null,
    parties: [
      partyRecord({}),
      partyRecord({
        slug: 'icheon',
        country: 'KR',
        kind: 'si',
        name: { fr: 'Icheon', ko: '이천시', en: 'Icheon' },
      }),
    ],
    since: null,
    since_words: {},
    agreements: [],
    themes: [],
    wished_themes: [],
    actors: [],
    actor_roles: [],
    activities: [],
    prospects: [],
    figures: [],
    resources: [],
    summary: {},
    inherited: null,
    evidence: [],
    disputed: [],
    text_states: {},
    ...given,
  })
}

/** A party of such a record. */
export function partyRecord(
  given: Partial<CooperationAnswer['parties'][number]>,
): CooperationAnswer['parties'][number] {
  return {
    id: '018cc251-f400-73d5-bfa2-8c25caa51ed2',
    slug: 'limoges',
    name: { fr: 'Limoges', ko: '리모주', en: 'Limoges' },
    short_name: {},
    country: 'FR',
    kind: 'commune',
    codes: { cog: '87085' },
    capacity: 'party',
    location: place,
    ...given,
  }
}
