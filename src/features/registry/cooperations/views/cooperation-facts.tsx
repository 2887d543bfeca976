import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { isCode } from '../../../../platform/input/code.ts'
import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateWords, dayWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { StatusMark } from '../../../../ui/tie/status-mark.tsx'
import { kindName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { intentions } from '../../codes.ts'
import { statusWords } from '../../dormancy.ts'
import type { FindMarks } from '../../evidence-marks.ts'
import { paths } from '../../paths.ts'
import { inOrderOfSides } from '../../tie.ts'
import type { CooperationDetails } from '../details.queries.ts'
import type { CooperationSummary } from '../summary.queries.ts'

interface CooperationFactsProps {
  network: Network
  cooperation: CooperationSummary
  details: CooperationDetails
  marks: FindMarks
}

/** State, beginning, themes, parties and succession of a cooperation, each fact with its evidence. */
export function CooperationFacts({ network, cooperation, details, marks }: CooperationFactsProps) {
  const reader = useReader()
  const { t } = reader
  const { standing: status } = cooperation
  const facts: Fact[] = [
    {
      term: t('registry.cooperation.status'),
      detail: <StatusDetail cooperation={cooperation} details={details} marks={marks} />,
    },
    ...(isCode(intentions, status.intention ?? undefined) && status.intention
      ? [{ term: t('registry.cooperation.intention'), detail: t(`registry.intention.${status.intention}`) }]
      : []),
    {
      term: t('registry.cooperation.since'),
      detail: cooperation.since ? (
        <Statement evidence={marks(cooperation.id, 'since')}>
          <FuzzyDate {...dateWords(reader, cooperation.since, cooperation.sinceWords)} />
        </Statement>
      ) : (
        <span class="quiet">{t('registry.list.unknown')}</span>
      ),
    },
    ...themeFacts(reader, network, cooperation, details, marks),
    {
      term: t('registry.cooperation.parties'),
      detail: inOrderOfSides(reader, network.countries, cooperation.parties).map((party) => (
        <>
          <a href={paths.organisation(reader, network.slug, party.slug)}>
            <Name name={party.name} own={languageOf(party.country)} />
          </a>
          <span class="quiet"> · {kindName(reader, party.kind)}</span>
          {party.capacity === 'ecosystem' ? (
            <span class="quiet"> · {t('registry.cooperation.ecosystem')}</span>
          ) : null}
        </>
      )),
    },
    ...(details.inheritance ? [inheritanceFact(reader, details.inheritance, cooperation, marks)] : []),
    {
      term: t('registry.cooperation.confirmation'),
      detail: (
        <a href={paths.confirmation(reader, network.slug, cooperation.slug)}>
          {t(`registry.confirmation.${cooperation.confirmation}`)}
        </a>
      ),
    },
  ]
  return <FactList facts={facts} />
}

function StatusDetail({ cooperation, details, marks }: Omit<CooperationFactsProps, 'network'>) {
  const reader = useReader()
  const said = details.standings[0]
  return (
    <Statement evidence={marks(cooperation.id, 'status')}>
      <StatusMark status={cooperation.standing.status} />{' '}
      <span class="quiet">({statusWords(reader, cooperation.standing, said?.saidBy ?? null)})</span>
      {said && said.status === cooperation.standing.status ? (
        <>
          {' '}
          <Passage text={said.reason} as="span" />
        </>
      ) : null}
    </Statement>
  )
}

function themeFacts(
  reader: Reader,
  network: Network,
  cooperation: CooperationSummary,
  details: CooperationDetails,
  marks: FindMarks,
): Fact[] {
  const of = (wished: boolean) =>
    details.themes
      .filter((theme) => theme.wished === wished)
      .map(({ theme }, index, all) => (
        <>
          <Statement evidence={marks(cooperation.id, `themes/${theme}`)}>
            <a href={paths.cooperations(reader, network.slug, { theme })}>
              {reader.t(`networks.theme.${theme}`)}
            </a>
          </Statement>
          {index < all.length - 1 ? ', ' : ''}
        </>
      ))
  const present = of(false)
  const wished = of(true)
  return [
    ...(present.length > 0
      ? [{ term: reader.t('registry.cooperation.themes'), detail: <>{present}</> }]
      : []),
    ...(wished.length > 0 ? [{ term: reader.t('registry.cooperation.wished'), detail: <>{wished}</> }] : []),
  ]
}

function inheritanceFact(
  reader: Reader,
  inheritance: NonNullable<CooperationDetails['inheritance']>,
  cooperation: CooperationSummary,
  marks: FindMarks,
): Fact {
  const nameOf = (each: { name: Record<string, string> }) => chooseName(each.name, reader.language).text
  return {
    term: reader.t('registry.cooperation.inherited'),
    detail: (
      <Statement evidence={marks(cooperation.id, 'inheritance')}>
        {reader.t('registry.cooperation.inheritedFrom', {
          predecessor: nameOf(inheritance.predecessor),
          successor: nameOf(inheritance.successor),
          day: dayWords(reader, inheritance.happenedOn),
        })}{' '}
        <Passage text={inheritance.reference} as="span" />
      </Statement>
    ),
  }
}
