import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { eventPaths } from '../../../agenda/events/index.ts'
import { countryName } from '../../../directory/index.ts'
import type { LedgerLine, YearLine } from '../ledger.ts'
import { tieWords, wayWords } from '../ledger-columns.ts'
import { paths } from '../paths.ts'
import type { ComparedTie } from '../queries.ts'
import type { Visit } from '../visit.ts'
import { Count, CountedNotes, YearTable } from './year-table.tsx'

interface TieLedgerPageProps {
  network: string
  tie: ComparedTie
  pair: readonly [string, string]
  line: LedgerLine
  years: readonly YearLine[]
  visits: readonly Visit[]
  /** The values of the form that counts an event as several visits; null for people who may not. */
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

interface CountFormProps {
  visits: readonly Visit[]
  action: string
  form: FormState
}

/** The form that counts an event as several visits, as its source says. */
function CountForm({ visits, action, form }: CountFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="count" title={t('partners.reciprocity.setCount')}>
      <Form action={action} form={form}>
        <ChoiceField
          name="event"
          label={t('partners.reciprocity.event')}
          options={visits.map(({ id, title, slug }) => ({
            value: id,
            label: chooseText(title, reader.language)?.text ?? slug,
          }))}
          isFolded
          required
        />
        <Field
          name="visits"
          label={t('partners.reciprocity.visitsCount')}
          hint={t('partners.reciprocity.setCountHint')}
          type="number"
          required
        />
        <p class="form-end">
          <button type="submit" class="button">
            {t('partners.reciprocity.save')}
          </button>
        </p>
      </Form>
    </Section>
  )
}

interface BothWaysTableProps {
  pair: readonly [string, string]
  line: LedgerLine
}

/** What goes each way between two sides, one beside the other: only of visits may nobody know which way they went. */
function BothWaysTable({ pair, line }: BothWaysTableProps) {
  const reader = useReader()
  const { t } = reader
  const [there, back] = wayWords(reader, pair)
  const rows = [
    { what: 'visits', counts: line.visits, parts: null, unknown: line.unknownVisits },
    { what: 'expectations', counts: line.expectations, parts: line.partExpectations, unknown: null },
    { what: 'texts', counts: line.texts, parts: null, unknown: null },
  ] as const
  return (
    <div class="ledger">
      <DataTable
        caption={t('partners.reciprocity.bothWays')}
        captionHidden
        rows={[...rows]}
        rowKey={({ what }) => what}
        columns={[
          {
            key: 'what',
            label: t('partners.reciprocity.what.label'),
            header: true,
            cell: ({ what }) => t(`partners.reciprocity.what.${what}`),
          },
          {
            key: 'there',
            label: there,
            numeric: true,
            cell: ({ counts, parts }) => <Count value={counts.there} part={parts?.there ?? 0} />,
          },
          {
            key: 'back',
            label: back,
            numeric: true,
            cell: ({ counts, parts }) => <Count value={counts.back} part={parts?.back ?? 0} />,
          },
          {
            key: 'unknown',
            label: t('partners.reciprocity.wayUnknown'),
            numeric: true,
            cell: ({ unknown }) => (unknown === null ? null : <Count value={unknown} />),
          },
        ]}
      />
    </div>
  )
}
