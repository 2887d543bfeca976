import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Network } from '../../networks/index.ts'
import type { CooperationPageData } from './cooperation-page-data.ts'

/** A cooperation for search engines: schema.org Project with its parties as members. */
export function cooperationData(
  baseUrl: string,
  reader: Reader,
  network: Network,
  data: CooperationPageData,
  title: string,
): object {
  const { cooperation, details } = data
  const organisation = (each: { slug: string; name: Record<string, string> }) => ({
    '@type': 'Organization',
    name: chooseName(each.name, reader.language).text,
    url: `${baseUrl}/${reader.language}/${network.slug}/organisations/${each.slug}`,
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'Project',
    name: title,
    url: `${baseUrl}/${reader.language}/${network.slug}/cooperations/${cooperation.slug}`,
    description: chooseText(cooperation.summary, reader.language)?.text,
    ...(cooperation.since ? { foundingDate: cooperation.since } : {}),
    member: cooperation.parties.filter((party) => party.capacity === 'party').map(organisation),
    ...(details.actors.length > 0 ? { contributor: details.actors.map(organisation) } : {}),
    keywords: cooperation.themes.map((theme) => reader.t(`networks.theme.${theme}`)).join(', '),
  }
}
