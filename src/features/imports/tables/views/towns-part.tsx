import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { countryName } from '../../../directory/index.ts'
import { townAnswers, townsKey } from '../answers.ts'
import type { ReportTown, TableReport } from '../checking/report-shape.ts'
import type { TableImport } from '../records/queries.ts'
import { answerNumbers } from './answer-numbers.ts'

interface TownsPartProps {
  table: TableImport
  report: TableReport
}

const rowsShown = 100

/** Names abroad that the world gazetteer knows: one answer decides whether its towns are meant. */
export function TownsPart({ table, report }: TownsPartProps) {
  const reader = useReader()
  const { t } = reader
  const number = answerNumbers.towns
  const shown = report.towns.slice(0, rowsShown)
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
              cell: (each) => townWords(reader, each),
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

function townWords(reader: Reader, { town, known }: ReportTown): string {
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
export function nameOfTown(reader: Reader, { name, korean }: ReportTown['town']): string {
  return reader.interfaceLanguage === 'ko' ? (korean ?? name) : name
}
