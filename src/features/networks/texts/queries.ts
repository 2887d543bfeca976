import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { RecordTexts } from '../../../platform/translation/text-owner.ts'

// A network’s description of itself is known from the beginning.
const always = '0001-01-01'

/** The texts of a network itself: its purpose, its objectives, its landmarks; not names of people. */
export async function listNetworkTexts(context: Context, networkId: string): Promise<RecordTexts[]> {
  const { rows } = await sql<{
    name: LocalizedName
    summary: LocalizedText
    objectives: LocalizedText[]
    landmarks: { id: string; title: LocalizedText; knownOn: string }[]
  }>`
    select n.name, n.summary, n.objectives,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', l.landmark_id, 'title', l.title, 'knownOn', l.known_on) order by l.happened_from)
        from networks_landmark l where l.network_id = n.network_id
      ), '[]') as landmarks
    from networks_network n where n.network_id = ${networkId}
  `.execute(context.database)
  return rows.map(({ name, summary, objectives, landmarks }) => ({
    networkId,
    recordKind: 'network',
    recordId: networkId,
    label: name,
    address: '/group',
    texts: [
      { path: 'summary', text: summary, knownOn: always },
      ...objectives.map((text, index) => ({ path: `objectives.${index}`, text, knownOn: always })),
      ...landmarks.map(({ id, title, knownOn }) => ({ path: `landmarks.${id}.title`, text: title, knownOn })),
    ],
  }))
}
