import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { type Fact, FactList } from '../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Name } from '../../../ui/text/name.tsx'
import { LanguageTag, StateTag } from '../../../ui/text/text-tags.tsx'
import { countryName, ownLanguageOf } from '../country-name.ts'
import { type OrganisationRef, shortNames } from '../organisation.ts'
import { organisationAddress } from '../paths.ts'
import type { OrganisationRecord } from '../queries.ts'
import { reporterOf, reportWords, validityWords } from './succession-words.ts'

interface FactsProps {
  organisation: OrganisationRecord
  ancestors: OrganisationRef[]
}

/** Names in every language known, territory, population, codes, existence. */
export function Facts({ organisation, ancestors }: FactsProps) {
  const reader = useReader()
  const { t } = reader
  const { population, populationYear, codes } = organisation
  const existence = validityWords(reader, organisation)
  const facts: Fact[] = [
    {
      term: t('directory.page.names'),
      detail: [...namesIn(reader, organisation), ...machineRemark(reader, organisation)],
    },
    { term: t('directory.page.country'), detail: countryName(reader, organisation.country) },
  ]
  if (ancestors.length > 0) {
    facts.push({
      term: t('directory.page.within'),
      detail: ancestors.map((above) => <Above key={above.id} above={above} />),
    })
  }
  if (population !== null) {
    facts.push({
      term: t('directory.page.population'),
      detail: t('directory.population.inhabitants', { count: population, year: `${populationYear ?? '?'}` }),
    })
  }
  for (const [scheme, code] of Object.entries(codes)) {
    facts.push({ term: codeName(reader, scheme), detail: <span translate={false}>{code}</span> })
  }
  const reporter = reporterOf(organisation)
  if (existence !== '') {
    const detail = reporter === null ? existence : `${existence} (${reportWords(reader, reporter)})`
    facts.push({ term: t('directory.page.existence'), detail })
  }
  return <FactList facts={facts} />
}

function Above({ above }: { above: OrganisationRef }) {
  const reader = useReader()
  return (
    <a href={organisationAddress(reader, above.slug)}>
      <Name name={shortNames(above)} />
    </a>
  )
}

function namesIn(reader: Reader, { name, country, machineNames }: OrganisationRecord): ComponentChildren[] {
  const own = ownLanguageOf(country)
  const rank = (language: string) => (language === reader.language ? 0 : language === own ? 1 : 2)
  const languages = Object.keys(name).sort((a, b) => rank(a) - rank(b))
  // « Nantes » is not repeated because it is the same in English.
  const told = languages.filter(
    (language, index) => languages.findIndex((each) => name[each] === name[language]) === index,
  )
  return told.map((language) => (
    <span key={language}>
      <span {...languageAttributes(reader, language)}>{name[language]}</span>
      <LanguageTag language={language} />
      <StateTag state={machineNames.includes(language) ? 'machine' : 'reviewed'} />
    </span>
  ))
}

function machineRemark({ t }: Reader, { machineNames }: OrganisationRecord): ComponentChildren[] {
  return machineNames.length === 0 ? [] : [<span class="own-name">{t('directory.page.machine')}</span>]
}

/** The name of a scheme of codes; the scheme itself if it has no name here. */
function codeName(reader: Reader, scheme: string): string {
  const key = names.get(scheme)
  return key === undefined ? scheme : reader.t(key)
}

const names = new Map<string, PlainMessageKey>([
  ['cog', 'directory.code.cog'],
  ['siren', 'directory.code.siren'],
  ['iso', 'directory.code.iso'],
  ['kr', 'directory.code.kr'],
  ['kr10', 'directory.code.kr10'],
  ['geonames', 'directory.code.geonames'],
])
