import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { eventPaths } from '../../../agenda/events/index.ts'
import { countryName } from '../../../directory/index.ts'
import type { LedgerLine, YearLine } from '../ledger.ts'
import { paths } from '../paths.ts'
import { tieWords } from '../tie-words.ts'
import type { ComparedTie } from '../ties/queries.ts'
import type { Visit } from '../visit.ts'
import { BothWaysTable } from './both-ways-table.tsx'
import { CountForm } from './count-form.tsx'
import { CountedNotes } from './counted-notes.tsx'
import { YearTable } from './year-table.tsx'

interface TieLedgerPageProps {
  network: string
  tie: ComparedTie
  pair: readonly [string, string]
  line: LedgerLine
  years: readonly YearLine[]
  visits: readonly Visit[]
  /** What the form holds by which somebody says that an event stands for several visits; null for those who may not. */
  counting: FormState | null
  isSaved: boolean
}

/** What the two sides of one tie have done for each other, and every visit that is counted. */
export function TieLedgerPage(props: TieLedgerPageProps) {
  const reader = useReader()
  const { network, tie, pair, line, years, visits, counting } = props
  const { t } = reader
  const title = tieWords(reader, tie)
  return (
    <>
      {counting ? <ErrorList form={counting} /> : null}
      <PageHeading
        kicker={<a href={paths.ledger(reader, network)}>{t('partners.reciprocity.title')}</a>}
        actions={
          <a href={addressFor(reader, `/${network}/cooperations/${tie.slug}`)}>
            {t('partners.reciprocity.toTie')}
          </a>
        }
      >
        {title}
      </PageHeading>
      {props.isSaved ? (
        <Notice kind="done" live>
          {t('partners.reciprocity.saved')}
        </Notice>
      ) : null}
      <BothWaysTable pair={pair} line={line} />
      <Section id="visits" title={t('partners.reciprocity.visitList')}>
        {visits.length === 0 ? (
          <p class="quiet">{t('partners.reciprocity.noVisits')}</p>
        ) : (
          <>
            <YearTable pair={pair} years={years} />
            <VisitList {...props} />
          </>
        )}
      </Section>
      {counting !== null && visits.length > 0 ? (
        <CountForm
          visits={visits}
          action={`/${reader.language}/${network}/reciprocity/${tie.slug}/visits`}
          form={counting}
        />
      ) : null}
      <CountedNotes />
    </>
  )
}

function VisitList({ network, visits }: TieLedgerPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <EntryList
      entries={visits.map((visit) => {
        const title = chooseText(visit.title, reader.language)
        return {
          key: visit.id,
          title: (
            <span {...(title ? languageAttributes(reader, title.language) : {})}>
              {title?.text ?? visit.slug}
            </span>
          ),
          href: eventPaths.event(reader, network, visit.slug),
          lead: visit.happens ? (
            <FuzzyDate {...dateWords(reader, visit.happens, visit.words)} />
          ) : (
            t('partners.reciprocity.undated')
          ),
          meta: [
            visit.direction === null
              ? t('partners.reciprocity.directionUnknown')
              : `${countryName(reader, visit.direction.from)} → ${countryName(reader, visit.direction.to)}`,
            ...(visit.count > 1 ? [t('partners.reciprocity.stands', { count: visit.count })] : []),
          ].join(' · '),
        }
      })}
    />
  )
}
