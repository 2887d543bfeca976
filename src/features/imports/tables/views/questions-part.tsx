import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { countryName, kindName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { importsPaths } from '../../paths.ts'
import { repeatAnswers, repeatsKey, townAnswers, townsKey } from '../answers.ts'
import type { ReportQuestion, ReportTown, TableReport } from '../checking/report-shape.ts'
import type { TableImport } from '../records/queries.ts'
import { answerNumbers, DifferencesPart } from './differences-part.tsx'
import type { TableWords } from './table-words.ts'

interface QuestionsPartProps {
  network: Network
  table: TableImport
  report: TableReport
  words: TableWords
}

const questionsAtOnce = 30

/** Whether a table has questions, open or answered. */
export function hasQuestions({ questions, repeated, towns, differences }: TableReport): boolean {
  return questions.length + repeated.length + towns.length + differences.length > 0
}

/** The questions of a table that come before its import, in one form. */
export function QuestionsPart(props: QuestionsPartProps) {
  const reader = useReader()
  const { network, table, report } = props
  const { t } = reader
  const { questions } = report
  const shown = questions.slice(0, questionsAtOnce)
  const rest = questions.length - shown.length
  return (
    <Section id="questions" title={t('imports.questions.title')}>
      <form method="post" action={importsPaths.part(reader, network.slug, table.id, 'answers')} class="form">
        {report.repeated.length > 0 ? <RepeatsPart {...props} /> : null}
        {report.towns.length > 0 ? <TownsPart {...props} /> : null}
        {report.differences.length > 0 ? <DifferencesPart {...props} /> : null}
        {shown.length > 0 ? (
          <section class="import-question" aria-labelledby="names">
            <h3 id="names">{t('imports.questions.names')}</h3>
            <p>{t('imports.questions.lead')}</p>
            {shown.map((question, number) => (
              <Question key={question.spelling} question={question} number={number} />
            ))}
            {rest > 0 ? <p class="quiet">{t('imports.questions.rest', { count: rest })}</p> : null}
          </section>
        ) : null}
        <p class="actions">
          <button type="submit" class="button">
            {t('imports.questions.save')}
          </button>
        </p>
      </form>
    </Section>
  )
}

function Question({ question, number }: { question: ReportQuestion; number: number }) {
  const reader = useReader()
  const { t } = reader
  const { name, country, region, why, candidates, towns, resembles, rows, firstRow, spelling } = question
  const where = [region, country === null ? null : countryName(reader, country)].filter(
    (part) => part !== null,
  )
  return (
    <>
      <input type="hidden" name={`spelling.${number}`} value={spelling} />
      <Field
        name={`answer.${number}`}
        label={`${name}${where.length > 0 ? ` (${where.join(', ')})` : ''}`}
        hint={`${t(`imports.questions.${why}`)} ${t('imports.questions.rows', { count: rows, first: firstRow })}`}
        isPart
      >
        {(control) => (
          <select {...control}>
            <option value="">{t('imports.questions.later')}</option>
            {candidates.map((candidate) => (
              <option key={candidate.id} value={candidate.slug}>
                {candidateWords(reader, candidate)}
              </option>
            ))}
            {towns.map((town) => (
              <option key={town.geonames} value={`geonames-${town.geonames}`}>
                {townWords(reader, town)}
              </option>
            ))}
            {resembles === null ? null : (
              <option value="same">{t('imports.questions.same', { name: resembles })}</option>
            )}
            {why === 'countryMissing' ? null : <option value="new">{t('imports.questions.new')}</option>}
            <option value="leave">{t('imports.questions.leave')}</option>
          </select>
        )}
      </Field>
    </>
  )
}

function candidateWords(reader: Reader, candidate: ReportQuestion['candidates'][number]): string {
  const { name, kind, within, population, codes, slug } = candidate
  const code = codes.cog ?? codes.kr ?? codes.siren
  return [
    chooseName(name, reader.language).text || slug,
    kindName(reader, kind),
    within[0],
    code,
    population === null ? null : reader.t('imports.questions.inhabitants', { count: population }),
  ]
    .filter((part) => part)
    .join(' · ')
}

// Their coordinates distinguish towns of one name, where nothing else does.
function townWords(reader: Reader, town: ReportQuestion['towns'][number]): string {
  const inhabitants = reader.t('imports.questions.inhabitants', { count: town.population })
  const place = `${town.latitude.toFixed(2)}, ${town.longitude.toFixed(2)}`
  return [nameOfTown(reader, town), inhabitants, place].join(' · ')
}

interface RepeatsPartProps {
  table: TableImport
  report: TableReport
}

const repeatsShown = 50

/** Rows that repeat an earlier row: one answer decides for all. */
function RepeatsPart({ table, report }: RepeatsPartProps) {
  const reader = useReader()
  const { t } = reader
  const number = answerNumbers.repeats
  // Nobody wants two records of one organisation.
  const answers = repeatAnswers.filter(
    (answer) => answer !== 'apart' || table.mapping.kind !== 'organisations',
  )
  const shown = report.repeated.slice(0, repeatsShown)
  return (
    <section class="import-question" aria-labelledby="repeats">
      <h3 id="repeats">{t('imports.repeats.title')}</h3>
      <p>{t('imports.repeats.lead', { count: report.repeatedCount })}</p>
      <input type="hidden" name={`spelling.${number}`} value={repeatsKey} />
      <ChoiceField
        name={`answer.${number}`}
        label={t('imports.repeats.question')}
        options={answers.map((answer) => ({
          value: answer,
          label: t(`imports.repeats.${answer}`),
          ...(answer === 'merge' ? { hint: t('imports.repeats.mergeHint') } : {}),
        }))}
        isPart
        chosen={[table.answers[repeatsKey] ?? '']}
      />
      <details class="import-list">
        <summary>{t('imports.repeats.list')}</summary>
        <DataTable
          caption={t('imports.repeats.title')}
          captionHidden
          rows={shown}
          rowKey={({ row }) => String(row)}
          columns={[
            { key: 'cells', label: t('imports.repeats.cells'), header: true, cell: ({ cells }) => cells },
            { key: 'same', label: t('imports.repeats.sameAs'), cell: ({ sameCells }) => sameCells },
            {
              key: 'names',
              label: t('imports.repeats.names'),
              wide: true,
              cell: ({ names }) => <span {...languageAttributes(reader, table.language)}>{names}</span>,
            },
            {
              key: 'what',
              label: t('imports.repeats.what'),
              cell: ({ isMore }) => t(isMore ? 'imports.repeats.more' : 'imports.repeats.same'),
            },
          ]}
        />
        {report.repeatedCount > shown.length ? (
          <p class="quiet">
            {t('imports.check.shown', { shown: shown.length, total: report.repeatedCount })}
          </p>
        ) : null}
      </details>
    </section>
  )
}

interface TownsPartProps {
  table: TableImport
  report: TableReport
}

const townsShown = 100

/** Names abroad that the world gazetteer knows: one answer decides whether its towns are meant. */
function TownsPart({ table, report }: TownsPartProps) {
  const reader = useReader()
  const { t } = reader
  const number = answerNumbers.towns
  const shown = report.towns.slice(0, townsShown)
  return (
    <section class="import-question" aria-labelledby="towns">
      <h3 id="towns">{t('imports.towns.title')}</h3>
      <p>{t('imports.towns.lead', { count: report.townCount })}</p>
      <input type="hidden" name={`spelling.${number}`} value={townsKey} />
      <ChoiceField
        name={`answer.${number}`}
        label={t('imports.towns.question')}
        options={townAnswers.map((answer) => ({ value: answer, label: t(`imports.towns.${answer}`) }))}
        isPart
        chosen={[table.answers[townsKey] ?? '']}
      />
      <details class="import-list">
        <summary>{t('imports.towns.list')}</summary>
        <DataTable
          caption={t('imports.towns.title')}
          captionHidden
          rows={shown}
          rowKey={({ name, town }) => `${name} ${town.geonames}`}
          columns={[
            {
              key: 'name',
              label: t('imports.towns.name'),
              header: true,
              cell: ({ name }) => <span {...languageAttributes(reader, table.language)}>{name}</span>,
            },
            {
              key: 'town',
              label: t('imports.towns.town'),
              wide: true,
              cell: (each) => listedTownWords(reader, each),
            },
            { key: 'rows', label: t('imports.towns.rows'), numeric: true, cell: ({ rows }) => rows },
          ]}
        />
        {report.townCount > shown.length ? (
          <p class="quiet">{t('imports.check.shown', { shown: shown.length, total: report.townCount })}</p>
        ) : null}
      </details>
    </section>
  )
}

function listedTownWords(reader: Reader, { town, known }: ReportTown): string {
  const { t } = reader
  return [
    nameOfTown(reader, town),
    countryName(reader, town.country),
    t('imports.questions.inhabitants', { count: town.population }),
    known && t('imports.towns.known', { name: chooseName(known, reader.language).text }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The name of a town of the world in the reader's language. */
function nameOfTown(reader: Reader, { name, korean }: ReportTown['town']): string {
  return reader.interfaceLanguage === 'ko' ? (korean ?? name) : name
}
