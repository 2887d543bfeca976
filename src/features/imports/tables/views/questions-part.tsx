import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { countryName, kindName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { importsPaths } from '../../paths.ts'
import type { ReportQuestion } from '../checking/report.ts'
import type { TableImport } from '../records/queries.ts'

interface QuestionsPartProps {
  reader: Reader
  network: Network
  table: TableImport
  questions: ReportQuestion[]
}

const questionsAtOnce = 30

/** Names of which somebody has to say whom they mean: one answer for all rows. */
export function QuestionsPart({ reader, network, table, questions }: QuestionsPartProps) {
  const { t } = reader
  const shown = questions.slice(0, questionsAtOnce)
  const rest = questions.length - shown.length
  return (
    <Section id="questions" title={t('imports.questions.title')}>
      <p>{t('imports.questions.lead')}</p>
      <form method="post" action={importsPaths.part(reader, network.slug, table.id, 'answers')}>
        {shown.map((question, number) => (
          <Question key={question.spelling} reader={reader} question={question} number={number} />
        ))}
        {rest > 0 ? <p class="quiet">{t('imports.questions.rest', { count: rest })}</p> : null}
        <p class="actions">
          <button type="submit" class="button">
            {t('imports.questions.save')}
          </button>
        </p>
      </form>
    </Section>
  )
}

function Question({
  reader,
  question,
  number,
}: {
  reader: Reader
  question: ReportQuestion
  number: number
}) {
  const { t } = reader
  const { name, country, region, why, candidates, resembles, rows, firstRow, spelling } = question
  const where = [region, country === null ? null : countryName(reader, country)].filter(
    (part) => part !== null,
  )
  return (
    <>
      <input type="hidden" name={`spelling.${number}`} value={spelling} />
      <Field
        reader={reader}
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
