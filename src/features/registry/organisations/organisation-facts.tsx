import { languageOf } from '../../../platform/i18n/country-language.ts'
import type { FactMark } from '../../../platform/records/fact-sources.ts'
import { type Fact, FactList } from '../../../ui/blocks/fact-list.tsx'
import { Statement } from '../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { Name } from '../../../ui/text/name.tsx'
import { countryName, kindName, type OrganisationRecord, validityWords } from '../../directory/index.ts'
import type { listNetworksOf, Network } from '../../networks/index.ts'
import { roles } from '../group/members/member-list.ts'
import { paths } from '../paths.ts'

interface OrganisationFactsProps {
  network: Network
  organisation: OrganisationRecord
  networks: Awaited<ReturnType<typeof listNetworksOf>>
  /** Where it is known from, unless the page says so above. */
  evidence: FactMark[]
}

const codeNames: Record<string, string> = {
  cog: 'COG',
  siren: 'SIREN',
  iso: 'ISO 3166-2',
  kr: '행정표준코드',
  kr10: '법정동코드',
}

/** The few facts of the directory that matter before a visit; the full record is one link away. */
export function OrganisationFacts({ network, organisation, networks, evidence }: OrganisationFactsProps) {
  const reader = useReader()
  const { t } = reader
  const { parent, population, populationYear, validityReportedBy } = organisation
  const validity = [
    validityWords(reader, organisation),
    validityReportedBy === 'press' ? `(${t('registry.organisation.pressOnly')})` : '',
  ]
    .filter((words) => words !== '')
    .join(' ')
  const codes = Object.entries(organisation.codes).flatMap(([name, code]) =>
    codeNames[name] ? [`${codeNames[name]} ${code}`] : [],
  )
  const lives = (list: OrganisationRecord['predecessors']) =>
    list.map((each) => (
      <>
        <a href={paths.organisation(reader, network.slug, each.slug)}>
          <Name name={each.name} own={languageOf(each.country)} />
        </a>
        <span class="quiet">
          {codeOf(each.codes)}
          {each.happenedOn ? ` · ${dayWords(reader, each.happenedOn)}` : ''}
          {each.reportedBy === 'press' ? ` · ${t('registry.organisation.pressOnly')}` : ''}
        </span>
      </>
    ))
  const facts: Fact[] = [
    {
      term: t('registry.organisations.kind'),
      detail: (
        <Statement evidence={evidence}>
          {`${kindName(reader, organisation.kind)}${validity ? `, ${validity}` : ''}`}
        </Statement>
      ),
    },
    {
      term: t('registry.organisation.parent'),
      detail: parent ? (
        <>
          <a href={paths.organisation(reader, network.slug, parent.slug)}>
            <Name name={parent.name} own={languageOf(parent.country)} />
          </a>
          , {countryName(reader, organisation.country)}
        </>
      ) : (
        countryName(reader, organisation.country)
      ),
    },
    ...(population !== null && populationYear !== null
      ? [
          {
            term: t('registry.organisation.population'),
            detail: t('registry.organisation.populationOf', { population, year: String(populationYear) }),
          },
        ]
      : []),
    ...(codes.length > 0 ? [{ term: t('registry.organisation.codes'), detail: codes }] : []),
    ...(organisation.predecessors.length > 0
      ? [{ term: t('registry.organisation.predecessors'), detail: lives(organisation.predecessors) }]
      : []),
    ...(organisation.successors.length > 0
      ? [{ term: t('registry.organisation.successors'), detail: lives(organisation.successors) }]
      : []),
    ...(networks.length > 0
      ? [
          {
            term: t('registry.organisation.networks'),
            detail: networks.map((each) => (
              <>
                <a href={paths.home(reader, each.slug)}>
                  <Name name={each.name} />
                </a>
                <RoleWord role={each.role} />
              </>
            )),
          },
        ]
      : []),
  ]
  return <FactList facts={facts} />
}

/** A role in a group, in words. */
export function RoleWord({ role }: { role: string }) {
  const reader = useReader()
  const known = roles.find((each) => each === role)
  return known ? <span class="quiet"> · {reader.t(`registry.role.${known}`)}</span> : null
}

function codeOf(codes: Record<string, string>): string {
  const code = codes.cog ?? codes.siren ?? codes.kr
  return code ? ` (${code})` : ''
}
