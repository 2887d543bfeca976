import type { Reader } from '../../../platform/i18n/reader.ts'
import type { CollectedData, DataRecord } from '../../../platform/personal-data/personal-data.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { FormErrors } from '../../../ui/form/form-errors.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { paths } from '../paths.ts'
import { valueWords } from '../value-words.ts'
import { ErasureForm } from './erasure-form.tsx'

interface DataPageProps {
  reader: Reader
  collected: CollectedData[]
  /** Why nothing can be erased now. */
  hindrances: string[]
  errors: string[]
}

/** All that is kept about the reader, to be read, taken along and erased. */
export function DataPage({ reader, collected, hindrances, errors }: DataPageProps) {
  const { t } = reader
  return (
    <>
      <FormErrors reader={reader} errors={errors.map((message) => ({ field: 'sure-yes', message }))} />
      <PageHeading
        lead={t('personal-data.page.lead')}
        actions={
          <>
            <a class="button" href={paths.file(reader.interfaceLanguage)} download>
              {t('personal-data.page.file')}
            </a>
            <PrintButton reader={reader} />
          </>
        }
      >
        {t('personal-data.page.title')}
      </PageHeading>
      {collected.map(({ section, records }) => (
        <Section
          key={section}
          id={`data-${section}`}
          title={t(`ui.personalData.section.${section}`)}
          aside={String(records.length)}
        >
          {records.map((record, index) => (
            <FactList key={index} facts={factsOf(reader, record)} />
          ))}
        </Section>
      ))}
      <Section id="erasure" title={t('personal-data.erasure.title')}>
        {hindrances.length > 0 ? (
          <Notice reader={reader} kind="warning">
            {hindrances.map((hindrance) => (
              <p key={hindrance}>{hindrance}</p>
            ))}
          </Notice>
        ) : (
          <ErasureForm reader={reader} error={errors[0]} />
        )}
      </Section>
    </>
  )
}

function factsOf(reader: Reader, record: DataRecord) {
  const listener = { t: reader.t, language: reader.interfaceLanguage }
  const moments = new Map(
    Object.entries(record).flatMap(([field, value]) =>
      value instanceof Date ? [[field, value] as const] : [],
    ),
  )
  const fields = Object.keys(record)
  const labelled = fields.flatMap((field) =>
    valueWords(listener, pick(record, field)).map((each) => ({ field, ...each })),
  )
  return labelled.map(({ field, label, words }) => {
    const at = moments.get(field)
    return { term: label, detail: at ? <Moment reader={reader} at={at} /> : words }
  })
}

function pick(record: DataRecord, field: string): DataRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name === field))
}
