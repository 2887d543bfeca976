import { columnLetters } from '../../../../platform/spreadsheets/table.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { byOwnSide, countryName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { agreementKinds } from '../../../registry/index.ts'
import { importsPaths } from '../../paths.ts'
import { columnOfField, fieldsOf, type Mapping, tableKinds } from '../fields.ts'
import type { TableImport } from '../records/queries.ts'
import { fieldWords } from './table-words.ts'

interface ColumnsPartProps {
  network: Network
  table: TableImport
}

/** What each column holds, to be checked and changed. */
export function ColumnsPart({ network, table }: ColumnsPartProps) {
  const reader = useReader()
  const { t } = reader
  const { mapping, titles, preview } = table
  const examples = (index: number) =>
    [...new Set(preview.map((cells) => cells[index] ?? '').filter((cell) => cell !== ''))].slice(0, 3)
  return (
    <Section id="columns" title={t('imports.columns.title')}>
      <p>{t('imports.columns.lead')}</p>
      <form method="post" action={importsPaths.part(reader, network.slug, table.id, 'columns')}>
        <Select
          name="kind"
          label={t('imports.columns.kind')}
          chosen={mapping.kind}
          options={tableKinds.map((kind) => [kind, t(`imports.kind.${kind}`)])}
        />
        <table class="table import-columns">
          <caption class="visually-hidden">{t('imports.columns.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('imports.columns.column')}</th>
              <th scope="col">{t('imports.columns.holds')}</th>
              <th scope="col">{t('imports.columns.examples')}</th>
            </tr>
          </thead>
          <tbody>
            {titles.map((title, index) => (
              <tr key={columnLetters(index)}>
                <th scope="row" id={`column-${index}`}>
                  <span class="quiet">{columnLetters(index)}</span>{' '}
                  <span {...languageAttributes(reader, table.language)}>{title}</span>
                </th>
                <td data-label={t('imports.columns.holds')}>
                  <select name={`column.${index}`} aria-labelledby={`column-${index}`}>
                    <option value="">{t('imports.columns.nothing')}</option>
                    {fieldsOf[mapping.kind].map((field) => (
                      <option key={field} value={field} selected={mapping.columns[String(index)] === field}>
                        {fieldWords(t, mapping.kind, field)}
                      </option>
                    ))}
                  </select>
                </td>
                <td
                  data-label={t('imports.columns.examples')}
                  {...languageAttributes(reader, table.language)}
                >
                  {examples(index).join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Preview titles={titles} rows={preview} />
        <Defaults network={network} mapping={mapping} />
        <p class="actions">
          <button type="submit" class="button">
            {t('imports.columns.save')}
          </button>
        </p>
      </form>
    </Section>
  )
}

/** The first rows as they were read. */
function Preview({ titles, rows }: { titles: string[]; rows: string[][] }) {
  const reader = useReader()
  const caption = reader.t('imports.columns.preview', { count: rows.length })
  return (
    <details class="import-preview">
      <summary>{caption}</summary>
      <section class="import-scroll" aria-label={caption} tabindex={0}>
        <table>
          <thead>
            <tr>
              {titles.map((title, index) => (
                <th key={columnLetters(index)} scope="col">
                  {title || columnLetters(index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {titles.map((_, index) => (
                  <td key={columnLetters(index)}>{cells[index] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

/** Values for all rows, where no column gives them. */
function Defaults({ network, mapping }: Pick<ColumnsPartProps, 'network'> & { mapping: Mapping }) {
  const reader = useReader()
  const { t } = reader
  const { defaults, kind } = mapping
  const countries = byOwnSide(reader, network.countries).map((code): [string, string] => [
    code,
    countryName(reader, code),
  ])
  const none: [string, string] = ['', t('imports.columns.unsaid')]
  const withOwn = (code: string | null): [string, string][] =>
    code === null || network.countries.includes(code)
      ? countries
      : [...countries, [code, countryName(reader, code)]]
  const lacks = (field: 'first.country' | 'second.country' | 'agreement.kind') =>
    columnOfField(mapping, field) === null
  return (
    <>
      {lacks('first.country') ? (
        <Select
          name="firstCountry"
          label={t(
            kind === 'cooperations'
              ? 'imports.columns.firstCountry'
              : kind === 'events'
                ? 'imports.columns.organiserCountry'
                : 'imports.columns.ownCountry',
          )}
          chosen={defaults.firstCountry ?? ''}
          options={[none, ...withOwn(defaults.firstCountry)]}
        />
      ) : null}
      {(kind === 'cooperations' || kind === 'events') && lacks('second.country') ? (
        <Select
          name="secondCountry"
          label={t(kind === 'events' ? 'imports.columns.partnerCountry' : 'imports.columns.secondCountry')}
          chosen={defaults.secondCountry ?? ''}
          options={[none, ...withOwn(defaults.secondCountry)]}
        />
      ) : null}
      {kind === 'cooperations' && lacks('agreement.kind') ? (
        <Select
          name="agreementKind"
          label={t('imports.columns.agreementKind')}
          chosen={defaults.agreementKind ?? ''}
          options={[
            none,
            ...agreementKinds.map((each): [string, string] => [each, t(`registry.agreementKind.${each}`)]),
          ]}
        />
      ) : null}
    </>
  )
}

interface SelectProps {
  name: string
  label: string
  chosen: string
  options: [string, string][]
}

function Select({ name, label, chosen, options }: SelectProps) {
  return (
    <Field name={name} label={label} isPart>
      {(control) => (
        <select {...control}>
          {options.map(([value, words]) => (
            <option key={value} value={value} selected={value === chosen}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
