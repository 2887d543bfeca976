import { sql } from 'kysely'
import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../platform/i18n/localized-text.ts'
import { authorize } from '../../platform/refusal.ts'
import type { RecordTexts, TextOwner, TextReplacement } from '../../platform/translation/text-owner.ts'
import { mayTranslate } from './policy.ts'

/** The texts of networks, for translators. */
export const networkTexts: TextOwner = {
  kind: 'network',
  label: 'networks.text.network',
  fieldLabel: (path) => {
    if (path === 'summary') return 'networks.text.summary'
    return path.startsWith('objectives.') ? 'networks.text.objective' : 'networks.text.landmark'
  },
  listTexts: listNetworkTexts,
  replaceText: replaceNetworkText,
}

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

/** Replaces a text of a network; false if the old text has changed since. */
export async function replaceNetworkText(context: Context, replacement: TextReplacement): Promise<boolean> {
  const { networkId, path } = replacement
  authorize(mayTranslate(context.actor, networkId))
  if (!(await write(context, replacement))) return false
  const activity = { verb: 'translated', subjectKind: 'network', subjectId: networkId, detail: { path } }
  await recordActivity(context, { networkId, ...activity })
  // The list of networks shows the summary too.
  await recordActivity(context, { networkId: null, ...activity })
  return true
}

async function write(
  context: Context,
  { networkId, path, before, after }: TextReplacement,
): Promise<boolean> {
  const [part, id] = path.split('.')
  const [old, text] = [JSON.stringify(before), JSON.stringify(after)]
  const now = context.clock.now().toString()
  const statement =
    part === 'landmarks'
      ? sql`update networks_landmark set title = ${text}::jsonb, updated_at = ${now}
          where network_id = ${networkId} and landmark_id = ${id} and title = ${old}::jsonb`
      : part === 'objectives'
        ? sql`update networks_network set objectives = jsonb_set(objectives, array[${id}::text], ${text}::jsonb), updated_at = ${now}
            where network_id = ${networkId} and objectives -> ${Number(id)}::int = ${old}::jsonb`
        : sql`update networks_network set summary = ${text}::jsonb, updated_at = ${now}
            where network_id = ${networkId} and summary = ${old}::jsonb`
  const { numAffectedRows } = await statement.execute(context.database)
  return numAffectedRows === 1n
}
