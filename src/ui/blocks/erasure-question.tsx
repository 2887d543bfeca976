import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { PageHeading, Section } from '../text/headings.tsx'
import { FactList } from './fact-list.tsx'

interface ErasureQuestionProps {
  /** What is erased, and what is not, in sentences. */
  goes: string
  stays: string
  /** Where the erasure is sent, and where it is cancelled. */
  action: string
  back: string
}

/** The question before any erasure about a person, everywhere in these words: what goes, what stays, that it is final. */
export function ErasureQuestion({ goes, stays, action, back }: ErasureQuestionProps) {
  const { t } = useReader()
  return (
    <>
      <PageHeading lead={t('ui.erasure.final')}>{t('ui.erasure.title')}</PageHeading>
      <FactList
        facts={[
          { term: t('ui.erasure.goes'), detail: goes },
          { term: t('ui.erasure.stays'), detail: stays },
          { term: t('ui.erasure.backups'), detail: t('ui.erasure.backupsKeep') },
        ]}
      />
      <form method="post" action={action} class="form">
        <input type="hidden" name="sure" value="yes" />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('ui.erasure.erase')}
          </button>{' '}
          <a class="button" href={back}>
            {t('ui.erasure.keep')}
          </a>
        </p>
      </form>
    </>
  )
}

interface ErasureSectionProps {
  title: string
  /** Of the button. */
  label: string
  /** Of the page by secret link, which gives access as a person. */
  address: string
  /** The data about them, their purpose and retention. */
  children: ComponentChildren
}

/** On a page by secret link: the data about a person without an account, and the link to have them erased. */
export function ErasureSection({ title, label, address, children }: ErasureSectionProps) {
  return (
    <Section id="data" title={title}>
      {children}
      <form method="post" action={`${address}/erasure`}>
        <button type="submit" class="button">
          {label}
        </button>
      </form>
    </Section>
  )
}
