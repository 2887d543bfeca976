import type { LegalNotice } from '../../../../platform/settings/legal-settings.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'

interface WordsProps {
  legal: LegalNotice
}

/** What is stored of somebody with an account, why, how long, and whom to write to. */
export function StoredWords({ legal }: WordsProps) {
  const { t, interfaceLanguage } = useReader()
  return (
    <section class="consent" aria-labelledby="stored">
      <h2 id="stored">{t('people.stored.title')}</h2>
      <FactList
        facts={[
          { term: t('people.stored.who'), detail: legal.publisher ?? t('people.stored.whoUnsaid') },
          { term: t('people.stored.what'), detail: t('people.stored.whatIs') },
          { term: t('people.stored.why'), detail: t('people.stored.whyIs') },
          { term: t('people.stored.howLong'), detail: t('people.stored.howLongIs') },
          { term: t('people.stored.rights'), detail: t('people.stored.rightsAre') },
        ]}
      />
      <p>
        <a href={`/${interfaceLanguage}/legal`}>{t('people.stored.more')}</a>
      </p>
    </section>
  )
}

/** What Korean law wants said of a transfer abroad before anybody consents to it. */
export function TransferWords({ legal }: WordsProps) {
  const { t } = useReader()
  return (
    <>
      <p>{t('people.transfer.lead')}</p>
      <FactList
        facts={[
          { term: t('people.transfer.items'), detail: t('people.stored.whatIs') },
          { term: t('people.transfer.country'), detail: legal.hosting ?? t('people.transfer.countryUnsaid') },
          { term: t('people.transfer.when'), detail: t('people.transfer.whenIs') },
          { term: t('people.transfer.recipient'), detail: legal.publisher ?? t('people.stored.whoUnsaid') },
          { term: t('people.transfer.purpose'), detail: t('people.stored.whyIs') },
          { term: t('people.transfer.howLong'), detail: t('people.stored.howLongIs') },
          { term: t('people.transfer.refusal'), detail: t('people.transfer.refusalIs') },
        ]}
      />
    </>
  )
}
