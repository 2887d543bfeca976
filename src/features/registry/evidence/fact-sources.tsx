import type { FactSources } from '../../../platform/records/fact-sources.ts'
import { indexMarks } from '../evidence-marks.ts'
import { DisputeList } from './dispute-list.tsx'
import { listDisputes, listEvidence } from './queries.ts'

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
