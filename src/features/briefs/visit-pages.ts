import type { VisitedCountry, VisitPages } from '../../platform/records/visit-pages.ts'
import { findBrief } from './drawing/brief.ts'
import { briefForms, groupDrawing } from './drawing/drawing.ts'
import { briefTitle, paths } from './paths.ts'

/** The note of a visit takes the brief of the hosts’ country along, in the language of its reader. */
export const visitPages: VisitPages = {
  link(visited) {
    if (!isBriefed(visited)) return null
    const { reader, network, country } = visited
    return { href: paths.brief(reader, network.slug, country), label: briefTitle(reader, country) }
  },

  async find(visited, baseUrl) {
    if (!isBriefed(visited)) return null
    const { context, reader, network, country } = visited
    const brief = await findBrief(context, network, country)
    return briefForms(reader, brief, groupDrawing(reader, network, country, baseUrl))
  },
}

// Hosts may be of a country without a side in the group: an office in Brussels.
function isBriefed({ network, country }: VisitedCountry): boolean {
  return network.countries.includes(country)
}
