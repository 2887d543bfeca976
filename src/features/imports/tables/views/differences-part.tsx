import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import type { Network } from '../../../networks/index.ts'
import { registryPaths } from '../../../registry/index.ts'
import { type DifferenceAnswer, differenceAnswers, differenceKey } from '../answers.ts'
import type { ReportTold, TableReport } from '../checking/report-shape.ts'
import type { SaidValue } from '../checking/said-value.ts'
import type { TableImport } from '../records/queries.ts'
import { namesOf, saidWords, type TableWords } from './table-words.ts'

interface DifferencesPartProps {
  network: Network
  table: TableImport
  report: TableReport
  words: TableWords
}

const differencesAtOnce = 30

/** Where the table contradicts a record: both values, and which of them is kept. */
export function DifferencesPart(props: DifferencesPartProps) {
  const reader = useReader()
  const { table, report } = props
  const { t } = reader
  // Open ones come first; answered ones can be changed.
  const isOpen = ({ key }: ReportTold) => key !== null && !(key in table.answers)
  const listed = report.differences.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
  const shown = listed.slice(0, differencesAtOnce)
  const rest = report.differenceCount - shown.length
  const parts = [...Map.groupBy(report.differences, ({ read }) => read.part)]
  const isOfPeople = table.mapping.kind === 'contacts'
  return (
    <section class="import-question" aria-labelledby="differences">
      <h3 id="differences">{t('imports.differences.title')}</h3>
      <p>{t(isOfPeople ? 'imports.differences.leadPeople' : 'imports.differences.lead')}</p>
      <ol class="import-differences">
        {shown.map((difference, number) => (
          <Difference key={difference.key ?? ''} {...props} difference={difference} number={number} />
        ))}
      </ol>
      {rest > 0 ? <p class="quiet">{t('imports.differences.rest', { count: rest })}</p> : null}
      {parts
        .filter(([, own]) => own.length > 1)
        .map(([part, own], at) => (
          <Answer
            key={part}
            {...props}
            number={answerNumbers.ofParts + at}
            of={differenceKey(part)}
            ways={differenceAnswers.filter((resolution) => own.some(({ ways }) => ways.includes(resolution)))}
            part={part}
            label={`${t(`imports.part.${part}`)} — ${t('imports.differences.allOf', { count: own.length })}`}
          />
        ))}
    </section>
  )
}

function Difference({
  difference,
  number,
  ...props
}: DifferencesPartProps & { difference: ReportTold; number: number }) {
  const reader = useReader()
  const { words } = props
  const { t } = reader
  const { cell, who, read, presentRow, key, ways } = difference
  const names = namesOf(reader, who)
  const present = words.presentOf(difference)
  return (
    <li>
      <p class="difference-about">
        <span class="quiet">{cell}</span> <strong>{names}</strong> · {t(`imports.part.${read.part}`)}
      </p>
      <dl class="fact-sides">
        <div>
          <dt>
            {presentRow === null
              ? t('imports.differences.present')
              : t('imports.differences.presentRow', { row: presentRow })}
          </dt>
          <dd>
            {present === null ? (
              <span class="quiet">{t('imports.differences.withheld')}</span>
            ) : (
              <Said value={present} />
            )}
            <Sources {...props} difference={difference} />
          </dd>
        </div>
        <div>
          <dt>{t('imports.differences.read')}</dt>
          <dd>
            <Said value={read} />
          </dd>
        </div>
      </dl>
      <Answer
        {...props}
        number={answerNumbers.differences + number}
        of={key ?? ''}
        ways={ways}
        part={read.part}
        label={
          <>
            {t('imports.differences.question')}
            <span class="visually-hidden"> {`${names}, ${cell}`}</span>
          </>
        }
      />
    </li>
  )
}

function Sources({ network, words, difference }: DifferencesPartProps & { difference: ReportTold }) {
  const reader = useReader()
  const sources = difference.sources.flatMap((id) => words.sources.get(id) ?? [])
  return (
    <>
      {sources.map(({ slug, title }) => (
        <span key={slug} class="fact-source">
          {' '}
          <a href={registryPaths.source(reader, network.slug, slug)}>
            {chooseText(title, reader.language)?.text ?? slug}
          </a>
        </span>
      ))}
    </>
  )
}

function Said({ value }: { value: SaidValue }) {
  const reader = useReader()
  const { text, language } = saidWords(reader, value)
  return <span {...(language === null ? {} : languageAttributes(reader, language))}>{text}</span>
}

interface AnswerProps {
  table: TableImport
  number: number
  /** The key of the answer. */
  of: string
  ways: readonly DifferenceAnswer[]
  part: SaidValue['part']
  label: Parameters<typeof ChoiceField>[0]['label']
}

function Answer({ table, number, of, ways, part, label }: AnswerProps) {
  const { t } = useReader()
  const words = (resolution: DifferenceAnswer) =>
    resolution === 'beside' && (part === 'person' || part === 'post')
      ? t('imports.differences.besidePost')
      : t(`imports.differences.${resolution}`)
  return (
    <>
      <input type="hidden" name={`spelling.${number}`} value={of} />
      <ChoiceField
        name={`answer.${number}`}
        label={label}
        options={[
          { value: '', label: t('imports.questions.later') },
          ...ways.map((resolution) => ({ value: resolution, label: words(resolution) })),
        ]}
        chosen={[table.answers[of] ?? '']}
        isFolded
        isPart
      />
    </>
  )
}

/** The numbers under which the form of questions sends each kind of answer: a key beside each, as the form of `pages.tsx` reads them. */
export const answerNumbers = { names: 0, repeats: 900, towns: 901, ofParts: 910, differences: 1000 } as const
