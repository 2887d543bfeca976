import { sql } from 'kysely'
import type { Profile } from '../../src/features/partners/suggestions/profile.ts'
import { listProfiles, type SuggestingNetwork } from '../../src/features/partners/suggestions/queries.ts'
import type { Context } from '../../src/platform/context/context.ts'
import type { Case } from './held-out.ts'

/** A tie of the demonstration, held out and looked for from one of its sides. */
export interface OwnCase extends Case {
  tie: string
  from: string
  to: string
  isOfMeeting: boolean
  /** All other authorities of the asker’s country, with the ties that stay known. */
  neighbours: readonly Profile[]
}

interface Pair {
  cooperationId: string
  slug: string
  isOfMeeting: boolean
  one: string
  oneSlug: string
  other: string
  otherSlug: string
}

/**
 * The ties of a network between two authorities of its countries, each held out with its themes, exchanges and bodies, and looked for
 * from both sides.
 */
export async function ownCases(
  context: Context,
  network: SuggestingNetwork & { today: string },
): Promise<OwnCase[]> {
  const { rows } = await sql<Pair>`
    select c.cooperation_id as "cooperationId", c.slug, c.known_on <= '2017-07-08' and c.listed as "isOfMeeting",
      a.organisation_id as one, a.slug as "oneSlug", b.organisation_id as other, b.slug as "otherSlug"
    from registry_cooperation c
    join registry_party p on p.cooperation_id = c.cooperation_id and p.country = 'FR' and p.capacity = 'party'
    join registry_party q on q.cooperation_id = c.cooperation_id and q.country = 'KR' and q.capacity = 'party'
    join directory_organisation a on a.organisation_id = p.organisation_id
    join directory_organisation b on b.organisation_id = q.organisation_id
    where c.network_id = ${network.id} and c.known_on <= ${network.today}
    order by c.slug, a.slug, b.slug
  `.execute(context.database)
  const cases: OwnCase[] = []
  for (const pair of rows) {
    const profiles = await listProfiles(context, network, { without: [pair.cooperationId] })
    const [one, other] = [pair.one, pair.other].map((id) => profiles.find((profile) => profile.id === id))
    // Bodies such as Minatec are no authorities: nothing is suggested to them.
    if (!one || !other) continue
    const of = (country: string) => profiles.filter((profile) => profile.country === country)
    const [french, korean] = [of('FR'), of('KR')]
    const make = (
      origin: Profile,
      candidates: Profile[],
      truth: Profile,
      neighbours: Profile[],
      from: string,
      to: string,
    ) => ({
      tie: pair.slug,
      from,
      to,
      isOfMeeting: pair.isOfMeeting,
      origin,
      candidates,
      truth: candidates.indexOf(truth),
      neighbours,
    })
    cases.push(
      make(one, korean, other, french, pair.oneSlug, pair.otherSlug),
      make(other, french, one, korean, pair.otherSlug, pair.oneSlug),
    )
  }
  return cases
}
