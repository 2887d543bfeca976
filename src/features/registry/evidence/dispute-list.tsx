import { parseEdtf } from '../../../platform/dates/index.ts'
import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { FactSources } from '../../../platform/records/fact-sources.ts'
import { Disagreement } from '../../../ui/evidence/disagreement.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateWords } from '../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../ui/text/fuzzy-date.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import type { Network } from '../../networks/index.ts'
import { indexMarks } from '../evidence-marks.ts'
import { paths } from '../paths.ts'
import { type Dispute, listDisputes, listEvidence } from './queries.ts'

interface DisputeListProps {
  network: Pick<Network, 'slug'>
  disputes: Dispute[]
}

/** The value of each source, side by side, one point after another. */
export function DisputeList({ network, disputes }: DisputeListProps) {
  const reader = useReader()
  return (
    <>
      {disputes.map((dispute) => (
        <Disagreement
          key={dispute.id}
          subject={reader.t(fieldKey(dispute.field))}
          values={dispute.values.map((value) => ({
            value: <DisputedValue value={value.value} />,
            source: value.source
              ? (chooseText(value.source.title, reader.language)?.text ?? value.source.publisher)
              : '',
            sourceHref: value.source ? paths.source(reader, network.slug, value.source.slug) : undefined,
            rank: value.rank,
          }))}
          note={dispute.note}
        />
      ))}
    </>
  )
}

function DisputedValue({ value }: { value: LocalizedText | string }) {
  const reader = useReader()
  if (typeof value !== 'string') return <Passage text={value} as="span" />
  const date = parseEdtf(value)
  return 'problem' in date ? value : <FuzzyDate {...dateWords(reader, value)} />
}

const fieldKeys = {
  contains: 'registry.field.contains',
  anniversary: 'registry.field.anniversary',
  created: 'registry.field.created',
  kind: 'registry.field.kind',
  title: 'registry.field.title',
  name: 'registry.field.name',
  rank: 'registry.field.rank',
  place: 'registry.field.place',
  context: 'registry.field.context',
  since: 'registry.field.since',
  municipalities: 'registry.field.municipalities',
  gdp_share: 'registry.field.gdpShare',
} as const

function fieldKey(field: string) {
  const known = Object.entries(fieldKeys).find(([name]) => name === field)
  if (known) return known[1]
  if (field.startsWith('steps')) return 'registry.field.signed'
  return field.startsWith('agreements')
    ? 'registry.field.agreement'
    : field.startsWith('figures')
      ? 'registry.field.figure'
      : 'registry.field.other'
}

/** The evidence of the registry, for features beneath it. */
export const factSources: FactSources = {
  findMarks: async ({ context, reader, network, subjectIds }) =>
    indexMarks(reader, network.slug, await listEvidence(context, subjectIds)),
  drawDisputes: async ({ context, network, subjectIds }) => {
    const disputes = await listDisputes(context, subjectIds)
    return disputes.length === 0 ? null : <DisputeList network={network} disputes={disputes} />
  },
  listTold: async (context, subjectId) =>
    (await listEvidence(context, [subjectId])).map(({ field, source, locator, stance, label }) => ({
      field,
      source: source.slug,
      source_url: source.url,
      locator,
      stance,
      label,
    })),
}
