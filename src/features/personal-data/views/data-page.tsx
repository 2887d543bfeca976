import type { Reader } from '../../../platform/i18n/reader.ts'
import type { CollectedData, DataRecord } from '../../../platform/personal-data/personal-data.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { ProofFirst } from '../../people/index.ts'
import { paths } from '../paths.ts'
import { tellRecord } from '../value-words.ts'
import { ErasureForm } from './erasure-form.tsx'

interface DataPageProps {
  collected: CollectedData[]
  /** Whether the reader has signed in just before. */
  isFresh: boolean
  /** Why nothing can be erased now. */
  hindrances: string[]
}

/** All that is kept about the reader, to be read, taken along and erased. */
export function DataPage({ collected, isFresh, hindrances }: DataPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        lead={t('personal-data.page.lead')}
        actions={
          <>
            <a class="button" href={paths.file(reader.interfaceLanguage)} download>
              {t('personal-data.page.file')}
            </a>
            <PrintButton />
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
          <Notice kind="warning">
            {hindrances.map((hindrance) => (
              <p key={hindrance}>{hindrance}</p>
            ))}
          </Notice>
        ) : isFresh ? (
          <ErasureForm />
        ) : (
          <ProofFirst section="erasure" label={t('personal-data.erasure.title')} />
        )}
      </Section>
    </>
  )
}

function factsOf(reader: Reader, record: DataRecord) {
  const told = tellRecord({ t: reader.t, language: reader.interfaceLanguage }, record)
  return told.map(({ label, words, at }) => ({
    term: label,
    detail: at ? <Moment at={at} /> : <Words words={words} />,
  }))
}

const longestShown = 400

/** A whole record is long: its beginning is enough until somebody wants to read it. */
function Words({ words }: { words: string }) {
  if (words.length <= longestShown) return <>{words}</>
  return (
    <details>
      <summary>{words.slice(0, longestShown / 4)}…</summary>
      <p class="contact-address">{words}</p>
    </details>
  )
}
